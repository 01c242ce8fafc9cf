import ClimateModel
import Foundation
import GRDB
import Synchronization
import Testing

@testable import ClimateStore

@Suite struct OpeningTests {
    let folder: TemporaryFolder
    var location: StoreLocation { folder.location }

    init() throws { folder = try TemporaryFolder() }

    private func openWriter() throws -> ContentWriter {
        try ContentWriter.open(at: location, now: .test)
    }

    /// One makes the tables of the state; the others find them there, or half of them.
    @Test func windowsMayBeOpenedAtOnce() throws {
        do { _ = try ContentWriter.open(at: location, now: .test) }
        for round in 0..<8 {
            let location = StoreLocation(
                content: location.content, state: folder.path + "/state-\(round).sqlite")
            let failures = Mutex<[String]>([])
            let start = DispatchSemaphore(value: 0)
            let all = DispatchGroup()
            for _ in 0..<8 {
                all.enter()
                Thread.detachNewThread {
                    start.wait()
                    do {
                        let store = try ContentStore.open(location)
                        if let problem = store.stateProblem { throw problem }
                    } catch {
                        failures.withLock { $0.append("\(error)") }
                    }
                    all.leave()
                }
            }
            for _ in 0..<8 { start.signal() }
            all.wait()
            #expect(failures.withLock(\.self) == [])
        }
    }

    @Test func aReaderFindsNothingUntilTheWriterMadeIt() throws {
        #expect(throws: StoreError.missing(path: location.content)) {
            try ContentStore.open(location)
        }
        let writer = try openWriter()
        #expect(writer.beginning == .created)
        let store = try ContentStore.open(location)
        #expect(try store.municipalities().count == 290)
        #expect(try store.newsCount(NewsQuery()).total >= 6)
    }

    @Test func aSecondOpeningFindsWhatIsThere() throws {
        do { _ = try openWriter() }
        #expect(try openWriter().beginning == .existing)
    }

    @Test func aDatabaseThatNothingWasWrittenToGetsTheStarterContent() throws {
        _ = FileManager.default.createFile(atPath: location.content, contents: Data())
        #expect(throws: StoreError.missing(path: location.content)) {
            try ContentStore.open(location)
        }
        #expect(try openWriter().beginning == .created)
        #expect(try ContentStore.open(location).municipalities().count == 290)
    }

    @Test func onlyOneWriterAtATime() throws {
        let first = try openWriter()
        #expect(throws: StoreError.locked(path: location.lock)) { try openWriter() }
        withExtendedLifetime(first) {}
    }

    @Test func garbageIsSetAsideAndSaidSo() throws {
        let garbage = Data("this is no database, but somebody's letter".utf8)
        try garbage.write(to: URL(fileURLWithPath: location.content))
        #expect {
            try ContentStore.open(location)
        } throws: { error in
            guard case StoreError.corrupt = error else { return false }
            return true
        }
        let writer = try openWriter()
        let aside = location.content + ".corrupt-20261121-204500"
        guard case .replaced(aside, _) = writer.beginning else {
            Issue.record("\(writer.beginning)")
            return
        }
        #expect(FileManager.default.contents(atPath: aside) == garbage)
        #expect(try ContentStore.open(location).municipalities().count == 290)
    }

    @Test func aDatabaseWithOverwrittenPagesIsSetAside() throws {
        do { _ = try openWriter() }
        let file = try FileHandle(forUpdating: URL(fileURLWithPath: location.content))
        for page in 2..<40 {
            try file.seek(toOffset: UInt64(page * 4_096))
            try file.write(contentsOf: Data(repeating: 0xA5, count: 4_096))
        }
        try file.close()
        guard case .replaced = try openWriter().beginning else {
            Issue.record("the damage was not seen")
            return
        }
    }

    @Test func damageMetWhileWritingSetsTheDatabaseAside() throws {
        do { _ = try openWriter() }
        let file = try FileHandle(forUpdating: URL(fileURLWithPath: location.content))
        let pages = try Int(file.seekToEnd()) / 4_096
        for page in pages * 3 / 4..<pages {
            try file.seek(toOffset: UInt64(page * 4_096))
            try file.write(contentsOf: Data(repeating: 0xA5, count: 4_096))
        }
        try file.close()
        // As with a database that is too large to be checked through when it is opened.
        let writer = try ContentWriter.open(at: location, now: .test, checkLimit: 0)
        #expect(writer.beginning == .existing)
        for _ in 0..<2 {
            #expect {
                try writer.write(try StarterContent.batch())
            } throws: { error in
                guard case StoreError.corrupt = error else { return false }
                return true
            }
        }
        withExtendedLifetime(writer) {}
    }

    @Test func aTruncatedDatabaseIsSetAside() throws {
        do { _ = try openWriter() }
        truncate(location.content, 20_000)
        guard case .replaced = try openWriter().beginning else {
            Issue.record("the damage was not seen")
            return
        }
    }

    @Test func aNewerSchemaIsRefusedAndUntouched() throws {
        do { _ = try openWriter() }
        do {
            let queue = try DatabaseQueue(path: location.content)
            try queue.write { try $0.execute(sql: "INSERT INTO grdb_migrations VALUES ('v999')") }
        }
        let before = FileManager.default.contents(atPath: location.content)
        #expect(throws: StoreError.newer(path: location.content)) {
            try ContentStore.open(location)
        }
        #expect(throws: StoreError.newer(path: location.content)) { try openWriter() }
        #expect(FileManager.default.contents(atPath: location.content) == before)
        #expect(!folder.files.contains { $0.contains("corrupt") })
    }

    @Test func anotherProgramsDatabaseIsRefusedAndUntouched() throws {
        do {
            let queue = try DatabaseQueue(path: location.content)
            try queue.write { try $0.execute(sql: "CREATE TABLE mine (x)") }
        }
        let before = FileManager.default.contents(atPath: location.content)
        #expect(throws: StoreError.foreign(path: location.content)) {
            try ContentStore.open(location)
        }
        #expect(throws: StoreError.foreign(path: location.content)) { try openWriter() }
        #expect(FileManager.default.contents(atPath: location.content) == before)
    }

    @Test func aFolderThatCannotBeMadeIsNamed() throws {
        _ = FileManager.default.createFile(atPath: folder.path + "/file", contents: Data())
        let inside = StoreLocation(content: folder.path + "/file/content.sqlite")
        #expect {
            try ContentWriter.open(at: inside, now: .test)
        } throws: { error in
            guard case StoreError.inaccessible(_, let reason) = error else { return false }
            return reason.sv == "en del av sökvägen är ingen mapp"
                || reason.sv == "där finns redan en fil"
        }
    }

    @Test func everyProblemIsToldInBothLanguages() {
        let path = "/data/content.sqlite"
        let all: [StoreError] = [
            .missing(path: path), .corrupt(path: path, reason: "r"), .foreign(path: path),
            .newer(path: path), .older(path: path), .locked(path: path),
            .inaccessible(path: path, reason: Phrase(sv: "r", en: "s")),
            .failed(path: path, reason: "r"),
        ]
        for error in all {
            let (swedish, english) = (error.message(in: .swedish), error.message(in: .english))
            #expect(swedish.contains(path) && english.contains(path))
            #expect(swedish != english)
        }
    }

    @Test func aDamagedStateLeavesTheContentReadable() throws {
        do { _ = try openWriter() }
        try Data("nothing".utf8).write(to: URL(fileURLWithPath: location.state ?? ""))
        let store = try ContentStore.open(location)
        #expect(store.state == nil)
        #expect(store.stateProblem != nil)
        #expect(try store.newsCount(NewsQuery()).total >= 6)
    }
}

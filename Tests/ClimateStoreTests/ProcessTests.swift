import ClimateModel
import ClimateStore
import Foundation
import GRDB
import TerminalDriver
import Testing

/// What other processes do to the store, and it to them.
@Suite struct ProcessTests {
    let folder: TemporaryFolder
    var location: StoreLocation { folder.location }

    init() throws { folder = try TemporaryFolder() }

    @Test func aReaderSeesWhatTheWriterCommitsAndNothingBefore() throws {
        let writer = try ContentWriter.open(at: location, now: .test)
        let store = try ContentStore.open(location)
        let watch = try ContentWatch(location)
        _ = watch.drain()
        let before = try store.condition()
        let count = try store.newsCount(NewsQuery()).total
        #expect(!watch.drain())
        _ = try writer.write(ContentBatch(sources: [.test("a")], news: [.test("new")]))
        var waiting = pollfd(fd: watch.fileDescriptor, events: Int16(POLLIN), revents: 0)
        #expect(poll(&waiting, 1, 1_000) == 1)
        #expect(watch.drain())
        #expect(try store.condition() != before)
        #expect(try store.newsCount(NewsQuery()).total == count + 1)
        #expect(!watch.drain())
    }

    @Test func aReplacedDatabaseIsNoticed() throws {
        do { _ = try ContentWriter.open(at: location, now: .test) }
        let store = try ContentStore.open(location)
        let watch = try ContentWatch(location)
        for suffix in ["", "-wal", "-shm"] {
            try? FileManager.default.removeItem(atPath: location.content + suffix)
        }
        do { _ = try ContentWriter.open(at: location, now: .test) }
        #expect(watch.drain())
        #expect(try store.condition() == .replaced)
    }

    /// Without its lock another program that closes the database removes the log that this one reads.
    @Test func whoReadsHoldsItsLockOnTheFile() throws {
        let writer = try ContentWriter.open(at: location, now: .test)
        #expect(try isLocked())
        let store = try ContentStore.open(location)
        #expect(try isLocked())
        withExtendedLifetime(writer) {}
        for _ in 0..<2 {
            _ = try store.condition()
            #expect(try isLocked())
            _ = try ContentStore.open(location).newsCount(NewsQuery())
            #expect(try isLocked())
        }
    }

    /// Whether this process holds SQLite's lock of readers.
    private func isLocked() throws -> Bool {
        let run = try ProgramRun(
            try #require(Probe.path), ["locked", location.content], environment: [:])
        return run.output == "true\n"
    }

    @Test func otherFilesInTheFolderAreNoNews() throws {
        do { _ = try ContentWriter.open(at: location, now: .test) }
        let watch = try ContentWatch(location)
        _ = FileManager.default.createFile(atPath: folder.path + "/other", contents: Data([1]))
        #expect(!watch.drain())
    }

    @Test func aKilledWriterLeavesAWholeDatabase() throws {
        let probe = try #require(Probe.path)
        var committed = 0
        for round in 0..<3 {
            let process = Process()
            process.executableURL = URL(fileURLWithPath: probe)
            process.arguments = ["write", location.content]
            let output = Pipe()
            process.standardOutput = output
            try process.run()
            // Killed once some batches are in, in the middle of the next one.
            var told = ""
            while told.split(separator: "\n").count < 3 + round {
                told += String(decoding: output.fileHandleForReading.availableData, as: UTF8.self)
            }
            kill(process.processIdentifier, SIGKILL)
            process.waitUntilExit()
            committed = max(committed, (3 + round) * 50)
        }
        let writer = try ContentWriter.open(at: location, now: .test)
        #expect(writer.beginning == .existing)
        let store = try ContentStore.open(location)
        let count = try store.newsCount(NewsQuery()).total - StarterContent.batch().news.count
        #expect(count >= committed && count % 50 == 0)
        #expect(try store.all(NewsQuery()).count == count + StarterContent.batch().news.count)
        let queue = try DatabaseQueue(path: location.content)
        try queue.inDatabase { db in
            #expect(try String.fetchAll(db, sql: "PRAGMA integrity_check") == ["ok"])
            try db.execute(
                sql: "INSERT INTO news_search (news_search) VALUES ('integrity-check')")
        }
    }

    private static let setpriv = "/usr/bin/setpriv"

    @Test(
        .enabled(
            if: geteuid() == 0 && FileManager.default.isExecutableFile(atPath: setpriv),
            "only root can run a process as another user"))
    func aUserWithoutWritePermissionReads() throws {
        let probe = try #require(Probe.path)
        // Where the other user may run it and read, but not write.
        let copy = folder.path + "/probe"
        try ProgramCopy.make(probe, at: copy)
        let content = folder.path + "/shared/content.sqlite"
        let shared = StoreLocation(content: content)
        for isWriterThere in [true, false] {
            let writer = try ContentWriter.open(at: shared, now: .test)
            chmod(folder.path, 0o755)
            chmod(folder.path + "/shared", 0o755)
            if isWriterThere {
                try expectReadByNobody(copy, content)
                withExtendedLifetime(writer) {}
            }
        }
        try expectReadByNobody(copy, content)
        #expect(FileManager.default.fileExists(atPath: content + "-wal"))
    }

    /// As `cp` leaves it: without the write-ahead log, in a folder of somebody else.
    @Test(
        .enabled(
            if: geteuid() == 0 && FileManager.default.isExecutableFile(atPath: setpriv),
            "only root can run a process as another user"))
    func aUserWithoutWritePermissionReadsACopyOfTheFileAlone() throws {
        let probe = try #require(Probe.path)
        let copy = folder.path + "/probe"
        try ProgramCopy.make(probe, at: copy)
        let content = folder.path + "/shared/a copy? 100%.sqlite"
        do { _ = try ContentWriter.open(at: location, now: .test) }
        try FileManager.default.createDirectory(
            atPath: folder.path + "/shared", withIntermediateDirectories: true)
        try FileManager.default.copyItem(atPath: location.content, toPath: content)
        chmod(folder.path, 0o755)
        chmod(folder.path + "/shared", 0o755)
        try expectReadByNobody(copy, content)
        // The screen of a guest that stays open sees what a writer adds.
        let guest = Process()
        guest.executableURL = URL(fileURLWithPath: Self.setpriv)
        guest.arguments = [
            "--reuid=65534", "--regid=65534", "--clear-groups", copy, "follow", content,
        ]
        let output = Pipe()
        guest.standardOutput = output
        try guest.run()
        let handle = output.fileHandleForReading
        let count = try StarterContent.batch().news.count
        #expect(String(decoding: handle.availableData, as: UTF8.self) == "\(count) 290\n")
        let writer = try ContentWriter.open(at: StoreLocation(content: content), now: .test)
        _ = try writer.write(ContentBatch(sources: [.test("a")], news: [.test("new")]))
        let told = String(decoding: handle.readDataToEndOfFile(), as: UTF8.self)
        guest.waitUntilExit()
        #expect(told == "\(count + 1) 290\n")
    }

    private func expectReadByNobody(_ probe: String, _ content: String) throws {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: Self.setpriv)
        process.arguments = [
            "--reuid=65534", "--regid=65534", "--clear-groups", probe, "read", content,
        ]
        let output = Pipe()
        process.standardOutput = output
        process.standardError = output
        try process.run()
        let told = String(
            decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        process.waitUntilExit()
        let count = try StarterContent.batch().news.count
        #expect(told == "\(count) 290\n")
    }
}

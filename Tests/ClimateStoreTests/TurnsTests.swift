import ClimateModel
import Foundation
import Testing

@testable import ClimateStore

/// One that writes for long, and those that wait for it.
@Suite struct TurnsTests {
    private let folder: TemporaryFolder
    private var location: StoreLocation { folder.location }

    init() throws { folder = try TemporaryFolder() }

    private func writer() throws -> ContentWriter {
        try ContentWriter.open(at: location, now: .test)
    }

    @Test func whoWaitsIsSeenForAsLongAsTheyWait() throws {
        let writer = try writer()
        #expect(!writer.isWanted)
        var requests = [WriterLockRequest(path: location.lock)]
        requests.append(WriterLockRequest(path: location.lock))
        #expect(!requests.contains { $0 == nil })
        #expect(writer.isWanted)
        requests.removeLast()
        #expect(writer.isWanted)
        requests.removeLast()
        #expect(!writer.isWanted)
    }

    @Test func onlyOneMayWriteAtATime() throws {
        let long = try writer()
        #expect(throws: StoreError.locked(path: location.lock)) { try writer() }
        let pause = try long.pause()
        #expect(throws: StoreError.locked(path: location.content)) {
            try long.write(ContentBatch(sources: [.test("a")]))
        }
        var short: ContentWriter? = try writer()
        _ = try short?.write(ContentBatch(sources: [.test("a")], news: [.test("b")]))
        #expect(try long.resume(pause) == nil)
        #expect(throws: StoreError.locked(path: location.content)) {
            try long.write(ContentBatch(sources: [.test("a")]))
        }
        short = nil
        #expect(try long.resume(pause) == true)
        #expect(throws: StoreError.locked(path: location.lock)) { try writer() }
        #expect(try long.write(ContentBatch(news: [.test("b"), .test("c")])).inserted == 1)
        #expect(try long.resume(long.pause()) == false)
    }

    @Test func oneRoundAtATimeAlsoWhileItRests() throws {
        var long: ContentWriter? = try writer()
        try long?.beginRound()
        let pause = try #require(try long?.pause())
        do {
            let other = try writer()
            #expect(throws: StoreError.locked(path: location.lock)) { try other.beginRound() }
        }
        #expect(try long?.resume(pause) == false)
        long = nil
        try writer().beginRound()
    }

    @Test func aDatabaseThatWasReplacedIsWrittenNoMore() throws {
        let long = try writer()
        let pause = try long.pause()
        for suffix in ["", "-wal", "-shm"] {
            try? FileManager.default.removeItem(atPath: location.content + suffix)
        }
        do { _ = try writer() }
        #expect(throws: StoreError.self) { try long.resume(pause) }
    }
}

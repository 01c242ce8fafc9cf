import ClimateModel
import Synchronization
import Testing
import WebFixtures

@testable import IngestApp

extension OneAtATime {
    /// How much of what was read waits to be written.
    @Suite struct ReadingRoomTests {
        private let one = Source.ID(rawValue: "one")
        private let two = Source.ID(rawValue: "two")

        @Test func itIsFullWhileMuchThatWasReadIsNotWritten() {
            let room = ReadingRoom(size: 100)
            room.note(70, of: one)
            room.note(70, of: one)
            #expect(!room.isFull)
            room.ended(one, isKept: true)
            #expect(room.isFull)
            room.written([two])
            #expect(room.isFull)
            room.written([one])
            #expect(!room.isFull)
        }

        @Test func whatIsNotKeptTakesNoRoom() {
            let room = ReadingRoom(size: 100)
            room.note(200, of: one)
            room.ended(one, isKept: false)
            room.ended(two, isKept: true)
            #expect(!room.isFull)
        }

        @Test(arguments: [true, false]) func thoseThatWaitGoOn(isWritten: Bool) async {
            let room = ReadingRoom(size: 100)
            room.note(200, of: one)
            room.ended(one, isKept: true)
            let readers = (0..<5).map { _ in Task { await room.wait() } }
            if isWritten { room.written([one]) } else { room.close() }
            for reader in readers { await reader.value }
            #expect(!room.isFull)
        }

        /// Where each of many sources gives more than may wait, the next one is read only when it is written, and all come in.
        @Test func littleOfManySourcesWaitsToBeWritten() async throws {
            let harness = try SyncHarness()
            let servers = try (0..<24).map { _ in try WebServer() }
            for (number, server) in servers.enumerated() {
                server.set("/feed", SampleFeed.of("Ett", "Två", title: "Källa \(number)").served())
            }
            let together = Mutex<[Int]>([])
            let reports = try await harness.sync(servers.map { $0.url("/feed") }, room: 1) {
                written in
                together.withLock { $0.append(written.count) }
            }
            #expect(reports.count == 24 && reports.values.allSatisfy { $0.error == nil })
            #expect(together.withLock(\.self).allSatisfy { $0 < 8 })
        }
    }
}

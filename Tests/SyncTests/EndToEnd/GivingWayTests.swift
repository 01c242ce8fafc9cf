import ClimateModel
import ClimateStore
import Foundation
import Synchronization
import TerminalDriver
import Testing
import WebFixtures

/// Changes to sources while a long sync goes on.
@Suite struct GivingWayTests {
    private let program: SyncProgram
    private let server: WebServer
    private let ids: [Source.ID]
    private let gate = Gate()

    /// A sync that is not over before `/hang` answers, which is never within the time of a test.
    init() throws {
        program = try SyncProgram()
        server = try WebServer()
        server.set("/quick", SampleFeed.of("Ett").served())
        server.set("/hang", .hang)
        ids = try program.subscribe(server.url("/quick"), server.url("/hang"))
    }

    private func syncing() throws -> RunningSync {
        let sync = try RunningSync(program)
        #expect(try sync.nextLine()?.address == server.url("/quick"))
        return sync
    }

    /// Changes a source before the sync has ended.
    private func change(_ arguments: String..., during sync: RunningSync) throws {
        let run = try program.run(["source"] + arguments)
        #expect(run.status == 0, "\(run.errors)")
        #expect(sync.isRunning)
    }

    @Test func sourcesCanBeChangedMeanwhile() throws {
        let sync = try syncing()
        try change("pause", ids[1].rawValue, during: sync)
        #expect(try program.subscription(ids[1]).isPaused)
        try change("resume", ids[1].rawValue, during: sync)
        server.set("/new", SampleFeed.of("Nytt", title: "Åre").served())
        try change("add", "--no-test", "--allow-private", server.url("/new"), during: sync)
        try change("remove", ids[0].rawValue, "--delete-content", during: sync)
        #expect(try program.store().sourceOverviews().contains { $0.id == ids[0] } == false)
        // It is still the one that writes.
        #expect(try program.run("sync", "--all").status == 75)
        #expect(sync.end(SIGTERM) == SIGTERM)
        #expect(try WholeDatabase.faults(program.database) == [])
        #expect(try program.sync(server.url("/new"))[server.url("/new")]?.new == 1)
    }

    /// What the sync read of sources that are others by now does not come back.
    @Test func whatIsRemovedMeanwhileStaysAway() throws {
        server.set("/slow", gate.holding(SampleFeed.of("Sent", title: "Åre").served()))
        server.set("/last", gate.holding(SampleFeed.of("Sist", title: "Boden").served()))
        let slow = try program.subscribe(server.url("/slow"), server.url("/last"))
        _ = try program.run("source", "remove", ids[1].rawValue)
        let sync = try syncing()
        try change("remove", slow[0].rawValue, during: sync)
        gate.open()
        let line = try #require(try sync.nextLine())
        #expect(line.address == server.url("/last") && line.new == 1)
        #expect(try sync.nextLine() == nil)
        let overviews = try program.store().sourceOverviews()
        #expect(!overviews.contains { $0.id == slow[0] })
        #expect(try program.titles(slow[1]) == ["Sist"])
        #expect(try program.store().newsCount(NewsQuery(search: "Sent")).total == 0)
    }

    /// A source that gets other settings is due with these.
    @Test func otherSettingsAreNotTakenForRead() throws {
        server.set("/slow", gate.holding(SampleFeed.of("Sent", title: "Nytt").served()))
        let slow = try program.subscribe(server.url("/slow"))
        _ = try program.run("source", "remove", ids[1].rawValue)
        let sync = try syncing()
        try change(
            "add", "--no-test", "--allow-private", "--municipality", "Boden", server.url("/slow"),
            during: sync)
        gate.open()
        #expect(try sync.nextLine() == nil)
        #expect(try program.subscription(slow[0]).state.digest == nil)
        let next = try program.sync()
        #expect(next[server.url("/slow")]?.new == 1)
        let item = try program.item("Sent")
        #expect(try item.municipalities == [#require(MunicipalityCode(rawValue: "2582"))])
    }

    @Test func killedWhileOthersWriteItIsWhole() throws {
        let sync = try syncing()
        let isPaused = try program.withWriterInTurn { writer in
            sync.end(SIGKILL)
            return try writer.setPaused(true, ids[0])
        }
        #expect(isPaused)
        #expect(try program.subscription(ids[0]).isPaused)
        #expect(try WholeDatabase.faults(program.database) == [])
        try program.withWriter { _ in }
    }
}

/// Keeps a server's answers back until it is opened.
private final class Gate: Sendable {
    private let isOpen = Mutex(false)

    func open() { isOpen.withLock { $0 = true } }

    func holding(_ behaviour: Behaviour) -> Behaviour {
        Behaviour { request, connection in
            while !self.isOpen.withLock({ $0 }) {
                guard connection.pause(.milliseconds(20)) else { return false }
            }
            return behaviour.answer(request, connection)
        }
    }
}

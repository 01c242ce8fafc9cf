import ClimateModel
import ClimateStore
import Foundation
import Testing
import WebFixtures

/// Syncs that are ended at any moment.
@Suite struct KilledTests {
    private static let sources = 8
    private static let items = 25

    /// A feed whose items are others in every version, though the same ones.
    private static func feed(_ number: Int, version: Int) -> SampleFeed {
        SampleFeed(
            title: "Källa \(number)",
            items: (0..<items).map {
                .init(
                    id: "tag:kil.example,2026:\(number):\($0)",
                    title: "Nyhet \(number).\($0) v\(version)",
                    body: "ord\(number)x\($0)v\(version) om Kils kommun")
            })
    }

    private func serve(_ server: WebServer, version: Int) {
        for number in 0..<Self.sources {
            server.set(
                "/\(number)",
                .slow(
                    .milliseconds(number * 15), Self.feed(number, version: version).served()))
        }
    }

    /// Everything that a user sees of the news.
    private func news(_ program: SyncProgram) throws -> [String] {
        let store = try program.store()
        return try (0..<Self.sources).flatMap { number in
            (0..<Self.items).map { item in (number, item) }
        }.map { number, item in
            let id = NewsItem.ID(identity: "tag:kil.example,2026:\(number):\(item)")
            let item = try #require(try store.newsItem(id))
            return "\(item.title) \(item.body.swedish?.plain ?? "") \(item.municipalities)"
        }
    }

    @Test func killedAtAnyMomentItIsWholeAndTheNextOneGoesOn() throws {
        let program = try SyncProgram()
        let server = try WebServer()
        for number in 0..<Self.sources { try program.subscribe(server.url("/\(number)")) }
        var generator = Seeded(7)
        let rounds = 20
        var interrupted = 0
        for version in 1...rounds {
            serve(server, version: version)
            let before = server.requests.count
            let sync = try RunningSync(program, "--all")
            #expect(eventually { server.requests.count > before })
            usleep(UInt32.random(in: 0..<250_000, using: &generator))
            if sync.end(SIGKILL) != nil { interrupted += 1 }
            #expect(try WholeDatabase.faults(program.database) == [])
        }
        #expect(interrupted > rounds / 4)
        _ = try program.sync("--all")
        #expect(try WholeDatabase.faults(program.database) == [])

        let undisturbed = try SyncProgram()
        for number in 0..<Self.sources { try undisturbed.subscribe(server.url("/\(number)")) }
        _ = try undisturbed.sync()
        #expect(try news(program) == news(undisturbed))
        let store = try program.store()
        for (number, item) in [(0, 0), (Self.sources - 1, Self.items - 1), (3, 7)] {
            let word = "ord\(number)x\(item)v"
            #expect(try store.newsCount(NewsQuery(search: word + "\(rounds)")).total == 1)
            #expect(try store.newsCount(NewsQuery(search: word + "\(rounds - 1)")).total == 0)
        }
        #expect(
            try store.newsCount(NewsQuery()).total
                == undisturbed.store().newsCount(NewsQuery()).total
        )
        let (states, others) = (try states(program), try states(undisturbed))
        #expect(states == others)
    }

    /// What is remembered of each answer, by address.
    private func states(_ program: SyncProgram) throws -> [String: Int64?] {
        Dictionary(
            try program.store().sourceOverviews().compactMap(\.subscription).map {
                ($0.settings.address, $0.state.digest)
            }, uniquingKeysWith: { first, _ in first })
    }

    @Test(arguments: [SIGTERM, SIGINT]) func itEndsAtOnceWhenItIsTold(signal: Int32) throws {
        let program = try SyncProgram()
        let server = try WebServer()
        server.set("/quick", SampleFeed.of("Ett").served())
        server.set("/hang", .hang)
        let ids = try program.subscribe(server.url("/quick"), server.url("/hang"))
        let sync = try RunningSync(program)
        let line = try #require(try sync.nextLine())
        #expect(line.address == server.url("/quick") && line.new == 1)
        let start = ContinuousClock.now
        // A shell makes 130 and 143 of it.
        #expect(sync.end(signal) == signal)
        #expect(.now - start < .seconds(9))
        // What had come stays; what had not is as it was.
        #expect(try program.titles(ids[0]) == ["Ett"])
        #expect(try program.subscription(ids[1]).state == FetchState())
        #expect(try WholeDatabase.faults(program.database) == [])
        try program.withWriter { _ in }
    }

    /// However the sync ends, the workers do too: the idle one, and the one that is reading.
    @Test(arguments: [false, true]) func noWorkerOutlivesItsSync(isReading: Bool) throws {
        let program = try SyncProgram()
        let server = try WebServer()
        server.set("/quick", SampleFeed.of("Ett").served())
        // Its reading takes seconds.
        let cell =
            Array("Kommun;År;Rank\nSolna;2009;\"".utf8)
            + [UInt8](repeating: UInt8(ascii: "1"), count: 12 << 20)
        server.set("/slow", isReading ? .page(cell, type: "text/csv") : .hang)
        try program.subscribe(server.url("/quick"), server.url("/slow"))
        let sync = try RunningSync(program)
        #expect(try sync.nextLine()?.address == server.url("/quick"))
        var workers: [pid_t] = []
        #expect(
            eventually {
                workers = ProcessTable.workers(of: sync.identifier)
                return !workers.isEmpty && (!isReading || workers.contains { cpuTime($0) > 20 })
            })
        #expect(sync.end(SIGKILL) == SIGKILL)
        #expect(eventually(seconds: 5) { !workers.contains(where: ProcessTable.isAlive) })
    }

    /// Processor time in hundredths of a second (proc(5), `/proc/PID/stat`).
    private func cpuTime(_ process: pid_t) -> Int {
        let text = try? String(contentsOfFile: "/proc/\(process)/stat", encoding: .utf8)
        let fields = (text ?? "").split(separator: ")").last?.split(separator: " ") ?? []
        return fields.count > 12 ? (Int(fields[11]) ?? 0) : 0
    }
}

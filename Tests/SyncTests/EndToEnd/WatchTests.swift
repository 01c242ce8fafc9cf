import ClimateModel
import ClimateStore
import Foundation
import TerminalDriver
import Testing
import WebFixtures

/// A sync that stays.
@Suite struct WatchTests {
    private let program: SyncProgram
    private let server: WebServer

    init() throws {
        program = try SyncProgram()
        server = try WebServer()
    }

    private func watch(_ arguments: [String] = []) throws -> PseudoTerminal {
        try PseudoTerminal(
            BuiltProduct.path("utkik-ingest"),
            ["sync", "--watch", "--every", "0.1", "--language", "sv"] + arguments,
            environment: program.environment)
    }

    /// How often a source was asked for.
    private func count(_ path: String) -> Int { server.requests.count { $0.target == path } }

    /// Every source is read by its own interval, whatever the first round was to read.
    @Test(arguments: [["/quick", "/slow"], nil])
    func itFollowsTheIntervals(named: [String]?) throws {
        for path in ["/quick", "/slow", "/other"] {
            server.set(path, SampleFeed.of("Ett", title: path).served())
        }
        try program.subscribe(server.url("/quick")) { $0.interval = 2 }
        try program.subscribe(server.url("/slow"))
        // Due all the time where it is not to be read.
        if named != nil { try program.subscribe(server.url("/other")) }
        let start = ContinuousClock.now
        let watch = try watch(named?.map { server.url($0) } ?? ["--all"])
        #expect(eventually(seconds: 30) { count("/quick") >= 3 })
        #expect(.now - start >= .seconds(2))
        #expect(count("/slow") == 1)
        #expect(count("/other") == 0)
        watch.signal(SIGTERM)
        #expect(watch.waitForExit() == .signal(SIGTERM))
    }

    /// Whether this process may write once the other one has done with it.
    private func subscribeMeanwhile(_ address: String) throws -> Bool {
        try eventually {
            do {
                try program.subscribe(address)
                return true
            } catch StoreError.locked {
                return false
            }
        }
    }

    @Test func itTakesUpWhatIsAddedMeanwhile() throws {
        server.set("/a", SampleFeed.of("Ett").served())
        server.set("/b", SampleFeed.of("Två", title: "Åre").served())
        try program.subscribe(server.url("/a"))
        let watch = try watch()
        #expect(watch.wait(for: "+ Solna stad: 1 ny"))
        #expect(try subscribeMeanwhile(server.url("/b")))
        #expect(watch.wait(for: "+ Åre: 1 ny"))
        #expect(try program.titles(.feed(address: server.url("/b"))) == ["Två"])
        watch.signal(SIGTERM)
        #expect(watch.waitForExit() == .signal(SIGTERM))
    }

    /// How long it waits is told while it does, in one line that gives way to what is read, and to people alone.
    @Test func itSaysHowLongItWaits() throws {
        server.set("/a", SampleFeed.of("Ett").served())
        server.set("/b", SampleFeed.of("Två", title: "Åre").served())
        try program.subscribe(server.url("/a"))
        let watch = try watch()
        #expect(watch.wait { $0.text.contains(/Nästa källa läses om 1 timme. Ctrl-C avslutar./) })
        #expect(try subscribeMeanwhile(server.url("/b")))
        #expect(watch.wait(for: "+ Åre: 1 ny"))
        #expect(watch.wait { $0.text.components(separatedBy: "Nästa källa läses").count == 2 })
        watch.signal(SIGINT)
        #expect(watch.waitForExit() == .signal(SIGINT))
        #expect(!watch.screen.shows("Nästa källa"))
    }

    @Test func itWaitsForThoseThatAreNamed() throws {
        server.set("/a", SampleFeed.of("Ett").served())
        server.set("/b", SampleFeed.of("Två", title: "Åre").served())
        try program.subscribe(server.url("/a"))
        try program.subscribe(server.url("/b")) { $0.interval = 4 * 86_400 }
        _ = try program.sync()
        let watch = try watch([server.url("/b")])
        #expect(watch.wait { $0.text.contains("Nästa källa läses om 4 dagar.") })
        watch.signal(SIGINT)
        #expect(watch.waitForExit() == .signal(SIGINT))
    }

    @Test func itSaysNothingOfThatToPrograms() throws {
        server.set("/a", SampleFeed.of("Ett").served())
        server.set("/b", SampleFeed.of("Två", title: "Åre").served())
        try program.subscribe(server.url("/a"))
        let errors = program.home.path + "/errors"
        let watch = Process()
        watch.executableURL = URL(fileURLWithPath: "/bin/sh")
        watch.arguments = [
            "-c", "exec \"$0\" sync --watch --every 0.1 --language sv 2>\"$1\"",
            BuiltProduct.path("utkik-ingest"), errors,
        ]
        watch.environment = program.environment
        watch.standardOutput = FileHandle.nullDevice
        try watch.run()
        defer { watch.waitUntilExit() }
        // It has waited in between once the second is read.
        #expect(eventually { (try? program.titles(.feed(address: server.url("/a")))) == ["Ett"] })
        #expect(try subscribeMeanwhile(server.url("/b")))
        #expect(eventually { (try? program.titles(.feed(address: server.url("/b")))) == ["Två"] })
        kill(watch.processIdentifier, SIGKILL)
        #expect(try String(contentsOfFile: errors, encoding: .utf8).isEmpty)
    }

    @Test func itTakesUpWhatTheConfigGets() throws {
        server.set("/a", SampleFeed.of("Ett").served())
        try program.home.makeFolder(".config/utkik")
        let watch = try watch()
        #expect(eventually { FileManager.default.fileExists(atPath: program.database) })
        try program.home.write(
            "[[sources]]\naddress = \"\(server.url("/a"))\"\nallow-private = true\n",
            to: ".config/utkik/config.toml")
        #expect(watch.wait(for: "+ Solna stad: 1 ny"))
        watch.signal(SIGINT)
        #expect(watch.waitForExit() == .signal(SIGINT))
    }
}

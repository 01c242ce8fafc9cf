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

    private func watch() throws -> PseudoTerminal {
        try PseudoTerminal(
            BuiltProduct.path("utkik-ingest"),
            ["sync", "--watch", "--every", "0.1", "--language", "sv"],
            environment: program.environment)
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

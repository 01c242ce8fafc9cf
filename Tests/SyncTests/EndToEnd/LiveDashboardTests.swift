import ClimateModel
import Foundation
import TerminalDriver
import Testing
import WebFixtures

/// The real dashboard beside a real sync.
@Suite struct LiveDashboardTests {
    @Test func newItemsAppearWhileTheSyncRuns() throws {
        let program = try SyncProgram()
        let server = try WebServer()
        server.set("/slow", .hang)
        _ = try program.run("init")
        let dashboard = try PseudoTerminal(
            BuiltProduct.path("utkik"), ["--language", "sv"], environment: program.environment)
        try #require(dashboard.wait(for: "Nyheter"), "\(dashboard.screen.text)")
        server.set("/quick", todaysFeed("Alldeles färsk nyhet").served())
        try program.subscribe(server.url("/slow"), server.url("/quick"))
        let sync = try RunningSync(program)
        let line = try #require(try sync.nextLine())
        #expect(line.address == server.url("/quick") && line.new == 1)
        // No key is pressed, and the sync still waits for the other source.
        #expect(dashboard.wait(for: "Alldeles färsk nyhet", seconds: 9))
        #expect(ProcessTable.isAlive(sync.identifier))
        sync.end(SIGTERM)
        dashboard.type("q")
        #expect(dashboard.waitForExit() == .code(0))
    }

    private func todaysFeed(_ title: String) -> SampleFeed {
        SampleFeed(
            items: [.init(id: "urn:1", title: title, date: Timestamp.now().description)])
    }
}

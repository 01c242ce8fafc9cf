import ClimateModel
import ClimateStore
import Foundation
import TerminalDriver
import Testing
import WebFixtures

/// What a user sees of a sync that they end.
@Suite struct InterruptedTests {
    private let program: SyncProgram
    private let server: WebServer

    init() throws {
        program = try SyncProgram()
        server = try WebServer()
        // The line that shows how far it has come is there after half a second.
        server.set("/one", .slow(.milliseconds(600), SampleFeed.of("Ett", "Två").served()))
        server.set(
            "/other", .slow(.milliseconds(1_000), SampleFeed.of("Tre", title: "Åre").served()))
        server.set("/hang", .hang)
        try program.subscribe(server.url("/one"), server.url("/other"), server.url("/hang"))
    }

    private func sync(_ language: String, _ more: String...) throws -> PseudoTerminal {
        try PseudoTerminal(
            BuiltProduct.path("utkik-ingest"), ["sync", "--language", language] + more,
            environment: program.environment)
    }

    private func expect(
        _ sync: PseudoTerminal, _ exit: PseudoTerminal.Exit, _ last: String
    ) throws {
        #expect(sync.waitForExit() == exit)
        #expect(sync.wait(for: last))
        #expect(!sync.screen.shows("["), "the line with the bar is still there")
        #expect(!sync.screen.shows("^C"))
        #expect(try WholeDatabase.faults(program.database) == [])
        try program.withWriter { _ in }
    }

    @Test func controlCLeavesNoBarAndSaysWhatIsKept() throws {
        let sync = try sync("sv")
        #expect(sync.wait(for: "Hämtar 2 av 3 ["))
        sync.type("\u{3}")
        try expect(
            sync, .signal(SIGINT), "Avbruten när 2 av 3 källor var klara: 3 nya, 0 ändrade.")
        #expect(try program.titles(.feed(address: server.url("/one"))) == ["Ett", "Två"])
    }

    @Test func progressShowsBeforeAnySourceHasEnded() throws {
        let sync = try PseudoTerminal(
            BuiltProduct.path("utkik-ingest"), ["sync", "--language", "en", server.url("/hang")],
            environment: program.environment)
        #expect(sync.wait(for: "Fetching 0 of 1 ["))
        sync.signal(SIGINT)
        try expect(
            sync, .signal(SIGINT), "Interrupted with 0 of 1 source done; nothing new.")
    }

    @Test func soDoesAnEndThatTheSystemWants() throws {
        let sync = try sync("en", "--watch")
        #expect(sync.wait(for: "Fetching 2 of 3 ["))
        sync.signal(SIGTERM)
        try expect(
            sync, .signal(SIGTERM), "Interrupted with 2 of 3 sources done: 3 new, 0 changed.")
    }

    /// As that of a command that a shell started in the background.
    @Test func anIgnoredSignalStaysIgnored() throws {
        let sync = try PseudoTerminal(
            "/bin/sh",
            [
                "-c", "trap '' INT; exec \"$0\" sync --language sv",
                BuiltProduct.path("utkik-ingest"),
            ], environment: program.environment)
        #expect(sync.wait(for: "Hämtar 2 av 3 ["))
        sync.signal(SIGINT)
        sync.signal(SIGTERM)
        #expect(sync.waitForExit() == .signal(SIGTERM))
    }
}

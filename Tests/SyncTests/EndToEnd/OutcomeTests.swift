import ClimateModel
import ClimateStore
import Foundation
import TerminalDriver
import Testing
import WebFixtures

/// What a sync tells, and what it ends with.
@Suite struct OutcomeTests {
    private let program: SyncProgram
    private let server: WebServer

    init() throws {
        program = try SyncProgram()
        server = try WebServer()
    }

    @Test func aServerThatAskedToBeLeftAloneIsNotAskedByWhoeverWants() throws {
        server.set("/busy", .tooMany(retryAfter: "3600"))
        server.set("/good", SampleFeed.of("Ett").served())
        try program.subscribe(server.url("/busy"), server.url("/good"))
        #expect(try program.sync()[server.url("/busy")]?.error?.contains("429") == true)
        let asked = server.requests.count { $0.target == "/busy" }
        #expect(asked > 0)
        #expect(try program.run("sync", "--all").status == 0)
        #expect(try program.run("sync", server.url("/busy")).status == 0)
        #expect(server.requests.count { $0.target == "/busy" } == asked)
        #expect(server.requests.count { $0.target == "/good" } == 2)
    }

    @Test func someFailedIsListedAndNoFailure() throws {
        server.set("/good", SampleFeed.of("Ett", "Två").served())
        server.set("/bad", .status(500))
        try program.subscribe(server.url("/good"), server.url("/bad"))
        let swedish = try program.run("sync", "--all", "--language", "sv")
        #expect(swedish.status == 0)
        #expect(
            swedish.lines == [
                "1 källa läst: 2 nya, 0 ändrade, 1 källa gick inte att läsa",
                "  + Solna stad: 2 nya",
            ])
        #expect(swedish.errors.hasPrefix("  ! \(server.url("/bad")): "))
        #expect(swedish.errors.contains("(500)"))
        let english = try program.run("sync", "--all", "--language", "en")
        #expect(english.status == 0)
        #expect(english.lines == ["1 source read: 0 new, 0 changed, 1 source failed"])
    }

    @Test func allFailedIsAFailure() throws {
        server.set("/bad", .status(403))
        let id = try program.subscribe(server.url("/bad"))[0]
        let lines = try program.sync(language: "en", status: 1)
        #expect(
            lines[server.url("/bad")]?.error
                == "the server denies access (403) – ask the publisher to let Utkik in")
        let overview = try program.store().sourceOverviews().first { $0.id == id }
        #expect(
            overview?.source.lastError?.swedish
                == "servern nekar åtkomst (403) – be utgivaren att släppa in Utkik")
        #expect(overview?.subscription?.state.failures == 1)
        let again = try program.run("sync", "--all", "--language", "sv")
        #expect(again.status == 1 && again.lines == ["1 källa gick inte att läsa"])
        #expect(try program.withWriter { try $0.setPaused(true, id) })
        let paused = try program.run("sync", "--language", "sv")
        #expect(paused.status == 0 && paused.lines.first?.contains("utkik source resume") == true)
        // A failure waits for its time like everything else.
        #expect(try program.sync().isEmpty)
    }

    @Test func nothingToRead() throws {
        let run = try program.run("sync", "--language", "en")
        #expect(run.status == 0)
        #expect(run.lines == ["There are no sources to read. Add one: utkik source add ADDRESS"])
        let unknown = try program.run("sync", "nonsense\u{1B}[31m", "--language", "en")
        #expect(unknown.status == 1)
        #expect(
            unknown.errors
                == "utkik: no source is called “nonsense[31m” – utkik source list shows those there are\n"
        )
        let swedish = try program.run("sync", "strunt", "--language", "sv")
        #expect(swedish.errors.contains("ingen källa heter ”strunt” – utkik source list visar"))
    }

    @Test func aPausedSourceIsLeftOutUnlessItIsAskedFor() throws {
        server.set("/a", SampleFeed.of("Ett").served())
        let id = try program.subscribe(server.url("/a"))[0]
        try program.withWriter { _ = try $0.setPaused(true, id) }
        #expect(try program.sync("--all").isEmpty)
        #expect(try program.sync(id.rawValue).count == 1)
    }

    @Test func oneWriterAtATime() throws {
        server.set("/a", SampleFeed.of("Ett").served())
        try program.subscribe(server.url("/a"))
        try program.withWriter { _ in
            for (language, text) in [("sv", "En annan process skriver"), ("en", "Another process")]
            {
                let run = try program.run("sync", "--language", language)
                #expect(run.status == 75)
                #expect(run.output.isEmpty && run.errors.contains(text))
                #expect(run.errors.split(separator: "\n").count == 1)
            }
        }
        #expect(server.requests.isEmpty)
    }

    @Test func thereIsABarOnATerminalAlone() throws {
        for number in 0..<6 {
            let feed = SampleFeed.of("Nyhet \(number)", title: "Källa \(number)")
            server.set("/\(number)", .slow(.milliseconds(number * 300), feed.served()))
            try program.subscribe(server.url("/\(number)"))
        }
        let quiet = try program.run("sync", "--language", "sv")
        #expect(quiet.errors.isEmpty && !quiet.output.contains("\r"))
        let terminal = try PseudoTerminal(
            BuiltProduct.path("utkik-ingest"), ["sync", "--all", "--language", "sv"],
            environment: program.environment)
        #expect(terminal.wait { $0.text.contains(/Hämtar \d av 6 \[=* *\] \d+ %/) })
        #expect(terminal.wait(for: "6 källor lästa: 0 nya, 0 ändrade"))
        #expect(terminal.waitForExit() == .code(0))
        #expect(!terminal.screen.shows("Hämtar"))
    }
}

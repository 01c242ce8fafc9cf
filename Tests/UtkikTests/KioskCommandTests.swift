import ClimateModel
import Foundation
import TerminalDriver
import Testing

@testable import Dashboard

/// The real kiosk on a terminal of its own.
@Suite struct KioskCommandTests {
    @Test func turnsBySelfAndEndsOnlyOnControlC() throws {
        let program = try UtkikProgram()
        let kiosk = try program.start(
            "kiosk", "--seconds", "3", "--language", "sv", columns: 80, rows: 24)
        #expect(kiosk.wait(for: "av 290"))
        #expect(kiosk.screen.shows("Kristinehamn"))
        kiosk.type("q:j\u{1B}\u{1A}\u{C}")
        #expect(kiosk.wait(for: "Klättrare"))
        kiosk.resize(columns: 40, rows: 12)
        #expect(
            kiosk.wait { $0.row(0).contains("Klättrare") || $0.row(0).contains("Våra projekt") })
        kiosk.type("\u{3}")
        #expect(kiosk.waitForExit() == .code(130))
        #expect(kiosk.hasShellModes)
        #expect(!kiosk.screen.isAlternate)
    }

    @Test func showsWhatComesIn() throws {
        let program = try UtkikProgram()
        let kiosk = try program.start(
            "kiosk", "--scenes", "news", "--language", "sv", columns: 80, rows: 24)
        #expect(kiosk.wait(for: "Nyheter"))
        #expect(!kiosk.screen.shows("Kil får en lots"))
        try program.write(
            ContentBatch(
                sources: [Source(id: .init(rawValue: "feed"), kind: .feed, title: "Kil")],
                news: [
                    NewsItem(
                        identity: "kil", kind: .news,
                        title: LocalizedText(swedish: "Kil får en lots"),
                        published: .moment(Timestamp(seconds: 1_900_000_000)),
                        provenance: Provenance(source: .init(rawValue: "feed"), publisher: "Kil"))
                ]))
        #expect(kiosk.wait(for: "Kil får en lots"))
        // Neither a file that is no database nor none at all ends it or empties the screen.
        try Data(repeating: 7, count: 4_096).write(to: URL(fileURLWithPath: program.database))
        #expect(kiosk.wait(for: "! "))
        #expect(kiosk.screen.shows("Kil får en lots"))
        kiosk.signal(SIGTERM)
        #expect(kiosk.waitForExit() == .code(143))
    }

    @Test func takesItsPlanFromTheConfig() throws {
        let program = try UtkikProgram()
        let config = program.home.path + "/kiosk.toml"
        try "[kiosk]\nscenes = [\"news\", \"home\"]\nseconds = 3600\n"
            .write(toFile: config, atomically: true, encoding: .utf8)
        let kiosk = try program.start(
            "kiosk", "--config", config, "--language", "sv", columns: 80, rows: 24)
        #expect(kiosk.wait(for: "Nyheter"))
        kiosk.type("\u{3}")
        #expect(kiosk.waitForExit() != nil)
    }

    @Test func wrongOptionsAndConfigsAreSaidBeforeTheScreenIsTaken() throws {
        let program = try UtkikProgram()
        #expect(try program.run("kiosk", "--seconds", "0").status == 64)
        #expect(try program.run("kiosk", "--scenes", "weather").status == 64)
        let config = program.home.path + "/kiosk.toml"
        try "[kiosk]\nscenes = [\"väder\"]\n"
            .write(toFile: config, atomically: true, encoding: .utf8)
        let run = try program.run("kiosk", "--config", config)
        #expect(run.status == 65)
        #expect(run.errors.contains("kiosk.scenes"))
    }

    @Test func scenesAreDrawnWithoutATerminal() throws {
        let program = try UtkikProgram()
        let run = try program.run(
            "render", "--view", "kiosk:projects", "--size", "80x24", "--at", "2021-11-20T08:41:00Z",
            "--language", "sv")
        #expect(run.status == 0)
        #expect(run.lines.count { !$0.isEmpty } > 5)
        #expect(run.output.contains("Våra projekt"))
        #expect(run.output.contains("nästa:"))
        let wrong = try program.run("render", "--view", "kiosk:new", "--language", "sv")
        #expect(wrong.status == 64)
        #expect(wrong.errors.contains("kiosk:news"))
        for (language, words) in [("sv", "municipality:NAMN"), ("en", "municipality:NAME")] {
            let none = try program.run("render", "--view", "foo", "--language", language)
            #expect(none.errors.contains(words + ","), "\(none.errors)")
        }
    }
}

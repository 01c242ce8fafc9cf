import Foundation
import TerminalDriver
import Testing

/// Screens without a terminal, the manual, the doctor, and what goes wrong before a screen is there.
@Suite(.timeLimit(.minutes(3))) struct ProgramTests {
    private let utkik: UtkikProgram

    init() throws { utkik = try UtkikProgram() }

    private static let moment = "2021-11-20T08:41:00Z"

    @Test(arguments: ["home", "rankings", "projects", "news", "municipality:Kil", "help"])
    func drawsEveryView(view: String) throws {
        let text = try utkik.run(
            "render", "--view", view, "--size", "80x24", "--at", Self.moment, "--language", "sv")
        #expect(text.status == 0, "\(text.errors)")
        let rows = text.output.split(separator: "\n", omittingEmptySubsequences: false)
        #expect(rows.count == 25)
        #expect(!text.output.contains("\u{1B}"))
        #expect(text.output.count > 200)
        let picture = try utkik.run(
            "render", "--view", view, "--size", "80x24", "--format", "svg")
        #expect(picture.output.hasPrefix("<svg "))
        let coloured = try utkik.run("render", "--view", view, "--format", "ansi")
        #expect(coloured.output.contains("\u{1B}["))
    }

    @Test func drawsWhatTheLocaleCanShow() throws {
        let ascii = ["LC_ALL": "C"]
        for view in ["home", "kiosk:projects"] {
            for format in ["text", "ansi"] {
                let run = try utkik.run(
                    "render", "--view", view, "--format", format, environment: ascii)
                #expect(run.status == 0)
                #expect(run.output.utf8.allSatisfy { $0 < 0x80 }, "\(view) as \(format)")
            }
            let picture = try utkik.run(
                "render", "--view", view, "--format", "svg", environment: ascii)
            #expect(picture.output.utf8.contains { $0 >= 0x80 })
            let asked = try utkik.run("render", "--view", view, "--ascii")
            #expect(asked.output.utf8.allSatisfy { $0 < 0x80 })
        }
    }

    @Test func drawsTheSameTwice() throws {
        let runs = try (0..<2).map { _ in
            try utkik.run("render", "--at", Self.moment, "--language", "sv").output
        }
        #expect(runs[0] == runs[1])
        #expect(runs[0].contains("lör 20 nov"))
        #expect(runs[0].contains("08.41"))
        let zone = try utkik.run(
            "render", "--at", Self.moment, "--language", "sv",
            environment: ["TZ": "Europe/Stockholm"])
        #expect(zone.output.contains("09.41"))
    }

    @Test func drawsProjectsAndNewsById() throws {
        let project = try #require(try utkik.objects("projects").first?["id"] as? String)
        let item = try #require(try utkik.objects("news").first?["id"] as? String)
        #expect(try utkik.run("render", "--view", "project:" + project).status == 0)
        #expect(try utkik.run("render", "--view", "reader:" + item).status == 0)
        #expect(try utkik.objects("news", "--unread").count == 6)
        #expect(try utkik.run("render", "--view", "project:none").status == 64)
        #expect(try utkik.run("render", "--view", "reader:x").status == 64)
        #expect(try utkik.run("render", "--view", "moon").status == 64)
        #expect(try utkik.run("render", "--size", "0x9").status == 64)
    }

    @Test func readsAloudWithoutBoxes() throws {
        for arguments in [["--plain"], ["render", "--view", "municipality:Kil", "--plain"]] {
            let run = try ProgramRun(
                BuiltProduct.path("utkik"), arguments + ["--language", "sv"],
                environment: utkik.environment())
            #expect(run.status == 0)
            let drawing = run.output.unicodeScalars.filter {
                (0x2500...0x259F).contains($0.value) || (0x2800...0x28FF).contains($0.value)
                    || (0x25A0...0x25FF).contains($0.value)
            }
            #expect(drawing.isEmpty)
        }
        let home = try utkik.run("--plain", "--language", "sv")
        #expect(home.lines.contains("1. Vårgårda, Västra Götaland, plats 1, upp 2"))
        #expect(
            home.lines.contains(
                "Lokalt företagsklimat 2021: plats 150 av 290, upp 31, uppåt 2 år i rad"))
    }

    @Test func readsListsAloud() throws {
        let rankings = try utkik.run(
            "rankings", "--period", "2021", "--limit", "3", "--plain", "--language", "sv")
        #expect(
            rankings.lines[3]
                == "3. plats 3, ned 2, Solna, Stockholm, Pendlingskommun nära storstad")
        let news = try utkik.run("news", "--limit", "1", "--plain", "--language", "sv")
        #expect(news.lines[0].hasPrefix("1. oläst, 2023-05-30, Arvika, "))
    }

    @Test func printsItsManual() throws {
        let run = try utkik.run("manual")
        #expect(run.status == 0)
        #expect(run.outputBytes.allSatisfy { $0 < 0x80 })
        try Golden.check(run.output, "utkik.1")
    }

    @Test func tellsItsVersionAndHelps() throws {
        #expect(try utkik.run("--version").output == "1.0.0\n")
        #expect(try utkik.run("--help").output.contains("SUBCOMMANDS"))
        #expect(try utkik.run("rankings", "--help").output.contains("--period"))
        for shell in ["bash", "zsh", "fish"] {
            let run = try utkik.run("--generate-completion-script", shell)
            #expect(run.status == 0 && run.output.contains("rankings"))
        }
    }

    @Test func doctorsWhatIsThere() throws {
        #expect(try utkik.run("news").status == 0)
        let checks = try utkik.objects("doctor", "--language", "en")
        let names = Set(checks.compactMap { $0["check"] as? String })
        #expect(
            names == [
                "version", "terminal", "locale", "config", "ingest", "database", "state", "themes",
                "sources",
            ])
        #expect(checks.allSatisfy { $0["status"] as? String == "good" })
        let database = try #require(checks.first { $0["check"] as? String == "database" })
        #expect((database["text"] as? String)?.contains("290 municipalities") == true)
    }

    @Test func doctorsWhatIsBroken() throws {
        try FileManager.default.createDirectory(
            atPath: utkik.home.path + "/.config/utkik", withIntermediateDirectories: true)
        try utkik.home.write(
            "theme = \"skymning\"\nlanguge = \"sv\"\n", to: ".config/utkik/config.toml")
        let run = try utkik.run("doctor", environment: ["TERM": "nonsense", "COLORTERM": nil])
        #expect(run.status == 1)
        #expect(run.output.contains("config.toml:2:"))
        #expect(run.output.contains("did you mean language?"))
        #expect(run.output.contains("TERM=nonsense"))
    }

    @Test func saysWhatKeepsItFromOpening() throws {
        let piped = try utkik.run("--language", "en")
        #expect(piped.status == 1)
        #expect(piped.errors.contains("utkik --plain"))
        let unknown = try utkik.start(
            "--language", "en", environment: ["TERM": "nonsense", "COLORTERM": nil])
        #expect(unknown.waitForExit() == .code(1))
        #expect(unknown.screen.text.contains("Unknown terminal type TERM=nonsense"))
        #expect(try utkik.run("--theme", "skymnig", "render", "--format", "svg").status == 65)
        #expect(try utkik.run("--config", "/nonexistent.toml", "news").status == 65)
        #expect(try utkik.run("news", environment: ["UTKIK_LANGUAGE": "de"]).status == 65)
        #expect(try utkik.run("nonsense").status == 64)
    }

    @Test(arguments: [
        (["LC_ALL": "sv_SE.UTF-8", "LANG": "en_GB.UTF-8"], "Plats"),
        (["LC_ALL": nil, "LC_MESSAGES": "sv_FI.UTF-8", "LANG": "en_GB.UTF-8"], "Plats"),
        (["LC_ALL": nil, "LANG": "sv_SE"], "Plats"),
        (["LC_ALL": "POSIX", "LANG": "sv_SE"], "Rank"),
        (["LC_ALL": nil, "LANG": nil], "Rank"), (["LC_ALL": "de_DE.UTF-8"], "Rank"),
        (["LC_ALL": "sv_SE.UTF-8", "UTKIK_LANGUAGE": "en"], "Rank"),
    ])
    func speaksTheUsersLanguage(environment: [String: String?], heading: String) throws {
        let run = try utkik.run("rankings", "--limit", "1", environment: environment)
        #expect(run.lines[1].hasPrefix(heading))
        // The command line has the last word.
        let asked = try utkik.run(
            "rankings", "--limit", "1", "--language", "sv", environment: environment)
        #expect(asked.lines[1].hasPrefix("Plats"))
    }

    @Test func followsTheConfig() throws {
        try FileManager.default.createDirectory(
            atPath: utkik.home.path + "/.config/utkik", withIntermediateDirectories: true)
        try utkik.home.write(
            """
            language = "sv"
            municipality = "Kil"
            followed = ["Grums", "1781"]
            database = "own.sqlite"
            """, to: ".config/utkik/config.toml")
        let run = try utkik.run(
            "rankings", "--period", "2014", "--scope", "followed", "--format", "csv")
        #expect(run.output.components(separatedBy: "\r\n").count == 4)
        #expect(
            FileManager.default.fileExists(atPath: utkik.home.path + "/.config/utkik/own.sqlite"))
        #expect(try utkik.run("--plain").output.contains("\nKil\nLokalt företagsklimat 2014"))
    }
}

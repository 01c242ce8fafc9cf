import Foundation
import TerminalDriver
import Testing

@testable import UtkikApp

/// Help, and what is said of command lines that can't be understood: in one language, and of `utkik`.
@Suite(.timeLimit(.minutes(2))) struct HelpTests {
    private let utkik: UtkikProgram

    init() throws { utkik = try UtkikProgram() }

    private func run(_ line: String, _ language: String) throws -> ProgramRun {
        try ProgramRun(
            BuiltProduct.path("utkik"), line.split(separator: " ").map(String.init),
            environment: utkik.environment(["LC_ALL": language, "COLUMNS": "80"]))
    }

    /// The parser's own words, which it has in English alone.
    private static let english = [
        "OVERVIEW", "USAGE", "ARGUMENTS:", "OPTIONS", "SUBCOMMANDS", "(values", "default:",
        "(default)",
        "Show ", "See '", "Error:", "Usage:", "Help:", "Unknown", "Missing", "Unexpected",
        "unexpected", "The value", "The option", "Please", "subcommand", "<options>",
    ]

    private static let commands = [
        "", "dashboard", "rankings", "municipality", "projects", "news", "kiosk", "themes",
        "render", "sync", "source", "source list", "source add", "source test", "source remove",
        "source pause", "source resume", "source export", "import", "claims", "doctor", "manual",
    ]

    @Test(arguments: commands)
    func helpIsInOneLanguage(command: String) throws {
        let swedish = try run(command + " --help", "sv_SE.UTF-8")
        #expect(swedish.status == 0)
        #expect(swedish.output.contains("ANVÄNDNING: utkik" + (command.isEmpty ? "" : " ")))
        for word in Self.english { #expect(!swedish.output.contains(word), "\(word)") }
        let english = try run(command + " --help", "C.UTF-8")
        #expect(english.output.hasPrefix("OVERVIEW: "))
        #expect(!english.output.contains(/\s(och|eller|för|är|som)\s/), "\(english.output)")
        for page in [swedish, english] {
            #expect(!page.output.contains("utkik-ingest"))
            #expect(page.errors.isEmpty)
            #expect(page.output.split(separator: "\n").allSatisfy { $0.count <= 80 })
        }
        #expect(try run("help " + command, "sv_SE.UTF-8").output == swedish.output)
    }

    @Test(arguments: [
        ("sync --bogus", "Okänt val '--bogus'"), ("sync --wath", "Menade du '--watch'?"),
        ("sync --all=1", "Valet '--all' tar inget värde, men fick '1'."),
        ("source add", "Det saknas ett argument: '<adress> ...'"),
        (
            "source test --kind x y",
            "Värdet 'x' passar inte för '--kind <slag>'. Ange ett av dessa:"
        ),
        ("news --order x", "Ange 'date' eller 'unreadFirst'."),
        ("rankings --sort", "Det saknas ett värde för '--sort <ordning>'"),
        ("news x", "Oväntat argument 'x'"), ("news x y", "2 oväntade argument: 'x', 'y'"),
        ("news -x", "Okänt val '-x'"), ("news --limit=-1", "--limit ska vara 0 eller mer"),
        ("kiosk --seconds 1", "--seconds ska vara ett heltal från 3 till 3600"),
        ("sync --language xx", "Värdet 'xx' passar inte för '--language <sv|en>'"),
        ("import --format xml a.csv", "Ange 'text' eller 'json'."),
    ])
    func mistakesAreToldInTheUsersLanguage(line: String, expected: String) throws {
        let swedish = try run(line, "sv_SE.UTF-8")
        #expect(swedish.status == 64)
        #expect(swedish.output.isEmpty)
        #expect(swedish.errors.contains(expected), "\(swedish.errors)")
        for word in Self.english { #expect(!swedish.errors.contains(word), "\(swedish.errors)") }
        let english = try run(line, "C.UTF-8")
        #expect(english.status == 64)
        #expect(!english.errors.contains(/\s(och|eller|för|är|som)\s/), "\(english.errors)")
        #expect(!(swedish.errors + english.errors).contains("utkik-ingest"))
    }

    /// What no command tells itself is told in words as well.
    @Test func aManualThatCannotBeWrittenIsToldInWords() throws {
        let told = try ProgramRun(
            "/bin/sh", ["-c", "exec \"$0\" manual >/dev/full", BuiltProduct.path("utkik")],
            environment: utkik.environment())
        #expect(told.status == 1)
        #expect(told.errors.hasPrefix("utkik: can't write: "), "\(told.errors)")
    }

    @Test func theConfigsLanguageHolds() throws {
        try utkik.home.makeFolder(".config/utkik")
        try utkik.home.write("language = \"sv\"\n", to: ".config/utkik/config.toml")
        #expect(try run("news --order x", "C.UTF-8").errors.hasPrefix("Fel: "))
        #expect(try run("news --order x --language en", "C.UTF-8").errors.hasPrefix("Error: "))
        #expect(try run("rankings --help", "C.UTF-8").output.hasPrefix("ÖVERSIKT: "))
    }

    @Test(arguments: [
        ("bogus", "there is no command “bogus” – utkik --help lists those there are"),
        ("newss", "there is no command “newss” – did you mean utkik news?"),
        ("--plain newss", "there is no command “newss” – did you mean utkik news?"),
        ("source ad https://a.se", "“source ad” – did you mean utkik source add?"),
        ("source bogus", "“source bogus” – utkik source --help lists those there are"),
        ("help bogus", "there is no command “bogus”"),
    ])
    func aCommandThatThereIsNotIsSaidSo(line: String, expected: String) throws {
        let told = try run(line, "C.UTF-8")
        #expect(told.status == 64)
        #expect(
            told.errors.hasPrefix("utkik: ") && told.errors.contains(expected), "\(told.errors)")
        #expect(try run(line, "sv_SE.UTF-8").errors.hasPrefix("utkik: det finns inget kommando ”"))
    }
}

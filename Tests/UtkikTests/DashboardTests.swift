import ClimateModel
import Foundation
import Glibc
import TerminalDriver
import Testing

/// The dashboard on a terminal, as a user has it.
@Suite(.timeLimit(.minutes(3))) struct DashboardTests {
    private let utkik: UtkikProgram

    init() throws { utkik = try UtkikProgram() }

    /// The dashboard in Swedish, when its first screen is seen.
    private func shown(
        _ arguments: String..., environment: [String: String?] = [:], columns: Int = 120,
        rows: Int = 40
    ) throws -> PseudoTerminal {
        var environment = environment
        environment["UTKIK_LANGUAGE"] = "sv"
        let terminal = try PseudoTerminal(
            BuiltProduct.path("utkik"), arguments, environment: utkik.environment(environment),
            columns: columns, rows: rows)
        try #require(terminal.wait(for: "Utkik"), "\(terminal.screen.text)")
        return terminal
    }

    @Test func opensOnRealContentAndGivesTheTerminalBack() throws {
        let terminal = try shown()
        #expect(terminal.wait(for: "Lokalt företagsklimat 2021"))
        #expect(terminal.wait(for: "Tryck M och välj din egen kommun"))
        #expect(terminal.screen.shows("Kristinehamn"))
        #expect(terminal.screen.shows("39 av 290 kända"))
        #expect(terminal.screen.isAlternate)
        terminal.type("q")
        #expect(terminal.waitForExit() == .code(0))
        #expect(!terminal.screen.isAlternate)
        #expect(terminal.screen.isCursorVisible)
        #expect(!terminal.screen.tellsMouse)
    }

    @Test func goesWhereTheKeysLead() throws {
        let terminal = try shown()
        terminal.type("\r")
        #expect(terminal.wait(for: "Värmlands län"))
        terminal.type("q")
        #expect(terminal.wait(for: "Lokalt företagsklimat 2021"))
        terminal.type("3\r")
        #expect(terminal.wait(for: "Nyheter ›"))
        terminal.type("\u{1B}")
        #expect(terminal.wait(for: "5 olästa"))
        terminal.type("?")
        #expect(terminal.wait(for: "Hjälp"))
    }

    @Test func fitsEverySize() throws {
        let terminal = try shown()
        terminal.resize(columns: 80, rows: 24)
        #expect(terminal.wait(for: "1 Ranking"))
        #expect(terminal.wait { !$0.shows("─ Nyheter") })
        terminal.resize(columns: 30, rows: 3)
        #expect(terminal.wait(for: "Fönstret är för litet"))
        terminal.resize(columns: 120, rows: 40)
        #expect(terminal.wait(for: "─ Nyheter"))
    }

    @Test func endsAsItIsTold() throws {
        let killed = try shown()
        killed.signal(SIGTERM)
        #expect(killed.waitForExit() == .code(143))
        #expect(!killed.screen.isAlternate)
        let interrupted = try shown()
        interrupted.type("\u{3}")
        #expect(interrupted.waitForExit() == .code(130))
        let closed = try shown()
        closed.closeMaster()
        #expect(closed.waitForExit(seconds: 5, reading: false) == .code(129))
    }

    @Test func keepsWhatWasChosenAndRead() throws {
        let first = try shown()
        first.type("3\r")
        #expect(first.wait(for: "Nyheter ›"))
        first.type("q")
        #expect(first.wait(for: "5 olästa"))
        first.type("M")
        #expect(first.wait(for: "Din kommun"))
        first.type("kil\r")
        #expect(first.wait(for: "Din kommun är nu Kil"))
        first.type("q")
        #expect(first.waitForExit() == .code(0))
        #expect(try utkik.objects("news", "--unread").count == 5)
        let second = try shown()
        #expect(second.wait(for: "5 olästa"))
        #expect(second.screen.row(0).contains("Kil"))
        #expect(!second.screen.shows("välj din egen"))
    }

    @Test func showsWhatAnotherProgramWrites() throws {
        let terminal = try shown()
        #expect(terminal.wait(for: "6 olästa"))
        try utkik.write(manyNews(1))
        #expect(terminal.wait(for: "7 ", seconds: 5) && terminal.wait(for: "nummer 0", seconds: 5))
    }

    @Test func letsNothingHostileReachTheTerminal() throws {
        try utkik.write(hostileNews("\u{1B}]0;owned\u{7}\u{9B}31m\u{202E}Elak rubrik\u{200B}"))
        let terminal = try shown()
        #expect(terminal.wait(for: "Elak rubrik"))
        terminal.type("q")
        #expect(terminal.waitForExit() == .code(0))
        let bytes = Data(terminal.screen.log)
        for hostile in ["owned\u{7}", "\u{9B}", "\u{202E}", "\u{200B}"] {
            #expect(bytes.range(of: Data(hostile.utf8)) == nil)
        }
    }

    /// A program that keeps what it is called with.
    private func browser() throws -> (command: String, note: String) {
        let note = utkik.home.path + "/opened"
        let command = utkik.home.path + "/browser"
        try ProgramCopy.make(script: "printf '%s|' \"$@\" >> '\(note)'\n", at: command)
        return (command, note)
    }

    /// Whether `condition` comes true while the program runs on.
    private func eventually(_ terminal: PseudoTerminal, _ condition: () -> Bool) -> Bool {
        for _ in 0..<500 {
            if condition() { return true }
            terminal.watch(seconds: 0.02)
        }
        return false
    }

    @Test(arguments: [true, false])
    func opensLinksInTheBrowser(hasWindow: Bool) throws {
        let title = "Länk $(touch x); `touch y`"
        try utkik.write(hostileNews(title))
        let (command, note) = try browser()
        let terminal = try shown(
            environment: ["BROWSER": command + " --new", "DISPLAY": hasWindow ? ":9" : nil])
        #expect(terminal.wait(for: "7 olästa"))
        terminal.type("3\r")
        #expect(terminal.wait(for: "Nyheter ›"))
        terminal.type("o")
        #expect(
            eventually(terminal) {
                (try? String(contentsOfFile: note, encoding: .utf8))
                    == "--new|https://example.org/x|"
            })
        terminal.type("y")
        // xterm's clipboard sequence with the address in base 64.
        let copied = Data("\u{1B}]52;c;aHR0cHM6Ly9leGFtcGxlLm9yZy94".utf8)
        #expect(terminal.wait { Data($0.log).range(of: copied) != nil })
        terminal.type("qq")
        #expect(terminal.waitForExit() == .code(0))
    }

    @Test func opensWhereItWasLeft() throws {
        let first = try shown()
        first.type("2")
        first.type("L")
        #expect(first.wait(for: "Rankings"))
        first.type("q")
        #expect(first.waitForExit() == .code(0))
        let second = try PseudoTerminal(
            BuiltProduct.path("utkik"), environment: utkik.environment())
        #expect(second.wait(for: "Enter open"))
        second.type("\r")
        #expect(second.wait(for: "Projects ›"))
    }

    @Test func refusesAConfigThatIsWrong() throws {
        try FileManager.default.createDirectory(
            atPath: utkik.home.path + "/.config/utkik", withIntermediateDirectories: true)
        try utkik.home.write(
            "[keys]\nsearch = \"j\"\n", to: ".config/utkik/config.toml")
        let terminal = try utkik.start("--language", "en")
        #expect(terminal.waitForExit() == .code(65))
        #expect(terminal.screen.text.contains("config.toml:2:"))
        #expect(!terminal.screen.isAlternate)
        // A wall screen goes on.
        let kiosk = try utkik.start("kiosk", "--language", "sv")
        #expect(kiosk.wait(for: "Lokalt företagsklimat"))
    }

    @Test func reloadsAThemeThatChanges() throws {
        let folder = utkik.home.path + "/.config/utkik/themes"
        try FileManager.default.createDirectory(
            atPath: folder, withIntermediateDirectories: true)
        try writeTheme(background: "102030")
        let terminal = try shown("--theme", "mine")
        #expect(terminal.wait { $0[0, 3].background == .rgb(0x102030) })
        try writeTheme(background: "302010")
        #expect(terminal.wait(seconds: 5) { $0[0, 3].background == .rgb(0x302010) })
        try utkik.home.write("palette: 7\n", to: ".config/utkik/themes/mine.yaml")
        #expect(terminal.wait(for: "mine.yaml", seconds: 5))
        #expect(terminal.screen[0, 3].background == .rgb(0x302010))
    }

    private func writeTheme(background: String) throws {
        let colors = (1..<16).map { "base0\(String($0, radix: 16, uppercase: true)): \"c0c0c0\"\n" }
        try utkik.home.write(
            "base00: \"\(background)\"\n" + colors.joined(), to: ".config/utkik/themes/mine.yaml")
    }
}

import Foundation
import Glibc
import TerminalDriver
import Testing

/// The dashboard and the writer that it starts.
@Suite(.timeLimit(.minutes(3))) struct FetchingTests {
    private static func line(
        _ source: String, _ result: String, new: Int = 0, error: String = "null", _ done: Int
    ) -> String {
        "echo '{\"source\":\"\(source)\",\"title\":\"\(source)\",\"address\":\"x\",\"result\":\"\(result)\","
            + "\"new\":\(new),\"changed\":1,\"unchanged\":0,\"error\":\(error),\"next\":null,"
            + "\"milliseconds\":4,\"done\":\(done),\"total\":2}'\n"
    }

    private static func wait(for file: String) -> String {
        "until [ -e \(file) ]; do sleep 0.02; done\n"
    }

    /// Whether `condition` comes true while the program runs on.
    private func eventually(_ terminal: PseudoTerminal, _ condition: () -> Bool) -> Bool {
        for _ in 0..<500 {
            if condition() { return true }
            terminal.watch(seconds: 0.02)
        }
        return false
    }

    /// The longest that a key took to show, in seconds, for each of `keys` with what it shows.
    private func slowest(_ terminal: PseudoTerminal, _ keys: [(String, String)]) throws -> Double {
        var slowest = 0.0
        for (key, text) in keys {
            let start = PseudoTerminal.now
            terminal.type(key)
            try #require(terminal.wait(for: text), "\(key)\n\(terminal.screen.text)")
            slowest = max(slowest, PseudoTerminal.now - start)
        }
        return slowest
    }

    private let someKeys = [
        ("?", "Hjälp"), ("q", "Enter öppna"), ("T", "skymning"), ("\u{7}", "Enter öppna"),
        ("M", "Din kommun"), ("\u{7}", "Enter öppna"), ("S", "1 med fel"), ("q", "Enter öppna"),
        ("3\r", "Nyheter ›"), ("q", "Enter öppna"),
    ]

    @Test func tellsHowFarItHasComeAndWhatChanged() throws {
        let companion = try FakeCompanion(
            Self.line("feed-good", "changed", new: 3, 1) + Self.wait(for: "go")
                + Self.line("feed-bad", "failed", error: "\"trasig\"", 2))
        let terminal = try companion.start()
        terminal.type("R")
        #expect(terminal.wait(for: "Hämtar 1 av 2 … · 3 nya"))
        terminal.type("R")
        #expect(terminal.wait(for: "Hämtning pågår redan"))
        try companion.make("go")
        #expect(terminal.wait(for: "3 nya, 2 ändrade · 1 källa svarade inte som den ska (S)"))
        #expect(companion.calls == ["sync --all"])
        terminal.type("3r")
        #expect(eventually(terminal) { companion.calls.last == "sync -- feed-good" })
        terminal.type("q")
        #expect(terminal.waitForExit() == .code(0))
    }

    @Test func aCompanionThatHangsDelaysNoKeyAndEndsWithTheDashboard() throws {
        let companion = try FakeCompanion("echo $$ > process; exec sleep 1000")
        let terminal = try companion.start()
        terminal.type("R")
        #expect(terminal.wait(for: "Hämtar …"), "\(terminal.screen.text)")
        #expect(eventually(terminal) { companion.number(in: "process") != nil })
        #expect(try slowest(terminal, someKeys) < 1)
        let process = try #require(companion.number(in: "process"))
        #expect(kill(process, 0) == 0)
        terminal.type("Q")
        #expect(terminal.waitForExit() == .code(0))
        #expect(kill(process, 0) == -1)
    }

    @Test func aFloodOfGarbageDelaysNoKey() throws {
        let companion = try FakeCompanion(
            """
            echo '{"source":7}'; printf '{"source":"\\033]0;x\\007","result":"changed","done":-5,"total":99999999999}\\n'
            echo '\u{1B}[31m[[[[{{{'; tr '\\0' x < /dev/zero | head -c 3000000; echo
            exec cat /dev/zero
            """)
        let terminal = try companion.start()
        terminal.type("R")
        #expect(terminal.wait(for: "Hämtar"))
        #expect(try slowest(terminal, someKeys) < 1)
        terminal.type("X")
        #expect(terminal.wait(for: "Hämtningen avbröts."))
        #expect(Data(terminal.screen.log).range(of: Data("0;x\u{7}".utf8)) == nil)
    }

    @Test func aCompanionThatDoesNotEndIsKilled() throws {
        let companion = try FakeCompanion("trap '' TERM; echo $$ > process; exec sleep 1000")
        let terminal = try companion.start()
        terminal.type("R")
        #expect(eventually(terminal) { companion.number(in: "process") != nil })
        terminal.type("X")
        #expect(terminal.wait(for: "Avbryter …"))
        #expect(try slowest(terminal, someKeys) < 1)
        #expect(eventually(terminal) { kill(companion.number(in: "process") ?? 0, 0) == -1 })
    }

    @Test func aCompanionThatClosesItsOutputIsNotWaitedFor() throws {
        let companion = try FakeCompanion("exec sleep 1000 >/dev/null 2>&1")
        let terminal = try companion.start()
        terminal.type("R")
        #expect(try slowest(terminal, someKeys) < 1)
        #expect(terminal.wait(for: "slutade utan att säga varför"))
    }

    @Test(arguments: [
        ("echo 'utkik: annan' >&2; exit 75", "En annan hämtning pågår"),
        ("echo 'utkik: disken är full' >&2; exit 1", "disken är full"),
        ("kill -SEGV $$", "slutade utan att säga varför"), ("exit 0", "Inget att hämta just nu."),
    ]) func tellsHowItEnded(script: String, text: String) throws {
        let companion = try FakeCompanion(script)
        let terminal = try companion.start()
        terminal.type("R")
        #expect(terminal.wait(for: text), "\(terminal.screen.text)")
        #expect(!terminal.screen.shows("utkik: "))
    }

    @Test func withoutACompanionTheRemedyIsTold() throws {
        let terminal = try FakeCompanion(nil).start()
        terminal.type("R")
        #expect(terminal.wait(for: "utkik-ingest hittas inte"))
    }

    @Test func guestsStartNothing() throws {
        let companion = try FakeCompanion("exit 0")
        let terminal = try companion.start("--restricted")
        terminal.type("RSpta")
        #expect(terminal.wait(for: "avstängt för gäster"))
        terminal.type("qq")
        #expect(terminal.waitForExit() == .code(0))
        #expect(companion.calls.isEmpty)
    }

    @Test func changesAndTestsSources() throws {
        let companion = try FakeCompanion(
            """
            case "$1 $2" in
            "source test") echo '{"address":"https://example.org/bad","kind":"feed","title":"T","items":2,"newest":"2026-11-20",\
            "problems":[],"error":null,"preview":["Första rubriken"]}';;
            "source add") echo '{"source":"feed-new","title":"Ett nytt flöde"}';;
            "source remove") echo 'utkik: den är borta redan' >&2; exit 1;;
            *) echo '{"source":"feed-bad","done":true}';;
            esac
            """)
        let terminal = try companion.start()
        terminal.type("S")
        #expect(terminal.wait(for: "1 med fel"))
        terminal.type("t")
        #expect(terminal.wait(for: "• Första rubriken"))
        terminal.type("qp")
        #expect(terminal.wait(for: "Pausad: Årjängs flöde"))
        terminal.type("x\r")
        #expect(terminal.wait(for: "den är borta redan"))
        terminal.type("a-https://example.org/new\r")
        #expect(terminal.wait(for: "Tillagd: Ett nytt flöde"))
        #expect(
            companion.calls == [
                "source test -- feed-bad", "source pause -- feed-bad", "source remove -- feed-bad",
                "source add -- -https://example.org/new",
            ])
    }

    @Test func aChangeDuringASyncWaitsAndTellsWhy() throws {
        let companion = try FakeCompanion(
            "while [ ! -e go ]; do :; done; echo 'utkik: /x.lock' >&2; exit 75")
        let terminal = try companion.start()
        terminal.type("Sp")
        #expect(terminal.wait(for: "Pausar Årjängs flöde …"))
        try companion.make("go")
        #expect(terminal.wait(for: "försök igen när den är klar"))
    }

    @Test func aTestThatIsLeftEnds() throws {
        let companion = try FakeCompanion("echo $$ > process; exec sleep 1000")
        let terminal = try companion.start()
        terminal.type("St")
        #expect(terminal.wait(for: "Läser källan …"))
        #expect(eventually(terminal) { companion.number(in: "process") != nil })
        terminal.type("q")
        #expect(terminal.wait(for: "j/k rad"))
        #expect(eventually(terminal) { kill(companion.number(in: "process") ?? 0, 0) == -1 })
    }
}

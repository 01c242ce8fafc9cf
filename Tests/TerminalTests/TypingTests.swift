import TerminalDriver
import Testing

@Suite struct TypingTests {
    @Test("keys, pastes and clicks reach the program")
    func events() throws {
        let terminal = try DemoTerminal.shown()
        let cases = [
            ("\u{1B}[5~", "key pgup"), ("\u{1B}OP", "key f1"), ("å", "key å"),
            ("\u{1B}[1;5C", "key ctrl-right"), ("\u{1B}x", "key alt-x"),
            ("\u{1B}[200~två\nrader\u{1B}[201~", "paste två/rader"),
            ("\u{1B}[<0;11;6M", "press(TextGrid.MouseEvent.Button.left) at 10,5"),
            ("\u{1B}[<65;11;6M", "wheelDown at 10,5"), ("\u{13}", "key ctrl-s"),
            ("\u{16}", "key ctrl-v"), ("\u{1C}", "key ctrl-\\"),
        ]
        for (sent, told) in cases {
            terminal.type(sent)
            #expect(terminal.wait(for: "\(told)|"), "\(told)")
        }
    }

    @Test("a sequence that a slow line splits is one key")
    func slowLine() throws {
        let terminal = try DemoTerminal.shown()
        terminal.type("\u{1B}[1")
        // The program has read the first part when it has slept again.
        terminal.watch(seconds: 0.1)
        terminal.type(";5A")
        #expect(terminal.wait(for: "#2 key ctrl-up|"))
    }

    @Test("Esc by itself is told within 100 ms")
    func escape() throws {
        let terminal = try DemoTerminal.shown()
        terminal.type("\u{1B}")
        #expect(terminal.wait(for: "#2 key esc|", seconds: 1))
    }

    @Test("a burst of keys is handled before one frame is drawn")
    func burst() throws {
        let terminal = try DemoTerminal.shown(columns: 120, rows: 200)
        let before = terminal.screen.log.count
        terminal.type(String(repeating: "j", count: 150))
        #expect(terminal.wait { $0[1, 153].text == "▌" })
        // Drawn one by one, 150 frames would be some 16 kB.
        #expect(terminal.screen.log.count - before < 4_000)
    }

    @Test("what is typed before the first frame is not lost")
    func typedAhead() throws {
        let terminal = try DemoTerminal.start()
        terminal.type("jjj")
        #expect(terminal.wait { $0[1, 6].text == "▌" && $0.row(39) == " bottom" })
    }
}

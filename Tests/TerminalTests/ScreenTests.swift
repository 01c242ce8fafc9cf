import Glibc
import TerminalDriver
import Testing

@Suite struct ScreenTests {
    @Test("the first frame fills the alternate screen")
    func firstFrame() throws {
        let terminal = try DemoTerminal.shown()
        let screen = terminal.screen
        #expect(screen.isAlternate)
        #expect(!screen.isCursorVisible)
        #expect(screen.tellsMouse)
        #expect(screen.row(0) == " demo trueColor unicode åäö")
        #expect(screen.row(1) == " #1 size 120x40|")
        let row = " ▌    1  ▲31   Kristinehamn       Värmland          ⠉⠢⣀⣀⠤⠊"
        #expect(screen.row(3).hasPrefix(row))
        #expect(screen[119, 39].background == .rgb(0x1A1B26))
        #expect(screen[1, 0].isBold)
        #expect(screen[9, 5].foreground == .rgb(0x60D080))
        #expect(!terminal.hasShellModes)
    }

    @Test("one row down costs at most 250 bytes in true colour at 120 columns")
    func bytesOfOneRow() throws {
        let terminal = try DemoTerminal.shown()
        for row in 2...30 {
            let before = terminal.screen.log.count
            terminal.type("j")
            #expect(terminal.wait { $0[1, row + 2].text == "▌" && $0[26, row + 2].isBold })
            #expect(terminal.screen.log.count - before <= 250)
        }
    }

    @Test("a frame that equals the last one writes nothing")
    func equalFrame() throws {
        let terminal = try DemoTerminal.shown()
        let before = terminal.screen.log.count
        terminal.type("ii")
        terminal.watch(seconds: 0.1)
        #expect(terminal.screen.log.count == before)
        terminal.type("j")
        #expect(terminal.wait { $0[1, 4].text == "▌" })
    }

    @Test("an idle screen writes nothing and does not wake up")
    func idle() throws {
        let terminal = try DemoTerminal.shown()
        terminal.watch(seconds: 0.1)
        let (before, switches) = (terminal.screen.log.count, terminal.contextSwitches)
        terminal.watch(seconds: 0.5)
        #expect(terminal.screen.log.count == before)
        // The minute's clock may fall into it.
        #expect(terminal.contextSwitches - switches <= 1)
    }

    @Test("Ctrl-L repairs what others have written on the screen")
    func redraw() throws {
        let terminal = try DemoTerminal.shown()
        terminal.screen.write(Array("\u{1B}[1;31mGARBAGE\u{1B}[5;1Hmore".utf8))
        #expect(terminal.screen.shows("GARBAGE"))
        terminal.type("\u{0C}")
        #expect(
            terminal.wait {
                !$0.shows("GARBAGE") && $0.row(39) == " bottom"
                    && $0[119, 39].background == .rgb(0x1A1B26)
            })
        #expect(!terminal.screen.shows("more"))
        #expect(terminal.screen[1, 3].text == "▌")
    }

    @Test(
        "a new size is drawn at once",
        arguments: [(80, 24), (200, 60), (20, 6), (1, 1), (121, 41), (500, 200)])
    func resize(columns: Int, rows: Int) throws {
        let terminal = try DemoTerminal.shown()
        terminal.resize(columns: columns, rows: rows)
        if columns < 20 {
            // Too small to read: the next size shows that it lives.
            terminal.watch(seconds: 0.05)
            terminal.resize(columns: 90, rows: 30)
            #expect(terminal.wait(for: "size 90x30|"))
            return
        }
        #expect(
            terminal.wait { $0.shows("size \(columns)x\(rows)|") && $0.row(rows - 1) == " bottom" })
        #expect(terminal.screen[columns - 1, rows - 1].background == .rgb(0x1A1B26))
    }

    @Test("control, bidi and zero-width characters never reach the terminal")
    func hostileText() throws {
        let terminal = try DemoTerminal.shown()
        let before = terminal.screen.log.count
        terminal.type("H")
        #expect(terminal.wait(for: "end"))
        #expect(terminal.screen.row(2) == " bell esc[2J bidi zero31m end")
        #expect(terminal.screen.bells == 0)
        let written = String(decoding: terminal.screen.log[before...], as: UTF8.self)
        #expect(
            !written.unicodeScalars.contains {
                ["\u{202E}", "\u{200B}", "\u{9B}", "\u{7}"].contains($0)
            })
        #expect(terminal.screen.row(3).contains("Kristinehamn"))
    }

    @Test("the cursor is shown for a prompt alone")
    func cursor() throws {
        let terminal = try DemoTerminal.shown()
        terminal.type("P")
        #expect(terminal.wait { $0.isCursorVisible && $0.cursor == (5, 2) })
        terminal.type("P")
        #expect(terminal.wait { !$0.isCursorVisible })
    }

    @Test("text goes to the terminal's clipboard in base64")
    func clipboard() throws {
        let terminal = try DemoTerminal.shown()
        terminal.type("Y")
        #expect(terminal.wait(for: "copied true"))
        let log = String(decoding: terminal.screen.log, as: UTF8.self)
        #expect(log.contains("\u{1B}]52;c;SGVqLCDDpSE=\u{1B}\\"))
    }
}

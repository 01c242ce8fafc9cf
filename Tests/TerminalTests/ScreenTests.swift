import Glibc
import TerminalDriver
import Testing

@Suite struct ScreenTests {
    @Test func firstFrameFillsTheAlternateScreen() throws {
        let terminal = try DemoTerminal.shown()
        let screen = terminal.screen
        #expect(screen.isAlternate)
        #expect(!screen.isCursorVisible)
        #expect(screen.tellsMouse)
        #expect(screen.row(0) == " demo trueColor unicode åäö")
        #expect(screen.row(1) == " #1 size 120x40|")
        #expect(
            screen.row(3).hasPrefix(" ▌    1  ▲31   Kristinehamn       Värmland          ⠉⠢⣀⣀⠤⠊"))
        #expect(screen[119, 39].background == .rgb(0x1A1B26))
        #expect(screen[1, 0].isBold)
        #expect(screen[9, 5].foreground == .rgb(0x60D080))
        #expect(!terminal.hasShellModes)
    }

    @Test func quittingGivesTheTerminalBack() throws {
        let terminal = try DemoTerminal.shown()
        terminal.type("q")
        #expect(terminal.waitForExit() == .code(0))
        #expect(!terminal.screen.isAlternate)
        #expect(terminal.screen.isCursorVisible)
        #expect(!terminal.screen.tellsMouse)
        #expect(terminal.hasShellModes)
    }

    @Test func movingTheSelectionIsCheap() throws {
        let terminal = try DemoTerminal.shown()
        for row in 2...12 {
            let before = terminal.screen.log.count
            terminal.type("j")
            #expect(
                terminal.wait {
                    $0[1, row + 2].text == "▌" && $0[15, row + 2].isBold && $0[26, row + 2].isBold
                })
            #expect(terminal.screen.log.count - before <= 250)
        }
    }
}

import TerminalDriver
import Testing

@Suite struct ColorTests {
    struct Expected {
        var title: String
        var ground: VirtualScreen.Color
        var green: VirtualScreen.Color
    }

    @Test("256, 16, 8 and no colours are used where asked for or where the terminal has no more")
    func depths() throws {
        let mono = Expected(title: "demo mono", ground: .terminal, green: .terminal)
        let full = Expected(
            title: "demo trueColor", ground: .rgb(0x1A1B26), green: .rgb(0x60D080))
        let many = Expected(title: "demo palette256", ground: .palette(234), green: .palette(78))
        let cases: [([String: String?], Expected)] = [
            ([:], full),
            (["COLORTERM": "24bit"], full),
            (["COLORTERM": nil], many),
            (["STY": "1.pts"], many),
            (["TERM": "screen-256color", "COLORTERM": nil], many),
            (["TERM": "tmux-256color"], full),
            (["DEMO_COLOR": "256"], many),
            (["DEMO_COLOR": "truecolor", "COLORTERM": nil], full),
            (["NO_COLOR": "1"], mono),
            (["NO_COLOR": ""], full),
            (["NO_COLOR": "1", "DEMO_COLOR": "always"], full),
            (["DEMO_COLOR": "never"], mono),
            (["TERM": "vt100", "COLORTERM": nil], mono),
        ]
        for (environment, expected) in cases {
            let terminal = try DemoTerminal.shown(environment)
            let screen = terminal.screen
            #expect(screen.row(0).contains(expected.title), "\(environment)")
            #expect(screen[100, 30].background == expected.ground, "\(environment)")
            #expect(screen[9, 5].foreground == expected.green, "\(environment)")
            #expect(screen[1, 0].isBold, "\(environment)")
        }
    }

    @Test("8 and 16 colours are those of the palette, which is never redefined")
    func smallPalettes() throws {
        for (setting, name, limit) in [("8", "ansi8", 8), ("16", "ansi16", 16)] {
            let terminal = try DemoTerminal.shown(["DEMO_COLOR": setting])
            #expect(terminal.screen.row(0).contains("demo \(name)"))
            guard case .palette(let green) = terminal.screen[9, 5].foreground else {
                Issue.record("no palette colour in \(setting)")
                continue
            }
            #expect(green < limit)
            let log = String(decoding: terminal.screen.log, as: UTF8.self)
            #expect(!log.contains("\u{1B}]4;"))
            #expect(!log.contains("38;"))
        }
    }

    @Test("more colours than the terminal has pairs are shown right, frame after frame")
    func manyPairs() throws {
        // 36 rows of 120 cells in 4,320 pairs; 65,536 pairs last for 15 frames.
        let terminal = try DemoTerminal.shown()
        for frame in 1...20 {
            terminal.type("D")
            let shade = (0x010307 * frame) & 0xFFFFFF
            let last = (shade &+ 38 &* 0x0B0D11 &+ 119 &* 0x050301) & 0xFFFFFF
            #expect(terminal.wait { $0[119, 38].foreground == .rgb(last) }, "frame \(frame)")
            let first = (shade &+ 3 &* 0x0B0D11) & 0xFFFFFF
            #expect(terminal.screen[0, 3].foreground == .rgb(first))
        }
    }

    @Test("without a UTF-8 locale no byte above 0x7F is written")
    func ascii() throws {
        for locale in ["C", "POSIX"] {
            let terminal = try DemoTerminal.shown(["LC_ALL": locale])
            #expect(terminal.screen.row(0) == " demo trueColor ascii aao")
            #expect(terminal.screen.row(3).contains("Varmland"))
            #expect(terminal.screen.log.allSatisfy { $0 < 0x80 })
        }
    }

    @Test("a UTF-8 locale that is not installed is UTF-8 all the same")
    func missingLocale() throws {
        let terminal = try DemoTerminal.shown(["LC_ALL": "xx_YY.UTF-8"])
        #expect(terminal.screen.row(0) == " demo trueColor unicode åäö")
    }
}

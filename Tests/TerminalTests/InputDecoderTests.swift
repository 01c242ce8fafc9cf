import Testing
import TextGrid

@testable import Terminal

@Suite struct InputDecoderTests {
    /// The events of `text` that comes in one piece, in the words of `words`.
    private func events(_ text: String) -> [String] {
        var decoder = InputDecoder()
        return (decoder.feed(Array(text.utf8), at: 0) + decoder.expire(at: 10_000)).map(words)
    }

    private func words(_ event: InputEvent) -> String {
        switch event {
        case .key(let key): key.description
        case .paste(let text): "paste(\(text))"
        case .mouse(let mouse): "\(mouse.action)@\(mouse.position.x),\(mouse.position.y)"
        case .focus(let isFocused): "focus(\(isFocused))"
        }
    }

    @Test(
        "keys as xterm, rxvt, the Linux console and tmux send them",
        arguments: [
            ("a", "a"), ("G", "G"), ("å", "å"), (" ", "space"), ("日", "日"),
            ("\r", "enter"), ("\n", "enter"), ("\t", "tab"), ("\u{7F}", "backspace"),
            ("\u{8}", "backspace"), ("\u{C}", "ctrl-l"), ("\u{0}", "ctrl-space"),
            ("\u{1F}", "ctrl-_"), ("\u{1C}", "ctrl-\\"), ("\u{1B}", "esc"),
            ("\u{1B}[A", "up"), ("\u{1B}OB", "down"), ("\u{1B}[C", "right"), ("\u{1B}OD", "left"),
            ("\u{1B}[H", "home"), ("\u{1B}OF", "end"), ("\u{1B}[1~", "home"), ("\u{1B}[4~", "end"),
            ("\u{1B}[7~", "home"), ("\u{1B}[8~", "end"), ("\u{1B}[2~", "ins"), ("\u{1B}[3~", "del"),
            ("\u{1B}[5~", "pgup"), ("\u{1B}[6~", "pgdn"), ("\u{1B}[Z", "shift-tab"),
            ("\u{1B}OP", "f1"), ("\u{1B}[11~", "f1"), ("\u{1B}[[A", "f1"), ("\u{1B}[[E", "f5"),
            ("\u{1B}[15~", "f5"), ("\u{1B}[17~", "f6"), ("\u{1B}[21~", "f10"),
            ("\u{1B}[23~", "f11"), ("\u{1B}[24~", "f12"),
            ("\u{1B}[1;2A", "shift-up"), ("\u{1B}[1;5C", "ctrl-right"),
            ("\u{1B}[1;3B", "alt-down"), ("\u{1B}[5;5~", "ctrl-pgup"),
            ("\u{1B}[1;6D", "ctrl-shift-left"),
            ("\u{1B}[a", "shift-up"), ("\u{1B}[5^", "ctrl-pgup"), ("\u{1B}[1;2P", "shift-f1"),
            ("\u{1B}OM", "enter"), ("\u{1B}Ok", "+"), ("\u{1B}Op", "0"),
            ("\u{1B}x", "alt-x"), ("\u{1B}å", "alt-å"), ("\u{1B}\r", "alt-enter"),
            ("\u{1B}\u{1B}[A", "alt-up"), ("\u{1B}[", "alt-["), ("\u{1B}O", "alt-O"),
            ("\u{1B}[97;5u", "ctrl-a"), ("\u{1B}[27u", "esc"), ("\u{1B}[27;5;13~", "ctrl-enter"),
            ("\u{1B}[I", "focus(true)"), ("\u{1B}[O", "focus(false)"),
            ("\u{1B}[<0;12;5M", "press(TextGrid.MouseEvent.Button.left)@11,4"),
            ("\u{1B}[<2;500;300M", "press(TextGrid.MouseEvent.Button.right)@499,299"),
            ("\u{1B}[<64;1;1M", "wheelUp@0,0"), ("\u{1B}[<65;1;1M", "wheelDown@0,0"),
            ("\u{1B}[M !!", "press(TextGrid.MouseEvent.Button.left)@0,0"),
            ("\u{1B}[M`!!", "wheelUp@0,0"),
        ])
    func keys(sent: String, event: String) {
        #expect(events(sent) == [event])
    }

    @Test(
        "what is no key is left out",
        arguments: [
            "\u{1B}[<0;12;5m", "\u{1B}[<32;12;5M", "\u{1B}[?1;2c", "\u{1B}[>0;276;0c",
            "\u{1B}[12;40R", "\u{1B}[99~", "\u{1B}[M#!!", "\u{1B}[0;0;0;0;0;0;0;0m",
        ])
    func ignored(sent: String) {
        #expect(events(sent + "x") == ["x"])
    }

    @Test("bytes that are no UTF-8 are left out, and nothing after them is lost")
    func malformed() {
        for bad: [UInt8] in [
            [0xFF], [0xC3], [0xE2, 0x82], [0xED, 0xA0, 0x80], [0xC0, 0x80], [0x9B],
        ] {
            var decoder = InputDecoder()
            #expect(decoder.feed(bad + [0x6A], at: 0).map(words) == ["j"], "\(bad)")
        }
    }

    @Test("several keys in one piece come one by one")
    func burst() {
        #expect(
            events("jj\u{1B}[Bå\u{1B}OA\u{1B}xq") == ["j", "j", "down", "å", "up", "alt-x", "q"])
        #expect(events("\u{1B}\u{1B}") == ["esc", "esc"])
        #expect(events("e\u{301}a") == ["e\u{301}", "a"])
    }

    @Test("a sequence may come in any pieces within the delay")
    func split() {
        let sequences = [
            "\u{1B}[A", "\u{1B}[15;5~", "\u{1B}OP", "å", "\u{1B}[<0;12;5M", "\u{1B}[[A",
        ]
        for sequence in sequences {
            var decoder = InputDecoder()
            var found: [InputEvent] = []
            for (index, byte) in sequence.utf8.enumerated() {
                let now = Int64(index * 30)
                found += decoder.expire(at: now) + decoder.feed([byte], at: now)
            }
            #expect(found.map(words) == events(sequence))
            #expect(decoder.deadline == nil)
        }
    }

    @Test("the Esc key is told after the delay, and no sooner")
    func escape() {
        var decoder = InputDecoder(escapeDelay: 40)
        #expect(decoder.feed([0x1B], at: 1_000).isEmpty)
        #expect(decoder.deadline == 1_040)
        #expect(decoder.expire(at: 1_039).isEmpty)
        #expect(decoder.expire(at: 1_040).map(words) == ["esc"])
        #expect(decoder.deadline == nil)
    }

    @Test("the rest of a sequence that comes after the Esc was told is no typing")
    func lateRest() {
        var decoder = InputDecoder(escapeDelay: 40)
        _ = decoder.feed([0x1B], at: 0)
        #expect(decoder.expire(at: 50).map(words) == ["esc"])
        #expect(decoder.feed(Array("[Bj".utf8), at: 200).map(words) == ["down", "j"])
        _ = decoder.feed([0x1B], at: 1_000)
        _ = decoder.expire(at: 1_050)
        #expect(decoder.feed(Array("[".utf8), at: 1_100).map(words) == ["["])
        _ = decoder.feed([0x1B], at: 2_000)
        _ = decoder.expire(at: 2_050)
        #expect(decoder.feed(Array("[B".utf8), at: 4_000).map(words) == ["[", "B"])
    }

    @Test("a longer sequence is waited for, and given up in the end")
    func unfinished() {
        var decoder = InputDecoder()
        _ = decoder.feed(Array("\u{1B}[1;".utf8), at: 0)
        #expect(decoder.expire(at: 499).isEmpty)
        #expect(decoder.feed(Array("5A".utf8), at: 499).map(words) == ["ctrl-up"])
        _ = decoder.feed(Array("\u{1B}[1;".utf8), at: 1_000)
        #expect(decoder.expire(at: 1_500).isEmpty)
        #expect(decoder.feed(Array("j".utf8), at: 1_501).map(words) == ["j"])
    }

    @Test("a paste is one event, whatever is in it and however it comes")
    func paste() {
        #expect(events("\u{1B}[200~hej\r\nå\tq\u{1B}[201~j") == ["paste(hej\nå q)", "j"])
        #expect(
            events("\u{1B}[200~a\u{1B}[31mb\u{7}\u{202E}\u{9B}c\u{1B}[201~") == ["paste(a[31mbc)"])
        var decoder = InputDecoder()
        var found: [InputEvent] = []
        for byte in Array("\u{1B}[200~ab\u{1B}[2c\u{1B}[201~q".utf8) {
            found += decoder.feed([byte], at: 0)
        }
        #expect(found.map(words) == ["paste(ab[2c)", "q"])
    }

    @Test("a paste is bounded in length, and ends by itself when its end never comes")
    func pasteLimits() {
        var decoder = InputDecoder()
        _ = decoder.feed(Array("\u{1B}[200~".utf8), at: 0)
        for _ in 0..<100 {
            #expect(decoder.feed([UInt8](repeating: 0x61, count: 4_096), at: 0).isEmpty)
        }
        let end = decoder.feed(Array("\u{1B}[201~".utf8), at: 0)
        #expect(end == [.paste(String(repeating: "a", count: 65_536))])
        _ = decoder.feed(Array("\u{1B}[200~lost".utf8), at: 0)
        #expect(decoder.expire(at: 4_999).isEmpty)
        #expect(decoder.expire(at: 5_000).map(words) == ["paste(lost)"])
        #expect(decoder.feed(Array("j".utf8), at: 5_001).map(words) == ["j"])
    }

    @Test("any bytes in any pieces give the same events as in one piece")
    func anyBytes() {
        var random = SeededGenerator(seed: 7)
        let pieces = [
            "\u{1B}", "[", "O", "<", "0", ";", "5", "M", "m", "A", "~", "200~", "\u{1B}[201~", "å",
            "j",
        ]
        for _ in 0..<500 {
            var bytes: [UInt8] = []
            for _ in 0..<Int.random(in: 1...30, using: &random) {
                if Int.random(in: 0..<4, using: &random) == 0 {
                    bytes.append(UInt8.random(in: 0...255, using: &random))
                } else {
                    bytes += Array(pieces.randomElement(using: &random)?.utf8 ?? "".utf8)
                }
            }
            var whole = InputDecoder()
            let expected = whole.feed(bytes, at: 0) + whole.expire(at: 10_000)
            var split = InputDecoder()
            var found: [InputEvent] = []
            for byte in bytes { found += split.feed([byte], at: 0) }
            found += split.expire(at: 10_000)
            #expect(joined(found) == joined(expected), "\(bytes)")
        }
    }

    /// A combining mark that comes by itself is a key of its own.
    private func joined(_ events: [InputEvent]) -> [String] {
        events.flatMap { event in
            if case .key(let key) = event, let typed = key.typed {
                return typed.unicodeScalars.map { "\($0.value)" }
            }
            return [words(event)]
        }
    }

    @Test("the sequences of the terminal's own entry are keys")
    func terminfo() {
        var entry = TerminfoEntry(name: "sun")
        entry.strings = ["kpp": "\u{1B}[216z", "kf1": "\u{1B}[224z", "kcuu1": "\u{B}"]
        var decoder = InputDecoder(known: TerminfoKeys.sequences(of: entry))
        #expect(
            decoder.feed(Array("\u{1B}[216z\u{1B}[224z\u{B}".utf8), at: 0).map(words) == [
                "pgup", "f1", "ctrl-k",
            ])
    }
}

/// The same numbers for the same seed (SplitMix64).
struct SeededGenerator: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var value = state
        value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
        value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
        return value ^ (value >> 31)
    }
}

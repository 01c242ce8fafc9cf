import TerminalDriver
import Testing

@testable import Terminal

@Suite struct PenFilterTests {
    private func filtered(_ text: String) -> String {
        var filter = PenFilter()
        _ = filter.filter(Array("\u{1B}[mx".utf8))
        return String(decoding: filter.filter(Array(text.utf8)), as: UTF8.self)
    }

    @Test(
        "what changes nothing is left out, what belongs together is one sequence",
        arguments: [
            ("\u{1B}[31m\u{1B}[41ma\u{1B}[31m\u{1B}[42mb", "\u{1B}[31;41ma\u{1B}[42mb"),
            ("\u{1B}[1ma\u{1B}[m\u{1B}[31mb", "\u{1B}[1ma\u{1B}[0;31mb"),
            ("\u{1B}[38;5;12ma\u{1B}[39;49m\u{1B}[m\u{1B}[38;5;12mb", "\u{1B}[38;5;12mab"),
            ("\u{1B}[31m   \u{1B}[32ma", "   \u{1B}[32ma"),
            ("\u{1B}[41m  \u{1B}[4m ", "\u{1B}[41m  \u{1B}[4m "),
            ("\u{1B}[44m\u{1B}[K\u{1B}[m", "\u{1B}[44m\u{1B}[K"),
            ("\u{1B}[31m\u{1B}[5;9H\u{1B}[32ma", "\u{1B}[5;9H\u{1B}[32ma"),
            ("\u{1B}[1;2ma\u{1B}[m\u{1B}[2mb", "\u{1B}[1;2ma\u{1B}[0;2mb"),
            ("\u{1B}[38;2;1;2;3;48;5;7ma\u{1B}[mb", "\u{1B}[38;2;1;2;3;48;5;7ma\u{1B}[mb"),
            ("\u{1B}[?25l\u{1B}[31m\u{1B}[?25h", "\u{1B}[?25l\u{1B}[?25h"),
            ("\u{1B}[31m\u{1B}>a", "\u{1B}>\u{1B}[31ma"),
            ("\u{1B}[31m\u{1B}(Ba", "\u{1B}(B\u{1B}[31ma"),
            ("\u{1B}[31;42m \u{1B}[1ma", "\u{1B}[42m \u{1B}[1;31ma"),
        ])
    func examples(written: String, kept: String) {
        #expect(filtered(written) == kept)
    }

    @Test("the screen looks the same with and without the filter, in fewer bytes")
    func anyOutput() {
        var random = SeededGenerator(seed: 5)
        let pieces = [
            "\u{1B}[m", "\u{1B}[0;1m", "\u{1B}[1m", "\u{1B}[3m", "\u{1B}[23m", "\u{1B}[4m",
            "\u{1B}[24m",
            "\u{1B}[7m", "\u{1B}[27m", "\u{1B}[31m", "\u{1B}[91m", "\u{1B}[42m", "\u{1B}[39m",
            "\u{1B}[49m",
            "\u{1B}[39;49m", "\u{1B}[38;5;200m", "\u{1B}[48;2;1;2;3m", "\u{1B}[38;2;9;8;7m", "a",
            "å", " ",
            "  ", "日", "\u{1B}[3;4H", "\u{1B}[2C", "\r\n", "\u{1B}[K", "\u{1B}[5X", "\u{1B}[J",
            "\u{1B}[2P",
            "\u{1B}[3@", "\u{1B}[L", "\u{1B}[M", "\u{8}",
        ]
        var (written, kept) = (0, 0)
        for _ in 0..<200 {
            let (plain, thrifty) = (
                VirtualScreen(columns: 20, rows: 6), VirtualScreen(columns: 20, rows: 6)
            )
            var filter = PenFilter()
            for _ in 0..<5 {
                let output = (0..<30).map { _ in pieces.randomElement(using: &random) ?? "" }
                    .joined()
                plain.write(Array(output.utf8))
                thrifty.write(filter.filter(Array(output.utf8)))
            }
            (written, kept) = (written + plain.log.count, kept + thrifty.log.count)
            let same = (0..<6).allSatisfy { y in
                (0..<20).allSatisfy { looksAlike(plain[$0, y], thrifty[$0, y]) }
            }
            #expect(same)
        }
        #expect(kept < written)
    }

    private func looksAlike(_ one: VirtualScreen.Cell, _ other: VirtualScreen.Cell) -> Bool {
        let areBlank = [one.text, other.text].allSatisfy { $0.isEmpty || $0 == " " }
        guard areBlank else { return one == other }
        return one.background == other.background && one.isReversed == other.isReversed
            && one.isUnderlined == other.isUnderlined
            && (one.foreground == other.foreground || !one.isReversed && !one.isUnderlined)
    }
}

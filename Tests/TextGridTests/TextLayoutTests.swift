import Testing

@testable import TextGrid

@Suite struct TextLayoutTests {
    @Test(arguments: [
        ("Kristinehamn", 12, "Kristinehamn"), ("Kristinehamn", 8, "Kristin…"),
        ("Landshövdingen på besök hos tre företag", 36, "Landshövdingen på besök hos tre…"),
        ("Landshövdingen på besök hos tre företag", 33, "Landshövdingen på besök hos tre…"),
        ("Översyn, samhällsbyggnad", 10, "Översyn…"), ("1 234 placeringar", 4, "1…"),
        ("år 2021", 6, "år…"), ("12\u{202F}480", 5, "…"), ("12\u{202F}480", 3, "…"),
        ("ca 12\u{202F}480 kr", 8, "ca…"), ("plats 12,5", 9, "plats…"),
        ("漢字漢字", 5, "漢字…"), ("漢字漢字", 4, "漢…"), ("abc", 1, "…"),
        ("abc", 0, ""), ("abc", -3, ""), ("", 5, ""), ("e\u{301}e\u{301}e\u{301}", 2, "e\u{301}…"),
    ])
    func truncating(_ text: String, width: Int, result: String) {
        #expect(TextLayout.truncate(text, to: width) == result)
    }

    @Test func truncatingWithOtherMarks() {
        #expect(TextLayout.truncate("Kristinehamn", to: 6, ellipsis: "~") == "Krist~")
        #expect(TextLayout.truncate("Kristinehamn", to: 6, ellipsis: "") == "Kristi")
        #expect(TextLayout.truncate("Kristinehamn", to: 2, ellipsis: "...") == "..")
    }

    @Test func padding() {
        #expect(TextLayout.pad("漢", to: 4) == "漢  ")
        #expect(TextLayout.pad("31", to: 4, alignment: .trailing) == "  31")
        #expect(TextLayout.pad("ab", to: 5, alignment: .center) == " ab  ")
        #expect(TextLayout.pad("wide", to: 2) == "wide")
        #expect(TextLayout.fit("Kristinehamn", to: 6) == "Krist…")
    }

    @Test(arguments: [
        ("ett två tre", 7, ["ett två", "tre"]), ("ett  två", 4, ["ett", "två"]), ("", 5, [""]),
        ("a\n\nb", 5, ["a", "", "b"]), ("a\r\nb", 5, ["a", "b"]), ("   ", 2, [""]),
        ("e-tjänst-portal", 9, ["e-tjänst-", "portal"]), ("och/eller", 6, ["och/", "eller"]),
        ("2014–2023", 6, ["2014–2", "023"]), ("x –31 y", 4, ["x", "–31", "y"]),
        ("12\u{A0}480 kr", 6, ["12\u{A0}480", "kr"]),
        ("漢字漢字", 5, ["漢字", "漢字"]), ("漢字。", 4, ["漢", "字。"]), ("「漢字", 4, ["「漢", "字"]),
        ("https://example.org/abc", 10, ["https://ex", "ample.org/", "abc"]),
        ("se (Kristinehamn)", 8, ["se", "(Kristin", "ehamn)"]), ("a\tb", 9, ["a b"]),
        ("漢", 1, ["\u{FFFD}"]), ("abc", 0, []),
    ])
    func wrapping(_ text: String, width: Int, lines: [String]) {
        #expect(TextLayout.wrap(text, width: width) == lines)
    }

    @Test func wrappingKeepsStylesTagsAndIndents() {
        let link = Style(attributes: .underline)
        let lines = TextLayout.wrap(
            [Span("se "), Span("hela listan", style: link, tag: 1), Span(" här")], width: 10,
            firstIndent: 1, restIndent: 3)
        #expect(lines.map(\.text) == [" se hela", "   listan", "   här"])
        #expect(lines[0].spans == [Span(" se "), Span("hela", style: link, tag: 1)])
        #expect(lines[1].spans == [Span("   "), Span("listan", style: link, tag: 1)])
    }

    @Test func wrappingWithPrefixes() {
        let lines = TextLayout.wrap(
            [Span("ett två")], width: 6, firstPrefix: StyledLine(" • "),
            restPrefix: StyledLine("   "))
        #expect(lines.map(\.text) == [" • ett", "   två"])
    }

    @Test func wrappingNeverExceedsTheWidthAndLosesNothing() {
        var random = SeededGenerator(seed: 5)
        for _ in 0..<600 {
            let spans = (0..<3).map {
                Span(
                    AnyText.text(0...15, using: &random), style: AnyText.style(using: &random),
                    tag: $0)
            }
            let width = Int.random(in: 2...40, using: &random)
            let lines = TextLayout.wrap(spans, width: width, firstIndent: 2, restIndent: 4)
            for line in lines {
                #expect(line.width <= width)
            }
            guard width > 8 else { continue }
            for span in spans {
                let kept = lines.flatMap(\.spans).filter { $0.tag == span.tag }.map(\.text).joined()
                #expect(visible(kept) == visible(span.text))
            }
        }
    }

    private func visible(_ text: String) -> [Unicode.Scalar] {
        DisplayWidth.shown(text).unicodeScalars.filter { !$0.properties.isWhitespace }
    }

    @Test func truncatingAndFittingHoldTheWidth() {
        var random = SeededGenerator(seed: 6)
        for _ in 0..<1000 {
            let text = AnyText.text(0...15, using: &random)
            let width = Int.random(in: 0...30, using: &random)
            let cut = TextLayout.truncate(text, to: width)
            #expect(DisplayWidth.of(cut) <= width)
            #expect(DisplayWidth.of(TextLayout.fit(text, to: width)) == width)
            let whole = DisplayWidth.shown(text)
            if DisplayWidth.of(text) <= width {
                #expect(cut == whole)
            } else {
                #expect(Array(whole.unicodeScalars).starts(with: cut.unicodeScalars.dropLast()))
            }
        }
    }

    @Test func truncatingStyledLinesIsTruncatingTheirText() {
        var random = SeededGenerator(seed: 7)
        for _ in 0..<500 {
            let words = ["ett", " ", "längre", " två ", "漢字", "2021", "e\u{301}", ", "]
            let line = StyledLine(
                (0..<6).map { Span(words.randomElement(using: &random) ?? "", tag: $0) })
            let width = Int.random(in: 0...25, using: &random)
            #expect(
                line.truncated(to: width).text == TextLayout.truncate(line.text, to: width))
        }
    }
}

import Testing

@testable import TextGrid

@Suite struct DisplayWidthTests {
    @Test(arguments: [
        ("", 0), ("Utkik", 5), ("Åäö", 3), ("e\u{301}", 1), ("a\u{30A}", 1), ("漢字", 4), ("ｆ", 2),
        ("한글", 4), ("\u{1112}\u{1161}\u{11AB}", 2), ("😀", 2), ("👩‍👩‍👧‍👦", 2), ("👍🏽", 2),
        ("🇸🇪", 2), ("🇸", 1), ("❤️", 1), ("⌚︎", 2), ("1️⃣", 1), ("🏳️‍🌈", 1), ("12\u{202F}480", 6),
        ("–…•●▲◆★━⠿█", 10), ("\u{1B}[31mX", 5), ("a\u{0}b", 2), ("a\tb", 2),
        ("\u{200B}\u{202E}", 0),
        ("\u{AD}", 0), ("\u{301}", 0), ("\u{3000}", 2), ("\u{E000}", 1), ("क्षि", 3), ("தமிழ்", 4),
        ("\u{10FFFF}", 1), ("☰", 1), ("\u{3164}", 0), ("🫠", 2), ("🫨", 1),
    ])
    func ofText(_ text: String, width: Int) {
        #expect(DisplayWidth.of(text) == width)
    }

    @Test(arguments: [
        ("👩‍👩‍👧‍👦!", "👩!"), ("👍🏽", "👍"), ("🇸🇪", "SE"), ("❤️", "❤"), ("a\u{202E}b\u{7}", "ab"),
        ("🏳️‍🌈", "🏳"), ("🫨", "\u{FFFD}"), ("x\u{200D}y", "xy"), (" \u{301}", " "),
        ("z\u{300}\u{301}\u{302}\u{303}\u{304}", "z\u{300}\u{301}\u{302}\u{303}"),
        ("é", "é"), ("\u{1F468}\u{200D}a", "\u{1F468}a"),
    ])
    func whatIsShown(_ text: String, shown: String) {
        #expect(DisplayWidth.shown(text) == shown)
    }

    @Test func clustersAddUpAndAreStable() {
        var random = SeededGenerator(seed: 1)
        for _ in 0..<2000 {
            let text = AnyText.text(0...20, using: &random)
            var sum = 0
            DisplayWidth.forEachCluster(in: text) { character, width in
                #expect(width == 1 || width == 2)
                #expect(DisplayWidth.of(character) == width)
                sum += width
            }
            #expect(sum == DisplayWidth.of(text))
            let shown = DisplayWidth.shown(text)
            #expect(DisplayWidth.shown(shown) == shown)
            #expect(DisplayWidth.of(shown) == sum)
        }
    }
}

@Suite struct GlyphSetTests {
    @Test func bothSetsHaveShapesOfOneColumn() {
        let sets = [GlyphSet.unicode, .ascii].map { set in
            Mirror(reflecting: set).children.compactMap { child -> [String]? in
                if let text = child.value as? String { return [text] }
                return child.value as? [String]
            }.flatMap { $0 }
        }
        #expect(sets[0].count > 50)
        #expect(sets[0].count == sets[1].count)
        for shape in sets.joined() { #expect(DisplayWidth.of(shape) == 1, "\(shape)") }
        for shape in sets[1] { #expect(shape.utf8.allSatisfy { $0 >= 0x20 && $0 < 0x7F }) }
    }

    @Test(arguments: [
        ("Vårgårda – 2014…", "Vargarda - 2014..."), ("“Årets kommun”", "\"Arets kommun\""),
        ("a\u{30A}Ö", "aO"), ("Łódź Ægir ß", "Lodz AEgir ss"), ("12\u{202F}480 €", "12 480 EUR"),
        ("漢😀", "??"), ("🇸🇪", "SE"), ("plain", "plain"), ("ő Ǻ ḍ", "o A d"), ("½ ▲31", "1/2 ^31"),
    ])
    func folding(_ text: String, folded: String) {
        #expect(GlyphSet.ascii.text(text) == folded)
        #expect(GlyphSet.unicode.text(text) == text)
    }

    @Test func foldingAlwaysGivesASCII() {
        var random = SeededGenerator(seed: 2)
        for _ in 0..<500 {
            let folded = GlyphSet.ascii.text(AnyText.text(0...20, using: &random))
            #expect(folded.utf8.allSatisfy { $0 < 0x80 })
        }
    }
}

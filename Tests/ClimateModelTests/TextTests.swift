import ClimateFixtures
import ClimateModel
import Testing

@Suite struct CollationTests {
    private func sorted(_ names: [String], _ language: Language) -> [String] {
        names.sorted {
            Collation.key(for: $0, in: language) < Collation.key(for: $1, in: language)
        }
    }

    @Test func swedishHasÅÄÖLast() {
        let order = ["Ale", "Arvika", "Zinkgruvan", "Åmål", "Åre", "Älvdalen", "Öckerö", "Örebro"]
        var random = SeededGenerator(seed: 1)
        for _ in 0..<20 {
            #expect(sorted(order.shuffled(using: &random), .swedish) == order)
        }
    }

    @Test func swedishTakesOtherMarksOff() {
        #expect(sorted(["Lund", "Linné", "Linne b"], .swedish) == ["Linné", "Linne b", "Lund"])
        #expect(
            Collation.key(for: "Müller", in: .swedish) == Collation.key(for: "Myller", in: .swedish)
        )
        #expect(Collation.key(for: "Ærø", in: .swedish) == Collation.key(for: "ärö", in: .swedish))
    }

    @Test func englishIgnoresMarks() {
        #expect(
            sorted(["Zorn", "Åre", "Arvika", "Örebro"], .english)
                == ["Åre", "Arvika", "Örebro", "Zorn"].sorted {
                    Collation.key(for: $0, in: .english) < Collation.key(for: $1, in: .english)
                })
        #expect(Collation.key(for: "Åre", in: .english) == "are")
    }

    @Test func decomposedLettersAreTheSameLetters() {
        #expect(
            Collation.key(for: "A\u{30A}re", in: .swedish)
                == Collation.key(for: "Åre", in: .swedish))
    }

    @Test func aShorterNameComesFirst() {
        #expect(sorted(["Upplands-Bro", "Upplands Väsby", "Uppland"], .swedish).first == "Uppland")
    }
}

@Suite struct SearchKeyTests {
    @Test(arguments: [
        ("Åre  Östersund", "are ostersund"), ("FÖRETAG", "foretag"), ("  x\t\ny ", "x y"),
        ("Linné", "linne"), ("", ""), ("e\u{301}", "e"), ("ﬁ", "ﬁ"), ("ß", "ß"), ("日本", "日本"),
    ])
    func keysAreFolded(text: String, key: String) { #expect(SearchKey.fold(text) == key) }

    @Test func foldingTwiceIsFoldingOnce() {
        for text in ["Åre Östersund", "İstanbul", "ÉCOLE ß", "\u{1F469}\u{200D}\u{1F692}"] {
            #expect(SearchKey.fold(SearchKey.fold(text)) == SearchKey.fold(text))
        }
    }
}

@Suite struct CleanTextTests {
    @Test(arguments: [
        ("\u{1B}[31mred\u{1B}[0m", "[31mred[0m"), ("a\u{0}b\u{7}c\u{7F}d\u{9B}e", "abcde"),
        ("a\u{202E}b\u{2066}c\u{200F}d\u{061C}e", "abcde"),
        ("a\u{200B}b\u{FEFF}c\u{2060}d\u{AD}e\u{34F}f", "abcdef"), ("\u{E000}a\u{10FFFF}b", "ab"),
        ("a\u{E0041}b", "ab"), ("a\r\nb\rc\u{2028}d\u{2029}e\u{85}f", "a\nb\nc\nd\ne" + "f"),
        ("a\tb", "a b"), ("A\u{30A}re", "Åre"), ("a\u{200D}b", "ab"), ("\u{200D}", ""),
        ("\u{1F469}\u{200D}\u{1F692}", "\u{1F469}\u{200D}\u{1F692}"),
        ("\u{3164}x\u{180E}", "x"), ("Räksmörgås – “så”", "Räksmörgås – “så”"),
    ])
    func nothingUnsafeGetsThrough(text: String, clean: String) {
        #expect(CleanText.block(text).unicodeScalars.elementsEqual(clean.unicodeScalars))
    }

    @Test(arguments: [
        ("  a \n\n b\t", "a b"), ("a\u{A0}b", "a b"), ("a\u{3000}b", "a b"), ("\n", ""), ("", ""),
        (" ", ""), ("a b", "a b"), ("a  b", "a b"), ("a ", "a"), (" a", "a"),
    ])
    func aLineIsOneLine(text: String, line: String) { #expect(CleanText.line(text) == line) }

    @Test func cleanTextStaysAsItIsAndHoldsNothingUnsafe() {
        var random = SeededGenerator(seed: 3)
        let ranges: [ClosedRange<UInt32>] = [
            0...0x24F, 0x300...0x36F, 0x600...0x6FF, 0x900...0x97F, 0x1780...0x18AF,
            0x2000...0x206F, 0xFE00...0xFEFF, 0xFFF0...0xFFFF, 0x1F300...0x1F6FF, 0xE0000...0xE01FF,
        ]
        for _ in 0..<2_000 {
            var text = String.UnicodeScalarView()
            for _ in 0..<Int.random(in: 0...12, using: &random) {
                let range = ranges.randomElement(using: &random) ?? 0...0x7F
                if let scalar = Unicode.Scalar(UInt32.random(in: range, using: &random)) {
                    text.append(scalar)
                }
            }
            let block = CleanText.block(String(text))
            #expect(CleanText.block(block) == block)
            #expect(
                !block.unicodeScalars.contains {
                    $0 != "\n" && CleanText.isUnsafe($0) && ![0x200C, 0x200D].contains($0.value)
                })
            let line = CleanText.line(String(text))
            #expect(!line.contains { $0.isNewline })
            #expect(CleanText.line(line) == line)
            #expect(CleanText.line(line[...]) == line)
        }
    }

    /// Wherever it stands among plain letters.
    @Test func aCharacterIsToldToBeCleanInAnyPlace() {
        for value in UInt32(0)...0x250 {
            guard let scalar = Unicode.Scalar(value) else { continue }
            let isClean = scalar == "\n" || !CleanText.isUnsafe(scalar) && value < 0x240
            for place in 0..<17 {
                let letters = String(repeating: "a", count: place)
                let text = letters + String(Character(scalar)) + "bcdefghi"
                #expect(CleanText.isPlainlyClean(text) == isClean, "U+\(value) at \(place)")
            }
        }
    }
}

@Suite struct LinkKeyTests {
    @Test(arguments: [
        ("https://www.Kristinehamn.se/Nyhet/1/", "kristinehamn.se/Nyhet/1"),
        (
            "http://kristinehamn.se/Nyhet/1?utm_source=brev&id=2&fbclid=x#topp",
            "kristinehamn.se/Nyhet/1?id=2"
        ),
        ("HTTPS://WWW.ÅNGE.SE/å", "ånge.se/å"),
        ("https://kristinehamn.se", nil), ("https://kristinehamn.se//", nil),
        ("ftp://kristinehamn.se/a", nil), ("mailto:a@b.se", nil), ("", nil), ("h", nil),
        ("https://", nil), ("h://x/y", "x/y"),
    ])
    func spellingsOfAnAddressShareAKey(link: String, key: String?) {
        #expect(LinkKey.canonical(link) == key)
    }
}

@Suite struct StructuredTextTests {
    private let text = StructuredText([
        .heading(level: 2, [.text("Rubrik")]),
        .paragraph([
            .text("Läs "), .link(text: "mer", address: "https://a.se/"), .strong(" nu"),
        ]),
        .list(
            ordered: true, items: [[.text("ett")], [.link(text: "två", address: "mailto:b@c.se")]]),
        .quote([.emphasis("Citat")]),
    ])

    @Test func itsPlainTextPartsBlocksByABlankLine() {
        #expect(text.plain == "Rubrik\n\nLäs mer nu\n\nett\ntvå\n\nCitat")
        #expect(StructuredText().plain.isEmpty && StructuredText().isEmpty)
    }

    @Test func linksComeInReadingOrder() {
        #expect(text.links.map(\.address) == ["https://a.se/", "mailto:b@c.se"])
        #expect(text.links.map(\.text) == ["mer", "två"])
    }
}

import ClimateFixtures
import ClimateModel
import Dashboard
import Testing
import TextGrid

@Suite struct PhraseTests {
    @Test func picksTheLanguage() {
        let phrase = Phrase(sv: "Hjälp", en: "Help")
        #expect(phrase(.swedish) == "Hjälp")
        #expect(phrase(.english) == "Help")
        #expect(phrase.map { $0 + "…" }(.english) == "Help…")
    }

    @Test(arguments: [
        (0, "0 olästa", "0 unread items"), (1, "1 oläst", "1 unread item"),
        (2, "2 olästa", "2 unread items"), (21, "21 olästa", "21 unread items"),
        (1_001, "1\u{A0}001 olästa", "1,001 unread items"),
    ])
    func pluralForms(count: Int, swedish: String, english: String) {
        let plural = Plural(
            sv: (one: "# oläst", other: "# olästa"),
            en: (one: "# unread item", other: "# unread items"))
        #expect(plural(count, Formats(.swedish)) == swedish)
        #expect(plural(count, Formats(.english)) == english)
    }

    @Test func aPluralNeedNotShowItsCount() {
        let plural = Plural(sv: (one: "dag", other: "dagar"), en: (one: "day", other: "days"))
        #expect(plural(3, Formats(.swedish)) == "dagar")
        #expect(plural(1, Formats(.english)) == "day")
    }
}

@Suite struct NumberFormatTests {
    let swedish = Formats(.swedish)
    let english = Formats(.english)
    let ascii = Formats(.swedish, glyphs: .ascii)

    @Test func wholeNumbersAreGroupedInThrees() {
        #expect(swedish.whole(290) == "290")
        #expect(swedish.whole(12_480) == "12\u{A0}480")
        #expect(english.whole(1_234_567) == "1,234,567")
        #expect(ascii.whole(12_480) == "12 480")
        #expect(swedish.whole(-1_000) == "\u{2212}1\u{A0}000")
        #expect(swedish.whole(nil) == "–")
        #expect(ascii.whole(nil) == "-")
        #expect(english.whole(.min) == "\u{2212}9,223,372,036,854,775,808")
    }

    @Test(arguments: [
        (3.9, 1, "3,9", "3.9"), (3.0, 2, "3,00", "3.00"), (0.05, 2, "0,05", "0.05"),
        (-0.04, 1, "0,0", "0.0"), (12_480.5, 1, "12\u{A0}480,5", "12,480.5"),
        (2.5, 0, "3", "3"), (-2.5, 0, "\u{2212}3", "\u{2212}3"), (0.999, 2, "1,00", "1.00"),
        (.nan, 1, "–", "–"), (.infinity, 1, "–", "–"), (1e300, 1, "–", "–"),
    ])
    func decimals(number: Double, decimals: Int, swedish: String, english: String) {
        #expect(self.swedish.decimal(number, decimals: decimals) == swedish)
        #expect(self.english.decimal(number, decimals: decimals) == english)
    }

    @Test func everyWholeNumberReadsBack() {
        var generator = SeededGenerator(seed: 7)
        for _ in 0..<500 {
            let number = Int.random(in: -10_000_000...10_000_000, using: &generator)
            let plain = english.whole(number).replacing(",", with: "").replacing(
                "\u{2212}", with: "-")
            #expect(Int(plain) == number)
            #expect(english.decimal(Double(number), decimals: 0) == english.whole(number))
        }
    }

    @Test func changesCarryASign() {
        #expect(swedish.change(31) == "▲31")
        #expect(swedish.change(-12) == "▼12")
        #expect(swedish.change(0) == "=")
        #expect(swedish.change(nil) == "–")
        #expect(ascii.change(31) == "^31")
        #expect(ascii.change(-12) == "v12")
        #expect(ascii.change(nil) == "-")
        #expect(swedish.signed(31) == "+31")
        #expect(swedish.signed(-31) == "\u{2212}31")
        #expect(swedish.signed(0) == "0")
    }

    @Test func places() {
        #expect(swedish.place(7, of: 16) == "7\u{A0}av\u{A0}16")
        #expect(english.place(nil, of: 16) == "–\u{A0}of\u{A0}16")
        #expect(ascii.outOf(290) == "av 290")
        #expect(
            ascii.place(Place(position: 7, known: 14, members: 16)) == "7 av 16 (14 kända)")
        #expect(ascii.place(Place(position: 7, known: 16, members: 16)) == "7 av 16")
    }

    @Test func sharesListsAndQuotes() {
        #expect(swedish.percent(0.583) == "58\u{A0}%")
        #expect(english.percent(0.583) == "58%")
        #expect(swedish.list([]) == "")
        #expect(swedish.list(["a"]) == "a")
        #expect(swedish.list(["a", "b", "c"]) == "a, b och c")
        #expect(english.list(["a", "b"]) == "a and b")
        #expect(swedish.quoted("ett") == "”ett”")
        #expect(english.quoted("one") == "“one”")
        #expect(ascii.quoted("ett") == "\"ett\"")
        #expect(swedish.count(ListCount(total: 1_000, isAtLeast: true)) == "1\u{A0}000+")
    }

    /// ASCII mode promises ASCII signs for whatever number comes.
    @Test func asciiFormatsOfNumbersAreASCII() {
        var generator = SeededGenerator(seed: 11)
        for language in Language.allCases {
            let formats = Formats(language, glyphs: .ascii)
            for _ in 0..<200 {
                let number = Int.random(in: -100_000...100_000, using: &generator)
                let texts = [
                    formats.whole(number), formats.signed(number), formats.change(number),
                    formats.decimal(Double(number) / 7), formats.percent(Double(number) / 3),
                    formats.place(number, of: 290),
                ]
                #expect(texts.allSatisfy { $0.utf8.allSatisfy { $0 < 0x80 } })
            }
        }
    }
}

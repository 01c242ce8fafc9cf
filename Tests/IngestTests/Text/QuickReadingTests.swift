import ClimateModel
import Testing

@testable import Ingest

/// What is read the quick way is read as the long way reads it.
@Suite struct QuickReadingTests {
    private static let months = [
        "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ]

    /// Two digits, now and then ones that no clock or calendar has.
    private func two(_ range: ClosedRange<Int>, _ random: inout SeededGenerator) -> String {
        let number = Int.random(in: range.lowerBound...(range.upperBound + 1), using: &random)
        return number < 10 ? "0\(number)" : "\(number)"
    }

    private func date(_ random: inout SeededGenerator) -> String {
        let (day, year) = (two(0...31, &random), Int.random(in: 1990...2040, using: &random))
        let clock = "\(two(0...24, &random)):\(two(0...60, &random)):\(two(0...61, &random))"
        let offset = Bool.random(using: &random) ? "+" : "-"
        let (hours, minutes) = (two(0...24, &random), two(0...59, &random))
        if Bool.random(using: &random) {
            let weekday = ["Mon", "Thu", "sun", "Tis", "Mar", "Okt"].randomElement(using: &random)
            let month = Self.months.randomElement(using: &random) ?? "Jan"
            let zone = ["GMT", "UTC", "CET", "", "\(offset)\(hours)\(minutes)"]
            return "\(weekday ?? "Mon"), \(day) \(month) \(year) \(clock) "
                + (zone.randomElement(using: &random) ?? "")
        }
        let zone = ["Z", "", "\(offset)\(hours):\(minutes)", ".5Z"].randomElement(using: &random)
        return "\(year)-\(two(0...12, &random))-\(day)T\(clock)\(zone ?? "")"
    }

    /// A blank before it keeps a text from the quick way.
    @Test(arguments: [1, 2] as [UInt64]) func datesOfTheUsualForms(seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        for _ in 0..<3_000 {
            let text = date(&random)
            #expect(DateText.published(text) == DateText.published(" " + text), "\(text)")
        }
        #expect(FeedDate.moment("Tue, 08 Sep 2026 07:00:00 +0200")?.seconds == 1_788_843_600)
        #expect(FeedDate.moment("2026-09-08T07:00:00+02:00")?.seconds == 1_788_843_600)
        #expect(FeedDate.moment("Tue, 08 Sep 2026 07:00:00") == nil)
    }

    @Test(arguments: [1, 2] as [UInt64]) func linksOfTheUsualForms(seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        let starts = [
            "/", "/", "http://x.se/", "HTTPS://X.se", "mailto:a@b.se", "//y.se/", "javascript:", "",
        ]
        let parts = [
            "nyheter", "/", "a-b_c~", ".", "..", "?q=1", "&b", "%20", "#f", "å", " ", ":", "1.html",
            "[", "'",
        ]
        let bases = [
            "https://www.arvika.se/nytt/1?x=1", "http://127.0.0.1:8080/a", "https://x.se",
            "http://x.se:80/",
            "https://Arvika.se/", "https://x.se/å", "https://a:b@x.se/", "http://x.se:99999999/",
            "x.se",
        ]
        for _ in 0..<2_000 {
            let count = Int.random(in: 0...5, using: &random)
            let link =
                (starts.randomElement(using: &random) ?? "")
                + (0..<count).compactMap { _ in parts.randomElement(using: &random) }.joined()
            let base = bases.randomElement(using: &random)
            #expect(
                RelativeLink.resolve(link, base: base)
                    == RelativeLink.resolve(" " + link, base: base),
                "\(link) on \(base ?? "")")
        }
        #expect(PlainLink.resolve("/mer", base: "https://x.se:81/a/b") == "https://x.se:81/mer")
        #expect(PlainLink.resolve("/a/../b", base: "https://x.se/") == nil)
    }

    @Test(arguments: [1, 2] as [UInt64]) func formsOfWords(seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        let letters = Array("abzAZåäöÅÄÖéÉßÿøØæÆœŒšŠžıİſΣσДд漢a1-".unicodeScalars)
        for _ in 0..<3_000 {
            var word = String.UnicodeScalarView("x".unicodeScalars)
            word.removeAll()
            for _ in 0..<Int.random(in: 1...8, using: &random) {
                if let letter = letters.randomElement(using: &random) { word.append(letter) }
            }
            let text = CleanText.block(String(word))
            guard let token = Prose(text).tokens.first, token.kind == .word else { continue }
            let written = String(decoding: Array(text.utf8)[token.bytes], as: UTF8.self)
            #expect(token.text == written.lowercased())
            let isCapitalised = written.unicodeScalars.first?.properties.isUppercase ?? false
            #expect(token.isCapitalised == isCapitalised, "\(written)")
            let isUppercase =
                isCapitalised && written.utf8.count > 1 && written == written.uppercased()
            #expect(token.isUppercase == isUppercase, "\(written)")
        }
    }

    @Test func compoundsAndNumbersInWords() {
        let words = WordMeanings.all
        #expect(words.meaning(of: "tjugoåtta").cardinal == 28)
        #expect(words.meaning(of: "tjugoåttonde").ordinal == 28)
        #expect(words.meaning(of: "tredjeplatsen").place == 3)
        #expect(words.meaning(of: "plats").classes.contains(.placeNoun))
        #expect(words.meaning(of: "fotbollslag").classes == .otherDomain)
        #expect(words.meaning(of: "företagsklimatrankingen").classes.contains(.listNoun))
        #expect(words.meaning(of: "mars").classes.contains(.month))
        #expect(words.meaning(of: "kaffekopp").classes == [])
    }

    @Test func whiteSpaceOfHTMLIsOneSpace() {
        for space in ["  ", "\n", " \t ", "\u{A0}", "\u{2009}", "\u{3000}"] {
            let body = HTMLText.structured("<p>Ett\(space)två</p><p>\(space)Tre å\(space)</p>")
            #expect(body?.plain == "Ett två\n\nTre å", "\(space.unicodeScalars.first?.value ?? 0)")
        }
    }
}

import ClimateModel

/// Finds when a document says that it was published.
enum Dateline {
    /// A dateline is no longer than this many words, and stands among the first paragraphs or says "Publicerad".
    private static let length = 10
    private static let reach = 8

    /// From "Publicerad 2023-06-01", "fredag 14 september 2012", "Nyhetsbrev 5, oktober 2021", "Nyhetsbrev hösten 2021",
    /// "30 maj"; nil where no line tells.
    ///
    /// - Parameter readOn: a day without a year is the last such day up to this one.
    /// - Complexity: O(*k*) in the length of the text.
    static func date(in paragraphs: [String], readOn: PartialDate?) -> PartialDate? {
        for (index, paragraph) in paragraphs.enumerated() {
            guard let (prose, isMarked) = line(paragraph), isMarked || index < reach,
                let date = date(in: prose, isMarked: isMarked, readOn)
            else { continue }
            return date
        }
        return nil
    }

    /// From lines that say what the date is of alone.
    static func marked(in paragraphs: [String]) -> PartialDate? {
        for paragraph in paragraphs {
            guard let (prose, isMarked) = line(paragraph), isMarked,
                let date = date(in: prose, isMarked: true, nil)
            else { continue }
            return date
        }
        return nil
    }

    /// Whether a line is a date and little more, such as below a headline: "fredag 14 september 2012".
    static func isOne(_ text: String) -> Bool {
        guard let (prose, isMarked) = line(text) else { return false }
        guard isMarked || prose.tokens.count <= 4 else { return false }
        return date(in: prose, isMarked: isMarked, PartialDate(year: 2000, month: 12, day: 31))
            != nil
    }

    /// Whether a line is a date and nothing more: "fredag 14 september 2012", "2023-06-01".
    static func isAlone(_ text: String) -> Bool {
        guard let (prose, _) = line(text), isOne(text) else { return false }
        return prose.tokens.allSatisfy { token in
            token.kind != .word || token.isOne(of: .month) || dayWords.contains(token.text)
        }
    }

    private static let dayWords: Set<String> = [
        "den", "the", "of", "måndag", "tisdag", "onsdag", "torsdag", "fredag", "lördag", "söndag",
        "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday",
    ]

    private static let marks: Set<String> = [
        "publicerad", "publicerat", "uppdaterad", "datum", "published", "date", "updated",
    ]

    private static func line(_ paragraph: String) -> (Prose, isMarked: Bool)? {
        guard paragraph.utf8.count <= 200, paragraph.contains(where: \.isNumber) else { return nil }
        let prose = Prose(CleanText.line(paragraph))
        guard prose.tokens.count <= length else { return nil }
        return (prose, prose.tokens.prefix(3).contains { marks.contains($0.text) })
    }

    private static func date(
        in prose: Prose, isMarked: Bool, _ readOn: PartialDate?
    ) -> PartialDate? {
        let finder = DateFinder(
            tokens: prose.tokens, sentence: prose.tokens.indices, written: nil)
        let found = finder.dates()
        if let dated = found.first(where: { $0.year != nil }), let year = dated.year {
            if dated.lastMonth != nil { return PartialDate(year: year) }
            return PartialDate(year: year, month: dated.month, day: dated.day)
        }
        // "30 maj", with no more than a day of the week, is when it was written; in a sentence it may be anything.
        guard let readOn, let dated = found.first, let day = dated.day,
            isMarked || prose.tokens.count <= 4
        else { return nil }
        return [readOn.year, readOn.year - 1].lazy
            .compactMap { PartialDate(year: $0, month: dated.month, day: day) }
            .first { $0.earliest <= readOn.latest }
    }
}

import ClimateModel

/// Finds when a document says that it was published.
struct Dateline {
    /// When the document is read: a day without a year is the last such day up to this one, and one by itself that comes
    /// after it is the date of something else.
    private let readOn: PartialDate
    private let municipalities: MunicipalityFinder

    /// A line that doesn't say what its date is of stands among the first paragraphs, and is no longer than this many words.
    private static let reach = 8
    private static let length = 10

    init(_ context: ImportContext) {
        readOn = context.readOn
        municipalities = context.municipalities
    }

    /// From "Publicerad 2023-06-01" anywhere; else from a line among the first that is a date by itself, with the place or
    /// the name of an issue at most: "fredag 14 september 2012", "Torsby 1 juni 2023", "Nyhetsbrev 5, oktober 2021", "30 maj";
    /// else from "Senast uppdaterad 2023-06-01"; nil where no line tells.
    ///
    /// - Complexity: O(*k*) in the length of the text.
    func date(in paragraphs: [String]) -> PartialDate? {
        if let date = marked(by: Self.published, in: paragraphs) { return date }
        let updated = marked(by: Self.updated, in: paragraphs)
        let events = EventLines(paragraphs)
        let alone = paragraphs.prefix(Self.reach).indices.lazy
            .compactMap { unmarked(paragraphs[$0], isEvents: events.contains($0)) }.first
        // What comes after the last change of the text is what it tells of.
        if let alone, let updated, alone.earliest > updated.latest { return updated }
        return alone ?? updated
    }

    /// From lines that say what the date is of alone.
    func marked(in paragraphs: [String]) -> PartialDate? {
        marked(by: Self.published, in: paragraphs) ?? marked(by: Self.updated, in: paragraphs)
    }

    /// Whether a date is after the day when the document is read.
    func isToCome(_ date: PublicationDate) -> Bool {
        date.date().map { $0.earliest > readOn.latest } ?? false
    }

    /// Whether a line is a date and little more, such as below a headline: "fredag 14 september 2012".
    static func isOne(_ text: String) -> Bool {
        guard let line = Line(text) else { return false }
        let isMarked = line.begins(with: published.union(updated).union(stamps))
        return (isMarked || line.prose.tokens.count <= 4) && line.date != nil
    }

    /// Whether a line is a date and nothing more: "fredag 14 september 2012", "2023-06-01".
    static func isAlone(_ text: String) -> Bool {
        isOne(text) && Line(text)?.words.allSatisfy(dayWords.contains) ?? false
    }

    // MARK: Lines that say what their date is of

    private static let published: Set<String> = ["publicerad", "publicerat", "published"]
    private static let updated: Set<String> = ["uppdaterad", "uppdaterat", "updated"]
    private static let stamps: Set<String> = ["datum", "date"]
    /// What may follow such a word in a line as long as a sentence.
    private static let links: Set<String> = [":", "av", "by", "den", "on", "the"]

    private func marked(by marks: Set<String>, in paragraphs: [String]) -> PartialDate? {
        for paragraph in paragraphs {
            guard let line = Line(paragraph), line.begins(with: Self.published.union(Self.updated)),
                let mark = line.prose.tokens.first(where: { marks.contains($0.text) }),
                let rest = line.rest(after: mark),
                line.prose.tokens.count <= Self.length
                    || rest.prose.tokens.first.map(leads) ?? false,
                let date = date(of: rest)
            else { continue }
            return date
        }
        return nil
    }

    private func leads(_ token: Token) -> Bool {
        token.kind != .word && token.kind != .mark || Self.links.contains(token.text)
            || Self.dayWords.contains(token.text)
    }

    // MARK: Lines that don't

    /// The date of a line that is no more than that.
    ///
    /// - Parameter isEvents: whether an event takes place then; issues come out on days all the same.
    private func unmarked(
        _ paragraph: String, isEvents: @autoclosure () -> Bool
    ) -> PartialDate? {
        guard let line = Line(paragraph), line.prose.tokens.count <= Self.length else { return nil }
        let rest = line.words.filter { !Self.dayWords.contains($0) && !Self.stamps.contains($0) }
        let isIssue = line.date?.year != nil && rest.contains(where: Self.isIssue)
        let isAlone = rest.isEmpty || rest.count == 1 && isMunicipality(rest[0])
        return isIssue || isAlone && !isEvents()
            ? date(of: line).flatMap { isToCome(.date($0)) ? nil : $0 } : nil
    }

    /// Whether a word is of what comes out in issues: "nyhetsbrev", "näringslivsnytt", "pressmeddelande".
    private static func isIssue(_ word: String) -> Bool {
        word.hasASCII("brev") || word.hasASCII("newsletter") || word.hasASCII("press")
            || word.utf8.count > 4 && word.hasSuffix("nytt")
    }

    private func isMunicipality(_ name: String) -> Bool {
        if case .municipality = municipalities.find(name: name, suggesting: false) {
            true
        } else {
            false
        }
    }

    private static let dayWords: Set<String> = [
        "den", "the", "of", "kl", "klockan", "måndag", "tisdag", "onsdag", "torsdag", "fredag",
        "lördag", "söndag", "mån", "tis", "ons", "tor", "tors", "fre", "lör", "sön", "monday",
        "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "mon", "tue", "wed",
        "thu", "fri", "sat", "sun",
    ]

    /// The date of a line; of a day without a year the last.
    private func date(of line: Line) -> PartialDate? {
        guard let found = line.date else { return nil }
        if let year = found.year {
            return found.lastMonth == nil
                ? PartialDate(year: year, month: found.month, day: found.day)
                : PartialDate(year: year)
        }
        return [readOn.year, readOn.year - 1].lazy
            .compactMap { PartialDate(year: $0, month: found.month, day: found.day) }
            .first { $0.earliest <= readOn.latest }
    }
}

/// A short line with a date, or at least a number.
private struct Line {
    let text: String
    let prose: Prose

    init?(_ paragraph: some StringProtocol) {
        guard paragraph.utf8.count <= 200, paragraph.contains(where: \.isNumber) else { return nil }
        text = CleanText.line(paragraph)
        prose = Prose(text)
    }

    /// Whether one of its first words is one of `words`.
    func begins(with words: Set<String>) -> Bool {
        prose.tokens.prefix(3).contains { words.contains($0.text) }
    }

    /// Its words but the month's.
    var words: [String] {
        prose.tokens.filter { $0.kind == .word && DateText.month($0.text) == nil }.map(\.text)
    }

    /// What comes after one of its tokens.
    func rest(after token: Token) -> Line? {
        Line(String(decoding: prose.utf8[token.bytes.upperBound...], as: UTF8.self))
    }

    /// The first date with a year, else the first.
    var date: DateFound? {
        let found = DateFinder(
            tokens: prose.tokens, sentence: prose.tokens.indices, written: nil
        ).dates()
        return found.first { $0.year != nil } ?? figures ?? found.first { $0.day != nil }
    }

    /// "23/9 2025", "23.9.2025", "23 sep. 2025": what tables have, in up to three words.
    private var figures: DateFound? {
        let words = text.split { $0 == " " || $0 == "," || $0 == "(" || $0 == ")" }
        for start in words.indices {
            for count in [3, 2, 1] where start + count <= words.count {
                let written = words[start..<(start + count)].joined(separator: " ")
                guard let date = DateText.partial(written), let month = date.month,
                    let day = date.day
                else { continue }
                return DateFound(year: date.year, month: month, day: day, tokens: 0..<0)
            }
        }
        return nil
    }
}

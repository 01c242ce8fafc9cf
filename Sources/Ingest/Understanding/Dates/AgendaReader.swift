import ClimateModel

/// Finds what a text says will happen, and when.
///
/// A date after the text's own counts. A date without a year is the next such day, where the sentence tells of something to
/// come ("startar", "ska", "opens"), not of something that was; a day within half a year needs no such word. It concerns the
/// municipality that its sentence alone names, else all that the text is about.
struct AgendaReader {
    private let written: PartialDate?

    /// So many dates of a text are kept, the first ones.
    private static let most = 200

    init(_ article: Article) { written = article.published }

    /// In order of date, at most 200; none where the text's own date is unknown, since nothing is ahead of it then.
    ///
    /// - Complexity: O(*k*) in the length of the text.
    func entries(in prose: Prose, _ mentions: [Mention]) -> [AgendaEntry] {
        guard let written else { return [] }
        var entries: [AgendaEntry] = []
        var rest = mentions[...]
        for sentence in prose.sentences where entries.count < Self.most {
            let end =
                rest.firstIndex { $0.tokens.lowerBound >= sentence.upperBound } ?? rest.endIndex
            let named = Set(rest[..<end].compactMap { $0.isCertain ? $0.code : nil })
            rest = rest[end...]
            let finder = DateFinder(tokens: prose.tokens, sentence: sentence, written: written)
            for found in finder.dates() where entries.count < Self.most {
                guard
                    let entry = entry(
                        found, sentence, prose, written, named.count == 1 ? named.first : nil),
                    entries.last.map({ $0.date != entry.date || $0.quote != entry.quote }) ?? true
                else { continue }
                entries.append(entry)
            }
        }
        return entries.sorted { $0.date < $1.date }
    }

    private func entry(
        _ found: DateFound, _ sentence: Range<Int>, _ prose: Prose, _ written: PartialDate,
        _ municipality: MunicipalityCode?
    ) -> AgendaEntry? {
        guard let year = found.year ?? nextYear(of: found, prose.tokens[sentence], written),
            let date = PartialDate(year: year, month: found.month, day: found.day),
            date.earliest > written.latest
        else { return nil }
        let end = found.lastMonth.flatMap { PartialDate(year: year, month: $0) }
        return AgendaEntry(
            date: date, end: end, quote: prose.text(of: sentence), municipality: municipality)
    }

    /// The year of the next such day or month after `written`; nil where the sentence tells of the past.
    private func nextYear(
        of found: DateFound, _ sentence: ArraySlice<Token>, _ written: PartialDate
    ) -> Int? {
        guard written.month != nil, !sentence.contains(where: { $0.isOne(of: .past) }),
            let same = PartialDate(year: written.year, month: found.month, day: found.day)
        else { return nil }
        let year = same.earliest > written.latest ? written.year : written.year + 1
        if sentence.contains(where: { $0.isOne(of: .future) }) { return year }
        guard found.day != nil, !sentence.contains(where: Self.tellsOfPast),
            let date = PartialDate(year: year, month: found.month, day: found.day)
        else { return nil }
        let distance = date.earliest.daysSinceEpoch - written.latest.daysSinceEpoch
        return distance <= Self.halfAYear ? year : nil
    }

    /// Days.
    private static let halfAYear = 183

    /// "firade", "enades", "i fjol": a verb of the past need not be one that is known.
    private static func tellsOfPast(_ token: Token) -> Bool {
        ["fjol", "förra", "ifjol", "last", "ago", "sedan"].contains(token.text)
            || ["ade", "ades", "dde", "ddes", "tes"].contains { token.text.hasSuffix($0) }
    }
}

import ClimateModel
import TextGrid

/// What news claim beside the list on screen.
extension AppState {
    /// The years that can be shown: those with figures, and those for which news claim a place.
    var rankingPeriods: [Period] {
        Set((content.table?.periods ?? []) + content.claims.periods).sorted()
    }

    /// The year that the list opens at: the one that its figures begin with, or that of a newer place that news claim of `code`,
    /// where the list shows places of a fair part of them in it: at least a tenth as many as in its best known year. Nil where
    /// no place is known at all.
    ///
    /// - Complexity: O(*p n*) for *p* periods and *n* municipalities.
    func openingPeriod(for code: MunicipalityCode) -> Period? {
        guard let table = content.table else { return nil }
        let first = table.firstPeriod(for: code)
        guard newerClaim(of: code) != nil, let claimed = content.claims.latestPeriod(of: code)
        else { return first }
        guard let first else { return claimed }
        let best = table.periods.map(table.knownCount).max() ?? 0
        return claimed > first && shownPlaces(in: claimed, table) * 10 >= best ? claimed : first
    }

    /// How many places the list has in a year, or news claim where it has none.
    private func shownPlaces(in period: Period, _ table: ObservationTable) -> Int {
        content.gazetteer.all.count { municipality in
            table.rank(of: municipality.code, in: period) != nil
                || content.claims.note(of: municipality.code, in: period, beside: table)?
                    .filledRank != nil
        }
    }

    /// How many lines at the bottom of the rankings pane, which has `rows`, tell what news claim of the selected row.
    func claimLines(rows: Int) -> Int {
        guard rows >= 6, let selected = rankings.selected else { return 0 }
        if selected.claim == nil { return laterClaim == nil ? 0 : 1 }
        return rows >= 16 ? 4 : rows >= 12 ? 3 : 2
    }

    /// Of the selected row, the place that news claim for a year after the one shown, where the list knows of none after it.
    var laterClaim: ClaimNote? {
        guard let selected = rankings.selected, selected.claim == nil,
            let period = rankings.period, let claim = newerClaim(of: selected.municipality.code),
            let year = claim.record.content.year, Period(year: year) > period,
            content.table?.latestPeriod(of: selected.municipality.code).map({ $0 <= period })
                ?? true
        else { return nil }
        return claim
    }

    /// Of a municipality, the latest place that news claim for a year after the last that the list has; nil without one.
    func newerClaim(of code: MunicipalityCode) -> ClaimNote? {
        content.table.flatMap { content.claims.newerNote(of: code, beside: $0) }
    }

    /// What the ranking that a claim is of is called: as it is here, where it is known, else as the text calls it.
    func rankingTitle(of claim: RankingClaim) -> String {
        content.indicators.first { claim.isOf($0) }?.title.text(in: language) ?? claim.ranking
    }

    /// `records` of one municipality, each claim once, however many news make it.
    func together(_ records: some Sequence<ClaimRecord>) -> [ClaimGroup] {
        ClaimGroup.groups(of: records, title: rankingTitle)
    }

    /// How a claim stands to the list on screen, and how sure it is where that is little; nil where neither is to be told.
    func relation(
        of claim: RankingClaim, _ formats: Formats
    ) -> (text: String, differs: Bool)? {
        let uncertain =
            claim.certainty == .low ? Phrases.claimUncertain(formats.language) : nil
        guard let table = content.table, claim.isOf(table.indicator), let year = claim.year else {
            return uncertain.map { ($0, false) }
        }
        let period = Period(year: year)
        let rank = table.rank(of: claim.municipality, in: period)
        let change = table.change(of: claim.municipality, in: period)
        let listed =
            claim.rank != nil
            ? Phrases.claim(rank, nil, formats) : Phrases.claim(nil, change, formats)
        let isSame = claim.rank.map { $0 == rank } ?? (claim.change == change)
        let text =
            listed.isEmpty
            ? Phrases.claimMissing
            : isSame ? Phrases.claimAgrees : Phrases.claimDiffers(listed)
        return (
            [text(formats.language), uncertain].compactMap(\.self).joined(separator: ", "),
            !listed.isEmpty && !isSame
        )
    }
}

extension Painter {
    /// Below the list, what news claim of the selected row: what it is to the list, the quote, who says so.
    mutating func drawClaim(_ claim: ClaimNote, in rect: Rect) {
        let record = claim.record
        let told = Phrases.claim(claim.rank, claim.change, formats) + glyphs.claimed
        let relation =
            claim.relation == .fills
            ? Phrases.claimMissing(language) : glyphs.differs + " " + Phrases.notAsListed(language)
        let date = record.published.date(
            offset: state.environment.localOffset(record.published.sortKey))
        let origin = [
            record.provenance.publisher, date.map { formats.date($0) },
        ].compactMap(\.self)
        let separator = " \(glyphs.separator) "
        let head = [Phrases.fromNews(language), told, relation].joined(separator: separator)
        let width = max(1, rect.width - 4)
        let short =
            (claim.relation == .differs ? glyphs.differs + " " : "") + told + " "
            + Phrases.fromNews(language).lowercased()
        let fitting = DisplayWidth.of(head) <= width ? head : short
        write(fitting, x: rect.x + 2, y: rect.y, width: width, style(.statusAmber))
        let quote = TextLayout.wrap(
            [
                Span(glyphs.text(formats.quoted(record.content.quote)), style: style(.quote)),
                Span(separator + origin.joined(separator: separator), style: style(.dim)),
            ], width: width, firstPrefix: StyledLine(), restPrefix: StyledLine())
        let room = rect.height - 1
        for (row, line) in quote.prefix(room).enumerated() {
            let isCut = row == room - 1 && quote.count > room
            let end = isCut ? [Span(glyphs.ellipsis, style: style(.quote))] : []
            let shown = isCut ? line.truncated(to: width - 1, ellipsis: "") : line
            frame.write(
                StyledLine(shown.spans + end), x: rect.x + 2, y: rect.y + 1 + row, clip: rect)
        }
    }
}

extension Painter {
    /// Below the list, that news tell of the selected row's place in a later year, and the key that goes there.
    mutating func drawLaterClaim(_ claim: ClaimNote, in rect: Rect) {
        let way = state.workingKey(.nextPeriod).map { key in
            " \(glyphs.separator) " + Phrases.goesToLaterYears(key)(language)
        }
        let told = Phrases.claimed(claim, formats)
        let width = max(1, rect.width - 4)
        let full = told + (way ?? "")
        let fitting = DisplayWidth.of(full) <= width ? full : told
        write(fitting, x: rect.x + 2, y: rect.y, width: width, style(.dim))
    }
}

extension Phrases {
    /// "] senare år".
    static func goesToLaterYears(_ key: String) -> Phrase {
        Phrase(sv: "\(key) senare år", en: "\(key) later years")
    }

    static let notAsListed = Phrase(sv: "skiljer sig från listan", en: "not as in the list")
    static let fromNews = Phrase(sv: "Ur nyheterna", en: "From the news")
    static let ahead = Phrase(sv: "På gång", en: "Ahead")
    static let datesNamed = Phrase(sv: "Datum som nämns", en: "Dates named")
    static let aheadInNews = Phrase(sv: "På gång, ur nyheterna", en: "Ahead, from the news")
    static let claimed = Phrase(sv: "Säger om placeringar", en: "Says of ranks")
    static let alsoFrom = Phrase(sv: "Också från", en: "Also from")
    static let claimMissing = Phrase(
        sv: "listan saknar uppgiften", en: "the list has no such figure")
    static let claimAgrees = Phrase(sv: "som i listan", en: "as in the list")
    static let claimUncertain = Phrase(sv: "osäkert", en: "uncertain")
    /// "i 4 nyheter": how many make a claim.
    static let inNews = Plural(
        sv: (one: "i 1 nyhet", other: "i # nyheter"), en: (one: "in 1 item", other: "in # items"))

    static func claimDiffers(_ listed: String) -> Phrase {
        Phrase(sv: "listan har \(listed)", en: "the list has \(listed)")
    }

    /// "+ 3 ur nyheterna", behind the sign that such figures carry.
    static func claimedCount(_ count: Int, _ formats: Formats) -> String {
        "+ \(formats.whole(count))\(formats.glyphs.claimed) "
            + Phrase(sv: "ur nyheterna", en: "from the news")(formats.language)
    }

    /// "39 av 290 kända", and how many are known from news alone.
    static func known(
        _ known: Int, of total: Int, _ formats: Formats, claimed: Int
    ) -> String {
        let text = Phrases.known(known, of: total, formats)
        return claimed == 0 ? text : text + " " + claimedCount(claimed, formats)
    }

    /// "2022: plats 140”, ▲10 ur nyheterna".
    static func claimed(_ note: ClaimNote, _ formats: Formats) -> String {
        let year = note.record.content.year.map { "\($0): " } ?? ""
        return year + claim(note.rank, note.change, formats) + formats.glyphs.claimed + " "
            + fromNews(formats.language).lowercased()
    }

    /// "2022: 140”", or "2022: ▲10”" where the change alone is claimed.
    static func claimedBriefly(_ note: ClaimNote, _ formats: Formats) -> String {
        let year = note.record.content.year.map { "\($0): " } ?? ""
        let told = note.rank.map { formats.whole($0) } ?? formats.change(note.change)
        return year + told + formats.glyphs.claimed
    }

    /// "plats 150, ▲31" or "▼12": what a claim says, without its year.
    static func claim(_ rank: Int?, _ change: Int?, _ formats: Formats) -> String {
        [
            rank.map {
                Phrase(sv: "plats", en: "rank")(formats.language) + " " + formats.whole($0)
            },
            change.map { formats.change($0) },
        ].compactMap(\.self).joined(separator: ", ")
    }
}

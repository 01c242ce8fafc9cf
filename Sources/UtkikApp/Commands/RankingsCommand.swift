import ArgumentParser
import ClimateModel
import CommandWords
import Dashboard

/// `utkik rankings`: one ranking, one year.
struct RankingsCommand: ParsableCommandWithOptions {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "rankings",
            abstract: Phrase(
                sv: "Skriv ut en ranking: vem som ligger var, och vem som har flyttat sig.",
                en: "Print a ranking: who stands where, and who moved."
            ).said,
            discussion: Phrase(
                sv: """
                    Kommuner vars placering inte är känd det året utelämnas; --all tar med dem också, sist och utan \
                    placering. En placering som bara är känd från nyheter har ett märke och sitt citat; i poster är \
                    placeringen null, och påståendet har egna fält.
                    """,
                en: """
                    Municipalities whose rank is not known in that year are left out; --all lists them too, \
                    last and with a null rank. A place known from news alone carries a mark and its quote; in records its \
                    rank is null and the claim has fields of its own.
                    """
            ).said)
    }

    @OptionGroup var options: GlobalOptions
    @OptionGroup var output: OutputOptions

    @Option(
        help: ArgumentHelp(
            Phrase(
                sv: "Rankingens id; den första om inget anges.",
                en: "The ranking's short name; the first one if left out."
            ).said, valueName: "id"))
    var indicator: String?

    @Option(
        help: ArgumentHelp(
            Phrase(
                sv: "Året; annars det senaste där din kommun har en placering.",
                en: "The year; if left out, the latest in which your municipality has a rank."
            ).said,
            valueName: ValueName.year.said))
    var period: Int?

    @Option(
        help: ArgumentHelp(
            Phrase(
                sv: "Vilka kommuner: country, county:LÄN, group:KOD, peers:NAMN eller followed.",
                en:
                    "Which municipalities: country, county:NAME, group:CODE, peers:NAME or followed."
            ).said,
            valueName: ValueName.scope.said))
    var scope = "country"

    @Option(
        help: ArgumentHelp(
            Phrase(sv: "Ordningen.", en: "The order.").said, valueName: ValueName.order.said))
    var sort: RankingsPane.Sort.Column = .rank

    @Flag(help: ArgumentHelp(Phrase(sv: "Vänd ordningen.", en: "Turn the order round.").said))
    var reverse = false

    @Option(
        help: ArgumentHelp(
            Phrase(
                sv: "Bara de som har detta i namnet, oavsett stora bokstäver och prickar.",
                en: "Only those with this in their name, whatever the case and diacritics."
            ).said,
            valueName: ValueName.text.said))
    var search: String?

    @Option(
        help: ArgumentHelp(
            Phrase(sv: "Högst så många.", en: "At most so many.").said,
            valueName: ValueName.count.said))
    var limit: Int?

    @Flag(
        help: ArgumentHelp(
            Phrase(
                sv: "Även de vars placering inte är känd.",
                en: "Also those whose rank is not known."
            ).said))
    var all = false

    func validate() throws {
        if let limit, limit < 0 { throw ValidationError(CommandPhrases.badLimit.said) }
    }

    func run(_ context: CommandContext) throws {
        let content = try context.open()
        let lookup = try Lookup(content.store)
        let table = try table(content.store)
        let claims = ClaimTable(
            try content.store.claims(ClaimQuery(indicator: table.indicator.id)))
        let chosen = try context.chosenMunicipality(content.store, lookup).code
        let period = try period(of: table, claims, for: chosen)
        let members = lookup.gazetteer.members(
            of: try lookup.scope(scope), followed: try context.followed(content.store, lookup))
        let list = RankingRows(
            table: table, period: period, members: members,
            pinned: [], sort: .init(column: sort, isReversed: reverse),
            gazetteer: lookup.gazetteer, language: context.language, claims: claims)
        let needle = SearchKey.fold(search ?? "")
        let records = list.rows.lazy
            .filter { all || $0.shownRank != nil }
            .filter {
                needle.isEmpty || SearchKey.fold($0.municipality.name).contains(needle)
            }
            .prefix(limit ?? .max)
            .map { row in
                RankingRecord(
                    row: row, indicator: table.indicator, period: period,
                    previousRank: table.rank(of: row.municipality.code, in: period.previous),
                    outOf: lookup.gazetteer.all.count, language: context.language)
            }
        let stream = StandardOutput()
        var writer = RecordWriter(
            RankingRecord.columns, format: output.format, look: try context.look(stream),
            to: stream)
        try writer.write(heading: list.summary(of: table.indicator, in: period, context.formats))
        try writer.write(Array(records))
        try writer.finish(nothing: CommandPhrases.noMunicipalities(context.language))
    }

    private func table(_ reader: some ClimateReading) throws -> ObservationTable {
        let indicators = try reader.indicators()
        guard let first = indicators.first else {
            throw Failure(.failure, CommandPhrases.noRankings)
        }
        guard let wanted = indicator else {
            return ObservationTable(
                indicator: first, observations: try reader.observations(of: first.id))
        }
        let found = indicators.first { SearchKey.fold($0.id.rawValue) == SearchKey.fold(wanted) }
        guard let found else {
            throw Failure(
                .usage,
                CommandPhrases.unknown(
                    CommandPhrases.unknownIndicator, wanted,
                    meant: nearest(to: wanted, among: indicators.map(\.id.rawValue))
                        .map { Phrase(same: $0) }))
        }
        return ObservationTable(
            indicator: found, observations: try reader.observations(of: found.id))
    }

    private func period(
        of table: ObservationTable, _ claims: ClaimTable, for municipality: MunicipalityCode?
    ) throws -> Period {
        guard let year = period else {
            return table.firstPeriod(for: municipality) ?? Period(year: 0)
        }
        let wanted = Period(year: year)
        let periods = Set(table.periods + claims.periods).sorted()
        guard periods.contains(wanted) else {
            let known = periods.map(\.description).joined(separator: ", ")
            throw Failure(.usage, CommandPhrases.noPeriod(String(year), known))
        }
        return wanted
    }
}

extension RankingsPane.Sort.Column: ExpressibleByArgument {}

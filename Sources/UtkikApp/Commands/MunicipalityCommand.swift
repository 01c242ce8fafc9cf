import ArgumentParser
import ClimateModel
import ClimateStore
import CommandWords
import Dashboard

/// `utkik municipality NAME`: everything about one.
struct MunicipalityCommand: ParsableCommandWithOptions {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "municipality",
            abstract:
                Phrase(
                    sv:
                        "Skriv ut vad som är känt om en kommun: placering, utveckling, projekt, nyheter, priser.",
                    en:
                        "Print what is known of a municipality: standing, trend, projects, news, awards."
                ).said,
            discussion: Phrase(sv: "JSON och CSV ger en post.", en: "JSON and CSV give one record.")
                .said)
    }

    @OptionGroup var options: GlobalOptions
    @OptionGroup var output: OutputOptions

    @Argument(
        help: ArgumentHelp(
            Phrase(
                sv: "Namnet eller koden, med stora eller små bokstäver, med eller utan prickar.",
                en: "The name or the code, whatever the case and diacritics."
            ).said, valueName: ValueName.name.said))
    var name: String

    /// How many projects and news items are printed.
    private static let limit = 50

    func run(_ context: CommandContext) throws {
        let store = try context.open().store
        let lookup = try Lookup(store)
        let municipality = try lookup.municipality(name)
        let stream = StandardOutput()
        switch output.format {
        case .text:
            let program = try context.program(store, lookup)
            try PlainText(state: program.state, reader: store, output: stream.write)
                .write(.municipality(municipality.code))
        case .json:
            let record = try record(of: municipality, context, store, lookup)
            let object = MunicipalityRecord.columns.object(of: record)
            try stream.write(try JSONText.text(object) + "\n")
        case .csv:
            let columns = MunicipalityRecord.columns
            let record = try record(of: municipality, context, store, lookup)
            try stream.write(CSVText.line(columns.map(\.key)))
            try stream.write(CSVText.line(columns.map { try $0.value(record).cell() }))
        }
        try stream.flush()
    }

    private func record(
        of municipality: Municipality, _ context: CommandContext, _ store: ContentStore,
        _ lookup: Lookup
    ) throws -> MunicipalityRecord {
        let code = municipality.code
        let indicator = try store.indicators().first
        let table = try indicator.map {
            ObservationTable(indicator: $0, observations: try store.observations(of: $0.id))
        }
        let followed = try context.followed(store, lookup)
        let standing = table.flatMap {
            Standing(of: code, in: $0, gazetteer: lookup.gazetteer, followed: followed)
        }
        let window = Window(offset: 0, count: Self.limit)
        let query = NewsQuery(municipalities: [code])
        let projects = try store.projects(
            ProjectQuery(municipalities: [code], today: context.today), in: window)
        let periods = standing?.trend.points.map(\.period) ?? []
        return MunicipalityRecord(
            municipality: municipality, indicator: indicator, standing: standing,
            previousRank: standing.flatMap { table?.rank(of: code, in: $0.period.previous) },
            changes: Dictionary(
                periods.compactMap { period in
                    table?.change(of: code, in: period).map { (period, $0) }
                }, uniquingKeysWith: { first, _ in first }),
            peers: municipality.peers.compactMap { lookup.gazetteer[$0] },
            projects: projects.map { lookup.record($0, context.language) },
            news: try store.news(query, in: window).map { lookup.record($0, context.language) },
            newsCount: try store.newsCount(query).total,
            claims: try store.claims(ClaimQuery(municipality: code)),
            awards: try store.awards(of: code),
            names: Dictionary(
                lookup.gazetteer.all.map { ($0.code, $0.name) },
                uniquingKeysWith: { first, _ in first }),
            language: context.language)
    }
}

extension Lookup {
    func record(_ project: Project, _ language: Language) -> ProjectRecord {
        ProjectRecord(
            project: project, municipality: gazetteer[project.municipality], language: language)
    }

    func record(_ item: NewsSummary, _ language: Language) -> NewsRecord {
        NewsRecord(
            item: item, municipalities: item.municipalities.compactMap { gazetteer[$0] },
            language: language)
    }
}

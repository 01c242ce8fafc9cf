import ArgumentParser
import ClimateModel
import CommandWords
import Foundation
import Ingest

extension ContentType: ExpressibleByArgument {}

/// How results are written.
enum ReportFormat: String, ExpressibleByArgument, CaseIterable {
    case text, json
}

/// Which way is better, as the command line says it.
enum DirectionArgument: String, ExpressibleByArgument, CaseIterable {
    case lower, higher, neutral

    var direction: Indicator.Direction {
        switch self {
        case .lower: .lowerIsBetter
        case .higher: .higherIsBetter
        case .neutral: .neutral
        }
    }
}

/// `utkik-ingest import FILE…`: reads files into the database, each all or nothing.
struct ImportCommand: ParsableCommand {
    static var configuration: CommandConfiguration {
        let language = UserLanguage.current()
        return CommandConfiguration(
            commandName: "import", abstract: Phrase.importAbstract(language),
            discussion: Phrase.importDiscussion(language))
    }

    @Argument(
        help: ArgumentHelp(
            Phrase.filesHelp(UserLanguage.current()),
            valueName: ValueName.file(UserLanguage.current())),
        completion: .file())
    var files: [String]

    @Option(
        name: .customLong("as"),
        help: ArgumentHelp(
            Phrase.asHelp(UserLanguage.current()), valueName: ValueName.type(UserLanguage.current())
        ))
    var type: ContentType?

    @Option(help: ArgumentHelp(Phrase.indicatorHelp(UserLanguage.current()), valueName: "id"))
    var indicator: String?

    @Option(
        help: ArgumentHelp(
            Phrase.yearHelp(UserLanguage.current()),
            valueName: ValueName.year(UserLanguage.current())))
    var year: Int?

    @Option(
        help: ArgumentHelp(
            Phrase.publisherHelp(UserLanguage.current()),
            valueName: ValueName.name(UserLanguage.current())))
    var publisher: String?

    @Option(
        help: ArgumentHelp(
            Phrase.directionHelp(UserLanguage.current()), valueName: "lower|higher|neutral"))
    var direction: DirectionArgument?

    @Option(help: ArgumentHelp(Phrase.formatHelp(UserLanguage.current()), valueName: "text|json"))
    var format: ReportFormat = .text

    @OptionGroup var shared: SharedOptions

    func validate() throws {
        let language = shared.spoken
        if files.count(where: { $0 == "-" }) > 1 {
            throw ValidationError(Phrase.oneStream(language))
        }
        if let year, !(1900...2100).contains(year) {
            throw ValidationError(Phrase.yearRange(language))
        }
    }

    func run() throws {
        let options = ImportOptions(
            type: type, indicator: indicator, year: year, publisher: publisher,
            direction: direction?.direction)
        let reporter = Reporter(format: format, language: shared.spoken)
        let session = try WriterSession.open(shared)
        let importer = Importer(session: session, options: options, language: shared.spoken)
        var outcomes: [FileReport.Outcome] = []
        for file in files {
            let report = importer.run(file)
            reporter.tell(report)
            outcomes.append(report.outcome)
        }
        if outcomes.contains(where: \.isBadData) { throw ExitStatus.badData }
        if outcomes.contains(where: \.isFailure) { throw ExitStatus.failure }
    }
}

extension Phrase {
    static let importAbstract = Phrase(
        sv: "Läs in filer: rankingar, nyckeltal, projekt, nyheter, källor.",
        en: "Import files: rankings, indicators, projects, news, sources.")
    static let importDiscussion = Phrase(
        sv: """
            Vad en fil är avgörs av vad den innehåller: tabeller (CSV, TSV) av placeringar eller värden, projekt (YAML, \
            JSON, CSV), flöden (RSS, Atom, JSON Feed) och OPML-listor. Varje fil läses in helt eller inte alls, och samma \
            fil en gång till ändrar ingenting.
            """,
        en: """
            What a file is is found from what it holds: tables (CSV, TSV) of ranks or values, projects (YAML, JSON, CSV), \
            feeds (RSS, Atom, JSON Feed) and OPML lists. Each file is imported whole or not at all, and the same file \
            once more changes nothing.
            """)
    static let filesHelp = Phrase(
        sv: "Filerna. - läser standard in.", en: "The files. - reads standard input.")
    static let asHelp = Phrase(
        sv: "Läs som: ranking, indicator, projects, news eller sources.",
        en: "Read as: ranking, indicator, projects, news or sources.")
    static let indicatorHelp = Phrase(
        sv: "Nyckeltalet som siffrorna gäller.", en: "The indicator that the figures are of.")
    static let yearHelp = Phrase(
        sv: "Året, för en tabell som inte säger det.",
        en: "The year, for a table that doesn't tell.")
    static let publisherHelp = Phrase(
        sv: "Vem som har publicerat innehållet.", en: "Who published the content.")
    static let directionHelp = Phrase(
        sv: "Vad som är bättre för ett nytt nyckeltal.",
        en: "Which way is better for a new indicator.")
    static let formatHelp = Phrase(
        sv: "Resultat som text eller JSON.", en: "Results as text or JSON.")
    static let oneStream = Phrase(
        sv: "- (standard in) kan bara anges en gång",
        en: "- (standard input) can be given only once")
    static let yearRange = Phrase(
        sv: "--year ska vara 1900–2100", en: "--year must be 1900–2100")
}

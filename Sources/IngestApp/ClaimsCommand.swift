import ArgumentParser
import ClimateModel
import ClimateStore
import CommandWords
import Foundation
import Ingest

/// `utkik-ingest claims FILE`: tells which places in rankings a text claims, and writes nothing.
struct ClaimsCommand: ParsableCommand {
    static var configuration: CommandConfiguration {
        let language = UserLanguage.current()
        return CommandConfiguration(
            commandName: "claims", abstract: Phrase.claimsAbstract(language),
            discussion: Phrase.claimsDiscussion(language))
    }

    @Argument(
        help: ArgumentHelp(
            Phrase.claimsFileHelp(UserLanguage.current()),
            valueName: ValueName.file(UserLanguage.current())),
        completion: .file())
    var file: String

    @Option(help: ArgumentHelp(Phrase.formatHelp(UserLanguage.current()), valueName: "text|json"))
    var format: ReportFormat = .text

    @Option(
        help: ArgumentHelp(
            Phrase.claimsDateHelp(UserLanguage.current()),
            valueName: ValueName.date(UserLanguage.current())))
    var date: String?

    @Option(
        help: ArgumentHelp(
            Phrase.claimsAboutHelp(UserLanguage.current()),
            valueName: ValueName.name(UserLanguage.current())))
    var about: String?

    @OptionGroup var shared: SharedOptions

    func validate() throws {
        if let date, PartialDate(date) == nil {
            throw ValidationError(Phrase.claimsBadDate(shared.spoken))
        }
    }

    func run() throws {
        let gazetteer = Gazetteer(try municipalities())
        let publisher = try publisher(gazetteer)
        let reader = ArticleReader(gazetteer)
        let findings = try articles(gazetteer).map { article in
            var article = article
            if let publisher { article.municipalities = [publisher] }
            return reader.read(article)
        }
        let report = ClaimsReport(
            claims: findings.flatMap(\.claims), agenda: findings.flatMap(\.agenda))
        switch format {
        case .json: Streams.data(try report.json())
        case .text: for line in report.lines(shared.spoken) { Streams.output(line) }
        }
    }

    /// Those of the database; without one, those compiled in.
    private func municipalities() throws -> [Municipality] {
        if let store = try? ContentStore.open(try shared.location()) {
            return try store.municipalities()
        }
        return try ContentStore.starter().municipalities()
    }

    private func publisher(_ gazetteer: Gazetteer) throws -> MunicipalityCode? {
        guard let about else { return nil }
        guard let found = gazetteer.municipality(about) else {
            throw ValidationError(gazetteer.unknown(about)(shared.spoken))
        }
        return found.code
    }

    private func articles(_ gazetteer: Gazetteer) throws -> [Article] {
        let name = FileReport.shownName(file)
        do {
            let bytes = try FileBytes.read(file)
            let context = ImportContext(
                municipalities: MunicipalityFinder(gazetteer.all), now: .now(),
                fileName: file == "-" ? "stdin" : (file as NSString).lastPathComponent)
            return try ArticleFile.articles(
                bytes, context: context, published: date.flatMap { PartialDate($0) })
        } catch let failure as FileBytes.Failure {
            Streams.error("\(name): " + failure.reason(shared.spoken))
            throw ExitStatus.failure
        } catch let failure as ImportFailure {
            for problem in failure.problems {
                Streams.error(Reporter.line(problem, of: name, in: shared.spoken))
            }
            throw ExitStatus.badData
        }
    }
}

/// What a file claims, as it is printed.
struct ClaimsReport {
    var claims: [RankingClaim]
    var agenda: [AgendaEntry]

    /// A list of claims, each with every key: `municipality`, `code`, `ranking`, `year`, `rank`, `change`, `quote`,
    /// `certainty`. What is not known is null.
    func json() throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        return String(decoding: try encoder.encode(claims), as: UTF8.self)
    }

    /// A claim and its quote in two lines; then the dates ahead.
    func lines(_ language: Language) -> [String] {
        if claims.isEmpty, agenda.isEmpty { return [Phrase.nothingClaimed(language)] }
        var lines: [String] = []
        for claim in claims {
            lines.append(Phrase.claim(claim)(language))
            lines.append("  " + Phrase.quoted(claim.quote)(language))
        }
        for entry in agenda {
            let end = entry.end.map { "–\($0)" } ?? ""
            lines.append("\(entry.date)\(end)  " + Phrase.quoted(entry.quote)(language))
        }
        return lines
    }
}

extension Phrase {
    static let claimsAbstract = Phrase(
        sv: "Visa vilka placeringar i rankingar som en text påstår.",
        en: "Show which places in rankings a text claims.")
    static let claimsDiscussion = Phrase(
        sv: """
            Läser text, Markdown, HTML eller ett flöde på svenska eller engelska och skriver ut varje påstående med \
            citatet det kommer från, och datum framåt. Ingenting sparas.
            """,
        en: """
            Reads text, Markdown, HTML or a feed in Swedish or English and prints each claim with the quote it comes \
            from, and dates ahead. Nothing is stored.
            """)
    static let claimsFileHelp = Phrase(
        sv: "Filen. - läser standard in.", en: "The file. - reads standard input.")
    static let claimsDateHelp = Phrase(
        sv: "När texten publicerades: 2021-10-15, 2021-10 eller 2021.",
        en: "When the text was published: 2021-10-15, 2021-10 or 2021.")
    static let claimsAboutHelp = Phrase(
        sv: "Kommunen som ”vi” och ”kommunen” står för.",
        en: "The municipality that “we” and “the municipality” stand for.")
    static let claimsBadDate = Phrase(
        sv: "--date ska vara 2021-10-15, 2021-10 eller 2021",
        en: "--date must be 2021-10-15, 2021-10 or 2021")
    static let nothingClaimed = Phrase(
        sv: "Inga påståenden om placeringar och inga datum framåt.",
        en: "No claims of ranks and no dates ahead.")

    static func quoted(_ text: String) -> Phrase { Phrase(sv: "”\(text)”", en: "“\(text)”") }

    /// "Kristinehamn 1781 · Lokalt företagsklimat 2021 · plats 150 · ▲31 · säkert".
    static func claim(_ claim: RankingClaim) -> Phrase {
        let ranking = ([claim.ranking] + [claim.year.map(String.init)].compactMap(\.self))
            .joined(separator: " ")
        let change = claim.change.map { $0 == 0 ? "=" : $0 > 0 ? "▲\($0)" : "▼\(-$0)" }
        func line(_ rank: String, _ certainty: String) -> String {
            ["\(claim.name) \(claim.municipality)", ranking, rank, change ?? "–", certainty]
                .joined(separator: " · ")
        }
        let rank = claim.rank.map(String.init) ?? "–"
        let certainty = Phrase.certainty(claim.certainty)
        return Phrase(
            sv: line("plats \(rank)", certainty.sv), en: line("rank \(rank)", certainty.en))
    }

    private static func certainty(_ certainty: Certainty) -> Phrase {
        switch certainty {
        case .high: Phrase(sv: "säkert", en: "certain")
        case .medium: Phrase(sv: "troligt", en: "likely")
        case .low: Phrase(sv: "osäkert", en: "uncertain")
        }
    }
}

import ArgumentParser
import ClimateModel
import CommandWords
import Configuration

extension Source.Kind: ExpressibleByArgument {
    /// Those that a sync can read.
    public static var allValueStrings: [String] { readable.map(\.rawValue) }

    /// Nil for what a sync can't read.
    public init?(argument: String) {
        guard let kind = Self(rawValue: argument), Self.readable.contains(kind) else { return nil }
        self = kind
    }
}

/// What a user can say of a source on the command line: the same as in the config file.
struct SourceOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            Phrase.kindHelp(UserLanguage.current()),
            valueName: ValueName.kind(UserLanguage.current())))
    var kind: Source.Kind?

    @Option(
        help: ArgumentHelp(
            Phrase.titleHelp(UserLanguage.current()),
            valueName: ValueName.title(UserLanguage.current())))
    var title: String?

    @Option(
        help: ArgumentHelp(
            Phrase.publisherHelp(UserLanguage.current()),
            valueName: ValueName.name(UserLanguage.current())))
    var publisher: String?

    @Option(
        help: ArgumentHelp(
            Phrase.municipalityHelp(UserLanguage.current()),
            valueName: ValueName.name(UserLanguage.current())))
    var municipality: String?

    @Flag(help: ArgumentHelp(Phrase.allowPrivateHelp(UserLanguage.current())))
    var allowPrivate = false

    @Option(
        help: ArgumentHelp(
            Phrase.everyHelp(UserLanguage.current()),
            valueName: ValueName.time(UserLanguage.current())))
    var every: String?

    @Option(
        help: ArgumentHelp(
            Phrase.sheetHelp(UserLanguage.current()),
            valueName: ValueName.name(UserLanguage.current())))
    var sheet: String?

    @Option(
        help: ArgumentHelp(
            Phrase.headingRowHelp(UserLanguage.current()),
            valueName: ValueName.row(UserLanguage.current())))
    var headingRow: Int?

    @Option(
        help: ArgumentHelp(
            Phrase.columnHelp(UserLanguage.current()),
            valueName: ValueName.column(UserLanguage.current())))
    var column: [String] = []

    @Option(
        help: ArgumentHelp(
            Phrase.phaseHelp(UserLanguage.current()),
            valueName: ValueName.phaseWord(UserLanguage.current())))
    var phase: [String] = []

    @Option(help: ArgumentHelp(Phrase.indicatorHelp(UserLanguage.current()), valueName: "id"))
    var indicator: String?

    @Option(help: ArgumentHelp(Phrase.indicatorsHelp(UserLanguage.current()), valueName: "ids"))
    var indicators: String?

    @Option(
        help: ArgumentHelp(
            Phrase.yearHelp(UserLanguage.current()),
            valueName: ValueName.year(UserLanguage.current())))
    var year: Int?

    @Option(
        help: ArgumentHelp(
            Phrase.directionHelp(UserLanguage.current()), valueName: "lower|higher|neutral"))
    var direction: DirectionArgument?

    @Option(
        help: ArgumentHelp(
            Phrase.userHelp(UserLanguage.current()),
            valueName: ValueName.name(UserLanguage.current())))
    var user: String?

    @Option(
        help: ArgumentHelp(
            Phrase.passwordCommandHelp(UserLanguage.current()),
            valueName: ValueName.command(UserLanguage.current()))
    )
    var passwordCommand: String?

    func validate() throws {
        let language = UserLanguage.current()
        if let every, SourceInterval.seconds(every) == nil {
            throw ValidationError(Phrase.expected("--every", SourceInterval.expected)(language))
        }
        if let year, !SourceLimits.years.contains(year) {
            throw ValidationError(Phrase.yearRange(language))
        }
        if let headingRow, !SourceLimits.headingRows.contains(headingRow) {
            throw ValidationError(Phrase.headingRowRange(language))
        }
        for pair in column where Self.parts(pair) == nil {
            throw ValidationError(Phrase.badPair("--column", pair, "phase=Fas")(language))
        }
        for pair in phase where Self.parts(pair).flatMap({ Project.Phase(rawValue: $0.1) }) == nil {
            let phases = Phrase.alternatives(Project.Phase.allCases.map(\.rawValue))
            let expected = phases.map { "--phase ORD=" + $0 }
            throw ValidationError(Phrase.expected(pair, expected)(language))
        }
    }

    /// What they say of the source at `address`, but for the municipality, and nothing else.
    func settings(of address: String) -> SourceSettings {
        SourceSettings(
            address: address, kind: kind, title: title.map { CleanText.line($0) },
            publisher: publisher.map { CleanText.line($0) }, allowsPrivateHost: allowPrivate,
            interval: every.flatMap { SourceInterval.seconds($0) }, mapping: mapping,
            indicators: (indicators ?? "").split { $0 == "," || $0 == " " }.map(String.init),
            user: user, passwordCommand: passwordCommand)
    }

    private var mapping: TableMapping {
        TableMapping(
            sheet: sheet, headingRow: headingRow, columns: Self.pairs(column) { $0 },
            phases: Self.pairs(phase) { $0.lowercased() }, indicator: indicator, year: year,
            direction: direction?.direction)
    }

    private static func pairs(
        _ texts: [String], key: (String) -> String
    ) -> [String: String] {
        Dictionary(
            texts.compactMap(parts).map { (key($0.0), $0.1) }, uniquingKeysWith: { $1 })
    }

    /// "phase=Fas"; nil where either side is missing.
    private static func parts(_ text: String) -> (String, String)? {
        guard let sign = text.firstIndex(of: "=") else { return nil }
        let parts = [text[..<sign], text[text.index(after: sign)...]].map { CleanText.line($0) }
        return parts[0].isEmpty || parts[1].isEmpty ? nil : (parts[0], parts[1])
    }
}

extension Phrase {
    static let kindHelp = Phrase(
        sv: "Vad källan är, om det inte syns på innehållet.",
        en: "What the source is, where its content doesn't tell.")
    static let titleHelp = Phrase(
        sv: "Vad listor kallar källan. (Annars vad den kallar sig själv.)",
        en: "What lists call the source. (Otherwise what it calls itself.)")
    static let municipalityHelp = Phrase(
        sv: "Kommunen som allt i källan handlar om, namn eller kod.",
        en: "The municipality that all of the source is about, by name or code.")
    static let allowPrivateHelp = Phrase(
        sv: "Källan får ligga på en privat adress, som ett intranät.",
        en: "The source may have a private address, such as an intranet's.")
    static let everyHelp = Phrase(
        sv: "Hur ofta den läses: 15 min, 6 tim, 1 dygn. (Annars efter hur ofta den ändras.)",
        en: "How often it is read: 15 min, 6 h, 1 d. (Otherwise by how often it changes.)")
    static let sheetHelp = Phrase(
        sv: "Bladet i en arbetsbok.", en: "The sheet of a workbook.")
    static let headingRowHelp = Phrase(
        sv: "Raden med kolumnernas namn, från 1.", en: "The row of the headings, from 1.")
    static let columnHelp = Phrase(
        sv: "Vad en kolumn heter: phase=Fas. Kan anges flera gånger.",
        en: "What a column is called: phase=Fas. May be given several times.")
    static let phaseHelp = Phrase(
        sv: "Vad ett ord för fas står för: Samråd=planned. Kan anges flera gånger.",
        en: "What a word for a phase stands for: Samråd=planned. May be given several times.")
    static let indicatorsHelp = Phrase(
        sv: "Nyckeltal att hämta från Kolada: U07453,N01951.",
        en: "Indicators to fetch from Kolada: U07453,N01951.")
    static let userHelp = Phrase(
        sv: "Namnet att logga in i en brevlåda med.", en: "The name to log in to a mailbox with.")
    static let passwordCommandHelp = Phrase(
        sv: "Kommando som skriver brevlådans lösenord på sin första rad.",
        en: "A command that prints the mailbox's password on its first line.")
    static let headingRowRange = Phrase(
        sv: "--heading-row ska vara 1–1000", en: "--heading-row must be 1–1000")

    static func expected(_ what: String, _ expected: Phrase) -> Phrase {
        let what = CleanText.line(what.prefix(60))
        return Phrase(
            sv: "\(what): väntade \(expected.sv)", en: "\(what): expected \(expected.en)")
    }

    static func badPair(_ option: String, _ found: String, _ example: String) -> Phrase {
        let found = CleanText.line(found.prefix(60))
        return Phrase(
            sv: "\(option) \(found): väntade två namn, som \(example)",
            en: "\(option) \(found): expected two names, as in \(example)")
    }
}

import ArgumentParser
import ClimateModel
import CommandWords
import Terminal

/// What every command takes.
struct GlobalOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            Phrase(sv: "Databasen med innehållet.", en: "The content database.").said,
            discussion: Phrase(
                sv: "Annars UTKIK_DATABASE, annars inställningsfilens.",
                en: "Else UTKIK_DATABASE, else the config's."
            ).said,
            valueName: ValueName.path.said),
        completion: .file())
    var database: String?

    @Option(
        help: ArgumentHelp(
            Phrase(sv: "Inställningsfilen.", en: "The config file.").said,
            discussion: Phrase(sv: "Annars UTKIK_CONFIG.", en: "Else UTKIK_CONFIG.").said,
            valueName: ValueName.path.said),
        completion: .file(extensions: ["toml"]))
    var config: String?

    @Option(
        help: ArgumentHelp(
            Phrase(
                sv: "Temats namn; se 'utkik themes'.", en: "The theme's name; see 'utkik themes'."
            ).said, discussion: Phrase(sv: "Annars UTKIK_THEME.", en: "Else UTKIK_THEME.").said,
            valueName: ValueName.name.said))
    var theme: String?

    @Option(
        help: ArgumentHelp(
            Phrase(sv: "Språket.", en: "The language.").said,
            discussion: Phrase(
                sv: "Annars UTKIK_LANGUAGE, inställningsfilens, LC_ALL, LC_MESSAGES eller LANG.",
                en: "Else UTKIK_LANGUAGE, else the config's, else LC_ALL, LC_MESSAGES or LANG."
            ).said,
            valueName: "sv|en"))
    var language: Language?

    @Option(
        help: ArgumentHelp(
            Phrase(sv: "Vilka färger som används.", en: "Which colours to use.").said,
            discussion: Phrase(sv: "NO_COLOR gäller.", en: "NO_COLOR is honoured.").said,
            valueName: ValueName.when.said),
        completion: .list(ColorSetting.names))
    var color: ColorSetting?

    @Flag(
        help: ArgumentHelp(
            Phrase(
                sv: "Starta inga program, skriv inga filer, läs ingens inställningar: för gäster.",
                en: "Start no program, write no file, read no user's config: for guests."
            ).said))
    var restricted = false

    @Flag(
        help: ArgumentHelp(
            Phrase(
                sv: "Ren text rad för rad, för skärmläsare och andra program.",
                en: "Plain text line by line, for screen readers and pipes."
            ).said))
    var plain = false

    /// What they say, for the settings.
    var settings: CommandLineSettings {
        CommandLineSettings(
            language: language, theme: theme, color: color, database: database, config: config)
    }

    /// Those that a value follows.
    static let withValue: Set<String> = ["database", "config", "theme", "language", "color"]
    static let flags: Set<String> = ["restricted", "plain"]
}

extension Language: ExpressibleByArgument {}

extension ColorSetting: ExpressibleByArgument {
    /// Reads what `ColorSetting.init(_:)` reads.
    public init?(argument: String) { self.init(argument) }

    /// The values that help and completion show.
    public static var allValueStrings: [String] { names }
}
extension OutputFormat: ExpressibleByArgument {}

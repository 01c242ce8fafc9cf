import ArgumentParser
import ClimateModel
import Terminal

/// What every command takes.
struct GlobalOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "The content database.", discussion: "Else UTKIK_DATABASE, else the config's.",
            valueName: "path"),
        completion: .file())
    var database: String?

    @Option(
        help: ArgumentHelp("The config file.", discussion: "Else UTKIK_CONFIG.", valueName: "path"),
        completion: .file(extensions: ["toml"]))
    var config: String?

    @Option(
        help: ArgumentHelp(
            "The theme's name; see 'utkik themes'.", discussion: "Else UTKIK_THEME.",
            valueName: "name"))
    var theme: String?

    @Option(
        help: ArgumentHelp(
            "The language.",
            discussion: "Else UTKIK_LANGUAGE, else the config's, else LC_ALL, LC_MESSAGES or LANG.",
            valueName: "sv|en"))
    var language: Language?

    @Option(
        help: ArgumentHelp(
            "Which colours to use.", discussion: "NO_COLOR is honoured.",
            valueName: "when"),
        completion: .list(ColorSetting.names))
    var color: ColorSetting?

    @Flag(help: "Start no program, write no file, read no user's config: for guests.")
    var restricted = false

    @Flag(help: "Plain text line by line, for screen readers and pipes.")
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

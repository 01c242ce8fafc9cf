import ClimateModel
import Configuration
import Dashboard
import Terminal

/// What a command line says; what it leaves out is nil.
public struct CommandLineSettings: Hashable, Sendable {
    /// What `--language` says.
    public var language: Language?
    /// What `--theme` says: a theme's name.
    public var theme: String?
    /// What `--color` says.
    public var color: ColorSetting?
    /// What `--database` says: a path.
    public var database: String?
    /// What `--config` says: a path.
    public var config: String?

    /// Says nothing unless told otherwise.
    public init(
        language: Language? = nil, theme: String? = nil, color: ColorSetting? = nil,
        database: String? = nil, config: String? = nil
    ) {
        self.language = language
        self.theme = theme
        self.color = color
        self.database = database
        self.config = config
    }
}

/// How this run goes: what the command line says, else the environment, else the config file, else the default.
public struct Settings: Hashable, Sendable {
    /// The language of all that is shown.
    public var language: Language
    /// Whether somebody chose the language, rather than the locale.
    public var isLanguageChosen: Bool
    /// nil where none is chosen: then what the user chose on the screen last, else the default.
    public var theme: String?
    /// Which colours to use.
    public var color: ColorSetting
    /// A name or a code; nil where none is chosen.
    public var municipality: String?
    /// Names or codes.
    public var followed: [String]
    /// An absolute or relative path; nil for the standard place.
    public var database: String?
    /// What a sync reads, as the config file has it.
    public var sources: [ConfiguredSource]
    /// Where the keepers of servers reach whoever runs syncs.
    public var contact: Contact?
    /// The keys that the config file gives, to be checked against the actions there are.
    public var keys: [KeySetting]
    /// What the config file says of the kiosk.
    public var kiosk: Config.Kiosk

    /// Chooses.
    ///
    /// Of the environment count `UTKIK_LANGUAGE`, `UTKIK_THEME`, `UTKIK_DATABASE`, and `NO_COLOR` when it is not empty
    /// (no-color.org). The locale (`LC_ALL`, `LC_MESSAGES`, `LANG`) is the same for every program, so it gives the
    /// language only where neither command line, `UTKIK_LANGUAGE` nor config does.
    ///
    /// - Throws: what is wrong with a variable.
    public static func resolve(
        _ options: CommandLineSettings, environment: [String: String], config: Config
    ) throws(FileProblems) -> Settings {
        func variable(_ name: String) -> String? {
            environment[name].flatMap { $0.isEmpty ? nil : $0 }
        }
        var chosen = options.language
        if chosen == nil { chosen = try language(variable("UTKIK_LANGUAGE")) ?? config.language }
        let environmentColor = variable("NO_COLOR").map { _ in ColorSetting.never }
        return Settings(
            language: chosen ?? Language(environment: environment), isLanguageChosen: chosen != nil,
            theme: options.theme ?? variable("UTKIK_THEME") ?? config.theme,
            color: options.color ?? environmentColor ?? config.color ?? .auto,
            municipality: config.municipality, followed: config.followed,
            database: options.database ?? variable("UTKIK_DATABASE") ?? config.database,
            sources: config.sources, contact: config.contact, keys: config.keys, kiosk: config.kiosk
        )
    }

    /// Reads the config file that `options` and `environment` name, and chooses.
    ///
    /// - Parameters:
    ///   - home: the user's home folder.
    ///   - isRestricted: whether the user's own config is left alone; one named on the command line is read all the same.
    /// - Throws: what is wrong in the file, or that a file named on the command line or in `UTKIK_CONFIG` is not there.
    public static func load(
        _ options: CommandLineSettings, environment: [String: String], home: String,
        isRestricted: Bool
    ) throws(FileProblems) -> Settings {
        let place = ConfigPlace(
            named: options.config, environment: environment, home: home, isRestricted: isRestricted)
        let config = try place.load(home: home, ConfigFile.read)
        return try resolve(options, environment: environment, config: config ?? Config())
    }

    private static func language(_ name: String?) throws(FileProblems) -> Language? {
        guard let name else { return nil }
        if let language = Language(rawValue: name.lowercased()) { return language }
        let shown = CleanText.line(name.prefix(40))
        throw FileProblems([
            FileProblem(
                path: "UTKIK_LANGUAGE",
                message: Phrase(
                    sv: "väntade sv eller en, fann \(shown)",
                    en: "expected sv or en, found \(shown)"))
        ])
    }
}

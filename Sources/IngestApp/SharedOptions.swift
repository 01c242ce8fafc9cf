import ArgumentParser
import ClimateModel
import ClimateStore
import CommandWords
import Configuration
import Foundation

extension Language: ExpressibleByArgument {}

/// What every command that writes takes.
struct SharedOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            Phrase.databaseHelp(UserLanguage.current()),
            valueName: ValueName.path(UserLanguage.current())),
        completion: .file())
    var database: String?

    @Option(
        help: ArgumentHelp(
            Phrase.configHelp(UserLanguage.current()),
            valueName: ValueName.path(UserLanguage.current())),
        completion: .file(extensions: ["toml"]))
    var config: String?

    @Option(help: ArgumentHelp(Phrase.languageHelp(UserLanguage.current()), valueName: "sv|en"))
    var language: Language?

    /// As given, else as the environment asks for.
    var spoken: Language {
        language ?? Language(environment: ProcessInfo.processInfo.environment)
    }

    /// Where the user's config is.
    var place: ConfigPlace {
        ConfigPlace(
            named: config, environment: ProcessInfo.processInfo.environment,
            home: UserHome.path, isRestricted: false)
    }

    /// What the user's config says.
    ///
    /// - Throws: the exit code that fits, all that is wrong told.
    func settings() throws(ExitCode) -> SharedSettings {
        do {
            return try SharedSettings.load(place, home: UserHome.path)
        } catch {
            throw tell(error)
        }
    }

    /// The content database's place: as given, else as `UTKIK_DATABASE` or the config says. Marks of a user are none of the
    /// writer's business.
    ///
    /// - Throws: the exit code that fits, where the config can't be read.
    func location() throws(ExitCode) -> StoreLocation {
        let environment = ProcessInfo.processInfo.environment
        let named = database ?? environment["UTKIK_DATABASE"].flatMap { $0.isEmpty ? nil : $0 }
        if let named { return StoreLocation(content: named) }
        let standard = StoreLocation.standard(environment: environment, home: UserHome.path)
        return StoreLocation(content: try settings().database ?? standard.content)
    }

    /// Tells something on the error stream.
    func complain(_ message: Phrase) { Streams.error("utkik: " + message(spoken)) }

    /// Tells what is wrong with the config, and gives the exit code that fits.
    func tell(_ problems: FileProblems) -> ExitCode {
        for problem in problems.problems {
            Streams.error("utkik: " + problem.text(in: spoken))
        }
        return ExitStatus.badData
    }
}

extension Timestamp {
    /// This moment, to the second.
    static func now() -> Timestamp {
        Timestamp(seconds: Int64(Date().timeIntervalSince1970))
    }
}

extension Phrase {
    static let databaseHelp = Phrase(
        sv:
            "Databasen. (Annars den som inställningsfilen anger, eller $XDG_DATA_HOME/utkik/content.sqlite.)",
        en: "The database. (Otherwise the config's, or $XDG_DATA_HOME/utkik/content.sqlite.)")
    static let configHelp = Phrase(
        sv: "Inställningsfilen. (Annars $UTKIK_CONFIG eller $XDG_CONFIG_HOME/utkik/config.toml.)",
        en: "The config file. (Otherwise $UTKIK_CONFIG or $XDG_CONFIG_HOME/utkik/config.toml.)")
    static let languageHelp = Phrase(
        sv: "Språk: sv eller en. (Annars LC_ALL, LC_MESSAGES eller LANG.)",
        en: "Language: sv or en. (Otherwise LC_ALL, LC_MESSAGES or LANG.)")
}

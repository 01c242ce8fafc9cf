import ArgumentParser
import ClimateModel
import ClimateStore
import Foundation

extension Language: ExpressibleByArgument {}

/// What every command that writes takes.
struct SharedOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(Phrase.databaseHelp(UserLanguage.current()), valueName: "path"),
        completion: .file())
    var database: String?

    @Option(help: ArgumentHelp(Phrase.languageHelp(UserLanguage.current()), valueName: "sv|en"))
    var language: Language?

    /// As given, else as the environment asks for.
    var spoken: Language {
        language ?? Language(environment: ProcessInfo.processInfo.environment)
    }

    /// The content database's place; marks of a user are none of the writer's business.
    var location: StoreLocation {
        let standard = StoreLocation.standard(
            environment: ProcessInfo.processInfo.environment, home: NSHomeDirectory())
        return StoreLocation(content: database ?? standard.content)
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
        sv: "Databasen. (Annars $XDG_DATA_HOME/utkik/content.sqlite.)",
        en: "The database. (Otherwise $XDG_DATA_HOME/utkik/content.sqlite.)")
    static let languageHelp = Phrase(
        sv: "Språk: sv eller en. (Annars LC_ALL, LC_MESSAGES eller LANG.)",
        en: "Language: sv or en. (Otherwise LC_ALL, LC_MESSAGES or LANG.)")
}

import ArgumentParser
import ClimateModel
import CommandWords

/// `utkik-ingest init`: makes sure that there is a database to read. The dashboard runs it at its first start.
///
/// It says nothing when all is well. A database that is there stays as it is, but for being brought up to this version's
/// form; a damaged one is set aside and said so; one of a newer version is refused.
struct InitCommand: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "init", abstract: Phrase.initAbstract(UserLanguage.current()))
    }

    @OptionGroup var shared: SharedOptions

    func run() throws {
        _ = try WriterSession.openWriter(shared)
    }
}

extension Phrase {
    static let initAbstract = Phrase(
        sv: "Gör databasen med startinnehållet, om den saknas.",
        en: "Make the database with the starter content, if it is missing.")
}

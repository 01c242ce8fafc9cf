import ArgumentParser
import ClimateModel
import CommandWords

/// `utkik-ingest source …`: what a sync reads.
struct SourceCommand: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "source", abstract: Phrase.sourceAbstract(UserLanguage.current()),
            subcommands: [
                SourceAddCommand.self, SourceTestCommand.self, SourceRemoveCommand.self,
                SourcePauseCommand.self, SourceResumeCommand.self, SourceExportCommand.self,
            ])
    }
}

extension Phrase {
    static let sourceAbstract = Phrase(
        sv: "Lägg till, prova, pausa och ta bort källor.",
        en: "Add, test, pause and remove sources.")
}

import ArgumentParser
import ClimateModel
import CommandWords

/// The program's own name, under which all commands are.
struct UtkikCommand: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "utkik",
            abstract: Phrase(
                sv: "Hur det går för Sveriges 290 kommuner som platser att driva företag på.",
                en: "How Sweden's 290 municipalities do as places to run a business."
            ).said,
            discussion: Phrase(
                sv: """
                    Utan kommando öppnas skärmen, som fyller terminalen: tryck ? för tangenterna.

                    Kommandona nedan skriver ut samma siffror, projekt och nyheter för skript, ritar skärmar \
                    utan terminal, och hämtar nytt innehåll.
                    """,
                en: """
                    Without a command it opens the dashboard, which fills the terminal: press ? for the keys.

                    The commands below print the same figures, projects and news for scripts, draw screens \
                    without a terminal, and bring in new content.
                    """
            ).said,
            version: UtkikApp.version,
            subcommands: [
                DashboardCommand.self, RankingsCommand.self, MunicipalityCommand.self,
                ProjectsCommand.self, NewsCommand.self, KioskCommand.self, ThemesCommand.self,
                RenderCommand.self,
                SyncCommand.self, SourceCommand.self, ImportCommand.self, ClaimsCommand.self,
                DoctorCommand.self, ManualCommand.self,
            ],
            defaultSubcommand: DashboardCommand.self)
    }
}

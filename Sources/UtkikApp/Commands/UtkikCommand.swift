import ArgumentParser

/// The program's own name, under which all commands are.
struct UtkikCommand: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "utkik",
            abstract: "How Sweden's 290 municipalities do as places to run a business.",
            discussion: """
                The commands below print the same figures, projects and news for scripts, draw screens \
                without a terminal, and bring in new content.
                """,
            version: UtkikApp.version,
            subcommands: [
                RankingsCommand.self, ProjectsCommand.self, NewsCommand.self, ThemesCommand.self,
                RenderCommand.self,
            ])
    }
}

import ArgumentParser
import ClimateModel
import CommandWords
import Dashboard

/// `utkik themes`: what the dashboard can look like.
struct ThemesCommand: ParsableCommandWithOptions {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "themes",
            abstract: Phrase(
                sv: "Visa temana, också dina egna.", en: "List the themes, your own among them."
            ).said)
    }

    @OptionGroup var options: GlobalOptions
    @OptionGroup var output: OutputOptions

    func run(_ context: CommandContext) throws {
        let library = context.themes
        let records = library.names().map { ThemeRecord($0, library, language: context.language) }
        let stream = StandardOutput()
        var writer = RecordWriter(
            ThemeRecord.columns, format: output.format, look: try context.look(stream), to: stream)
        try writer.write(records)
        try writer.finish()
    }
}

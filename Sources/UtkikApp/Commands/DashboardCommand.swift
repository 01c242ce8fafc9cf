import ArgumentParser
import ClimateModel
import CommandWords
import Dashboard
import Terminal

/// `utkik` alone: the dashboard.
struct DashboardCommand: ParsableCommandWithOptions {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "dashboard",
            abstract: Phrase(
                sv: "Öppna skärmen (det som händer utan kommando).",
                en: "Open the dashboard (the default)."
            ).said)
    }

    @OptionGroup var options: GlobalOptions

    func run(_ context: CommandContext) throws {
        if options.plain { return try printPlain(context) }
        let status = try FullScreen(context).run { session, content in
            try DashboardStart(context: context, session: session, content: content).shell()
        }
        if status != 0 { throw ExitCode(status) }
    }

    private func printPlain(_ context: CommandContext) throws {
        let store = try context.open().store
        let program = try context.program(store, try Lookup(store))
        let stream = StandardOutput()
        try PlainText(state: program.state, reader: store, output: stream.write)
            .write(.home(.rankings))
        try stream.flush()
    }
}

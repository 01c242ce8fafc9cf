import ArgumentParser
import ClimateModel
import Dashboard
import Terminal

/// `utkik` alone: the dashboard.
struct DashboardCommand: ParsableCommandWithOptions {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "dashboard", abstract: "Open the dashboard (the default).")
    }

    @OptionGroup var options: GlobalOptions

    func run(_ context: CommandContext) throws {
        let status = try FullScreen(context).run { session, content in
            try DashboardStart(context: context, session: session, content: content).shell()
        }
        if status != 0 { throw ExitCode(status) }
    }
}

import ArgumentParser
import ClimateModel

/// A command that reads what all commands take.
protocol ParsableCommandWithOptions: ParsableCommand {
    var options: GlobalOptions { get }

    /// Does what the command is for.
    func run(_ context: CommandContext) throws
}

/// The last words of a command that failed.
enum Reporting {
    /// - Throws: always: what makes the process end with the failure's status.
    static func end(with failure: Failure, language: Language) throws -> Never {
        if let message = failure.message {
            StandardOutput.report("utkik: " + message(language))
        }
        throw ExitCode(failure.status.rawValue)
    }
}

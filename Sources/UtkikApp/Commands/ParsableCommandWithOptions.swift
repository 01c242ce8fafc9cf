import ArgumentParser
import ClimateModel

/// A command that reads what all commands take.
protocol ParsableCommandWithOptions: ParsableCommand {
    var options: GlobalOptions { get }

    /// Whether the command goes on without the config where that can't be used.
    var bearsProblems: Bool { get }

    /// Does what the command is for.
    func run(_ context: CommandContext) throws
}

extension ParsableCommandWithOptions {
    /// Runs the command; a failure is told in the user's language and becomes the exit code.
    func run() throws {
        try CommandContext.run(options, bearsProblems: bearsProblems, run)
    }

    var bearsProblems: Bool { false }
}

extension CommandContext {
    /// Runs `body`; a failure of it is told in the user's language and becomes the exit code.
    ///
    /// - Throws: `ExitCode`.
    static func run(
        _ options: GlobalOptions, bearsProblems: Bool = false,
        _ body: (CommandContext) throws -> Void
    ) throws {
        var language = options.language ?? Surroundings().localeLanguage
        do {
            let context = try CommandContext(options, bearsProblems: bearsProblems)
            language = context.language
            try body(context)
        } catch let code as ExitCode {
            throw code
        } catch {
            let failure = Failure(error)
            if let message = failure.message {
                StandardOutput.report("utkik: " + message(language))
            }
            throw ExitCode(failure.status.rawValue)
        }
    }
}

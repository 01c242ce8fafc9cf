import ArgumentParser

/// A command that writes: the companion program does it, with the same arguments.
protocol WriterCommand: ParsableCommand {
    /// What stands after the command's name.
    var arguments: [String] { get }
}

extension WriterCommand {
    func run() throws {
        let (global, rest) = ArgumentOrder.split(arguments)
        let options = try GlobalOptions.parse(global)
        try CommandContext.run(options) { context in
            let name = Self.configuration.commandName ?? ""
            if options.restricted {
                throw Failure(.failure, CommandPhrases.notRestricted("utkik " + name))
            }
            guard let companion = Companion.find(context.surroundings) else {
                throw Failure(.failure, CommandPhrases.noCompanion)
            }
            let shared = [
                "--database", context.location.content, "--language", context.language.rawValue,
            ]
            try companion.become([name] + shared + rest)
        }
    }
}

/// `utkik import`.
struct ImportCommand: WriterCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "import",
            abstract: "Bring in files: tables of figures, projects, feeds, lists of sources.")
    }

    @Argument(parsing: .captureForPassthrough, help: "Files and options of 'utkik-ingest import'.")
    var arguments: [String] = []
}

/// `utkik claims`.
struct ClaimsCommand: WriterCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "claims", abstract: "Show which places in rankings a text claims.")
    }

    @Argument(parsing: .captureForPassthrough, help: "A file and options of 'utkik-ingest claims'.")
    var arguments: [String] = []
}

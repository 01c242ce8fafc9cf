import ArgumentParser

/// A command that writes: the companion program does it, with the same arguments.
protocol WriterCommand: ParsableCommand {
    /// The command that this one is a part of; nil where it stands by itself.
    static var group: String? { get }

    /// What stands after the command's name.
    var arguments: [String] { get }
}

extension WriterCommand {
    static var group: String? { nil }

    func run() throws {
        let (global, rest) = ArgumentOrder.split(arguments)
        let options = try GlobalOptions.parse(global)
        try CommandContext.run(options) { context in
            let name = [Self.group, Self.configuration.commandName].compactMap(\.self)
            if options.restricted {
                throw Failure(
                    .failure,
                    CommandPhrases.notRestricted("utkik " + name.joined(separator: " ")))
            }
            guard let companion = Companion.find(context.surroundings) else {
                throw Failure(.failure, CommandPhrases.noCompanion)
            }
            var shared = [
                "--database", context.location.content, "--language", context.language.rawValue,
            ]
            if let config = options.config { shared += ["--config", config] }
            try companion.become(name + shared + rest)
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

/// `utkik sync`.
struct SyncCommand: WriterCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "sync",
            abstract: "Bring in what is new at the sources that are due.",
            discussion: """
                Sources are added with 'utkik source add', or in the config. Open dashboards show what is new \
                within a second. 'utkik doctor --systemd' prints what has the system do it.
                """)
    }

    @Argument(
        parsing: .captureForPassthrough,
        help: "Sources and options of 'utkik-ingest sync': --all, --watch, --json.")
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

import ArgumentParser
import ClimateModel
import CommandWords

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
        let options = try Self.parsed(global)
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

extension WriterCommand {
    /// - Throws: `ExitCode`, what is wrong told.
    private static func parsed(_ global: [String]) throws -> GlobalOptions {
        do {
            return try GlobalOptions.parse(global)
        } catch {
            let reason = ParserWords.reason(GlobalOptions.message(for: error))
            let language = UserLanguage.told(in: global) ?? Surroundings().localeLanguage
            StandardOutput.report("utkik: " + reason(language))
            throw ExitCode(Failure.Status.usage.rawValue)
        }
    }
}

/// `utkik import`.
struct ImportCommand: WriterCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "import",
            abstract: Phrase(
                sv: "Läs in filer: tabeller med siffror, projekt, flöden, listor över källor.",
                en: "Bring in files: tables of figures, projects, feeds, lists of sources."
            ).said)
    }

    @Argument(
        parsing: .captureForPassthrough,
        help: ArgumentHelp(
            Phrase(
                sv: "Filer och val; 'utkik import --help' visar dem.",
                en: "Files and options; 'utkik import --help' lists them."
            ).said))
    var arguments: [String] = []
}

/// `utkik sync`.
struct SyncCommand: WriterCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "sync",
            abstract: Phrase(
                sv: "Hämta det nya från källorna som det är dags för.",
                en: "Bring in what is new at the sources that are due."
            ).said,
            discussion: Phrase(
                sv: """
                    Källor läggs till med 'utkik source add', eller i inställningsfilen. Öppna skärmar visar det nya \
                    inom en sekund. 'utkik doctor --systemd' skriver ut det som låter systemet sköta det.
                    """,
                en: """
                    Sources are added with 'utkik source add', or in the config. Open dashboards show what is new \
                    within a second. 'utkik doctor --systemd' prints what has the system do it.
                    """
            ).said)
    }

    @Argument(
        parsing: .captureForPassthrough,
        help: ArgumentHelp(
            Phrase(
                sv: "Källor och val: --all, --watch, --json; 'utkik sync --help' visar dem.",
                en: "Sources and options: --all, --watch, --json; 'utkik sync --help' lists them."
            ).said))
    var arguments: [String] = []
}

/// `utkik claims`.
struct ClaimsCommand: WriterCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "claims",
            abstract: Phrase(
                sv: "Visa vilka placeringar i rankingar som en text påstår.",
                en: "Show which places in rankings a text claims."
            ).said)
    }

    @Argument(
        parsing: .captureForPassthrough,
        help: ArgumentHelp(
            Phrase(
                sv: "En fil och val; 'utkik claims --help' visar dem.",
                en: "A file and options; 'utkik claims --help' lists them."
            ).said))
    var arguments: [String] = []
}

import ArgumentParser
import ClimateModel
import ClimateStore
import CommandWords

/// The program that writes: everything that brings content into the database is a command of it.
///
/// `utkik import …` runs `utkik-ingest import …` with the same arguments, and passes on its streams and exit code. So help and
/// usage name `utkik`, which is what users type. Exit codes:
/// 0 done, 1 failure, 64 usage, 65 bad data, 75 another process is writing.
public struct IngestCommand: AsyncParsableCommand {
    /// The name, the help in the user's language, the version and the commands.
    public static var configuration: CommandConfiguration {
        let language = UserLanguage.current()
        return CommandConfiguration(
            commandName: isForwarded ? "utkik" : "utkik-ingest",
            abstract: Phrase.programAbstract(language),
            discussion: Phrase.programDiscussion(language),
            version: "1.0.0",
            subcommands: [
                ImportCommand.self, SyncCommand.self, SourceCommand.self, ClaimsCommand.self,
                InitCommand.self,
                ParseWorkerCommand.self,
            ])
    }

    /// Makes a command without arguments, for the parser to fill.
    public init() {}

    /// Does what the process's arguments say, and ends the process where that fails.
    public static func start() async {
        StoreMemory.leaveUncounted()
        let isWorker = CommandLine.arguments.dropFirst().first == ParseWorkerCommand.name
        let interruption = isWorker ? nil : Interruption()
        await Interruption.$current.withValue(interruption) {
            do {
                // Looking through all the other commands takes as long as reading some documents.
                var command: any ParsableCommand =
                    isWorker
                    ? try ParseWorkerCommand.parse(Array(CommandLine.arguments.dropFirst(2)))
                    : try parseAsRoot(nil)
                if var command = command as? any AsyncParsableCommand {
                    try await command.run()
                } else {
                    try command.run()
                }
            } catch {
                end(with: error, in: UserLanguage.current())
            }
        }
    }

    /// Whether the command that is run is one that `utkik` runs.
    private static var isForwarded: Bool {
        let forwarded: [any ParsableCommand.Type] = [
            ImportCommand.self, SyncCommand.self, SourceCommand.self, ClaimsCommand.self,
        ]
        let name = CommandLine.arguments.dropFirst().first
        return forwarded.contains { $0.configuration.commandName == name }
    }
}

/// The exit codes of `sysexits.h` that the commands use besides 0 and 64.
enum ExitStatus {
    static let failure = ExitCode(1)
    /// `EX_DATAERR`.
    static let badData = ExitCode(65)
    /// `EX_TEMPFAIL`: another process holds the writer's lock.
    static let locked = ExitCode(75)
}

extension Phrase {
    static let programAbstract = Phrase(
        sv: "Läser in det som Utkik visar: den enda som skriver i databasen.",
        en: "Brings in what Utkik shows: the only one that writes the database.")
    static let programDiscussion = Phrase(
        sv: """
            Används genom utkik: 'utkik sync' kör 'utkik-ingest sync', så hjälpen till import, sync, source och claims \
            nämner utkik.
            """,
        en: """
            Used by way of utkik: 'utkik sync' runs 'utkik-ingest sync', so the help of import, sync, source and claims \
            names utkik.
            """)
}

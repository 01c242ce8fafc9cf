import ArgumentParser
import Foundation

/// `utkik manual`: the man page, made from the commands themselves.
struct ManualCommand: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "manual", abstract: "Print the man page.",
            discussion: "To read it: utkik manual | man -l -")
    }

    func run() throws {
        let stream = StandardOutput()
        try stream.write(try Self.page())
        try stream.flush()
    }

    /// The page in mdoc(7).
    static func page() throws -> String {
        ManualPage(try tree()).text()
    }

    /// What the argument parser knows of the commands.
    private static func tree() throws -> CommandDump {
        do {
            _ = try UtkikCommand.parseAsRoot(["--experimental-dump-help"])
        } catch {
            let text = UtkikCommand.fullMessage(for: error)
            return try JSONDecoder().decode(CommandDump.Root.self, from: Data(text.utf8)).command
        }
        return CommandDump(commandName: "utkik")
    }
}

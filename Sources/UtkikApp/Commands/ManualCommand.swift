import ArgumentParser
import ClimateModel
import CommandWords
import Foundation

/// `utkik manual`: the man page, made from the commands themselves.
struct ManualCommand: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "manual",
            abstract: Phrase(
                sv: "Skriv ut manualsidan, som är på engelska.", en: "Print the man page."
            ).said,
            discussion: Phrase(
                sv: "För att läsa den: utkik manual | man -l -",
                en: "To read it: utkik manual | man -l -"
            ).said)
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

import ArgumentParser
import ClimateModel
import CommandWords

/// `utkik source`: what a sync reads.
struct SourceCommand: ParsableCommand {
    /// Its name.
    static let name = "source"

    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: name,
            abstract: Phrase(
                sv: "Visa, lägg till, prova, pausa och ta bort källor.",
                en: "List, add, test, pause and remove sources."
            ).said,
            subcommands: [
                SourceListCommand.self, SourceAddCommand.self, SourceTestCommand.self,
                SourceRemoveCommand.self, SourcePauseCommand.self, SourceResumeCommand.self,
                SourceExportCommand.self,
            ],
            defaultSubcommand: SourceListCommand.self)
    }
}

/// A part of `utkik source` that the companion program does.
protocol SourceWriterCommand: WriterCommand {}

extension SourceWriterCommand {
    static var group: String? { SourceCommand.name }
}

/// `utkik source add`.
struct SourceAddCommand: SourceWriterCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "add",
            abstract: Phrase(
                sv: "Lägg till källor som hämtas, var och en när den har gått att läsa.",
                en: "Add sources for syncs to read, each once it was read with success."
            ).said)
    }

    @Argument(
        parsing: .captureForPassthrough,
        help: ArgumentHelp(
            Phrase(
                sv: "Adresser och val; 'utkik source add --help' visar dem.",
                en: "Addresses and options; 'utkik source add --help' lists them."
            ).said))
    var arguments: [String] = []
}

/// `utkik source test`.
struct SourceTestCommand: SourceWriterCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "test",
            abstract: Phrase(
                sv: "Läs källor en gång och visa vad de skulle ge; inget sparas.",
                en: "Read sources once and show what they would bring; nothing is kept."
            ).said)
    }

    @Argument(
        parsing: .captureForPassthrough,
        help: ArgumentHelp(
            Phrase(
                sv: "Adresser eller källor, och val; 'utkik source test --help' visar dem.",
                en: "Addresses or sources, and options; 'utkik source test --help' lists them."
            ).said))
    var arguments: [String] = []
}

/// `utkik source remove`.
struct SourceRemoveCommand: SourceWriterCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "remove",
            abstract: Phrase(
                sv: "Sluta läsa en källa; innehållet finns kvar om inget annat sägs.",
                en: "Stop reading a source; its content stays unless told otherwise."
            ).said)
    }

    @Argument(
        parsing: .captureForPassthrough,
        help: ArgumentHelp(
            Phrase(
                sv: "En källa och val; 'utkik source remove --help' visar dem.",
                en: "A source and options; 'utkik source remove --help' lists them."
            ).said))
    var arguments: [String] = []
}

/// `utkik source pause`.
struct SourcePauseCommand: SourceWriterCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "pause",
            abstract: Phrase(
                sv: "Läs inte en källa tills vidare.", en: "Leave a source out for now."
            ).said)
    }

    @Argument(
        parsing: .captureForPassthrough,
        help: ArgumentHelp(
            Phrase(
                sv: "En källa och val; 'utkik source pause --help' visar dem.",
                en: "A source and options; 'utkik source pause --help' lists them."
            ).said))
    var arguments: [String] = []
}

/// `utkik source resume`.
struct SourceResumeCommand: SourceWriterCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "resume",
            abstract: Phrase(sv: "Läs en pausad källa igen.", en: "Read a paused source again.")
                .said)
    }

    @Argument(
        parsing: .captureForPassthrough,
        help: ArgumentHelp(
            Phrase(
                sv: "En källa och val; 'utkik source resume --help' visar dem.",
                en: "A source and options; 'utkik source resume --help' lists them."
            ).said))
    var arguments: [String] = []
}

/// `utkik source export`.
struct SourceExportCommand: SourceWriterCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "export",
            abstract: Phrase(sv: "Skriv ut flödena som OPML.", en: "Print the feeds as OPML.").said)
    }

    @Argument(
        parsing: .captureForPassthrough,
        help: ArgumentHelp(
            Phrase(
                sv: "Val; 'utkik source export --help' visar dem.",
                en: "Options; 'utkik source export --help' lists them."
            ).said))
    var arguments: [String] = []
}

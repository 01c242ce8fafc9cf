import ArgumentParser

/// `utkik source`: what a sync reads.
struct SourceCommand: ParsableCommand {
    /// Its name.
    static let name = "source"

    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: name, abstract: "List, add, test, pause and remove sources.",
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
            abstract: "Add sources for syncs to read, each once it was read with success.")
    }

    @Argument(
        parsing: .captureForPassthrough,
        help: "Addresses and options; 'utkik source add --help' lists them.")
    var arguments: [String] = []
}

/// `utkik source test`.
struct SourceTestCommand: SourceWriterCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "test",
            abstract: "Read a source once and show what it would bring; nothing is kept.")
    }

    @Argument(
        parsing: .captureForPassthrough,
        help: "An address or source, and options; 'utkik source test --help' lists them.")
    var arguments: [String] = []
}

/// `utkik source remove`.
struct SourceRemoveCommand: SourceWriterCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "remove",
            abstract: "Stop reading a source; its content stays unless told otherwise.")
    }

    @Argument(
        parsing: .captureForPassthrough,
        help: "A source and options; 'utkik source remove --help' lists them.")
    var arguments: [String] = []
}

/// `utkik source pause`.
struct SourcePauseCommand: SourceWriterCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "pause",
            abstract: "Leave a source out for now.")
    }

    @Argument(
        parsing: .captureForPassthrough,
        help: "A source and options; 'utkik source pause --help' lists them.")
    var arguments: [String] = []
}

/// `utkik source resume`.
struct SourceResumeCommand: SourceWriterCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "resume",
            abstract: "Read a paused source again.")
    }

    @Argument(
        parsing: .captureForPassthrough,
        help: "A source and options; 'utkik source resume --help' lists them.")
    var arguments: [String] = []
}

/// `utkik source export`.
struct SourceExportCommand: SourceWriterCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "export",
            abstract: "Print the feeds as OPML.")
    }

    @Argument(
        parsing: .captureForPassthrough,
        help: "Options; 'utkik source export --help' lists them.")
    var arguments: [String] = []
}

/// A command as the argument parser's `--experimental-dump-help` describes it (its `ToolInfoV0`), as far as the manual
/// needs it.
struct CommandDump: Decodable {
    struct Root: Decodable {
        var command: CommandDump
    }

    var commandName: String
    var abstract: String?
    var discussion: String?
    var subcommands: [CommandDump]?
    var arguments: [Argument]?

    struct Argument: Decodable, Hashable {
        enum Kind: String, Decodable {
            case positional, option, flag
        }

        var kind: Kind
        var names: [Name]?
        var valueName: String?
        var defaultValue: String?
        var allValues: [String]?
        var abstract: String?
        var discussion: String?
    }

    struct Name: Decodable, Hashable {
        enum Kind: String, Decodable {
            case long, short, longWithSingleDash
        }

        var kind: Kind
        var name: String

        /// As it is typed.
        var text: String { (kind == .long ? "--" : "-") + name }
    }

    /// The options and arguments that are its own, not those of all commands.
    func ownArguments(apartFrom shared: [Argument]) -> [Argument] {
        (arguments ?? []).filter { argument in
            !shared.contains(argument) && !Self.isBuiltIn(argument)
        }
    }

    static func isBuiltIn(_ argument: Argument) -> Bool {
        argument.names?.contains { ["help", "version"].contains($0.name) } ?? false
    }
}

import ArgumentParser

/// The `utkik` program: the dashboard and the commands that read.
public enum UtkikApp {
    /// What `--version` prints.
    public static let version = "1.0.0"

    /// Runs the program with what stands after its name on the command line, and ends the process.
    public static func main(_ arguments: [String] = Array(CommandLine.arguments.dropFirst()))
        -> Never
    {
        var commands: [String: Set<String>] = [:]
        for command in UtkikCommand.configuration.subcommands {
            guard let name = command.configuration.commandName else { continue }
            commands[name] = Set(
                command.configuration.subcommands.compactMap { $0.configuration.commandName })
        }
        UtkikCommand.main(ArgumentOrder.normalized(arguments, subcommands: commands))
        UtkikCommand.exit()
    }
}

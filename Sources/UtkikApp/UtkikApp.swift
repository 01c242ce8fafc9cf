import ArgumentParser

/// The `utkik` program: the dashboard and the commands that read.
public enum UtkikApp {
    /// What `--version` prints.
    public static let version = "1.0.0"

    /// Runs the program with what stands after its name on the command line, and ends the process.
    public static func main(_ arguments: [String] = Array(CommandLine.arguments.dropFirst()))
        -> Never
    {
        let names = UtkikCommand.configuration.subcommands.compactMap {
            $0.configuration.commandName
        }
        UtkikCommand.main(ArgumentOrder.normalized(arguments, subcommands: Set(names)))
        UtkikCommand.exit()
    }
}

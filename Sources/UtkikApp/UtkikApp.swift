import ArgumentParser
import ClimateModel
import CommandWords

/// The `utkik` program: the dashboard and the commands that read.
public enum UtkikApp {
    /// What `--version` prints.
    public static let version = "1.0.0"

    /// Runs the program with what stands after its name on the command line, and ends the process.
    public static func main(_ arguments: [String] = Array(CommandLine.arguments.dropFirst()))
        -> Never
    {
        let commands = subcommands
        let arguments = ArgumentOrder.normalized(
            ArgumentOrder.askingForHelp(arguments), subcommands: commands)
        do {
            if let unknown = UnknownCommand(arguments, subcommands: commands) {
                throw Failure(.usage, unknown.message)
            }
            var command = try UtkikCommand.parseAsRoot(arguments)
            try command.run()
            UtkikCommand.exit()
        } catch let code as ExitCode {
            UtkikCommand.exit(withError: code)
        } catch let failure as Failure {
            if let message = failure.message {
                StandardOutput.report("utkik: " + message(language(arguments)))
            }
            UtkikCommand.exit(withError: ExitCode(failure.status.rawValue))
        } catch {
            end(with: error, arguments)
        }
    }

    /// The commands, each with the names of its own.
    private static var subcommands: [String: Set<String>] {
        var commands: [String: Set<String>] = [:]
        for command in UtkikCommand.configuration.subcommands {
            guard let name = command.configuration.commandName else { continue }
            commands[name] = Set(
                command.configuration.subcommands.compactMap { $0.configuration.commandName })
        }
        return commands
    }

    /// Ends the process with what the parser says of `arguments`, help among it, in the user's language: which one that is takes
    /// reading the config, which no command that runs should do twice.
    private static func end(with error: any Error, _ arguments: [String]) -> Never {
        let language = language(arguments)
        return HelpLanguage.$current.withValue(language) {
            do {
                // Once more, for what is said while arguments are looked at.
                _ = try UtkikCommand.parseAsRoot(arguments)
                UtkikCommand.end(with: error, in: language)
            } catch {
                UtkikCommand.end(with: error, in: language)
            }
        }
    }

    /// As the arguments say, else the environment, else the config, where it can be read.
    private static func language(_ arguments: [String]) -> Language {
        if let told = UserLanguage.told(in: arguments) { return told }
        let surroundings = Surroundings()
        let options = try? GlobalOptions.parse(ArgumentOrder.split(arguments).global)
        let settings = try? Settings.load(
            options?.settings ?? CommandLineSettings(), environment: surroundings.variables,
            home: surroundings.home, isRestricted: options?.restricted ?? true)
        return settings?.language ?? surroundings.localeLanguage
    }
}

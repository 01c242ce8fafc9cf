import ClimateModel
import Foundation

/// The language that a command speaks.
public enum UserLanguage {
    /// As `--language` on the command line says, else as the environment asks for.
    ///
    /// It looks at the raw arguments, since help and usage errors come before they are parsed.
    public static func current(
        arguments: [String] = CommandLine.arguments,
        environment: [String: String] = ProcessInfo.processInfo.environment
    ) -> Language {
        told(in: arguments) ?? Language(environment: environment)
    }

    /// As `--language` on the command line says; nil where it says nothing.
    public static func told(in arguments: [String]) -> Language? {
        for (index, argument) in arguments.enumerated() {
            if argument == "--" { break }
            if argument.hasPrefix("--language=") {
                if let language = Language(rawValue: String(argument.dropFirst(11))) {
                    return language
                }
            } else if argument == "--language", index + 1 < arguments.count,
                let language = Language(rawValue: arguments[index + 1])
            {
                return language
            }
        }
        return nil
    }
}

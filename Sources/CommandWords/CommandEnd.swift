import ArgumentParser
import ClimateModel
import Foundation

extension ParsableCommand {
    /// Tells why the command line ends the program, in `language`, and ends it: with help on the output where that was asked
    /// for, else with what is wrong on the error stream.
    public static func end(with error: any Error, in language: Language) -> Never {
        let code = exitCode(for: error)
        let text = fullMessage(for: error)
        let isHelp = code == .success
        if !text.isEmpty {
            let told =
                isHelp
                ? ParserWords.help(text, in: language) : ParserWords.problem(text, in: language)
            let stream = isHelp ? FileHandle.standardOutput : FileHandle.standardError
            // Whoever has had enough of it, such as head, is no reason to fail.
            try? stream.write(contentsOf: Data((told + "\n").utf8))
        }
        exit(withError: code)
    }
}

import ClimateModel

/// The argument parser's own words, which it has in English alone.
///
/// What is not known here stays as it is, so that a new version of the parser tells no less than before.
public enum ParserWords {
    /// A page of help in `language`.
    ///
    /// - Complexity: O(*k*) in the length of the text.
    public static func help(_ text: String, in language: Language) -> String {
        // Scripts that complete commands are asked for as help is.
        guard text.contains("USAGE: ") else { return text }
        return text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
            line.hasPrefix("USAGE: ") ? shortened(String(line)) : String(line)
        }.map { language == .swedish ? helpLine($0) : $0 }.joined(separator: "\n")
    }

    private static func helpLine(_ line: String) -> String {
        var line = line
        if let found = line.prefixMatch(of: /([A-Z]+):/), let heading = headings[found.output.1] {
            line = heading + line.dropFirst(found.output.1.count)
            if heading == headings["USAGE"] { line = placeholders(line) }
        }
        line.replace("(values:", with: "(värden:")
        line.replace(/([(;]\s?|^\s+)default:/) { "\($0.output.1)annars:" }
        line.replace(/^(\s\s[a-z-]+ )\(default\)/) { "\($0.output.1)(annars) " }
        line.replace(/(\s)Show the version\.$/) { "\($0.output.1)Visa versionen." }
        line.replace(/(\s)Show help information\.$/) { "\($0.output.1)Visa hjälpen." }
        line.replace(/See '(.+) <subcommand>' for detailed help\./) {
            "Se '\($0.output.1) <kommando>' för mer hjälp."
        }
        return line
    }

    /// A usage line that is wide names the options together.
    private static func shortened(_ line: String) -> String {
        guard line.count > 72 else { return line }
        var isTold = false
        let option = /\s\[?--?[a-z-]+(\s<[^>]*>)?(\s\.\.\.)?\]?/
        return line.replacing(option) { _ in
            defer { isTold = true }
            return isTold ? "" : " [<options>]"
        }
    }

    private static func placeholders(_ usage: String) -> String {
        usage.replacing(/\[?<options>\]?/) { _ in "[<val>]" }.replacing(
            "<subcommand>", with: "<kommando>")
    }

    private static let headings: [Substring: String] = [
        "OVERVIEW": "ÖVERSIKT", "USAGE": "ANVÄNDNING", "ARGUMENTS": "ARGUMENT", "OPTIONS": "VAL",
        "SUBCOMMANDS": "KOMMANDON",
    ]

    /// What is wrong with a command line, and how it should be, in `language`.
    ///
    /// - Complexity: O(*k*) in the length of the text.
    public static func problem(_ text: String, in language: Language) -> String {
        text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
            line.hasPrefix("Usage: ") ? shortened(String(line)) : String(line)
        }.map { language == .swedish ? self.line($0) : $0 }.joined(separator: "\n")
    }

    private static func line(_ line: String) -> String {
        if let found = line.wholeMatch(of: /Error: (.*)/) {
            return "Fel: " + message(String(found.output.1))
        }
        if let found = line.wholeMatch(of: /Help:  (.*)/) { return "Hjälp: \(found.output.1)" }
        if let found = line.wholeMatch(of: /Usage: (.*)/) {
            return "Användning: " + placeholders(String(found.output.1))
        }
        if let found = line.wholeMatch(of: /\s\sSee '(.*)' for more information\./) {
            return "  Se '\(found.output.1)' för mer."
        }
        if let found = line.wholeMatch(of: /\s+or: (.*)/) {
            return "   eller: " + message(String(found.output.1))
        }
        return line
    }

    /// What is wrong with a command line alone.
    public static func reason(_ text: String) -> Phrase { Phrase(sv: message(text), en: text) }

    private static func message(_ text: String) -> String {
        for translate in [options, arguments, values] {
            if let told = translate(text) { return told }
        }
        return text
    }

    private static func options(_ text: String) -> String? {
        if let found = text.wholeMatch(of: /Unknown option '(.*?)'(\. Did you mean '(.*)'\?)?/) {
            let meant = found.output.3.map { ". Menade du '\($0)'?" } ?? ""
            return "Okänt val '\(found.output.1)'" + meant
        }
        if let found = text.wholeMatch(of: /Invalid option: (.*)/) {
            return "Ogiltigt val: \(found.output.1)"
        }
        if let found = text.wholeMatch(of: /Missing value for '(.*?)'( in '(.*)')?/) {
            let within = found.output.3.map { " i '\($0)'" } ?? ""
            return "Det saknas ett värde för '\(found.output.1)'" + within
        }
        if let found = text.wholeMatch(
            of: /The option '(.*)' does not take any value, but '(.*)' was specified\./)
        {
            return "Valet '\(found.output.1)' tar inget värde, men fick '\(found.output.2)'."
        }
        return nil
    }

    private static func arguments(_ text: String) -> String? {
        if let found = text.wholeMatch(of: /Unexpected argument '(.*)'/) {
            return "Oväntat argument '\(found.output.1)'"
        }
        if let found = text.wholeMatch(of: /(\d+) unexpected arguments: (.*)/) {
            return "\(found.output.1) oväntade argument: \(found.output.2)"
        }
        if let found = text.wholeMatch(of: /Missing expected argument '(.*)'/) {
            return "Det saknas ett argument: '\(found.output.1)'"
        }
        if let found = text.wholeMatch(of: /Missing one of: (.*)/) {
            return "Det saknas något av \(found.output.1)"
        }
        return text == "Missing required subcommand." ? "Det saknas ett kommando." : nil
    }

    private static func values(_ text: String) -> String? {
        guard
            let found = text.wholeMatch(
                of:
                    /The value '(.*?)' is invalid for '(.*?)'(\. Please provide one of (.*?)([.:]))?/
            )
        else { return nil }
        let wrong = "Värdet '\(found.output.1)' passar inte för '\(found.output.2)'"
        guard let list = found.output.4, let end = found.output.5 else { return wrong }
        if end == ":" { return wrong + ". Ange ett av dessa:" }
        let choices = list.replacing(" and ", with: " eller ").replacing(" or ", with: " eller ")
        return wrong + ". Ange \(choices)."
    }
}

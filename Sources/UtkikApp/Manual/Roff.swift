/// Writes mdoc(7), the language of man pages.
struct Roff {
    private(set) var text = ""

    /// A line with a macro; its arguments are macros and words as they stand.
    mutating func macro(_ name: String, _ arguments: String) {
        text += arguments.isEmpty ? ".\(name)\n" : ".\(name) \(arguments)\n"
    }

    mutating func section(_ title: String) { macro("Sh", title) }
    mutating func subsection(_ title: String) { macro("Ss", title) }

    /// Running text; an empty line parts paragraphs.
    mutating func paragraphs(_ words: String?) {
        guard let words, !words.isEmpty else { return }
        for paragraph in words.split(separator: "\n\n") {
            macro("Pp", "")
            line(String(paragraph))
        }
    }

    /// Items with what they mean.
    mutating func list(_ items: [(title: String, text: [String])]) {
        macro("Bl", "-tag -width indent")
        for item in items {
            macro("It", item.title)
            for sentence in item.text { line(sentence) }
        }
        macro("El", "")
    }

    private mutating func line(_ words: String) {
        for line in words.split(separator: "\n") { text += Self.escaped(String(line)) + "\n" }
    }

    /// One word of a macro's arguments.
    static func word(_ text: String) -> String {
        let escaped = escaped(text)
        return escaped.contains(" ") ? "\"" + escaped + "\"" : escaped
    }

    /// Nothing in it is taken for a command: backslashes, and the dot or quote that begins one. Beyond ASCII, characters are
    /// named by their number (groff_char(7)).
    static func escaped(_ text: String) -> String {
        var result = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\\": result += "\\e"
            case "-": result += "\\-"
            case _ where scalar.isASCII: result.unicodeScalars.append(scalar)
            default:
                let digits = String(scalar.value, radix: 16, uppercase: true)
                let zeros = String(repeating: "0", count: max(0, 4 - digits.count))
                result += "\\[u" + zeros + digits + "]"
            }
        }
        return result.hasPrefix(".") || result.hasPrefix("'") ? "\\&" + result : result
    }
}

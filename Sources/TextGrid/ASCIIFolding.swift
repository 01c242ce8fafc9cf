/// Legible ASCII for text that a terminal without UTF-8 can't show.
enum ASCIIFolding {
    /// Letters lose their marks, punctuation becomes its nearest ASCII form, anything else "?".
    static func fold(_ text: String) -> String {
        if text.utf8.allSatisfy({ $0 < 0x80 }) { return text }
        var result = ""
        result.reserveCapacity(text.utf8.count)
        for scalar in text.unicodeScalars {
            if scalar.isASCII {
                result.unicodeScalars.append(scalar)
            } else if let replacement = table[scalar] ?? base(of: scalar) {
                result += replacement
            } else {
                switch ScalarKind(scalar) {
                case .base, .unknown: result += "?"
                case .regionalIndicator(let letter): result.append(letter)
                case .mark, .jamo, .joiner, .hidden: break
                }
            }
        }
        return result
    }

    /// The Latin letter that a letter with marks is made of, by its name in Unicode.
    private static func base(of scalar: Unicode.Scalar) -> String? {
        guard (0xC0..<0x250).contains(scalar.value) || (0x1E00..<0x1F00).contains(scalar.value)
        else { return nil }
        guard let name = scalar.properties.name, name.hasPrefix("LATIN ") else { return nil }
        let words = name.split(separator: " ")
        guard words.count >= 4, words[2] == "LETTER", words[3].count == 1 else { return nil }
        let letter = String(words[3])
        return words[1] == "SMALL" ? letter.lowercased() : letter
    }

    /// What is not a Latin letter with marks. The arrows and shapes match ``GlyphSet/ascii``.
    private static let table: [Unicode.Scalar: String] = [
        "\u{A0}": " ", "\u{2002}": " ", "\u{2003}": " ", "\u{2007}": " ", "\u{2009}": " ",
        "\u{200A}": " ", "\u{202F}": " ", "\u{3000}": "  ",
        "‐": "-", "‑": "-", "‒": "-", "–": "-", "—": "-", "―": "-", "−": "-",
        "‘": "'", "’": "'", "‚": "'", "‛": "'", "′": "'", "´": "'", "‹": "<", "›": ">",
        "“": "\"", "”": "\"", "„": "\"", "‟": "\"", "″": "\"", "«": "\"", "»": "\"",
        "…": "...", "•": "*", "·": "-", "●": "o", "○": "o", "★": "*", "☆": "*", "✓": "+", "✔": "+",
        "✗": "x", "✘": "x", "×": "x", "÷": "/", "±": "+/-", "≤": "<=", "≥": ">=", "≠": "!=",
        "≈": "~", "→": "->", "←": "<-", "↑": "^", "↓": "v", "▲": "^", "▼": "v", "⇒": "=>",
        "■": "#", "□": "o", "◆": "#", "◇": "o", "▪": "*", "│": "|", "─": "-",
        "½": "1/2", "¼": "1/4", "¾": "3/4", "⅓": "1/3", "⅔": "2/3", "²": "2", "³": "3", "¹": "1",
        "°": " deg", "€": "EUR", "£": "GBP", "¥": "JPY", "¢": "c", "§": "S", "©": "(c)", "®": "(r)",
        "™": "(tm)", "µ": "u", "№": "no", "‰": "o/oo", "†": "+", "‡": "+", "¿": "?", "¡": "!",
        "ª": "a", "º": "o",
        "æ": "ae", "Æ": "AE", "œ": "oe", "Œ": "OE", "ß": "ss", "ẞ": "SS", "þ": "th", "Þ": "Th",
        "ð": "d", "Ð": "D", "ĳ": "ij", "Ĳ": "IJ", "ı": "i", "ĸ": "k", "ŋ": "n", "Ŋ": "N",
        "ﬁ": "fi", "ﬂ": "fl",
    ]
}

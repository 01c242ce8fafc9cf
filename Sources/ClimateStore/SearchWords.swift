import ClimateModel
import GRDB

/// The words of a search, as the full-text index itself splits and folds them, so that nothing a user types can be read as
/// the index's query language.
struct SearchWords {
    /// At most this many words and this many characters of text; what is beyond is not looked for.
    private static let maximumWords = 16
    private static let maximumLength = 500

    /// The tokenizer of both indexes: sqlite.org/fts5.html#unicode61_tokenizer.
    private static let tokenizer = FTS5TokenizerDescriptor.unicode61(diacritics: .remove)

    let words: [String]

    init(_ text: String, _ db: Database) throws {
        let clean = CleanText.line(text.prefix(Self.maximumLength))
        guard !clean.isEmpty else {
            words = []
            return
        }
        let tokens = try db.makeTokenizer(Self.tokenizer).tokenize(query: clean)
        words = Array(tokens.lazy.map(\.token).filter { !$0.isEmpty }.prefix(Self.maximumWords))
    }

    var isEmpty: Bool { words.isEmpty }

    /// The query: every word as a prefix, and all of `conditions`.
    func query(and conditions: [String] = []) -> String {
        (words.map { "\"\($0)\" *" } + conditions).joined(separator: " AND ")
    }

    /// Whether `word`, whatever its case and diacritics, begins with one of the words.
    func matches(_ word: Substring) -> Bool {
        // Few words begin with the right letter, and only those are folded.
        if let first = word.utf8.first, first < 0x80 {
            let letter = (0x41...0x5A).contains(first) ? first | 0x20 : first
            guard words.contains(where: { $0.utf8.first == letter }) else { return false }
        }
        let folded = SearchKey.fold(word)
        return words.contains { folded.hasPrefix($0) }
    }

    /// Whether the index takes `scalar` for part of a word.
    static func isWordScalar(_ scalar: Unicode.Scalar) -> Bool {
        if scalar.isASCII {
            return (48...57).contains(scalar.value) || (65...90).contains(scalar.value)
                || (97...122).contains(scalar.value)
        }
        switch scalar.properties.generalCategory {
        case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
            .decimalNumber, .letterNumber, .otherNumber:
            return true
        default: return false
        }
    }
}

/// The words that stand for what an item is filtered by. They begin with a private-use character, which neither content nor
/// a search can hold: `CleanText` and `SearchWords` leave it out. They are short, for the index keeps every beginning.
enum FacetWord {
    static func municipality(_ number: Int64) -> String { word("\u{E000}", number) }
    static func source(_ number: Int64) -> String { word("\u{E001}", number) }
    static func kind(_ number: Int) -> String { word("\u{E002}", Int64(number)) }

    private static func word(_ mark: String, _ number: Int64) -> String {
        mark + String(number, radix: 36)
    }
}

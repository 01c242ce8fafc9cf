/// A word, number or mark of a text.
struct Token: Sendable {
    enum Kind: Sendable {
        case word
        /// Digits alone: "88", "2021".
        case number
        /// Digits with an ending: "112:e", "28th".
        case ordinal
        /// A decimal number, a time of day, digits with letters: nothing that counts places.
        case otherNumber
        /// "2021-10-15".
        case date
        /// One punctuation mark or sign.
        case mark
    }

    /// In lower case.
    var text: String
    var kind: Kind
    /// Its place in the text's UTF-8.
    var bytes: Range<Int>
    /// Whether it begins with a capital letter.
    var isCapitalised = false
    /// Whether it is written in capitals alone, of which it has two or more.
    var isUppercase = false
    /// The value of digits and of number words: "88", "tolv", "twelve". One for "en" and "ett".
    var cardinal: Int?
    /// The value of ordinals: "112:e", "tolfte", "twelfth".
    var ordinal: Int?
    /// The value of an ordinal and its noun in one word: "förstaplats", "tredjeplatsen".
    var place: Int?
    var classes: WordClasses = []

    func isMark(_ mark: String) -> Bool { kind == .mark && text == mark }

    func isOne(of classes: WordClasses) -> Bool { !self.classes.isDisjoint(with: classes) }
}

/// A text with its tokens and sentences.
struct Prose: Sendable {
    let utf8: [UInt8]
    var tokens: [Token]
    /// As ranges of tokens, in order.
    let sentences: [Range<Int>]

    /// - Complexity: O(*k*) in the length of the text.
    init(_ text: String) {
        utf8 = Array(text.utf8)
        tokens = NumberWords.merged(Tokenizer.tokens(of: utf8))
        sentences = SentenceSplitter.sentences(of: tokens, in: utf8)
    }

    /// The text from the first to the last of `range`'s tokens, in one line.
    func text(of range: Range<Int>) -> String {
        guard let first = tokens[range].first, let last = tokens[range].last else { return "" }
        let bytes = utf8[first.bytes.lowerBound..<last.bytes.upperBound]
        return String(decoding: bytes, as: UTF8.self)
            .split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }
}

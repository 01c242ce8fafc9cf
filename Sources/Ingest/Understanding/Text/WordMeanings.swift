import ClimateModel

/// What a word means by itself.
struct WordMeaning: Sendable {
    var cardinal: Int?
    var ordinal: Int?
    /// The value of an ordinal and its noun in one word.
    var place: Int?
    var classes: WordClasses = []
}

/// What each word means by itself, found by its bytes.
struct WordMeanings: Sendable {
    static let all = WordMeanings()

    private let table: KeyTable<WordMeaning>
    private let compounds = CompoundWords()

    /// - Complexity: O(*n*) in the number of words.
    private init() {
        var meanings: [String: WordMeaning] = [:]
        for (word, classes) in Lexicon.words { meanings[word] = WordMeaning(classes: classes) }
        for (values, part) in [
            (NumberWords.cardinals, \WordMeaning.cardinal),
            (NumberWords.ordinals, \WordMeaning.ordinal), (NumberWords.places, \WordMeaning.place),
        ] {
            for (word, value) in values {
                let other = WordMeaning(classes: compounds.classes(of: Array(word.utf8)))
                meanings[word, default: other][keyPath: part] = value
            }
        }
        let entries = meanings.map { (Self.hash($0.key.utf8), $0.value) }
        table = KeyTable(
            Dictionary(entries, uniquingKeysWith: { first, _ in first }), free: WordMeaning())
    }

    /// What a word or a mark means, by its bytes in lower case.
    ///
    /// - Complexity: O(*k*) in the length of the word.
    func meaning(of word: String) -> WordMeaning {
        var word = word
        return word.withUTF8 { bytes in
            table[Self.hash(bytes)] ?? WordMeaning(classes: compounds.classes(of: bytes))
        }
    }

    private static func hash(_ bytes: some Sequence<UInt8>) -> UInt64 {
        var hash = FowlerHash()
        hash.add(bytes)
        return UInt64(bitPattern: hash.value)
    }
}

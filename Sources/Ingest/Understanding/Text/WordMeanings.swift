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
        var meanings = Lexicon.words.mapValues { WordMeaning(classes: $0) }
        for (word, value) in NumberWords.cardinals {
            meanings[LatinBytes.hash(word.utf8), default: WordMeaning()].cardinal = value
        }
        for (word, value) in NumberWords.ordinals {
            meanings[LatinBytes.hash(word.utf8), default: WordMeaning()].ordinal = value
            for ending in NumberWords.placeEndings {
                let hash = LatinBytes.hash([word.utf8, ending.utf8].joined())
                meanings[hash, default: WordMeaning()].place = value
            }
        }
        table = KeyTable(meanings, free: WordMeaning())
    }

    /// What a word or a mark means, by its bytes in lower case.
    ///
    /// - Complexity: O(*k*) in the length of the word.
    func meaning(of word: String) -> WordMeaning {
        var word = word
        return word.withUTF8 { bytes in
            table[LatinBytes.hash(bytes)] ?? WordMeaning(classes: compounds.classes(of: bytes))
        }
    }
}

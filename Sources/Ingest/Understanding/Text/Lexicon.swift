/// The words that sentences about rankings and dates are made of.
///
/// Word lists are kept by class, as they are read; inflected forms are written out, since both languages inflect too
/// irregularly for rules to be shorter.
enum Lexicon {
    /// What each word can be, by the hash of its bytes.
    static var words: [UInt64: WordClasses] {
        var table: [UInt64: WordClasses] = [:]
        table.reserveCapacity(4_000)
        for (classes, words) in RankWords.lists + SmallWords.lists + DomainWords.lists {
            for word in words.utf8.split(whereSeparator: { $0 <= 0x20 }) {
                table[LatinBytes.hash(word), default: []].formUnion(classes)
            }
        }
        return table
    }
}

/// Compounds, which are known by their parts: "företagsklimatrankingen", "förskoleplats", "fotbollslag".
struct CompoundWords: Sendable {
    private struct Part: Sendable {
        let bytes: [UInt8]
        let classes: WordClasses
    }

    private let beginnings = Self.parts(DomainWords.beginnings)
    private let endings = Self.parts(DomainWords.endings)
    /// The first two bytes of beginnings and the last two of endings: most words have neither.
    private let firsts = Self.marks(DomainWords.beginnings.map { $0.0.utf8.prefix(2) })
    private let lasts = Self.marks(DomainWords.endings.map { $0.0.utf8.suffix(2) })

    private static func parts(_ words: [(String, WordClasses)]) -> [Part] {
        words.map { Part(bytes: Array($0.0.utf8), classes: $0.1) }
    }

    private static func marks(_ pairs: [some Collection<UInt8>]) -> KeyTable<Bool> {
        KeyTable(
            Dictionary(pairs.map { (mark($0), true) }, uniquingKeysWith: { first, _ in first }),
            free: false)
    }

    /// Two bytes as a key.
    private static func mark(_ pair: some Collection<UInt8>) -> UInt64 {
        pair.reduce(1) { $0 << 8 | UInt64($1) }
    }

    /// What a word in lower case can be that is in no list.
    ///
    /// - Complexity: O(*k*) in the length of the word.
    func classes(of word: some RandomAccessCollection<UInt8>) -> WordClasses {
        guard word.count >= 7 else { return [] }
        var classes: WordClasses = []
        if firsts[Self.mark(word.prefix(2))] != nil {
            let beginning = beginnings.first { word.starts(with: $0.bytes) }
            classes.formUnion(beginning?.classes ?? [])
        }
        if lasts[Self.mark(word.suffix(2))] != nil {
            let ending = endings.first { word.suffix($0.bytes.count).elementsEqual($0.bytes) }
            classes.formUnion(ending?.classes ?? [])
        }
        return classes
    }
}

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

    private static func parts(_ words: [(String, WordClasses)]) -> [Part] {
        words.map { Part(bytes: Array($0.0.utf8), classes: $0.1) }
    }

    /// What a word in lower case can be that is in no list.
    ///
    /// - Complexity: O(*k*) in the length of the word.
    func classes(of word: some RandomAccessCollection<UInt8>) -> WordClasses {
        guard word.count >= 7 else { return [] }
        let beginning = beginnings.first { word.starts(with: $0.bytes) }?.classes ?? []
        let ending = endings.first { part in
            part.bytes.last == word.last && word.suffix(part.bytes.count).elementsEqual(part.bytes)
        }
        return beginning.union(ending?.classes ?? [])
    }
}

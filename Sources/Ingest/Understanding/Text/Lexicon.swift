/// The words that sentences about rankings and dates are made of.
///
/// Word lists are kept by class, as they are read; inflected forms are written out, since both languages inflect too
/// irregularly for rules to be shorter.
enum Lexicon {
    /// - Complexity: O(*k*) in the length of the word.
    static func classes(of word: String) -> WordClasses {
        if let known = table[word] { return known }
        return compound(word)
    }

    private static let table: [String: WordClasses] = {
        var table: [String: WordClasses] = [:]
        for (classes, words) in RankWords.lists + SmallWords.lists + DomainWords.lists {
            for word in words.split(whereSeparator: \.isWhitespace) {
                table[String(word), default: []].formUnion(classes)
            }
        }
        return table
    }()

    /// Compounds are known by their parts: "företagsklimatrankingen", "förskoleplats", "fotbollslag".
    private static func compound(_ word: String) -> WordClasses {
        guard word.utf8.count >= 7 else { return [] }
        for (beginning, classes) in DomainWords.beginnings
        where word.utf8.starts(with: beginning.utf8) {
            return classes.union(ending(of: word))
        }
        return ending(of: word)
    }

    private static func ending(of word: String) -> WordClasses {
        for (ending, classes) in DomainWords.endings where word.ends(inBytesOf: ending) {
            return classes
        }
        return []
    }
}

extension String {
    /// Whether its last bytes are those of `ending`: quicker than `hasSuffix`, which compares whole characters.
    func ends(inBytesOf ending: String) -> Bool {
        utf8.suffix(ending.utf8.count).elementsEqual(ending.utf8)
    }
}

/// Tells from the bytes of a text which of its paragraphs can name a municipality or a date, and whether it can claim a place
/// in a ranking: most texts need no closer reading.
///
/// It may take too much for possible, never too little.
struct QuickLook: Sendable {
    private let names: WordSet
    private let numbers: WordSet

    /// What a text can hold.
    struct Found {
        /// Of each paragraph.
        var names: [Bool]
        var dates: [Bool]
        var claims: Bool
    }

    /// - Parameter words: the words that names begin with, in lower case.
    init(names words: some Sequence<String>) {
        names = WordSet(words)
        numbers = WordSet(NumberWords.all)
    }

    /// - Complexity: O(*k*) in the length of the text, a few nanoseconds a word.
    func look(at paragraphs: [String]) -> Found {
        var found = Found(names: [], dates: [], claims: false)
        var hasCue = false
        var hasFigure = false
        for paragraph in paragraphs {
            var text = paragraph
            let seen = text.withUTF8 { bytes in
                var scanner = WordScanner(bytes)
                scanner.scan { names.contains($0) }
                return scanner.seen
            }
            found.names.append(seen.contains(.name))
            found.dates.append(seen.canTellDate)
            hasCue = hasCue || seen.contains(.cue)
            let isCounted =
                seen.contains(.figure) || seen.canCount && hasNumberWord(paragraph)
            hasFigure = hasFigure || isCounted || !seen.isDisjoint(with: [.superlative, .rankName])
            found.claims = found.claims || seen.canClaim || seen.contains(.place) && isCounted
        }
        if hasCue, !found.claims {
            found.claims = hasFigure || paragraphs.contains { hasNumberWord($0) }
        }
        return found
    }

    /// Whether a figure is written as a word; "en" and "ett" are no figures here.
    private func hasNumberWord(_ text: String) -> Bool {
        var text = text
        return text.withUTF8 { bytes in
            var scanner = WordScanner(bytes)
            return scanner.contains { numbers.contains($0) }
        }
    }
}

/// Words in lower case, looked up by the bytes of a word in any case.
struct WordSet: Sendable {
    private var hashes: Set<UInt64> = []
    /// Whether any word has these first two bytes.
    private var openings = [Bool](repeating: false, count: 1 << 16)

    init(_ words: some Sequence<String>) {
        for word in words {
            let bytes = Array(word.utf8)
            guard bytes.count >= 2 else { continue }
            hashes.insert(WordScanner.hash(bytes[...]))
            openings[Int(bytes[0]) << 8 | Int(bytes[1])] = true
        }
    }

    /// - Complexity: O(1) for most words, else O(*k*) in the length of the word.
    func contains(_ word: UnsafeBufferPointer<UInt8>.SubSequence) -> Bool {
        guard word.count >= 2 else { return false }
        let start = word.startIndex
        let first = WordScanner.lowered(word[start], after: 0)
        let second = WordScanner.lowered(word[start + 1], after: word[start])
        return openings[Int(first) << 8 | Int(second)] && hashes.contains(WordScanner.hash(word))
    }
}

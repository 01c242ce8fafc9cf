/// Tells from the bytes of a text which of its paragraphs can name a municipality or a date, and whether it can claim a place
/// in a ranking: most texts need no closer reading.
///
/// It may take too much for possible, never too little.
struct QuickLook: Sendable {
    private let names: Set<UInt64>
    /// A bit for each pair of first bytes that a name has.
    private let openings: [Bool]

    /// What a text can hold.
    struct Found {
        /// Of each paragraph.
        var names: [Bool]
        var dates: [Bool]
        var claims: Bool
    }

    /// - Parameter words: the words that names begin with, in lower case.
    init(names words: some Sequence<String>) {
        var names: Set<UInt64> = []
        var openings = [Bool](repeating: false, count: 1 << 16)
        for word in words {
            let bytes = Array(word.utf8)
            guard bytes.count >= 2 else { continue }
            names.insert(WordScanner.hash(bytes[...]))
            openings[Int(bytes[0]) << 8 | Int(bytes[1])] = true
        }
        self.names = names
        self.openings = openings
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
                scanner.scan { isName($0) }
                return scanner.seen
            }
            found.names.append(seen.contains(.name))
            found.dates.append(seen.canTellDate)
            hasCue = hasCue || seen.contains(.cue)
            let isCounted =
                seen.contains(.figure) || seen.canCount && Self.hasNumberWord(paragraph)
            hasFigure = hasFigure || isCounted || !seen.isDisjoint(with: [.superlative, .rankName])
            found.claims = found.claims || seen.canClaim || seen.contains(.place) && isCounted
        }
        if hasCue, !found.claims {
            found.claims = hasFigure || paragraphs.contains(where: Self.hasNumberWord)
        }
        return found
    }

    private func isName(_ word: UnsafeBufferPointer<UInt8>.SubSequence) -> Bool {
        guard word.count >= 2 else { return false }
        let second = word.startIndex + 1
        let first = WordScanner.lowered(word[word.startIndex], after: 0)
        let next = WordScanner.lowered(word[second], after: first)
        return openings[Int(first) << 8 | Int(next)] && names.contains(WordScanner.hash(word))
    }

    /// Whether a figure is written as a word; "en" and "ett" are no figures here.
    private static func hasNumberWord(_ text: String) -> Bool {
        text.lowercased().split { !$0.isLetter && $0 != "-" }.contains { word in
            let word = String(word)
            return NumberWords.cardinals[word].map { $0 > 1 } ?? false
                || NumberWords.ordinals[word] != nil || NumberWords.place(of: word) != nil
        }
    }
}

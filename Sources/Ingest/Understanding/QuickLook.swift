/// Tells from the bytes of a text which of its paragraphs can name a municipality or a date, and whether it can claim a place
/// in a ranking: most texts need no closer reading.
///
/// It may take too much for possible, never too little.
struct QuickLook: Sendable {
    private let words: SoughtWords

    /// What a text can hold.
    struct Found {
        /// Of each paragraph.
        fileprivate(set) var paragraphs: [WordScanner.Seen] = []
        fileprivate(set) var claims = false

        var hasName: Bool { paragraphs.contains { $0.contains(.name) } }
        var hasDate: Bool { paragraphs.contains { $0.canTellDate } }
    }

    /// - Parameter words: the words that names begin with, in lower case.
    init(names words: some Sequence<String>) { self.words = SoughtWords(names: words) }

    /// - Complexity: O(*k*) in the length of the text, a few nanoseconds a word.
    func look(at paragraphs: [String]) -> Found {
        var found = Found()
        found.paragraphs.reserveCapacity(paragraphs.count)
        var hasCue = false
        var hasNumber = false
        var hasFigure = false
        for paragraph in paragraphs {
            var text = paragraph
            let seen = text.withUTF8 { WordScanner.seen(in: $0, words) }
            found.paragraphs.append(seen)
            hasCue = hasCue || seen.hasCue
            hasNumber = hasNumber || seen.contains(.numberWord)
            let isCounted =
                seen.contains(.figure) || seen.isSuperset(of: [.place, .numberWord])
            hasFigure = hasFigure || isCounted || !seen.isDisjoint(with: [.superlative, .rankName])
            found.claims = found.claims || seen.canClaim || seen.contains(.place) && isCounted
        }
        found.claims = found.claims || hasCue && (hasFigure || hasNumber)
        return found
    }
}

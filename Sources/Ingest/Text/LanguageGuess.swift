import ClimateModel

extension Language {
    /// The language of a tag as pages, mail and feeds have it ("sv-SE", "en_GB"); nil for others than Swedish and English.
    init?(tag: String?) {
        let tag = (tag ?? "").lowercased().drop { $0 == " " }
        if tag.hasPrefix("sv") {
            self = .swedish
        } else if tag.hasPrefix("en") {
            self = .english
        } else {
            return nil
        }
    }

    /// The language of a text by its small words; Swedish where they don't tell for certain.
    ///
    /// - Complexity: O(1): no more than the first 3,000 characters are looked at.
    init(of text: String) {
        var swedish = 0
        var english = 0
        for word in text.prefix(3_000).lowercased().split(whereSeparator: { !$0.isLetter }) {
            if Self.swedishWords.contains(word) { swedish += 1 }
            if Self.englishWords.contains(word) { english += 1 }
        }
        self = english >= 2 && english > swedish ? .english : .swedish
    }

    private static let swedishWords: Set<Substring> = [
        "och", "att", "det", "som", "på", "är", "av", "för", "med", "till", "den", "har", "inte",
        "om", "ett", "från", "vi", "kommer", "också",
    ]
    private static let englishWords: Set<Substring> = [
        "and", "the", "of", "to", "is", "with", "that", "has", "not", "from", "we", "was", "will",
        "by", "are", "this", "which", "it",
    ]
}

extension LocalizedText {
    /// A text in one language.
    init(_ text: String, in language: Language) {
        self =
            language == .english ? LocalizedText(english: text) : LocalizedText(swedish: text)
    }
}

extension LocalizedBody {
    /// A body in one language; nil for none.
    init(_ body: StructuredText?, in language: Language) {
        self = language == .english ? LocalizedBody(english: body) : LocalizedBody(swedish: body)
    }
}

import ClimateModel

extension Excerpt {
    /// So many words stand before the first match, and so many in all.
    private static let wordsBefore = 6
    private static let wordsInAll = 40
    /// Nothing is looked for beyond this many bytes of a text.
    private static let reach = 200_000

    /// The text around the first match in the first of `texts` that has one; nil where none has.
    ///
    /// - Complexity: O(*k*) in the length of the texts.
    static func best(of texts: [String], _ words: SearchWords) -> Excerpt? {
        for text in texts {
            if let excerpt = Excerpt(of: text, words) { return excerpt }
        }
        return nil
    }

    private init?(of text: String, _ words: SearchWords) {
        let all = Self.words(of: text)
        guard let first = all.firstIndex(where: { words.matches(text[$0]) }) else {
            return nil
        }
        let start = max(0, first - Self.wordsBefore)
        let end = min(all.count, start + Self.wordsInAll)
        var runs: [Run] = []
        var position = start == 0 ? text.startIndex : all[start].lowerBound
        if start > 0 { runs.append(Run(text: "… ", isMatch: false)) }
        for word in all[start..<end] where words.matches(text[word]) {
            runs.append(Run(text: Self.flat(text[position..<word.lowerBound]), isMatch: false))
            runs.append(Run(text: String(text[word]), isMatch: true))
            position = word.upperBound
        }
        let stop = end == all.count ? text.endIndex : all[end - 1].upperBound
        runs.append(Run(text: Self.flat(text[position..<stop]), isMatch: false))
        if end < all.count { runs.append(Run(text: " …", isMatch: false)) }
        self.init(runs: runs.filter { !$0.text.isEmpty })
    }

    /// The words as the full-text index splits them.
    private static func words(of text: String) -> [Range<String.Index>] {
        let scalars = text.unicodeScalars
        var words: [Range<String.Index>] = []
        var start: String.Index?
        let limit = text.utf8.index(text.startIndex, offsetBy: reach, limitedBy: text.endIndex)
        for index in scalars.indices {
            if let limit, index > limit { break }
            if SearchWords.isWordScalar(scalars[index]) {
                if start == nil { start = index }
            } else if let begin = start {
                words.append(begin..<index)
                start = nil
            }
        }
        if let start { words.append(start..<text.endIndex) }
        return words
    }

    /// A run of white space becomes one space, also at the ends: a match may stand beside it.
    private static func flat(_ text: Substring) -> String {
        var result = ""
        var isAfterSpace = false
        for character in text {
            if !character.isWhitespace { result.append(character) }
            if character.isWhitespace, !isAfterSpace { result.append(" ") }
            isAfterSpace = character.isWhitespace
        }
        return result
    }
}

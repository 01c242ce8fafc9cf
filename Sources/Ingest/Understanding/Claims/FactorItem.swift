/// Tells a line of a list of factors by its form: "Service och bemötande: plats 12", "Vägnät, tåg och flyg – plats 140".
enum FactorItem {
    private static let longest = 14
    private static let marks: Set<String> = [":", "–", "-", "(", ","]

    /// Whether a noun that is none of a ranking or a time stands before a place, and neither a name nor a verb.
    ///
    /// - Complexity: O(1): longer sentences are none.
    static func isItem(_ words: ArraySlice<Token>) -> Bool {
        guard words.count <= longest,
            let place = words.firstIndex(where: {
                $0.isOne(of: [.placeNoun, .numberSign]) || $0.kind == .number
                    || $0.kind == .ordinal
            }), place - words.startIndex >= 2, marks.contains(words[place - 1].text)
        else { return false }
        let label = words[..<(place - 1)]
        let others: WordClasses = [
            .name, .region, .rankVerb, .climb, .fall, .rankingCue, .listNoun, .climate, .nation,
            .nations, .upward, .downward, .month,
        ]
        return !label.contains {
            $0.isOne(of: others) || $0.cardinal != nil || $0.text.hasPrefix("fjol")
                || $0.kind == .mark && !$0.isMark(",")
        } && label.contains { $0.kind == .word && ($0.classes.isEmpty || $0.isOne(of: .factor)) }
    }
}

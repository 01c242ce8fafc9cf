/// The words by which a text speaks of a ranking.
enum RankingCues {
    /// The last word of the publisher's name.
    private static let publishers: Set<String> = ["näringsliv", "näringslivs", "enterprise"]

    /// Marks the names of places, and the words that only beside a publisher speak of a ranking.
    static func mark(_ tokens: inout [Token], _ mentions: [Mention]) {
        for mention in mentions {
            let classes: WordClasses = mention.code == nil ? .region : .name
            for index in mention.tokens { tokens[index].classes.insert(classes) }
        }
        for index in tokens.indices where isPublisher(tokens[index].text) {
            if index + 1 < tokens.count, tokens[index + 1].isOne(of: .listNoun) {
                tokens[index + 1].classes.insert(.rankingCue)
            }
            if index > 1, tokens[index].text == "näringsliv", tokens[index - 2].text == "enligt" {
                tokens[index].classes.insert(.rankingCue)
            }
        }
    }

    /// Whether the sentence speaks of a ranking: by a word for one, by the number of all municipalities, or by its publisher
    /// and a list.
    static func isTold(in words: ArraySlice<Token>) -> Bool {
        if words.contains(where: { $0.isOne(of: .rankingCue) }) { return true }
        return words.contains { $0.isOne(of: .listNoun) }
            && words.contains { $0.isCapitalised && isPublisher($0.text) }
    }

    /// Few words are as long, and to compare lengths costs little.
    private static func isPublisher(_ word: String) -> Bool {
        (10...12).contains(word.utf8.count) && publishers.contains(word)
    }

    /// "minst antal invånare": an order by what is counted.
    static func areFiguresOrdered(in words: ArraySlice<Token>) -> Bool {
        words.contains { $0.isOne(of: .measure) }
            && words.contains { ["minst", "flest", "högst", "lägst", "störst"].contains($0.text) }
    }
}

/// The words around a name, and what they make of it.
struct NameContext {
    let tokens: [Token]
    let sentence: Range<Int>
    let span: Range<Int>

    private var before: Token? {
        span.lowerBound > sentence.lowerBound ? tokens[span.lowerBound - 1] : nil
    }

    private var after: Token? {
        span.upperBound < sentence.upperBound ? tokens[span.upperBound] : nil
    }

    /// Genitive without its s: "upplands väsbys" → "upplands väsby".
    static func stem(_ words: [String]) -> String {
        String(words.joined(separator: " ").dropLast())
    }

    private static let kommun: Set<String> = [
        "kommun", "kommuns", "stad", "stads", "municipality", "kommunen",
    ]

    /// "Kristinehamns kommun", "Malmö stad".
    var hasKommun: Bool { after.map { Self.kommun.contains($0.text) } ?? false }

    /// "Kristinehamn's".
    var hasEnglishGenitive: Bool {
        guard let after, after.isMark("'"), span.upperBound + 1 < sentence.upperBound else {
            return false
        }
        return tokens[span.upperBound + 1].text == "s"
    }

    /// Whether the name is a part of another body's: "Kalmar FF", "Lunds universitet", "IFK Göteborg", "Region Uppsala";
    /// Region Gotland is the municipality. "Mark & Miljö" is none either.
    func isOther(_ form: NameIndex.Form) -> Bool {
        if let after {
            if after.isOne(of: .otherBody) || isOtherName(after) { return true }
            if after.isMark("&"), span.upperBound + 1 < sentence.upperBound,
                tokens[span.upperBound + 1].isCapitalised
            {
                return true
            }
        }
        guard let before else { return false }
        if before.text == "region" || before.text == "regionen" { return form.words != ["gotland"] }
        return before.isCapitalised && before.isOne(of: .otherBodyBefore)
    }

    /// "Stockholm School", "Borås Tidning": the next word has a capital too and is no verb of a headline.
    private func isOtherName(_ after: Token) -> Bool {
        guard isFollowedByName else { return false }
        let verbs: WordClasses = [.climb, .fall, .rankVerb, .ranked, .tops, .opener]
        // "har Götene Skaraborgs bästa företagsklimat".
        if after.text.hasSuffix("s"), span.upperBound + 1 < sentence.upperBound,
            tokens[span.upperBound + 1].isOne(of: .best)
        {
            return false
        }
        return !after.isOne(of: verbs)
    }

    /// Whether the words around it show that the name is the municipality's and not a word or a person's: "i Vara",
    /// "municipality of Mark", "från Lund".
    func proves(_ other: DoubtfulNames.Other) -> Bool {
        if isFollowedByName { return false }
        guard let before else { return other == .rare }
        if ["kommunen", "kommunerna", "kommuner", "kommun", "staden"].contains(before.text) {
            return true
        }
        if before.text == "of", span.lowerBound - 1 > sentence.lowerBound {
            return tokens[span.lowerBound - 2].text == "municipality"
        }
        switch other {
        case .rare: return true
        case .firstName: return ["i", "in", "utanför"].contains(before.text)
        case .word, .surname:
            return ["i", "in", "utanför", "till", "från", "near", "from", "to", "runt", "kring"]
                .contains(before.text)
        }
    }

    /// Whether it is a part of a person's name: "Anna Lund", "A. Lund", "Nora Berg".
    func isPerson(_ other: DoubtfulNames.Other) -> Bool {
        if isFollowedByName { return true }
        guard let before else { return false }
        if before.isMark("."), span.lowerBound - 2 >= sentence.lowerBound {
            let initial = tokens[span.lowerBound - 2]
            return initial.kind == .word && initial.text.count == 1
        }
        guard before.kind == .word, before.isCapitalised, !before.isUppercase else { return false }
        return !before.isOne(of: .opener)
    }

    /// Whether the next word has a capital as well, and no sign stands between.
    private var isFollowedByName: Bool {
        guard let after, let name = tokens[span].last else { return false }
        return after.kind == .word && after.isCapitalised && !name.isUppercase
    }

    /// Whether a name in doubt may be the municipality's where the text has named it for certain elsewhere: it is not
    /// at the beginning of a sentence, where any word has a capital, or a verb of rankings follows it.
    var mayBeRepeated: Bool {
        if span.lowerBound > sentence.lowerBound { return true }
        return after?.isOne(of: [.climb, .fall, .ranked, .tops, .rankVerb]) ?? false
    }

    /// Whether two names are parts of one list: "Vara, Skara", "Vara och Skara", "Vara samt Skara".
    static func isList(_ left: Mention, _ right: Mention, _ tokens: [Token]) -> Bool {
        let between = tokens[left.tokens.upperBound..<right.tokens.lowerBound]
        guard (1...2).contains(between.count) else { return false }
        return between.allSatisfy { $0.isMark(",") || $0.isOne(of: .and) }
    }
}

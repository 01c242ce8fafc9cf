import ClimateModel

/// Reads lists of places, an item a line or a sentence, under a heading that tells of a ranking: "1. Solna", "Mora – 37",
/// "Åre: 41 (38)".
struct RankedList {
    /// What an item says.
    struct Item: Hashable {
        var municipality: MunicipalityCode
        var rank: Int
        /// Where the item is a year's.
        var year: Int?
        /// "▲" and "+" before a figure in brackets.
        var change: Int?
        /// The figure in brackets, where the heading says that it is last year's.
        var previous: Int?
        /// Whether the figure stands before the name, as the numbers of any list do.
        var isNumbered = false
    }

    /// The ranking's year, where the heading tells.
    let year: Int?
    /// The one municipality that the heading names: "Arvika i rankingen", before "2020: 144".
    private let owner: MunicipalityCode?
    /// Whether a figure in brackets is the place of the year before.
    private let bracketsArePast: Bool

    /// Longer sentences are no headings.
    private static let longestHeading = 24
    /// More words than these in an item say something else.
    private static let longestItem = 10

    /// Whether what is listed are no places in a ranking of municipalities: visitors, firms, a factor of the ranking.
    let isOfOtherThings: Bool
    /// Whether the heading speaks of a ranking as a list, so that a figure after a name is a place in it.
    private let tellsOfPlaces: Bool
    /// Whether the heading names a part of the country; its items may then be in the order within that part.
    private let isRegional: Bool
    /// Whether an item has a place that no county has.
    private var isProven = false

    /// The list that a sentence is the heading of; nil where it is none. A heading names a ranking, and either a place or a
    /// list, or it ends with a colon.
    ///
    /// - Parameter before: the words of the sentence before it, which may tell of which part of the country it is.
    init?(heading clauses: Clauses, after before: ArraySlice<Token>, _ mentions: [Mention]) {
        let words = clauses.tokens[clauses.sentence]
        guard words.count <= Self.longestHeading,
            words.contains(where: { $0.isOne(of: .rankingCue) }),
            words.contains(where: { $0.isOne(of: [.listNoun, .placeNoun, .ranked, .climate]) }),
            !words.contains(where: { $0.isOne(of: .otherDomain) })
        else { return nil }
        isOfOtherThings =
            Self.tellOfOtherThings(words) || words.contains { $0.isOne(of: [.part, .country]) }
        tellsOfPlaces = words.contains { $0.isOne(of: [.listNoun, .placeNoun, .ranked]) }
        let isNational = words.contains {
            $0.isOne(of: .nations) || $0.isOne(of: .nation) && $0.text != "kommuner"
        }
        isRegional =
            words.contains { $0.isOne(of: [.region, .subset]) }
            || !isNational && before.contains { $0.isOne(of: [.region, .subset]) }
        let years = clauses.sentence.filter { YearFinder.isYear(clauses.tokens[$0]) }
        year = years.last.flatMap { clauses.tokens[$0].cardinal }
        owner = mentions.count == 1 ? mentions[0].code : nil
        bracketsArePast =
            words.contains { Self.brackets.contains($0.text) }
            && YearFinder.years(clauses.tokens, in: clauses.sentence).contains {
                $0.reference.isPast
            }
    }

    private static let brackets: Set<String> = ["parentes", "parenteser", "brackets", "("]
    private static let counted: Set<String> = [
        "antal", "antalet", "svar", "svarsfrekvens", "betyg", "betyget", "procent", "poäng",
        "number", "answers", "score", "per", "dagordning", "program",
    ]
    /// What figures beside names count where the sentence speaks of days, meetings and visitors.
    private static let gatherings: Set<String> = [
        "datum", "datumen", "deltagare", "deltagarna", "anmälda", "besökare", "turné", "turnén",
        "turnéstopp", "dates", "meetings", "participants", "visitors", "tour",
    ]
    private static let meetings = ["möte", "mötet", "möten", "mötena", "träffar", "träffarna"]

    /// Whether words tell of days, meetings, visitors or so many new firms, which figures beside names may then count.
    static func tellOfGatherings(_ words: ArraySlice<Token>) -> Bool {
        words.indices.contains { index in
            let text = words[index].text
            if gatherings.contains(text) || meetings.contains(where: text.hasSuffix) {
                return true
            }
            guard index + 1 < words.endIndex else { return false }
            let next = words[index + 1]
            return ["så", "hur"].contains(text) && next.text == "många"
                || text == "nya" && next.text.hasPrefix("företag") && !next.isOne(of: .rankingCue)
        }
    }

    private static func tellOfOtherThings(_ words: ArraySlice<Token>) -> Bool {
        words.contains { counted.contains($0.text) } || tellOfGatherings(words)
    }

    /// Whether the item's place is one in the whole country: beneath a heading of a county only after a place that no county
    /// has.
    mutating func isOfCountry(_ item: Item) -> Bool {
        isProven = isProven || item.rank > 49 && !item.isNumbered
        return !isRegional || isProven && !item.isNumbered
    }

    /// Whether a sentence that is no item of the list to be read has the form of one: "Solna 12", "1. Solna".
    static func isLikeItem(_ sentence: Range<Int>, _ tokens: [Token], _ mentions: [Mention]) -> Bool
    {
        guard sentence.count <= longestItem, mentions.count == 1, let mention = mentions.first,
            !tokens[sentence].contains(where: { $0.isOne(of: .placeNoun) })
        else { return false }
        let rest = tokens[sentence].indices.filter {
            !mention.tokens.contains($0) && tokens[$0].kind != .mark
        }
        return !rest.isEmpty && rest.allSatisfy { tokens[$0].kind == .number }
    }

    /// Whether a sentence is a name and a figure with a full stop: "Solna 2." is as often what is left of
    /// "1. Solna 2. Danderyd".
    static func isNameAndNumber(
        _ sentence: Range<Int>, _ tokens: [Token], _ mentions: [Mention]
    ) -> Bool {
        guard mentions.count == 1, let mention = mentions.first, sentence.count >= 3,
            mention.tokens.lowerBound == sentence.lowerBound
        else { return false }
        return mention.tokens.upperBound == sentence.upperBound - 2
            && tokens[sentence.upperBound - 2].kind == .number
            && tokens[sentence.upperBound - 1].isMark(".")
    }

    /// What the sentence says as an item of the list; nil where it is none.
    ///
    /// - Complexity: O(1): items are short.
    func item(_ sentence: Range<Int>, _ tokens: [Token], _ mentions: [Mention]) -> Item? {
        guard !isOfOtherThings else { return nil }
        var start = sentence.lowerBound
        if sentence.count > 1, ["•", "*", "-", "–", "·"].contains(tokens[start].text) {
            start += 1
        }
        if mentions.isEmpty { return dated(tokens[start..<sentence.upperBound]) }
        guard sentence.count <= Self.longestItem, mentions.count == 1, let mention = mentions.first,
            let code = mention.code
        else { return nil }
        if mention.tokens.lowerBound == start {
            return named(code, tokens[mention.tokens.upperBound..<sentence.upperBound])
        }
        let before = tokens[start..<mention.tokens.lowerBound]
        guard let rank = before.first?.cardinal, RankNames.ranks.contains(rank),
            before.first?.kind == .number,
            before.count == 1 || before.count == 2 && Self.afterNumber.contains(before.last?.text)
        else { return nil }
        let rest = tokens[mention.tokens.upperBound..<sentence.upperBound]
        return Item(municipality: code, rank: rank, isNumbered: true).with(rest, bracketsArePast)
    }

    /// "2020: plats 144" of the heading's municipality.
    private func dated(_ words: ArraySlice<Token>) -> Item? {
        guard let owner, tellsOfPlaces, let first = words.first, YearFinder.isYear(first),
            (2...4).contains(words.count),
            let last = words.last, last.kind == .number, let rank = last.cardinal,
            RankNames.ranks.contains(rank),
            words.dropFirst().dropLast().allSatisfy({
                [":", "–", "-"].contains($0.text) || $0.isOne(of: .placeNoun)
            })
        else { return nil }
        return Item(municipality: owner, rank: rank, year: first.cardinal)
    }

    /// Whether the list goes on after a sentence that is no item: one that may be the head of a column, "Plats".
    func mayGoOn(after words: ArraySlice<Token>) -> Bool {
        words.count <= 3 && words.allSatisfy { $0.kind == .word && $0.cardinal == nil }
    }

    private static let afterNumber: Set<String?> = [".", ")", ":", "–", "-"]

    /// "– 37", ": plats 37", "– 37 (41)" after the name. A figure right after it may be the number of the item to come.
    private func named(_ code: MunicipalityCode, _ rest: ArraySlice<Token>) -> Item? {
        let figures = rest.drop {
            [":", "–", "-", ","].contains($0.text) || $0.isOne(of: .placeNoun)
        }
        let isParted = rest[..<figures.startIndex].contains { $0.text != "," }
        guard tellsOfPlaces, isParted, let figure = figures.first, figure.kind == .number,
            let rank = figure.cardinal,
            RankNames.ranks.contains(rank)
        else { return nil }
        return Item(municipality: code, rank: rank).with(figures.dropFirst(), bracketsArePast)
    }
}

extension RankedList.Item {
    /// The item with the bracket after it, "(41)" or "(+4)"; nil where more than that follows.
    fileprivate func with(_ rest: ArraySlice<Token>, _ bracketsArePast: Bool) -> Self? {
        let words = rest.filter {
            ![".", ",", ";", "(", ")", "förra", "året", "i", "fjol", "från"].contains($0.text)
                && !YearFinder.isYear($0) && !$0.isOne(of: .placeNoun)
        }
        let tellsPast = rest.contains { ["förra", "fjol", "från"].contains($0.text) }
        guard let first = words.first else { return self }
        let ways: WordClasses = [.plus, .minus, .upward, .downward]
        let isUp = first.isOne(of: [.plus, .upward])
        let number = first.isOne(of: ways) ? words.dropFirst().first : first
        guard let number, number.kind == .number, let value = number.cardinal,
            words.count <= 2, RankNames.ranks.contains(value)
        else { return nil }
        var item = self
        if first.isOne(of: ways) {
            item.change = isUp ? value : -value
        } else if words.count == 1, bracketsArePast || tellsPast {
            item.previous = value
        } else {
            return words.count == 1 ? item : nil
        }
        return item
    }
}

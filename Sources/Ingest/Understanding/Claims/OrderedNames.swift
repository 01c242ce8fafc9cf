import ClimateModel

/// Finds places that the order of names tells: "Solna toppar, följt av Danderyd och Täby", "på andra och tredje plats kom
/// Solna och Nacka", "topp tre är …".
struct OrderedNames {
    /// Names with their places, which share ranking and year with a statement.
    struct Order: Hashable {
        /// The index of the statement that tells the first place of them, or the one before.
        var statement: Int
        var places: [Place]
        /// Where the places themselves are listed.
        var tokens = 0..<0
    }

    struct Place: Hashable {
        var municipality: MunicipalityCode
        var rank: Int
    }

    let clauses: Clauses
    /// The mentions in the sentence, in order.
    let mentions: [Mention]

    private var tokens: [Token] { clauses.tokens }
    private var sentence: Range<Int> { clauses.sentence }

    /// Only the first places are told by order in the whole country: of others it is as often the order in a county.
    private static let lastAnchor = 5
    /// The longest list that is read.
    private static let longest = 10

    /// Whether the sentence speaks of a part of the country, where the order is one within it.
    var isRegional: Bool {
        tokens[sentence].contains { $0.isOne(of: [.region, .subset]) }
    }

    // MARK: After a statement

    /// The names after "följt av", "toppas av" or "topp tre är", with the places that follow the statement's.
    ///
    /// - Complexity: O(*n*) in the number of statements and names, which a sentence bounds.
    func orders(after statements: [Statement]) -> [Order] {
        guard !isRegional else { return [] }
        return statements.indices.compactMap { index in
            let statement = statements[index]
            guard let rank = statement.rank, rank <= Self.lastAnchor, !statement.isPast,
                let list = followers(of: statement, statements)
            else { return nil }
            let places = list.enumerated().compactMap { offset, mention in
                mention.code.map { Place(municipality: $0, rank: rank + offset + 1) }
            }
            return Order(statement: index, places: places)
        }
    }

    /// The names that come next after the one that `statement` is about; nil where they have places of their own.
    private func followers(of statement: Statement, _ all: [Statement]) -> [Mention]? {
        let span = statement.tokens
        let list: [Mention]
        if tokens[span.upperBound - 1].isOne(of: .name),
            let first = mentions.firstIndex(where: { $0.tokens.upperBound >= span.upperBound })
        {
            guard RankRules.tellsOrder(tokens[span.lowerBound]) else { return nil }
            list = Array(self.list(from: first).dropFirst())
        } else {
            guard
                let first = mentions.firstIndex(where: {
                    $0.tokens.lowerBound >= span.upperBound && isFollower($0)
                }),
                !tokens[span.upperBound..<mentions[first].tokens.lowerBound].contains(where: {
                    $0.isOne(of: .contrast)
                })
            else { return nil }
            list = self.list(from: first)
        }
        guard let first = list.first, list.count <= Self.longest,
            !all.contains(where: {
                $0.rank != nil && $0.tokens.lowerBound >= first.tokens.lowerBound
            }),
            all.last(where: { $0.rank != nil && $0.tokens.lowerBound < first.tokens.lowerBound })?
                .tokens == span
        else { return nil }
        return list
    }

    /// "följt av Danderyd", "followed by Danderyd".
    private func isFollower(_ mention: Mention) -> Bool {
        let index = mention.tokens.lowerBound - 2
        guard index >= sentence.lowerBound, ["av", "by"].contains(tokens[index + 1].text) else {
            return false
        }
        return tokens[index].text.hasPrefix("följ") || tokens[index].text == "followed"
    }

    /// The names that are listed from the one at `index` on.
    private func list(from index: Int) -> [Mention] {
        var end = index + 1
        while end < mentions.count, mentions[end].code != nil,
            NameContext.isList(mentions[end - 1], mentions[end], tokens)
        {
            end += 1
        }
        return Array(mentions[index..<end])
    }

    // MARK: A list for a number of places

    /// Whether `statement` tells the first of so many places as its words count ("topp tre är Solna, …"), and the names
    /// are as many.
    func isWholeList(_ statement: Statement) -> Bool {
        guard statement.rule.meaning == .firstOfList else { return true }
        guard !isRegional,
            let first = mentions.firstIndex(where: {
                $0.tokens.upperBound >= statement.tokens.upperBound
            })
        else { return false }
        return list(from: first).count == statement.captures.count ?? 3
    }

    // MARK: Places and names side by side

    /// "På andra och tredje plats kom Solna och Nacka": the statement that one of several listed places is, and each name
    /// with its own; no places where the names are not as many.
    func sideBySide(_ statements: [Statement]) -> Order? {
        if let order = inNamedOrder(statements) { return order }
        let lists = statements.indices.lazy.compactMap { index in
            self.places(in: statements[index]).map { (index, $0) }
        }
        guard let (index, span) = lists.first else { return nil }
        let ranks = tokens[span].compactMap { $0.ordinal ?? $0.cardinal }
        let names = mentions.indices.filter {
            $0 == 0 || !NameContext.isList(mentions[$0 - 1], mentions[$0], tokens)
        }.map { list(from: $0) }
        guard !isRegional, names.count == 1, names[0].count == ranks.count else {
            return Order(statement: index, places: [], tokens: span)
        }
        return Order(
            statement: index,
            places: zip(names[0], ranks).compactMap { name, rank in
                name.code.map { Place(municipality: $0, rank: rank) }
            }, tokens: span)
    }

    /// "Solna, Danderyd och Vellinge har landets bästa företagsklimat, i nämnd ordning".
    private func inNamedOrder(_ statements: [Statement]) -> Order? {
        guard !isRegional, mentions.count > 1,
            tokens[sentence].contains(where: {
                ["ordning", "ordningen", "order"].contains($0.text)
            }),
            let index = statements.firstIndex(where: { $0.rule.meaning == .first }),
            let last = mentions.last, last.tokens.upperBound <= statements[index].tokens.lowerBound
        else { return nil }
        let names = list(from: 0)
        guard names.count == mentions.count else { return nil }
        return Order(
            statement: index,
            places: names.enumerated().compactMap { offset, name in
                name.code.map { Place(municipality: $0, rank: offset + 1) }
            }, tokens: statements[index].tokens)
    }

    /// The places that are listed with the one that the statement tells, where there are several: "andra och tredje plats",
    /// "plats fyra, fem och sex".
    private func places(in statement: Statement) -> Range<Int>? {
        guard case .rank = statement.rule.meaning, !statement.rule.isBare,
            statement.captures.previous == nil, let position = statement.captures.rankToken
        else { return nil }
        let isOrdinal = tokens[position].ordinal != nil
        func isPlace(_ index: Int) -> Bool {
            guard sentence.contains(index), tokens[index].kind != .date else { return false }
            let value = isOrdinal ? tokens[index].ordinal : tokens[index].cardinal
            return value.map(RankNames.ranks.contains) ?? false
        }
        var (start, end) = (position, position)
        while isPlace(start - 2), isLink(start - 1) { start -= 2 }
        while isPlace(end + 2), isLink(end + 1) { end += 2 }
        guard end > start, tokens[end - 1].isOne(of: .and) else { return nil }
        let next = end + 1 < sentence.upperBound ? tokens[end + 1] : nil
        let goesOn: WordClasses = isOrdinal ? [] : .placeUnit
        let isCount = next.map {
            $0.isOne(of: goesOn) || $0.kind == .word && $0.classes.isEmpty || $0.text == "%"
        }
        return isCount ?? false ? nil : start..<(end + 1)
    }

    private func isLink(_ index: Int) -> Bool {
        tokens[index].isOne(of: .and) || tokens[index].isMark(",")
    }

    // MARK: The next sentence

    /// "Därefter följer Danderyd, Nacka och Vellinge": the names of a sentence that goes on after the place told last.
    func continuation() -> [MunicipalityCode] {
        guard let first = tokens[sentence].first, Self.nextWords.contains(first.text),
            sentence.count > 2, !isRegional, let name = mentions.first,
            tokens[sentence.lowerBound + 1].text.hasPrefix("följ")
                || ["kommer", "kom", "come", "came", "follow"].contains(
                    tokens[sentence.lowerBound + 1].text),
            name.tokens.lowerBound == sentence.lowerBound + 2
        else { return [] }
        let list = self.list(from: 0)
        guard list.count == mentions.count, list.count <= Self.longest, let last = list.last,
            tokens[last.tokens.upperBound..<sentence.upperBound].allSatisfy({ $0.kind == .mark })
        else { return [] }
        return list.compactMap(\.code)
    }

    private static let nextWords: Set<String> = [
        "därefter", "sedan", "därpå", "närmast", "then", "next",
    ]
}

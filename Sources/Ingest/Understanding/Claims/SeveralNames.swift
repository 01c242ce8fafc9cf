import ClimateModel

/// Tells which of several names in a row a statement is about.
extension SubjectFinder {
    /// "Ale och Lilla Edet hamnar på plats 60 respektive 265": the statement for the first name and its like for the
    /// second, with their subjects.
    func respective(_ statement: Statement) -> [(statement: Statement, subject: Subject?)]? {
        if let changes = respectiveChanges(statement) { return changes }
        let mark = statement.tokens.upperBound
        guard mark + 1 < sentence.upperBound, tokens[mark].isOne(of: .respectively),
            tokens[mark + 1].kind == .number, let rank = tokens[mark + 1].cardinal,
            RankNames.ranks.contains(rank), case .rank = statement.rule.meaning,
            statement.captures.previous == nil
        else { return nil }
        let before = mentions.filter {
            $0.code != nil && $0.tokens.upperBound <= statement.tokens.lowerBound
        }.suffix(2)
        guard before.count == 2, let first = before.first, let last = before.last,
            NameContext.isList(first, last, tokens), let one = named(first),
            let two = named(last)
        else { return nil }
        var other = statement
        other.captures.rank = rank
        other.tokens = (mark + 1)..<(mark + 2)
        return [(statement, one), (other, two)]
    }

    /// "Halmstad och Falkenberg tappar tre respektive sex placeringar".
    private func respectiveChanges(
        _ statement: Statement
    ) -> [(statement: Statement, subject: Subject?)]? {
        let mark = statement.tokens.lowerBound - 1
        guard mark > sentence.lowerBound, tokens[mark].isOne(of: .respectively),
            let count = tokens[mark - 1].cardinal, (1...289).contains(count),
            statement.rank == nil, statement.change != nil
        else { return nil }
        let before = mentions.filter { $0.tokens.upperBound < mark }.suffix(2)
        guard before.count == 2, let first = before.first, let last = before.last,
            NameContext.isList(first, last, tokens), let one = named(first), let two = named(last)
        else { return nil }
        var other = statement
        other.captures.count = count
        other.tokens = (mark - 1)..<mark
        return [(other, one), (statement, two)]
    }

    /// The statement of listed places with the first of them and whose it is.
    func first(
        of order: OrderedNames.Order, in statement: Statement
    ) -> (statement: Statement, subject: Subject?)? {
        guard let place = order.places.first else { return nil }
        var first = statement
        first.captures.rank = place.rank
        return (first, Subject(codes: [place.municipality], isNamed: true))
    }

    /// "Solna och Sollentuna delar plats 14" is of both; "hamnar på plats 14" of neither, as one statement can't tell
    /// which.
    func pair(_ last: Mention, _ statement: Statement, _ all: [Statement]) -> Subject? {
        guard let index = mentions.firstIndex(where: { $0.tokens == last.tokens }), index > 0,
            NameContext.isList(mentions[index - 1], last, tokens),
            let code = last.code
        else { return nil }
        var codes = [code]
        var first = index
        while first > 0, NameContext.isList(mentions[first - 1], mentions[first], tokens),
            let other = mentions[first - 1].code
        {
            codes.insert(other, at: 0)
            first -= 1
        }
        // "…, Kumla på plats 14 och Hallsberg på plats 67": what stands between makes it no list.
        let around = tokens[
            last.tokens.upperBound..<min(statement.tokens.upperBound + 3, sentence.upperBound)]
        if around.contains(where: { $0.isOne(of: .shared) }) {
            return Subject(codes: codes, isNamed: true)
        }
        return Subject(codes: [], isNamed: true)
    }
}

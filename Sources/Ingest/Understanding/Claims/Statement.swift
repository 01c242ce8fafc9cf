/// A place in a sentence that a rule matched.
struct Statement: Sendable {
    var rule: Rule
    var captures: Captures
    var tokens: Range<Int>
    /// The year it is about, where the sentence tells.
    var year: YearReference?

    var rank: Int? {
        switch rule.meaning {
        case .first, .firstOfList: 1
        case .second: 2
        case .last: RankNames.ranks.upperBound
        case .lastButOne: RankNames.ranks.upperBound - 1
        case .from, .change, .steps, .unchanged: nil
        case .rank, .lastYear, .changeAndRank, .kept: captures.rank
        }
    }

    /// Up is positive.
    var change: Int? {
        if rule.meaning == .kept || rule.meaning == .unchanged { return 0 }
        return captures.count.flatMap { count in captures.direction.map { count * $0 } }
    }

    /// Whether it tells of an earlier year than the sentence's own.
    var isPast: Bool {
        if case .lastYear = rule.meaning { return true }
        return year?.isPast ?? false
    }
}

/// Finds the places in a sentence that rules match.
struct StatementFinder {
    /// Elements compared so far.
    private(set) var steps = 0

    /// In order; none overlaps another.
    ///
    /// - Complexity: O(*n*) in the length of the sentence.
    mutating func statements(in tokens: [Token], _ sentence: Range<Int>) -> [Statement] {
        var found: [Statement] = []
        var matcher = Matcher(tokens: tokens, sentence: sentence)
        var position = sentence.lowerBound
        while position < sentence.upperBound {
            if let statement = Self.statement(&matcher, at: position) {
                found.append(statement)
                position = statement.tokens.upperBound
            } else {
                position += 1
            }
        }
        steps += matcher.steps
        for index in found.indices { found[index] = Self.gapped(found, index, tokens) }
        return found
    }

    /// The statement as a change where it is a name and a figure listed with a change: "Mellerud tappar 7 och Bengtsfors
    /// 25".
    private static func gapped(_ found: [Statement], _ index: Int, _ tokens: [Token]) -> Statement {
        let statement = found[index]
        guard index > 0, statement.rule.isBare, statement.tokens.count == 2,
            tokens[statement.tokens.lowerBound].isOne(of: .name), let count = statement.rank,
            let change = found[index - 1].change, found[index - 1].rank == nil,
            tokens[found[index - 1].tokens.upperBound..<statement.tokens.lowerBound].allSatisfy({
                $0.isOne(of: .and) || $0.isMark(",")
            })
        else { return statement }
        var captures = Captures()
        captures.count = count
        captures.direction = change.signum()
        return Statement(rule: ChangeRules.gapped, captures: captures, tokens: statement.tokens)
    }

    private static func statement(_ matcher: inout Matcher, at position: Int) -> Statement? {
        var rules = matcher.rules(at: position)
        while let number = rules.popFirst() {
            guard let (end, captures) = matcher.match(number, at: position) else { continue }
            let rule = matcher.program.rules[number]
            guard !rule.minds || isEnd(matcher.tokens, at: end, in: matcher.sentence),
                !isAbout(matcher.tokens, position..<end, in: matcher.sentence),
                !isCount(matcher.tokens, position..<end, in: matcher.sentence)
            else { continue }
            let statement = Statement(rule: rule, captures: captures, tokens: position..<end)
            return rule.meaning == .steps
                ? directed(statement, matcher.tokens, matcher.sentence) : statement
        }
        return nil
    }

    /// A statement of steps with the direction that the nearest word of movement before it tells; nil without one.
    private static func directed(
        _ statement: Statement, _ tokens: [Token], _ sentence: Range<Int>
    ) -> Statement? {
        let up: WordClasses = [.climb, .riseNoun, .upward]
        let down: WordClasses = [.fall, .fallNoun, .downward]
        let before = tokens[sentence.lowerBound..<statement.tokens.lowerBound]
        guard let word = before.last(where: { $0.isOne(of: up.union(down)) }) else { return nil }
        var result = statement
        result.captures.direction = word.isOne(of: up) ? 1 : -1
        return result
    }

    /// Whether the words from `position` on go on without a noun that is counted: "plats 88 i", not "plats 88 besökare".
    private static func isEnd(
        _ tokens: [Token], at position: Int, in sentence: Range<Int>
    ) -> Bool {
        guard position < sentence.upperBound else { return true }
        let token = tokens[position]
        switch token.kind {
        case .mark:
            let next = sentence.contains(position + 1) ? tokens[position + 1] : nil
            let isRange =
                token.text == "–" && next?.kind == .number && position > sentence.lowerBound
                && tokens[position - 1].kind == .number
            // A shortened text may be cut within a number.
            return !isRange && !["…", "%", "/", "°", "€", "$", "-"].contains(token.text)
        case .number: return YearFinder.isYear(token)
        case .date: return true
        case .ordinal, .otherNumber: return false
        case .word:
            if ["år", "year"].contains(token.text) {
                return sentence.contains(position + 1) && YearFinder.isYear(tokens[position + 1])
            }
            return token.isOne(of: [
                .follower, .contrast, .and, .comparative, .name, .upward, .downward, .region,
            ])
        }
    }

    /// Whether a name of a rank that is a number too counts something: "en av fyra", "på åtta".
    private static func isCount(
        _ tokens: [Token], _ span: Range<Int>, in sentence: Range<Int>
    ) -> Bool {
        guard span.count == 1, span.lowerBound > sentence.lowerBound,
            tokens[span.lowerBound].cardinal != nil
        else {
            // "Fyra av dem".
            return span.count == 1 && tokens[span.lowerBound].cardinal != nil
                && span.upperBound < sentence.upperBound && tokens[span.upperBound].text == "av"
        }
        return ["av", "på", "de", "alla", "dessa", "om", "i", "under", "efter", "med", "för"]
            .contains(tokens[span.lowerBound - 1].text)
    }

    /// Whether the figure is no exact one: "drygt tolv", "nästan 50".
    private static func isAbout(
        _ tokens: [Token], _ span: Range<Int>, in sentence: Range<Int>
    ) -> Bool {
        span.contains { position in
            let token = tokens[position]
            guard token.cardinal != nil || token.ordinal != nil || position == span.lowerBound,
                position > sentence.lowerBound
            else { return false }
            let before = tokens[position - 1]
            if before.isOne(of: .about), before.text != "över" || token.cardinal != nil {
                return true
            }
            return ["än", "than"].contains(before.text) && position - 2 >= sentence.lowerBound
                && ["mer", "fler", "more"].contains(tokens[position - 2].text)
                && !isAtMost(tokens, before: position, in: sentence)
        }
    }

    /// Whether the words before a place deny a better one: "räckte inte till mer än plats 244", "kom inte högre än till plats
    /// 60".
    static func isAtMost(
        _ tokens: [Token], before position: Int, in sentence: Range<Int>
    ) -> Bool {
        var index = position - 1
        if index > sentence.lowerBound, tokens[index].isOne(of: [.to, .by]) { index -= 1 }
        guard index - 2 >= sentence.lowerBound, ["än", "than"].contains(tokens[index].text),
            ["mer", "bättre", "högre", "längre", "more", "better", "higher", "further"]
                .contains(tokens[index - 1].text)
        else { return false }
        return tokens[max(sentence.lowerBound, index - 5)..<(index - 1)].contains {
            $0.isOne(of: .negation)
        }
    }
}

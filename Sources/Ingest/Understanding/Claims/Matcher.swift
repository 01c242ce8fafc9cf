/// What patterns ask of a word.
struct PatternWord: Sendable {
    let classes: WordClasses
    /// Its number among the words that patterns name.
    let text: Int?
    let isMark: Bool
    let isArticle: Bool
    let cardinal: Int?
    let ordinal: Int?
    let place: Int?

    /// - Parameter texts: the numbers of the words that patterns name.
    init(_ token: Token, texts: [String: Int]) {
        classes = token.classes
        text = texts[token.text]
        isMark = token.kind == .mark
        isArticle = token.cardinal == 1 && Self.articles.contains(token.text)
        cardinal = token.cardinal
        ordinal = token.ordinal
        place = token.place
    }

    func isOne(of classes: WordClasses) -> Bool { !self.classes.isDisjoint(with: classes) }

    private static let articles: Set<String> = ["en", "ett", "one"]
}

/// Matches rules at a place in a sentence.
///
/// Patterns have no repetition but bounded gaps, so a match tries a bounded number of ways, whatever the text.
struct Matcher {
    let tokens: [Token]
    let sentence: Range<Int>
    let program: RuleProgram
    /// Of the sentence, from its first word on.
    private let words: [PatternWord]
    /// How many steps were gone, to show that the work is linear.
    private(set) var steps = 0

    init(tokens: [Token], sentence: Range<Int>, program: RuleProgram = .all) {
        self.tokens = tokens
        self.sentence = sentence
        self.program = program
        words = tokens[sentence].map { PatternWord($0, texts: program.texts) }
    }

    typealias Match = (end: Int, captures: Captures)

    /// The rules that may match at `position`.
    func rules(at position: Int) -> RuleSet { program.index.rules(at: word(position)) }

    /// The end of the match and what it captured; nil where the pattern of the rule of this number doesn't match at
    /// `position`.
    mutating func match(_ rule: Int, at position: Int) -> Match? {
        match(from: program.starts[rule], at: position, Captures())
    }

    private func word(_ position: Int) -> PatternWord { words[position - sentence.lowerBound] }

    private mutating func match(
        from step: Int, at position: Int, _ captures: Captures
    ) -> Match? {
        var (step, position, captures) = (step, position, captures)
        while true {
            steps += 1
            switch program.steps[step] {
            case .end: return (position, captures)
            case .fork(let other):
                if let found = match(from: step + 1, at: position, captures) { return found }
                step = other
                continue
            case .jump(let other):
                step = other
                continue
            case .way(let direction): captures.direction = direction
            case .not(let text):
                guard sentence.contains(position), word(position).text != text else { return nil }
            case .upTo(let most, let classes):
                return gap(most, before: step + 1, at: position, captures) {
                    $0.isOne(of: classes)
                }
            case .gap(let most):
                return gap(most, before: step + 1, at: position, captures) {
                    !$0.isMark && !$0.isOne(of: [.name, .climb, .fall, .upward, .downward])
                }
            case let single:
                guard position < sentence.upperBound,
                    let length = length(single, at: position, &captures)
                else { return nil }
                position += length
            }
            step += 1
        }
    }

    /// The shortest gap after which the rest matches.
    private mutating func gap(
        _ most: Int, before step: Int, at position: Int, _ captures: Captures,
        _ belongs: (PatternWord) -> Bool
    ) -> Match? {
        var next = position
        while true {
            if let found = match(from: step, at: next, captures) { return found }
            guard next < sentence.upperBound, next - position < most, belongs(word(next)) else {
                return nil
            }
            next += 1
        }
    }

    /// How many words a step of fixed form takes, if it matches.
    private func length(
        _ step: RuleProgram.Step, at position: Int, _ captures: inout Captures
    ) -> Int? {
        let word = word(position)
        switch step {
        case .word(let classes): return word.isOne(of: classes) ? 1 : nil
        case .text(let text): return word.text == text ? 1 : nil
        case .name: return word.isOne(of: .name) ? 1 : nil
        case .direction(let classes):
            guard word.isOne(of: classes) else { return nil }
            let up: WordClasses = [.climb, .upward, .riseNoun, .plus]
            captures.direction = word.isOne(of: up.intersection(classes)) ? 1 : -1
            return 1
        case .count:
            guard let value = word.cardinal, (1...289).contains(value) else { return nil }
            captures.count = value
            return 1
        case .pastYear:
            guard let year = YearFinder.pastYear(tokens, at: position, in: sentence) else {
                return nil
            }
            captures.yearsAgo = year.reference.yearsBack
            return year.length
        case .year(let slot):
            guard let year = YearFinder.explicitYear(tokens, at: position, in: sentence) else {
                return nil
            }
            captures.keep(year.year, as: slot)
            return year.length
        default:
            guard let (rank, slot) = rank(step, at: position) else { return nil }
            captures.keep(rank, as: slot)
            captures.rankToken = position
            return 1
        }
    }

    private func rank(
        _ step: RuleProgram.Step, at position: Int
    ) -> (value: Int, slot: Captures.Slot)? {
        let word = word(position)
        let (value, slot): (Int?, Captures.Slot)
        switch step {
        case .number(let wanted): (value, slot) = (word.isArticle ? nil : word.cardinal, wanted)
        case .ordinal(let wanted): (value, slot) = (word.ordinal, wanted)
        case .rankName(let wanted):
            (value, slot) = (
                word.isOne(of: .rankName) ? RankNames.value(of: tokens[position]) : nil, wanted
            )
        case .ordinalPlace(let wanted): return word.place.map { ($0, wanted) }
        default: return nil
        }
        return value.flatMap { RankNames.ranks.contains($0) ? ($0, slot) : nil }
    }
}

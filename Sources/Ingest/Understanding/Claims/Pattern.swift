/// One part of a pattern over tokens.
indirect enum Element: Sendable {
    /// A word of any of the classes.
    case word(WordClasses)
    /// A mark or a word as it is written, in lower case.
    case text(String)
    /// A place as a number, in digits or words: 1–290.
    case number(WritableKeyPath<Captures, Int?> & Sendable)
    /// A place as an ordinal: "112:e", "tolfte", "28th".
    case ordinal(WritableKeyPath<Captures, Int?> & Sendable)
    /// "etta", "tvåa", "88:a".
    case rankName(WritableKeyPath<Captures, Int?> & Sendable)
    /// "förstaplats", "andraplatsen": an ordinal and its noun in one word.
    case ordinalPlace(WritableKeyPath<Captures, Int?> & Sendable)
    /// How many steps: a number, or "en" and "ett".
    case count
    /// A year in four digits, with "år", "in" or brackets or without.
    case year(WritableKeyPath<Captures, Int?> & Sendable)
    /// A word that tells the direction; it is kept.
    case direction(WordClasses)
    /// No word: what is matched leads up (1) or down (-1).
    case way(Int)
    /// Not this word; none is passed over.
    case not(String)
    /// "förra året", "last year".
    case pastYear
    /// A municipality's name.
    case name
    case maybe([Element])
    case either([[Element]])
    /// At most so many words of the classes.
    case upTo(Int, WordClasses)
    /// At most so many words of any kind, but no mark, no name and no movement.
    case gap(Int)
}

/// What a pattern took from the words it matched.
struct Captures: Hashable, Sendable {
    var rank: Int?
    var previous: Int?
    var count: Int?
    /// 1 up, -1 down.
    var direction: Int?
    var rankYear: Int?
    var previousYear: Int?
    /// The token at which ``rank`` stands.
    var rankToken: Int?
    /// How many years before this one, where the words say so: 1 for "förra året", 5 for "för fem år sedan".
    var yearsAgo: Int?
}

/// Matches patterns at a place in a sentence.
///
/// Patterns have no repetition but bounded gaps, so a match tries a bounded number of ways, whatever the text.
struct Matcher {
    let tokens: [Token]
    let sentence: Range<Int>
    /// How many elements were compared, to show that the work is linear.
    private(set) var steps = 0

    init(tokens: [Token], sentence: Range<Int>) {
        self.tokens = tokens
        self.sentence = sentence
    }

    typealias Match = (end: Int, captures: Captures)

    /// What must match after a part of a pattern.
    private typealias Rest = (inout Matcher, Int, Captures) -> Match?

    /// The end of the match and what it captured; nil where the pattern doesn't match at `position`.
    mutating func match(_ pattern: [Element], at position: Int) -> Match? {
        match(pattern[...], at: position, Captures()) { _, end, captures in (end, captures) }
    }

    private mutating func match(
        _ pattern: ArraySlice<Element>, at position: Int, _ captures: Captures, _ after: Rest
    ) -> Match? {
        guard let element = pattern.first else { return after(&self, position, captures) }
        let rest = pattern.dropFirst()
        steps += 1
        switch element {
        case .maybe(let part):
            let found = match(part[...], at: position, captures) {
                $0.match(rest, at: $1, $2, after)
            }
            return found ?? match(rest, at: position, captures, after)
        case .either(let parts):
            for part in parts {
                let found = match(part[...], at: position, captures) {
                    $0.match(rest, at: $1, $2, after)
                }
                if let found { return found }
            }
            return nil
        case .way(let direction):
            var captures = captures
            captures.direction = direction
            return match(rest, at: position, captures, after)
        case .not(let text):
            guard sentence.contains(position), tokens[position].text != text else { return nil }
            return match(rest, at: position, captures, after)
        case .upTo(let most, let classes):
            return gap(most, rest, at: position, captures, after) { $0.isOne(of: classes) }
        case .gap(let most):
            return gap(most, rest, at: position, captures, after) {
                $0.kind != .mark
                    && !$0.isOne(of: [.name, .climb, .fall, .upward, .downward])
            }
        default:
            guard position < sentence.upperBound else { return nil }
            var captures = captures
            guard let next = single(element, at: position, &captures) else { return nil }
            return match(rest, at: next, captures, after)
        }
    }

    /// The shortest gap after which the rest matches.
    private mutating func gap(
        _ most: Int, _ rest: ArraySlice<Element>, at position: Int, _ captures: Captures,
        _ after: Rest, _ belongs: (Token) -> Bool
    ) -> Match? {
        var next = position
        while true {
            if let found = match(rest, at: next, captures, after) { return found }
            guard next < sentence.upperBound, next - position < most, belongs(tokens[next]) else {
                return nil
            }
            next += 1
        }
    }

    /// The place after an element of fixed form, if it matches.
    private func single(_ element: Element, at position: Int, _ captures: inout Captures) -> Int? {
        let token = tokens[position]
        switch element {
        case .word(let classes):
            return token.isOne(of: classes) ? position + 1 : nil
        case .text(let text):
            return token.text == text ? position + 1 : nil
        case .name:
            return token.isOne(of: .name) ? position + 1 : nil
        case .direction(let classes):
            guard token.isOne(of: classes) else { return nil }
            let up: WordClasses = [.climb, .upward, .riseNoun, .plus]
            captures.direction = token.isOne(of: up.intersection(classes)) ? 1 : -1
            return position + 1
        case .pastYear:
            return YearFinder.pastYear(tokens, at: position, in: sentence).map {
                captures.yearsAgo = $0.reference.yearsBack
                return position + $0.length
            }
        case .year(let path):
            return YearFinder.explicitYear(tokens, at: position, in: sentence).map {
                captures[keyPath: path] = $0.year
                return position + $0.length
            }
        default:
            return numeral(element, token, &captures, at: position) ? position + 1 : nil
        }
    }

    private func numeral(
        _ element: Element, _ token: Token, _ captures: inout Captures, at position: Int
    ) -> Bool {
        switch element {
        case .number(let path):
            guard let value = token.cardinal, isRank(value), !Self.articles.contains(token.text)
            else { return false }
            captures[keyPath: path] = value
        case .ordinal(let path):
            guard let value = token.ordinal, isRank(value) else { return false }
            captures[keyPath: path] = value
        case .rankName(let path):
            guard token.isOne(of: .rankName), let value = RankNames.value(of: token),
                isRank(value)
            else { return false }
            captures[keyPath: path] = value
        case .ordinalPlace(let path):
            guard let value = token.place else { return false }
            captures[keyPath: path] = value
        case .count:
            guard let value = token.cardinal, (1...289).contains(value) else { return false }
            captures.count = value
            return true
        default: return false
        }
        captures.rankToken = position
        return true
    }

    private static let articles: Set<String> = ["en", "ett", "one"]

    private func isRank(_ value: Int) -> Bool { RankNames.ranks.contains(value) }
}

/// Places that have words of their own.
enum RankNames {
    /// There are 290 municipalities.
    static let ranks = 1...290

    private static let names: [String: Int] = [
        "etta": 1, "tvåa": 2, "trea": 3, "fyra": 4, "femma": 5, "sexa": 6, "sjua": 7, "åtta": 8,
        "nia": 9, "tia": 10, "elva": 11, "tolva": 12, "silvret": 2, "silverplats": 2,
        "silverplatsen": 2, "bronset": 3, "bronsplats": 3, "bronsplatsen": 3,
    ]

    /// "tvåa" and "tvåan" are 2, "88:a" is 88.
    static func value(of token: Token) -> Int? {
        if let ordinal = token.ordinal { return ordinal }
        return names[token.text]
            ?? (token.text.hasSuffix("n") ? names[String(token.text.dropLast())] : nil)
    }
}

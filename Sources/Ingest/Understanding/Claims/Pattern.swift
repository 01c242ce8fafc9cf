/// One part of a pattern over tokens.
indirect enum Element: Sendable {
    /// A word of any of the classes.
    case word(WordClasses)
    /// A mark or a word as it is written, in lower case.
    case text(String)
    /// A place as a number, in digits or words: 1–290.
    case number(Captures.Slot)
    /// A place as an ordinal: "112:e", "tolfte", "28th".
    case ordinal(Captures.Slot)
    /// "etta", "tvåa", "88:a".
    case rankName(Captures.Slot)
    /// "förstaplats", "andraplatsen": an ordinal and its noun in one word.
    case ordinalPlace(Captures.Slot)
    /// How many steps: a number, or "en" and "ett".
    case count
    /// A year in four digits, with "år", "in" or brackets or without.
    case year(Captures.Slot)
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

    /// Where a number is kept that a pattern asks for.
    enum Slot: Sendable {
        case rank, previous, rankYear, previousYear
    }

    mutating func keep(_ value: Int, as slot: Slot) {
        switch slot {
        case .rank: rank = value
        case .previous: previous = value
        case .rankYear: rankYear = value
        case .previousYear: previousYear = value
        }
    }
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

/// A year as a text tells it.
enum YearReference: Hashable, Sendable {
    case year(Int)
    /// So many years from the year of the item: "förra året" is -1.
    case fromItem(Int)
    /// So many years from the year that the sentence is about: "året innan" is -1.
    case fromMain(Int)

    func resolved(item: Int?, main: Int?) -> Int? {
        switch self {
        case .year(let year): year
        case .fromItem(let offset): item.map { $0 + offset }
        case .fromMain(let offset): main.map { $0 + offset }
        }
    }

    /// So many years before the item's or the sentence's own.
    var yearsBack: Int? {
        switch self {
        case .year: nil
        case .fromItem(let offset), .fromMain(let offset): -offset
        }
    }

    /// Whether it is a year before the one that the sentence is about.
    var isPast: Bool {
        switch self {
        case .year: false
        case .fromItem(let offset), .fromMain(let offset): offset < 0
        }
    }
}

/// Finds years among tokens.
enum YearFinder {
    struct Found: Hashable {
        var reference: YearReference
        var tokens: Range<Int>
    }

    /// Those that rankings may be of.
    static let years = 1990...2100

    /// Phrases for other years than this one, longest first where one begins as another does.
    private static let phrases: [(words: [String], reference: YearReference)] = [
        (["förra", "året"], .fromItem(-1)), (["förra", "årets"], .fromItem(-1)),
        (["förra", "gången"], .fromItem(-1)), (["i", "fjol"], .fromItem(-1)),
        (["i", "fjor"], .fromItem(-1)), (["ifjol"], .fromItem(-1)), (["fjolårets"], .fromItem(-1)),
        (["last", "year"], .fromItem(-1)), (["förrförra", "året"], .fromItem(-2)),
        (["föregående", "år"], .fromMain(-1)), (["året", "innan"], .fromMain(-1)),
        (["året", "före"], .fromMain(-1)), (["året", "dessförinnan"], .fromMain(-1)),
        (["the", "year", "before"], .fromMain(-1)), (["a", "year", "earlier"], .fromMain(-1)),
        (["the", "previous", "year"], .fromMain(-1)), (["previous", "year"], .fromMain(-1)),
        (["the", "year", "earlier"], .fromMain(-1)), (["ett", "år", "tidigare"], .fromMain(-1)),
        (["i", "år"], .fromItem(0)), (["årets"], .fromItem(0)), (["this", "year"], .fromItem(0)),
    ]

    private static let byFirstWord = Dictionary(grouping: phrases) { $0.words[0] }

    /// The phrase for the year before that begins at `position`, and its length.
    static func pastYear(
        _ tokens: [Token], at position: Int, in sentence: Range<Int>
    ) -> (reference: YearReference, length: Int)? {
        relative(tokens, at: position, in: sentence).flatMap { $0.reference.isPast ? $0 : nil }
    }

    /// "förra året", "i år", "för tio år sedan", "two years ago".
    private static func relative(
        _ tokens: [Token], at position: Int, in sentence: Range<Int>
    ) -> (reference: YearReference, length: Int)? {
        let first = tokens[position]
        guard byFirstWord[first.text] != nil || first.text == "för" || first.cardinal != nil else {
            return nil
        }
        let rest = tokens[position..<min(position + 4, sentence.upperBound)].map(\.text)
        if let phrase = byFirstWord[rest[0]]?.first(where: { rest.starts(with: $0.words) }) {
            return (phrase.reference, phrase.words.count)
        }
        if rest.count == 4, rest[0] == "för", rest[2] == "år", rest[3] == "sedan" {
            return tokens[position + 1].cardinal.map { (.fromItem(-$0), 4) }
        }
        if rest.count >= 3, rest[1].hasPrefix("year"), rest[2] == "ago" {
            return tokens[position].cardinal.map { (.fromItem(-$0), 3) }
        }
        return nil
    }

    /// "2021", "år 2021", "in 2021", "(2021)" at `position`.
    static func explicitYear(
        _ tokens: [Token], at position: Int, in sentence: Range<Int>
    ) -> (year: Int, length: Int)? {
        var index = position
        while index < sentence.upperBound, index - position < 2,
            ["år", "in", "i", "("].contains(tokens[index].text)
        {
            index += 1
        }
        guard index < sentence.upperBound, isYear(tokens[index]) else { return nil }
        if index > position, tokens[index - 1].isMark("(") {
            guard index + 1 < sentence.upperBound, tokens[index + 1].isMark(")") else { return nil }
            return (tokens[index].cardinal ?? 0, index + 2 - position)
        }
        return (tokens[index].cardinal ?? 0, index + 1 - position)
    }

    static func isYear(_ token: Token) -> Bool {
        token.kind == .number && token.text.utf8.count == 4
            && token.cardinal.map(years.contains) ?? false
    }

    /// The years that `sentence` is about. Years that something is compared with or counted from ("sedan 2014", "jämfört
    /// med förra året") are none.
    ///
    /// - Complexity: O(*n*) in the length of the sentence.
    static func years(_ tokens: [Token], in sentence: Range<Int>) -> [Found] {
        var found: [Found] = []
        var position = sentence.lowerBound
        while position < sentence.upperBound {
            let token = tokens[position]
            if isYear(token) {
                if let word = clauseWord(tokens, after: position + 1, in: sentence),
                    let year = token.cardinal
                {
                    found.append(Found(reference: .year(year), tokens: word..<(word + 1)))
                } else if !isReference(tokens, at: position, in: sentence),
                    !isRange(tokens, at: position, in: sentence), let year = token.cardinal
                {
                    found.append(Found(reference: .year(year), tokens: position..<(position + 1)))
                }
                position += 1
            } else if let (reference, length) = relative(tokens, at: position, in: sentence) {
                if let word = clauseWord(tokens, after: position + length, in: sentence) {
                    found.append(Found(reference: reference, tokens: word..<(word + 1)))
                } else if !isReference(tokens, at: position, in: sentence),
                    !isOfOther(tokens, position..<(position + length), in: sentence)
                {
                    found.append(
                        Found(reference: reference, tokens: position..<(position + length)))
                }
                position += length
            } else {
                position += 1
            }
        }
        return found
    }

    /// "än förra året, då vi låg på plats 181", "sedan 2014, då vi var på plats 76": the year is that of what "då" begins.
    private static func clauseWord(
        _ tokens: [Token], after position: Int, in sentence: Range<Int>
    ) -> Int? {
        var index = position
        if index < sentence.upperBound, tokens[index].isMark(",") { index += 1 }
        guard index < sentence.upperBound, ["då", "when"].contains(tokens[index].text) else {
            return nil
        }
        return index
    }

    private static let references: Set<String> = [
        "sedan", "än", "med", "mot", "från", "sen", "since", "than", "to", "with", "from", "on",
        "över", "före", "mellan", "between", "before", "against", "innan", "senast",
    ]

    private static func isReference(
        _ tokens: [Token], at position: Int, in sentence: Range<Int>
    ) -> Bool {
        var index = position - 1
        if index >= sentence.lowerBound, ["år", "året", "i", "in"].contains(tokens[index].text) {
            index -= 1
        }
        return index >= sentence.lowerBound && references.contains(tokens[index].text)
    }

    /// "förra årets tapp": last year's something, unless it is a rank or a ranking.
    private static func isOfOther(
        _ tokens: [Token], _ phrase: Range<Int>, in sentence: Range<Int>
    ) -> Bool {
        let last = tokens[phrase.upperBound - 1].text
        // "(förra årets placering inom parentes)".
        if tokens[phrase.upperBound..<sentence.upperBound].prefix(4).contains(where: {
            $0.text.hasPrefix("parentes") || $0.text == "brackets"
        }) {
            return true
        }
        guard ["årets", "fjolårets"].contains(last), phrase.upperBound < sentence.upperBound else {
            return false
        }
        let next = tokens[phrase.upperBound]
        return next.ordinal == nil
            && !next.isOne(of: [.placeNoun, .rankingCue, .listNoun, .climate, .placeUnit])
    }

    /// "2014–2021", "2020/2021".
    private static func isRange(
        _ tokens: [Token], at position: Int, in sentence: Range<Int>
    ) -> Bool {
        [(position + 1, position + 2), (position - 1, position - 2)].contains { mark, other in
            sentence.contains(mark) && sentence.contains(other)
                && ["–", "-", "/"].contains(tokens[mark].text) && isYear(tokens[other])
        }
    }
}

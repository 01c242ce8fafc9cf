import ClimateModel

/// A date as a text tells it, before its year is known.
struct DateFound: Hashable {
    var year: Int?
    var month: Int
    var day: Int?
    /// The last month of a season.
    var lastMonth: Int?
    var tokens: Range<Int>
}

/// Finds dates among the tokens of a sentence, in Swedish and English.
struct DateFinder {
    let tokens: [Token]
    let sentence: Range<Int>
    /// When the text was written, for "i morgon" and "nästa vår".
    let written: PartialDate?

    /// - Complexity: O(*n*) in the length of the sentence.
    func dates() -> [DateFound] {
        var found: [DateFound] = []
        var position = sentence.lowerBound
        while position < sentence.upperBound {
            if let date = date(at: position) {
                found.append(date)
                position = date.tokens.upperBound
            } else {
                position += 1
            }
        }
        return found
    }

    private func date(at position: Int) -> DateFound? {
        switch tokens[position].kind {
        case .date: iso(position)
        case .number, .ordinal: dayFirst(position) ?? dayOfClock(position)
        case .word:
            if tokens[position].isOne(of: [.month, .season]) {
                monthFirst(position) ?? season(position)
            } else {
                turnOfYear(position) ?? tomorrow(position)
            }
        case .otherNumber, .mark: nil
        }
    }

    private func token(_ position: Int) -> Token? {
        sentence.contains(position) ? tokens[position] : nil
    }

    /// "2022-01-01".
    private func iso(_ position: Int) -> DateFound? {
        guard tokens[position].kind == .date, let date = PartialDate(tokens[position].text),
            let month = date.month
        else { return nil }
        return DateFound(
            year: date.year, month: month, day: date.day, tokens: position..<(position + 1))
    }

    /// "den 1 januari 2022", "1:a januari", "1 January".
    private func dayFirst(_ position: Int) -> DateFound? {
        let first = tokens[position]
        guard [.number, .ordinal].contains(first.kind), let day = first.cardinal ?? first.ordinal,
            (1...31).contains(day)
        else { return nil }
        let next = token(position + 1)?.text == "of" ? position + 2 : position + 1
        guard let month = month(next) else { return nil }
        let (year, end) = year(after: next + 1)
        return DateFound(year: year, month: month, day: day, tokens: position..<end)
    }

    /// "12/11 kl 07.30": a day where a time follows it.
    private func dayOfClock(_ position: Int) -> DateFound? {
        guard tokens[position].kind == .number, token(position - 1)?.isMark("/") != true,
            token(position + 1)?.isMark("/") == true,
            let last = token(position + 2), last.kind == .number,
            let day = tokens[position].cardinal, let month = last.cardinal,
            (1...31).contains(day), (1...12).contains(month), let clock = token(position + 3),
            ["kl", "klockan"].contains(clock.text)
        else { return nil }
        return DateFound(month: month, day: day, tokens: position..<(position + 3))
    }

    /// "January 1, 2022", "november 2021", "november".
    private func monthFirst(_ position: Int) -> DateFound? {
        guard let month = month(position) else { return nil }
        if let number = token(position + 1), [.number, .ordinal].contains(number.kind),
            let day = number.cardinal ?? number.ordinal, (1...31).contains(day),
            Self.english[tokens[position].text] != nil
        {
            let (year, end) = year(after: position + 2)
            return DateFound(year: year, month: month, day: day, tokens: position..<end)
        }
        let (year, end) = year(after: position + 1)
        guard year != nil || isMonth(position) else { return nil }
        return DateFound(year: year, month: month, tokens: position..<end)
    }

    /// "mars" and "may" are words too: a month alone needs a preposition before it.
    private func isMonth(_ position: Int) -> Bool {
        guard let before = token(position - 1) else { return false }
        return ["i", "in", "från", "from", "under", "mitten", "början", "slutet", "till"].contains(
            before.text)
            || before.text == "och"
    }

    /// A year right after, past a comma.
    private func year(after position: Int) -> (Int?, Int) {
        if let token = token(position), YearFinder.isYear(token) {
            return (token.cardinal, position + 1)
        }
        if token(position)?.isMark(",") == true, let next = token(position + 1),
            YearFinder.isYear(next)
        {
            return (next.cardinal, position + 2)
        }
        return (nil, position)
    }

    private static let english: [String: Int] = [
        "january": 1, "february": 2, "march": 3, "may": 5, "june": 6, "july": 7, "august": 8,
        "october": 10, "april": 4, "september": 9, "november": 11, "december": 12,
    ]
    private static let swedish: [String: Int] = [
        "januari": 1, "februari": 2, "mars": 3, "maj": 5, "juni": 6, "juli": 7, "augusti": 8,
        "oktober": 10, "april": 4, "september": 9, "november": 11, "december": 12,
    ]

    private func month(_ position: Int) -> Int? {
        token(position).flatMap { Self.swedish[$0.text] ?? englishMonth($0) }
    }

    /// English months have a capital: "may" is a verb.
    private func englishMonth(_ token: Token) -> Int? {
        token.isCapitalised ? Self.english[token.text] : nil
    }

    // MARK: Times that are reckoned from when the text was written

    private static let seasons: [String: ClosedRange<Int>] = [
        "våren": 3...5, "vår": 3...5, "spring": 3...5, "sommaren": 6...8, "sommar": 6...8,
        "summer": 6...8, "hösten": 9...11, "höst": 9...11, "autumn": 9...11,
    ]

    /// "hösten 2022", and "nästa vår" where it is known when the text was written. "I höst" and "i vår" are too near to
    /// be worth a date of their own.
    private func season(_ position: Int) -> DateFound? {
        guard let months = Self.seasons[tokens[position].text] else { return nil }
        let (told, end) = year(after: position + 1)
        if let told {
            return DateFound(
                year: told, month: months.lowerBound, lastMonth: months.upperBound,
                tokens: position..<end)
        }
        guard let before = token(position - 1),
            ["nästa", "next", "kommande"].contains(before.text),
            let written, let month = written.month
        else { return nil }
        let year = month < months.lowerBound ? written.year : written.year + 1
        return DateFound(
            year: year, month: months.lowerBound, lastMonth: months.upperBound,
            tokens: (position - 1)..<(position + 1))
    }

    /// "vid årsskiftet": the first of January after.
    private func turnOfYear(_ position: Int) -> DateFound? {
        guard tokens[position].text.isSame(as: "årsskiftet"), let before = token(position - 1),
            ["vid", "efter", "från", "till"].contains(before.text), let written
        else { return nil }
        let (told, end) = year(after: position + 1)
        if let told, token(end)?.isMark("/") == true {
            return DateFound(year: told + 1, month: 1, day: 1, tokens: position..<end)
        }
        return DateFound(year: written.year + 1, month: 1, day: 1, tokens: position..<end)
    }

    /// "i morgon", "imorgon", "tomorrow".
    private func tomorrow(_ position: Int) -> DateFound? {
        let word = tokens[position].text
        let isPair = word == "i" && token(position + 1)?.text == "morgon"
        guard isPair || word == "imorgon" || word == "tomorrow",
            let written, let day = written.day,
            let date = CalendarDate(
                year: written.year, month: written.month ?? 1, day: day)
        else { return nil }
        let next = CalendarDate(daysSinceEpoch: date.daysSinceEpoch + 1)
        return DateFound(
            year: next.year, month: next.month, day: next.day,
            tokens: position..<(position + (isPair ? 2 : 1)))
    }
}

extension String {
    /// Whether both are of the same bytes: most that differ do so in length, which `==` must not go by.
    fileprivate func isSame(as other: String) -> Bool {
        utf8.count == other.utf8.count && self == other
    }
}

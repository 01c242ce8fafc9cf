import ClimateModel

/// Dates as plans and lists of projects write them, less exactly than news do.
enum PlannedDate {
    /// As ``DateText/partial(_:)``, and "2025 mars", "mars-26", "25-03-01"; a quarter ("Q1 2025", "2025-Q1", "kvartal 1 2025") and a season
    /// ("våren 2025") as their first month, or their last for an end, but for a winter, which tells its year alone.
    ///
    /// - Complexity: O(*k*) in the length of the text.
    static func partial(_ text: some StringProtocol, isEnd: Bool = false) -> PartialDate? {
        if let date = DateText.partial(text) { return date }
        let folded = SearchKey.fold(text.prefix(80))
        let words = folded.split { !$0.isLetter && !$0.isNumber }
        if words.count == 3, let day = shortDay(folded, words) { return day }
        let numbers = words.filter { $0.utf8.count == 4 && Int($0) != nil }
        guard let number = numbers.first, numbers.count == 1, let year = Int(number) else {
            return words.count == 2 ? monthOfShortYear(words) : nil
        }
        let rest = words.filter { $0 != number }
        let further = isEnd ? 2 : 0
        if let month = quarter(rest) { return PartialDate(year: year, month: month + further) }
        guard rest.count == 1, let word = rest.first else { return nil }
        if ["vinter", "vintern", "winter"].contains(word) { return PartialDate(year: year) }
        return (seasons[String(word)].map { $0 + further } ?? DateText.month(word)).flatMap {
            PartialDate(year: year, month: $0)
        }
    }

    private static let seasons = [
        "var": 3, "varen": 3, "spring": 3, "sommar": 6, "sommaren": 6, "summer": 6, "host": 9,
        "hosten": 9, "autumn": 9,
    ]

    /// "Q1", "kvartal 1", "kv 1".
    private static func quarter(_ words: [Substring]) -> Int? {
        var digits: Substring?
        if words.count == 1, let word = words.first, let letter = word.first, "qk".contains(letter)
        {
            digits = word.dropFirst()
        } else if words.count == 2, ["q", "k", "kv", "kvartal", "quarter"].contains(words[0]) {
            digits = words[1]
        }
        guard let digits, digits.utf8.count == 1, let number = Int(digits),
            (1...4).contains(number)
        else { return nil }
        return 3 * number - 2
    }

    /// "25-03-01", with the year first as Swedish dates have it; nil where that could be a month.
    private static func shortDay(_ text: String, _ words: [Substring]) -> PartialDate? {
        guard text == words.joined(separator: "-"), words.allSatisfy({ $0.utf8.count == 2 }),
            let year = Int(words[0]), (13...60).contains(year)
        else { return nil }
        return PartialDate("20" + text)
    }

    /// "mars-26", as spreadsheets show a month.
    private static func monthOfShortYear(_ words: [Substring]) -> PartialDate? {
        guard words[1].utf8.count == 2, let year = Int(words[1]),
            let month = DateText.month(words[0])
        else { return nil }
        return PartialDate(year: 2_000 + year, month: month)
    }

    /// Whether a list says by it that there is no date.
    static func isNone(_ text: some StringProtocol) -> Bool {
        NumberText.missing(String(text)) != nil
            || ["?", "lopande", "tills vidare", "ongoing", "tbd"].contains(
                SearchKey.fold(text.prefix(80)))
    }
}

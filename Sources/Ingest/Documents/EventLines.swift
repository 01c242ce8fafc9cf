import ClimateModel

/// Tells the lines of a document that say when an event takes place, by their labels and those beside them.
struct EventLines {
    private let paragraphs: [String]

    init(_ paragraphs: [String]) { self.paragraphs = paragraphs }

    /// Whether the date in the line at `index` is an event's: the line or the one before it is labelled so, it has a time of
    /// day from and to, or what follows it tells the event's time or place.
    func contains(_ index: Int) -> Bool {
        let line = paragraphs[index]
        if let label = Self.label(of: line), Self.times.contains(label) { return true }
        if Self.hasSpan(line) { return true }
        if index > 0, Self.times.contains(Self.plain(paragraphs[index - 1])) { return true }
        guard index + 1 < paragraphs.count, let next = Self.label(of: paragraphs[index + 1])
        else { return false }
        return Self.times.contains(next) || Self.others.contains(next)
    }

    /// Whether the first line that has `text` is one of them; false where none has.
    func contains(firstWith text: String) -> Bool {
        let text = CleanText.line(text)
        guard !text.isEmpty, let index = paragraphs.firstIndex(where: { $0.contains(text) })
        else { return false }
        return contains(index)
    }

    // MARK: Labels

    /// So many characters of a line are its label at most.
    private static let longest = 30

    /// What stands before a line's colon or question mark; all of a short line.
    private static func label(of line: String) -> String? {
        let start = line.prefix(longest)
        if let end = start.firstIndex(where: { $0 == ":" || $0 == "?" }) {
            return plain(start[..<end])
        }
        return start.endIndex == line.endIndex ? plain(start) : nil
    }

    private static func plain(_ text: some StringProtocol) -> String {
        CleanText.line(text.prefix(longest + 2)).lowercased().trimming(" :?!.")
            .replacing("&", with: "och")
    }

    /// "Datum" alone may be that of publishing.
    private static let times: Set<String> = [
        "tid", "när", "tidpunkt", "dag och tid", "datum och tid", "tid och plats", "när och var",
        "tid och datum", "datum och plats", "start", "startar", "startdatum", "börjar", "slutar",
        "sista dag", "sista anmälningsdag", "sista ansökningsdag", "anmälan senast", "when",
        "date and time", "time and place", "when and where", "starts", "begins", "ends",
    ]
    private static let others: Set<String> = [
        "plats", "var", "lokal", "adress och plats", "pris", "kostnad", "anmälan", "arrangör",
        "time", "where", "place", "venue", "location", "price", "organiser",
    ]

    // MARK: Times of day

    /// "kl 7–9", "07:30–09:00", "13.00 - 15.00".
    private static func hasSpan(_ line: String) -> Bool {
        let text = line.prefix(200).replacing("–", with: "-").replacing("—", with: "-")
        let words = text.split { $0 == " " || $0 == "," || $0 == "(" || $0 == ")" }
        for (index, word) in words.enumerated() {
            let sides = word.split(separator: "-", omittingEmptySubsequences: false)
            if sides.count == 2, sides.allSatisfy(isHour) { return true }
            if word == "-", index > 0, index + 1 < words.count, isClock(words[index - 1]),
                isClock(words[index + 1])
            {
                return true
            }
        }
        return false
    }

    private static func isHour(_ text: Substring) -> Bool {
        isClock(text) || (1...2).contains(text.utf8.count) && text.allSatisfy(\.isWholeNumber)
    }

    private static func isClock(_ text: Substring) -> Bool {
        let parts = text.split(omittingEmptySubsequences: false) { $0 == "." || $0 == ":" }
        return parts.count == 2 && parts[1].utf8.count == 2 && (1...2).contains(parts[0].utf8.count)
            && parts.allSatisfy { $0.allSatisfy(\.isWholeNumber) }
    }
}

import ClimateModel

/// How often a source is read, as users write it.
public enum SourceInterval {
    /// The seconds that may lie between two readings: a minute to thirty days.
    public static let allowed = 60...30 * 86_400

    /// What was expected, for messages.
    public static let expected = Phrase(
        sv: "en tid som \"15 min\", \"6 tim\" eller \"1 dygn\", från 1 min till 30 dygn",
        en: "a time such as \"15 min\", \"6 h\" or \"1 d\", from 1 min to 30 d")

    /// The seconds of "15 min", "6 h", "6 tim", "1 d" or "1 dygn"; nil where it is something else or not allowed.
    public static func seconds(_ text: some StringProtocol) -> Int? {
        let digits = text.prefix { ("0"..."9").contains($0) }
        let unit = text.dropFirst(digits.count).drop { $0 == " " || $0 == "\u{A0}" }
        guard digits.utf8.count <= 7, let count = Int(digits),
            let length = units[unit.lowercased()], allowed.contains(count * length)
        else { return nil }
        return count * length
    }

    /// "15 min", "6 h" or "1 d", in the largest unit that leaves no rest; what ``seconds(_:)`` reads.
    public static func text(_ seconds: Int) -> String {
        for (unit, length) in [("d", 86_400), ("h", 3_600)] where seconds.isMultiple(of: length) {
            return "\(seconds / length) \(unit)"
        }
        return "\((seconds + 59) / 60) min"
    }

    private static let units: [String: Int] = [
        "m": 60, "min": 60, "minut": 60, "minuter": 60, "minute": 60, "minutes": 60,
        "h": 3_600, "tim": 3_600, "timme": 3_600, "timmar": 3_600, "hour": 3_600, "hours": 3_600,
        "d": 86_400, "dygn": 86_400, "dag": 86_400, "dagar": 86_400, "day": 86_400,
        "days": 86_400,
    ]
}

/// Tells a change over several years from one of a year.
extension YearFinder {
    /// Whether the words tell of a time of several years: "på fyra år", "de senaste tio åren", "sedan 2014", "sedan valet",
    /// "mellan 2019 och 2023", "på ett decennium".
    ///
    /// - Complexity: O(*n*) in the length of the part.
    static func spansYears(_ tokens: [Token], in part: Range<Int>, until last: Int?) -> Bool {
        part.contains { index in
            let token = tokens[index]
            switch token.text {
            case "sedan", "since", "sen":
                return isSince(tokens, at: index, in: part, until: last)
            case "år", "åren", "years":
                return isYears(tokens, at: index, in: part)
            case "decennium", "decenniet", "årtionde", "decade", "mandatperiod", "mandatperioden":
                return index > part.lowerBound
                    && tokens[max(index - 3, part.lowerBound)..<index].contains {
                        spans.contains($0.text)
                    }
            default:
                if token.text.hasSuffix("årsperiod") || token.text.hasSuffix("årsperioden") {
                    return true
                }
                return isYear(token) && isEndOfRange(tokens, at: index, in: part)
            }
        }
    }

    /// "sedan 2014", "sedan år 2014", "sedan mandatperioden inleddes"; but not "det bästa sedan 2014", which tells of the
    /// rank.
    private static func isSince(
        _ tokens: [Token], at index: Int, in part: Range<Int>, until last: Int?
    ) -> Bool {
        let before = tokens[max(index - 5, part.lowerBound)..<index]
        if before.contains(where: { superlatives.contains($0.text) }) { return false }
        let after = tokens[(index + 1)..<min(index + 4, part.upperBound)]
        if let first = after.first(where: { isYear($0) })?.cardinal {
            guard let last else { return true }
            return first < last - 1
        }
        if after.contains(where: { ["förra", "senaste", "last", "previous"].contains($0.text) }) {
            return false
        }
        return after.contains { word in starts.contains { word.text.hasPrefix($0) } }
    }

    private static let superlatives: Set<String> = [
        "bästa", "sämsta", "högsta", "lägsta", "största", "bäst", "sämst", "högt", "lågt", "best",
        "worst", "highest", "lowest", "high", "low",
    ]
    /// Beginnings of words for the start of a time of several years.
    private static let starts = [
        "mandatperiod", "valet", "starten", "start", "mätningarna", "mätningen", "bottenår",
        "bottennotering", "toppår", "rekordår", "millennie", "pandemin", "dess", "then",
    ]

    /// "på fyra år", "tre år i rad … sammanlagt".
    private static func isYears(
        _ tokens: [Token], at index: Int, in part: Range<Int>
    ) -> Bool {
        guard index > part.lowerBound else { return false }
        let next = index + 1 < part.upperBound ? tokens[index + 1].text : ""
        let count = tokens[index - 1]
        let isSeveral =
            count.cardinal.map { (2...50).contains($0) } ?? false
            || ["några", "flera", "few", "several"].contains(count.text)
        guard isSeveral, !["sedan", "ago"].contains(next) else { return false }
        if next == "i" {
            return tokens[part].contains {
                ["sammanlagt", "totalt", "tillsammans"].contains($0.text)
            }
        }
        return tokens[max(index - 4, part.lowerBound)..<(index - 1)].contains {
            spans.contains($0.text)
        }
    }

    /// "mellan 2019 och 2023", "2019–2023", "från 2019 till 2023".
    private static func isEndOfRange(
        _ tokens: [Token], at index: Int, in part: Range<Int>
    ) -> Bool {
        guard index - 2 >= part.lowerBound, isYear(tokens[index - 2]),
            let first = tokens[index - 2].cardinal, let last = tokens[index].cardinal,
            last - first > 1
        else { return false }
        let mark = tokens[index - 1]
        if ["–", "-", "till", "to"].contains(mark.text) { return true }
        return mark.isOne(of: .and) && index - 3 >= part.lowerBound
            && ["mellan", "between"].contains(tokens[index - 3].text)
    }

    private static let spans: Set<String> = [
        "på", "under", "inom", "senaste", "över", "in", "over", "within", "last", "past", "during",
    ]
}

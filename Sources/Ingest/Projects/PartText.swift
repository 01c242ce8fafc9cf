import ClimateModel

/// A part of a project written as one line of text, as cells of a table and short YAML have it.
///
/// | part | form |
/// |---|---|
/// | milestone | `2021-11 Utbildningarna börjar`, `[x]` or `✓` before one that is done |
/// | decision | `2021-09 Politiskt råd inrättas (kommunstyrelsen)` |
/// | outcome | `Ambassadörer: 213`, `Utbildade värdar: ca 400 anställda` |
/// | person | `Martin Willén (kommundirektör)` |
/// | link | `Nyhetsbrevet https://…` |
/// | strand | `Värdskap: 400 utbildade` |
/// | update | `2021-10-01 Ny näringslivschef` |
struct PartText {
    var isDone = false
    var date: PartialDate?
    var text: String
    /// What stands in brackets at the end.
    var note: String?

    init(_ line: String, takesNote: Bool = false) {
        var rest = CleanText.line(line)[...]
        for mark in ["[x]", "[X]", "✓", "✔"] where rest.hasPrefix(mark) {
            isDone = true
            rest = rest.dropFirst(mark.count)
        }
        if rest.hasPrefix("[ ]") { rest = rest.dropFirst(3) }
        rest = rest.drop(while: \.isWhitespace)
        let word = rest.prefix { !$0.isWhitespace && $0 != ":" }
        if let date = PartialDate(word) {
            let after = rest.dropFirst(word.count).drop { $0.isWhitespace || $0 == ":" }
            if !after.isEmpty {
                self.date = date
                rest = after
            }
        }
        if takesNote, rest.hasSuffix(")"), let open = rest.lastIndex(of: "("),
            open > rest.startIndex
        {
            note = CleanText.line(rest[rest.index(after: open)...].dropLast())
            rest = rest[..<open]
        }
        text = CleanText.line(rest)
    }

    /// The same with a date at its end or its beginning for its date, unless it has one: a day, a month, a quarter or a season,
    /// since a year alone is mostly part of a name ("Vision 2030").
    var dated: PartText {
        guard date == nil else { return self }
        let words = text.split(separator: " ")
        for count in [3, 2, 1] where words.count > count {
            if let found = Self.date(words.suffix(count)) {
                return with(found, text: words.dropLast(count))
            }
            if let found = Self.date(words.prefix(count)) {
                return with(found, text: words.dropFirst(count))
            }
        }
        return self
    }

    private static func date(_ words: ArraySlice<Substring>) -> PartialDate? {
        let text = words.joined(separator: " ").filter { !"(),:".contains($0) }
        // Two digits are a year only behind a hyphen: "maj 26" may be a day.
        guard text.contains("-") || words.contains(where: { $0.count(where: \.isNumber) >= 4 }),
            let found = PlannedDate.partial(text), found.month != nil || words.count > 1
        else { return nil }
        return found
    }

    /// The rest without what joined the date to it.
    private func with(_ date: PartialDate, text words: ArraySlice<Substring>) -> PartText {
        var part = self
        part.date = date
        var rest = words.joined(separator: " ")[...]
        while let last = rest.last, " ,;:(–-".contains(last) { rest.removeLast() }
        while let first = rest.first, " ,;:)–-".contains(first) { rest.removeFirst() }
        let left = rest.split(separator: " ")
        if left.count > 1, let last = left.last, Self.joining.contains(last.lowercased()) {
            rest = rest.dropLast(last.count + 1)
        }
        part.text = String(rest)
        return part
    }

    private static let joining: Set<String> = [
        "i", "under", "den", "till", "senast", "in", "during", "on", "by",
    ]

    /// The text before and after the first colon; nil without one.
    var halves: (String, String)? {
        guard let colon = text.firstRange(of: ": ") else { return nil }
        return (String(text[..<colon.lowerBound]), CleanText.line(text[colon.upperBound...]))
    }

    /// As an outcome: a title, and what stands after a colon as its figure with unit if it begins with one.
    var outcome: Project.Outcome {
        guard let (title, rest) = halves else {
            return Project.Outcome(title: LocalizedText(swedish: text))
        }
        var words = rest.split(separator: " ").map(String.init)
        var qualifier: String?
        if words.count > 1, let first = words.first, first.first?.isNumber == false {
            qualifier = words.removeFirst()
        }
        var digits = words.isEmpty ? "" : words.removeFirst()
        while let next = words.first, next.count == 3, next.allSatisfy(\.isNumber) {
            digits += " " + words.removeFirst()
        }
        guard let number = NumberText.number(digits) else {
            return Project.Outcome(title: LocalizedText(swedish: text))
        }
        return Project.Outcome(
            title: LocalizedText(swedish: title), figure: number.value,
            unit: words.isEmpty ? nil : LocalizedText(swedish: words.joined(separator: " ")),
            qualifier: qualifier.map { LocalizedText(swedish: $0) })
    }

    /// As a link; nil without an address.
    var link: Project.Link? {
        var words = text.split(separator: " ").map(String.init)
        guard let index = words.firstIndex(where: { LinkAddress.isAllowed($0) }) else { return nil }
        let address = words.remove(at: index)
        let title = words.joined(separator: " ")
        return Project.Link(
            title: LocalizedText(swedish: title.isEmpty ? address : title), address: address)
    }
}

import ClimateModel

/// Turns the values of a settings file into settings, and gathers everything that is wrong with them.
public struct SettingsReader {
    /// What problems call the file; relative paths are beside it.
    public let path: String
    /// What `~` stands for.
    public let home: String
    /// The line of each value, by its path; empty where lines are not looked for.
    public let lines: [[String]: Int]
    /// What was wrong so far.
    public private(set) var problems: [FileProblem] = []

    /// Nothing is wrong yet.
    public init(path: String, home: String, lines: [[String]: Int] = [:]) {
        self.path = path
        self.home = home
        self.lines = lines
    }

    // MARK: Values

    /// A line of text that is not empty; nil, and a problem, for anything else.
    public mutating func text(_ value: ConfigValue, at place: [String]) -> String? {
        if case .string(let text) = value, CleanText.line(text) == text, !text.isEmpty {
            return text
        }
        reportValue(
            value, at: place, Phrase(sv: "en text inom citattecken", en: "a text in quotes"))
        return nil
    }

    /// A list of texts, or one text alone.
    public mutating func texts(_ value: ConfigValue, at place: [String]) -> [String] {
        if case .list(let items) = value { return items.compactMap { text($0, at: place) } }
        return text(value, at: place).map { [$0] } ?? []
    }

    /// A whole number within `range`.
    public mutating func number(
        _ value: ConfigValue, in range: ClosedRange<Int>, at place: [String]
    ) -> Int? {
        if case .integer(let number) = value, range.contains(number) { return number }
        let (low, high) = (range.lowerBound, range.upperBound)
        reportValue(
            value, at: place,
            Phrase(
                sv: "ett heltal från \(low) till \(high)",
                en: "a whole number from \(low) to \(high)"))
        return nil
    }

    /// `true` or `false`.
    public mutating func truth(_ value: ConfigValue, at place: [String]) -> Bool? {
        if case .boolean(let truth) = value { return truth }
        reportValue(value, at: place, Phrase(sv: "true eller false", en: "true or false"))
        return nil
    }

    /// The one of `choices` that the value names, whatever its case.
    public mutating func choice<Choice>(
        _ value: ConfigValue, among choices: [(name: String, choice: Choice)], at place: [String]
    ) -> Choice? {
        if case .string(let text) = value,
            let found = choices.first(where: { $0.name == text.lowercased() })
        {
            return found.choice
        }
        reportValue(value, at: place, Self.oneOf(choices.map(\.name)))
        return nil
    }

    /// The case that the value names, whatever its case.
    public mutating func choice<Choice: RawRepresentable & CaseIterable>(
        _ value: ConfigValue, at place: [String]
    ) -> Choice? where Choice.RawValue == String {
        choice(value, among: Choice.allCases.map { ($0.rawValue, $0) }, at: place)
    }

    /// A list of choices, or one alone.
    public mutating func choices<Choice: RawRepresentable & CaseIterable>(
        _ value: ConfigValue, at place: [String]
    ) -> [Choice] where Choice.RawValue == String {
        guard case .list(let items) = value else {
            return choice(value, at: place).map { [$0] } ?? []
        }
        return items.compactMap { choice($0, at: place) }
    }

    /// A table.
    public mutating func table(
        _ value: ConfigValue, at place: [String]
    ) -> [String: ConfigValue]? {
        if case .table(let table) = value { return table }
        let name = place.joined(separator: ".")
        reportValue(value, at: place, Phrase(sv: "en tabell: [\(name)]", en: "a table: [\(name)]"))
        return nil
    }

    /// A path from the home folder, or beside the file where it is relative.
    public func absolute(_ file: String) -> String {
        if file == "~" || file.hasPrefix("~/") { return home + file.dropFirst() }
        guard !file.hasPrefix("/"), let slash = path.lastIndex(of: "/") else { return file }
        return path[...slash] + file
    }

    /// `"a", "b" eller "c"`.
    public static func oneOf(_ names: [String]) -> Phrase {
        .alternatives(names.map { "\"" + $0 + "\"" })
    }

    // MARK: Problems

    /// Notes that something else was expected.
    public mutating func reportValue(
        _ value: ConfigValue, at place: [String], _ expected: Phrase
    ) {
        let found = CleanText.line(value.shown)
        let message = Phrase(
            sv: "väntade \(expected.sv), fann \(found)",
            en: "expected \(expected.en), found \(found)")
        report(place, named(place, message))
    }

    /// Notes that there is no such setting, and which was meant.
    public mutating func reportUnknown(_ place: [String], among known: [String]) {
        let name = shown(place)
        let guess = nearest(to: place.last ?? "", among: known)
        let all = known.joined(separator: ", ")
        report(
            place,
            Phrase(
                sv: "okänd inställning \(name) – "
                    + (guess.map { "menade du \($0)?" } ?? "det finns \(all)"),
                en: "unknown setting \(name) – "
                    + (guess.map { "did you mean \($0)?" } ?? "there are \(all)")))
    }

    /// Notes what is wrong at a place.
    public mutating func report(_ place: [String], _ message: Phrase) {
        report(line: lines[place], message)
    }

    /// Notes what is wrong on a line.
    public mutating func report(line: Int?, _ message: Phrase) {
        problems.append(FileProblem(path: path, line: line, message: message))
    }

    /// "kiosk.seconds: …".
    public func named(_ place: [String], _ message: Phrase) -> Phrase {
        let name = shown(place)
        return message.map { name + ": " + $0 }
    }

    /// "kiosk.seconds"; in a list of tables the line tells which of them: "sources.kind".
    public func shown(_ place: [String]) -> String {
        let names = place.filter { lines.isEmpty || Int($0) == nil }
        return CleanText.line(names.joined(separator: ".").prefix(60))
    }
}

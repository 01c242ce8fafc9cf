import ClimateModel
import Dashboard
import Terminal

/// Reads config files.
public enum ConfigFile {
    /// The most that a file may hold.
    public static let sizeLimit = 64 * 1024

    /// Reads the file at `path`; nil where there is none.
    ///
    /// - Parameter home: what `~` stands for.
    /// - Throws: everything that is wrong in it, each with its line.
    public static func load(_ path: String, home: String) throws(FileProblems) -> Config? {
        let text: String?
        do {
            text = try UserFile.text(at: path, limit: sizeLimit)
        } catch {
            throw FileProblems([error])
        }
        guard let text else { return nil }
        return try parse(text, path: path, home: home)
    }

    /// Reads the text of a config file.
    ///
    /// - Parameter path: what problems call the file; a relative database is looked for beside it.
    /// - Throws: everything that is wrong in it, each with its line.
    public static func parse(
        _ text: String, path: String, home: String
    ) throws(FileProblems) -> Config {
        let tree: [String: ConfigValue]
        do {
            tree = try ConfigValue.parse(text)
        } catch {
            throw FileProblems([notTOML(error, path: path)])
        }
        var reader = ConfigReader(path: path, home: home, lines: [:])
        let config = reader.read(tree)
        if reader.problems.isEmpty { return config }
        // Lines are looked for only when there is something to tell of them.
        reader = ConfigReader(path: path, home: home, lines: ConfigLines.of(text))
        _ = reader.read(tree)
        throw FileProblems(reader.problems)
    }

    /// Where `key` stands in the file at `path`; nil where that can't be told any more.
    static func line(of key: String, in path: String) -> Int? {
        let text = try? UserFile.text(at: path, limit: sizeLimit)
        return text.flatMap { ConfigLines.of($0)[[key]] }
    }

    private static func notTOML(_ error: ConfigValue.SyntaxError, path: String) -> FileProblem {
        let reason = CleanText.line(error.reason.prefix(200))
        return FileProblem(
            path: path, line: error.line,
            message: Phrase(
                sv: "går inte att läsa som inställningar: \(reason)",
                en: "can’t be read as settings: \(reason)"))
    }
}

/// Turns the values of a file into a config, and gathers what is wrong.
private struct ConfigReader {
    let path: String
    let home: String
    let lines: [[String]: Int]
    private(set) var problems: [FileProblem] = []

    init(path: String, home: String, lines: [[String]: Int]) {
        self.path = path
        self.home = home
        self.lines = lines
    }

    mutating func read(_ tree: [String: ConfigValue]) -> Config {
        var config = Config()
        let known = [
            "language", "theme", "color", "municipality", "followed", "database", "keys", "kiosk",
        ]
        for (key, value) in tree.sorted(by: { $0.key < $1.key }) {
            let place = [key]
            switch key {
            case "language": config.language = choice(value, at: place)
            case "theme": config.theme = text(value, at: place)
            case "color": config.color = color(value, at: place)
            case "municipality": config.municipality = text(value, at: place)
            case "followed": config.followed = texts(value, at: place)
            case "database": config.database = text(value, at: place).map(absolute)
            case "keys": config.keys = keys(value)
            case "kiosk": config.kiosk = kiosk(value)
            default: reportUnknown(place, among: known)
            }
        }
        checkKeys(config.keys)
        return config
    }

    private mutating func kiosk(_ value: ConfigValue) -> Config.Kiosk {
        var kiosk = Config.Kiosk()
        guard let table = table(value, at: ["kiosk"]) else { return kiosk }
        for (key, value) in table.sorted(by: { $0.key < $1.key }) {
            let place = ["kiosk", key]
            switch key {
            case "seconds": kiosk.seconds = number(value, in: KioskPlan.allowedSeconds, at: place)
            case "scenes": kiosk.scenes = choices(value, at: place)
            case "theme": kiosk.theme = text(value, at: place)
            default: reportUnknown(place, among: ["seconds", "scenes", "theme"])
            }
        }
        return kiosk
    }

    // MARK: Keys

    /// `action = "key"` for everywhere, and a table for each context.
    private mutating func keys(_ value: ConfigValue) -> [KeySetting] {
        guard let table = table(value, at: ["keys"]) else { return [] }
        var settings: [KeySetting] = []
        for (name, value) in table.sorted(by: { $0.key < $1.key }) {
            guard case .table(let inner) = value else {
                settings.append(setting(value, action: name, context: nil))
                continue
            }
            for (action, value) in inner.sorted(by: { $0.key < $1.key }) {
                settings.append(setting(value, action: action, context: name))
            }
        }
        return settings
    }

    private mutating func setting(
        _ value: ConfigValue, action: String, context: String?
    ) -> KeySetting {
        let place = ["keys"] + (context.map { [$0] } ?? []) + [action]
        return KeySetting(
            context: context, action: action, keys: texts(value, at: place), line: lines[place])
    }

    private mutating func checkKeys(_ settings: [KeySetting]) {
        do {
            _ = try KeyMap(settings)
        } catch {
            problems += error.problems.map {
                FileProblem(path: path, line: $0.line, message: $0.message)
            }
        }
    }

    // MARK: Values

    private mutating func text(_ value: ConfigValue, at place: [String]) -> String? {
        if case .string(let text) = value, CleanText.line(text) == text, !text.isEmpty {
            return text
        }
        reportValue(
            value, at: place, Phrase(sv: "en text inom citattecken", en: "a text in quotes"))
        return nil
    }

    private mutating func texts(_ value: ConfigValue, at place: [String]) -> [String] {
        if case .list(let items) = value { return items.compactMap { text($0, at: place) } }
        return text(value, at: place).map { [$0] } ?? []
    }

    private mutating func number(
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

    private mutating func choice<Choice: RawRepresentable & CaseIterable>(
        _ value: ConfigValue, at place: [String]
    ) -> Choice? where Choice.RawValue == String {
        if case .string(let text) = value, let choice = Choice(rawValue: text.lowercased()) {
            return choice
        }
        reportValue(value, at: place, Self.oneOf(Choice.allCases.map(\.rawValue)))
        return nil
    }

    private mutating func choices<Choice: RawRepresentable & CaseIterable>(
        _ value: ConfigValue, at place: [String]
    ) -> [Choice] where Choice.RawValue == String {
        guard case .list(let items) = value else {
            return choice(value, at: place).map { [$0] } ?? []
        }
        return items.compactMap { choice($0, at: place) }
    }

    /// `color = 256` as well as `color = "256"`.
    private mutating func color(_ value: ConfigValue, at place: [String]) -> ColorSetting? {
        let name: String? =
            switch value {
            case .string(let text): text.lowercased()
            case .integer(let number): String(number)
            default: nil
            }
        if let setting = name.flatMap({ ColorSetting($0) }) { return setting }
        reportValue(value, at: place, Self.oneOf(ColorSetting.names))
        return nil
    }

    private static func oneOf(_ names: [String]) -> Phrase {
        let quoted = names.map { "\"" + $0 + "\"" }
        return Phrase(
            sv: Formats(.swedish).alternatives(quoted), en: Formats(.english).alternatives(quoted))
    }

    private mutating func table(
        _ value: ConfigValue, at place: [String]
    ) -> [String: ConfigValue]? {
        if case .table(let table) = value { return table }
        let name = place.joined(separator: ".")
        reportValue(value, at: place, Phrase(sv: "en tabell: [\(name)]", en: "a table: [\(name)]"))
        return nil
    }

    private func absolute(_ file: String) -> String {
        if file == "~" || file.hasPrefix("~/") { return home + file.dropFirst() }
        guard !file.hasPrefix("/"), let slash = path.lastIndex(of: "/") else { return file }
        return path[...slash] + file
    }

    // MARK: Problems

    private mutating func reportValue(
        _ value: ConfigValue, at place: [String], _ expected: Phrase
    ) {
        let name = shown(place)
        let found = CleanText.line(value.shown)
        report(
            place,
            Phrase(
                sv: "\(name): väntade \(expected.sv), fann \(found)",
                en: "\(name): expected \(expected.en), found \(found)"))
    }

    private mutating func reportUnknown(_ place: [String], among known: [String]) {
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

    private mutating func report(_ place: [String], _ message: Phrase) {
        problems.append(FileProblem(path: path, line: lines[place], message: message))
    }

    private func shown(_ place: [String]) -> String {
        CleanText.line(place.joined(separator: ".").prefix(60))
    }
}

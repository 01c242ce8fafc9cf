import ClimateModel
import Foundation

/// Reads the `[[sources]]` of a config file.
enum SourceTables {
    /// What a table may say.
    private enum Key: String, CaseIterable {
        case address, kind, title, publisher, municipality
        case allowPrivate = "allow-private"
        case every, sheet
        case headingRow = "heading-row"
        case indicator, year, direction, columns, phases, indicators, user
        case passwordCommand = "password-command"
    }

    /// The sources in the order written, without those that have no address.
    static func read(_ value: ConfigValue, _ reader: inout SettingsReader) -> [ConfiguredSource] {
        guard case .list(let items) = value else {
            reader.reportValue(
                value, at: ["sources"],
                Phrase(sv: "tabeller: [[sources]]", en: "tables: [[sources]]"))
            return []
        }
        var sources: [ConfiguredSource] = []
        var places: [Source.ID: [String]] = [:]
        for (index, item) in items.enumerated() {
            let place = ["sources", String(index)]
            guard let source = source(item, index, place, &reader) else { continue }
            let id = Source.ID.feed(address: source.settings.address)
            if let first = places[id] {
                reader.report(
                    place + [Key.address.rawValue],
                    repeated(source.settings.address, reader.lines[first]))
                continue
            }
            places[id] = place + [Key.address.rawValue]
            sources.append(source)
        }
        return sources
    }

    private static func source(
        _ value: ConfigValue, _ index: Int, _ place: [String], _ reader: inout SettingsReader
    ) -> ConfiguredSource? {
        guard case .table(let table) = value else {
            reader.reportValue(
                value, at: place, Phrase(sv: "en tabell: [[sources]]", en: "a table: [[sources]]"))
            return nil
        }
        var source = ConfiguredSource(settings: SourceSettings(address: ""), index: index)
        for (name, value) in table.sorted(by: { $0.key < $1.key }) {
            let place = place + [name]
            guard let key = Key(rawValue: name) else {
                reader.reportUnknown(place, among: Key.allCases.map(\.rawValue))
                continue
            }
            switch key {
            case .municipality: source.municipality = reader.text(value, at: place)
            case .sheet, .headingRow, .indicator, .year, .direction, .columns, .phases:
                read(value, key, at: place, into: &source.settings.mapping, &reader)
            default: read(value, key, at: place, into: &source.settings, &reader)
            }
        }
        if table[Key.address.rawValue] == nil { reader.report(place, noAddress) }
        source.settings = source.settings.completed
        return source.settings.address.isEmpty ? nil : source
    }

    private static func read(
        _ value: ConfigValue, _ key: Key, at place: [String],
        into settings: inout SourceSettings, _ reader: inout SettingsReader
    ) {
        switch key {
        case .address: settings.address = address(value, at: place, &reader) ?? ""
        case .kind: settings.kind = reader.choice(value, among: kinds, at: place)
        case .title: settings.title = reader.text(value, at: place)
        case .publisher: settings.publisher = reader.text(value, at: place)
        case .allowPrivate:
            settings.allowsPrivateHost = reader.truth(value, at: place) ?? false
        case .every: settings.interval = interval(value, at: place, &reader)
        case .indicators: settings.indicators = reader.texts(value, at: place)
        case .user: settings.user = reader.text(value, at: place)
        case .passwordCommand: settings.passwordCommand = reader.text(value, at: place)
        default: break
        }
    }

    private static func read(
        _ value: ConfigValue, _ key: Key, at place: [String],
        into mapping: inout TableMapping, _ reader: inout SettingsReader
    ) {
        switch key {
        case .sheet: mapping.sheet = reader.text(value, at: place)
        case .headingRow:
            mapping.headingRow = reader.number(value, in: SourceLimits.headingRows, at: place)
        case .indicator: mapping.indicator = reader.text(value, at: place)
        case .year: mapping.year = reader.number(value, in: SourceLimits.years, at: place)
        case .direction: mapping.direction = reader.choice(value, among: directions, at: place)
        case .columns: mapping.columns = columns(value, at: place, &reader)
        case .phases: mapping.phases = phases(value, at: place, &reader)
        default: break
        }
    }

    // MARK: Values

    private static func address(
        _ value: ConfigValue, at place: [String], _ reader: inout SettingsReader
    ) -> String? {
        guard let text = reader.text(value, at: place) else { return nil }
        do {
            return try SourceAddress.parse(
                text, home: reader.home, absolute: reader.absolute)
        } catch {
            reader.report(place, reader.named(place, error.message))
            return nil
        }
    }

    private static func interval(
        _ value: ConfigValue, at place: [String], _ reader: inout SettingsReader
    ) -> Int? {
        if case .string(let text) = value, let seconds = SourceInterval.seconds(text) {
            return seconds
        }
        reader.reportValue(value, at: place, SourceInterval.expected)
        return nil
    }

    private static func columns(
        _ value: ConfigValue, at place: [String], _ reader: inout SettingsReader
    ) -> [String: String] {
        guard let table = reader.table(value, at: place) else { return [:] }
        var columns: [String: String] = [:]
        for (name, value) in table.sorted(by: { $0.key < $1.key }) {
            columns[name] = reader.text(value, at: place + [name])
        }
        return columns
    }

    /// Words in lower case, as lists are compared with them.
    private static func phases(
        _ value: ConfigValue, at place: [String], _ reader: inout SettingsReader
    ) -> [String: String] {
        guard let table = reader.table(value, at: place) else { return [:] }
        var phases: [String: String] = [:]
        for (word, value) in table.sorted(by: { $0.key < $1.key }) {
            let phase: Project.Phase? = reader.choice(value, at: place + [word])
            phases[word.lowercased()] = phase?.rawValue
        }
        return phases
    }

    /// Those that a sync can read.
    private static let kinds = Source.Kind.readable.map { ($0.rawValue, $0) }

    private static let directions: [(String, Indicator.Direction)] = [
        ("lower", .lowerIsBetter), ("higher", .higherIsBetter), ("neutral", .neutral),
    ]

    // MARK: Problems

    private static let noAddress = Phrase(
        sv: "en källa utan address: skriv address = \"https://…\" eller en sökväg",
        en: "a source without an address: write address = \"https://…\" or a path")

    private static func repeated(_ address: String, _ line: Int?) -> Phrase {
        let shown = CleanText.line(address.prefix(80))
        return Phrase(
            sv: "\(shown) står redan" + (line.map { " på rad \($0)" } ?? "") + ": ta bort den ena",
            en: "\(shown) is there already" + (line.map { ", on line \($0)" } ?? "")
                + ": remove one of them")
    }
}

/// What the settings of a source may be.
public enum SourceLimits {
    /// Rows of a sheet that a heading may stand on.
    public static let headingRows = 1...1_000
    /// Years that figures may be of.
    public static let years = 1900...2100
}

extension Source.Kind {
    /// Those that a sync can read: all but what comes with the program.
    public static let readable = allCases.filter { $0 != .starter }
}

import ClimateModel

/// What every program takes from the user's config file; what the file leaves out is nil or empty.
public struct SharedSettings: Hashable, Sendable {
    /// The language of all that is shown.
    public var language: Language?
    /// The content database, an absolute path.
    public var database: String?
    /// Where the keepers of servers reach whoever runs syncs; it is told with every request.
    public var contact: Contact?
    /// The sources that a sync reads, in the order written.
    public var sources: [ConfiguredSource] = []

    /// Says nothing: a file that is empty or not there.
    public init() {}

    /// Takes what is shared from a file's tables; what only one program knows is left to that one. A table or setting that
    /// none knows is a problem.
    public init(_ tree: [String: ConfigValue], _ reader: inout SettingsReader) {
        for (key, value) in tree.sorted(by: { $0.key < $1.key }) {
            switch ConfigKey(rawValue: key) {
            case .language: language = reader.choice(value, at: [key])
            case .database: database = reader.text(value, at: [key]).map(reader.absolute)
            case .sync: contact = Self.contact(value, &reader)
            case .sources: sources = SourceTables.read(value, &reader)
            case .theme, .color, .municipality, .followed, .keys, .kiosk: break
            case nil: reader.reportUnknown([key], among: ConfigKey.allCases.map(\.rawValue))
            }
        }
    }

    /// Reads `[sync]`.
    private static func contact(
        _ value: ConfigValue, _ reader: inout SettingsReader
    ) -> Contact? {
        guard let table = reader.table(value, at: ["sync"]) else { return nil }
        for name in table.keys.sorted() where name != "contact" {
            reader.reportUnknown(["sync", name], among: ["contact"])
        }
        guard let value = table["contact"] else { return nil }
        if case .string(let text) = value, let contact = Contact(text) { return contact }
        reader.reportValue(value, at: ["sync", "contact"], Contact.expected)
        return nil
    }

    /// Reads what is shared from the file at `place`.
    ///
    /// - Parameter home: what `~` stands for.
    /// - Throws: what is wrong in the file, or that a file that was named is not there.
    public static func load(
        _ place: ConfigPlace, home: String
    ) throws(FileProblems) -> SharedSettings {
        try place.load(home: home, SharedSettings.init) ?? SharedSettings()
    }
}

/// What stands at the top of a config file.
public enum ConfigKey: String, CaseIterable, Sendable {
    /// Settings of all programs and of the dashboard, as the manual describes them.
    case language, theme, color, municipality, followed, database, keys, kiosk, sync, sources
}

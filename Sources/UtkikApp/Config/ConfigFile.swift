import ClimateModel
import Configuration
import Dashboard
import Terminal

/// Reads config files.
public enum ConfigFile {
    /// Reads the text of a config file.
    ///
    /// - Parameters:
    ///   - path: what problems call the file; a relative database is looked for beside it.
    ///   - home: what `~` stands for.
    /// - Throws: everything that is wrong in it, each with its line.
    public static func parse(
        _ text: String, path: String, home: String
    ) throws(FileProblems) -> Config {
        try SettingsFile.parse(text, path: path, home: home, read)
    }

    /// Turns the tables of a file into a config.
    static func read(_ tree: [String: ConfigValue], _ settings: inout SettingsReader) -> Config {
        var reader = ConfigReader(values: settings)
        defer { settings = reader.values }
        return reader.read(tree)
    }
}

/// Turns the values of a file into a config, and gathers what is wrong.
private struct ConfigReader {
    var values: SettingsReader

    mutating func read(_ tree: [String: ConfigValue]) -> Config {
        var config = Config()
        let shared = SharedSettings(tree, &values)
        (config.language, config.database) = (shared.language, shared.database)
        config.sources = shared.sources
        config.contact = shared.contact
        for (key, value) in tree.sorted(by: { $0.key < $1.key }) {
            let place = [key]
            switch ConfigKey(rawValue: key) {
            case .theme: config.theme = values.text(value, at: place)
            case .color: config.color = color(value, at: place)
            case .municipality: config.municipality = values.text(value, at: place)
            case .followed: config.followed = values.texts(value, at: place)
            case .keys: config.keys = keys(value)
            case .kiosk: config.kiosk = kiosk(value)
            case .language, .database, .sync, .sources, nil: break
            }
        }
        checkKeys(config.keys)
        return config
    }

    private mutating func kiosk(_ value: ConfigValue) -> Config.Kiosk {
        var kiosk = Config.Kiosk()
        guard let table = values.table(value, at: ["kiosk"]) else { return kiosk }
        for (key, value) in table.sorted(by: { $0.key < $1.key }) {
            let place = ["kiosk", key]
            switch key {
            case "seconds":
                kiosk.seconds = values.number(value, in: KioskPlan.allowedSeconds, at: place)
            case "scenes": kiosk.scenes = values.choices(value, at: place)
            case "theme": kiosk.theme = values.text(value, at: place)
            default: values.reportUnknown(place, among: ["seconds", "scenes", "theme"])
            }
        }
        return kiosk
    }

    // MARK: Keys

    /// `action = "key"` for everywhere, and a table for each context.
    private mutating func keys(_ value: ConfigValue) -> [KeySetting] {
        guard let table = values.table(value, at: ["keys"]) else { return [] }
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
            context: context, action: action, keys: values.texts(value, at: place),
            line: values.lines[place])
    }

    private mutating func checkKeys(_ settings: [KeySetting]) {
        do {
            _ = try KeyMap(settings)
        } catch {
            for problem in error.problems {
                values.report(line: problem.line, problem.message)
            }
        }
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
        values.reportValue(value, at: place, SettingsReader.oneOf(ColorSetting.names))
        return nil
    }
}

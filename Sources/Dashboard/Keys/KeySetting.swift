import ClimateModel
import TextGrid

/// Keys that the user gave an action, as written in the config file.
public struct KeySetting: Hashable, Sendable {
    /// The context's name; nil when it is meant for every context that the action applies in.
    public var context: String?
    /// The action's name, as written.
    public var action: String
    /// Instead of those the action had; none takes all away.
    public var keys: [String]
    /// Where it stands in the file.
    public var line: Int?

    /// Takes what is written as it is; ``KeyMap`` checks it.
    public init(context: String? = nil, action: String, keys: [String], line: Int? = nil) {
        self.context = context
        self.action = action
        self.keys = keys
        self.line = line
    }
}

/// What is wrong with key settings.
public struct KeyProblems: Error, Hashable, Sendable {
    /// In the order of the settings.
    public var problems: [Problem]

    /// One thing that is wrong.
    public struct Problem: Hashable, Sendable {
        /// Where the setting stands in its file; nil where that is not known.
        public var line: Int?
        /// What is wrong, and the remedy.
        public var message: Phrase
    }
}

extension KeyMap {
    /// The table's keys, with `settings` in place of those they are about.
    ///
    /// A setting without a context leaves what pickers and prompts have alone as far as its keys would type text there.
    ///
    /// - Throws: every unknown action, context and key, every action that does not apply in its context, and every key that
    ///   would do two things in one place, with its line and the remedy.
    public init(_ settings: [KeySetting]) throws(KeyProblems) {
        var editor = KeyMapEditor()
        for setting in settings { editor.apply(setting) }
        editor.findConflicts()
        guard editor.problems.isEmpty else { throw KeyProblems(problems: editor.problems) }
        self.init(keys: editor.keys)
    }
}

/// Applies settings to the table's keys one by one, and gathers what is wrong with them.
private struct KeyMapEditor {
    private(set) var keys = Dictionary(
        uniqueKeysWithValues: Action.allCases.map { ($0, $0.definition.keys) })
    private(set) var problems: [KeyProblems.Problem] = []
    private var changed: [Place: Int?] = [:]

    private struct Place: Hashable {
        var action: Action
        var context: Action.Context
    }

    mutating func apply(_ setting: KeySetting) {
        guard let action = Action(rawValue: setting.action) else {
            return reportUnknown(setting.action, among: Action.allCases.map(\.rawValue), setting) {
                Phrase(sv: "okänd handling \"\($0)\"", en: "unknown action “\($0)”")
            }
        }
        let parsed = setting.keys.compactMap { text -> Key? in
            let key = Key(text)
            if key == nil { reportKey(text, setting) }
            return key
        }
        guard parsed.count == setting.keys.count else { return }
        guard let name = setting.context else {
            return applyEverywhere(parsed, to: action, setting)
        }
        guard let context = Action.Context(rawValue: name) else {
            let names = Action.Context.allCases.map(\.rawValue)
            return reportUnknown(name, among: names, setting) {
                Phrase(
                    sv: "okänd plats \"\($0)\" (det finns \(names.joined(separator: ", ")))",
                    en: "unknown place “\($0)” (there are \(names.joined(separator: ", ")))")
            }
        }
        apply(parsed, to: action, in: context, setting)
    }

    private mutating func apply(
        _ parsed: [Key], to action: Action, in context: Action.Context, _ setting: KeySetting
    ) {
        guard action.applies(in: context) else {
            let places = action.definition.keys.keys.map(\.rawValue).sorted()
                .joined(separator: ", ")
            return report(
                setting,
                Phrase(
                    sv:
                        "\(action.rawValue) gör inget i \(context.rawValue); den gäller i \(places)",
                    en:
                        "\(action.rawValue) does nothing in \(context.rawValue); it applies in \(places)"
                ))
        }
        if context.takesText, let key = parsed.first(where: { $0.typed != nil }) {
            return report(
                setting,
                Phrase(
                    sv:
                        "\"\(key)\" skriver text i \(context.rawValue); välj en tangent med ctrl eller alt",
                    en: "“\(key)” types text in \(context.rawValue); choose a key with ctrl or alt")
            )
        }
        keys[action, default: [:]][context] = parsed
        changed[Place(action: action, context: context)] = .some(setting.line)
    }

    private mutating func applyEverywhere(
        _ parsed: [Key], to action: Action, _ setting: KeySetting
    ) {
        for context in Action.Context.allCases where action.definition.keys[context] != nil {
            let usable = context.takesText ? parsed.filter { $0.typed == nil } : parsed
            if context.takesText, usable.isEmpty { continue }
            keys[action]?[context] = usable
            changed[Place(action: action, context: context)] = .some(setting.line)
        }
    }

    /// A key that was given may do nothing else in its context, in one around it, or in one within it: there, one of
    /// the two would never be reached.
    mutating func findConflicts() {
        var reported: Set<Set<String>> = []
        for (place, line) in changed.sorted(by: { Self.isBefore($0.key, $1.key) }) {
            for key in keys[place.action]?[place.context] ?? [] {
                guard let other = conflict(of: key, at: place),
                    reported.insert([
                        key.description, place.action.rawValue, other.action.rawValue,
                    ]).inserted
                else { continue }
                let otherLine = changed[other].flatMap { $0 }
                let last = [line, otherLine].compactMap { $0 }.max()
                problems.append(
                    KeyProblems.Problem(
                        line: last, message: Self.message(key, place.action, other)))
            }
        }
        problems.sort { ($0.line ?? 0) < ($1.line ?? 0) }
    }

    private func conflict(of key: Key, at place: Place) -> Place? {
        for action in Action.allCases where action != place.action {
            for context in Action.Context.allCases where Self.meet(context, place.context) {
                if (keys[action]?[context] ?? []).contains(key) {
                    return Place(action: action, context: context)
                }
            }
        }
        return nil
    }

    private static func meet(_ left: Action.Context, _ right: Action.Context) -> Bool {
        left.chain.contains(right) || right.chain.contains(left)
    }

    private static func isBefore(_ left: Place, _ right: Place) -> Bool {
        (left.action.rawValue, left.context.rawValue)
            < (right.action.rawValue, right.context.rawValue)
    }

    private static func message(_ key: Key, _ action: Action, _ other: Place) -> Phrase {
        let name = other.action.rawValue
        return Phrase(
            sv: "\"\(key)\" för \(action.rawValue) är redan \(name) i \(other.context.rawValue);"
                + " ge \(name) en annan tangent, eller ingen: \(name) = []",
            en: "“\(key)” for \(action.rawValue) is \(name) in \(other.context.rawValue) already;"
                + " give \(name) another key, or none: \(name) = []")
    }

    private mutating func reportKey(_ text: String, _ setting: KeySetting) {
        let shown = CleanText.line(text.prefix(40))
        report(
            setting,
            Phrase(
                sv:
                    "okänd tangent \"\(shown)\"; skriv som \"j\", \"G\", \"ctrl-l\", \"pgdn\", \"f5\"",
                en: "unknown key “\(shown)”; write as “j”, “G”, “ctrl-l”, “pgdn”, “f5”"))
    }

    private mutating func reportUnknown(
        _ name: String, among names: [String], _ setting: KeySetting,
        _ message: (String) -> Phrase
    ) {
        let found = message(CleanText.line(name.prefix(40)))
        guard let guess = nearest(to: name, among: names) else { return report(setting, found) }
        report(
            setting,
            Phrase(
                sv: found.sv + " – menade du \(guess)?", en: found.en + " – did you mean \(guess)?")
        )
    }

    private mutating func report(_ setting: KeySetting, _ message: Phrase) {
        problems.append(KeyProblems.Problem(line: setting.line, message: message))
    }
}

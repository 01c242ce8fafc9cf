import ClimateFixtures
import ClimateModel
import Dashboard
import Testing
import TextGrid

@Suite struct ActionTableTests {
    @Test(arguments: Action.allCases)
    func everyActionIsDescribed(action: Action) {
        let row = action.definition
        for language in Language.allCases {
            #expect(!row.title(language).isEmpty && row.title(language).count <= 30)
            #expect(row.help(language).hasSuffix("."))
        }
        #expect(!row.keys.isEmpty)
        #expect(row.title.sv != row.title.en)
    }

    @Test func titlesAndNamesAreUnique() {
        for language in Language.allCases {
            #expect(
                Set(Action.allCases.map { $0.definition.title(language) }).count
                    == Action.allCases.count)
        }
        let contexts = Set(Action.Context.allCases.map(\.rawValue))
        #expect(Action.allCases.allSatisfy { !contexts.contains($0.rawValue) })
    }

    /// No key of the table does two things in one context, and none hides what it does around it.
    @Test(arguments: Action.Context.allCases)
    func noKeyHidesAnother(context: Action.Context) {
        var seen: [Key: Action] = [:]
        for place in context.chain {
            for action in Action.allCases {
                for key in action.definition.keys[place] ?? [] {
                    let known = seen.updateValue(action, forKey: key)
                    #expect(known == nil || known == action, "\(key) in \(context)")
                }
            }
        }
    }

    @Test func textIsNeverTakenForAKey() {
        for context in Action.Context.allCases where context.takesText {
            for action in Action.allCases {
                let keys = action.definition.keys[context] ?? []
                #expect(keys.allSatisfy { $0.typed == nil })
            }
            #expect(KeyMap.standard.action(for: Key(.character("q")), in: context) == nil)
        }
    }
}

@Suite struct KeyMapTests {
    private let standard = KeyMap.standard
    private let formats = Formats(.swedish)

    @Test(arguments: [
        ("j", Action.Context.rankings, Action.down), ("down", .news, .down), ("q", .list, .quit),
        ("q", .reader, .back), ("n", .list, .nextMatch), ("n", .reader, .nextItem),
        ("?", .projects, .help), ("ctrl-l", .prompt, .redraw), ("esc", .picker, .back),
        ("enter", .prompt, .open), ("up", .picker, .up), ("3", .list, .newsPane),
        ("3", .reader, .openLink), ("s", .rankings, .sort), ("s", .news, .filterSource),
    ])
    func looksFromTheInnermostContextOutwards(
        text: String, context: Action.Context, action: Action
    ) {
        #expect(Key(text).flatMap { standard.action(for: $0, in: context) } == action)
    }

    @Test func everyKeyOfTheTableIsReached() {
        for action in Action.allCases {
            for (context, keys) in action.definition.keys {
                for key in keys { #expect(standard.action(for: key, in: context) == action) }
                #expect(standard.keys(for: action, in: context).starts(with: keys))
            }
        }
    }

    @Test func aSettingReplacesTheKeys() throws {
        let map = try KeyMap([KeySetting(action: "down", keys: ["e", "ctrl-n"])])
        #expect(map.action(for: Key(.character("e")), in: .rankings) == .down)
        #expect(map.action(for: Key(.character("j")), in: .rankings) == nil)
        #expect(map.action(for: Key(.character("e")), in: .picker) == nil)
        #expect(map.keys(for: .down, in: .picker) == [Key(.character("n"), .control)])
    }

    @Test func aSettingInAContextLeavesTheOthers() throws {
        let map = try KeyMap([KeySetting(context: "reader", action: "star", keys: ["w"])])
        #expect(map.keys(for: .star, in: .reader).map(\.description) == ["w"])
        #expect(map.keys(for: .star, in: .news).map(\.description) == ["*"])
    }

    @Test func anEmptySettingTakesTheKeysAway() throws {
        let map = try KeyMap([
            KeySetting(action: "quit", keys: []), KeySetting(action: "sort", keys: ["q"]),
        ])
        #expect(map.keys(for: .quit, in: .list) == [])
        #expect(map.action(for: Key(.character("q")), in: .rankings) == .sort)
    }

    @Test func keysMayBeSwapped() throws {
        let map = try KeyMap([
            KeySetting(action: "up", keys: ["j"]), KeySetting(action: "down", keys: ["k"]),
        ])
        #expect(map.action(for: Key(.character("j")), in: .list) == .up)
    }

    @Test(arguments: [
        (
            KeySetting(action: "qiut", keys: ["x"], line: 7),
            "unknown action “qiut” – did you mean quit?"
        ),
        (
            KeySetting(context: "raeder", action: "star", keys: ["x"], line: 7),
            "unknown place “raeder” (there are global, list, rankings, projects, news, page, reader,"
                + " sources, picker, prompt) – did you mean reader?"
        ),
        (
            KeySetting(action: "quit", keys: ["ctrl-"], line: 7),
            "unknown key “ctrl-”; write as “j”, “G”, “ctrl-l”, “pgdn”, “f5”"
        ),
        (
            KeySetting(action: "quit", keys: ["j"], line: 7),
            "“j” for quit is down in list already; give down another key, or none: down = []"
        ),
        (
            KeySetting(context: "prompt", action: "sort", keys: ["ctrl-s"], line: 7),
            "sort does nothing in prompt; it applies in rankings"
        ),
        (
            KeySetting(context: "picker", action: "down", keys: ["j"], line: 7),
            "“j” types text in picker; choose a key with ctrl or alt"
        ),
    ])
    func problemsTellTheLineAndTheRemedy(setting: KeySetting, message: String) {
        do {
            _ = try KeyMap([setting])
            Issue.record("was accepted")
        } catch {
            #expect(error.problems.map(\.line) == [7])
            #expect(error.problems.map { $0.message(.english) } == [message])
            #expect(error.problems.allSatisfy { $0.message.sv != $0.message.en })
        }
    }

    @Test func aConflictOfTwoSettingsNamesTheLaterLine() {
        do {
            _ = try KeyMap([
                KeySetting(action: "sort", keys: ["w"], line: 4),
                KeySetting(action: "scope", keys: ["w"], line: 3),
            ])
            Issue.record("was accepted")
        } catch {
            #expect(error.problems.map(\.line) == [4])
        }
    }

    /// Whatever is accepted, each key given does its action in its contexts.
    @Test func whatIsAcceptedWorks() {
        var generator = SeededGenerator(seed: 5)
        let keys = "abcdefwxyz!§".map { String($0) } + ["ctrl-t", "alt-x", "f7", "space", "tab"]
        var accepted = 0
        for _ in 0..<400 {
            guard let action = Action.allCases.randomElement(using: &generator),
                let key = keys.randomElement(using: &generator),
                let map = try? KeyMap([KeySetting(action: action.rawValue, keys: [key])])
            else { continue }
            accepted += 1
            for context in action.definition.keys.keys where !context.takesText {
                #expect(Key(key).flatMap { map.action(for: $0, in: context) } == action)
            }
        }
        #expect(accepted > 50)
    }
}

@Suite struct HintAndHelpTests {
    private let swedish = Formats(.swedish)

    private func line(_ context: Action.Context, width: Int = 200, restricted: Bool = false)
        -> String
    {
        KeyMap.standard
            .hints(in: context, width: width, isRestricted: restricted, formats: swedish)
            .map { $0.keys + " " + $0.text }.joined(separator: "   ")
    }

    @Test func hintLines() {
        #expect(
            line(.rankings)
                == "j/k rad   Enter öppna   Tab ruta   / sök   [ ] år   s sortera   ? hjälp")
        #expect(
            line(.reader)
                == "n/p nästa   o öppna länk   Tab länk   * stjärna   m kommun   q tillbaka   ? hjälp"
        )
        #expect(line(.picker) == "↓/↑ rad   Enter välj   Esc tillbaka")
    }

    @Test func aNarrowLineKeepsTheWayOut() {
        #expect(line(.reader, width: 33) == "n/p nästa   q tillbaka   ? hjälp")
        #expect(line(.reader, width: 21) == "q tillbaka   ? hjälp")
        #expect(line(.rankings, width: 0) == "")
    }

    @Test(arguments: Action.Context.allCases)
    func hintsAreFewAndFit(context: Action.Context) {
        for language in Language.allCases {
            for width in stride(from: 0, through: 140, by: 7) {
                let hints = KeyMap.standard.hints(
                    in: context, width: width, formats: Formats(language, glyphs: .ascii))
                #expect(hints.count <= 7)
                let columns = hints.map(\.width).reduce(0, +) + 3 * max(0, hints.count - 1)
                #expect(columns <= width || hints.isEmpty)
            }
        }
    }

    @Test func guestsAreNotOfferedWhatIsOff() {
        #expect(!line(.reader, restricted: true).contains("öppna länk"))
        #expect(Action.openLink.refusal(isRestricted: true) != nil)
        #expect(Action.openLink.refusal(isRestricted: false) == nil)
        #expect(Action.search.refusal(isRestricted: true) == nil)
    }

    @Test func theHelpShowsEveryActionAndKey() {
        let help = KeyMap.standard.help(for: .news, isRestricted: false, formats: swedish)
        #expect(help.first?.context == .news)
        let shown = Set(help.flatMap { $0.rows.map(\.action) })
        #expect(shown == Set(Action.allCases))
        let row = help.flatMap(\.rows).first { $0.action == .openLink }
        #expect(row?.keys == "o 1–9")
    }

    @Test func theHelpShowsChangedKeys() throws {
        let map = try KeyMap([KeySetting(action: "sort", keys: ["ctrl-s"])])
        let help = map.help(for: .rankings, isRestricted: false, formats: swedish)
        #expect(help.first?.rows.first { $0.action == .sort }?.keys == "Ctrl-S")
    }

    @Test func thePaletteFindsByWordsOfTitleAndName() {
        func found(_ search: String, in context: Action.Context = .rankings) -> [Action] {
            KeyMap.standard.palette(
                for: context, search: search, isRestricted: false, formats: swedish
            ).map(\.action)
        }
        #expect(found("valj kom") == [.chooseMunicipality])
        #expect(found("sort").contains(.sort))
        #expect(found("xyz") == [])
        #expect(!found("").contains(.star))
        #expect(found("", in: .news).contains(.star))
        #expect(!found("").contains(.up))
    }

    @Test func thePaletteTellsWhatIsOff() {
        let rows = KeyMap.standard.palette(for: .page, isRestricted: true, formats: swedish)
        let link = rows.first { $0.action == .openLink }
        #expect(link?.refusal == "avstängt för gäster: startar inga andra program")
    }

    @Test(arguments: [
        ("ctrl-l", "Ctrl-L"), ("pgdn", "PgDn"), ("space", "Mellanslag"), ("up", "↑"),
        ("shift-tab", "Skift-Tab"), ("alt-x", "Alt-x"), ("f5", "F5"), ("esc", "Esc"), ("G", "G"),
    ])
    func keysReadAsOnTheKeyboard(text: String, expected: String) {
        #expect(Key(text).map { swedish.key($0) } == expected)
    }
}

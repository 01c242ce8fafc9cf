import ClimateModel
import Testing
import TextGrid

@testable import Dashboard

/// What the table of actions promises is kept.
@Suite struct ContractTests {
    /// Ways to a context, by the keys that lead there.
    private static func ways(to context: Action.Context) -> [String] {
        switch context {
        case .rankings: ["1", "1 g j j j / k a r enter", "1 k k p", "1 [ j"]
        case .projects: ["2", "2 j j j / n enter", "2 G"]
        case .news: ["3", "3 j j j j j j j j / n o t i s enter j j", "3 j j x * z u"]
        case .list: ways(to: .rankings) + ways(to: .projects) + ways(to: .news)
        case .reader: ["3 / n ä s t a enter enter j j j", "3 j j enter", "enter tab tab tab enter"]
        case .page: ["enter j j j", "2 enter", "g c", "?", "1 i"] + ways(to: .reader)
        case .picker: ["o down down", "M", ": ctrl-n ctrl-n a n left", "3 s"]
        case .prompt: ["/ a b c left", "3 / a b left"] + ways(to: .picker)
        case .sources:
            [
                "S", "S j j", "S G k", "S G k k", "S / k", "S / q q enter", "S / a r j enter",
            ]
        case .global: ["", "S"] + ways(to: .list) + ways(to: .page) + ways(to: .prompt)
        }
    }

    private static func driver(_ way: String) -> Driver {
        var driver = Driver(width: 112, height: 24)
        driver.press(way)
        _ = driver.takeEffects()
        return driver
    }

    /// Whether a key did anything but say that it does nothing here.
    private static func does(_ key: Key, after driver: Driver) -> Bool {
        var driver = driver
        let before = driver.state.view()
        driver.send(.key(key))
        return !driver.bottom.contains("det går inte här")
            && (driver.state.view() != before || !driver.takeEffects().isEmpty)
    }

    /// Every key of the table does something somewhere in each context that it stands in.
    @Test(arguments: Action.Context.allCases) func everyKeyDoesSomething(context: Action.Context) {
        let drivers = Self.ways(to: context).map(Self.driver)
        for action in Action.allCases {
            for key in action.definition.keys[context] ?? [] {
                // A digit is the number of a link; no page of the fixture has nine.
                if context == .page, let number = key.typed?.wholeNumberValue, number > 2 {
                    continue
                }
                #expect(
                    drivers.contains { Self.does(key, after: $0) },
                    "\(key) for \(action.rawValue) does nothing in \(context)")
            }
        }
    }

    /// A key without effect says why.
    @Test(arguments: [Action.Context.rankings, .projects, .news, .reader, .page, .sources])
    func noKeyIsSilent(context: Action.Context) {
        let moving: Set<Action> = [
            .up, .down, .pageUp, .pageDown, .halfPageUp, .halfPageDown, .home, .end, .left, .right,
            .rankingsPane, .projectsPane, .newsPane, .back, .clear, .nextTarget, .previousTarget,
            .openLink, .nextMatch, .previousMatch,
        ]
        for way in Self.ways(to: context) {
            let driver = Self.driver(way)
            for action in Action.allCases where !moving.contains(action) {
                guard let key = KeyMap.standard.keys(for: action, in: driver.state.context).first
                else { continue }
                var after = driver
                let before = driver.state.view()
                after.send(.key(key))
                #expect(
                    after.state.view() != before || !after.takeEffects().isEmpty,
                    "\(key) for \(action.rawValue) is silent after \(way)")
            }
        }
    }

    /// What the hint line offers can be done there.
    @Test(arguments: [
        Action.Context.rankings, .projects, .news, .reader, .page, .sources, .picker, .prompt,
    ])
    func hintsAreTrue(context: Action.Context) {
        for way in Self.ways(to: context) {
            let driver = Self.driver(way)
            let hints = KeyMap.standard.hints(
                in: driver.state.context, width: 200, except: driver.state.pointlessActions,
                formats: driver.state.formats)
            for hint in hints where hint.action != .down {
                guard
                    let key = KeyMap.standard.keys(for: hint.action, in: driver.state.context).first
                else { continue }
                var after = driver
                after.send(.key(key))
                #expect(!after.bottom.contains("det går inte här"), "\(key) after \(way)")
            }
        }
    }

    /// At every usual width and in both languages hints stand whole, with a way to the help or back.
    @Test(arguments: [(120, 40), (80, 24), (40, 12)], Language.allCases)
    func hintsStandWhole(size: (Int, Int), language: Language) {
        for way in ["1", "2 j", "3", "3 enter", "enter", "2 enter", "g c", "?", "o", "1 i", "S"] {
            var driver = Driver(width: size.0, height: size.1, language: language)
            driver.press(way)
            let state = driver.state
            let bottom = driver.bottom
            let kept = state.context.takesText ? Action.back : Action.help
            let text = kept.definition.hints.last?.text(language) ?? ""
            #expect(bottom.contains(" " + text), "\(way): \(bottom)")
            let offered = KeyMap.standard.hints(
                in: state.context, width: 500, formats: state.formats)
            let cut = offered.filter {
                bottom.contains(" " + $0.keys + " ") && !bottom.contains($0.keys + " " + $0.text)
            }
            #expect(cut.isEmpty, "\(bottom)")
        }
    }
}

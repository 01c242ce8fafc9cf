import ClimateFixtures
import ClimateModel
import Testing
import TextGrid

@testable import Dashboard

/// Whatever is pressed, clicked, pasted and resized: the screen is whole, and the selection is on it.
@Suite struct AnyInputTests {
    @Test(arguments: 1...8) func anySequenceLeavesAWholeScreen(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        var driver = Driver(
            language: seed % 3 == 0 ? .english : .swedish, unicode: seed % 4 != 0,
            restricted: seed % 5 == 0, chosen: seed % 7 == 0 ? nil : "1781")
        var history: [String] = []
        for _ in 0..<150 {
            let message = Self.message(&random, driver)
            history.append("\(message)")
            if Int.random(in: 0..<40, using: &random) == 0 {
                driver.store.failing = [.news, .projects, .position, .newsItem, .base]
            } else if Int.random(in: 0..<10, using: &random) == 0 {
                driver.store.failing = []
            }
            driver.send(message)
            let problem = Self.problem(of: driver.state)
            try #require(problem == nil, "\(problem ?? "") after \(history.suffix(12)) \(driver)")
        }
    }

    /// Every size, with each of the views that lie over each other.
    @Test func anySizeIsDrawnWhole() throws {
        let sizes = [
            (1, 1), (2, 1), (1, 2), (19, 6), (20, 5), (20, 6), (21, 7), (30, 9), (40, 10), (59, 12),
            (60, 11), (60, 12), (79, 24), (100, 15), (109, 24), (110, 23), (110, 24), (200, 24),
            (500, 24), (61, 200), (500, 200),
        ]
        for keys in [
            "", "enter", "3 enter", "2 enter", "g c", "?", ":", "M", "/ a", "i", "z", "S", "S t",
        ] {
            var driver = Driver()
            driver.press(keys)
            for (width, height) in sizes {
                driver.resize(width, height)
                let problem = Self.problem(of: driver.state)
                try #require(problem == nil, "\(problem ?? "") at \(width)×\(height) after \(keys)")
            }
        }
    }

    // MARK: What is pressed

    private static let keys =
        Action.allCases.flatMap { $0.definition.keys.values.flatMap { $0 } }.filter {
            $0.description != "Q"
        } + "aeioukrst 0".map { Key($0) }
        + ["backspace", "ctrl-w", "ctrl-u", "alt-x", "f12"].compactMap(Key.init)

    private static func message(
        _ random: inout SeededGenerator, _ driver: Driver
    ) -> Message {
        let size = driver.state.size
        let position = Frame.Position(
            x: Int.random(in: -2...size.width + 2, using: &random),
            y: Int.random(in: -2...size.height + 2, using: &random))
        let click: MouseEvent.Action =
            [.press(.left), .press(.left), .press(.right), .wheelUp, .wheelDown]
            .randomElement(using: &random) ?? .wheelDown
        switch Int.random(in: 0..<100, using: &random) {
        case 0..<6: return .resized(anySize(&random))
        case 6..<25: return .mouse(MouseEvent(click, at: position))
        case 25..<28:
            return .paste(
                ["karl", "\u{1B}]0;x\u{7}", "a\nb\tc", "👩‍👩‍👧‍👦e\u{301}", "\u{202E}\u{200B}", ""]
                    .randomElement(using: &random) ?? "")
        case 28..<29: return .contentChanged
        case 29..<30:
            return .tick(Timestamp(seconds: driver.state.now.seconds + 40_000))
        case 30..<31: return .themesListed([ThemeSample(name: "a"), ThemeSample(name: "b")])
        case 32..<34: return fetching(&random, driver)
        case 31..<32: return .notice(String(repeating: "lång text ", count: 40), isProblem: true)
        default: return .key(keys.randomElement(using: &random) ?? Key(.enter))
        }
    }

    /// What the writer may tell, asked for or not.
    private static func fetching(_ random: inout SeededGenerator, _ driver: Driver) -> Message {
        let source = driver.store.content.sources.randomElement(using: &random) ?? Fixture.feed
        let report = SyncReport(
            source: source.id, title: source.title,
            result: [.changed, .unchanged, .failed, .skipped].randomElement(using: &random)
                ?? .failed, new: Int.random(in: 0...9, using: &random), error: "trasig",
            done: Int.random(in: 0...40, using: &random),
            total: Int.random(in: 0...1_000_000, using: &random))
        return [
            .syncProgressed([report]), .syncEnded(.finished), .syncEnded(.locked),
            .syncEnded(.failed("x")), .sourceChanged(.pause(source.id), .failed("y")),
            .sourceChanged(.add("z"), .done(source.id, title: nil)),
            .sourceTested(source.id, SourceTest(address: "q", problems: ["a"], preview: ["b"])),
        ].randomElement(using: &random) ?? .syncEnded(.stopped)
    }

    /// Mostly the usual, now and then anything from one cell to a wall.
    private static func anySize(_ random: inout SeededGenerator) -> Size {
        switch Int.random(in: 0..<10, using: &random) {
        case 0..<3: Size(width: 120, height: 40)
        case 3..<5: Size(width: 80, height: 24)
        case 5..<9:
            Size(
                width: Int.random(in: 1...130, using: &random),
                height: Int.random(in: 1...42, using: &random))
        default:
            Size(
                width: Int.random(in: 1...500, using: &random),
                height: Int.random(in: 1...200, using: &random))
        }
    }

    // MARK: What must hold

    /// What is wrong with the screen; nil when nothing is.
    static func problem(of state: AppState) -> String? {
        let frame = state.view()
        if frame.size != state.size { return "a frame of \(frame.size) for \(state.size)" }
        for character in Set(frame.cells.map(\.character)) {
            for scalar in character.unicodeScalars {
                if CleanText.isUnsafe(scalar) || scalar == "\n" { return "holds \(scalar.value)" }
                if !state.glyphs.isUnicode, scalar.value > 0x7E { return "\(scalar) is no ASCII" }
            }
        }
        if let cursor = frame.cursor, !frame.bounds.contains(x: cursor.x, y: cursor.y) {
            return "a cursor outside"
        }
        return hiddenSelection(in: state)
    }

    private static func hiddenSelection(in state: AppState) -> String? {
        for pane in AppState.Pane.allCases {
            let lines = state.homeLayout.rows(of: pane)
            let list = state.list(of: pane)
            guard lines > 0, !list.isEmpty else { continue }
            let rows = pane == .projects ? max(1, lines / ProjectsPane.rowHeight) : lines
            if !list.visible(height: rows).contains(list.selection) {
                return "\(pane): row \(list.selection) is not among \(list.visible(height: rows))"
            }
        }
        if case .sources(let view) = state.layers.last, !view.list.isEmpty {
            let height = state.sourcesLayout.list.height
            if height > 0, !view.list.visible(height: height).contains(view.list.selection) {
                return "the selected source is hidden"
            }
        }
        if case .picker(let picker) = state.layers.last, !picker.list.isEmpty {
            let height = state.pickerLayout(of: picker).list.height
            if height > 0, !picker.list.visible(height: height).contains(picker.list.selection) {
                return "the picker's selection is hidden"
            }
        }
        return nil
    }
}

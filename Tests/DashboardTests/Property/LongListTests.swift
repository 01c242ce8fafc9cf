import ClimateModel
import Testing
import TextGrid

@testable import Dashboard

/// What a key costs does not depend on how long the lists are.
@Suite struct LongListTests {
    private let store = EndlessStore(news: 1_000_000, projects: 1_000_000)
    private var program: Program<EndlessStore>

    init() {
        let state = AppState(
            environment: Environment(keyMap: .standard), language: .swedish, theme: .plain,
            size: Size(width: 120, height: 40), now: Fixture.now, chosen: Fixture.code("1781"))
        program = Program(state: state, reader: store)
        _ = program.start()
    }

    private mutating func press(_ keys: String) {
        for name in keys.split(separator: " ") {
            guard let key = Key(String(name)) else { continue }
            if program.send(.key(key)).contains(.awaitRest) { _ = program.send(.rested) }
        }
    }

    /// How many rows are on screen at the most.
    private var screenful: Int { program.state.size.height }

    @Test mutating func everyKeyReadsAFewWindowsAtTheMost() {
        for pane in ["2", "3"] {
            press(pane)
            for keys in [
                "j", "k", "pgdn", "pgup", "ctrl-d", "ctrl-u", "G", "k", "pgup", "g", "z", "pgdn",
                "z", "tab", "enter", "n", "p", "esc",
            ] {
                (store.newsWindows, store.projectWindows, store.reads) = ([], [], 0)
                press(keys)
                #expect(store.newsWindows.count <= 1 && store.projectWindows.count <= 1)
                #expect(store.reads <= 12, "\(store.reads) reads for \(keys)")
                for window in store.newsWindows + store.projectWindows {
                    #expect(window.count <= 3 * screenful + 6)
                }
            }
        }
    }

    @Test(arguments: ["2", "3"]) mutating func aRowDownReadsOnceAScreenOrLess(pane: String) {
        press(pane)
        (store.newsWindows, store.projectWindows) = ([], [])
        for _ in 0..<400 { press("j") }
        let windows = store.newsWindows + store.projectWindows
        let rows = program.state.homeLayout.rows(of: program.state.focus)
        let rowsOfItem = pane == "2" ? ProjectsPane.rowHeight : 1
        #expect(windows.count <= 400 * rowsOfItem / rows + 2, "\(windows.count) windows")
        #expect(program.state.list(of: program.state.focus).selection >= 400)
    }

    @Test mutating func whatIsHeldIsAFewScreens() {
        press("3")
        for keys in ["G", "k", "pgup", "pgup", "g", "pgdn", "pgdn", "G"] {
            press(keys)
            #expect(program.state.news.window.rows.count <= 3 * screenful + 6)
            #expect(program.state.projects.window.rows.count <= 3 * screenful + 6)
            #expect(program.state.news.selected != nil)
        }
        #expect(program.state.news.list.selection == 999_999)
        press("2 G")
        #expect(program.state.projects.selected?.id.rawValue == "999995")
    }

    @Test mutating func wheelsAndClicksAreAsCheap() {
        for x in [10, 100] {
            for y in [14, 30] {
                for _ in 0..<20 {
                    store.reads = 0
                    let wheel = MouseEvent(.wheelDown, at: .init(x: x, y: y))
                    _ = program.send(.mouse(wheel))
                    #expect(store.reads <= 3)
                }
            }
        }
    }
}

import ClimateModel
import Testing
import TextGrid

@testable import Dashboard

/// Lets time pass for a kiosk, and looks at its screen.
struct KioskDriver {
    private(set) var program: ReadingProgram<KioskState, MemoryStore>
    let store: MemoryStore
    /// What the shell was asked to do, all in all.
    private(set) var effects: [Effect] = []

    var state: KioskState { program.state }

    init(
        width: Int = 120, height: Int = 40, language: Language = .swedish, unicode: Bool = true,
        chosen: String? = "1781", plan: KioskPlan = KioskPlan(), theme: Theme = .plain,
        content: ContentBatch = Fixture.content, failing: Set<MemoryStore.Part> = []
    ) {
        let environment = Environment(
            usesUnicode: unicode, colorDepth: theme.depth, keyMap: .standard)
        store = MemoryStore(content)
        store.failing = failing
        program = ReadingProgram(
            state: KioskState(
                environment: environment, language: language, theme: theme,
                size: Size(width: width, height: height), now: Fixture.now, plan: plan,
                chosen: chosen.map { Fixture.code($0) }), reader: store)
        effects += program.start()
    }

    mutating func send(_ message: Message) { effects += program.send(message) }

    /// The next scene, `count` times.
    mutating func turn(_ count: Int = 1) {
        for _ in 0..<count { send(.sceneEnded) }
    }

    mutating func show(_ scene: KioskScene) {
        for _ in state.plan.scenes where state.scene != scene { turn() }
    }

    /// Sets the clock to so many days and minutes after the start.
    mutating func wait(days: Int = 0, minutes: Int = 0) {
        send(
            .tick(Timestamp(seconds: Fixture.now.seconds + Int64(days * 86_400 + minutes * 60))))
    }

    var screen: [String] { state.view().rows() }

    func shows(_ text: String) -> Bool { screen.contains { $0.contains(text) } }
}

/// What stands on the screen, when an expectation fails.
extension KioskDriver: CustomTestStringConvertible {
    var testDescription: String { "\n" + screen.joined(separator: "\n") + "\n" }
}

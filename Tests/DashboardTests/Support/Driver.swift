import ClimateModel
import Testing
import TextGrid

@testable import Dashboard

/// Presses keys and looks at the screen, as a user does.
struct Driver {
    private(set) var program: Program<MemoryStore>
    let store: MemoryStore
    /// What the shell was asked to do, all in all.
    private(set) var effects: [Effect] = []

    var state: AppState { program.state }

    init(
        width: Int = 120, height: Int = 40, language: Language = .swedish, unicode: Bool = true,
        restricted: Bool = false, chosen: String? = "1781", theme: Theme = .plain,
        content: ContentBatch = Fixture.content, unread: Set<NewsItem.ID> = Fixture.unread,
        failing: Set<MemoryStore.Part> = []
    ) {
        let environment = Environment(
            isRestricted: restricted, usesUnicode: unicode, colorDepth: theme.depth,
            keyMap: .standard)
        let state = AppState(
            environment: environment, language: language, theme: theme,
            size: Size(width: width, height: height), now: Fixture.now,
            chosen: chosen.map { Fixture.code($0) })
        store = MemoryStore(content, unread: unread)
        store.failing = failing
        store.subscriptions = Fixture.subscriptions
        program = Program(state: state, reader: store, writer: restricted ? nil : store)
        effects += program.start().filter { $0 != .awaitRest }
    }

    /// Presses keys given by name, a blank between them: "j j enter".
    mutating func press(_ keys: String) {
        for name in keys.split(separator: " ") {
            guard let key = Key(String(name)) else { preconditionFailure("no key \(name)") }
            send(.key(key))
        }
    }

    mutating func type(_ text: String) {
        for character in text { send(.key(Key(character))) }
    }

    /// Tells the program, and rests for a moment where it waits for that.
    mutating func send(_ message: Message) {
        let wanted = program.send(message)
        effects += wanted.filter { $0 != .awaitRest }
        if wanted.contains(.awaitRest) { send(.rested) }
    }

    /// Ends the session.
    mutating func finish() { effects += program.finish() }

    mutating func resize(_ width: Int, _ height: Int) {
        send(.resized(Size(width: width, height: height)))
    }

    mutating func mouse(_ action: MouseEvent.Action, x: Int, y: Int) {
        send(.mouse(MouseEvent(action, at: .init(x: x, y: y))))
    }

    /// Clicks on the first place where the screen shows `text`.
    mutating func click(_ text: String) {
        for (y, row) in screen.enumerated() {
            guard let range = row.firstRange(of: text) else { continue }
            mouse(.press(.left), x: DisplayWidth.of(String(row[..<range.lowerBound])), y: y)
            return
        }
        Issue.record("no “\(text)” on the screen: \(testDescription)")
    }

    /// What the shell was asked to do since the last time this was asked.
    mutating func takeEffects() -> [Effect] {
        defer { effects = [] }
        return effects
    }

    var screen: [String] { state.view().rows() }

    /// The line with the keys, or with the notice.
    var bottom: String { screen.last ?? "" }

    func shows(_ text: String) -> Bool { screen.contains { $0.contains(text) } }
}

/// What stands on the screen, when an expectation fails; not all that the state holds, which takes long to tell.
extension Driver: CustomTestStringConvertible, CustomReflectable {
    var customMirror: Mirror { Mirror(self, children: []) }

    var testDescription: String { "\n" + screen.joined(separator: "\n") + "\n" }
}

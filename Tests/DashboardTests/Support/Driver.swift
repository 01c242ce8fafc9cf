import ClimateModel
import TextGrid

@testable import Dashboard

/// Presses keys and looks at the screen, as a user does.
struct Driver {
    var program: Program<MemoryReader>
    /// What the shell was asked to do, all in all.
    var effects: [Effect] = []

    var state: AppState { program.state }

    init(
        width: Int = 120, height: Int = 40, language: Language = .swedish, unicode: Bool = true,
        restricted: Bool = false, chosen: String? = "1781", theme: Theme = .plain,
        content: ContentBatch = Fixture.content
    ) {
        let environment = Environment(
            isRestricted: restricted, usesUnicode: unicode, keyMap: .standard)
        let state = AppState(
            environment: environment, language: language, theme: theme,
            size: Size(width: width, height: height), now: Fixture.now,
            chosen: chosen.map { Fixture.code($0) })
        program = Program(
            state: state,
            reader: MemoryReader(content: content, unread: Set(content.news.prefix(3).map(\.id))))
        effects += program.start()
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

    mutating func send(_ message: Message) { effects += program.send(message) }

    var screen: [String] {
        state.view().text().split(separator: "\n", omittingEmptySubsequences: false).map(
            String.init)
    }

    func shows(_ text: String) -> Bool { screen.contains { $0.contains(text) } }
}

import ClimateModel
import TextGrid

/// What fills the screen: one method changes it, one draws it.
public protocol ProgramState: Sendable {
    /// The language of all that is shown.
    var language: Language { get }

    /// What to do first.
    mutating func start() -> [Effect]

    /// Changes the state by what happened, and says what the shell is to do about it.
    mutating func update(_ message: Message) -> [Effect]

    /// The screen as it is to be shown.
    func view() -> Frame

    /// What is still to be kept before the session ends.
    mutating func finish() -> [Effect]
}

extension ProgramState {
    /// Nothing is left to be kept.
    public mutating func finish() -> [Effect] { [] }
}

extension AppState: ProgramState {
    /// Asks for what the first screen shows.
    public mutating func start() -> [Effect] { Self.startEffects }

    /// Keeps the marks that the reader held back, and which pane had the focus.
    public mutating func finish() -> [Effect] {
        flushMarks() + [.setPreference(focus.name, key: .view)]
    }
}

/// The dashboard with the store it reads from.
public typealias Program<Reader: ClimateReading> = ReadingProgram<AppState, Reader>

/// A state with the stores it reads from and keeps marks in: messages go in, what only the shell can do comes out.
public struct ReadingProgram<State: ProgramState, Reader: ClimateReading> {
    /// The state as the last message left it.
    public private(set) var state: State
    private let reader: Reader
    /// Nil where nothing is kept: for guests.
    private let writer: (any ReaderStateWriting)?
    /// What to tell the user of an error of a store.
    private let describe: (any Error, Language) -> String

    /// Nothing is kept without a writer. `describe` words an error for the user.
    public init(
        state: State, reader: Reader, writer: (any ReaderStateWriting)? = nil,
        describe: @escaping (any Error, Language) -> String = { error, _ in "\(error)" }
    ) {
        self.state = state
        self.reader = reader
        self.writer = writer
        self.describe = describe
    }

    /// Reads what the first screen shows.
    ///
    /// - Returns: what is left for the shell to do.
    public mutating func start() -> [Effect] { run(state.start()) }

    /// Updates the state, keeps the marks it sets, and answers all it wants to read, until there is nothing more to
    /// read. In order: what is read after a mark knows of the mark.
    ///
    /// - Returns: what is left for the shell to do, in order.
    public mutating func send(_ message: Message) -> [Effect] { run(state.update(message)) }

    /// Keeps what was held back: to be called before the session ends.
    ///
    /// - Returns: what is left for the shell to do, in order.
    public mutating func finish() -> [Effect] { run(state.finish()) }

    private mutating func run(_ effects: [Effect]) -> [Effect] {
        var queue = effects[...]
        var rest: [Effect] = []
        while let effect = queue.popFirst() {
            if case .read(let request) = effect {
                queue += answer(request)
            } else if let keep = effect.keeping {
                queue += self.keep(keep)
            } else {
                rest.append(effect)
            }
        }
        return rest
    }

    private mutating func answer(_ request: ReadRequest) -> [Effect] {
        do {
            return state.update(.answer(request, try reader.answer(request)))
        } catch {
            return state.update(.failed(request, describe(error, state.language)))
        }
    }

    private mutating func keep(_ keep: (any ReaderStateWriting) throws -> Void) -> [Effect] {
        guard let writer else { return [] }
        do {
            try keep(writer)
            return []
        } catch {
            return state.update(.notice(describe(error, state.language), isProblem: true))
        }
    }
}

extension Effect {
    /// How it is kept; nil for what is not for a store.
    fileprivate var keeping: ((any ReaderStateWriting) throws -> Void)? {
        switch self {
        case .setRead(let isRead, let items): { try $0.setRead(isRead, items) }
        case .markAllRead(let query): { try $0.markAllRead(query) }
        case .setStarred(let isStarred, let item): { try $0.setStarred(isStarred, item) }
        case .setPreference(let value, let key): { try $0.setPreference(value, for: key.rawValue) }
        default: nil
        }
    }
}

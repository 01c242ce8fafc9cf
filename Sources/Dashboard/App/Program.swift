import ClimateModel

/// A state with the store it reads from: messages go in, what only the shell can do comes out.
public struct Program<Reader: ClimateReading> {
    public private(set) var state: AppState
    private let reader: Reader
    /// What to tell the user of an error of the reader.
    private let describe: (any Error, Language) -> String

    public init(
        state: AppState, reader: Reader,
        describe: @escaping (any Error, Language) -> String = { error, _ in "\(error)" }
    ) {
        self.state = state
        self.reader = reader
        self.describe = describe
    }

    /// Reads what the first screen shows.
    ///
    /// - Returns: what is left for the shell to do.
    public mutating func start() -> [Effect] { run(AppState.startEffects) }

    /// Updates the state and answers all it wants to read, until there is nothing more to read.
    ///
    /// - Returns: what is left for the shell to do, in order. Marks are to be kept before the next message, as the next
    ///   read may depend on them.
    public mutating func send(_ message: Message) -> [Effect] { run(state.update(message)) }

    private mutating func run(_ effects: [Effect]) -> [Effect] {
        var queue = effects[...]
        var rest: [Effect] = []
        while let effect = queue.popFirst() {
            guard case .read(let request) = effect else {
                rest.append(effect)
                continue
            }
            do {
                queue += state.update(.answer(request, try reader.answer(request)))
            } catch {
                queue += state.update(.failed(request, describe(error, state.language)))
            }
        }
        return rest
    }
}

import ClimateModel
import ClimateStore
import Dashboard

/// The content as it is now, whatever happens to its file.
struct LiveContent {
    private(set) var store: ContentStore
    /// Where it should be.
    private let location: StoreLocation
    /// Whether `store` is of that place, rather than the starter content in memory.
    private(set) var isOnFile: Bool
    /// Whether its file turned out to be damaged, and no other has come.
    private var isLost = false
    private var seenVersion: Int64?
    private var watch: ContentWatch?
    private var notices: [OpenContent.Notice]
    private let language: Language

    /// What has happened since the last look.
    enum Change {
        case same
        case changed
        /// Another store has to be read from.
        case replaced
        /// It can't be read any more, and why; the old store still gives what it has.
        case lost(String)
    }

    /// - Parameter notices: what the user is to be told first.
    init(_ content: OpenContent, notices: [OpenContent.Notice], context: CommandContext) {
        store = content.store
        location = context.location
        isOnFile = content.location != nil
        self.notices = notices
        language = context.language
        watch = try? ContentWatch(location)
        seenVersion = version
    }

    /// Readable when `drain` should be called; nil where nothing can be watched.
    var descriptor: CInt? { watch?.fileDescriptor }

    /// Whether the content may have changed.
    func drain() -> Bool { watch?.drain() ?? false }

    /// A program that reads from the store as it is now.
    func program<State: ProgramState>(
        _ state: State, _ context: CommandContext
    ) -> ReadingProgram<State, ContentStore> {
        ReadingProgram(
            state: state, reader: store, writer: store.state, describe: context.describe)
    }

    /// What the user is to be told, once.
    mutating func takeNotices() -> [OpenContent.Notice] {
        defer { notices = [] }
        return notices
    }

    /// Looks whether there is something new. Where another file has come in the database's place, that one is read from now
    /// on; where none has come, the old one is.
    mutating func refresh() -> Change {
        if watch == nil { watch = try? ContentWatch(location) }
        guard isOnFile, !isLost, let condition = try? store.condition() else { return reopen() }
        switch condition {
        case .replaced: return reopen()
        case .present(let version):
            defer { seenVersion = version }
            return version == seenVersion ? .same : .changed
        }
    }

    private mutating func reopen() -> Change {
        do {
            store = try ContentStore.open(location)
        } catch .missing {
            return .same
        } catch {
            isLost = true
            return .lost(error.message(in: language))
        }
        isOnFile = true
        isLost = false
        seenVersion = version
        return .replaced
    }

    private var version: Int64? {
        guard case .present(let version) = try? store.condition() else { return nil }
        return version
    }
}

import ClimateModel

/// What a sync that the dashboard asks for is to read.
public enum SyncTarget: Hashable, Sendable {
    /// All that are not paused, due or not.
    case all
    /// These alone, due or not.
    case sources([Source.ID])
}

/// What came of reading one source, as the writer tells it.
public struct SyncReport: Hashable, Sendable {
    /// How a reading went.
    public enum Result: String, Hashable, Sendable {
        /// It brought something.
        case changed
        /// It brought nothing new.
        case unchanged
        /// It went wrong.
        case failed
        /// It was left out.
        case skipped
    }

    /// Which source was read.
    public var source: Source.ID
    /// What lists call it.
    public var title: String
    /// How it went.
    public var result: Result
    /// How many records are new.
    public var new: Int
    /// How many records are other than before.
    public var changed: Int
    /// What went wrong, in plain words of the user's language.
    public var error: String?
    /// How many sources are done by now.
    public var done: Int
    /// How many there are to be read.
    public var total: Int

    /// Takes what is told as it is; numbers are 0 or more.
    public init(
        source: Source.ID, title: String, result: Result, new: Int = 0, changed: Int = 0,
        error: String? = nil, done: Int, total: Int
    ) {
        self.source = source
        self.title = title
        self.result = result
        self.new = new
        self.changed = changed
        self.error = error
        self.done = done
        self.total = total
    }
}

/// How a sync ended.
public enum SyncEnding: Hashable, Sendable {
    /// It went through all of its sources, whatever came of each.
    case finished
    /// Another program is writing.
    case locked
    /// The user wanted it to end.
    case stopped
    /// It could not go on, and why, in the user's language.
    case failed(String)
}

/// The sync that this dashboard started, and what it has told so far.
public struct SyncRun: Hashable, Sendable {
    /// What it reads.
    public let target: SyncTarget
    /// The name of its source, where it is one alone.
    let title: String?
    /// How many sources are done.
    public internal(set) var done = 0
    /// How many there are; nil until the first is done.
    public internal(set) var total: Int?
    /// How many records are new.
    public internal(set) var new = 0
    /// How many records changed.
    public internal(set) var changed = 0
    /// How many sources could not be read.
    public internal(set) var failed = 0
    /// The last of them, or of those that were left out, and why.
    var lastFailure: SyncReport?
    /// Those that are done.
    var reported: Set<Source.ID> = []
    /// Whether it was asked to end.
    public internal(set) var isStopping = false

    init(_ target: SyncTarget, title: String? = nil) {
        self.target = target
        self.title = title
    }

    /// Takes in what came of one source.
    mutating func take(_ report: SyncReport) {
        reported.insert(report.source)
        done = max(done, report.done)
        total = max(done, report.total)
        new += report.new
        changed += report.changed
        if report.result == .failed { failed += 1 }
        if report.result == .failed || report.result == .skipped { lastFailure = report }
    }

    /// Whether it is still to read `source`.
    func isReading(_ source: SourceOverview) -> Bool {
        guard let subscription = source.subscription, !reported.contains(source.id) else {
            return false
        }
        switch target {
        case .all: return !subscription.isPaused
        case .sources(let ids): return ids.contains(source.id)
        }
    }
}

/// What is fetched now, and what was fetched last.
public struct SyncState: Hashable, Sendable {
    /// The sync that is going on; nil for none.
    public internal(set) var running: SyncRun?
    /// What the last one came to, for a while after its end.
    var last: SyncRun?
    /// When `last` is told no longer.
    var lastUntil = Timestamp(seconds: 0)

    /// Whether the last one read nothing, and it is yet to be told why.
    var isUnexplained = false

    /// For how long the result of a sync is told, in seconds.
    static let showing: Int64 = 120
}

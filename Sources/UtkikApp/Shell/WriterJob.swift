import ClimateModel
import Dashboard
import Terminal

/// A run of the companion beside the dashboard.
///
/// Nothing here waits: what it prints is read when there is something, and its end is heard of when it has come.
struct WriterJob {
    /// What it is for.
    enum Task: Hashable {
        case sync
        case test(Source.ID)
        case change(SourceChange)
    }

    let task: Task
    let child: ChildProcess
    /// Whether the user wanted it to end.
    private(set) var isStopped = false
    /// When it is killed, if it has not ended by then.
    private(set) var killAt: ContinuousClock.Instant?
    /// Whether it has closed its output.
    private(set) var hasClosedOutput = false
    private var lines = LineSplitter()
    /// The last line that was no report: where it fails, the reason.
    private var lastText: String?
    private var hasReported = false
    private var change: SourceChangeResult?
    private var test: SourceTest?

    init(_ task: Task, _ child: ChildProcess) {
        self.task = task
        self.child = child
    }

    /// How long a companion that is to end may take.
    private static var patience: Duration { .seconds(2) }

    /// Asks it to end, and kills it if it doesn't.
    mutating func stop() {
        isStopped = true
        child.terminate()
        killAt = killAt ?? .now + Self.patience
    }

    /// Reads once what it has printed, so that a flood of it can't keep keys waiting.
    ///
    /// - Returns: what it told of a sync; nil where there is nothing more for now.
    mutating func read() -> [SyncReport]? {
        switch child.read() {
        case .nothing: return nil
        case .bytes(let bytes): return take(lines.feed(bytes))
        case .ended:
            guard !hasClosedOutput else { return nil }
            hasClosedOutput = true
            killAt = killAt ?? .now + Self.patience
            return take(lines.finish().map { [$0] } ?? [])
        }
    }

    /// Reads what it printed before it ended, as far as that is bounded.
    mutating func readRest() -> [SyncReport] {
        var reports: [SyncReport] = []
        for _ in 0..<64 {
            guard let more = read() else { break }
            reports += more
        }
        return reports
    }

    /// Kills it if it was to end by `now`.
    mutating func killIfLate(_ now: ContinuousClock.Instant) {
        guard let time = killAt, time <= now else { return }
        killAt = nil
        child.kill()
    }

    private mutating func take(_ lines: [[UInt8]]) -> [SyncReport] {
        lines.compactMap { line in
            switch task {
            case .sync:
                if let report = CompanionLine.report(line) {
                    hasReported = true
                    return report
                }
            case .test:
                if let value = CompanionLine.test(line) {
                    test = value
                    return nil
                }
            case .change:
                if let value = CompanionLine.change(line) {
                    change = value
                    return nil
                }
            }
            if let text = CompanionLine.plain(line) { lastText = text }
            return nil
        }
    }

    /// What its end means.
    func message(_ exit: ChildProcess.Exit, _ language: Language) -> Message {
        let reason = lastText ?? ShellPhrases.writerFailed(language)
        switch task {
        case .sync: return .syncEnded(ending(exit, reason))
        case .test(let id):
            return .sourceTested(id, test ?? SourceTest(address: "", error: reason))
        case .change(let wanted):
            let result = exit == .code(0) ? change : nil
            let isLocked = exit == .code(Failure.Status.locked.rawValue)
            let told = isLocked ? ShellPhrases.writerBusy(language) : reason
            return .sourceChanged(wanted, result ?? .failed(told))
        }
    }

    private func ending(_ exit: ChildProcess.Exit, _ reason: String) -> SyncEnding {
        if isStopped { return .stopped }
        switch exit {
        case .code(0): return .finished
        // Every source failed, and was told of; without a report something else went wrong.
        case .code(1) where hasReported: return .finished
        case .code(Failure.Status.locked.rawValue): return .locked
        default: return .failed(reason)
        }
    }
}

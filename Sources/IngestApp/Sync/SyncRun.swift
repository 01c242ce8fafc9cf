import ClimateModel
import ClimateStore
import Ingest
import Transport

/// One round of a sync: reads sources side by side and hands what they say to the committer.
struct SyncRun {
    let tools: ReadingTools
    let committer: Committer

    /// What was read waits no longer than this to be written, so that dashboards show it within a second.
    private static let patience = Duration.milliseconds(300)
    /// So many items of a source are prepared to be written before it is their turn.
    private static let mostPrepared = 200

    /// Reads `subscriptions`; each is reported once it is written. Reading goes on while something is written.
    ///
    /// - Throws: `StoreError` where the database can't be written any more; the rest is left unread.
    func run(_ subscriptions: [Subscription], titles: [Source.ID: String]) async throws {
        var queue = TurnQueue(subscriptions)
        var backlog = Backlog()
        var parts = PartCount()
        var left = subscriptions.count
        var writing: Writing?
        let room = tools.parser.room
        var mayOthersWrite = false
        var areWorkersNeeded = true
        try await withThrowingTaskGroup(of: Ended.self) { group in
            // Whatever waits for room is waited for when this ends.
            defer { room?.close() }
            group.addTask { await Self.tick() }
            while left > 0 || writing != nil || !backlog.outcomes.isEmpty {
                while !backlog.isFull, let next = queue.next() {
                    let title = titles[next.id] ?? next.settings.address
                    group.addTask { .source(await read(next, title)) }
                }
                if left == 0, areWorkersNeeded {
                    areWorkersNeeded = false
                    // What they take to end goes on while the rest is written.
                    group.addTask {
                        await tools.parser.endWorkers()
                        return .workersEnded
                    }
                }
                let isUrgent = room?.isFull ?? false
                let outcomes =
                    writing == nil ? backlog.take(left: left, isUrgent: isUrgent) : nil
                if writing == nil, let outcomes = outcomes ?? (mayOthersWrite ? [] : nil) {
                    mayOthersWrite = false
                    writing = Writing(outcomes)
                    group.addTask { .written(try await committer.commit(outcomes)) }
                }
                switch try await group.next() {
                case .source(var outcome):
                    parts.settle(&outcome)
                    queue.ended(outcome.subscription)
                    if outcome.rest == nil { left -= 1 }
                    backlog.add(outcome)
                case .written(let withdrawn):
                    // The next part is read only now, so that no two of one source are held in memory.
                    for rest in writing?.rests ?? [] { queue.add(rest) }
                    room?.written(writing?.sources ?? [])
                    writing = nil
                    left -= queue.remove(withdrawn)
                case .tick:
                    backlog.isLate = true
                    mayOthersWrite = true
                    group.addTask { await Self.tick() }
                case .workersEnded, nil: break
                }
            }
            group.cancelAll()
        }
    }

    /// What is being written.
    private struct Writing {
        var sources: [Source.ID]
        /// What is left of the sources of which it is a part.
        var rests: [Subscription]

        init(_ outcomes: [Committer.Outcome]) {
            sources = outcomes.map(\.subscription.id)
            rests = outcomes.compactMap(\.rest)
        }
    }

    private enum Ended: Sendable {
        case source(Committer.Outcome)
        /// With the sources that are not to be read any more.
        case written(Set<Source.ID>)
        case tick
        case workersEnded
    }

    private static func tick() async -> Ended {
        try? await Task.sleep(for: patience)
        return .tick
    }

    private func read(_ subscription: Subscription, _ title: String) async -> Committer.Outcome {
        let start = ContinuousClock.now
        let result: Result<Reading, SourceFailure>
        do throws(SourceFailure) {
            result = .success(try await SourceReader.read(subscription, tools))
        } catch {
            result = .failure(error)
        }
        let isKept = (try? result.get())?.file != nil
        tools.parser.room?.ended(subscription.id, isKept: isKept)
        return Committer.Outcome(
            subscription: subscription, title: title, result: result,
            news: Self.prepared(result), now: tools.now, duration: .now - start)
    }

    /// Of few items, as they take memory until they are written.
    private static func prepared(_ result: Result<Reading, SourceFailure>) -> [PreparedNews] {
        guard case .success(let reading) = result, let news = reading.file?.batch.news,
            news.count <= mostPrepared
        else { return [] }
        return news.map { PreparedNews($0) }
    }
}

/// What was read and waits to be written.
private struct Backlog {
    private(set) var outcomes: [Committer.Outcome] = []
    /// Whether it has waited long enough.
    var isLate = false
    private var records = 0

    /// So many sources or records are worth a transaction. Towards the end fewer are, so that little is left to be written
    /// once all is read.
    private static let enoughSources = 128
    private static let fewestSources = 12
    private static let enoughRecords = 2_600
    /// So many records wait at most while some are being written.
    private static let mostRecords = 4_000

    /// Whether nothing more is to be read before some of it is written.
    var isFull: Bool {
        outcomes.count >= 3 * Self.enoughSources || records >= Self.mostRecords
    }

    mutating func add(_ outcome: Committer.Outcome) {
        outcomes.append(outcome)
        records += outcome.records
    }

    /// All of it, where it is worth a transaction or has waited long enough; nil otherwise.
    ///
    /// - Parameters:
    ///   - left: how many sources are still to come.
    ///   - isUrgent: whether nothing can be read before.
    mutating func take(left: Int, isUrgent: Bool) -> [Committer.Outcome]? {
        let enough = min(max(left / 2, Self.fewestSources), Self.enoughSources)
        let isEnough =
            outcomes.count >= enough || records >= Self.enoughRecords
            || isLate || isUrgent || left == 0 || outcomes.contains { $0.rest != nil }
        guard isEnough, !outcomes.isEmpty else { return nil }
        defer { self = Backlog() }
        return outcomes
    }
}

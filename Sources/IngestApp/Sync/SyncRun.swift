import ClimateModel
import Ingest
import Transport

/// One round of a sync: reads sources side by side and hands what they say to the committer.
struct SyncRun {
    let tools: ReadingTools
    let committer: Committer

    /// What was read waits no longer than this to be written, so that dashboards show it within a second.
    private static let patience = Duration.milliseconds(300)

    /// Reads `subscriptions`; each is reported once it is written.
    ///
    /// - Throws: `StoreError` where the database can't be written any more; the rest is left unread.
    func run(_ subscriptions: [Subscription], titles: [Source.ID: String]) async throws {
        var queue = TurnQueue(subscriptions)
        try await withThrowingTaskGroup(of: Ended.self) { group in
            group.addTask { await Self.tick() }
            var left = subscriptions.count
            while left > 0 {
                while let next = queue.next() {
                    let title = titles[next.id] ?? next.settings.address
                    group.addTask { .source(await read(next, title)) }
                }
                switch try await group.next() {
                case .source(let outcome):
                    queue.ended(outcome.subscription)
                    if let rest = outcome.rest { queue.add(rest) } else { left -= 1 }
                    try await committer.add(outcome)
                case .tick:
                    try await committer.flush()
                    group.addTask { await Self.tick() }
                case nil: break
                }
            }
            group.cancelAll()
        }
        try await committer.flush()
    }

    private enum Ended: Sendable {
        case source(Committer.Outcome)
        case tick
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
        return Committer.Outcome(
            subscription: subscription, title: title, result: result, now: tools.now,
            duration: .now - start)
    }
}

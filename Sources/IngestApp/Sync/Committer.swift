import ClimateModel
import ClimateStore
import Ingest

/// Writes what syncs read, several sources in one transaction, and tells what became of each.
///
/// It alone touches the database while a sync goes on, but for other processes that it lets write in between.
actor Committer {
    private let store: ContentStore
    private let writer: ContentWriter
    private var known: KnownContent
    /// What the parts came to that were written of sources that are not read to the end yet.
    private var parts: [Source.ID: Part] = [:]
    /// What others removed, paused or set up otherwise meanwhile, and that of which a part can't be written: nothing that was
    /// read of it since is written.
    private var withdrawn: Set<Source.ID> = []
    private var subscriptions: [Source.ID: Subscription]?
    private var isStopped = false
    private let report: @Sendable ([SourceReport]) async -> Void

    /// How long others may write before the sync gives up.
    private static let patience = Duration.seconds(60)
    /// How long one that waits may take to notice that it may write.
    private static let grace = Duration.seconds(1)

    /// What became of reading one source.
    struct Outcome: Sendable {
        var subscription: Subscription
        var title: String
        var result: Result<Reading, SourceFailure>
        /// The news of the reading, prepared to be written; none where that is left to be done then.
        var news: [PreparedNews]
        var now: Timestamp
        var duration: Duration

        /// What is left to be read of the source, where this was a part of it.
        var rest: Subscription? {
            guard case .success(let reading) = result, reading.isPartial else { return nil }
            var rest = subscription
            rest.state = reading.state
            return rest
        }
    }

    private struct Part {
        var summary = WriteSummary()
        var problems: [Phrase] = []
        var time = Duration.zero
    }

    /// Takes the open database over.
    ///
    /// - Parameter report: told of sources once what they brought is written.
    init(
        _ session: sending WriterSession, report: @escaping @Sendable ([SourceReport]) async -> Void
    ) throws {
        store = session.store
        writer = session.writer
        known = try KnownContent(session.store)
        self.report = report
        try writer.gather()
    }

    /// What was there when it began.
    var knowledge: ParserKnowledge {
        ParserKnowledge(municipalities: known.municipalities, indicators: known.indicators)
    }

    /// Writes what was read, in one transaction, and then lets others write that wait for it.
    ///
    /// Not to be called again before it has returned.
    ///
    /// - Returns: the sources that are not to be read any more, as others changed them or a part of them can't be written.
    /// - Throws: `StoreError`.
    func commit(_ outcomes: [Outcome]) async throws -> Set<Source.ID> {
        guard !isStopped else { return [] }
        let outcomes = outcomes.filter { !withdrawn.contains($0.subscription.id) }
        if !outcomes.isEmpty { await report(try write(outcomes)) }
        if writer.isWanted { try await giveWay() }
        return withdrawn
    }

    /// Writes nothing from now on; what is being written is finished first.
    func stop() { isStopped = true }

    private func giveWay() async throws {
        if subscriptions == nil { subscriptions = try currentSubscriptions() }
        writer.settle()
        let pause = try writer.pause()
        let start = ContinuousClock.now
        var haveOthersWritten: Bool?
        while haveOthersWritten == nil {
            let waited = ContinuousClock.now - start
            // Whoever waits comes first, unless it doesn't move.
            if !writer.isWanted || waited > Self.grace {
                haveOthersWritten = try writer.resume(pause)
            }
            if haveOthersWritten == nil {
                guard waited < Self.patience else { throw StoreError.locked(path: writer.path) }
                try? await Task.sleep(for: .milliseconds(10))
            }
        }
        guard haveOthersWritten == true else { return }
        known = try KnownContent(store)
        let current = try currentSubscriptions()
        for (id, before) in subscriptions ?? [:] {
            if current[id]?.isRead(as: before) != true { withdrawn.insert(id) }
        }
    }

    private func currentSubscriptions() throws -> [Source.ID: Subscription] {
        Dictionary(
            try store.sourceOverviews().compactMap { $0.subscription }.map { ($0.id, $0) },
            uniquingKeysWith: { first, _ in first })
    }

    private func write(_ outcomes: [Outcome]) throws -> [SourceReport] {
        var prepared: [Prepared] = []
        for outcome in outcomes { prepared.append(try prepare(outcome)) }
        let news = Dictionary(
            outcomes.map { ($0.subscription.id, $0.news) }, uniquingKeysWith: { first, _ in first })
        let summaries = try writeTogether(prepared.map(\.delivery), news)
        if prepared.contains(where: { !($0.delivery.batch?.indicators.isEmpty ?? true) }) {
            known = try KnownContent(store)
        }
        var settled: [Delivery] = []
        let reports = zip(prepared, summaries).compactMap { item, written in
            var item = item
            let summary = written.map { $0.without(item.expected) }
            return report(of: &item, summary, &settled)
        }
        if !settled.isEmpty { _ = try writer.write(settled) }
        return reports
    }

    /// Nil as long as there is more to be read of the source.
    ///
    /// - Parameter settled: takes what is to be written of the source now that it is known what its content came to.
    private func report(
        of item: inout Prepared, _ written: Result<WriteSummary, StoreError>,
        _ settled: inout [Delivery]
    ) -> SourceReport? {
        let id = item.outcome.subscription.id
        var part = parts.removeValue(forKey: id) ?? Part()
        part.problems += item.outcome.problems
        part.time += item.outcome.duration
        var whole = written
        if case .success(let summary) = written {
            part.summary = part.summary + summary
            whole = .success(part.summary)
        }
        if item.outcome.rest != nil {
            guard case .failure = written else {
                parts[id] = part
                return nil
            }
            // What comes after it would be taken for read to there.
            withdrawn.insert(id)
        }
        if let delivery = Self.afterwards(&item, whole) { settled.append(delivery) }
        var report = SourceReport(
            item.outcome, item.summary, next: item.delivery.state.nextAttempt)
        let kept = KeptFigures(counts: part.summary.kept).note
        report.problems = part.problems + [kept].compactMap(\.self)
        report.duration = part.time
        return report
    }

    /// What is to be written of a source once it is known what its content came to: other bytes with the same content are
    /// no change, and content that can't be kept is a failure.
    private static func afterwards(
        _ item: inout Prepared, _ written: Result<WriteSummary, StoreError>
    ) -> Delivery? {
        switch written {
        case .success(let summary):
            item.summary = summary
            let isExpected = (item.delivery.batch != nil) == summary.hasChanges
            guard !isExpected else { return nil }
        case .failure(let error):
            item.outcome.result = .failure(
                SourceFailure(
                    Phrase(sv: error.message(in: .swedish), en: error.message(in: .english))))
        }
        item.delivery = item.outcome.delivery(hasChanged: item.summary.hasChanges)
        return item.delivery
    }

    private struct Prepared {
        var outcome: Outcome
        var delivery: Delivery
        /// What writing sources and indicators comes to, which a user does not count.
        var expected = WriteSummary()
        /// What writing its content came to.
        var summary = WriteSummary()
    }

    private func prepare(_ outcome: Outcome) throws -> Prepared {
        guard case .success(let reading) = outcome.result, var file = reading.file else {
            return Prepared(outcome: outcome, delivery: outcome.delivery(hasChanged: false))
        }
        file.batch.adopt(reading, outcome.subscription)
        known.fitSources(of: &file.batch)
        var prepared = Prepared(
            outcome: outcome, delivery: outcome.delivery(hasChanged: true),
            expected: known.outcomes(ofNamed: file))
        prepared.delivery.batch = file.batch
        if let source = file.batch.sources.first(where: { $0.id == outcome.subscription.id }) {
            prepared.outcome.title = source.title
        }
        return prepared
    }

    /// One bad delivery must not keep the others from being written: then each is written by itself.
    private func writeTogether(
        _ deliveries: [Delivery], _ news: [Source.ID: [PreparedNews]]
    ) throws -> [Result<WriteSummary, StoreError>] {
        do {
            return try writer.write(deliveries, prepared: news).map { .success($0) }
        } catch StoreError.unknownReference {
            return try deliveries.map { delivery in
                do {
                    return .success(try writer.write([delivery]).first ?? WriteSummary())
                } catch let error as StoreError {
                    guard case .unknownReference = error else { throw error }
                    return .failure(error)
                }
            }
        }
    }
}

extension Subscription {
    /// Whether what a reading for `before` brings is what a reading for this would. One that was read and now never was is
    /// another, which has been added anew.
    fileprivate func isRead(as before: Subscription) -> Bool {
        settings == before.settings && isPaused == before.isPaused
            && (state.lastAttempt != nil || before.state.lastAttempt == nil)
    }
}

extension Committer.Outcome {
    /// What could not be read although the rest could.
    var problems: [Phrase] {
        guard case .success(let reading) = result else { return [] }
        return reading.problems
    }

    /// How many records are to be written.
    var records: Int {
        guard case .success(let reading) = result else { return 0 }
        return reading.file?.records ?? 0
    }

    /// What is to be remembered of it, without its content.
    fileprivate func delivery(hasChanged: Bool) -> Delivery {
        switch result {
        case .success(let reading) where reading.isPartial:
            var state = reading.state
            // Whatever ends the sync here, the rest is due at once.
            state.nextAttempt = nil
            return Delivery(subscription: subscription.id, success: now, state: state)
        case .success(let reading):
            return Delivery(
                subscription: subscription.id, success: now,
                state: Schedule.succeeded(
                    reading.state, subscription, kind: reading.kind,
                    hasChanged: hasChanged, wish: reading.wish, now: now))
        case .failure(let failure):
            var state = Schedule.failed(
                subscription.state, subscription, wish: failure.wish, now: now)
            state.forgetMove()
            state.unsureLength = failure.unsureLength
            let message = failure.message
            return Delivery(
                subscription: subscription.id,
                error: LocalizedText(swedish: message.sv, english: message.en), state: state)
        }
    }
}

extension FetchState {
    /// Has the source's own address asked the next time, as where it has moved to may be wrong as well. What the other
    /// address answered says nothing of it.
    fileprivate mutating func forgetMove() {
        guard movedTo != nil else { return }
        movedTo = nil
        etag = nil
        lastModified = nil
        digest = nil
    }
}

extension ContentBatch {
    /// Makes the source of a subscription what the user calls it, wherever its bytes came from.
    fileprivate mutating func adopt(_ reading: Reading, _ subscription: Subscription) {
        for index in sources.indices where sources[index].id == subscription.id {
            sources[index].kind = reading.kind
            sources[index].address = subscription.settings.address
            if let title = subscription.settings.title { sources[index].title = title }
        }
    }
}

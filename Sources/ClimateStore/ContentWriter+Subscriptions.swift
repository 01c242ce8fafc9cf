import ClimateModel
import GRDB

extension ContentWriter {
    /// Writes content and state of readings in one transaction.
    ///
    /// - Throws: `StoreError`; then nothing of any delivery is written.
    public func write(_ deliveries: [Delivery]) throws -> [WriteSummary] {
        try write(deliveries, prepared: [:])
    }

    /// As ``write(_:)``, with what was done beforehand.
    ///
    /// - Parameter prepared: of each news item of a subscription's delivery, in its order; what is missing is done here.
    /// - Throws: `StoreError`.
    public func write(
        _ deliveries: [Delivery], prepared: [Source.ID: [PreparedNews]]
    ) throws -> [WriteSummary] {
        let clean = deliveries.map(\.cleaned)
        return try transact { db in
            let subscriptions = SubscriptionTable(db)
            let writer = try BatchWriter(db, length, isInsisting: false)
            let summaries = try clean.map { delivery in
                guard try subscriptions.note(delivery) else { return WriteSummary() }
                let summary =
                    try delivery.batch.map {
                        try writer.write($0, prepared: prepared[delivery.subscription] ?? [])
                    } ?? WriteSummary()
                try subscriptions.noteOutcome(of: delivery)
                return summary
            }
            try writer.finish()
            return (summaries, summaries.contains(where: \.hasChanges))
        }
    }

    /// Adds subscriptions; a new one without a title of the user's is listed by its address until it is read.
    ///
    /// - Throws: `StoreError`.
    public func subscribe(_ subscriptions: [Subscription]) throws {
        try subscribe(subscriptions, titles: [:])
    }

    /// Adds subscriptions, each with a source to be listed before it is read first.
    ///
    /// - Parameter titles: what sources are known to call themselves; one that is new and has neither that nor a title of the
    ///   user's is listed by its address.
    /// - Parameter kinds: what sources were found to be, where their settings don't tell.
    /// - Throws: `StoreError`.
    public func subscribe(
        _ subscriptions: [Subscription], titles: [Source.ID: String],
        kinds: [Source.ID: Source.Kind] = [:]
    ) throws {
        try transact { db in
            let table = SubscriptionTable(db)
            for subscription in subscriptions {
                let title = titles[subscription.id].map { CleanText.line($0) } ?? ""
                try table.put(
                    subscription.cleaned, title: title.isEmpty ? nil : title,
                    kind: kinds[subscription.id])
            }
            return ((), false)
        }
    }

    /// Takes a subscription away, and its source where nothing in the database comes from it.
    ///
    /// - Throws: `StoreError`.
    public func unsubscribe(_ id: Source.ID, deletingContent: Bool) throws -> Bool {
        try transact { db in
            let table = SubscriptionTable(db)
            let wasThere = try table.remove(id)
            if wasThere, deletingContent { try ContentRemoval(db, length).remove(id) }
            if wasThere { try table.removeUnusedSource(id) }
            return (wasThere, wasThere && deletingContent)
        }
    }

    /// Pauses a subscription, or takes it up again.
    ///
    /// - Throws: `StoreError`.
    public func setPaused(_ isPaused: Bool, _ id: Source.ID) throws -> Bool {
        try transact { db in (try SubscriptionTable(db).setPaused(isPaused, id), false) }
    }
}

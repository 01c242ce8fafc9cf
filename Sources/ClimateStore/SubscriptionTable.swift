import ClimateModel
import GRDB

/// The rows that say what syncs read.
struct SubscriptionTable {
    private let db: Database

    init(_ db: Database) { self.db = db }

    /// By the id of their source.
    func fetchAll() throws -> [Source.ID: Subscription] { try fetch("true", []) }

    /// Nil where there is none.
    func fetch(_ id: Source.ID) throws -> Subscription? {
        try fetch("s.id = ?", [id.rawValue])[id]
    }

    private func fetch(
        _ condition: String, _ arguments: StatementArguments
    ) throws -> [Source.ID: Subscription] {
        let rows = try Row.fetchCursor(
            db,
            sql: """
                SELECT s.id, b.origin, b.is_paused, b.settings, b.state
                FROM subscription b JOIN source s ON s.number = b.source WHERE \(condition)
                """, arguments: arguments)
        // Sources that were never read, of which there may be many, are all in the same state.
        var known = (text: "", state: FetchState())
        func state(_ text: String) throws -> FetchState {
            if known.text != text {
                known = (text, try RecordCoding.decode(FetchState.self, text))
            }
            return known.state
        }
        var all: [Source.ID: Subscription] = [:]
        while let row = try rows.next() {
            let id = Source.ID(rawValue: row[0])
            all[id] = Subscription(
                id: id, settings: try RecordCoding.decode(SourceSettings.self, row[3]),
                origin: Subscription.Origin(rawValue: row[1]) ?? .database, isPaused: row[2],
                state: try state(row[4]))
        }
        return all
    }

    /// Adds it, or changes the settings and origin of the one that is there. With other settings it is due at once.
    ///
    /// - Parameter title: what a new source calls itself.
    func put(
        _ subscription: Subscription, title: String? = nil, kind: Source.Kind? = nil
    ) throws {
        let settings = subscription.settings
        let shown = settings.title ?? title ?? settings.address
        var state = subscription.state
        if let known = try fetch(subscription.id) {
            state =
                known.settings == settings
                ? known.state : known.state.due(settings, after: known.settings)
        }
        try db.execute(
            sql: """
                INSERT INTO source (id, kind, title, sort_key, address) VALUES (?, ?, ?, ?, ?)
                ON CONFLICT (id) DO UPDATE SET address = excluded.address
                """,
            arguments: [
                subscription.id.rawValue, (settings.kind ?? kind ?? .feed).rawValue,
                shown, Collation.key(for: shown, in: .swedish), settings.address,
            ])
        if let title = settings.title {
            try db.execute(
                sql: "UPDATE source SET title = ?, sort_key = ? WHERE id = ?",
                arguments: [
                    title, Collation.key(for: title, in: .swedish), subscription.id.rawValue,
                ])
        }
        try db.execute(
            sql: """
                INSERT INTO subscription (source, origin, is_paused, settings, state)
                SELECT number, ?, ?, ?, ? FROM source WHERE id = ?
                ON CONFLICT (source) DO UPDATE SET origin = excluded.origin,
                    settings = excluded.settings, state = excluded.state
                """,
            arguments: [
                subscription.origin.rawValue, subscription.isPaused,
                try RecordCoding.encode(settings), try RecordCoding.encode(state),
                subscription.id.rawValue,
            ])
    }

    /// Keeps the state of a reading; false where there is no such subscription any more.
    func note(_ delivery: Delivery) throws -> Bool {
        try db.cachedStatement(
            sql: """
                UPDATE subscription SET state = ?
                WHERE source = (SELECT number FROM source WHERE id = ?)
                """
        ).execute(arguments: [
            try RecordCoding.encode(delivery.state), delivery.subscription.rawValue,
        ])
        return db.changesCount > 0
    }

    /// Keeps on the source when it succeeded last, and what went wrong if anything did.
    func noteOutcome(of delivery: Delivery) throws {
        try db.cachedStatement(
            sql: """
                UPDATE source SET last_success = coalesce(?, last_success), last_error = ?
                WHERE id = ?
                """
        ).execute(arguments: [
            delivery.success?.seconds, try delivery.error.map { try RecordCoding.encode($0) },
            delivery.subscription.rawValue,
        ])
    }

    func setPaused(_ isPaused: Bool, _ id: Source.ID) throws -> Bool {
        try db.execute(
            sql: """
                UPDATE subscription SET is_paused = ?
                WHERE source = (SELECT number FROM source WHERE id = ?)
                """, arguments: [isPaused, id.rawValue])
        return db.changesCount > 0
    }

    /// Whether there was one. What went wrong with it is forgotten, as it is not read any more.
    func remove(_ id: Source.ID) throws -> Bool {
        try db.execute(
            sql:
                "DELETE FROM subscription WHERE source = (SELECT number FROM source WHERE id = ?)",
            arguments: [id.rawValue])
        guard db.changesCount > 0 else { return false }
        try db.execute(
            sql: "UPDATE source SET last_error = NULL WHERE id = ?", arguments: [id.rawValue])
        return true
    }

    /// Deletes a source that nothing comes from.
    func removeUnusedSource(_ id: Source.ID) throws {
        try db.execute(
            sql: """
                DELETE FROM source WHERE id = ?1
                AND NOT EXISTS (SELECT 1 FROM indicator WHERE source = source.number)
                AND NOT EXISTS (SELECT 1 FROM provenance p WHERE p.source = source.number)
                AND NOT EXISTS (SELECT 1 FROM project p WHERE p.source = source.number)
                AND NOT EXISTS (SELECT 1 FROM award a WHERE a.source = source.number)
                AND NOT EXISTS (SELECT 1 FROM news n WHERE n.source = source.number)
                AND NOT EXISTS (SELECT 1 FROM news_copy c WHERE c.source = source.number)
                """, arguments: [id.rawValue])
    }
}

extension SourceOverview {
    /// All, by Swedish title.
    static func fetchAll(_ db: Database) throws -> [SourceOverview] {
        let subscriptions = try SubscriptionTable(db).fetchAll()
        let news = try counts(
            db,
            """
            SELECT s.id, f.count FROM facet f JOIN source s ON s.number = f.source
            WHERE f.municipality = 0 AND f.kind = 0
            """)
        let figures = try counts(
            db,
            """
            SELECT s.id, g.count FROM (
                SELECT coalesce(p.source, i.source) AS source, sum(o.count) AS count FROM (
                    SELECT indicator, provenance, count(*) AS count FROM observation
                    GROUP BY indicator, provenance
                ) o
                JOIN indicator i ON i.number = o.indicator
                LEFT JOIN provenance p ON p.number = o.provenance GROUP BY 1
            ) g JOIN source s ON s.number = g.source
            """)
        let projects = try counts(
            db,
            """
            SELECT s.id, count(*) FROM project p JOIN source s ON s.number = p.source GROUP BY s.id
            """)
        return try Source.fetchAll(db).map { source in
            SourceOverview(
                source: source, subscription: subscriptions[source.id],
                newsCount: news[source.id] ?? 0, figureCount: figures[source.id] ?? 0,
                projectCount: projects[source.id] ?? 0,
                background: source.kind == .starter ? StarterSources.background[source.id] : nil)
        }
    }

    private static func counts(_ db: Database, _ sql: String) throws -> [Source.ID: Int] {
        let rows = try Row.fetchCursor(db, sql: sql)
        var counts: [Source.ID: Int] = [:]
        while let row = try rows.next() { counts[Source.ID(rawValue: row[0])] = row[1] }
        return counts
    }
}

extension Delivery {
    /// With clean text, as it is to be kept.
    var cleaned: Delivery {
        var delivery = self
        delivery.batch = batch?.cleaned()
        delivery.error = error?.cleaned
        return delivery
    }
}

extension FetchState {
    /// Due at once, with nothing remembered of the last answer where its bytes are to be read in another way.
    fileprivate func due(_ settings: SourceSettings, after old: SourceSettings) -> FetchState {
        var state = self
        state.nextAttempt = nil
        state.failures = 0
        if settings.reading != old.reading {
            state.etag = nil
            state.lastModified = nil
            state.digest = nil
            state.cursor = nil
        }
        // What it was found to be tells nothing of what it is to be read as.
        if settings.kind != old.kind {
            state.interval = nil
            state.namedFeed = nil
        }
        return state
    }
}

extension SourceSettings {
    /// What decides how its bytes are read.
    fileprivate var reading: SourceSettings {
        var settings = self
        settings.title = nil
        settings.allowsPrivateHost = false
        settings.interval = nil
        settings.user = nil
        settings.passwordCommand = nil
        return settings
    }
}

extension Subscription {
    /// With clean text, as it is to be kept.
    var cleaned: Subscription {
        var subscription = self
        subscription.settings.address = CleanText.line(settings.address)
        subscription.settings.title = settings.title.map { CleanText.line($0) }
        subscription.settings.publisher = settings.publisher.map { CleanText.line($0) }
        return subscription
    }
}

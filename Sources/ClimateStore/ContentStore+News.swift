import ClimateModel
import GRDB

extension ContentStore {
    /// Counting may stop at a bound, which `ListCount.isAtLeast` tells.
    ///
    /// - Throws: `StoreError`.
    public func newsCount(_ query: NewsQuery) throws -> ListCount {
        try read { db in
            let (known, isComplete) = try index.list(db, query).count(db)
            let unread = query.unreadOnly ? known : try index.unreadCount(db, query)
            return ListCount(total: known, unread: unread, isAtLeast: !isComplete)
        }
    }

    /// At most 10,000 rows, whatever the window asks for.
    ///
    /// - Throws: `StoreError`.
    public func news(_ query: NewsQuery, in window: Window) throws -> [NewsSummary] {
        try read { db in
            let keys = try index.list(db, query)
                .keys(db, offset: window.offset, count: min(window.count, Self.longestWindow))
            let words = try SearchWords(query.search, db)
            return try keys.compactMap { key in
                guard let row = try NewsRow.fetch(db, key: key) else { return nil }
                var summary = row.summary
                if let marks = index.marks {
                    summary.isUnread = !marks.isRead(row.arrival)
                    summary.isStarred = marks.starred.contains(summary.id)
                }
                if !words.isEmpty { summary.excerpt = try excerpt(db, key, words) }
                return summary
            }
        }
    }

    /// Its index in the list, from 0; nil where it is not there or does not match.
    ///
    /// - Throws: `StoreError`.
    public func position(of item: NewsItem.ID, in query: NewsQuery) throws -> Int? {
        try read { db in
            let key = try Int64.fetchOne(
                db.cachedStatement(sql: "SELECT key FROM news WHERE id = ?"),
                arguments: [NewsArrivals.known(db, item).rawValue])
            guard let key else { return nil }
            return try index.list(db, query).position(db, of: key)
        }
    }

    /// The item in full; nil where there is none.
    ///
    /// - Throws: `StoreError`.
    public func newsItem(_ id: NewsItem.ID) throws -> NewsItem? {
        try read { try NewsItem.fetch($0, id: id) }
    }

    /// No window gives more rows than this, whatever is asked for.
    static let longestWindow = 10_000

    /// From the body where a word of it matches, else from the title.
    private func excerpt(_ db: Database, _ key: Int64, _ words: SearchWords) throws -> Excerpt? {
        guard let item = try NewsItem.fetchText(db, key: key) else { return nil }
        let texts = [
            item.body.swedish?.plain, item.body.english?.plain, item.summary.swedish,
            item.summary.english, item.title.swedish, item.title.english,
            item.provenance.publisher, item.author,
        ]
        return Excerpt.best(of: texts.compactMap { $0 }, words)
    }
}

import GRDB

/// Writes the full-text index of news.
///
/// The index writes out what it has gathered whenever a row number is lower than the last one, so rows are gathered here and
/// given to it in order, also those of many sources: it takes them several times as fast so.
final class SearchWriter {
    private let db: Database
    private let insert: FastStatement
    private var waiting: [Int64: Row] = [:]

    /// What is found by one row.
    struct Row {
        /// Each word of the item once, in UTF-8; the index forgets a row by the same text.
        var text: [UInt8]
        /// The lists that the item is in, as words.
        var facets: String
    }

    /// So many rows are gathered at most.
    private static let limit = 4_000

    init(_ db: Database) throws {
        self.db = db
        insert = try FastStatement(
            db, "INSERT INTO news_search (rowid, text, facets) VALUES (?, ?, ?)")
    }

    /// Adds a row, by the end of the transaction at the latest.
    func add(_ row: Row, key: Int64) throws {
        waiting[key] = row
        if waiting.count >= Self.limit { try finish() }
    }

    /// Takes out the row of `key`, which was added as `row`.
    func remove(_ row: Row, key: Int64) throws {
        guard waiting.removeValue(forKey: key) == nil else { return }
        try db.cachedStatement(
            sql: """
                INSERT INTO news_search (news_search, rowid, text, facets)
                VALUES ('delete', ?, ?, ?)
                """
        ).execute(arguments: [key, String(decoding: row.text, as: UTF8.self), row.facets])
    }

    /// Writes what is waiting.
    func finish() throws {
        for (key, row) in waiting.sorted(by: { $0.key < $1.key }) {
            insert.bind(key)
            insert.bind(utf8: row.text)
            insert.bind(row.facets)
            try insert.run()
        }
        waiting = [:]
    }
}

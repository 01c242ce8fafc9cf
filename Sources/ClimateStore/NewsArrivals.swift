import ClimateModel
import GRDB

/// The numbers that news items got as they arrived, and those that are free again: the table `news_gone`.
///
/// A number is never given twice, as a user's marks are kept by it.
enum NewsArrivals {
    /// The last one that was ever given.
    static func last(_ db: Database) throws -> Int64 {
        try Int64.fetchOne(
            db,
            sql: """
                SELECT max(coalesce((SELECT max(arrival) FROM news), 0),
                    coalesce((SELECT max(last) FROM news_gone), 0))
                """) ?? 0
    }

    /// Notes that there are no items any more that arrived as `arrivals`.
    ///
    /// - Parameter target: the item that has what they had.
    static func remove(_ db: Database, _ arrivals: [Int64], joinedTo target: Int64? = nil) throws {
        let insert = try db.cachedStatement(
            sql: "INSERT INTO news_gone (first, last, target) VALUES (?, ?, ?)")
        var ordered = arrivals.sorted()[...]
        while let first = ordered.popFirst() {
            var last = first
            while ordered.first == last + 1 { last = ordered.removeFirst() }
            try insert.execute(arguments: [first, last, target])
        }
    }

    /// Of the item of that name, which may be what a source calls one that is known by another name; nil where there is none.
    static func arrival(_ db: Database, of id: NewsItem.ID) throws -> Int64? {
        try Int64.fetchOne(
            db.cachedStatement(
                sql: """
                    SELECT arrival FROM news WHERE id = ?1
                    UNION ALL SELECT arrival FROM news_copy WHERE id = ?1 LIMIT 1
                    """), arguments: [id.rawValue])
    }

    /// The name that the item of any name is known by; `id` itself where there is none.
    static func known(_ db: Database, _ id: NewsItem.ID) throws -> NewsItem.ID {
        guard let arrival = try arrival(db, of: id) else { return id }
        let known = try Int64.fetchOne(
            db.cachedStatement(sql: "SELECT id FROM news WHERE arrival = ?"), arguments: [arrival])
        return known.map(NewsItem.ID.init(rawValue:)) ?? id
    }
}

extension ReadMarks {
    /// Takes in that items are gone since the row `number` of `news_gone`: what they were joined to is read if they were, and
    /// their numbers count as read from now on.
    func takeOut(_ contentDB: Database, after number: Int64) throws {
        let rows = try Row.fetchCursor(
            contentDB,
            sql: "SELECT first, last, target FROM news_gone WHERE number > ? ORDER BY number",
            arguments: [number])
        while let row = try rows.next() {
            let (first, last): (Int64, Int64) = (row[0], row[1])
            if let target: Int64 = row[2], isRead(first) { set(target, read: true) }
            for arrival in first...max(first, last) { set(arrival, read: true) }
        }
    }
}

import GRDB

/// What must hold in a content database whatever happened to its writer.
enum WholeDatabase {
    /// Everything that does not hold; empty for a whole database. Nobody may be writing.
    static func faults(_ path: String) throws -> [String] {
        let queue = try DatabaseQueue(path: path)
        return try queue.writeWithoutTransaction { db in
            var faults = try String.fetchAll(db, sql: "PRAGMA integrity_check").filter {
                $0 != "ok"
            }
            if try Row.fetchOne(db, sql: "PRAGMA foreign_key_check") != nil {
                faults.append("a reference leads nowhere")
            }
            for table in ["news_search", "project_search"] {
                do {
                    try db.execute(
                        sql: "INSERT INTO \(table) (\(table)) VALUES ('integrity-check')")
                } catch {
                    faults.append("\(table): \(error)")
                }
            }
            for (sql, fault) in rules where try Int.fetchOne(db, sql: sql) ?? 0 != 0 {
                faults.append(fault)
            }
            return faults
        }
    }

    /// Counts of what must not be.
    private static let rules = [
        (
            "SELECT count(*) FROM news LEFT JOIN news_body b USING (arrival) WHERE b.identity IS NULL",
            "an item has no body"
        ),
        (
            "SELECT count(*) FROM news_body b LEFT JOIN news n USING (arrival) WHERE n.id IS NULL",
            "a body has no item"
        ),
        (
            "SELECT (SELECT count FROM facet WHERE number = 1) <> (SELECT count(*) FROM news)",
            "the number of all items is wrong"
        ),
        (
            """
            SELECT count(*) FROM facet f WHERE f.number <> 1
            AND f.count <> (SELECT count(*) FROM facet_news n WHERE n.facet = f.number)
            """, "the number of items of a facet is wrong"
        ),
        (
            """
            SELECT count(*) FROM facet_news f LEFT JOIN news n USING (arrival) WHERE n.id IS NULL
            """, "a facet has an item that is not there"
        ),
        (
            """
            SELECT count(*) FROM subscription s JOIN source o ON o.number = s.source
            WHERE s.state LIKE '%"digest":%' AND NOT EXISTS
                (SELECT 1 FROM news n WHERE n.source = o.number)
            """, "a source counts as read and has nothing"
        ),
    ]
}

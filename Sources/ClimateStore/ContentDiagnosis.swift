import Foundation
import GRDB

/// How a content database is: for whoever looks for what is wrong.
public struct ContentDiagnosis: Hashable, Sendable {
    /// The version of SQLite that the program runs with.
    public var sqlite: String
    /// The version of its schema.
    public var schema: String
    /// "ok", or the first fault that SQLite finds.
    public var integrity: String
    /// Of the file, without its write-ahead log; nil in memory.
    public var bytes: Int64?
    /// How many municipalities it has.
    public var municipalities: Int
    /// How many observations it has, those without a value included.
    public var figures: Int
    /// How many projects it has.
    public var projects: Int
    /// How many news items it has.
    public var news: Int
}

extension ContentStore {
    /// Reads the whole database: seconds for a large one.
    public func diagnose() throws -> ContentDiagnosis {
        let path = connection.path
        return try read { db in
            func count(_ sql: String) throws -> Int { try Int.fetchOne(db, sql: sql) ?? 0 }
            let attributes = try? FileManager.default.attributesOfItem(atPath: path)
            return ContentDiagnosis(
                sqlite: try String.fetchOne(db, sql: "SELECT sqlite_version()") ?? "",
                schema: try ContentMigrations.migrator.completedMigrations(db).last ?? "",
                integrity: try String.fetchOne(db, sql: "PRAGMA quick_check(1)") ?? "ok",
                bytes: (attributes?[.size] as? NSNumber)?.int64Value,
                municipalities: try count("SELECT count(*) FROM municipality"),
                figures: try count("SELECT count(*) FROM observation"),
                projects: try count("SELECT count(*) FROM project"),
                news: try count("SELECT count(*) FROM news"))
        }
    }
}

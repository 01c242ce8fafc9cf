import ClimateModel
import Foundation
import GRDB

/// Tells a whole content database of this version from everything else a file can be.
enum ContentCheck {
    /// Databases up to this size are checked through; a larger one shows its damage when it is read.
    static let fullCheckLimit = 16 << 20

    /// The first 100 bytes; nil where there is no file, or an empty one.
    ///
    /// - Throws: `StoreError.corrupt` for what is no database.
    static func header(_ path: String) throws -> Data? {
        guard let file = FileHandle(forReadingAtPath: path) else { return nil }
        defer { try? file.close() }
        guard let header = try file.read(upToCount: 100), !header.isEmpty else { return nil }
        guard header.count == 100, header.starts(with: "SQLite format 3\0".utf8) else {
            throw StoreError.corrupt(path: path, reason: "not an SQLite database")
        }
        return header
    }

    /// Looks at the header alone, before SQLite touches the file: the database of another program stays as it is.
    ///
    /// The application id is at byte 68 (sqlite.org/fileformat.html#application_id).
    static func refuseForeign(_ path: String) throws {
        guard let header = try header(path) else { return }
        let id = header[68..<72].reduce(0) { $0 << 8 | Int($1) }
        if id == ContentMigrations.applicationID { return }
        // A database of our own has no id yet while its first pages are in the write-ahead log alone, or when its writer
        // was killed before it made a table.
        let isFrozen = FrozenFile(path: path) != nil
        let isOurs = try Connection.readingQueue(path, isFrozen: isFrozen).inDatabase {
            let logged = try Int.fetchOne($0, sql: "PRAGMA application_id")
            let tables = try Int.fetchOne($0, sql: "SELECT count(*) FROM sqlite_master")
            return logged == ContentMigrations.applicationID || tables == 0
        }
        guard isOurs else { throw StoreError.foreign(path: path) }
    }

    /// Reads the schema and, where the file is small, every page.
    ///
    /// - Throws: `StoreError.newer`, `.foreign` or SQLite's error for a damaged file.
    ///
    /// - Parameter limit: how many bytes are small.
    static func check(_ db: Database, path: String, limit: Int) throws {
        let pages = try Int.fetchOne(db, sql: "PRAGMA page_count") ?? 0
        guard pages > 0 else { return }
        let id = try Int.fetchOne(db, sql: "PRAGMA application_id") ?? 0
        let tables = try Int.fetchOne(db, sql: "SELECT count(*) FROM sqlite_master") ?? 0
        guard tables > 0 else { return }
        guard id == ContentMigrations.applicationID else { throw StoreError.foreign(path: path) }
        if try ContentMigrations.migrator.hasBeenSuperseded(db) {
            throw StoreError.newer(path: path)
        }
        let pageSize = try Int.fetchOne(db, sql: "PRAGMA page_size") ?? 4_096
        guard pages * pageSize <= limit else { return }
        let verdict = try String.fetchOne(db, sql: "PRAGMA quick_check(1)") ?? "ok"
        guard verdict == "ok" else { throw StoreError.corrupt(path: path, reason: verdict) }
    }
}

/// Gives a damaged database another name, so that nothing is lost and a new one can take its place.
enum SettingAside {
    /// Renames the database and what SQLite keeps beside it.
    ///
    /// - Returns: the new path.
    static func move(_ path: String, now: Timestamp) throws(StoreError) -> String {
        let clock = now.clock()
        let day = clock.date.description.filter { $0 != "-" }
        let time = [clock.hour, clock.minute, clock.second]
            .map { $0 < 10 ? "0\($0)" : "\($0)" }.joined()
        let files = FileManager.default
        var target = "\(path).corrupt-\(day)-\(time)"
        var number = 2
        while files.fileExists(atPath: target) {
            target = "\(path).corrupt-\(day)-\(time)-\(number)"
            number += 1
        }
        do {
            try files.moveItem(atPath: path, toPath: target)
            for suffix in ["-wal", "-shm"] where files.fileExists(atPath: path + suffix) {
                try files.moveItem(atPath: path + suffix, toPath: target + suffix)
            }
        } catch {
            throw .inaccessible(path: path, reason: SystemReason.phrase(error))
        }
        return target
    }
}

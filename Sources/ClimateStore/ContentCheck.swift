import ClimateModel
import Foundation
import GRDB
import GRDBSQLite

/// Tells a whole content database of this version from everything else a file can be.
enum ContentCheck {
    /// Databases up to this size are checked through; a larger one shows its damage when it is read.
    static let fullCheckLimit = 16 << 20

    /// Looks for what is no database of Utkik's, which is read only for that and stays as it is.
    ///
    /// Through SQLite alone: were the file opened and closed by this process in any other way, all locks that it holds on it
    /// would be gone (sqlite.org/howtocorrupt.html, section 2.2).
    ///
    /// - Throws: `StoreError.foreign`, or SQLite's error for what is no database.
    static func refuseForeign(_ path: String) throws {
        guard let size = FileIdentity.size(path: path), size > 0 else { return }
        let isFrozen = FrozenFile(path: path) != nil
        try Connection.readingQueue(path, isFrozen: isFrozen).inDatabase {
            try refuseForeign($0, path: path)
        }
    }

    /// The same for a database that is open.
    static func refuseForeign(_ db: Database, path: String) throws {
        if try Int.fetchOne(db, sql: "PRAGMA application_id") == ContentMigrations.applicationID {
            return
        }
        // A database of our own has no id yet when its writer was killed before it made a table.
        guard try Int.fetchOne(db, sql: "SELECT count(*) FROM sqlite_master") == 0 else {
            throw StoreError.foreign(path: path)
        }
    }

    /// Looks at the first bytes of the open file itself: SQLite does not look at a file whose log it knows, so what was
    /// written over it would be found much later.
    ///
    /// - Throws: `StoreError.corrupt`.
    static func checkHeader(_ db: Database, path: String) throws {
        var file: UnsafeMutablePointer<sqlite3_file>?
        let code = withUnsafeMutablePointer(to: &file) {
            sqlite3_file_control(db.sqliteConnection, "main", SQLITE_FCNTL_FILE_POINTER, $0)
        }
        guard code == SQLITE_OK, let file, let read = file.pointee.pMethods?.pointee.xRead else {
            return
        }
        // Its end is a zero byte (sqlite.org/fileformat.html, section 1.3.1).
        let magic = Array("SQLite format 3\0".utf8)
        var bytes = [UInt8](repeating: 0, count: magic.count)
        // All of it may still be in the log: then there is nothing in the file, and it is filled up with zeros.
        let result = read(file, &bytes, CInt(bytes.count), 0)
        guard bytes == magic || result != SQLITE_OK && bytes.allSatisfy({ $0 == 0 }) else {
            throw StoreError.corrupt(path: path, reason: "not an SQLite database")
        }
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

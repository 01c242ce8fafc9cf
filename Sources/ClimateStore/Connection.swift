import Foundation
import GRDB
import GRDBSQLite

/// How each kind of connection is set up.
enum Connection {
    /// How long a reader waits for a lock, in seconds: less than a keypress may take to show.
    private static let readerPatience = 0.01

    /// Reads a content database; never writes a byte of it.
    static func reader() -> Configuration {
        var configuration = Configuration()
        configuration.label = "utkik.reader"
        configuration.readonly = true
        configuration.busyMode = .timeout(readerPatience)
        configuration.prepareDatabase { db in
            try db.execute(sql: "PRAGMA query_only = 1; PRAGMA trusted_schema = 0")
        }
        return configuration
    }

    /// Reads the content database at `path`.
    ///
    /// - Parameter isFrozen: whether it does not change and has nothing beside it, see `FrozenFile`.
    static func readingQueue(_ path: String, isFrozen: Bool) throws -> DatabaseQueue {
        // sqlite.org/uri.html#uriimmutable
        let name =
            isFrozen ? URL(fileURLWithPath: path).absoluteString + "?immutable=1" : path
        return try DatabaseQueue(path: name, configuration: reader())
    }

    /// Gives a connection that writes many times in a row 9 MB for pages, which spares it a quarter of its reading.
    static let gatheringMemory = "PRAGMA cache_size = -9000"

    /// Writes a content database. `-wal` and `-shm` stay when it closes, so that a user who may not write can read.
    static func writer() -> Configuration {
        var configuration = Configuration()
        configuration.label = "utkik.writer"
        configuration.busyMode = .timeout(5)
        configuration.prepareDatabase { db in
            // Of a new database; another keeps its own. Larger pages take fewer calls to write.
            try db.execute(sql: "PRAGMA page_size = 8192")
            try setUpWriting(db)
            // A log that is used again at once is not cut short before.
            try db.execute(sql: "PRAGMA cache_size = -6000; PRAGMA journal_size_limit = 16777216")
        }
        return configuration
    }

    /// Writes a user's state; waits for another window of the same user only briefly.
    static func state() -> Configuration {
        var configuration = Configuration()
        configuration.label = "utkik.state"
        configuration.busyMode = .timeout(0.05)
        configuration.prepareDatabase { db in
            try setUpWriting(db)
        }
        return configuration
    }

    /// `secure_delete` is on in Debian's SQLite and only costs here; `NORMAL` is safe in WAL mode: a power cut may lose the
    /// last transactions, never the database (sqlite.org/pragma.html#pragma_synchronous).
    private static func setUpWriting(_ db: Database) throws {
        try db.execute(
            sql: """
                PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA foreign_keys = 1;
                PRAGMA secure_delete = 0; PRAGMA trusted_schema = 0
                """)
        var keep: CInt = 1
        sqlite3_file_control(db.sqliteConnection, "main", SQLITE_FCNTL_PERSIST_WAL, &keep)
    }
}

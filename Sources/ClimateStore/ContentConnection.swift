import ClimateModel
import Foundation
import GRDB

/// A connection that reads a content database, and what it knows of the content's version.
final class ContentConnection {
    let path: String
    private let queue: DatabaseQueue
    /// The file it reads; nil in memory.
    private let file: FileIdentity?
    /// What it was when it was opened, where it is read as one that does not change.
    private let frozen: FrozenFile?
    private(set) var instance = ""
    private var seenDataVersion: Int64?
    /// The version of the content as it was read last; nil before the first time.
    private(set) var contentVersion: Int64?

    init(path: String) throws(StoreError) {
        guard FileManager.default.fileExists(atPath: path) else { throw .missing(path: path) }
        self.path = path
        file = FileIdentity(path: path)
        let frozen = FrozenFile(path: path)
        self.frozen = frozen
        queue = try StoreError.wrapping(path) {
            try Connection.readingQueue(path, isFrozen: frozen != nil)
        }
        try StoreError.wrapping(path) { try queue.inDatabase { try checkVersion($0) } }
    }

    /// Reads `queue`, which is in memory.
    init(memory queue: DatabaseQueue) {
        path = ":memory:"
        file = nil
        frozen = nil
        self.queue = queue
    }

    private func checkVersion(_ db: Database) throws {
        try ContentCheck.refuseForeign(db, path: path)
        let migrator = ContentMigrations.migrator
        guard try Int.fetchOne(db, sql: "SELECT count(*) FROM sqlite_master") ?? 0 > 0 else {
            throw StoreError.missing(path: path)
        }
        if try migrator.hasBeenSuperseded(db) { throw StoreError.newer(path: path) }
        if try !migrator.hasCompletedMigrations(db) { throw StoreError.older(path: path) }
        if try Int.fetchOne(db, sql: "SELECT version FROM content") == 0 {
            throw StoreError.missing(path: path)
        }
    }

    /// Runs `body` on one state of the content. `changed` is run before it, on the same state, where the content differs
    /// from that of the last call, and where it failed then.
    func read<Result>(
        changed: (Database) throws -> Void, _ body: (Database) throws -> Result
    ) throws -> Result {
        try StoreError.wrapping(path) {
            try queue.read { db in
                try lookForNewContent(db, changed)
                return try body(db)
            }
        }
    }

    /// A number that changes whenever another connection writes to the file.
    func dataVersion() throws -> Int64 {
        try StoreError.wrapping(path) {
            try queue.inDatabase { db in
                if file != nil { try ContentCheck.checkHeader(db, path: path) }
                return try Self.dataVersion(db)
            }
        }
    }

    /// Whether the file at `path` is another one than that which is read, or has to be opened anew to be read as it is.
    var isReplaced: Bool {
        if let frozen { return frozen.isPast }
        return file != nil && FileIdentity(path: path) != file
    }

    private func lookForNewContent(
        _ db: Database, _ changed: (Database) throws -> Void
    ) throws {
        let dataVersion = try Self.dataVersion(db)
        // In memory the writer shares the connection, whose own changes the number does not tell.
        guard dataVersion != seenDataVersion || file == nil else { return }
        let row = try Row.fetchOne(
            db.cachedStatement(sql: "SELECT version, instance FROM content"))
        let version: Int64 = row?[0] ?? 0
        instance = row?[1] ?? ""
        if version != contentVersion { try changed(db) }
        seenDataVersion = dataVersion
        contentVersion = version
    }

    private static func dataVersion(_ db: Database) throws -> Int64 {
        try Int64.fetchOne(db.cachedStatement(sql: "PRAGMA data_version")) ?? 0
    }
}

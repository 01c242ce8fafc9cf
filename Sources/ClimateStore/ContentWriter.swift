import ClimateModel
import Foundation
import GRDB

/// The one that writes the content database. While it lives no other process can.
public final class ContentWriter: ClimateWriting {
    /// What it found when it was opened.
    public enum Beginning: Hashable, Sendable {
        /// A whole database of this version, or an earlier one that is now brought up to date.
        case existing
        /// No database: a new one, with the starter content.
        case created
        /// A damaged database, now called `setAside`; a new one, with the starter content, is in its place.
        case replaced(setAside: String, reason: String)
    }

    /// How the database was found when it was opened.
    public let beginning: Beginning
    /// Where the database is.
    public let path: String

    let lock: WriterLock?
    let queue: DatabaseQueue
    let length: BlockLength
    /// What a damaged database is named by; nil in memory.
    let opened: Timestamp?
    /// The file that is written; nil in memory.
    let file: FileIdentity?
    /// Whether what is written stays in the log until ``settle()``.
    private var isGathering = false
    /// Whether the log holds anything.
    private var hasLog = false
    /// The damage that was met while writing; nothing can be written from then on.
    private var damage: StoreError?

    private init(
        path: String, lock: WriterLock?, queue: DatabaseQueue, beginning: Beginning,
        length: BlockLength = BlockLength(), opened: Timestamp? = nil
    ) {
        self.length = length
        self.opened = opened
        self.path = path
        self.lock = lock
        self.queue = queue
        self.beginning = beginning
        file = opened == nil ? nil : FileIdentity(path: path)
    }

    deinit { settle() }

    /// Takes the writer's lock and opens the database, made with the starter content where it is missing or damaged.
    ///
    /// A database of another program or of a newer version is refused and left as it is.
    ///
    /// - Parameter now: names a damaged database that is set aside: `NAME.corrupt-20261121-204500`.
    public static func open(
        at location: StoreLocation, now: Timestamp
    ) throws(StoreError) -> ContentWriter {
        try open(at: location, now: now, checkLimit: ContentCheck.fullCheckLimit)
    }

    /// - Parameter checkLimit: databases up to so many bytes are checked through.
    static func open(
        at location: StoreLocation, now: Timestamp, checkLimit: Int
    ) throws(StoreError) -> ContentWriter {
        let path = location.content
        try makeFolder(of: path)
        let lock = try WriterLock(path: location.lock)
        do {
            let queue = try openExisting(path, checkLimit: checkLimit)
            let isNew = try isUnwritten(queue, path)
            let writer = ContentWriter(
                path: path, lock: lock, queue: queue, beginning: isNew ? .created : .existing,
                opened: now)
            if isNew { try writer.writeStarterContent() }
            return writer
        } catch .corrupt(_, let reason) {
            let setAside = try SettingAside.move(path, now: now)
            let writer = ContentWriter(
                path: path, lock: lock, queue: try openExisting(path, checkLimit: checkLimit),
                beginning: .replaced(setAside: setAside, reason: reason), opened: now)
            try writer.writeStarterContent()
            return writer
        }
    }

    /// A writer of a new database in memory, and the connection that it writes to.
    static func inMemory(
        length: BlockLength = BlockLength()
    ) throws(StoreError) -> (writer: ContentWriter, queue: DatabaseQueue) {
        let path = ":memory:"
        let queue = try StoreError.wrapping(path) {
            var configuration = Configuration()
            configuration.label = "utkik.memory"
            let queue = try DatabaseQueue(configuration: configuration)
            try ContentMigrations.migrator.migrate(queue)
            return queue
        }
        let writer = ContentWriter(
            path: path, lock: nil, queue: queue, beginning: .created, length: length)
        return (writer, queue)
    }

    /// Writes `batch` in one transaction: all of it or nothing.
    ///
    /// - Throws: `StoreError`.
    public func write(_ batch: ContentBatch) throws -> WriteSummary {
        try write(batch) { _ in }
    }

    /// As ``write(_:)``, telling how it goes.
    ///
    /// A database that turns out to be damaged is set aside at once: the next opening makes a new one.
    ///
    /// - Parameter progress: called every 500 records with how many are written; nothing is kept until all are.
    public func write(
        _ batch: ContentBatch, progress: @escaping (Int) -> Void
    ) throws -> WriteSummary {
        let clean = batch.cleaned()
        return try transact { db in
            let writer = try BatchWriter(db, length, isInsisting: true, progress: progress)
            let summary = try writer.write(clean)
            try writer.finish()
            return (summary, summary.hasChanges)
        }
    }

    /// Runs `body` in one transaction: all that it does is kept, or nothing.
    ///
    /// - Parameter body: gives its result, and whether readers have something new to see.
    func transact<Result>(_ body: (Database) throws -> (Result, hasChanges: Bool)) throws -> Result
    {
        if let damage { throw damage }
        if let lock, !lock.isHeld { throw StoreError.locked(path: path) }
        do {
            return try commit(body)
        } catch {
            if case .corrupt = error, let opened {
                damage = error
                _ = try SettingAside.move(path, now: opened)
            }
            throw error
        }
    }

    private func commit<Result>(
        _ body: (Database) throws -> (Result, hasChanges: Bool)
    ) throws(StoreError) -> Result {
        try StoreError.wrapping(path) {
            let (result, hasChanges) = try queue.write { db in
                let (result, hasChanges) = try body(db)
                if hasChanges { try db.execute(sql: "UPDATE content SET version = version + 1") }
                return (result, hasChanges)
            }
            hasLog = hasLog || hasChanges
            if !isGathering { settle() }
            return result
        }
    }

    /// To be called by who will write many times in a row: what is written stays in the log beside the database until
    /// ``settle()``, as emptying the log takes as long as writing some hundred items, and more of the database is kept in
    /// memory.
    public func gather() throws(StoreError) {
        isGathering = true
        try StoreError.wrapping(path) {
            try queue.inDatabase { try $0.execute(sql: Connection.gatheringMemory) }
        }
    }

    /// Moves what was written from the log to the database. Whoever opens the database first reads through what the log
    /// still holds, so nothing is left in it. A reader that stands in the way only puts it off.
    public func settle() {
        guard opened != nil, hasLog else { return }
        hasLog = false
        try? queue.writeWithoutTransaction { _ = try $0.checkpoint(.truncate) }
    }

    /// Whether nothing was ever written to it: also when an earlier writer was killed before it got to the starter content.
    private static func isUnwritten(
        _ queue: DatabaseQueue, _ path: String
    ) throws(StoreError) -> Bool {
        try StoreError.wrapping(path) {
            try queue.read { try Int.fetchOne($0, sql: "SELECT version FROM content") } == 0
        }
    }

    private func writeStarterContent() throws(StoreError) {
        try StoreError.wrapping(path) { _ = try write(try StarterContent.batch()) }
    }

    private static func makeFolder(of path: String) throws(StoreError) {
        let folder = (path as NSString).deletingLastPathComponent
        guard !folder.isEmpty else { return }
        do {
            try FileManager.default.createDirectory(
                atPath: folder, withIntermediateDirectories: true)
        } catch {
            throw .inaccessible(path: folder, reason: SystemReason.phrase(error))
        }
    }

    private static func openExisting(
        _ path: String, checkLimit: Int
    ) throws(StoreError) -> DatabaseQueue {
        try StoreError.wrapping(path) {
            try ContentCheck.refuseForeign(path)
            let queue = try DatabaseQueue(path: path, configuration: Connection.writer())
            try queue.inDatabase { try ContentCheck.check($0, path: path, limit: checkLimit) }
            try ContentMigrations.migrator.migrate(queue)
            return queue
        }
    }
}

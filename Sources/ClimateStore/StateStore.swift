import ClimateModel
import Foundation
import GRDB

/// One user's marks and preferences.
public final class StateStore: ReaderStateWriting {
    /// Where the database is; nil in memory.
    public let path: String?

    let index: NewsIndex
    private let marks = ReadMarks()
    private let content: ContentConnection
    private let queue: DatabaseQueue
    /// Held by the window of this user that keeps the write-ahead log short.
    private let checkpointing: WriterLock?
    private var seenDataVersion: Int64?
    private var seenArrival: Int64 = -1
    private var seenGone: Int64 = -1

    init(
        path: String?, content: ContentConnection, partingLimit: Int = 2_000
    ) throws(StoreError) {
        self.path = path
        self.content = content
        index = NewsIndex(marks: marks, partingLimit: partingLimit)
        guard let path else {
            checkpointing = nil
            queue = try StoreError.wrapping(":memory:") {
                let queue = try DatabaseQueue()
                try StateMigrations.migrator.migrate(queue)
                return queue
            }
            return
        }
        try Self.makeFolder(of: path)
        checkpointing = try? WriterLock(path: path + ".lock")
        let isCheckpointing = checkpointing != nil
        queue = try StoreError.wrapping(path) {
            try FolderTurn.alone(in: (path as NSString).deletingLastPathComponent) {
                try Self.opened(path, isCheckpointing: isCheckpointing)
            }
        }
    }

    private static func opened(_ path: String, isCheckpointing: Bool) throws -> DatabaseQueue {
        let queue = try DatabaseQueue(path: path, configuration: Connection.state())
        try queue.inDatabase { db in
            try check(db, path: path)
            // One checkpointer at a time keeps clear of the WAL-reset bug (sqlite.org/wal.html).
            if !isCheckpointing { try db.execute(sql: "PRAGMA wal_autocheckpoint = 0") }
        }
        let migrator = StateMigrations.migrator
        if try queue.read({ try !migrator.hasCompletedMigrations($0) }) {
            try migrator.migrate(queue)
        }
        return queue
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

    private static func check(_ db: Database, path: String) throws {
        let tables = try Int.fetchOne(db, sql: "SELECT count(*) FROM sqlite_master") ?? 0
        guard tables > 0 else { return }
        guard try Int.fetchOne(db, sql: "PRAGMA application_id") == StateMigrations.applicationID
        else { throw StoreError.foreign(path: path) }
        if try StateMigrations.migrator.hasBeenSuperseded(db) {
            throw StoreError.newer(path: path)
        }
    }

    // MARK: Marks

    /// Keeps the marks in one transaction, also of items that the content no longer has.
    ///
    /// - Throws: `StoreError`.
    public func setRead(_ isRead: Bool, _ items: [NewsItem.ID]) throws {
        try onContent { contentDB in
            let lookup = try contentDB.cachedStatement(
                sql: "SELECT key, arrival FROM news WHERE id = ?")
            let items = try items.map { try NewsArrivals.known(contentDB, $0) }
            var changed: [Int64] = []
            for item in items {
                guard let row = try Row.fetchOne(lookup, arguments: [item.rawValue]),
                    marks.set(row[1], read: isRead)
                else { continue }
                changed.append(row[0])
            }
            try write { db in
                for item in items { try Self.keep(db, item, read: isRead) }
            }
            if changed.count > 64 { return index.marksChanged() }
            for key in changed { try index.marked(contentDB, key: key, read: isRead) }
        }
    }

    /// Keeps the star, also of an item that the content no longer has.
    ///
    /// - Throws: `StoreError`.
    public func setStarred(_ isStarred: Bool, _ item: NewsItem.ID) throws {
        try onContent { contentDB in
            let item = try NewsArrivals.known(contentDB, item)
            try write { try Self.keep($0, item, starred: isStarred) }
            if isStarred { marks.starred.insert(item) } else { marks.starred.remove(item) }
            index.starChanged()
        }
    }

    /// Without a search or a filter on stars one rule is kept for all items; else every unread item that matches is
    /// marked.
    ///
    /// - Throws: `StoreError`.
    public func markAllRead(_ query: NewsQuery) throws {
        try onContent { contentDB in
            let isRule = query.search.isEmpty && !query.starredOnly
            let items = try isRule ? [] : unread(contentDB, query)
            let rule = isRule ? try rule(contentDB, query) : nil
            if let rule {
                if rule.isForAll {
                    marks.setAll(upTo: index.lastArrival)
                } else {
                    try rule.apply(contentDB, to: marks, instance: content.instance)
                }
            } else {
                for item in items { marks.set(item.arrival, read: true) }
            }
            let unmarked = try unreadMarks(contentDB)
            try write { db in
                try rule?.store(db)
                for item in items { try Self.keep(db, item.id, read: true) }
                for id in unmarked {
                    try db.execute(
                        sql: "UPDATE mark SET read = NULL WHERE id = ?", arguments: [id])
                }
            }
            index.marksChanged()
        }
    }

    private func rule(_ contentDB: Database, _ query: NewsQuery) throws -> ReadRule {
        ReadRule(
            query, publishedTo: try Self.newestSecond(contentDB), instance: content.instance,
            arrivedTo: index.lastArrival)
    }

    private struct Item {
        var id: NewsItem.ID
        var arrival: Int64
    }

    private func unread(_ contentDB: Database, _ query: NewsQuery) throws -> [Item] {
        var query = query
        query.unreadOnly = true
        query.order = .date
        let list = try index.list(contentDB, query)
        let keys = try list.keys(contentDB, offset: 0, count: list.total(contentDB))
        return try keys.compactMap { key in
            try NewsRow.fetch(contentDB, key: key).map {
                Item(id: $0.summary.id, arrival: $0.arrival)
            }
        }
    }

    /// Items that were once marked as unread and are read now.
    private func unreadMarks(_ contentDB: Database) throws -> [Int64] {
        let ids = try queue.read {
            try Int64.fetchAll($0, sql: "SELECT id FROM mark WHERE read = 0")
        }
        return try ids.filter { id in
            let arrival = try Int64.fetchOne(
                contentDB, sql: "SELECT arrival FROM news WHERE id = ?", arguments: [id])
            return arrival.map(marks.isRead) ?? false
        }
    }

    private static func newestSecond(_ contentDB: Database) throws -> Int64 {
        let newest =
            try Int64.fetchOne(
                contentDB, sql: "SELECT max(key) FROM facet_news WHERE facet = ?",
                arguments: [Facet.numberOfAll]) ?? Int64.min
        return newest >> 20
    }

    private static func keep(_ db: Database, _ item: NewsItem.ID, read: Bool) throws {
        try db.cachedStatement(
            sql: """
                INSERT INTO mark (id, read) VALUES (?, ?)
                ON CONFLICT (id) DO UPDATE SET read = excluded.read
                """
        ).execute(arguments: [item.rawValue, read])
    }

    private static func keep(_ db: Database, _ item: NewsItem.ID, starred: Bool) throws {
        try db.cachedStatement(
            sql: """
                INSERT INTO mark (id, starred) VALUES (?, ?)
                ON CONFLICT (id) DO UPDATE SET starred = excluded.starred
                """
        ).execute(arguments: [item.rawValue, starred])
    }

    // MARK: Preferences

    /// Keeps `value` under `key`; nil removes it.
    ///
    /// - Throws: `StoreError`.
    public func setPreference(_ value: String?, for key: String) throws {
        try wrapping {
            try queue.write { db in
                if let value {
                    try db.execute(
                        sql: "INSERT OR REPLACE INTO preference VALUES (?, ?)",
                        arguments: [key, value])
                } else {
                    try db.execute(sql: "DELETE FROM preference WHERE key = ?", arguments: [key])
                }
            }
        }
    }

    /// What is kept under `key`; nil where nothing is.
    ///
    /// - Throws: `StoreError`.
    public func preference(_ key: String) throws -> String? {
        try wrapping {
            try queue.read {
                try String.fetchOne(
                    $0, sql: "SELECT value FROM preference WHERE key = ?", arguments: [key])
            }
        }
    }

    // MARK: Keeping up

    /// Takes in what another window of the same user marked, and fits the marks to the content.
    ///
    /// To be called before every use of the index, on the state of the content that is used.
    func catchUp(_ contentDB: Database) throws {
        try wrapping {
            let version = try queue.inDatabase {
                try Int64.fetchOne($0.cachedStatement(sql: "PRAGMA data_version"))
            }
            let isLoaded = version == seenDataVersion
            if isLoaded, seenArrival == index.lastArrival, seenGone == index.lastGone { return }
            try readingAgainAfterFailure {
                if !isLoaded { try load() }
                try reconcile(contentDB)
            }
            seenDataVersion = version
            seenArrival = index.lastArrival
            seenGone = index.lastGone
            index.marksChanged()
        }
    }

    private func load() throws {
        marks.reset()
        try queue.read { db in
            let rows = try Row.fetchCursor(db, sql: "SELECT chunk, bits FROM read_bits")
            while let row = try rows.next() {
                let bits: Data = row[1]
                marks.load(chunk: row[0], Array(bits))
            }
            let starred = try Int64.fetchCursor(db, sql: "SELECT id FROM mark WHERE starred")
            while let id = try starred.next() { marks.starred.insert(NewsItem.ID(rawValue: id)) }
        }
    }

    /// Where the bits are of another content database than this one, they are made anew from the marks and rules, and
    /// again whenever content arrives: it may be what was marked before. Of items that are gone the marks go over to
    /// those they were joined to.
    private func reconcile(_ contentDB: Database) throws {
        let row = try queue.read {
            try Row.fetchOne($0, sql: "SELECT instance, reconciled, gone FROM content")
        }
        let isSame = row?[0] == content.instance
        let reconciled: Int64? = row?[1]
        let gone: Int64 = isSame ? row?[2] ?? 0 : 0
        let isFitted = isSame && reconciled.map { $0 >= index.lastArrival } ?? true
        if isFitted, gone >= index.lastGone { return }
        if !isFitted { try fit(contentDB, from: isSame ? reconciled ?? 0 : nil) }
        try marks.takeOut(contentDB, after: gone)
        let moved = try moveStars(contentDB)
        let isFresh = row == nil || isSame && reconciled == nil
        try queue.write { db in
            if !isSame { try db.execute(sql: "DELETE FROM read_bits") }
            try db.execute(
                sql: "INSERT OR REPLACE INTO content VALUES (1, ?, ?, ?)",
                arguments: [
                    content.instance, isFresh ? nil : index.lastArrival, index.lastGone,
                ])
            for (old, new) in moved {
                try Self.keep(db, old, starred: false)
                try Self.keep(db, new, starred: true)
            }
            try storeBits(db)
        }
    }

    /// Marks what arrived after `arrival`; all anew for nil.
    private func fit(_ contentDB: Database, from arrival: Int64?) throws {
        if arrival == nil {
            let starred = marks.starred
            marks.reset()
            marks.starred = starred
        }
        let from = arrival ?? 0
        let (rules, rows) = try queue.read { db in
            (
                try ReadRule.fetchAll(db),
                try Row.fetchAll(db, sql: "SELECT id, read FROM mark WHERE read IS NOT NULL")
            )
        }
        for rule in rules {
            try rule.apply(contentDB, to: marks, instance: content.instance, after: from)
        }
        for row in rows {
            let found = try NewsArrivals.arrival(contentDB, of: NewsItem.ID(rawValue: row[0]))
            guard let found, found > from else { continue }
            marks.set(found, read: row[1])
        }
    }

    /// Has stars stand by the names that items are known by; gives those that changed.
    private func moveStars(
        _ contentDB: Database
    ) throws -> [(old: NewsItem.ID, new: NewsItem.ID)] {
        var moved: [(old: NewsItem.ID, new: NewsItem.ID)] = []
        for old in marks.starred {
            let new = try NewsArrivals.known(contentDB, old)
            if new != old { moved.append((old, new)) }
        }
        for (old, new) in moved {
            marks.starred.remove(old)
            marks.starred.insert(new)
        }
        return moved
    }

    /// Runs `body` on the present content, with marks that fit it.
    private func onContent(_ body: (Database) throws -> Void) throws {
        try content.read(changed: index.contentChanged) { db in
            try catchUp(db)
            try wrapping { try readingAgainAfterFailure { try body(db) } }
        }
    }

    /// Runs `body`, which changes marks in memory and writes them. Where it fails the two differ, so the marks are read again
    /// before the next use.
    private func readingAgainAfterFailure(_ body: () throws -> Void) throws {
        do {
            try body()
        } catch {
            seenDataVersion = nil
            throw error
        }
    }

    private func write(_ body: (Database) throws -> Void) throws {
        try queue.write { db in
            try body(db)
            try storeBits(db)
        }
    }

    private func storeBits(_ db: Database) throws {
        for chunk in marks.changedChunks {
            try db.execute(
                sql: "INSERT OR REPLACE INTO read_bits VALUES (?, ?)",
                arguments: [chunk, Data(marks.chunk(chunk))])
        }
        marks.stored()
    }

    private func wrapping<Result>(_ body: () throws -> Result) throws(StoreError) -> Result {
        try StoreError.wrapping(path ?? ":memory:", body)
    }
}

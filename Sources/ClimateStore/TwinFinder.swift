import ClimateModel
import GRDB

/// Finds the item that a new one is a copy of, and keeps the keys that items are found by.
final class TwinFinder {
    private let db: Database
    private let byLink: FastStatement
    private let byTitle: FastStatement
    private let insert: FastStatement
    private var added: [Entry] = []
    /// Where in `added` each key is the last time.
    private var places: [Int64: Int] = [:]
    private let texts: TwinTexts

    private struct Entry: Comparable {
        var key: Int64
        var published: Int64
        var arrival: Int64
        var source: Int64
        /// Where its key is the time before.
        var previous: Int?

        static func < (left: Entry, right: Entry) -> Bool {
            left.key != right.key
                ? left.key < right.key
                : (left.published, left.arrival) < (right.published, right.arrival)
        }
    }

    /// An address that more items have than this belongs to none of them.
    private static let linkLimit = 3
    /// So many items of one headline are compared.
    private static let titleLimit = 24
    /// So many of one headline that are not written yet are looked at.
    private static let waitingLimit = 256

    init(_ db: Database) throws {
        self.db = db
        texts = TwinTexts(db)
        byLink = try FastStatement(
            db, "SELECT arrival FROM news_twin WHERE key = ?")
        byTitle = try FastStatement(
            db,
            """
            SELECT arrival FROM news_twin WHERE key = ? AND published >= ? AND published <= ?
            LIMIT \(Self.titleLimit)
            """)
        insert = try FastStatement(db, "INSERT OR IGNORE INTO news_twin VALUES (?, ?, ?)")
    }

    /// The arrival of the item that `item`, which `source` brought, is a copy of; nil where it is a new one.
    func twin(of item: NewsItem, _ keys: TwinKeys, source: Int64) throws -> Int64? {
        var candidates: [Int64] = []
        if let link = keys.link {
            byLink.bind(link)
            var found = try byLink.distinct(limit: Self.linkLimit + 1)
            for entry in waiting(link) where !found.contains(entry.arrival) {
                found.append(entry.arrival)
                if found.count > Self.linkLimit { break }
            }
            if found.count <= Self.linkLimit { candidates = found }
        }
        let published = item.published.sortKey.seconds
        let (first, last) = (published - TwinRule.reach, published + TwinRule.reach)
        byTitle.bind(keys.title)
        byTitle.bind(first)
        byTitle.bind(last)
        candidates += try byTitle.column(limit: Self.titleLimit)
        candidates += waiting(keys.title).prefix(Self.waitingLimit)
            .filter { $0.source != source && (first...last).contains($0.published) }
            .prefix(Self.titleLimit).map(\.arrival)
        if candidates.isEmpty { return nil }
        var rule: TwinRule?
        return try candidates.first { arrival in
            guard let other = try TwinCandidate.fetch(db, arrival: arrival),
                other.source != source, TwinRule.mayBeCopy(item, of: other),
                let links = try other.links(db, withoutSource: source)
            else { return false }
            let known = rule ?? TwinRule(item)
            rule = known
            return try known.isCopy(of: other, links: links) { try texts.text(arrival) }
        }
    }

    /// To be told of every text that is written; the keys are kept by ``finish()``.
    ///
    /// - Parameter source: the one that leads, or that has this text.
    func add(_ keys: TwinKeys, _ published: PublicationDate, arrival: Int64, source: Int64) {
        texts.forget(arrival)
        for key in keys.all {
            let previous = places.updateValue(added.count, forKey: key)
            added.append(
                Entry(
                    key: key, published: published.sortKey.seconds, arrival: arrival,
                    source: source, previous: previous))
        }
    }

    /// Those with `key` that are not written yet, the last first.
    private func waiting(_ key: Int64) -> some Sequence<Entry> {
        sequence(state: places[key]) { [added] place in
            guard let entry = place.map({ added[$0] }) else { return nil }
            place = entry.previous
            return entry
        }
    }

    /// Forgets the keys of the item as it was when all keys were written last.
    func remove(arrival: Int64) throws {
        texts.forget(arrival)
        guard let item = try NewsItem.fetch(db, arrival: arrival) else { return }
        let statement = try db.cachedStatement(
            sql: "DELETE FROM news_twin WHERE key = ? AND arrival = ?")
        for key in TwinKeys(item).all { try statement.execute(arguments: [key, arrival]) }
    }

    /// Writes the keys in order, so that the pages of the table are gone through once.
    func finish() throws {
        added.sort()
        for entry in added {
            insert.bind(entry.key)
            insert.bind(entry.published)
            insert.bind(entry.arrival)
            try insert.run()
        }
        added.removeAll(keepingCapacity: true)
        places.removeAll(keepingCapacity: true)
    }
}

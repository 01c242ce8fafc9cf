import GRDB

/// What a kept list of news is about; 0 stands for any.
struct Facet: Hashable {
    var municipality: Int64 = 0
    var source: Int64 = 0
    var kind: Int = 0

    static let all = Facet()

    /// Every list that an item belongs to.
    static func facets(municipalities: Set<Int64>, source: Int64, kind: Int) -> [Facet] {
        var facets: [Facet] = []
        facets.reserveCapacity(4 * (municipalities.count + 1))
        for municipality in [0] + municipalities {
            for source in [0, source] {
                for kind in [0, kind] {
                    facets.append(Facet(municipality: municipality, source: source, kind: kind))
                }
            }
        }
        return facets
    }
}

/// How long the stretches are that a list's positions are kept for.
enum FacetBlock {
    /// A longer stretch is cut; a shorter list has none.
    static let maximum = 4_096
    /// What it is cut into.
    static let target = 2_048
}

/// Keeps the lists that news are filtered by: who is in them, how many, and where every few thousandth stands.
///
/// Changes are gathered and written in order of list and key at the end of the batch, so that the pages of the tables are
/// gone through once.
final class FacetWriter {
    private let db: Database
    private var numbers: [Facet: Int64] = [:]
    private var added: [Int64: [Entry]] = [:]
    private var removed: [Int64: [Int64]] = [:]

    private struct Entry {
        var key: Int64
        var arrival: Int64
    }

    init(_ db: Database) { self.db = db }

    func add(key: Int64, arrival: Int64, to facets: [Facet]) throws {
        for facet in facets {
            added[try number(of: facet), default: []].append(Entry(key: key, arrival: arrival))
        }
    }

    /// Takes out what an earlier transaction, or an earlier `finish`, wrote.
    func remove(key: Int64, from facets: [Facet]) throws {
        for facet in facets { removed[try number(of: facet), default: []].append(key) }
    }

    /// Writes all changes.
    func finish() throws {
        for (facet, keys) in removed.sorted(by: { $0.key < $1.key }) {
            try write(removed: keys, facet)
        }
        removed = [:]
        for (facet, entries) in added.sorted(by: { $0.key < $1.key }) {
            try write(added: entries.sorted { $0.key < $1.key }, facet)
        }
        added = [:]
    }

    private func number(of facet: Facet) throws -> Int64 {
        if let number = numbers[facet] { return number }
        let arguments: StatementArguments = [facet.municipality, facet.source, facet.kind]
        var number = try Int64.fetchOne(
            db.cachedStatement(
                sql: "SELECT number FROM facet WHERE municipality = ? AND source = ? AND kind = ?"),
            arguments: arguments)
        if number == nil {
            try db.cachedStatement(
                sql: "INSERT INTO facet (municipality, source, kind, count) VALUES (?, ?, ?, 0)"
            ).execute(arguments: arguments)
            number = db.lastInsertedRowID
        }
        numbers[facet] = number
        return number ?? 0
    }

    private func write(added entries: [Entry], _ facet: Int64) throws {
        let insert = try db.cachedStatement(sql: "INSERT INTO facet_news VALUES (?, ?, ?)")
        for entry in entries {
            try insert.execute(arguments: [facet, entry.key, entry.arrival])
        }
        try change(facet, by: entries.count, at: entries.map(\.key), step: 1)
    }

    private func write(removed keys: [Int64], _ facet: Int64) throws {
        let delete = try db.cachedStatement(
            sql: "DELETE FROM facet_news WHERE facet = ? AND key = ?")
        for key in keys { try delete.execute(arguments: [facet, key]) }
        try change(facet, by: -keys.count, at: keys.sorted(), step: -1)
    }

    /// Counts the list and its blocks anew after `keys`, in order, came (`step` 1) or went (-1).
    private func change(_ facet: Int64, by difference: Int, at keys: [Int64], step: Int) throws {
        try db.cachedStatement(sql: "UPDATE facet SET count = count + ? WHERE number = ?")
            .execute(arguments: [difference, facet])
        var blocks = try Self.blocks(db, facet)
        let isUncut = blocks.isEmpty
        if isUncut {
            let count = try Int.fetchOne(
                db, sql: "SELECT count FROM facet WHERE number = ?", arguments: [facet])
            guard let count, count > FacetBlock.maximum else { return }
            blocks = [(first: Int64.min, count: count)]
        } else {
            var index = 0
            for key in keys {
                while index + 1 < blocks.count, blocks[index + 1].first <= key { index += 1 }
                blocks[index].count += step
            }
        }
        try store(blocks, isUncut: isUncut, facet)
    }

    private func store(
        _ blocks: [(first: Int64, count: Int)], isUncut: Bool, _ facet: Int64
    ) throws {
        let upsert = try db.cachedStatement(
            sql: "INSERT OR REPLACE INTO facet_block VALUES (?, ?, ?)")
        for (index, block) in blocks.enumerated() {
            guard block.count > FacetBlock.maximum else {
                try upsert.execute(arguments: [facet, block.first, block.count])
                continue
            }
            let end = index + 1 < blocks.count ? blocks[index + 1].first : Int64.max
            for part in try cut(facet, from: block.first, to: end) {
                try upsert.execute(arguments: [facet, part.first, part.count])
            }
        }
    }

    /// The stretch from `start` up to before `end` in parts of the target length.
    private func cut(
        _ facet: Int64, from start: Int64, to end: Int64
    ) throws -> [(first: Int64, count: Int)] {
        let keys = try Int64.fetchCursor(
            db,
            sql: "SELECT key FROM facet_news WHERE facet = ? AND key >= ? AND key < ? ORDER BY key",
            arguments: [facet, start, end])
        var parts: [(first: Int64, count: Int)] = []
        while let key = try keys.next() {
            if let last = parts.last, last.count < FacetBlock.target {
                parts[parts.count - 1].count += 1
            } else {
                parts.append((first: parts.isEmpty ? start : key, count: 1))
            }
        }
        return parts
    }

    /// The blocks of a list, oldest first.
    private static func blocks(
        _ db: Database, _ facet: Int64
    ) throws -> [(first: Int64, count: Int)] {
        try Row.fetchAll(
            db.cachedStatement(
                sql: "SELECT first, count FROM facet_block WHERE facet = ? ORDER BY first"),
            arguments: [facet]
        ).map { (first: $0[0], count: $0[1]) }
    }
}

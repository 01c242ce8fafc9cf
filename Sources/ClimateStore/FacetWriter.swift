import GRDB

/// What a kept list of news is about: a municipality, or a source and a kind; 0 stands for any.
///
/// A municipality's list is short enough to be gone through for a source or a kind, which each entry is tagged with.
struct Facet: Hashable {
    var municipality: Int64 = 0
    var source: Int64 = 0
    var kind: Int = 0

    static let all = Facet()

    /// The row number of the list of all.
    static let numberOfAll: Int64 = 1

    /// The tag of an entry; of source 0 where it came through several.
    static func tag(source: Int64, kind: Int) -> Int64 { source << 3 | Int64(kind) }
}

/// What one item is about; it is in several lists.
struct FacetSet: Hashable {
    var municipalities: [Int64]
    /// At least one, each once.
    var sources: [Int64]
    var kind: Int

    var facets: [Facet] {
        [.all, Facet(kind: kind)]
            + sources.flatMap { [Facet(source: $0), Facet(source: $0, kind: kind)] }
            + municipalities.map { Facet(municipality: $0) }
    }

    fileprivate var words: String {
        (sources.map(FacetWord.source) + [FacetWord.kind(kind)]
            + municipalities.map(FacetWord.municipality)).joined(separator: " ")
    }

    fileprivate var tag: Int64 {
        Facet.tag(source: sources.count == 1 ? sources[0] : 0, kind: kind)
    }
}

/// How long the stretches are that a list's positions are kept for.
struct BlockLength {
    /// A longer stretch is cut in parts of half of it; a list that never was longer has none.
    var maximum = 4_096

    var target: Int { maximum / 2 }
}

/// Keeps the lists that news are filtered by: who is in them, how many, and where every few thousandth stands.
///
/// Changes are gathered and written in order of list and key at the end of the batch, so that the pages of the tables are
/// gone through once.
final class FacetWriter {
    private let db: Database
    private let length: BlockLength
    private let insert: FastStatement
    private let delete: FastStatement
    private let recount: FastStatement
    private let recounted: FastStatement
    private let find: FastStatement
    private let make: FastStatement
    private var numbers: [Facet: Int64] = [:]
    private var known: [FacetSet: Lists] = [:]
    private var added: [Entry] = []
    private var removed: [Entry] = []

    /// The lists that an item is in.
    struct Lists {
        fileprivate var numbers: [Int64]
        fileprivate var tag: Int64
        /// What the full-text index finds it by.
        var words: String
    }

    private struct Entry {
        var facet: Int64
        var key: Int64
        var arrival: Int64 = 0
        var tag: Int64 = 0

        static func precedes(_ left: Entry, _ right: Entry) -> Bool {
            left.facet != right.facet ? left.facet < right.facet : left.key < right.key
        }
    }

    init(_ db: Database, _ length: BlockLength) throws {
        self.db = db
        self.length = length
        insert = try FastStatement(db, "INSERT INTO facet_news VALUES (?, ?, ?, ?)")
        delete = try FastStatement(db, "DELETE FROM facet_news WHERE facet = ? AND key = ?")
        // With RETURNING it would have a savepoint, at each of which the full-text index writes out what it has gathered.
        recount = try FastStatement(db, "UPDATE facet SET count = count + ? WHERE number = ?")
        recounted = try FastStatement(db, "SELECT count, has_blocks FROM facet WHERE number = ?")
        find = try FastStatement(
            db, "SELECT number FROM facet WHERE municipality = ? AND source = ? AND kind = ?")
        make = try FastStatement(
            db, "INSERT INTO facet (municipality, source, kind, count) VALUES (?, ?, ?, 0)")
    }

    /// Where to add or remove an item.
    func lists(of set: FacetSet) throws -> Lists {
        if let lists = known[set] { return lists }
        let lists = Lists(
            numbers: try set.facets.map(number(of:)), tag: set.tag, words: set.words)
        known[set] = lists
        return lists
    }

    func add(key: Int64, arrival: Int64, _ lists: Lists) {
        for facet in lists.numbers {
            added.append(Entry(facet: facet, key: key, arrival: arrival, tag: lists.tag))
        }
    }

    /// Takes out what was there when all changes were written last.
    func remove(key: Int64, _ lists: Lists) {
        for facet in lists.numbers { removed.append(Entry(facet: facet, key: key)) }
    }

    /// Writes all changes.
    func finish() throws {
        removed.sort(by: Entry.precedes)
        for entry in removed {
            delete.bind(entry.facet)
            delete.bind(entry.key)
            try delete.run()
        }
        try count(removed, step: -1)
        added.sort(by: Entry.precedes)
        for entry in added {
            insert.bind(entry.facet)
            insert.bind(entry.key)
            insert.bind(entry.arrival)
            insert.bind(entry.tag)
            try insert.run()
        }
        try count(added, step: 1)
        removed = []
        added = []
    }

    /// Counts the lists of `entries`, which are in order, and their blocks anew.
    private func count(_ entries: [Entry], step: Int) throws {
        var start = 0
        while start < entries.count {
            let facet = entries[start].facet
            var end = start
            while end < entries.count, entries[end].facet == facet { end += 1 }
            try change(facet, at: entries[start..<end].map(\.key), step: step)
            start = end
        }
    }

    private func number(of facet: Facet) throws -> Int64 {
        if let number = numbers[facet] { return number }
        find.bind(facet)
        var number = try find.firstRow(columns: 1)?[0]
        if number == nil {
            make.bind(facet)
            try make.run()
            number = db.lastInsertedRowID
        }
        numbers[facet] = number
        return number ?? 0
    }

    /// Counts a list and its blocks anew after `keys`, in order, came (`step` 1) or went (-1).
    private func change(_ facet: Int64, at keys: [Int64], step: Int) throws {
        recount.bind(Int64(step * keys.count))
        recount.bind(facet)
        try recount.run()
        recounted.bind(facet)
        guard let row = try recounted.firstRow(columns: 2) else { return }
        if row[1] == 0 {
            guard row[0] > length.maximum else { return }
            try db.cachedStatement(sql: "UPDATE facet SET has_blocks = 1 WHERE number = ?")
                .execute(arguments: [facet])
            return try store([(first: Int64.min, count: Int(row[0]))], facet)
        }
        var blocks = try Self.blocks(db, facet)
        var index = 0
        for key in keys {
            while index + 1 < blocks.count, blocks[index + 1].first <= key { index += 1 }
            blocks[index].count += step
        }
        try store(blocks, facet)
    }

    private func store(_ blocks: [(first: Int64, count: Int)], _ facet: Int64) throws {
        let upsert = try db.cachedStatement(
            sql: "INSERT OR REPLACE INTO facet_block VALUES (?, ?, ?)")
        for (index, block) in blocks.enumerated() {
            guard block.count > length.maximum else {
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
            if let last = parts.last, last.count < length.target {
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

extension FastStatement {
    fileprivate func bind(_ facet: Facet) {
        bind(facet.municipality)
        bind(facet.source)
        bind(Int64(facet.kind))
    }
}

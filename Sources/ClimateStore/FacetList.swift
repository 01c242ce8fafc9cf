import GRDB

/// A kept list as the writer keeps it: its number, its length, its blocks.
struct FacetIndex {
    var number: Int64
    var count: Int
    /// Newest first. A block holds the keys from `first` up to before the first of the block before it.
    var blocks: [(first: Int64, count: Int)]

    /// - Complexity: O(*b*) in the number of blocks, one for some thousand items.
    init(_ db: Database, _ facet: Facet) throws {
        let row = try Row.fetchOne(
            db.cachedStatement(
                sql: """
                    SELECT number, count FROM facet
                    WHERE municipality = ? AND source = ? AND kind = ?
                    """), arguments: [facet.municipality, facet.source, facet.kind])
        number = row?[0] ?? 0
        count = row?[1] ?? 0
        blocks = try Row.fetchAll(
            db.cachedStatement(
                sql: "SELECT first, count FROM facet_block WHERE facet = ? ORDER BY first DESC"),
            arguments: [number]
        ).map { (first: $0[0], count: $0[1]) }
        if blocks.isEmpty { blocks = [(first: Int64.min, count: count)] }
    }

    /// The first key that is too new for the block.
    func end(ofBlock index: Int) -> Int64 { index == 0 ? Int64.max : blocks[index - 1].first }

    func contains(_ db: Database, _ key: Int64) throws -> Bool {
        try Bool.fetchOne(
            db.cachedStatement(sql: "SELECT 1 FROM facet_news WHERE facet = ? AND key = ?"),
            arguments: [number, key]) ?? false
    }
}

/// A kept list, less some of its items: newest first.
final class FacetList: NewsList {
    private let index: FacetIndex
    /// Left out, in falling order.
    private let exceptions: [Int64]
    /// Of each block, how many rows the blocks before it show; one more for the whole list.
    private let starts: [Int]

    /// - Complexity: O(*b* log *e*) in the numbers of blocks and exceptions.
    init(_ index: FacetIndex, except exceptions: [Int64] = []) {
        self.index = index
        self.exceptions = exceptions
        var starts = [0]
        var left = 0
        for block in index.blocks {
            let end =
                block.first == Int64.min
                ? exceptions.count : exceptions.firstFalling(notAbove: block.first - 1)
            starts.append(starts[starts.count - 1] + block.count - (end - left))
            left = end
        }
        self.starts = starts
    }

    func count(_ db: Database) -> (known: Int, isComplete: Bool) { (total(db), true) }

    func total(_ db: Database) -> Int { starts[starts.count - 1] }

    /// - Complexity: O(*m* + *count*) with at most one block's length *m* to skip.
    func keys(_ db: Database, offset: Int, count: Int) throws -> [Int64] {
        var keys: [Int64] = []
        var position = offset
        let end = min(offset + count, total(db))
        var block = self.block(at: offset)
        while position < end, block < index.blocks.count {
            let last = min(end, starts[block + 1])
            if last > position {
                keys += try rows(
                    db, block, skip: position - starts[block], count: last - position)
                position = last
            }
            block += 1
        }
        return keys
    }

    func position(_ db: Database, of key: Int64) throws -> Int? {
        let exception = exceptions.firstFalling(notAbove: key)
        if exception < exceptions.count, exceptions[exception] == key { return nil }
        guard try index.contains(db, key) else { return nil }
        let block = index.blocks.firstIndex { $0.first <= key } ?? 0
        let end = index.end(ofBlock: block)
        let newer = try Int.fetchOne(
            db.cachedStatement(
                sql: "SELECT count(*) FROM facet_news WHERE facet = ? AND key > ? AND key < ?"),
            arguments: [index.number, key, end])
        let hidden = exception - exceptions.firstFalling(notAbove: end - 1)
        return starts[block] + (newer ?? 0) - hidden
    }

    /// The last block that begins at or before `offset`.
    private func block(at offset: Int) -> Int {
        var low = 0
        var high = index.blocks.count
        while low < high {
            let middle = (low + high) / 2
            if starts[middle + 1] <= offset { low = middle + 1 } else { high = middle }
        }
        return low
    }

    private func rows(_ db: Database, _ block: Int, skip: Int, count: Int) throws -> [Int64] {
        let first = index.blocks[block].first
        let end = index.end(ofBlock: block)
        var exception = exceptions.firstFalling(notAbove: end - 1)
        let hasExceptions = exception < exceptions.count && exceptions[exception] >= first
        if !hasExceptions {
            return try Int64.fetchAll(
                db.cachedStatement(
                    sql: """
                        SELECT key FROM facet_news WHERE facet = ? AND key >= ? AND key < ?
                        ORDER BY key DESC LIMIT ? OFFSET ?
                        """), arguments: [index.number, first, end, count, skip])
        }
        var keys: [Int64] = []
        var skip = skip
        let cursor = try Int64.fetchCursor(
            db.cachedStatement(
                sql: """
                    SELECT key FROM facet_news WHERE facet = ? AND key >= ? AND key < ?
                    ORDER BY key DESC
                    """), arguments: [index.number, first, end])
        while keys.count < count, let key = try cursor.next() {
            while exception < exceptions.count, exceptions[exception] > key { exception += 1 }
            if exception < exceptions.count, exceptions[exception] == key { continue }
            if skip > 0 { skip -= 1 } else { keys.append(key) }
        }
        return keys
    }
}

import ClimateModel
import GRDB

/// What a search finds: newest first, read from the full-text index as far as it is looked at.
final class SearchList: NewsList {
    /// Counting stops here.
    static let countLimit = 1_000

    private let match: String
    /// Leaves out what the query's marks do not want; by key and arrival.
    private let isWanted: ((Int64, Int64) -> Bool)?
    /// No match is looked for outside these keys.
    private let range: ClosedRange<Int64>
    private(set) var found: [Int64] = []
    private(set) var arrivals: [Int64] = []
    private var isExhausted = false
    private var bound: Int64

    /// `match` is in the index's query language.
    init(
        match: String, in range: ClosedRange<Int64> = Int64.min...Int64.max,
        where isWanted: ((Int64, Int64) -> Bool)? = nil
    ) {
        self.match = match
        self.range = range
        self.isWanted = isWanted
        bound = range.upperBound
    }

    func count(_ db: Database) throws -> (known: Int, isComplete: Bool) {
        try load(db, Self.countLimit + 1)
        return isExhausted ? (found.count, true) : (max(found.count - 1, Self.countLimit), false)
    }

    func total(_ db: Database) throws -> Int {
        while !isExhausted { try load(db, max(found.count * 2, Self.countLimit)) }
        return found.count
    }

    func keys(_ db: Database, offset: Int, count: Int) throws -> [Int64] {
        try load(db, offset + count)
        return Array(found.dropFirst(offset).prefix(count))
    }

    func position(_ db: Database, of key: Int64) throws -> Int? {
        while !isExhausted, found.last.map({ $0 > key }) ?? true {
            try load(db, max(found.count * 2, Self.countLimit))
        }
        let index = found.firstFalling(notAbove: key)
        return index < found.count && found[index] == key ? index : nil
    }

    /// Reads on until `count` are found or there are no more.
    private func load(_ db: Database, _ count: Int) throws {
        guard !isExhausted, found.count < count else { return }
        let rows = try Row.fetchCursor(
            db.cachedStatement(
                sql: """
                    SELECT s.rowid, f.arrival FROM news_search s
                    CROSS JOIN facet_news f ON f.facet = \(Facet.numberOfAll) AND f.key = s.rowid
                    WHERE s.news_search MATCH ? AND s.rowid >= ? AND s.rowid <= ?
                    ORDER BY s.rowid DESC
                    """), arguments: [match, range.lowerBound, bound])
        while found.count < count {
            guard let row = try rows.next() else {
                isExhausted = true
                return
            }
            let key: Int64 = row[0]
            let arrival: Int64 = row[1]
            bound = key - 1
            if isWanted?(key, arrival) ?? true {
                found.append(key)
                arrivals.append(arrival)
            }
        }
    }
}

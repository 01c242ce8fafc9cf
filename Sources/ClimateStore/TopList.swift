import GRDB

/// The read or the unread part of the list of all, where both are long: what stands at the top is found by going down from
/// there, and only what is far down needs the whole list to be parted first.
final class TopList: NewsList {
    /// So many rows are found by going down; what is further down is asked of the whole.
    private let depth: Int
    /// So many rows are gone through for them at most.
    private static let reach = 10_000

    private let read: Bool
    private let marks: ReadMarks
    private let length: Int
    private let whole: (Database) throws -> any NewsList
    /// What was found at the top; nil until it is looked for.
    private var top: [Int64]?

    /// - Parameter length: how many there are.
    init(
        read: Bool, _ marks: ReadMarks, length: Int, depth: Int,
        whole: @escaping (Database) throws -> any NewsList
    ) {
        self.read = read
        self.marks = marks
        self.length = length
        self.depth = depth
        self.whole = whole
    }

    func count(_ db: Database) -> (known: Int, isComplete: Bool) { (length, true) }

    func total(_ db: Database) -> Int { length }

    func keys(_ db: Database, offset: Int, count: Int) throws -> [Int64] {
        let end = min(offset + count, length)
        if end <= depth {
            let top = try found(db)
            if top.count >= end { return Array(top.dropFirst(offset).prefix(count)) }
        }
        return try whole(db).keys(db, offset: offset, count: count)
    }

    func position(_ db: Database, of key: Int64) throws -> Int? {
        let top = try found(db)
        let index = top.firstFalling(notAbove: key)
        if index < top.count { return top[index] == key ? index : nil }
        return try whole(db).position(db, of: key)
    }

    private func found(_ db: Database) throws -> [Int64] {
        if let top { return top }
        var keys: [Int64] = []
        let rows = try Row.fetchCursor(
            db.cachedStatement(
                sql: """
                    SELECT key, arrival FROM facet_news WHERE facet = \(Facet.numberOfAll)
                    ORDER BY key DESC LIMIT \(Self.reach)
                    """))
        while keys.count < depth, let row = try rows.next() {
            if marks.isRead(row[1]) == read { keys.append(row[0]) }
        }
        top = keys
        return keys
    }
}

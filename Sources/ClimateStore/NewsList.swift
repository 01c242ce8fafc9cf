import GRDB

/// News in an order, addressed by position. Windows cost what they hold, wherever they are.
protocol NewsList: AnyObject {
    /// How many there are, and whether there may be more than could be counted in time.
    func count(_ db: Database) throws -> (known: Int, isComplete: Bool)

    /// How many there are, however long that takes.
    func total(_ db: Database) throws -> Int

    /// The keys of the rows from `offset` on, at most `count`; fewer at the end of the list.
    func keys(_ db: Database, offset: Int, count: Int) throws -> [Int64]

    /// The position of `key`; nil where the list does not hold it.
    func position(_ db: Database, of key: Int64) throws -> Int?
}

/// A list that is held whole: newest first.
final class HeldList: NewsList {
    private let all: [Int64]

    /// `keys` in falling order.
    init(_ keys: [Int64]) { all = keys }

    func count(_ db: Database) -> (known: Int, isComplete: Bool) { (all.count, true) }

    func total(_ db: Database) -> Int { all.count }

    func keys(_ db: Database, offset: Int, count: Int) -> [Int64] {
        Array(all.dropFirst(offset).prefix(count))
    }

    func position(_ db: Database, of key: Int64) -> Int? {
        let index = all.firstFalling(notAbove: key)
        return index < all.count && all[index] == key ? index : nil
    }
}

/// One list after another.
final class JoinedList: NewsList {
    private let first: any NewsList
    private let second: any NewsList

    init(_ first: any NewsList, _ second: any NewsList) {
        self.first = first
        self.second = second
    }

    func count(_ db: Database) throws -> (known: Int, isComplete: Bool) {
        let (one, isComplete) = try first.count(db)
        guard isComplete else { return (one, false) }
        let (two, isAll) = try second.count(db)
        return (one + two, isAll)
    }

    func total(_ db: Database) throws -> Int { try first.total(db) + second.total(db) }

    func keys(_ db: Database, offset: Int, count: Int) throws -> [Int64] {
        var keys = try first.keys(db, offset: offset, count: count)
        if keys.count < count {
            let start = try max(0, offset - first.total(db))
            keys += try second.keys(db, offset: start, count: count - keys.count)
        }
        return keys
    }

    func position(_ db: Database, of key: Int64) throws -> Int? {
        if let position = try first.position(db, of: key) { return position }
        return try second.position(db, of: key).map { try first.total(db) + $0 }
    }
}

extension Array where Element == Int64 {
    /// In a falling array, the index of the first element that is not above `key`.
    ///
    /// - Complexity: O(log *n*).
    func firstFalling(notAbove key: Int64) -> Int {
        var low = 0
        var high = count
        while low < high {
            let middle = (low + high) / 2
            if self[middle] > key { low = middle + 1 } else { high = middle }
        }
        return low
    }
}

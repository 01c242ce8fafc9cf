import GRDB

/// How a kept list falls into read and unread: the smaller part is held, the larger is the list less it.
struct Partition {
    /// Whether what is held is the read part.
    var holdsRead: Bool
    /// In falling order.
    var held: [Int64]

    /// The part that is read, or the one that is not.
    func list(read: Bool, of index: FacetIndex) -> any NewsList {
        read == holdsRead ? HeldList(held) : FacetList(index, except: held)
    }

    func unreadCount(of index: FacetIndex) -> Int {
        holdsRead ? index.count - held.count : held.count
    }

    /// To be told that `key`, which the list holds, was marked.
    mutating func mark(_ key: Int64, read: Bool) {
        let position = held.firstFalling(notAbove: key)
        let isHeld = position < held.count && held[position] == key
        if read == holdsRead, !isHeld { held.insert(key, at: position) }
        if read != holdsRead, isHeld { held.remove(at: position) }
    }

    /// - Complexity: O(*s* log *n*) in the number *s* of the smaller part of all items, or O(*n*) in the length *n* of the
    ///   list where that is less.
    static func make(
        _ db: Database, _ index: FacetIndex, isAll: Bool, marks: ReadMarks, lastArrival: Int64,
        whole: () throws -> Partition
    ) throws -> Partition {
        let read = marks.readCount
        let unread = Int(lastArrival) - read
        let minority = min(read, unread)
        if minority == 0 { return Partition(holdsRead: read == 0, held: []) }
        // Looking one item up costs about as much as reading a dozen in a row.
        if minority > index.count / 12 { return try scan(db, index, marks) }
        guard isAll else {
            var partition = try whole()
            partition.held = try partition.held.filter { try index.contains(db, $0) }
            return partition
        }
        let holdsRead = read < unread
        let lookup = try db.cachedStatement(sql: "SELECT key FROM news WHERE arrival = ?")
        let keys = try marks.arrivals(read: holdsRead, upTo: lastArrival).compactMap {
            try Int64.fetchOne(lookup, arguments: [$0])
        }
        return Partition(holdsRead: holdsRead, held: keys.sorted(by: >))
    }

    private static func scan(
        _ db: Database, _ index: FacetIndex, _ marks: ReadMarks
    ) throws -> Partition {
        var read: [Int64] = []
        var unread: [Int64] = []
        let rows = try Row.fetchCursor(
            db.cachedStatement(
                sql: "SELECT key, arrival FROM facet_news WHERE facet = ? ORDER BY key DESC"),
            arguments: [index.number])
        while let row = try rows.next() {
            if marks.isRead(row[1]) { read.append(row[0]) } else { unread.append(row[0]) }
        }
        return read.count < unread.count
            ? Partition(holdsRead: true, held: read) : Partition(holdsRead: false, held: unread)
    }
}

import ClimateModel
import GRDB

/// Finds the list for a query, and keeps what it found until the content or the marks change.
final class NewsIndex {
    /// Nil where no marks are kept: then everything counts as read and nothing is starred.
    let marks: ReadMarks?

    private(set) var lastArrival: Int64 = 0
    /// The last row of `news_gone`.
    private(set) var lastGone: Int64 = 0
    private var facets: [Facet: FacetIndex] = [:]
    private var partitions: [Facet: Partition] = [:]
    /// Lists that are put together: those of several municipalities, or of one and a source or kind. Newest first.
    private var unions: [UnionKey: [UnionRow]] = [:]
    private var lists: [NewsQuery: any NewsList] = [:]
    private var sources: [Source.ID: Int64] = [:]

    private struct UnionKey: Hashable {
        var municipalities: Set<MunicipalityCode>
        var source: Int64
        var kind: Int
    }

    private struct UnionRow {
        var key: Int64
        var arrival: Int64
    }

    /// So many lists are kept: as many as a user goes back and forth between.
    private static let keptLists = 12

    /// Parting the list of all in read and unread is put off where the smaller part is longer than this.
    private let partingLimit: Int

    init(marks: ReadMarks?, partingLimit: Int = 2_000) {
        self.marks = marks
        self.partingLimit = partingLimit
    }

    /// To be called when the content changed, and before the first use.
    func contentChanged(_ db: Database) throws {
        facets = [:]
        partitions = [:]
        unions = [:]
        lists = [:]
        sources = [:]
        lastArrival = try NewsArrivals.last(db)
        lastGone = try Int64.fetchOne(db, sql: "SELECT max(number) FROM news_gone") ?? 0
    }

    /// To be called when many marks changed at once.
    func marksChanged() {
        partitions = [:]
        dropMarkedLists()
    }

    /// To be called when one item was marked as read or unread.
    func marked(_ db: Database, key: Int64, read: Bool) throws {
        for facet in Array(partitions.keys) where try index(db, facet).contains(db, key) {
            partitions[facet]?.mark(key, read: read)
        }
        dropMarkedLists()
    }

    /// To be called when a star changed.
    func starChanged() { dropMarkedLists() }

    private func dropMarkedLists() {
        lists = lists.filter { query, _ in
            !query.unreadOnly && !query.starredOnly && query.order == .date
        }
    }

    /// The list of what matches `query`, in its order.
    func list(_ db: Database, _ query: NewsQuery) throws -> any NewsList {
        if let list = lists[query] { return list }
        if lists.count >= Self.keptLists { lists = [:] }
        let list = try make(db, query)
        lists[query] = list
        return list
    }

    private func make(_ db: Database, _ query: NewsQuery) throws -> any NewsList {
        if query.order == .unreadFirst, !query.unreadOnly, marks != nil {
            var byDate = query
            byDate.order = .date
            return JoinedList(
                try make(db, byDate, read: false), try make(db, byDate, read: true))
        }
        return try make(db, query, read: query.unreadOnly ? false : nil)
    }

    /// - Parameter read: nil for all, else only those that are read or only those that are not.
    private func make(
        _ db: Database, _ query: NewsQuery, read: Bool?
    ) throws -> any NewsList {
        if marks == nil, read == false || query.starredOnly { return HeldList([]) }
        guard let source = try number(db, of: query.source) else { return HeldList([]) }
        let kind = query.kind?.number ?? 0
        let words = try SearchWords(query.search, db)
        if query.starredOnly { return try starred(db, query, words, read: read) }
        if !words.isEmpty { return try search(db, query, words, source: source, read: read) }
        guard let facet = query.facet(source: source) else {
            let key = UnionKey(
                municipalities: query.municipalities ?? [], source: source, kind: kind)
            let rows = try union(db, key)
            return HeldList(rows.filter { isWanted($0.arrival, read: read) }.map(\.key))
        }
        let index = try index(db, facet)
        guard let read else { return FacetList(index) }
        if facet == .all, let marks, !isPartingCheap, partitions[.all] == nil {
            let unread = Int(lastArrival) - marks.readCount
            let length = read ? index.count - unread : unread
            return TopList(read: read, marks, length: length, depth: partingLimit / 4) {
                [weak self] db in
                try self?.partition(db, .all).list(read: read, of: index) ?? HeldList([])
            }
        }
        return try partition(db, facet).list(read: read, of: index)
    }

    /// How many of what matches `query` are unread, as far as they can be counted in time.
    func unreadCount(_ db: Database, _ query: NewsQuery) throws -> Int {
        guard let marks else { return 0 }
        guard let source = try number(db, of: query.source) else { return 0 }
        if query.search.isEmpty, !query.starredOnly, let facet = query.facet(source: source) {
            if facet == .all { return Int(lastArrival) - marks.readCount }
            return try partition(db, facet).unreadCount(of: index(db, facet))
        }
        if marks.readCount == lastArrival { return 0 }
        var unread = query
        unread.unreadOnly = true
        unread.order = .date
        return try list(db, unread).count(db).known
    }

    private func isWanted(_ arrival: Int64, read: Bool?) -> Bool {
        guard let read else { return true }
        return (marks?.isRead(arrival) ?? true) == read
    }

    /// Whether few enough are read, or unread, to part the list of all in a few milliseconds.
    private var isPartingCheap: Bool {
        guard let marks else { return true }
        return min(marks.readCount, Int(lastArrival) - marks.readCount) <= partingLimit
    }

    func index(_ db: Database, _ facet: Facet) throws -> FacetIndex {
        if let index = facets[facet] { return index }
        let index = try FacetIndex(db, facet)
        facets[facet] = index
        return index
    }

    private func partition(_ db: Database, _ facet: Facet) throws -> Partition {
        if let partition = partitions[facet] { return partition }
        guard let marks else { return Partition(holdsRead: false, held: []) }
        let partition = try Partition.make(
            db, index(db, facet), isAll: facet == .all, marks: marks, lastArrival: lastArrival
        ) { try self.partition(db, .all) }
        partitions[facet] = partition
        return partition
    }

    /// The source's row; 0 for nil, nil for one that does not exist.
    private func number(_ db: Database, of source: Source.ID?) throws -> Int64? {
        guard let source else { return 0 }
        if let number = sources[source] { return number }
        let number = try Int64.fetchOne(
            db, sql: "SELECT number FROM source WHERE id = ?", arguments: [source.rawValue])
        sources[source] = number
        return number
    }
}

extension NewsIndex {
    private func search(
        _ db: Database, _ query: NewsQuery, _ words: SearchWords, source: Int64, read: Bool?
    ) throws -> any NewsList {
        var conditions: [String] = []
        if let municipalities = query.municipalities {
            guard !municipalities.isEmpty else { return HeldList([]) }
            let any = municipalities.sorted()
                .map { "\"\(FacetWord.municipality($0.number))\"" }.joined(separator: " OR ")
            conditions.append("(\(any))")
        }
        if source != 0 { conditions.append("\"\(FacetWord.source(source))\"") }
        if let kind = query.kind { conditions.append("\"\(FacetWord.kind(kind.number))\"") }
        let match = words.query(and: conditions)
        guard let read else { return SearchList(match: match) }
        let isWanted = { [weak self] (_: Int64, arrival: Int64) in
            self?.isWanted(arrival, read: read) ?? false
        }
        guard isPartingCheap, case let partition = try partition(db, .all),
            partition.holdsRead == read
        else { return SearchList(match: match, where: isWanted) }
        // Few are wanted: nothing is looked for beyond the newest and oldest of them.
        guard let newest = partition.held.first, let oldest = partition.held.last else {
            return HeldList([])
        }
        return SearchList(match: match, in: oldest...newest, where: isWanted)
    }

    private func starred(
        _ db: Database, _ query: NewsQuery, _ words: SearchWords, read: Bool?
    ) throws -> any NewsList {
        let lookup = try db.cachedStatement(sql: "SELECT key FROM news WHERE id = ?")
        var keys: [Int64] = []
        for id in marks?.starred ?? [] {
            guard let key = try Int64.fetchOne(lookup, arguments: [id.rawValue]),
                let row = try NewsRow.fetch(db, key: key), isWanted(row.arrival, read: read),
                query.matches(row.summary), try isOf(query.source, db, key)
            else { continue }
            keys.append(key)
        }
        keys.sort(by: >)
        guard !words.isEmpty, let newest = keys.first, let oldest = keys.last else {
            return HeldList(keys)
        }
        let wanted = Set(keys)
        return SearchList(match: words.query(), in: oldest...newest) { key, _ in
            wanted.contains(key)
        }
    }

    private func isOf(_ source: Source.ID?, _ db: Database, _ key: Int64) throws -> Bool {
        guard let source else { return true }
        guard let number = try number(db, of: source) else { return false }
        return try index(db, Facet(source: number)).contains(db, key)
    }

    private func union(_ db: Database, _ key: UnionKey) throws -> [UnionRow] {
        if let rows = unions[key] { return rows }
        var rows: [UnionRow] = []
        let ofSource = try index(db, Facet(source: key.source))
        for code in key.municipalities.sorted() {
            let index = try index(db, Facet(municipality: code.number))
            let cursor = try Row.fetchCursor(
                db.cachedStatement(
                    sql: "SELECT key, arrival, tag FROM facet_news WHERE facet = ?"),
                arguments: [index.number])
            while let row = try cursor.next() {
                let tag: Int64 = row[2]
                if key.kind != 0, tag & 7 != key.kind { continue }
                if key.source != 0, tag >> 3 != key.source {
                    guard tag >> 3 == 0, try ofSource.contains(db, row[0]) else { continue }
                }
                rows.append(UnionRow(key: row[0], arrival: row[1]))
            }
        }
        rows.sort { $0.key > $1.key }
        var distinct: [UnionRow] = []
        distinct.reserveCapacity(rows.count)
        for row in rows where distinct.last?.key != row.key { distinct.append(row) }
        if unions.count >= 4 { unions = [:] }
        unions[key] = distinct
        return distinct
    }
}

extension NewsQuery {
    /// The kept list that holds its items, but for marks and search; nil where several have to be put together.
    fileprivate func facet(source: Int64) -> Facet? {
        guard let municipalities else { return Facet(source: source, kind: kind?.number ?? 0) }
        guard municipalities.count == 1, source == 0, kind == nil else { return nil }
        return municipalities.first.map { Facet(municipality: $0.number) }
    }

    /// Whether an item is of the query's municipalities and kind.
    fileprivate func matches(_ item: NewsSummary) -> Bool {
        (municipalities.map { !$0.isDisjoint(with: item.municipalities) } ?? true)
            && (kind.map { $0 == item.kind } ?? true)
    }
}

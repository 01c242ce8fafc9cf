import ClimateModel
import GRDB

/// Writes news items: the row that lists read, the body, the full-text index and the kept lists.
final class NewsWriter {
    let db: Database
    let references: References
    let facets: FacetWriter
    private let findings: FindingsWriter
    let twins: TwinFinder
    private let search: SearchWriter
    private let statements: Statements
    private var lastArrival: Int64
    /// Whether any item came through several sources.
    var hasCopies: Bool
    /// The next free key of each second that this batch has met.
    private var nextKeys: [Int64: Int64] = [:]
    /// What was written since the lists were written last.
    private var unlisted: Set<Int64> = []
    /// So many are gathered at most.
    private static let unlistedLimit = 8_192

    init(_ db: Database, references: References, _ length: BlockLength) throws {
        self.db = db
        self.references = references
        facets = try FacetWriter(db, length)
        findings = try FindingsWriter(db)
        twins = try TwinFinder(db)
        search = try SearchWriter(db)
        statements = try Statements(db)
        lastArrival = try NewsArrivals.last(db)
        hasCopies = try Bool.fetchOne(db, sql: "SELECT EXISTS (SELECT 1 FROM news_copy)") ?? false
    }

    /// Writes `items`, each once: of two with the same identity and source the later holds.
    ///
    /// Source by source, so that what another source brought is found; those of a source in order of key. All of it is there
    /// only after ``finish()``.
    ///
    /// - Parameters:
    ///   - prepared: of each item, where that was done before.
    ///   - tell: told what became of each.
    func write(
        _ items: [NewsItem], prepared: [PreparedNews], tell: (BatchWriter.Outcome) -> Void
    ) throws {
        var written = 0
        for group in Self.bySource(items) {
            let ordered = Self.ordered(group, of: items)
            for index in ordered {
                let isPrepared =
                    prepared.count == items.count && prepared[index].item.id == items[index].id
                tell(try write(isPrepared ? prepared[index] : PreparedNews(items[index])))
            }
            written += ordered.count
        }
        for _ in written..<items.count { tell(.unchanged) }
    }

    /// Writes all that was gathered, by the end of the transaction.
    func finish() throws {
        try finishLists()
        try search.finish()
    }

    private func finishLists() throws {
        try facets.finish()
        try twins.finish()
        unlisted.removeAll(keepingCapacity: true)
    }

    /// To be called before what stands at `arrival` is taken out: what the lists do not have can't be taken out of them.
    func settle(_ arrival: Int64) throws {
        if unlisted.contains(arrival) { try finishLists() }
    }

    /// The places of items, those of a source together.
    private static func bySource(_ items: [NewsItem]) -> [[Int]] {
        guard let first = items.first?.provenance.source else { return [] }
        if items.allSatisfy({ $0.provenance.source == first }) { return [Array(items.indices)] }
        var places: [Source.ID: Int] = [:]
        var groups: [[Int]] = []
        for (index, item) in items.enumerated() {
            let place = places[item.provenance.source, default: groups.count]
            if place == groups.count {
                places[item.provenance.source] = place
                groups.append([])
            }
            groups[place].append(index)
        }
        return groups
    }

    private static func ordered(_ group: [Int], of items: [NewsItem]) -> [Int] {
        var last: [NewsItem.ID: Int] = [:]
        last.reserveCapacity(group.count)
        for index in group { last[items[index].id] = index }
        return last.values.map { (NewsKey.base(of: items[$0].published), $0) }
            .sorted { $0 < $1 }.map(\.1)
    }

    private func write(_ news: PreparedNews) throws -> BatchWriter.Outcome {
        let item = news.item
        let source = try references.source(
            item.provenance.source, of: "news item \(item.identity.prefix(80))")
        let digest = news.digest
        if hasCopies, let copy = try CopyRow.fetch(db, item.id, source: source) {
            return try update(copy, to: item, digest: digest)
        }
        statements.find.bind(item.id.rawValue)
        guard let old = try statements.find.firstRow(columns: 4) else {
            if let known = try underFormerName(item, source: source) { return try write(known) }
            if let arrival = try twins.twin(of: item, news.keys, source: source) {
                return try join(item, source: source, digest: digest, to: arrival)
            }
            lastArrival += 1
            try insert(
                news, sources: [source], digest: digest, arrival: lastArrival, key: nil)
            return .inserted
        }
        let arrival = old[2]
        let isShared = try hasCopies && !CopyRow.fetchAll(db, arrival: arrival).isEmpty
        if old[3] != source || isShared {
            return try join(item, source: source, digest: digest, to: arrival)
        }
        if old[1] == digest { return .unchanged }
        if let twin = try twins.twin(of: item, news.keys, source: source) {
            try take(out: old[0], arrival: arrival, joinedTo: twin)
            return try join(item, source: source, digest: digest, to: twin)
        }
        try settle(arrival)
        try twins.remove(arrival: arrival)
        try remove(old[0], arrival: arrival)
        try insert(
            news, sources: [source], digest: digest, arrival: arrival,
            key: old[0].isOfSecond(item.published) ? old[0] : nil)
        return .updated
    }

    /// The item under the name that the same source's stands under since ids with a colon ("nyhet:12") were names as they
    /// were; nil where it has none. What several sources were then taken to share is none of theirs.
    private func underFormerName(_ item: NewsItem, source: Int64) throws -> PreparedNews? {
        let prefix = item.provenance.source.rawValue + ":"
        guard item.identity.hasPrefix(prefix) else { return nil }
        let former = item.identity.dropFirst(prefix.count)
        guard former.utf8.contains(UInt8(ascii: ":")) else { return nil }
        let id = NewsItem.ID(identity: String(former))
        statements.find.bind(id.rawValue)
        guard let old = try statements.find.firstRow(columns: 4), old[3] == source,
            try !hasCopies || CopyRow.fetchAll(db, arrival: old[2]).isEmpty
        else { return nil }
        var item = item
        (item.id, item.identity) = (id, String(former))
        return PreparedNews(clean: item)
    }

    /// - Parameters:
    ///   - digest: of what its leading source said, which is not always that of the item.
    ///   - key: its place in lists; nil for one that is free.
    func insert(
        _ news: PreparedNews, sources: [Int64], digest: Int64, arrival: Int64, key: Int64?
    ) throws {
        let item = news.item
        let key = try key ?? freeKey(for: item.published)
        let set = FacetSet(
            municipalities: item.municipalityNumbers, sources: sources, kind: item.kind.number)
        try insertRow(item, key: key, source: sources[0], digest: digest, arrival: arrival)
        try insertBody(item, news.body, arrival: arrival)
        try findings.insert(item, arrival: arrival)
        twins.add(news.keys, item.published, arrival: arrival, source: sources[0])
        let lists = try facets.lists(of: set)
        try search.add(SearchWriter.Row(text: news.searchText, facets: lists.words), key: key)
        facets.add(key: key, arrival: arrival, lists)
        unlisted.insert(arrival)
        if unlisted.count >= Self.unlistedLimit { try finishLists() }
    }

    private func insertRow(
        _ item: NewsItem, key: Int64, source: Int64, digest: Int64, arrival: Int64
    ) throws {
        let row = statements.row
        row.bind(arrival)
        row.bind(key)
        row.bind(item.id.rawValue)
        row.bind(digest)
        row.bind(Int64(item.kind.number))
        row.bind(Int64(DatePrecision(item.published).rawValue))
        row.bind(item.published.sortKey.seconds)
        row.bind(item.updated?.seconds)
        row.bind(item.title.swedish)
        row.bind(item.title.english)
        row.bind(item.municipalities.map(\.rawValue).joined())
        row.bind(source)
        row.bind(item.provenance.publisher)
        row.bind(item.link)
        try row.run()
    }

    private func insertBody(_ item: NewsItem, _ body: EncodedBody, arrival: Int64) throws {
        let row = statements.body
        row.bind(arrival)
        row.bind(item.identity)
        row.bind(item.summary.swedish)
        row.bind(item.summary.english)
        row.bind(item.author)
        row.bind(utf8: body.swedish)
        row.bind(utf8: body.english)
        row.bind(item.provenance.fetched?.seconds)
        row.bind(item.provenance.certainty.rawValue)
        row.bind(item.provenance.detail)
        try row.run()
    }

    /// Takes an item out of everything but its copies and keys. The index keeps no text, so it is told what to forget.
    func remove(_ key: Int64, arrival: Int64) throws {
        guard let item = try NewsItem.fetchText(db, key: key),
            let source = try Int64.fetchOne(
                db, sql: "SELECT source FROM news WHERE arrival = ?", arguments: [arrival])
        else { return }
        let lists = try facets.lists(
            of: FacetSet(
                municipalities: item.municipalityNumbers,
                sources: try sources(ofNewsAt: arrival, leading: source), kind: item.kind.number))
        try search.remove(SearchWriter.Row(text: item.searchText, facets: lists.words), key: key)
        try db.cachedStatement(sql: "DELETE FROM news WHERE arrival = ?")
            .execute(arguments: [arrival])
        facets.remove(key: key, lists)
    }

    /// Each once, that of the text first.
    func sources(ofNewsAt arrival: Int64, leading: Int64) throws -> [Int64] {
        guard hasCopies else { return [leading] }
        let others = try Int64.fetchAll(
            db.cachedStatement(
                sql: "SELECT DISTINCT source FROM news_copy WHERE arrival = ? AND source <> ?"),
            arguments: [arrival, leading])
        return [leading] + others
    }

    /// A key of the second of `date` that no item has; a full second gives the next one's.
    private func freeKey(for date: PublicationDate) throws -> Int64 {
        var base = NewsKey.base(of: date)
        while true {
            let next = try nextKeys[base] ?? nextKey(from: base)
            nextKeys[base] = next + 1
            if next < base + NewsKey.capacity { return next }
            base += NewsKey.capacity
        }
    }

    private func nextKey(from base: Int64) throws -> Int64 {
        statements.last.bind(base + NewsKey.capacity)
        statements.last.bind(base)
        return try statements.last.firstRow(columns: 1).map { $0[0] + 1 } ?? base
    }

}

/// The statements that every item needs.
private struct Statements {
    let find: FastStatement
    let last: FastStatement
    let row: FastStatement
    let body: FastStatement

    init(_ db: Database) throws {
        find = try FastStatement(db, "SELECT key, digest, arrival, source FROM news WHERE id = ?")
        last = try FastStatement(
            db,
            """
            SELECT key FROM facet_news WHERE facet = \(Facet.numberOfAll) AND key < ? AND key >= ?
            ORDER BY key DESC LIMIT 1
            """)
        row = try FastStatement(
            db, "INSERT INTO news VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
        body = try FastStatement(db, "INSERT INTO news_body VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
    }
}

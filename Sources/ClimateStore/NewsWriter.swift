import ClimateModel
import GRDB

/// Writes news items: the row that lists read, the body, the full-text index and the kept lists.
final class NewsWriter {
    private let db: Database
    private let references: References
    private let facets: FacetWriter
    private let statements: Statements
    private var lastArrival: Int64
    /// The next free key of each second that this batch has met.
    private var nextKeys: [Int64: Int64] = [:]

    init(_ db: Database, references: References, _ length: BlockLength) throws {
        self.db = db
        self.references = references
        facets = try FacetWriter(db, length)
        statements = try Statements(db)
        lastArrival = try Int64.fetchOne(db, sql: "SELECT max(arrival) FROM news") ?? 0
    }

    /// Writes `items`, each once: of two with the same identity the later holds.
    ///
    /// They are written in order of key: the full-text index, which writes out what it has gathered whenever a row number is
    /// lower than the last one, takes them five times as fast so.
    ///
    /// - Parameter tell: told what became of each.
    func write(_ items: [NewsItem], tell: (BatchWriter.Outcome) -> Void) throws {
        let ordered = Self.ordered(items)
        for item in ordered { tell(try write(item)) }
        for _ in ordered.count..<items.count { tell(.unchanged) }
        try facets.finish()
    }

    /// Takes out all items of a source, by its row number.
    func remove(allOf source: Int64) throws {
        let rows = try Row.fetchAll(
            db, sql: "SELECT key, arrival FROM news WHERE source = ? ORDER BY key",
            arguments: [source])
        for row in rows { try remove(row[0], arrival: row[1]) }
        try facets.finish()
    }

    private static func ordered(_ items: [NewsItem]) -> [NewsItem] {
        var last: [NewsItem.ID: Int] = [:]
        last.reserveCapacity(items.count)
        for (index, item) in items.enumerated() { last[item.id] = index }
        return last.values.map { (NewsKey.base(of: items[$0].published), $0) }
            .sorted { $0 < $1 }.map { items[$0.1] }
    }

    private func write(_ item: NewsItem) throws -> BatchWriter.Outcome {
        let source = try references.source(
            item.provenance.source, of: "news item \(item.identity.prefix(80))")
        let body = EncodedBody(item.body)
        let digest = item.digest(of: body)
        statements.find.bind(item.id.rawValue)
        guard let old = try statements.find.firstRow(columns: 3) else {
            lastArrival += 1
            try insert(item, body, source: source, digest: digest, arrival: lastArrival, key: nil)
            return .inserted
        }
        if old[1] == digest { return .unchanged }
        let key = old[0]
        let isSameSecond = key >> 20 == NewsKey.base(of: item.published) >> 20
        try remove(key, arrival: old[2])
        try insert(
            item, body, source: source, digest: digest, arrival: old[2],
            key: isSameSecond ? key : nil)
        return .updated
    }

    private func insert(
        _ item: NewsItem, _ body: EncodedBody, source: Int64, digest: Int64, arrival: Int64,
        key: Int64?
    ) throws {
        let key = try key ?? freeKey(for: item.published)
        let municipalities = item.municipalityNumbers
        try insertRow(item, key: key, source: source, digest: digest, arrival: arrival)
        try insertBody(item, body, arrival: arrival)
        let search = statements.search
        search.bind(key)
        search.bind(item.searchText)
        search.bind(Self.facetWords(municipalities, source: source, kind: item.kind.number))
        try search.run()
        try facets.add(
            key: key, arrival: arrival,
            FacetSet(municipalities: municipalities, source: source, kind: item.kind.number))
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
        row.bind(body.swedish)
        row.bind(body.english)
        row.bind(item.provenance.fetched?.seconds)
        row.bind(item.provenance.certainty.rawValue)
        row.bind(item.provenance.detail)
        try row.run()
    }

    /// Takes an item out of everything. The index keeps no text, so it is told what to forget.
    private func remove(_ key: Int64, arrival: Int64) throws {
        guard let item = try NewsItem.fetch(db, key: key),
            let source = try Int64.fetchOne(
                db, sql: "SELECT source FROM news WHERE arrival = ?", arguments: [arrival])
        else { return }
        let kind = item.kind.number
        let municipalities = item.municipalityNumbers
        let words = Self.facetWords(municipalities, source: source, kind: kind)
        try db.cachedStatement(
            sql: """
                INSERT INTO news_search (news_search, rowid, text, facets)
                VALUES ('delete', ?, ?, ?)
                """
        ).execute(arguments: [key, item.searchText, words])
        try db.cachedStatement(sql: "DELETE FROM news WHERE arrival = ?")
            .execute(arguments: [arrival])
        try facets.remove(
            key: key, FacetSet(municipalities: municipalities, source: source, kind: kind))
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

    private static func facetWords(_ municipalities: [Int64], source: Int64, kind: Int) -> String {
        ([FacetWord.source(source), FacetWord.kind(kind)]
            + municipalities.map(FacetWord.municipality)).joined(separator: " ")
    }
}

/// The statements that every item needs.
private struct Statements {
    let find: FastStatement
    let last: FastStatement
    let row: FastStatement
    let body: FastStatement
    let search: FastStatement

    init(_ db: Database) throws {
        find = try FastStatement(db, "SELECT key, digest, arrival FROM news WHERE id = ?")
        last = try FastStatement(
            db,
            """
            SELECT key FROM facet_news WHERE facet = \(Facet.numberOfAll) AND key < ? AND key >= ?
            ORDER BY key DESC LIMIT 1
            """)
        row = try FastStatement(
            db, "INSERT INTO news VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
        body = try FastStatement(db, "INSERT INTO news_body VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
        search = try FastStatement(
            db, "INSERT INTO news_search (rowid, text, facets) VALUES (?, ?, ?)")
    }
}

/// A body as the database keeps it.
struct EncodedBody {
    var swedish: String?
    var english: String?

    init(_ body: LocalizedBody) {
        swedish = body.swedish.map(BodyCodec.encode)
        english = body.english.map(BodyCodec.encode)
    }
}

extension NewsItem {
    /// Its municipalities as numbers, each once.
    fileprivate var municipalityNumbers: [Int64] {
        var numbers: [Int64] = []
        for code in municipalities where !numbers.contains(code.number) {
            numbers.append(code.number)
        }
        return numbers
    }

    /// What a search looks through, each word once; the index forgets an item by the same text.
    var searchText: String {
        var words = DistinctWords()
        for text in [
            title.swedish, title.english, summary.swedish, summary.english, provenance.publisher,
            author,
        ] {
            if let text { words.add(text) }
        }
        for body in [body.swedish, body.english] {
            if let body { words.add(body.plain) }
        }
        return words.text
    }

    /// A 64-bit FNV-1a hash of everything but its identity and the time it was fetched.
    func digest(of body: EncodedBody) -> Int64 {
        var hash = Fowler()
        hash.add(kind.rawValue)
        for text in [
            title.swedish, title.english, summary.swedish, summary.english, body.swedish,
            body.english, author, link, published.iso8601, provenance.source.rawValue,
            provenance.publisher, provenance.certainty.rawValue, provenance.detail,
        ] {
            hash.add(text)
        }
        hash.add(updated.map { String($0.seconds) })
        for code in municipalities { hash.add(code.rawValue) }
        return hash.value
    }
}

/// Fowler, Noll and Vo's hash FNV-1a over a sequence of texts (www.isthe.com/chongo/tech/comp/fnv).
private struct Fowler {
    private var hash: UInt64 = 0xcbf2_9ce4_8422_2325

    mutating func add(_ text: String?) {
        var text = text
        var hash = self.hash
        text?.withUTF8 { bytes in
            for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01b3 }
        }
        // Bytes that UTF-8 never has end a text and stand for a missing one.
        self.hash = (hash ^ (text == nil ? 0xFE : 0xFF)) &* 0x0000_0100_0000_01b3
    }

    var value: Int64 { Int64(bitPattern: hash) }
}

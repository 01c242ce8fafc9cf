import ClimateModel
import GRDB

/// Writes news items: the row that lists read, the body, the full-text index and the kept lists.
final class NewsWriter {
    private let db: Database
    private let references: References
    private let facets: FacetWriter
    private var lastArrival: Int64
    /// The next free key of each second that this batch has met.
    private var nextKeys: [Int64: Int64] = [:]
    /// Items that this batch has written already: what comes twice in it counts as the later one.
    private var written: Set<NewsItem.ID> = []

    init(_ db: Database, references: References) throws {
        self.db = db
        self.references = references
        facets = FacetWriter(db)
        lastArrival = try Int64.fetchOne(db, sql: "SELECT max(arrival) FROM news") ?? 0
    }

    /// To be called once, after the last item.
    func finish() throws { try facets.finish() }

    func write(_ item: NewsItem) throws -> BatchWriter.Outcome {
        let source = try references.source(
            item.provenance.source, of: "news item \(item.identity.prefix(80))")
        let body = EncodedBody(item.body)
        let digest = item.digest(of: body)
        let old = try Row.fetchOne(
            db.cachedStatement(sql: "SELECT key, digest, arrival FROM news WHERE id = ?"),
            arguments: [item.id.rawValue])
        guard let old else {
            lastArrival += 1
            try insert(item, body, source: source, digest: digest, arrival: lastArrival, key: nil)
            written.insert(item.id)
            return .inserted
        }
        if old[1] == digest { return .unchanged }
        // The kept lists are written at the end; an item that this batch wrote must be in them before it goes out again.
        if written.contains(item.id) { try facets.finish() }
        let key: Int64 = old[0]
        let isSameSecond = key >> 20 == NewsKey.base(of: item.published) >> 20
        try remove(key)
        try insert(
            item, body, source: source, digest: digest, arrival: old[2],
            key: isSameSecond ? key : nil)
        written.insert(item.id)
        return .updated
    }

    private func insert(
        _ item: NewsItem, _ body: EncodedBody, source: Int64, digest: Int64, arrival: Int64,
        key: Int64?
    ) throws {
        let key = try key ?? freeKey(for: item.published)
        let kind = item.kind.number
        var municipalities: [Int64] = []
        for code in item.municipalities where !municipalities.contains(code.number) {
            municipalities.append(code.number)
        }
        try db.cachedStatement(
            sql: "INSERT INTO news VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
        ).execute(arguments: [
            key, item.id.rawValue, arrival, digest, kind, DatePrecision(item.published).rawValue,
            item.published.sortKey.seconds, item.updated?.seconds, item.title.swedish,
            item.title.english, item.municipalities.map(\.rawValue).joined(), source,
            item.provenance.publisher, item.link,
        ])
        try db.cachedStatement(sql: "INSERT INTO news_body VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
            .execute(arguments: [
                key, item.identity, item.summary.swedish, item.summary.english, item.author,
                body.swedish, body.english, item.provenance.fetched?.seconds,
                item.provenance.certainty.rawValue, item.provenance.detail,
            ])
        let words = Self.facetWords(municipalities, source: source, kind: kind)
        try db.cachedStatement(
            sql: "INSERT INTO news_search (rowid, text, facets) VALUES (?, ?, ?)"
        ).execute(arguments: [key, item.searchText, words])
        try facets.add(
            key: key, arrival: arrival,
            to: Facet.facets(municipalities: Set(municipalities), source: source, kind: kind))
    }

    /// Takes an item out of everything. The index keeps no text, so it is told what to forget.
    private func remove(_ key: Int64) throws {
        guard let item = try NewsItem.fetch(db, key: key),
            let source = try Int64.fetchOne(
                db, sql: "SELECT source FROM news WHERE key = ?", arguments: [key])
        else { return }
        let kind = item.kind.number
        var municipalities: [Int64] = []
        for code in item.municipalities where !municipalities.contains(code.number) {
            municipalities.append(code.number)
        }
        try db.cachedStatement(
            sql: """
                INSERT INTO news_search (news_search, rowid, text, facets)
                VALUES ('delete', ?, ?, ?)
                """
        ).execute(arguments: [
            key, item.searchText, Self.facetWords(municipalities, source: source, kind: kind),
        ])
        try db.cachedStatement(sql: "DELETE FROM news WHERE key = ?").execute(arguments: [key])
        try facets.remove(
            key: key,
            from: Facet.facets(municipalities: Set(municipalities), source: source, kind: kind))
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
        let last = try Int64.fetchOne(
            db.cachedStatement(sql: "SELECT max(key) FROM news WHERE key >= ? AND key < ?"),
            arguments: [base, base + NewsKey.capacity])
        return last.map { $0 + 1 } ?? base
    }

    private static func facetWords(_ municipalities: [Int64], source: Int64, kind: Int) -> String {
        ([FacetWord.source(source), FacetWord.kind(kind)]
            + municipalities.map(FacetWord.municipality)).joined(separator: " ")
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
    /// What a search looks through; the index forgets an item by the same text.
    var searchText: String {
        var parts: [String] = []
        for part in [
            title.swedish, title.english, summary.swedish, summary.english, body.swedish?.plain,
            body.english?.plain, provenance.publisher, author,
        ] {
            if let part { parts.append(part) }
        }
        return parts.joined(separator: "\n")
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
        // Bytes that UTF-8 never has end a text and stand for a missing one.
        for byte in (text ?? "").utf8 { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01b3 }
        hash = (hash ^ (text == nil ? 0xFE : 0xFF)) &* 0x0000_0100_0000_01b3
    }

    var value: Int64 { Int64(bitPattern: hash) }
}

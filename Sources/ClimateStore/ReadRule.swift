import ClimateModel
import GRDB

/// "All of these were read then": what the user said with one key, kept in terms that fit any content database.
struct ReadRule {
    var municipalities: Set<MunicipalityCode>?
    var source: Source.ID?
    var kind: NewsItem.Kind?
    /// The publication second of the newest item there was.
    var publishedTo: Int64

    init(_ query: NewsQuery, _ publishedTo: Int64) {
        municipalities = query.municipalities
        source = query.source
        kind = query.kind
        self.publishedTo = publishedTo
    }

    private init(_ row: Row) {
        municipalities = (row[0] as String?).map { Set(MunicipalityCode.list(packed: $0)) }
        source = (row[1] as String?).map(Source.ID.init(rawValue:))
        kind = (row[2] as String?).flatMap(NewsItem.Kind.init(rawValue:))
        publishedTo = row[3]
    }

    static func fetchAll(_ db: Database) throws -> [ReadRule] {
        try Row.fetchAll(
            db,
            sql: "SELECT municipalities, source, kind, published_to FROM read_rule ORDER BY number"
        ).map { ReadRule($0) }
    }

    /// A rule for everything takes the place of all before it.
    func store(_ db: Database) throws {
        if municipalities == nil, source == nil, kind == nil {
            try db.execute(sql: "DELETE FROM read_rule")
        }
        let packed = municipalities.map { $0.sorted().map(\.rawValue).joined() }
        try db.execute(
            sql: """
                DELETE FROM read_rule
                WHERE municipalities IS ? AND source IS ? AND kind IS ?
                """, arguments: [packed, source?.rawValue, kind?.rawValue])
        try db.execute(
            sql: """
                INSERT INTO read_rule (municipalities, source, kind, published_to)
                VALUES (?, ?, ?, ?)
                """, arguments: [packed, source?.rawValue, kind?.rawValue, publishedTo])
    }

    /// Marks what it covers of the items that arrived after `after`.
    func apply(
        _ contentDB: Database, to marks: ReadMarks, lastArrival: Int64, after: Int64? = nil
    ) throws {
        if after == nil, municipalities == nil, source == nil, kind == nil {
            marks.setAll(upTo: lastArrival)
            return
        }
        var number: Int64 = 0
        if let source {
            let found = try Int64.fetchOne(
                contentDB, sql: "SELECT number FROM source WHERE id = ?",
                arguments: [source.rawValue])
            guard let found else { return }
            number = found
        }
        let facets =
            municipalities.map { $0.map { Facet(municipality: $0.number) } }
            ?? [Facet(source: number, kind: kind?.number ?? 0)]
        for facet in facets {
            let arrivals = try Int64.fetchCursor(
                contentDB.cachedStatement(
                    sql: """
                        SELECT arrival FROM facet_news
                        WHERE facet = ? AND key < ? AND arrival > ?
                            AND (? = 0 OR tag >> 3 = ?) AND (? = 0 OR tag & 7 = ?)
                        """),
                arguments: [
                    try FacetIndex(contentDB, facet).number, (publishedTo + 1) << 20, after ?? 0,
                    number, number, kind?.number ?? 0, kind?.number ?? 0,
                ])
            while let arrival = try arrivals.next() { marks.set(arrival, read: true) }
        }
    }
}

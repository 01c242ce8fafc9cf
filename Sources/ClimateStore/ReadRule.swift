import ClimateModel
import GRDB

/// "All of these were read then": what the user said with one key, kept in terms that fit any content database.
struct ReadRule {
    var municipalities: Set<MunicipalityCode>?
    var source: Source.ID?
    var kind: NewsItem.Kind?
    /// The publication second of the newest item there was.
    var publishedTo: Int64
    /// The content database it was made in, and the last arrival there was then.
    var instance: String?
    var arrivedTo: Int64

    init(_ query: NewsQuery, publishedTo: Int64, instance: String, arrivedTo: Int64) {
        municipalities = query.municipalities
        source = query.source
        kind = query.kind
        self.publishedTo = publishedTo
        self.instance = instance
        self.arrivedTo = arrivedTo
    }

    private init(_ row: Row) {
        municipalities = (row[0] as String?).map { Set(MunicipalityCode.list(packed: $0)) }
        source = (row[1] as String?).map(Source.ID.init(rawValue:))
        kind = (row[2] as String?).flatMap(NewsItem.Kind.init(rawValue:))
        publishedTo = row[3]
        instance = row[4]
        arrivedTo = row[5]
    }

    static func fetchAll(_ db: Database) throws -> [ReadRule] {
        try Row.fetchAll(
            db,
            sql: """
                SELECT municipalities, source, kind, published_to, instance, arrived_to
                FROM read_rule ORDER BY number
                """
        ).map { ReadRule($0) }
    }

    var isForAll: Bool { municipalities == nil && source == nil && kind == nil }

    /// Takes the place of those it says all of; one for everything, of all that were made in the same database.
    func store(_ db: Database) throws {
        let packed = municipalities.map { $0.sorted().map(\.rawValue).joined() }
        if isForAll {
            try db.execute(
                sql: "DELETE FROM read_rule WHERE instance IS ?", arguments: [instance])
        }
        try db.execute(
            sql: """
                DELETE FROM read_rule
                WHERE municipalities IS ? AND source IS ? AND kind IS ? AND instance IS ?
                """, arguments: [packed, source?.rawValue, kind?.rawValue, instance])
        try db.execute(
            sql: """
                INSERT INTO read_rule
                    (municipalities, source, kind, published_to, instance, arrived_to)
                VALUES (?, ?, ?, ?, ?, ?)
                """,
            arguments: [
                packed, source?.rawValue, kind?.rawValue, publishedTo, instance, arrivedTo,
            ])
    }

    /// Marks what it covers of the items that arrived after `after` in the content database `instance`.
    ///
    /// In the database it was made in, that is what had arrived by then: what comes later is unread however old it is. In
    /// another, whose arrivals are in another order, it is what had been published by then.
    func apply(
        _ contentDB: Database, to marks: ReadMarks, instance: String, after: Int64 = 0
    ) throws {
        let isOwn = instance == self.instance
        guard !isOwn || arrivedTo > after else { return }
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
        let ofSource = try FacetIndex(contentDB, Facet(source: number))
        for facet in facets {
            let arrivals = try Int64.fetchCursor(
                contentDB.cachedStatement(
                    sql: """
                        SELECT arrival FROM facet_news f
                        WHERE facet = ? AND key < ? AND arrival > ? AND arrival <= ?
                            AND (? = 0 OR tag & 7 = ?)
                            AND (? = 0 OR tag >> 3 = ? OR tag >> 3 = 0 AND EXISTS (
                                SELECT 1 FROM facet_news s WHERE s.facet = ? AND s.key = f.key))
                        """),
                arguments: [
                    try FacetIndex(contentDB, facet).number, (publishedTo + 1) << 20, after,
                    isOwn ? arrivedTo : Int64.max, kind?.number ?? 0, kind?.number ?? 0, number,
                    number, number == 0 ? 0 : ofSource.number,
                ])
            while let arrival = try arrivals.next() { marks.set(arrival, read: true) }
        }
    }
}

import ClimateModel
import GRDB

extension NewsItem {
    private static let columns = """
        SELECT n.kind, n.precision, n.published, n.updated, n.title_sv, n.title_en,
            n.municipalities, s.id, n.publisher, n.link, b.identity, b.summary_sv, b.summary_en,
            b.author, b.body_sv, b.body_en, b.fetched, b.certainty, b.detail
        FROM news n JOIN source s ON s.number = n.source JOIN news_body b USING (arrival)
        """

    private init(_ row: Row) {
        let precision = DatePrecision(rawValue: row[1]) ?? .unknown
        self.init(
            identity: row[10], kind: Kind(number: row[0]),
            title: LocalizedText(swedish: row[4], english: row[5]),
            body: LocalizedBody(
                swedish: BodyCodec.decode(row[14]), english: BodyCodec.decode(row[15])),
            summary: LocalizedText(swedish: row[11], english: row[12]), author: row[13],
            link: row[9], published: precision.date(seconds: row[2]),
            updated: (row[3] as Int64?).map { Timestamp(seconds: $0) },
            municipalities: MunicipalityCode.list(packed: row[6]),
            provenance: Provenance(
                source: Source.ID(rawValue: row[7]), publisher: row[8],
                fetched: (row[16] as Int64?).map { Timestamp(seconds: $0) },
                certainty: Certainty(rawValue: row[17]) ?? .low, detail: row[18]))
    }

    /// Without what was understood from its text, and without its other sources.
    static func fetchText(_ db: Database, key: Int64) throws -> NewsItem? {
        try Row.fetchOne(
            db.cachedStatement(
                sql: columns + """
                     WHERE n.arrival =
                        (SELECT arrival FROM facet_news WHERE facet = \(Facet.numberOfAll) AND key = ?)
                    """), arguments: [key]
        ).map { NewsItem($0) }
    }

    /// Also by a name that only one of its sources has for it.
    static func fetch(_ db: Database, id: ID) throws -> NewsItem? {
        try NewsArrivals.arrival(db, of: id).flatMap { try fetch(db, arrival: $0) }
    }

    static func fetch(_ db: Database, arrival: Int64) throws -> NewsItem? {
        let row = try Row.fetchOne(
            db.cachedStatement(sql: columns + " WHERE n.arrival = ?"), arguments: [arrival])
        guard var item = row.map({ NewsItem($0) }) else { return nil }
        item.claims = try RankingClaim.fetchAll(db, ofNewsAt: arrival)
        item.agenda = try AgendaEntry.fetchAll(db, ofNewsAt: arrival)
        item.alsoFrom = try Copy.fetchOthers(db, ofNewsAt: arrival)
        return item
    }
}

/// A news item's row as lists read it, before a user's marks are put to it.
struct NewsRow {
    var summary: NewsSummary
    /// The how manieth item the database ever got.
    var arrival: Int64

    /// Nil where there is no such row.
    static func fetch(_ db: Database, key: Int64) throws -> NewsRow? {
        try Row.fetchOne(
            db.cachedStatement(
                sql: """
                    SELECT n.id, n.arrival, n.kind, n.precision, n.published, n.updated,
                        n.title_sv, n.title_en, n.municipalities, s.id, n.publisher, n.link
                    FROM facet_news f JOIN news n ON n.arrival = f.arrival
                    JOIN source s ON s.number = n.source
                    WHERE f.facet = \(Facet.numberOfAll) AND f.key = ?
                    """), arguments: [key]
        ).map { row in
            let precision = DatePrecision(rawValue: row[3]) ?? .unknown
            let summary = NewsSummary(
                id: NewsItem.ID(rawValue: row[0]), kind: NewsItem.Kind(number: row[2]),
                title: LocalizedText(swedish: row[6], english: row[7]),
                published: precision.date(seconds: row[4]),
                updated: (row[5] as Int64?).map { Timestamp(seconds: $0) },
                municipalities: MunicipalityCode.list(packed: row[8]),
                source: Source.ID(rawValue: row[9]), publisher: row[10], link: row[11],
                isUnread: false, isStarred: false)
            return NewsRow(summary: summary, arrival: row[1])
        }
    }
}

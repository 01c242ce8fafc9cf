import ClimateModel
import GRDB

/// What a source has of an item that came through several: a row of `news_copy`.
struct CopyRow {
    var id: NewsItem.ID
    var source: Int64
    var arrival: Int64
    /// Of what this source said last.
    var digest: Int64
    /// Whether the item's text is this one.
    var leads: Bool
    /// How much this source says.
    var weight: Int64
    var municipalities: [MunicipalityCode]
    var provenance: Provenance
    var link: String?

    init(
        _ item: NewsItem, source: Int64, arrival: Int64, digest: Int64, leads: Bool
    ) {
        id = item.id
        self.source = source
        self.arrival = arrival
        self.digest = digest
        self.leads = leads
        weight = Int64(item.weight)
        municipalities = item.municipalities
        provenance = item.provenance
        link = item.link
    }

    private init(_ row: Row) {
        id = NewsItem.ID(rawValue: row[0])
        source = row[1]
        arrival = row[2]
        digest = row[3]
        leads = row[4]
        weight = row[5]
        municipalities = MunicipalityCode.list(packed: row[6])
        link = row[7]
        provenance = Provenance(row, from: 8)
    }

    private static let columns = """
        SELECT c.id, c.source, c.arrival, c.digest, c.leads, c.weight, c.municipalities, c.link,
            s.id, c.publisher, c.fetched, c.certainty, c.detail
        FROM news_copy c JOIN source s ON s.number = c.source
        """

    static func fetch(_ db: Database, _ id: NewsItem.ID, source: Int64) throws -> CopyRow? {
        try Row.fetchOne(
            db.cachedStatement(sql: columns + " WHERE c.id = ? AND c.source = ?"),
            arguments: [id.rawValue, source]
        ).map { CopyRow($0) }
    }

    /// The one whose text is shown first, then the others by source.
    static func fetchAll(_ db: Database, arrival: Int64) throws -> [CopyRow] {
        try Row.fetchAll(
            db.cachedStatement(
                sql: columns + " WHERE c.arrival = ? ORDER BY c.leads DESC, c.source, c.id"),
            arguments: [arrival]
        ).map { CopyRow($0) }
    }

    func save(_ db: Database) throws {
        try db.cachedStatement(
            sql: "INSERT OR REPLACE INTO news_copy VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
        ).execute(arguments: [
            id.rawValue, source, arrival, digest, leads, weight,
            municipalities.map(\.rawValue).joined(), provenance.publisher, link,
            provenance.fetched?.seconds, provenance.certainty.rawValue, provenance.detail,
        ])
    }
}

extension NewsItem.Copy {
    /// Those whose text is not the one shown.
    static func fetchOthers(_ db: Database, ofNewsAt arrival: Int64) throws -> [NewsItem.Copy] {
        try CopyRow.fetchAll(db, arrival: arrival).filter { !$0.leads }
            .map { NewsItem.Copy(provenance: $0.provenance, link: $0.link) }
    }
}

extension NewsItem {
    /// How much it says, to tell the fullest of several copies.
    fileprivate var weight: Int {
        [
            summary.swedish, summary.english, body.swedish?.plain, body.english?.plain,
        ].reduce(0) { $0 + ($1?.utf8.count ?? 0) }
    }
}

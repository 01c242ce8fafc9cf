import ClimateModel
import GRDB

/// How records are read from their rows.
extension Source {
    private static let columns =
        "SELECT id, kind, title, address, terms, last_success, last_error FROM source"

    private init(_ row: Row) {
        self.init(
            id: ID(rawValue: row[0]), kind: Kind(rawValue: row[1]) ?? .document, title: row[2],
            address: row[3], terms: row[4],
            lastSuccess: (row[5] as Int64?).map { Timestamp(seconds: $0) },
            lastError: (row[6] as String?).flatMap {
                try? RecordCoding.decode(LocalizedText.self, $0)
            })
    }

    static func fetchAll(_ db: Database) throws -> [Source] {
        try Row.fetchAll(db, sql: columns + " ORDER BY sort_key, id").map { Source($0) }
    }

    static func fetch(_ db: Database, _ id: ID) throws -> Source? {
        try Row.fetchOne(
            db.cachedStatement(sql: columns + " WHERE id = ?"), arguments: [id.rawValue]
        ).map { Source($0) }
    }
}

extension Municipality {
    private static let columns = """
        SELECT m.code, m.name, c.code, c.name, g.code, g.name_sv, g.name_en, m.latitude,
            m.longitude, m.population, m.population_date, m.peers
        FROM municipality m JOIN county c ON c.code = m.county
        JOIN municipality_group g ON g.code = m.municipality_group
        """

    private init?(_ row: Row) {
        guard let code = MunicipalityCode(rawValue: row[0]) else { return nil }
        var coordinates: Coordinates?
        if let latitude: Double = row[7], let longitude: Double = row[8] {
            coordinates = Coordinates(latitude: latitude, longitude: longitude)
        }
        var population: Population?
        if let count: Int = row[9], let text: String = row[10], let date = PartialDate(text) {
            population = Population(count: count, date: date)
        }
        self.init(
            code: code, name: row[1], county: County(code: row[2], name: row[3]),
            group: MunicipalityGroup(
                code: row[4], name: LocalizedText(swedish: row[5], english: row[6])),
            coordinates: coordinates, population: population,
            peers: MunicipalityCode.list(packed: row[11]))
    }

    static func fetchAll(_ db: Database) throws -> [Municipality] {
        let rows = try Row.fetchCursor(db.cachedStatement(sql: columns + " ORDER BY m.code"))
        var all: [Municipality] = []
        all.reserveCapacity(290)
        while let row = try rows.next() {
            if let municipality = Municipality(row) { all.append(municipality) }
        }
        return all
    }

    static func fetch(_ db: Database, _ code: MunicipalityCode) throws -> Municipality? {
        try Row.fetchOne(
            db.cachedStatement(sql: columns + " WHERE m.code = ?"), arguments: [code.rawValue]
        ).flatMap { Municipality($0) }
    }
}

extension Indicator {
    private static let columns = """
        SELECT i.id, i.title_sv, i.title_en, i.publisher, i.unit_sv, i.unit_en, i.direction,
            i.kind, i.decimals, i.breaks, s.id
        FROM indicator i JOIN source s ON s.number = i.source
        """

    private init(_ row: Row) throws {
        let unit = LocalizedText(swedish: row[4], english: row[5])
        self.init(
            id: ID(rawValue: row[0]), title: LocalizedText(swedish: row[1], english: row[2]),
            publisher: row[3], unit: unit == LocalizedText() ? nil : unit,
            direction: Direction(rawValue: row[6]) ?? .neutral,
            kind: Kind(rawValue: row[7]) ?? .value, decimals: row[8],
            breaks: try RecordCoding.decode([SeriesBreak].self, row[9]),
            source: Source.ID(rawValue: row[10]))
    }

    /// Those with observations, the ranking of the local business climate first, then by Swedish title.
    static func fetchAll(_ db: Database) throws -> [Indicator] {
        try Row.fetchAll(
            db,
            sql: columns + """
                 WHERE EXISTS (SELECT 1 FROM observation o WHERE o.indicator = i.number)
                ORDER BY i.id <> 'foretagsklimat', i.sort_key, i.id
                """
        ).map { try Indicator($0) }
    }

    static func fetch(_ db: Database, _ id: ID) throws -> Indicator? {
        try Row.fetchOne(db, sql: columns + " WHERE i.id = ?", arguments: [id.rawValue])
            .map { try Indicator($0) }
    }
}

extension Observation {
    /// By period, then municipality.
    static func fetchAll(_ db: Database, of indicator: Indicator.ID) throws -> [Observation] {
        let provenances = try Provenance.byNumber(db)
        let rows = try Row.fetchCursor(
            db.cachedStatement(
                sql: """
                    SELECT period, municipality, value, status, responses, response_rate,
                        provenance
                    FROM observation
                    WHERE indicator = (SELECT number FROM indicator WHERE id = ?)
                    ORDER BY period, municipality
                    """), arguments: [indicator.rawValue])
        var all: [Observation] = []
        while let row = try rows.next() {
            guard let code = MunicipalityCode(rawValue: row[1]) else { continue }
            all.append(
                Observation(
                    municipality: code, period: Period(year: row[0]), value: row[2],
                    status: Status(rawValue: row[3]) ?? .notReported, responses: row[4],
                    responseRate: row[5],
                    provenance: (row[6] as Int64?).flatMap { provenances[$0] }))
        }
        return all
    }
}

extension Provenance {
    static func byNumber(_ db: Database) throws -> [Int64: Provenance] {
        let rows = try Row.fetchCursor(
            db.cachedStatement(
                sql: """
                    SELECT p.number, s.id, p.publisher, p.fetched, p.certainty, p.detail
                    FROM provenance p JOIN source s ON s.number = p.source
                    """))
        var all: [Int64: Provenance] = [:]
        while let row = try rows.next() { all[row[0]] = Provenance(row, from: 1) }
        return all
    }
}

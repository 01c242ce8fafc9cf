import ClimateModel
import GRDB

/// Writes what was understood from the texts of news items: claims and dates ahead. They go with their item.
struct FindingsWriter {
    private let claim: FastStatement
    private let agenda: FastStatement

    init(_ db: Database) throws {
        claim = try FastStatement(db, "INSERT INTO claim VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
        agenda = try FastStatement(db, "INSERT INTO agenda VALUES (?, ?, ?, ?, ?, ?, ?, ?)")
    }

    func insert(_ item: NewsItem, arrival: Int64) throws {
        for (position, claim) in item.claims.enumerated() {
            try insert(claim, arrival: arrival, position: position)
        }
        for (position, entry) in item.agenda.enumerated() {
            try insert(entry, arrival: arrival, position: position)
        }
    }

    private func insert(_ value: RankingClaim, arrival: Int64, position: Int) throws {
        claim.bind(arrival)
        claim.bind(Int64(position))
        claim.bind(value.municipality.rawValue)
        claim.bind(value.name)
        claim.bind(value.ranking)
        claim.bind(value.year.map(Int64.init))
        claim.bind(value.rank.map(Int64.init))
        claim.bind(value.change.map(Int64.init))
        claim.bind(value.quote)
        claim.bind(value.certainty.rawValue)
        try claim.run()
    }

    private func insert(_ value: AgendaEntry, arrival: Int64, position: Int) throws {
        agenda.bind(arrival)
        agenda.bind(Int64(position))
        agenda.bind(value.municipality?.rawValue)
        agenda.bind(Int64(value.date.earliest.daysSinceEpoch))
        agenda.bind(Int64(value.latest.daysSinceEpoch))
        agenda.bind(value.date.description)
        agenda.bind(value.end?.description)
        agenda.bind(value.quote)
        try agenda.run()
    }
}

extension RankingClaim {
    /// From the columns municipality to certainty, the first of them at `index`.
    init?(_ row: Row, from index: Int) {
        guard let code = MunicipalityCode(rawValue: row[index]) else { return nil }
        self.init(
            municipality: code, name: row[index + 1], ranking: row[index + 2],
            year: row[index + 3], rank: row[index + 4], change: row[index + 5],
            quote: row[index + 6], certainty: Certainty(rawValue: row[index + 7]) ?? .low)
    }

    /// The columns that ``init(_:from:)`` reads.
    static let columns = """
        c.municipality, c.name, c.ranking, c.year, c.rank, c.change, c.quote, c.certainty
        """

    /// In the order of the text.
    static func fetchAll(_ db: Database, ofNewsAt arrival: Int64) throws -> [RankingClaim] {
        try Row.fetchAll(
            db.cachedStatement(
                sql: "SELECT \(columns) FROM claim c WHERE c.arrival = ? ORDER BY c.position"),
            arguments: [arrival]
        ).compactMap { RankingClaim($0, from: 0) }
    }
}

extension AgendaEntry {
    /// From the columns municipality, date, end and quote, the first of them at `index`.
    init?(_ row: Row, from index: Int) {
        guard let date = PartialDate(row[index + 1] as String) else { return nil }
        self.init(
            date: date, end: (row[index + 2] as String?).flatMap { PartialDate($0) },
            quote: row[index + 3],
            municipality: (row[index] as String?).flatMap(MunicipalityCode.init(rawValue:)))
    }

    /// The columns that ``init(_:from:)`` reads.
    static let columns = "a.municipality, a.date, a.end, a.quote"

    /// In the order they were written in, which is that of their dates.
    static func fetchAll(_ db: Database, ofNewsAt arrival: Int64) throws -> [AgendaEntry] {
        try Row.fetchAll(
            db.cachedStatement(
                sql: "SELECT \(columns) FROM agenda a WHERE a.arrival = ? ORDER BY a.position"),
            arguments: [arrival]
        ).compactMap { AgendaEntry($0, from: 0) }
    }
}

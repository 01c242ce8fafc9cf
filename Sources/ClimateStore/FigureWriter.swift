import ClimateModel
import GRDB

/// Writes figures. Where several sources report one, the one that prevails by ``FigureRule`` stands in `observation`, and what
/// the others say is kept in `observation_other`, so that it can take its place again.
struct FigureWriter {
    private let db: Database
    private let references: References
    /// Whether a source that says what it said before takes the place of another that was as sure and came later.
    private let isInsisting: Bool

    init(_ db: Database, _ references: References, isInsisting: Bool) {
        self.db = db
        self.references = references
        self.isInsisting = isInsisting
    }

    /// What became of a figure.
    struct Result {
        var outcome: BatchWriter.Outcome
        /// Who reported another figure, which is surer and stands.
        var surerPublisher: String?

        static let unchanged = Result(outcome: .unchanged)
    }

    /// A figure that was fetched again and says the same keeps its first provenance.
    func write(_ new: Observation, of indicator: Int64) throws -> Result {
        try references.require(new.municipality, of: "observation \(new.period)")
        guard let standing = try standing(indicator, new) else {
            try put(new, of: indicator)
            return Result(outcome: .inserted)
        }
        if standing.provenance?.source == new.provenance?.source {
            return try replace(standing, by: new, of: indicator)
        }
        return try compare(new, to: standing, of: indicator)
    }

    /// Another figure of the source whose figure stands.
    private func replace(
        _ old: Observation, by new: Observation, of indicator: Int64
    ) throws -> Result {
        if old.isSame(as: new) { return .unchanged }
        let better = try others(indicator, new)
            .first { FigureRule.prevails($0, over: new) }
        if let better {
            try forget(better, of: indicator)
            try put(better, of: indicator)
            try keep(new, of: indicator)
        } else {
            try put(new, of: indicator)
        }
        return Result(outcome: .updated)
    }

    /// A figure of another source than the one whose figure stands.
    private func compare(
        _ new: Observation, to standing: Observation, of indicator: Int64
    ) throws -> Result {
        let surerPublisher =
            standing.value == new.value
            ? nil : FigureRule.surerPublisher(of: standing, than: new)
        let stays = Result(outcome: .unchanged, surerPublisher: surerPublisher)
        let isBetter =
            FigureRule.prevails(standing, over: new) || FigureRule.says(standing, theSameAs: new)
        // What a source that stays says can only be replaced, and is kept then.
        if isBetter, !(standing.provenance?.source.isOfAddress ?? false) { return stays }
        let isRepeated = try other(indicator, new)?.isSame(as: new) ?? false
        if isRepeated, isBetter || !isInsisting { return stays }
        if isBetter {
            try keep(new, of: indicator)
            return stays
        }
        try forget(new, of: indicator)
        try keep(standing, of: indicator)
        try put(new, of: indicator)
        return Result(outcome: .updated)
    }

    // MARK: Rows

    private static let columns = "value, status, responses, response_rate, provenance"

    private func standing(_ indicator: Int64, _ new: Observation) throws -> Observation? {
        try Row.fetchOne(
            db.cachedStatement(
                sql: """
                    SELECT \(Self.columns) FROM observation
                    WHERE indicator = ? AND period = ? AND municipality = ?
                    """),
            arguments: [indicator, new.period.year, new.municipality.rawValue]
        ).map { observation($0, at: new) }
    }

    /// What the source of `new` said last, where another's figure stands.
    private func other(_ indicator: Int64, _ new: Observation) throws -> Observation? {
        guard let source = new.provenance?.source else { return nil }
        return try Row.fetchOne(
            db.cachedStatement(
                sql: """
                    SELECT \(Self.columns) FROM observation_other
                    WHERE indicator = ? AND period = ? AND municipality = ? AND source = ?
                    """),
            arguments: [
                indicator, new.period.year, new.municipality.rawValue,
                try references.source(source, of: "observation"),
            ]
        ).map { observation($0, at: new) }
    }

    /// The best first.
    private func others(_ indicator: Int64, _ new: Observation) throws -> [Observation] {
        try Row.fetchAll(
            db.cachedStatement(
                sql: """
                    SELECT \(Self.columns) FROM observation_other o
                    WHERE indicator = ? AND period = ? AND municipality = ?
                    ORDER BY \(FigureRule.bestFirst)
                    """),
            arguments: [indicator, new.period.year, new.municipality.rawValue]
        ).map { observation($0, at: new) }
    }

    private func observation(_ row: Row, at new: Observation) -> Observation {
        Observation(
            municipality: new.municipality, period: new.period, value: row[0],
            status: Observation.Status(rawValue: row[1]) ?? .notReported, responses: row[2],
            responseRate: row[3], provenance: (row[4] as Int64?).flatMap(references.provenance))
    }

    private func put(_ new: Observation, of indicator: Int64) throws {
        try db.cachedStatement(
            sql: "INSERT OR REPLACE INTO observation VALUES (?, ?, ?, ?, ?, ?, ?, ?)"
        ).execute(arguments: [
            indicator, new.period.year, new.municipality.rawValue, new.value,
            new.status.rawValue, new.responses, new.responseRate,
            try new.provenance.map(references.number(of:)),
        ])
    }

    /// A figure of nobody known is not kept.
    private func keep(_ figure: Observation, of indicator: Int64) throws {
        guard let provenance = figure.provenance else { return }
        try db.cachedStatement(
            sql: "INSERT OR REPLACE INTO observation_other VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)"
        ).execute(arguments: [
            indicator, figure.period.year, figure.municipality.rawValue,
            try references.source(provenance.source, of: "observation"), figure.value,
            figure.status.rawValue, figure.responses, figure.responseRate,
            try references.number(of: provenance),
        ])
    }

    private func forget(_ figure: Observation, of indicator: Int64) throws {
        guard let provenance = figure.provenance else { return }
        try db.cachedStatement(
            sql: """
                DELETE FROM observation_other
                WHERE indicator = ? AND period = ? AND municipality = ? AND source = ?
                """
        ).execute(arguments: [
            indicator, figure.period.year, figure.municipality.rawValue,
            try references.source(provenance.source, of: "observation"),
        ])
    }

    /// Takes out all figures of a source; where others report the same, the best of theirs takes the place.
    ///
    /// - Parameter source: its row number.
    static func remove(_ db: Database, allOf source: Int64) throws {
        try db.execute(
            sql: "DELETE FROM observation_other WHERE source = ?", arguments: [source])
        try db.execute(
            sql: """
                DELETE FROM observation WHERE provenance IN
                    (SELECT number FROM provenance WHERE source = ?1)
                OR provenance IS NULL AND indicator IN
                    (SELECT number FROM indicator WHERE source = ?1)
                """, arguments: [source])
        try db.execute(
            sql: """
                INSERT INTO observation
                SELECT indicator, period, municipality, \(columns) FROM (
                    SELECT *, row_number() OVER (
                        PARTITION BY indicator, period, municipality
                        ORDER BY \(FigureRule.bestFirst)) AS place
                    FROM observation_other o
                ) o WHERE place = 1 AND NOT EXISTS (
                    SELECT 1 FROM observation p WHERE p.indicator = o.indicator
                        AND p.period = o.period AND p.municipality = o.municipality);
                DELETE FROM observation_other WHERE EXISTS (
                    SELECT 1 FROM observation p WHERE p.indicator = observation_other.indicator
                        AND p.period = observation_other.period
                        AND p.municipality = observation_other.municipality
                        AND p.provenance = observation_other.provenance)
                """)
        try db.execute(sql: "DELETE FROM provenance WHERE source = ?", arguments: [source])
    }
}

import ClimateModel
import GRDB

extension ContentStore {
    /// The latest published first; of an item in the order of its text. Where there are too many, each municipality's surest
    /// that tells most of each ranking and year is given before the second of any, so that no list of one year takes all the
    /// room.
    ///
    /// - Throws: `StoreError`.
    public func claims(_ query: ClaimQuery) throws -> [ClaimRecord] {
        try read { db in
            guard let (candidates, arguments) = try candidates(db, query) else { return [] }
            return try Row.fetchAll(
                db,
                sql: """
                    WITH given AS (
                        SELECT c.arrival, c.position, n.key, row_number() OVER (
                            PARTITION BY c.municipality, c.ranking, c.year
                            ORDER BY CASE c.certainty WHEN 'high' THEN 1 WHEN 'medium' THEN 2 ELSE 3 END,
                                c.rank IS NULL, c.change IS NULL, n.key DESC, c.position) AS place
                        FROM \(candidates) JOIN news n USING (arrival)
                        ORDER BY place, n.key DESC, c.position LIMIT \(ClaimQuery.limit)
                    )
                    SELECT \(RankingClaim.columns), \(FindingRow.columns)
                    FROM given g JOIN claim c USING (arrival, position)
                    JOIN news n USING (arrival) \(FindingRow.joins)
                    ORDER BY g.key DESC, g.position
                    """, arguments: arguments
            ).compactMap { row in
                RankingClaim(row, from: 0).map { FindingRow.finding($0, row, from: 8) }
            }
        }
    }

    /// Of each municipality no more claims of a ranking are looked at, those that came last, so that a source that claims
    /// without end delays no key.
    private static let claimsLookedAt = 100

    /// Claims "c" to choose from, as the beginning of a join; nil where there are none.
    private func candidates(
        _ db: Database, _ query: ClaimQuery
    ) throws -> (sql: String, arguments: StatementArguments)? {
        let code = query.municipality?.rawValue
        guard let id = query.indicator else {
            let own = code == nil ? "true" : "x.municipality = :code"
            let sql = """
                (SELECT * FROM claim x WHERE \(own) AND x.arrival >= coalesce((
                    SELECT x.arrival FROM claim x WHERE \(own)
                    ORDER BY x.arrival DESC LIMIT 1 OFFSET \(ClaimQuery.limit)), 0)) c
                """
            return (sql, code.map { ["code": $0] } ?? [])
        }
        guard let indicator = try Indicator.fetch(db, id) else { return nil }
        let titles = try Self.rankings(db).filter { RankingClaim.isRanking($0, of: indicator) }
        guard !titles.isEmpty else { return nil }
        // The limit, which is none, has SQLite find each first arrival once, not again for each claim.
        let sql = """
            (SELECT m.code, t.column1 AS title, coalesce((
                SELECT x.arrival FROM claim x WHERE x.ranking = t.column1 AND x.municipality = m.code
                ORDER BY x.arrival DESC LIMIT 1 OFFSET \(Self.claimsLookedAt)), 0) AS since
            FROM municipality m, (VALUES \(titles.map { _ in "(?)" }.joined(separator: ", "))) t
            \(code == nil ? "" : "WHERE m.code = ?") LIMIT -1) b
            JOIN claim c ON c.ranking = b.title AND c.municipality = b.code AND c.arrival >= b.since
            """
        return (sql, StatementArguments(titles) + StatementArguments(code.map { [$0] } ?? []))
    }

    /// What the rankings are called that there are claims of.
    ///
    /// - Complexity: O(*r* log *n*) in the number of rankings and claims.
    private static func rankings(_ db: Database) throws -> [String] {
        try String.fetchAll(
            db,
            sql: """
                WITH RECURSIVE told (title) AS (
                    SELECT min(ranking) FROM claim UNION ALL
                    SELECT (SELECT min(ranking) FROM claim WHERE ranking > told.title)
                    FROM told WHERE told.title IS NOT NULL
                )
                SELECT title FROM told WHERE title IS NOT NULL
                """)
    }

    /// In order of date; of one date the latest told first.
    ///
    /// - Throws: `StoreError`.
    public func agenda(_ query: AgendaQuery) throws -> [AgendaRecord] {
        try read { db in
            switch query {
            case .municipality(let code, let day):
                return try agenda(
                    db, Self.concerning,
                    [code.rawValue, day.daysSinceEpoch, code.number, day.daysSinceEpoch])
            case .project(let id):
                let arrivals = try arrivals(db, naming: id)
                guard !arrivals.isEmpty else { return [] }
                let list = arrivals.map(String.init).joined(separator: ", ")
                return try agenda(db, "(SELECT * FROM agenda WHERE arrival IN (\(list)))", [])
            }
        }
    }

    /// Its own, the soonest, and those of none in particular of the latest items in its list of news: of each as many as may be
    /// among the soonest of both, however many there are.
    private static let concerning = """
        (SELECT * FROM (
            SELECT * FROM agenda WHERE municipality = ? AND latest >= ?
            ORDER BY latest LIMIT \(entriesLookedAt))
        UNION ALL
        SELECT * FROM (
            SELECT x.* FROM (
                SELECT arrival FROM facet_news WHERE facet = (
                    SELECT number FROM facet WHERE municipality = ? AND source = 0 AND kind = 0)
                ORDER BY key DESC LIMIT \(entriesLookedAt)
            ) l CROSS JOIN agenda x ON x.arrival = l.arrival
            WHERE x.municipality IS NULL AND x.latest >= ? LIMIT \(entriesLookedAt)))
        """

    /// So many dates ahead of a municipality, and so many of its items, are looked at.
    private static let entriesLookedAt = 2_000

    /// - Parameter candidates: the entries to choose from.
    private func agenda(
        _ db: Database, _ candidates: String, _ arguments: StatementArguments
    ) throws -> [AgendaRecord] {
        try Row.fetchAll(
            db,
            sql: """
                SELECT \(AgendaEntry.columns), \(FindingRow.columns)
                FROM \(candidates) a JOIN news n USING (arrival) \(FindingRow.joins)
                ORDER BY a.earliest, n.key DESC, a.position LIMIT \(AgendaQuery.limit)
                """, arguments: arguments
        ).compactMap { row in
            AgendaEntry(row, from: 0).map { FindingRow.finding($0, row, from: 4) }
        }
    }

    /// The latest items about the project's municipality that name the project by its whole title and tell of dates ahead.
    private func arrivals(_ db: Database, naming id: Project.ID) throws -> [Int64] {
        guard
            let project = try RecordRow.fetch(db, table: "project", id: id.rawValue)
                .map({ try RecordCoding.decode(Project.self, $0.record) })
        else { return [] }
        var found: [Int64] = []
        for title in Set([project.title.swedish, project.title.english].compactMap(\.self)) {
            let query = NewsQuery(municipalities: [project.municipality], search: title)
            let keys = try index.list(db, query).keys(db, offset: 0, count: Self.namingLimit)
            let phrase = Self.phrase(title)
            for key in keys {
                guard let row = try NewsRow.fetch(db, key: key), !found.contains(row.arrival),
                    let item = try NewsItem.fetch(db, arrival: row.arrival), !item.agenda.isEmpty,
                    Self.phrase(item.readText).contains(phrase)
                else { continue }
                found.append(row.arrival)
            }
        }
        return found
    }

    /// So many of the latest items that hold the words of a project's title are looked through.
    private static let namingLimit = 100

    /// Folded words with one blank between and around them, so that whole words are compared.
    private static func phrase(_ text: String) -> String {
        let words = SearchKey.fold(text).split { !$0.isLetter && !$0.isNumber }
        return " " + words.joined(separator: " ") + " "
    }
}

extension NewsItem {
    /// All that is read of it in either language.
    fileprivate var readText: String {
        [
            title.swedish, title.english, summary.swedish, summary.english, body.swedish?.plain,
            body.english?.plain,
        ].compactMap(\.self).joined(separator: "\n")
    }
}

/// The columns that tell which item a finding comes from.
private enum FindingRow {
    static let columns = """
        n.id, n.title_sv, n.title_en, n.precision, n.published, s.id, n.publisher, b.fetched,
            b.certainty, b.detail
        """

    static let joins = "JOIN news_body b USING (arrival) JOIN source s ON s.number = n.source"

    static func finding<Content>(
        _ content: Content, _ row: Row, from index: Int
    ) -> Finding<Content> {
        let precision = DatePrecision(rawValue: row[index + 3]) ?? .unknown
        return Finding(
            content, item: NewsItem.ID(rawValue: row[index]),
            title: LocalizedText(swedish: row[index + 1], english: row[index + 2]),
            published: precision.date(seconds: row[index + 4]),
            provenance: Provenance(row, from: index + 5))
    }
}

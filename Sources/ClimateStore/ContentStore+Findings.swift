import ClimateModel
import GRDB

extension ContentStore {
    /// The latest published first; of an item in the order of its text.
    ///
    /// - Throws: `StoreError`.
    public func claims(_ query: ClaimQuery) throws -> [ClaimRecord] {
        try read { db in
            var conditions: [String] = []
            var arguments: StatementArguments = []
            if let id = query.indicator {
                guard let indicator = try Indicator.fetch(db, id) else { return [] }
                let titles = try String.fetchAll(db, sql: "SELECT DISTINCT ranking FROM claim")
                    .filter { RankingClaim.isRanking($0, of: indicator) }
                let marks = repeatElement("?", count: titles.count).joined(separator: ", ")
                conditions.append("c.ranking IN (\(marks))")
                arguments += StatementArguments(titles)
            }
            if let municipality = query.municipality {
                conditions.append("c.municipality = ?")
                arguments += [municipality.rawValue]
            }
            let filter = conditions.isEmpty ? "" : "WHERE " + conditions.joined(separator: " AND ")
            return try Row.fetchAll(
                db,
                sql: """
                    SELECT \(RankingClaim.columns), \(FindingRow.columns)
                    FROM claim c JOIN news n USING (arrival) \(FindingRow.joins) \(filter)
                    ORDER BY n.key DESC, c.position LIMIT \(ClaimQuery.limit)
                    """, arguments: arguments
            ).compactMap { row in
                RankingClaim(row, from: 0).map { FindingRow.finding($0, row, from: 8) }
            }
        }
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
                    [code.rawValue, day.daysSinceEpoch, day.daysSinceEpoch, code.number])
            case .project(let id):
                let arrivals = try arrivals(db, naming: id)
                guard !arrivals.isEmpty else { return [] }
                let list = arrivals.map(String.init).joined(separator: ", ")
                return try agenda(db, "WHERE a.arrival IN (\(list))", [])
            }
        }
    }

    /// Its own, and those of none in particular whose items are in its list of news.
    private static let concerning = """
        WHERE a.municipality = ? AND a.latest >= ? OR a.municipality IS NULL AND a.latest >= ?
            AND EXISTS (
                SELECT 1 FROM facet f JOIN facet_news l ON l.facet = f.number
                WHERE f.municipality = ? AND f.source = 0 AND f.kind = 0 AND l.key = n.key)
        """

    private func agenda(
        _ db: Database, _ filter: String, _ arguments: StatementArguments
    ) throws -> [AgendaRecord] {
        try Row.fetchAll(
            db,
            sql: """
                SELECT \(AgendaEntry.columns), \(FindingRow.columns)
                FROM agenda a JOIN news n USING (arrival) \(FindingRow.joins) \(filter)
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

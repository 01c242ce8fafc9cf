import ClimateModel
import GRDB

extension ContentStore {
    /// The project in full; nil where there is none.
    ///
    /// - Throws: `StoreError`.
    public func project(_ id: Project.ID) throws -> Project? {
        try read { db in
            try RecordRow.fetch(db, table: "project", id: id.rawValue)
                .map { try RecordCoding.decode(Project.self, $0.record) }
        }
    }

    /// All that match, by phase.
    ///
    /// - Throws: `StoreError`.
    public func projectCounts(_ query: ProjectQuery) throws -> ProjectCounts {
        try read { db in
            guard let filter = try ProjectFilter(query, db) else {
                return ProjectCounts(byPhase: [:])
            }
            let rows = try Row.fetchAll(
                db, sql: "SELECT phase, count(*) FROM project p \(filter.sql) GROUP BY phase",
                arguments: filter.arguments)
            let phases = Project.Phase.allCases
            return ProjectCounts(
                byPhase: Dictionary(
                    rows.compactMap { row in
                        let phase: Int = row[0]
                        return phases.indices.contains(phase) ? (phases[phase], row[1]) : nil
                    }, uniquingKeysWith: +))
        }
    }

    /// By phase, in each those with the next milestone first, then those without one by title.
    ///
    /// - Throws: `StoreError`.
    public func projects(_ query: ProjectQuery, in window: Window) throws -> [Project] {
        try read { db in
            let select = try db.cachedStatement(sql: "SELECT record FROM project WHERE number = ?")
            return try projectNumbers(db, query).dropFirst(window.offset).prefix(window.count)
                .compactMap { number in
                    try String.fetchOne(select, arguments: [number])
                        .map { try RecordCoding.decode(Project.self, $0) }
                }
        }
    }

    /// By phase, then by the next milestone; those without one last, by title.
    private func projectNumbers(_ db: Database, _ query: ProjectQuery) throws -> [Int64] {
        // The user's marks may have been the first to see that the content changed, so its version is compared.
        let version = connection.contentVersion
        if let list = projectList, list.query == query, list.version == version {
            return list.numbers
        }
        guard let filter = try ProjectFilter(query, db) else { return [] }
        let numbers = try Int64.fetchAll(
            db,
            sql: """
                SELECT p.number FROM project p
                LEFT JOIN (
                    SELECT project, min(earliest) AS next FROM project_milestone
                    WHERE latest >= ? GROUP BY project
                ) m ON m.project = p.number
                \(filter.sql)
                ORDER BY p.phase, m.next IS NULL, m.next, p.sort_key, p.id
                """, arguments: [query.today.daysSinceEpoch] + filter.arguments)
        projectList = (query, version, numbers)
        return numbers
    }
}

/// The condition of a project query.
private struct ProjectFilter {
    var sql = ""
    var arguments: StatementArguments = []

    /// Nil where nothing can match.
    init?(_ query: ProjectQuery, _ db: Database) throws {
        var conditions: [String] = []
        if let municipalities = query.municipalities {
            guard !municipalities.isEmpty else { return nil }
            let marks = repeatElement("?", count: municipalities.count).joined(separator: ", ")
            conditions.append("p.municipality IN (\(marks))")
            arguments += StatementArguments(municipalities.sorted().map(\.rawValue))
        }
        if let phase = query.phase {
            conditions.append("p.phase = ?")
            arguments += [phase.position]
        }
        if let status = query.status {
            conditions.append("p.status = ?")
            arguments += [status.rawValue]
        }
        if let source = query.source {
            conditions.append("p.source = (SELECT number FROM source WHERE id = ?)")
            arguments += [source.rawValue]
        }
        let words = try SearchWords(query.search, db)
        if !words.isEmpty {
            conditions.append(
                "p.number IN (SELECT rowid FROM project_search WHERE project_search MATCH ?)")
            arguments += [words.query()]
        }
        if !conditions.isEmpty { sql = "WHERE " + conditions.joined(separator: " AND ") }
    }
}

import ClimateModel
import GRDB

extension BatchWriter {
    func write(_ project: Project) throws -> Outcome {
        let name = "project \(project.id.rawValue)"
        let old = try RecordRow.fetch(db, table: "project", id: project.id.rawValue)
        if let old, try RecordCoding.decode(Project.self, old.record).isSaid(by: project) {
            return .unchanged
        }
        try references.require(project.municipality, of: name)
        let source = try references.source(project.provenance.source, of: name)
        try db.execute(
            sql: """
                INSERT INTO project (id, municipality, phase, status, sort_key, source, record)
                VALUES (?, ?, ?, ?, ?, ?, ?)
                ON CONFLICT (id) DO UPDATE SET municipality = excluded.municipality,
                    phase = excluded.phase, status = excluded.status,
                    sort_key = excluded.sort_key, source = excluded.source,
                    record = excluded.record
                """,
            arguments: [
                project.id.rawValue, project.municipality.rawValue, project.phase.position,
                project.status?.rawValue,
                Collation.key(for: project.title.text(in: .swedish), in: .swedish), source,
                try RecordCoding.encode(project),
            ])
        let number = old?.number ?? db.lastInsertedRowID
        try writeMilestones(of: project, number: number)
        try db.execute(
            sql: "INSERT OR REPLACE INTO project_search (rowid, text) VALUES (?, ?)",
            arguments: [number, project.searchText])
        return old == nil ? .inserted : .updated
    }

    /// The milestones that may be the next one.
    private func writeMilestones(of project: Project, number: Int64) throws {
        try db.execute(sql: "DELETE FROM project_milestone WHERE project = ?", arguments: [number])
        for (position, milestone) in project.milestones.enumerated() where !milestone.isDone {
            try db.execute(
                sql: "INSERT INTO project_milestone VALUES (?, ?, ?, ?)",
                arguments: [
                    number, position,
                    (milestone.date?.earliest ?? .distantFuture).daysSinceEpoch,
                    (milestone.date?.latest ?? .distantFuture).daysSinceEpoch,
                ])
        }
    }

    func write(_ award: Award) throws -> Outcome {
        let name = "award \(award.id.rawValue)"
        let old = try RecordRow.fetch(db, table: "award", id: award.id.rawValue)
        if let old, try RecordCoding.decode(Award.self, old.record).timeless == award.timeless {
            return .unchanged
        }
        let source = try references.source(award.provenance.source, of: name)
        try db.execute(
            sql: """
                INSERT INTO award (id, period, sort_key, source, record) VALUES (?, ?, ?, ?, ?)
                ON CONFLICT (id) DO UPDATE SET period = excluded.period,
                    sort_key = excluded.sort_key, source = excluded.source,
                    record = excluded.record
                """,
            arguments: [
                award.id.rawValue, award.period.year,
                Collation.key(for: award.title.text(in: .swedish), in: .swedish), source,
                try RecordCoding.encode(award),
            ])
        let number = old?.number ?? db.lastInsertedRowID
        try db.execute(sql: "DELETE FROM award_municipality WHERE award = ?", arguments: [number])
        for code in Set(award.nominees.map(\.municipality) + [award.winner].compactMap { $0 }) {
            try references.require(code, of: name)
            try db.execute(
                sql: "INSERT INTO award_municipality VALUES (?, ?)",
                arguments: [code.rawValue, number])
        }
        return old == nil ? .inserted : .updated
    }
}

/// A record kept whole.
struct RecordRow {
    var number: Int64
    var record: String

    static func fetch(_ db: Database, table: String, id: String) throws -> RecordRow? {
        try Row.fetchOne(
            db.cachedStatement(sql: "SELECT number, record FROM \(table) WHERE id = ?"),
            arguments: [id]
        ).map { RecordRow(number: $0[0], record: $0[1]) }
    }
}

extension Project {
    /// Whether `other` says the same, whenever it was fetched. What another source says too stays with the first, so that
    /// two lists of the same projects don't take them from each other at every reading.
    fileprivate func isSaid(by other: Project) -> Bool {
        var same = other
        let isFromOther = other.provenance.source != provenance.source
        same.provenance = isFromOther ? provenance.timeless : other.provenance.timeless
        var own = self
        own.provenance = provenance.timeless
        return own == same
    }

    /// What a search looks through.
    fileprivate var searchText: String {
        var texts = [title, summary]
        texts += [owner].compactMap { $0 }
        texts += strands.flatMap { [$0.title, $0.text].compactMap { $0 } }
        texts += milestones.map(\.title) + decisions.map(\.title) + outcomes.map(\.title)
        texts += people.flatMap { [LocalizedText(swedish: $0.name), $0.role].compactMap { $0 } }
        texts += updates.map(\.text)
        let words = texts.flatMap { [$0.swedish, $0.english].compactMap { $0 } }
        return (words + [caseNumber].compactMap { $0 }).joined(separator: "\n")
    }
}

extension Award {
    fileprivate var timeless: Award {
        var award = self
        award.provenance = provenance.timeless
        return award
    }
}

extension Project.Phase {
    /// Its place in lists.
    var position: Int { Self.allCases.firstIndex(of: self) ?? 0 }
}

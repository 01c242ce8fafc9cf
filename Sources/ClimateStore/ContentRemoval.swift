import ClimateModel
import GRDB

/// Takes out everything that came through a source.
struct ContentRemoval {
    private let db: Database
    private let length: BlockLength

    init(_ db: Database, _ length: BlockLength) {
        self.db = db
        self.length = length
    }

    func remove(_ id: Source.ID) throws {
        guard
            let number = try Int64.fetchOne(
                db, sql: "SELECT number FROM source WHERE id = ?", arguments: [id.rawValue])
        else { return }
        try NewsWriter(db, references: References(db), length).remove(allOf: number)
        let projects = try Int64.fetchAll(
            db, sql: "SELECT number FROM project WHERE source = ?", arguments: [number])
        for project in projects {
            try db.execute(
                sql: "DELETE FROM project_search WHERE rowid = ?", arguments: [project])
        }
        for table in ["project", "award"] {
            try db.execute(sql: "DELETE FROM \(table) WHERE source = ?", arguments: [number])
        }
        try removeFigures(of: number)
    }

    /// Figures that other sources gave stay, and so do their indicators.
    private func removeFigures(of source: Int64) throws {
        try FigureWriter.remove(db, allOf: source)
        try db.execute(
            sql: """
                DELETE FROM indicator WHERE source = ?
                AND NOT EXISTS (SELECT 1 FROM observation o WHERE o.indicator = indicator.number)
                """, arguments: [source])
    }
}

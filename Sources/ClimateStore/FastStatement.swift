import GRDB
import GRDBSQLite
import Glibc

/// A statement that is run once for every item of a long batch: values are bound without wrapping each in a type of its own.
///
/// It writes through GRDB's connection; nothing observes these tables.
final class FastStatement {
    private let statement: Statement
    private let db: Database
    private var position: CInt = 0
    private let empty = UnsafePointer<CChar>(strdup(""))

    init(_ db: Database, _ sql: String) throws {
        self.db = db
        statement = try db.makeStatement(sql: sql)
    }

    deinit { free(UnsafeMutablePointer(mutating: empty)) }

    @inline(__always)
    func bind(_ value: Int64) {
        position += 1
        sqlite3_bind_int64(statement.sqliteStatement, position, value)
    }

    func bind(_ value: Int64?) {
        if let value { bind(value) } else { bindNull() }
    }

    func bind(_ value: String?) {
        guard var value else { return bindNull() }
        value.withUTF8 { bind($0) }
    }

    /// Binds a text.
    func bind(utf8 value: [UInt8]?) {
        guard let value else { return bindNull() }
        value.withUnsafeBufferPointer { bind($0) }
    }

    private func bind(_ text: UnsafeBufferPointer<UInt8>) {
        position += 1
        // SQLITE_TRANSIENT, by which SQLite keeps a copy of its own. In C it is the number -1 cast to a pointer to
        // a function, a macro that Swift does not import; SQLite compares it and never calls it. The cast is
        // sound: the two are of the same size.
        let copied = unsafeBitCast(-1, to: sqlite3_destructor_type.self)
        text.withMemoryRebound(to: CChar.self) { characters in
            // An empty text still needs an address: without one it would be NULL.
            _ = sqlite3_bind_text(
                statement.sqliteStatement, position, characters.baseAddress ?? empty,
                CInt(characters.count), copied)
        }
    }

    private func bindNull() {
        position += 1
        sqlite3_bind_null(statement.sqliteStatement, position)
    }

    /// Runs the statement with what was bound, which is forgotten then.
    func run() throws {
        let code = sqlite3_step(statement.sqliteStatement)
        sqlite3_reset(statement.sqliteStatement)
        position = 0
        guard code == SQLITE_DONE else { throw error(code) }
    }

    /// Runs the statement and reads the integers of its first row; nil where it has none.
    func firstRow(columns: Int) throws -> [Int64]? {
        let code = sqlite3_step(statement.sqliteStatement)
        var row: [Int64]?
        if code == SQLITE_ROW {
            row = (0..<CInt(columns)).map { sqlite3_column_int64(statement.sqliteStatement, $0) }
        }
        sqlite3_reset(statement.sqliteStatement)
        position = 0
        guard code == SQLITE_DONE || code == SQLITE_ROW else { throw error(code) }
        return row
    }

    /// Runs the statement and reads the integer of each of its first rows.
    func column(limit: Int) throws -> [Int64] { try integers(limit: limit) { _, _ in true } }

    /// Runs the statement and reads the first integers that differ: where they are few, SQLite's `DISTINCT` takes longer,
    /// which makes a table of them.
    func distinct(limit: Int) throws -> [Int64] {
        try integers(limit: limit) { !$0.contains($1) }
    }

    private func integers(
        limit: Int, where isWanted: ([Int64], Int64) -> Bool
    ) throws -> [Int64] {
        var values: [Int64] = []
        var code = sqlite3_step(statement.sqliteStatement)
        while code == SQLITE_ROW, values.count < limit {
            let value = sqlite3_column_int64(statement.sqliteStatement, 0)
            if isWanted(values, value) { values.append(value) }
            code = sqlite3_step(statement.sqliteStatement)
        }
        sqlite3_reset(statement.sqliteStatement)
        position = 0
        guard code == SQLITE_DONE || code == SQLITE_ROW else { throw error(code) }
        return values
    }

    private func error(_ code: CInt) -> DatabaseError {
        DatabaseError(
            resultCode: ResultCode(rawValue: code),
            message: String(cString: sqlite3_errmsg(db.sqliteConnection)))
    }
}

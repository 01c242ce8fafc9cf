import ClimateModel

/// Gives the rows of a table one by one, whatever it is written as.
protocol RowSource {
    /// The share of it that is read.
    var progress: Double { get }
    /// The next row that isn't blank; nil at the end.
    mutating func next() throws(Problem) -> Row?
}

/// What a table is written as.
struct TableForm {
    /// "CSV (;)", "XLSX".
    var name: String
    var encoding: TextEncoding
    /// Whether commas part its cells, so that those in numbers part thousands.
    var isPartedByCommas = false
}

/// A table whose first rows can be looked at before it is read.
struct HeadedRows<Base: RowSource>: RowSource {
    /// The rows that the heading is looked for in: those from the one that the user told on, else the first 30, or fewer
    /// where they are long.
    private(set) var head: [Row] = []
    /// What ended them early: it is thrown where reading comes to it.
    private(set) var problem: Problem?
    private var index = 0
    private var base: Base

    init(_ base: Base, headingRow: Int?) {
        self.base = base
        var size = 0
        do throws(Problem) {
            while head.count < 30, size < Limits.headText, let row = try self.base.next() {
                if let headingRow, row.line < headingRow { continue }
                head.append(row)
                size += row.cells.reduce(0) { $0 + $1.text.utf8.count }
            }
        } catch {
            problem = error
        }
    }

    var progress: Double { base.progress }

    /// Leaves out the rows up to that one of the head.
    mutating func skip(through index: Int) { self.index = index + 1 }

    mutating func next() throws(Problem) -> Row? {
        if index < head.count {
            defer { index += 1 }
            return head[index]
        }
        if let problem { throw problem }
        return try base.next()
    }
}

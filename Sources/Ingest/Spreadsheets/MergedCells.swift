import ClimateModel

/// Cells that are merged with the one above them: a municipality that is written once for its three rows.
///
/// Only downwards: what is merged to the right is a title, which is one cell.
final class MergedCells: PartTaking {
    var problem: Problem?
    /// The last row of what is merged, by its first row and column.
    private var ends: [CellPlace: Int] = [:]
    /// What is being filled down: the last row, and the text, by column.
    private var open: [Int: (end: Int, text: String)] = [:]

    func start(_ element: XMLElement) {
        guard element.isNamed("mergeCell"), let reference = element["ref"] else { return }
        let corners = reference.split(separator: ":")
        guard corners.count == 2, let first = CellPlace(corners[0]),
            let last = CellPlace(corners[1]), last.row > first.row
        else { return }
        ends[first] = last.row
        if ends.count > Limits.mergedCells { problem = Problem(message: .tooManyMergedCells) }
    }

    func text(_ bytes: UnsafeBufferPointer<UInt8>) {}
    func end(_ element: XMLElement) {}

    /// Fills what is merged with cells above; rows are to come in their order.
    ///
    /// - Complexity: O(*k*) in the number of cells.
    func fill(_ row: inout Row) {
        guard !ends.isEmpty else { return }
        open = open.filter { $0.value.end >= row.line }
        for (column, merged) in open where column < Limits.columns {
            while row.cells.count <= column { row.cells.append(Cell(text: "", line: row.line)) }
            if row.cells[column].isBlank { row.cells[column].text = merged.text }
        }
        for (column, cell) in row.cells.enumerated() {
            if let end = ends[CellPlace(row: row.line, column: column)] {
                open[column] = (end, cell.text)
            }
        }
    }
}

/// "B3": a row from 1 and a column from 0.
struct CellPlace: Hashable {
    var row: Int
    var column: Int

    init(row: Int, column: Int) {
        self.row = row
        self.column = column
    }

    /// What stands for any number beyond it, which is beyond every limit too.
    private static let most = 10_000_000

    /// Nil for what is no such reference.
    init?(_ reference: some StringProtocol) {
        column = 0
        row = 0
        var sawLetter = false
        for byte in reference.utf8 {
            switch byte {
            case UInt8(ascii: "$"): continue
            case UInt8(ascii: "A")...UInt8(ascii: "Z") where row == 0:
                sawLetter = true
                column = min(column * 26 + Int(byte - UInt8(ascii: "A")) + 1, Self.most)
            case UInt8(ascii: "0")...UInt8(ascii: "9"):
                row = min(row * 10 + Int(byte - UInt8(ascii: "0")), Self.most)
            default: return nil
            }
        }
        guard sawLetter, row > 0 else { return nil }
        column -= 1
    }
}

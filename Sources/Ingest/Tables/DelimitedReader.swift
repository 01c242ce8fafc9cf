import ClimateModel

/// One cell of a table.
struct Cell: Hashable, Sendable {
    var text: String
    /// Where it begins: cells may hold line breaks.
    var line: Int

    /// Whether it holds white space alone.
    var isBlank: Bool { text.allSatisfy(\.isWhitespace) }
}

/// One row of a table, with its first line.
struct Row: Hashable, Sendable {
    var line: Int
    var cells: [Cell]

    var isBlank: Bool { cells.allSatisfy(\.isBlank) }

    /// The cell of that index; blank where the row is shorter.
    subscript(index: Int) -> Cell {
        cells.indices.contains(index) ? cells[index] : Cell(text: "", line: line)
    }
}

/// Reads delimited text (RFC 4180 with a delimiter of choice) row by row.
///
/// A reader of its own and not a package, because every problem in a table is told with its line and cell, which
/// SwiftCSV and its like don't keep, and because rows come one at a time, so that a table never stands in memory whole.
/// It takes what spreadsheets write besides the RFC: CR and LF alone as line ends, quotes inside an unquoted cell, and
/// spaces after a closing quote. A quote that never closes, and text after a closing one, are problems.
struct DelimitedReader: RowSource {
    private let bytes: [UInt8]
    private let delimiter: UInt8
    private var index = 0
    private var line = 1

    private static let quote: UInt8 = 0x22

    init(_ bytes: [UInt8], delimiter: UInt8, from start: Int = 0, line: Int = 1) {
        self.bytes = bytes
        self.delimiter = delimiter
        index = start
        self.line = line
    }

    /// From where the table begins.
    init(_ bytes: [UInt8], _ delimiter: Delimiter) {
        self.init(bytes, delimiter: delimiter.byte, from: delimiter.start, line: delimiter.line)
    }

    /// The share of the bytes that is read.
    var progress: Double { bytes.isEmpty ? 1 : Double(index) / Double(bytes.count) }

    /// The next row that isn't blank; nil at the end.
    ///
    /// - Complexity: O(*n*) in the length of the row.
    mutating func next() throws(Problem) -> Row? {
        while index < bytes.count {
            let row = try row()
            if !row.isBlank { return row }
        }
        return nil
    }

    private mutating func row() throws(Problem) -> Row {
        var row = Row(line: line, cells: [])
        while true {
            guard row.cells.count < Limits.columns else {
                throw Problem(
                    line: line, column: row.cells.count, message: .tooManyColumns)
            }
            row.cells.append(try cell(column: row.cells.count + 1))
            guard index < bytes.count, bytes[index] == delimiter else { break }
            index += 1
        }
        endLine()
        return row
    }

    private mutating func endLine() {
        guard index < bytes.count else { return }
        if bytes[index] == 0x0D, index + 1 < bytes.count, bytes[index + 1] == 0x0A { index += 1 }
        index += 1
        line += 1
    }

    private mutating func cell(column: Int) throws(Problem) -> Cell {
        if index < bytes.count, bytes[index] == Self.quote {
            return try quotedCell(column: column)
        }
        let start = index
        while index < bytes.count, !isEnd(bytes[index]) { index += 1 }
        return Cell(text: try text(start..<index, column: column), line: line)
    }

    private func isEnd(_ byte: UInt8) -> Bool {
        byte == delimiter || byte == 0x0A || byte == 0x0D
    }

    private mutating func quotedCell(column: Int) throws(Problem) -> Cell {
        let opening = line
        var content: [UInt8] = []
        index += 1
        while true {
            guard index < bytes.count else {
                throw Problem(
                    line: opening, column: column,
                    cell: String(decoding: content.prefix(60), as: UTF8.self),
                    message: .openQuote)
            }
            let byte = bytes[index]
            index += 1
            if byte == Self.quote {
                guard index < bytes.count, bytes[index] == Self.quote else { break }
                index += 1
            } else if byte == 0x0A
                || (byte == 0x0D && !(index < bytes.count && bytes[index] == 0x0A))
            {
                line += 1
            }
            content.append(byte)
            guard content.count <= Limits.cellSize else {
                throw Problem(line: opening, column: column, message: .cellTooLong)
            }
        }
        while index < bytes.count, bytes[index] == 0x20 { index += 1 }
        guard index == bytes.count || isEnd(bytes[index]) else {
            throw Problem(
                line: line, column: column,
                cell: String(decoding: content.prefix(60), as: UTF8.self),
                message: .textAfterQuote)
        }
        return Cell(text: String(decoding: content, as: UTF8.self), line: opening)
    }

    private func text(_ range: Range<Int>, column: Int) throws(Problem) -> String {
        guard range.count <= Limits.cellSize else {
            throw Problem(line: line, column: column, message: .cellTooLong)
        }
        return String(decoding: bytes[range], as: UTF8.self)
    }
}

extension Phrase {
    static let tooManyColumns = Phrase(
        sv: "raden har fler än \(Limits.columns) kolumner",
        en: "the row has more than \(Limits.columns) columns")
    static let cellTooLong = Phrase(
        sv: "cellen är längre än \(Limits.cellSize >> 20) MiB; saknas ett citattecken?",
        en: "the cell is longer than \(Limits.cellSize >> 20) MiB; is a quotation mark missing?")
    static let openQuote = Phrase(
        sv: "citattecknet (\") som inleder cellen avslutas aldrig",
        en: "the quotation mark (\") that begins the cell is never closed")
    static let textAfterQuote = Phrase(
        sv:
            "text efter cellens avslutande citattecken (\"): skriv citattecken i text dubbelt (\"\")",
        en:
            "text after the cell's closing quotation mark (\"): write quotation marks in text twice (\"\")"
    )
}

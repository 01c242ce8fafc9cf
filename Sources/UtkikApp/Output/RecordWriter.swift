import ClimateModel
import Dashboard
import Foundation
import TextGrid

/// Prints records as they come, so that a long list is never held as a whole.
struct RecordWriter<Row> {
    private let columns: [Column<Row>]
    private let format: OutputFormat
    private let output: StandardOutput
    private var table: TextTable<Row>
    private var count = 0

    init(
        _ columns: [Column<Row>], format: OutputFormat, look: TextLook, to output: StandardOutput
    ) {
        self.columns = columns
        self.format = format
        self.output = output
        table = TextTable(columns, look: look)
    }

    /// Prints a line above the rows for people; programs have all of it in the rows.
    func write(heading: String) throws {
        guard format == .text else { return }
        try output.write(table.shown(heading) + "\n")
    }

    /// Prints some rows more.
    mutating func write(_ rows: [Row]) throws {
        switch format {
        case .json:
            for row in rows {
                try output.write(count == 0 ? "[\n" : ",\n")
                try output.write("  " + JSONText.text(columns.object(of: row), indent: "  "))
                count += 1
            }
        case .csv:
            if count == 0 { try output.write(CSVText.line(columns.map(\.key))) }
            for row in rows {
                try output.write(CSVText.line(columns.map { try $0.value(row).cell() }))
            }
            count += max(1, rows.count)
        case .text:
            for line in table.lines(rows) { try output.write(line + "\n") }
            count += rows.count
        }
    }

    /// Ends the list, which may be empty.
    ///
    /// - Parameter nothing: what is told beside an empty list to people, who would not see it otherwise.
    mutating func finish(nothing: String? = nil) throws {
        if count == 0, format == .text, let nothing { StandardOutput.report("utkik: " + nothing) }
        switch format {
        case .json: try output.write(count == 0 ? "[]\n" : "\n]\n")
        case .csv where count == 0: try write([])
        case .csv, .text: break
        }
        try output.flush()
    }

}

/// JSON (RFC 8259) for people and programs: keys in order, one a line.
enum JSONText {
    /// - Parameter indent: stands before every line but the first.
    static func text(_ value: FieldValue, indent: String = "") throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        let text = String(decoding: try encoder.encode(value), as: UTF8.self)
        return indent.isEmpty ? text : text.replacing("\n", with: "\n" + indent)
    }

    /// On one line, without blanks between.
    static func compact(_ value: FieldValue) throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return String(decoding: try encoder.encode(value), as: UTF8.self)
    }
}

/// Comma-separated values as RFC 4180 has them.
enum CSVText {
    /// One record, with its end of line.
    static func line(_ fields: [String]) -> String {
        fields.map(field).joined(separator: ",") + "\r\n"
    }

    /// In quotation marks where it holds a comma, a quotation mark or an end of line.
    static func field(_ text: String) -> String {
        let needsQuotes = text.utf8.contains { [0x2C, 0x22, 0x0A, 0x0D].contains($0) }
        return needsQuotes ? "\"" + text.replacing("\"", with: "\"\"") + "\"" : text
    }
}

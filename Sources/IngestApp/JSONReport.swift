import ClimateModel
import Foundation
import Ingest

/// One file's result as one line of JSON. Every key is always there; what is not known is null.
///
/// | key | |
/// |---|---|
/// | `file` | as given on the command line |
/// | `status` | `imported`, `rejected` (bad data, nothing of it written) or `failed` (not readable, not writable) |
/// | `type` | `ranking`, `indicator`, `projects`, `news` or `sources`; what it was tried as, if it was rejected |
/// | `format`, `encoding` | `CSV`, `CSV (;)`, `TSV`, `YAML`, `JSON`, `RSS 2.0`, …; `UTF-8`, `UTF-16LE`, `UTF-16BE`, `Windows-1252` |
/// | `title` | what it is of: the indicators' titles, the feed's title |
/// | `records`, `new`, `changed`, `unchanged` | counts of rows, projects, items or sources |
/// | `notes` | texts worth knowing |
/// | `problems` | objects with `line`, `column`, `cell`, `message`: at most 100 |
/// | `problemCount` | how many there are in all |
/// | `error` | why it failed |
struct JSONReport: Encodable {
    var file: String
    var status: String
    var type: String?
    var format: String?
    var encoding: String?
    var title: String?
    var records: Int?
    var new: Int?
    var changed: Int?
    var unchanged: Int?
    var notes: [String] = []
    var problems: [ProblemReport] = []
    var problemCount = 0
    var error: String?

    struct ProblemReport: Encodable {
        var line: Int?
        var column: Int?
        var cell: String?
        var message: String

        private enum CodingKeys: String, CodingKey { case line, column, cell, message }

        func encode(to encoder: any Encoder) throws {
            var container = encoder.container(keyedBy: CodingKeys.self)
            try container.encode(line, forKey: .line)
            try container.encode(column, forKey: .column)
            try container.encode(cell, forKey: .cell)
            try container.encode(message, forKey: .message)
        }
    }

    init(_ report: FileReport, _ language: Language) {
        file = report.path
        switch report.outcome {
        case .imported(let imported, let summary):
            status = "imported"
            type = imported.type.rawValue
            format = imported.format
            encoding = imported.encoding.rawValue
            title = imported.title?(language)
            records = imported.records
            new = summary.inserted
            changed = summary.updated
            unchanged = summary.unchanged
            notes = imported.notes.map { $0(language) }
        case .rejected(let failure):
            status = "rejected"
            type = failure.readAs?.rawValue
            problems = failure.problems.map {
                ProblemReport(
                    line: $0.line, column: $0.column, cell: $0.cell,
                    message: $0.message(language))
            }
            problemCount = failure.total
        case .failed(let reason):
            status = "failed"
            error = reason(language)
        }
    }

    private enum CodingKeys: String, CodingKey {
        case file, status, type, format, encoding, title, records, new, changed, unchanged
        case notes, problems, problemCount, error
    }

    /// Nulls are written, so that every key is always there.
    func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(file, forKey: .file)
        try container.encode(status, forKey: .status)
        try container.encode(type, forKey: .type)
        try container.encode(format, forKey: .format)
        try container.encode(encoding, forKey: .encoding)
        try container.encode(title, forKey: .title)
        try container.encode(records, forKey: .records)
        try container.encode(new, forKey: .new)
        try container.encode(changed, forKey: .changed)
        try container.encode(unchanged, forKey: .unchanged)
        try container.encode(notes, forKey: .notes)
        try container.encode(problems, forKey: .problems)
        try container.encode(problemCount, forKey: .problemCount)
        try container.encode(error, forKey: .error)
    }
}

extension Encodable {
    /// As one line of JSON, its keys in order, without its end.
    var jsonLine: String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        guard let data = try? encoder.encode(self) else { return "{}" }
        return String(decoding: data, as: UTF8.self)
    }
}

import ClimateModel
import Dashboard
import TextGrid

/// A field of the records that a command prints: the one place that gives its JSON key, its CSV column and its text.
struct Column<Row> {
    /// The JSON key and the CSV heading; never changes once published.
    var key: String
    /// What it holds, for the manual.
    var help: String
    var value: (Row) -> FieldValue
    /// How it is printed for people; nil where only programs get it.
    var text: TextForm?

    struct TextForm {
        var heading: Phrase
        var alignment = Alignment.leading
        /// Goes first where room is short.
        var priority = 0
        /// Is cut where room is short.
        var isFlexible = false
        /// The columns that it keeps where it is cut, for as long as others can go.
        var least = 12
        /// Goes on in the next line where room is short.
        var wraps = false
        /// Stands on lines of its own below the others where lines have a width; a column of its own where they haven't, so that
        /// each record is one line for other programs.
        var isBelow = false
        var role: (Row) -> Role = { _ in .text }
        var cell: (Row, Formats) -> String
        /// The cell in so many columns, where cutting its end would lose what matters; nil where it wouldn't.
        var fitted: ((Row, Formats, Int) -> String)?
        /// The same in words, for reading aloud; nil where the cell says it, or where there is nothing to say.
        var spoken: ((Row, Formats) -> String?)?

        /// What is read aloud of `row`; nil where there is nothing to say.
        func words(_ row: Row, _ formats: Formats) -> String? {
            let text = spoken.map { $0(row, formats) } ?? cell(row, formats)
            return text.flatMap { $0.isEmpty || $0 == formats.missing ? nil : $0 }
        }
    }

    init(
        _ key: String, _ help: String, text: TextForm? = nil, _ value: @escaping (Row) -> FieldValue
    ) {
        self.key = key
        self.help = help
        self.value = value
        self.text = text
    }
}

/// How records are printed.
enum OutputFormat: String, CaseIterable, Sendable {
    case text, json, csv
}

extension Sequence {
    /// The values of `row` under their keys.
    func object<Row>(of row: Row) -> FieldValue where Element == Column<Row> {
        .object(
            Dictionary(map { ($0.key, $0.value(row)) }, uniquingKeysWith: { first, _ in first }))
    }
}

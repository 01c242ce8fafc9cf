import ClimateModel
import Dashboard

/// A theme as commands print it.
struct ThemeRecord {
    var name: String
    /// Nil where it can't be read.
    var scheme: Base16Scheme?
    /// Where it is; nil for one that comes with the program.
    var path: String?
    var problem: String?

    init(_ name: String, _ library: ThemeLibrary, language: Language) {
        self.name = name
        path = library.userPath(of: name)
        do {
            scheme = try library.load(name).scheme
        } catch {
            problem = error.text(in: language)
        }
    }

    static var columns: [Column<ThemeRecord>] {
        [
            Column(
                "name", "what --theme takes",
                text: .init(
                    heading: Phrase(sv: "Namn", en: "Name"), priority: 9, role: { _ in .strong },
                    cell: { row, _ in row.name })
            ) { .string($0.name) },
            Column(
                "variant", "dark or light",
                text: .init(
                    heading: Phrase(sv: "Slag", en: "Variant"), priority: 7,
                    cell: { row, formats in
                        switch row.scheme?.variant {
                        case .dark?: Phrase(sv: "mörkt", en: "dark")(formats.language)
                        case .light?: Phrase(sv: "ljust", en: "light")(formats.language)
                        case nil: formats.missing
                        }
                    })
            ) { FieldValue($0.scheme?.variant.rawValue) },
            Column(
                "title", "what its author calls it",
                text: .init(
                    heading: Phrase(sv: "Titel", en: "Title"), priority: 6, isFlexible: true,
                    cell: { row, formats in row.scheme?.name ?? formats.missing })
            ) { FieldValue($0.scheme?.name) },
            Column("author", "who made it") { FieldValue($0.scheme?.author) },
            Column(
                "path", "the file of one of your own; null for one that comes with Utkik",
                text: .init(
                    heading: Phrase(sv: "Fil", en: "File"), priority: 3, wraps: true,
                    role: { _ in .dim }, cell: { row, _ in row.problem ?? row.path ?? "" })
            ) { FieldValue($0.path) },
            Column("problem", "why it can't be used; null if it can") { FieldValue($0.problem) },
        ]
    }
}

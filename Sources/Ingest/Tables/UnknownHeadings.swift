import ClimateModel

/// What to tell of a table whose headings say nothing: which they are, and how to say what they mean.
struct UnknownHeadings {
    /// Clean, as many as are shown.
    private let headings: [String]
    private let hasMore: Bool
    private let line: Int
    private let context: ImportContext

    private static let most = 12

    /// Takes the first of the rows that have most cells.
    init(in rows: [Row], _ context: ImportContext) {
        let filled = rows.map { row in
            row.cells.map { CleanText.line($0.text) }.filter { !$0.isEmpty }
        }
        let count = filled.map(\.count).max() ?? 0
        let index = filled.firstIndex { $0.count == count }
        let cells = index.map { filled[$0] } ?? []
        headings = cells.prefix(Self.most).map { Problem.shown($0) }
        hasMore = cells.count > Self.most
        line = index.map { rows[$0].line } ?? 1
        self.context = context
    }

    /// For what should be figures, or may be.
    var ofFigures: Problem {
        let message = message(.noFigureHeading, expected: .figureHeadings)
        guard let first = headings.first else { return Problem(line: line, message: message) }
        if TableReader.wanted(context) == .figures {
            guard context.source != nil else { return Problem(line: line, message: message) }
            return Problem(
                line: line, message: message.joined(to: .sayColumns("municipality", first)))
        }
        let told = context.source == nil ? Phrase.ifProjects(first) : .projectKind(first)
        return Problem(line: line, message: message.joined(to: told))
    }

    /// For what should be projects.
    var ofProjects: Problem {
        let message = message(.noProjectHeading, expected: .projectHeadings)
        guard let first = headings.first else { return Problem(line: line, message: message) }
        let told =
            context.source == nil
            ? Phrase.otherwiseCalled(first)
            : .sayColumns("title", first).joined(to: .sayMunicipality)
        return Problem(line: line, message: message.joined(to: told))
    }

    private func message(_ without: Phrase, expected: Phrase) -> Phrase {
        guard !headings.isEmpty else { return without }
        let list = headings.joined(separator: ", ") + (hasMore ? " …" : "")
        return Phrase(
            sv: "känner inte igen rubrikerna (\(list)): väntade \(expected.sv)",
            en: "the headings (\(list)) are not known: expected \(expected.en)")
    }
}

extension Phrase {
    fileprivate func joined(to other: Phrase) -> Phrase {
        Phrase(sv: "\(sv). \(other.sv)", en: "\(en). \(other.en)")
    }

    /// As a shell takes it.
    private static func column(_ role: String, _ heading: String) -> String {
        "--column " + "\(role)=\(heading)".quotedForShell
    }

    fileprivate static func sayColumns(_ role: String, _ heading: String) -> Phrase {
        Phrase(
            sv: "Säg vad de betyder, som \(column(role, heading))",
            en: "Say what they mean, as in \(column(role, heading))")
    }

    fileprivate static let sayMunicipality = Phrase(
        sv: "Säger ingen kolumn kommunen: --municipality NAMN",
        en: "Where no column tells the municipality: --municipality NAME")

    fileprivate static func projectKind(_ heading: String) -> Phrase {
        Phrase(
            sv:
                "Är det projekt, ange --kind projects och vad rubrikerna betyder, som \(column("title", heading))",
            en:
                "If it is projects, give --kind projects and what the headings mean, as in \(column("title", heading))"
        )
    }

    fileprivate static func otherwiseCalled(_ heading: String) -> Phrase {
        Phrase(
            sv: "Säg vad de betyder: " + addProjects(heading).sv,
            en: "Say what they mean: " + addProjects(heading).en)
    }

    fileprivate static func ifProjects(_ heading: String) -> Phrase {
        Phrase(
            sv: "Är det projekt: " + addProjects(heading).sv,
            en: "If it is projects: " + addProjects(heading).en)
    }

    private static func addProjects(_ heading: String) -> Phrase {
        Phrase(
            sv: "utkik source add FIL --kind projects \(column("title", heading)) …",
            en: "utkik source add FILE --kind projects \(column("title", heading)) …")
    }
}

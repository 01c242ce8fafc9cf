import ClimateModel
import Dashboard
import TextGrid

/// One thing that the doctor looked at, and how it is.
struct Check {
    enum Status: String, CaseIterable {
        case good, warning, problem

        var title: Phrase {
            switch self {
            case .good: Phrase(sv: "bra", en: "good")
            case .warning: Phrase(sv: "varning", en: "warning")
            case .problem: Phrase(sv: "fel", en: "problem")
            }
        }
    }

    /// Its name for programs.
    var name: String
    var title: Phrase
    var status: Status
    /// How it is; where something is wrong, what helps.
    var text: Phrase

    init(_ name: String, _ title: Phrase, _ status: Status, _ text: Phrase) {
        self.name = name
        self.title = title
        self.status = status
        self.text = text
    }
}

/// A check as the command prints it.
struct CheckRecord {
    var check: Check
    var language: Language

    static var columns: [Column<CheckRecord>] {
        [
            Column(
                "status", "good, warning or problem",
                text: .init(
                    heading: Phrase(same: ""), priority: 9, role: { $0.role },
                    cell: { record, formats in record.sign(formats.glyphs) },
                    spoken: { record, formats in record.check.status.title(formats.language) })
            ) { .string($0.check.status.rawValue) },
            Column("check", "what was looked at") { .string($0.check.name) },
            Column(
                "title", "the same for people",
                text: .init(
                    heading: Phrase(sv: "Vad", en: "What"), priority: 8,
                    cell: { record, formats in record.check.title(formats.language) })
            ) { .string($0.check.title($0.language)) },
            Column(
                "text", "how it is",
                text: .init(
                    heading: Phrase(sv: "Läge", en: "State"), priority: 7, wraps: true,
                    cell: { record, formats in record.check.text(formats.language) })
            ) { .string($0.check.text($0.language)) },
        ]
    }

    private func sign(_ glyphs: GlyphSet) -> String {
        switch check.status {
        case .good: glyphs.check
        case .warning: "!"
        case .problem: glyphs.crossMark
        }
    }

    private var role: Role {
        switch check.status {
        case .good: .noticeGood
        case .warning: .noticeWarning
        case .problem: .noticeProblem
        }
    }
}

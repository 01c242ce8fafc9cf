import ClimateModel
import Dashboard

/// A project as commands print it.
struct ProjectRecord {
    var project: Project
    var municipality: Municipality?
    var language: Language

    private func text(_ text: LocalizedText?) -> FieldValue {
        FieldValue(text.map { $0.text(in: language) })
    }

    static var columns: [Column<ProjectRecord>] { heads + parts }

    private static var heads: [Column<ProjectRecord>] {
        [
            Column(
                "id", "the project's short name",
                text: .init(
                    heading: Phrase(same: "Id"), priority: 1, isFlexible: true, role: { _ in .dim },
                    cell: { row, _ in row.project.id.rawValue }, spoken: { _, _ in nil })
            ) { .string($0.project.id.rawValue) },
            Column(
                "municipality", "whose it is, with code and name",
                text: .init(
                    heading: Phrase(sv: "Kommun", en: "Municipality"), priority: 6,
                    isFlexible: true,
                    cell: { row, _ in row.municipality?.name ?? row.project.municipality.rawValue })
            ) {
                $0.municipality?.reference
                    ?? .object(["code": .string($0.project.municipality.rawValue), "name": .null])
            },
            Column(
                "title", "its title, in the language of the call where there is one",
                text: .init(
                    heading: Phrase(sv: "Projekt", en: "Project"), priority: 9, isFlexible: true,
                    cell: { $0.project.title.text(in: $1.language) })
            ) { .string($0.project.title.text(in: $0.language)) },
            Column("summary", "what it is about in a few sentences") {
                $0.project.summary.isEmpty ? .null : $0.text($0.project.summary)
            },
            Column(
                "phase", "ongoing, planned, idea, paused, completed or cancelled",
                text: .init(
                    heading: Phrase(sv: "Fas", en: "Phase"), priority: 7,
                    cell: { $0.project.phase.singular($1.language) })
            ) { .string($0.project.phase.rawValue) },
            Column("stage", "the source's own word for how far it has come, where it says more") {
                $0.text($0.project.stage)
            },
            Column("caseNumber", "its number in its owner's registry (diarienummer)") {
                FieldValue($0.project.caseNumber)
            },
            Column(
                "status", "green, amber or red; null where the owner gives none",
                text: .init(
                    heading: Phrase(sv: "Läge", en: "Status"), priority: 5,
                    role: { $0.project.status.map(\.role) ?? .dim },
                    cell: { $0.project.status?.title($1.language) ?? $1.missing })
            ) { FieldValue($0.project.status?.rawValue) },
            Column(
                "start", "when it began, as exactly as known (ISO 8601)",
                text: .init(
                    heading: Phrase(sv: "Start", en: "Start"), priority: 4,
                    cell: { $0.project.start?.description ?? $1.missing },
                    spoken: { row, formats in
                        row.project.start.map {
                            Phrase(sv: "från ", en: "from ")(formats.language) + $0.description
                        }
                    })
            ) { FieldValue($0.project.start?.description) },
            Column(
                "end", "when it ends or ended",
                text: .init(
                    heading: Phrase(sv: "Slut", en: "End"), priority: 4,
                    cell: { $0.project.end?.description ?? $1.missing },
                    spoken: { row, formats in
                        row.project.end.map {
                            Phrase(sv: "till ", en: "until ")(formats.language) + $0.description
                        }
                    })
            ) { FieldValue($0.project.end?.description) },
            Column("owner", "who answers for it") { $0.text($0.project.owner) },
        ]
    }

    private static var parts: [Column<ProjectRecord>] {
        [
            Column("strands", "the strands of work, each with title and text") { record in
                .array(
                    record.project.strands.map {
                        .object(["title": record.text($0.title), "text": record.text($0.text)])
                    })
            },
            Column("milestones", "each with date, title and done") { record in
                .array(
                    record.project.milestones.map {
                        .object([
                            "date": FieldValue($0.date?.description),
                            "title": record.text($0.title),
                            "done": .bool($0.isDone),
                        ])
                    })
            },
            Column("decisions", "each with date, title and body, who decided") { record in
                .array(
                    record.project.decisions.map {
                        .object([
                            "date": FieldValue($0.date?.description),
                            "title": record.text($0.title),
                            "body": record.text($0.body),
                        ])
                    })
            },
            Column("outcomes", "each with title, figure, unit and qualifier") { record in
                .array(
                    record.project.outcomes.map {
                        .object([
                            "title": record.text($0.title), "figure": FieldValue($0.figure),
                            "unit": record.text($0.unit), "qualifier": record.text($0.qualifier),
                        ])
                    })
            },
            Column("people", "each with name and role") { record in
                .array(
                    record.project.people.map {
                        .object(["name": .string($0.name), "role": record.text($0.role)])
                    })
            },
            Column("links", "each with title and address") { record in
                .array(
                    record.project.links.map {
                        .object(["title": record.text($0.title), "address": .string($0.address)])
                    })
            },
            Column("source", "who published it") { .string($0.project.provenance.publisher) },
            Column("sourceId", "the short name of the source it came through") {
                .string($0.project.provenance.source.rawValue)
            },
            Column("fetched", "when it was fetched or imported") {
                FieldValue($0.project.provenance.fetched?.description)
            },
            Column("certainty", "high, medium or low") {
                .string($0.project.provenance.certainty.rawValue)
            },
        ]
    }
}

extension Project.Status {
    /// Its colour.
    var role: Role {
        switch self {
        case .green: .statusGreen
        case .amber: .statusAmber
        case .red: .statusRed
        }
    }
}

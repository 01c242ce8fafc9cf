import ClimateModel
import CommandWords
import Dashboard

/// A source as commands print it.
struct SourceRecord {
    var overview: SourceOverview
    /// What tells sources of one title apart.
    var marks: SourceMarks
    var municipality: Municipality?
    var now: Timestamp
    var language: Language

    private var source: Source { overview.source }
    private var subscription: Subscription? { overview.subscription }
    private var state: FetchState? { subscription?.state }
    private var error: String? { source.lastError?.text(in: language) }

    static var columns: [Column<SourceRecord>] { shown + more }

    /// Those that people see.
    private static var shown: [Column<SourceRecord>] {
        [
            Column(
                "state",
                "how it goes: failing, never (read), fresh (it brought something), unchanged, paused or imported",
                text: .init(
                    heading: Phrase(sv: "Läge", en: "State"), priority: 8,
                    role: { $0.overview.condition == .failing ? .noticeProblem : .text },
                    cell: { row, formats in row.overview.condition.title(formats.language) })
            ) { .string(String(describing: $0.overview.condition)) },
            Column(
                "title", "what lists call it",
                text: .init(
                    heading: Phrase(sv: "Källa", en: "Source"), priority: 9, isFlexible: true,
                    least: 22,
                    role: { _ in .strong }, cell: { row, _ in row.marks.name(of: row.source) },
                    fitted: { row, formats, width in
                        row.marks.name(of: row.source, in: width, formats.glyphs)
                    })
            ) { .string($0.source.title) },
            Column(
                "kind",
                "table, feed, projects, newsletter, document, kolada or starter; null before it was read",
                text: .init(
                    heading: Phrase(sv: "Slag", en: "Kind"), priority: 3,
                    cell: { row, formats in row.overview.kindText(formats.language) })
            ) { FieldValue($0.overview.kind?.rawValue) },
            Column(
                "content", "what came through it, in words",
                text: .init(
                    heading: Phrase(sv: "Innehåll", en: "Content"), priority: 4,
                    cell: { row, formats in
                        let parts = row.overview.content(formats)
                        return parts.isEmpty ? formats.missing : parts.joined(separator: ", ")
                    })
            ) { .string($0.overview.content(Formats($0.language)).joined(separator: ", ")) },
            Column(
                "lastSuccess", "when it was read last (ISO 8601, UTC)",
                text: .init(
                    heading: Phrase(sv: "Senast", en: "Last"), priority: 5,
                    cell: { row, formats in row.last(formats) })
            ) { FieldValue($0.source.lastSuccess?.description) },
            Column(
                "next", "when it is due again; null for at the next sync",
                text: .init(
                    heading: Phrase(sv: "Nästa", en: "Next"), priority: 6,
                    cell: { row, formats in row.next(formats) })
            ) { FieldValue($0.state?.nextAttempt?.description) },
            Column(
                "error", "why it could not be read, in plain words; null where it could",
                text: .init(
                    heading: Phrase(sv: "Fel", en: "Error"), priority: 7, isBelow: true,
                    role: { _ in .noticeProblem }, cell: { row, _ in row.error ?? "" })
            ) { FieldValue($0.error) },
        ]
    }

    /// Those that programs alone get.
    private static var more: [Column<SourceRecord>] {
        [
            Column("id", "its short name") { .string($0.source.id.rawValue) },
            Column("address", "a URL or a path") { FieldValue($0.source.address) },
            Column(
                "origin", "config or database: where its settings are; null where it is not read"
            ) {
                FieldValue($0.subscription?.origin.rawValue)
            },
            Column("municipality", "the one that all of it is about, with code and name") {
                $0.municipality?.reference ?? .null
            },
            Column("news", "how many news items came through it") { .int($0.overview.newsCount) },
            Column("figures", "how many figures it gave") { .int($0.overview.figureCount) },
            Column("projects", "how many projects it gave") { .int($0.overview.projectCount) },
            Column("lastAttempt", "when it was tried last") {
                FieldValue($0.state?.lastAttempt?.description)
            },
            Column("lastChange", "when it last brought something new") {
                FieldValue($0.state?.lastChange?.description)
            },
            Column("failures", "how many times in a row it could not be read") {
                FieldValue($0.state?.failures)
            },
            Column("interval", "seconds between two readings, as set or as found; null at first") {
                FieldValue($0.subscription?.settings.interval ?? $0.state?.interval)
            },
        ]
    }

    private func last(_ formats: Formats) -> String {
        source.lastSuccess.map {
            formats.age(of: $0, now: now, offset: LocalTime.offset(at: $0))
        } ?? formats.missing
    }

    private func next(_ formats: Formats) -> String {
        guard let subscription, !subscription.isPaused else { return formats.missing }
        return formats.wait(
            until: subscription.state.nextAttempt ?? now, now: now,
            offset: LocalTime.offset(at: now))
    }
}

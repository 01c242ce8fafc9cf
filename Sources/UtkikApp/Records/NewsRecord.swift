import ClimateModel
import Dashboard

/// A news item as commands print it.
struct NewsRecord {
    var item: NewsSummary
    var municipalities: [Municipality]
    var language: Language

    private var names: String { municipalities.map(\.name).joined(separator: ", ") }

    static var columns: [Column<NewsRecord>] {
        [
            Column(
                "id", "the item's number, the same in every database; digits in a text",
                text: .init(
                    heading: Phrase(same: "Id"), alignment: .trailing, priority: 1,
                    role: { _ in .dim },
                    cell: { row, _ in String(row.item.id.rawValue) }, spoken: { _, _ in nil })
            ) { .string(String($0.item.id.rawValue)) },
            Column("kind", "news, pressRelease, newsletter or blogPost") {
                .string($0.item.kind.rawValue)
            },
            Column(
                "unread", "whether you have not read it; false where no marks are kept",
                text: .init(
                    heading: Phrase(same: ""), priority: 8, role: { _ in .newsDot },
                    cell: { row, formats in row.item.isUnread ? formats.glyphs.unread : " " },
                    spoken: { row, formats in
                        row.item.isUnread
                            ? Phrase(sv: "oläst", en: "unread")(formats.language) : nil
                    })
            ) { .bool($0.item.isUnread) },
            Column(
                "starred", "whether you have starred it",
                text: .init(
                    heading: Phrase(same: ""), priority: 3, role: { _ in .accent },
                    cell: { row, formats in row.item.isStarred ? formats.glyphs.star : " " },
                    spoken: { row, formats in
                        row.item.isStarred
                            ? Phrase(sv: "stjärnmärkt", en: "starred")(formats.language) : nil
                    })
            ) { .bool($0.item.isStarred) },
            Column(
                "published", "when it was published, as exactly as known (ISO 8601)",
                text: .init(
                    heading: Phrase(sv: "Publicerad", en: "Published"), priority: 7,
                    cell: { row, formats in
                        row.item.published.date()?.description ?? formats.missing
                    })
            ) { FieldValue($0.item.published.iso8601) },
            Column(
                "municipalities", "those it is about, each with code and name",
                text: .init(
                    heading: Phrase(sv: "Kommun", en: "Municipality"), priority: 6,
                    isFlexible: true,
                    cell: { row, formats in row.names.isEmpty ? formats.missing : row.names })
            ) { .array($0.municipalities.map(\.reference)) },
            Column(
                "title", "its title, in the language of the call where there is one",
                text: .init(
                    heading: Phrase(sv: "Rubrik", en: "Title"), priority: 9, isFlexible: true,
                    cell: { $0.item.title.text(in: $1.language) })
            ) { .string($0.item.title.text(in: $0.language)) },
            Column("link", "its address") { FieldValue($0.item.link) },
            Column("source", "who published it") { .string($0.item.publisher) },
            Column("sourceId", "the short name of the source it came through") {
                .string($0.item.source.rawValue)
            },
            Column("updated", "when its publisher last changed it") {
                FieldValue($0.item.updated?.description)
            },
        ]
    }
}

extension Municipality {
    /// Its code and name.
    var reference: FieldValue {
        .object(["code": .string(code.rawValue), "name": .string(name)])
    }
}

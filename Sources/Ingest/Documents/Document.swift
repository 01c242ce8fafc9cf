import ClimateModel

/// A text that somebody wrote, and what is known of it: a web page, or a file of plain text or Markdown.
struct Document {
    /// "HTML", "Markdown", "text".
    var format: String
    var title = ""
    var body = StructuredText()
    /// A line or two of what it says, as its publisher puts it.
    var summary = ""
    var author: String?
    /// The site's name for itself.
    var publisher: String?
    var published = PublicationDate.unknown
    var updated: Timestamp?
    /// Its own address, as it says itself.
    var link: String?
    /// The feeds that it names, the best first.
    var feedLinks: [String] = []
    var language: Language = .swedish

    /// Its paragraphs, headings and list items in reading order.
    var paragraphs: [String] { body.paragraphs }
}

extension StructuredText {
    /// Its paragraphs, headings, quotes and list items in reading order, without structure.
    var paragraphs: [String] {
        var paragraphs: [String] = []
        for block in blocks {
            switch block {
            case .paragraph(let inlines), .heading(_, let inlines), .quote(let inlines):
                paragraphs.append(Self.plain(inlines))
            case .list(_, let items): paragraphs += items.map(Self.plain)
            }
        }
        return paragraphs
    }

    private static func plain(_ inlines: [Inline]) -> String {
        // Most paragraphs are one run of text.
        inlines.count == 1 ? inlines[0].plain : inlines.map(\.plain).joined()
    }
}

import ClimateModel

/// Turns a fragment of HTML into structured text through libxml2's HTML parser.
enum HTMLText {
    /// Paragraphs, headings, lists, quotes, emphasis, and links to http, https and mailto addresses; of a picture its
    /// description; all else becomes its text or, as scripts, styles and forms, nothing.
    ///
    /// Nil for HTML over the limits.
    ///
    /// - Parameter base: what relative links are relative to.
    /// - Complexity: O(*n*).
    static func structured(_ html: String, base: String? = nil) -> StructuredText? {
        guard html.utf8.contains(where: { $0 == UInt8(ascii: "<") || $0 == UInt8(ascii: "&") })
        else { return paragraphs(html) }
        guard let bytes = HTMLGuard.bounded(html) else { return nil }
        let builder = BlockBuilder(base: base)
        HTMLEvents.parse(bytes, into: builder)
        return builder.finished()
    }

    /// Plain text: blank lines part paragraphs.
    static func paragraphs(_ text: String) -> StructuredText {
        var blocks: [StructuredText.Block] = []
        var lines: [String] = []
        func flush() {
            guard !lines.isEmpty else { return }
            blocks.append(.paragraph([.text(lines.joined(separator: "\n"))]))
            lines = []
        }
        for line in CleanText.block(text).split(separator: "\n", omittingEmptySubsequences: false) {
            let clean = CleanText.line(line)
            if clean.isEmpty { flush() } else { lines.append(clean) }
        }
        flush()
        return StructuredText(blocks)
    }

    /// One line of text without tags and entities, as titles should be.
    static func line(_ html: String) -> String {
        guard html.utf8.contains(where: { $0 == UInt8(ascii: "<") || $0 == UInt8(ascii: "&") }),
            let text = structured(html)
        else { return CleanText.line(html) }
        return CleanText.line(text.plain)
    }
}

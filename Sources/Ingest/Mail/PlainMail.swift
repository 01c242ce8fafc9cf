import ClimateModel

/// Turns a newsletter's plain text into blocks.
enum PlainMail {
    /// Lines that go on are joined (RFC 3676), quote marks make quotes, lines of signs under a line or capitals alone make
    /// headings, addresses become links, and what follows the line "-- " is left out.
    ///
    /// - Complexity: O(*n*).
    static func blocks(_ mail: Mail.Text) -> [StructuredText.Block] {
        var builder = PlainMailBuilder()
        for line in lines(of: mail) { builder.add(line) }
        return builder.finished()
    }

    /// The lines up to the signature, those that go on joined.
    private static func lines(of mail: Mail.Text) -> [Substring] {
        let text = mail.text.replacing("\r\n", with: "\n").replacing("\n>From ", with: "\nFrom ")
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        let end = lines.firstIndex { $0 == "-- " } ?? lines.endIndex
        guard mail.isFlowed else { return Array(lines[..<end]) }
        var result: [String] = []
        var goesOn = false
        for line in lines[..<end] {
            // A space before text that begins as something else is stuffing.
            let body = line.hasPrefix(" ") ? line.dropFirst() : line
            if goesOn, !body.hasPrefix(">"), let last = result.last {
                result[result.count - 1] = last + body
            } else {
                result.append(String(body))
            }
            goesOn = body.hasSuffix(" ") && body.contains { $0 != " " }
            if goesOn, mail.deletesSpace { result[result.count - 1].removeLast() }
        }
        return result.map { $0[...] }
    }
}

/// Collects the lines of plain text into blocks.
private struct PlainMailBuilder {
    private var blocks: [StructuredText.Block] = []
    private var lines: [String] = []
    private var items: [[StructuredText.Inline]] = []
    private var isQuote = false

    private static let bullets = ["- ", "* ", "• ", "· ", "– ", "o "]

    mutating func add(_ line: Substring) {
        let quoted = line.hasPrefix(">")
        let text = CleanText.line(line.drop { $0 == ">" || $0 == " " })
        if quoted != isQuote { flush() }
        isQuote = quoted
        if text.isEmpty {
            flushParagraph()
        } else if text.allSatisfy({ "-=*_~#+".contains($0) }), text.count >= 3 {
            underline()
        } else if let bullet = Self.bullets.first(where: { text.hasPrefix($0) }) {
            flushParagraph()
            items.append(Self.inlines(String(text.dropFirst(bullet.count))))
        } else if !items.isEmpty, lines.isEmpty, line.hasPrefix("  ") {
            items[items.count - 1] += [.text(" ")] + Self.inlines(text)
        } else {
            if !items.isEmpty { flush() }
            lines.append(text)
        }
    }

    mutating func finished() -> [StructuredText.Block] {
        flush()
        return blocks
    }

    /// A line of signs: the line right above it is a heading, or it only parts sections.
    private mutating func underline() {
        if let title = lines.last, title.count <= 100 {
            lines.removeLast()
            flush()
            blocks.append(.heading(level: 2, [.text(title)]))
        } else {
            flush()
        }
    }

    private mutating func flushParagraph() {
        guard !lines.isEmpty else { return }
        let text = lines.joined(separator: "\n")
        lines = []
        if isQuote {
            blocks.append(.quote(Self.inlines(text)))
        } else if Self.isHeading(text) {
            blocks.append(.heading(level: 2, [.text(text)]))
        } else {
            blocks.append(.paragraph(Self.inlines(text)))
        }
    }

    private mutating func flush() {
        flushParagraph()
        if !items.isEmpty { blocks.append(.list(ordered: false, items: items)) }
        items = []
    }

    private static func isHeading(_ text: String) -> Bool {
        text.count <= 80 && !text.contains("\n") && text.count { $0.isLetter } >= 4
            && text.uppercased() == text && !text.contains("://")
    }

    /// The text with its addresses as links.
    private static func inlines(_ text: String) -> [StructuredText.Inline] {
        var result: [StructuredText.Inline] = []
        var plain = ""
        for (index, word) in text.split(separator: " ", omittingEmptySubsequences: false)
            .enumerated()
        {
            if index > 0 { plain += " " }
            guard let place = word.firstRange(of: "https://") ?? word.firstRange(of: "http://")
            else {
                plain += word
                continue
            }
            let address = String(word[place.lowerBound...]).trimming("<>()[].,;:!?\"'”\n")
            guard let link = RelativeLink.resolve(address, base: nil) else {
                plain += word
                continue
            }
            plain += word[..<place.lowerBound].filter { !"<([".contains($0) }
            if !plain.isEmpty { result.append(.text(plain)) }
            plain = ""
            let host = RelativeLink.host(of: link) ?? link
            result.append(.link(text: link.count > 60 ? host : link, address: link))
        }
        if !plain.isEmpty { result.append(.text(plain)) }
        return result
    }
}

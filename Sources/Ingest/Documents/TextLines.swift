import ClimateModel

/// Plain text or Markdown (CommonMark's headings, lists, quotes, emphasis and links) as blocks.
struct TextLines {
    private(set) var title = ""
    private(set) var blocks: [StructuredText.Block] = []
    /// As a heading of fields at the start tells: "date: 2023-06-01" between lines of "---".
    private(set) var date: PublicationDate?
    private(set) var isMarkdown = false

    private var lines: [String] = []
    private var items: [[StructuredText.Inline]] = []
    private var isOrdered = false
    private var isQuote = false

    /// Blank lines, headings and list items part blocks; the first heading, or a first line that stands alone, is the title.
    ///
    /// - Complexity: O(*n*).
    init(_ text: String) {
        let all = CleanText.block(text).split(separator: "\n", omittingEmptySubsequences: false)
        for line in all[takeFields(all)...] { add(line) }
        flush()
        guard title.isEmpty, blocks.count > 1, case .paragraph(let inlines)? = blocks.first else {
            return
        }
        let first = inlines.map(\.plain).joined()
        if first.count <= 120, !first.hasSuffix(".") {
            title = first
            blocks.removeFirst()
        }
    }

    /// Reads fields between two lines of "---" at the start.
    ///
    /// - Returns: the number of lines they take.
    private mutating func takeFields(_ all: [Substring]) -> Int {
        guard all.first == "---", let end = all.prefix(60).dropFirst().firstIndex(of: "---") else {
            return 0
        }
        isMarkdown = true
        for line in all[1..<end] {
            let parts = line.split(separator: ":", maxSplits: 1)
            guard parts.count == 2 else { continue }
            let value = CleanText.line(parts[1]).trimming("\"'")
            switch parts[0].lowercased() {
            case "title", "titel", "rubrik": title = value
            case "date", "datum", "published", "publicerad":
                let told = DateText.published(value)
                if told != .unknown { date = told }
            default: break
            }
        }
        return end + 1
    }

    private mutating func add(_ source: Substring) {
        var line = CleanText.line(source)
        let quoted = line.hasPrefix(">")
        if quoted != isQuote, !line.isEmpty { flush() }
        isQuote = quoted
        if quoted { line = CleanText.line(line.drop { $0 == ">" || $0 == " " }) }
        let marks = line.prefix { $0 == "#" }
        if (1...6).contains(marks.count), line.dropFirst(marks.count).hasPrefix(" ") {
            heading(line.dropFirst(marks.count + 1), level: marks.count)
        } else if line.isEmpty {
            flushParagraph()
        } else if line.allSatisfy({ "-=*_".contains($0) }) {
            underline(line)
        } else if let (rest, ordered) = Self.item(line) {
            flushParagraph()
            if ordered != isOrdered { flush() }
            isOrdered = ordered
            items.append(InlineText.inlines(rest))
        } else if !items.isEmpty, lines.isEmpty, source.first?.isWhitespace == true {
            items[items.count - 1] += [.text(" ")] + InlineText.inlines(line)
        } else {
            if lines.isEmpty { flush() }
            lines.append(line)
        }
    }

    private static func item(_ line: String) -> (rest: String, isOrdered: Bool)? {
        if let bullet = ["- ", "* ", "+ ", "• "].first(where: { line.hasPrefix($0) }) {
            return (String(line.dropFirst(bullet.count)), false)
        }
        let number = line.prefix { $0.isASCII && $0.isNumber }
        guard (1...3).contains(number.count) else { return nil }
        let rest = line.dropFirst(number.count)
        return rest.hasPrefix(". ") || rest.hasPrefix(") ")
            ? (String(rest.dropFirst(2)), true) : nil
    }

    private mutating func heading(_ text: Substring, level: Int) {
        flush()
        isMarkdown = true
        let inlines = InlineText.inlines(text.trimmingSuffix("# "))
        if title.isEmpty, blocks.isEmpty {
            title = CleanText.line(inlines.map(\.plain).joined())
        } else if !inlines.isEmpty {
            blocks.append(.heading(level: level, inlines))
        }
    }

    /// A line of signs: what stands alone above it is a heading; otherwise it parts sections.
    private mutating func underline(_ signs: String) {
        let isHeading = signs.count >= 3 && signs.allSatisfy { $0 == "=" || $0 == "-" }
        if isHeading, lines.count == 1, lines[0].count <= 120 {
            let text = lines.removeLast()
            heading(text[...], level: signs.hasPrefix("=") ? 1 : 2)
        } else {
            flush()
        }
    }

    private mutating func flushParagraph() {
        guard !lines.isEmpty else { return }
        if title.isEmpty, blocks.isEmpty, lines.count == 2, Dateline.isOne(lines[1]) {
            blocks.append(.paragraph(InlineText.inlines(lines.removeFirst())))
        }
        let inlines = InlineText.inlines(lines.joined(separator: " "))
        lines = []
        if !inlines.isEmpty { blocks.append(isQuote ? .quote(inlines) : .paragraph(inlines)) }
    }

    private mutating func flush() {
        flushParagraph()
        if !items.isEmpty { blocks.append(.list(ordered: isOrdered, items: items)) }
        items = []
    }
}

extension Substring {
    /// Without the characters of `set` at its end.
    fileprivate func trimmingSuffix(_ set: String) -> String {
        var rest = self
        while let last = rest.last, set.contains(last) { rest.removeLast() }
        return String(rest)
    }
}

extension TextLayout {
    /// The spans in lines of at most `width` columns, as ``wrap(_:width:)`` breaks them, each piece keeping its style and
    /// its tag.
    ///
    /// The first line is indented by `firstIndent` columns, the others by `restIndent`; an indent takes at most half of the
    /// width. In a line one column wide, a wide character becomes U+FFFD. A width below 1 gives no lines.
    ///
    /// - Complexity: O(*k*) in the length of the text.
    public static func wrap(
        _ spans: [Span], width: Int, firstIndent: Int = 0, restIndent: Int = 0
    ) -> [StyledLine] {
        var style = spans.first?.style ?? .plain
        style.attributes = []
        func indent(_ columns: Int) -> StyledLine {
            let columns = min(max(0, columns), max(0, width) / 2)
            return StyledLine(columns == 0 ? [] : [Span(spaces(columns), style: style)])
        }
        return wrap(
            spans, width: width, firstPrefix: indent(firstIndent), restPrefix: indent(restIndent))
    }

    /// As ``wrap(_:width:firstIndent:restIndent:)``, with text before the lines: a bullet, a quotation bar.
    ///
    /// A prefix that takes more than half of the width is left out.
    public static func wrap(
        _ spans: [Span], width: Int, firstPrefix: StyledLine, restPrefix: StyledLine
    ) -> [StyledLine] {
        guard width > 0 else { return [] }
        let first = firstPrefix.width * 2 <= width ? firstPrefix : StyledLine()
        let rest = restPrefix.width * 2 <= width ? restPrefix : StyledLine()
        var breaker = LineBreaker(
            firstWidth: width - first.width, restWidth: width - rest.width)
        for paragraph in LineBreaker.paragraphs(of: spans) { breaker.add(paragraph) }
        return breaker.lines.enumerated().map { index, items in
            var line = index == 0 ? first : rest
            line.append(items, of: spans)
            return line
        }
    }

    static func spaces(_ count: Int) -> String { String(repeating: " ", count: max(0, count)) }
}

extension StyledLine {
    /// Adds the items, joining neighbours of the same span.
    fileprivate mutating func append(_ items: ArraySlice<LineBreaker.Item>, of spans: [Span]) {
        var rest = items
        while let first = rest.first {
            let run = rest.prefix { $0.span == first.span }
            var text = ""
            for item in run { text.append(item.character) }
            append(text, style: spans[first.span].style, tag: spans[first.span].tag)
            rest = rest.dropFirst(run.count)
        }
    }
}

/// Greedy line filling over clusters.
private struct LineBreaker {
    /// A cluster and the span it came from.
    struct Item {
        var character: Character
        var width: Int
        var span: Int
        var kind: Kind
    }

    enum Kind {
        /// A space that a line may break at.
        case space
        case letter, digit
        /// May be followed by a break inside a compound: a hyphen, a dash, a slash.
        case joint
        /// No break after, no break before.
        case opening, closing
        /// An ideograph, a kana, an emoji.
        case ideograph
        case other
    }

    let firstWidth: Int
    let restWidth: Int
    private(set) var lines: [ArraySlice<Item>] = []

    init(firstWidth: Int, restWidth: Int) {
        self.firstWidth = firstWidth
        self.restWidth = restWidth
    }

    /// Breaks what stands between two newlines.
    mutating func add(_ items: [Item]) {
        var items = items
        var start = Self.skipSpaces(items, from: 0)
        var index = start
        var used = 0
        var lastBreak: Int?
        let lineCount = lines.count
        while index < items.count {
            let available = lines.isEmpty ? firstWidth : restWidth
            if items[index].width > available {
                items[index].character = "\u{FFFD}"
                items[index].width = 1
            }
            let item = items[index]
            if item.kind != .space && used + item.width > available {
                let end = lastBreak ?? index
                emit(items[start..<end])
                start = Self.skipSpaces(items, from: end)
                (index, used, lastBreak) = (start, 0, nil)
                continue
            }
            used += item.width
            if Self.canBreak(after: index, in: items) { lastBreak = index + 1 }
            index += 1
        }
        if start < items.count || lines.count == lineCount { emit(items[start...]) }
    }

    private mutating func emit(_ items: ArraySlice<Item>) {
        let end = items.lastIndex { $0.kind != .space }
        lines.append(items[items.startIndex..<(end.map { $0 + 1 } ?? items.startIndex)])
    }

    private static func skipSpaces(_ items: [Item], from start: Int) -> Int {
        items[start...].firstIndex { $0.kind != .space } ?? items.count
    }

    private static func canBreak(after index: Int, in items: [Item]) -> Bool {
        let before = items[index]
        if before.kind == .space { return true }
        guard index + 1 < items.count else { return false }
        let after = items[index + 1]
        switch (before.kind, after.kind) {
        case (.joint, .letter):
            guard index > 0 else { return false }
            let ahead = items[index - 1].kind
            return ahead == .letter || ahead == .digit || ahead == .closing
        case (.opening, _), (_, .closing), (_, .space): return false
        case (.ideograph, .joint), (.other, .ideograph), (.ideograph, .other): return false
        case (.ideograph, _), (_, .ideograph): return true
        default: return false
        }
    }

    /// The items between newlines.
    static func paragraphs(of spans: [Span]) -> [[Item]] {
        var result: [[Item]] = [[]]
        for (index, span) in spans.enumerated() {
            let pieces = span.text.unicodeScalars.split(
                omittingEmptySubsequences: false, whereSeparator: isNewline)
            for (number, piece) in pieces.enumerated() {
                if number > 0 { result.append([]) }
                append(Substring(piece), span: index, to: &result[result.count - 1])
            }
        }
        return result
    }

    private static func append(_ text: Substring, span: Int, to items: inout [Item]) {
        let hasTabs = text.utf8.contains(0x09)
        let text = hasTabs ? Substring(text.split(separator: "\t").joined(separator: " ")) : text
        var clusters = Clusters(text)
        while let cluster = clusters.next() {
            items.append(
                Item(
                    character: cluster.character, width: cluster.width, span: span,
                    kind: Kind(cluster)))
        }
    }

    private static func isNewline(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x0A...0x0C, 0x85, 0x2028, 0x2029: true
        default: false
        }
    }
}

extension LineBreaker.Kind {
    init(_ cluster: Cluster) {
        guard let scalar = cluster.character.unicodeScalars.first else {
            self = .other
            return
        }
        switch scalar {
        case "a"..."z", "A"..."Z": self = .letter
        case "0"..."9": self = .digit
        case " ", "\u{1680}", "\u{2000}"..."\u{2006}", "\u{2008}"..."\u{200A}", "\u{205F}",
            "\u{3000}":
            self = .space
        case "-", "\u{2010}", "\u{2013}", "\u{2014}", "/": self = .joint
        case "(", "[", "{", "“", "„", "‘", "‚", "¿", "¡", "「", "『", "（", "【", "《", "〈":
            self = .opening
        case ".", ",", ";", ":", "!", "?", ")", "]", "}", "”", "’", "…", "%", "、", "。", "，",
            "．", "」", "』", "）", "】", "》", "〉", "！", "？", "：", "；", "ー", "々", "・":
            self = .closing
        default:
            if cluster.width == 2 {
                self = .ideograph
            } else {
                self = scalar.properties.isAlphabetic ? .letter : .other
            }
        }
    }
}

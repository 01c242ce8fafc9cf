/// A piece of text in one style.
public struct Span: Hashable, Sendable {
    /// The piece's text.
    public var text: String
    /// How all of it looks.
    public var style: Style
    /// What the piece stands for, so that a click or a cursor can be led back to it: the number of a link.
    public var tag: Int?

    /// Takes the text as it is; it is cleaned when it is drawn.
    public init(_ text: String, style: Style = .plain, tag: Int? = nil) {
        self.text = text
        self.style = style
        self.tag = tag
    }

    /// - Complexity: O(*k*) in the length of the text.
    public var width: Int { DisplayWidth.of(text) }
}

/// One line of styled text.
public struct StyledLine: Hashable, Sendable {
    /// In reading order, one right after the other.
    public var spans: [Span]

    /// Takes the spans as they are; none is an empty line.
    public init(_ spans: [Span] = []) {
        self.spans = spans
    }

    /// A line in one style.
    public init(_ text: String, style: Style = .plain) {
        spans = [Span(text, style: style)]
    }

    /// The text without its styles.
    public var text: String { spans.map(\.text).joined() }

    /// - Complexity: O(*k*) in the length of the text.
    public var width: Int { spans.reduce(0) { $0 + $1.width } }

    /// Adds text at the end, joined to the last span if that looks the same.
    public mutating func append(_ text: String, style: Style, tag: Int? = nil) {
        if let last = spans.last, last.style == style, last.tag == tag {
            spans[spans.count - 1].text += text
        } else if !text.isEmpty {
            spans.append(Span(text, style: style, tag: tag))
        }
    }

    /// The line in at most `width` columns, the cut marked in the style of the text it replaces.
    public func truncated(to width: Int, ellipsis: String = "…") -> StyledLine {
        guard self.width > width else { return self }
        var clusters: [Cluster] = []
        var owners: [Int] = []
        for (index, span) in spans.enumerated() {
            let more = Array(Clusters(span.text))
            clusters += more
            owners += Array(repeating: index, count: more.count)
        }
        let mark = TextLayout.truncate(ellipsis, to: width, ellipsis: "")
        let end = TextLayout.cut(clusters, to: width - DisplayWidth.of(mark))
        var result = StyledLine()
        for (cluster, owner) in zip(clusters[..<end], owners) {
            result.append(
                String(cluster.character), style: spans[owner].style, tag: spans[owner].tag)
        }
        if width > 0, let owner = end < owners.count ? owners[end] : owners.last {
            result.append(mark, style: spans[owner].style, tag: spans[owner].tag)
        }
        return result
    }
}

extension Frame {
    /// Writes the spans one after the other from (x, y), as far as `clip` and the frame go.
    ///
    /// - Returns: the column after the last one that the line takes, whether drawn or clipped.
    @discardableResult
    public mutating func write(_ line: StyledLine, x: Int, y: Int, clip: Rect? = nil) -> Int {
        line.spans.reduce(x) { column, span in
            write(span.text, x: column, y: y, style: span.style, clip: clip)
        }
    }
}

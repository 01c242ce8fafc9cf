import TextGrid

/// Something to draw on, with the glyphs that its terminal can show.
protocol Canvas {
    var frame: Frame { get set }
    var glyphs: GlyphSet { get }
}

extension Canvas {
    /// `text` as the terminal can show it, from (x, y), no further than `clip`.
    ///
    /// - Returns: the column after the text.
    @discardableResult
    mutating func write(
        _ text: String, x: Int, y: Int, _ style: Style, clip: Rect? = nil
    ) -> Int {
        frame.write(glyphs.text(text), x: x, y: y, style: style, clip: clip)
    }

    /// `text` cut and padded to `width` columns.
    mutating func write(
        _ text: String, x: Int, y: Int, width: Int, _ style: Style,
        alignment: Alignment = .leading
    ) {
        let shown = TextLayout.fit(
            glyphs.text(text), to: width, alignment: alignment, ellipsis: glyphs.ellipsis)
        frame.write(shown, x: x, y: y, style: style)
    }

    /// `text` cut to `width` columns, ending at column `maxX`.
    ///
    /// - Returns: the column it starts at.
    @discardableResult
    mutating func write(_ text: String, endingAt maxX: Int, y: Int, width: Int, _ style: Style)
        -> Int
    {
        let shown = TextLayout.truncate(
            glyphs.text(text), to: max(0, width), ellipsis: glyphs.ellipsis)
        let x = maxX - DisplayWidth.of(shown)
        frame.write(shown, x: x, y: y, style: style)
        return x
    }

    /// Spans one after the other, cut to `width` columns.
    mutating func write(_ spans: [Span], x: Int, y: Int, width: Int) {
        let folded = spans.map { Span(glyphs.text($0.text), style: $0.style, tag: $0.tag) }
        frame.write(
            StyledLine(folded).truncated(to: max(0, width), ellipsis: glyphs.ellipsis), x: x, y: y)
    }

    /// How a change of rank looks, beside its sign.
    func changeRole(_ change: Int?) -> Role {
        guard let change else { return .dim }
        return change == 0 ? .rankingsSame : change > 0 ? .rankingsUp : .rankingsDown
    }

    /// What is short and matters around what is long: `text` alone is cut where `width` columns don't hold all, as long as
    /// something to read remains of it.
    func fitted(_ head: [Span], _ text: Span, _ tail: [Span], width: Int) -> [Span] {
        let fixed = (head + tail).reduce(0) { $0 + DisplayWidth.of(glyphs.text($1.text)) }
        guard width - fixed >= 8 else { return head + [text] + tail }
        let shown = TextLayout.truncate(
            glyphs.text(text.text), to: width - fixed, ellipsis: glyphs.ellipsis)
        return head + [Span(shown, style: text.style)] + tail
    }
}

import ClimateModel
import TextGrid

/// Draws a state on a frame. Views are its extensions, one a file.
struct Painter {
    var frame: Frame
    let state: AppState
    let formats: Formats
    let glyphs: GlyphSet
    let language: Language

    init(_ state: AppState) {
        self.state = state
        language = state.language
        glyphs = state.glyphs
        formats = state.formats
        frame = Frame(size: state.size, style: state.theme.fill())
    }

    func style(_ role: Role, on surface: Surface = .screen) -> Style {
        state.theme.style(role, on: surface)
    }

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

    /// Where in a list that fills `rect` the view stands, down its last column.
    mutating func drawScrollbar(of list: ListState, in rect: Rect) {
        frame.drawScrollbar(
            in: rect.split(right: 1).right, first: list.top, visible: rect.height,
            total: list.count, thumb: style(.scrollThumb), track: style(.scrollTrack),
            glyphs: glyphs)
    }
}

extension AppState {
    var formats: Formats { Formats(language, glyphs: glyphs) }

    /// The screen as it is to be shown.
    ///
    /// - Complexity: O(*cells*) plus what the visible rows hold; independent of the length of the lists.
    public func view() -> Frame {
        var painter = Painter(self)
        painter.drawScreen()
        return painter.frame
    }
}

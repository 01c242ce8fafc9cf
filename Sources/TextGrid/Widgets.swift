extension Frame {
    /// Draws a hairline across the first row of `rect`, with a title at each end: "─ Ranking ──── 39 av 290 ─".
    ///
    /// The trailing title goes first when room is short, then the leading one is cut.
    public mutating func drawHairline(
        in rect: Rect, leading: String = "", trailing: String = "", style: Style,
        leadingStyle: Style? = nil, trailingStyle: Style? = nil, glyphs: GlyphSet = .unicode
    ) {
        guard rect.width > 0 else { return }
        let line = String(repeating: glyphs.horizontal, count: rect.width)
        write(line, x: rect.x, y: rect.y, style: style, clip: rect)
        let room = rect.width - 4
        guard room > 0 else { return }
        let trailingWidth = DisplayWidth.of(trailing)
        let leadingWidth = DisplayWidth.of(leading)
        // Both titles, the blanks around them, and a bit of line between.
        let showsTrailing = trailingWidth > 0 && leadingWidth + trailingWidth + 3 <= room
        let showsTrailingAlone = trailingWidth > 0 && leadingWidth == 0 && trailingWidth <= room
        if leadingWidth > 0 {
            let title = TextLayout.truncate(leading, to: room, ellipsis: glyphs.ellipsis)
            write(
                " \(title) ", x: rect.x + 1, y: rect.y, style: leadingStyle ?? style, clip: rect)
        }
        if showsTrailing || showsTrailingAlone {
            write(
                " \(trailing) ", x: rect.maxX - 3 - trailingWidth, y: rect.y,
                style: trailingStyle ?? style, clip: rect)
        }
    }

    /// Draws a vertical line down the first column of `rect`.
    public mutating func drawVerticalLine(
        in rect: Rect, style: Style, glyphs: GlyphSet = .unicode
    ) {
        for y in rect.y..<rect.maxY {
            write(glyphs.vertical, x: rect.x, y: y, style: style, clip: rect)
        }
    }

    /// Draws where in a list the view stands down the first column of `rect`; nothing when all of it is in view.
    public mutating func drawScrollbar(
        in rect: Rect, first: Int, visible: Int, total: Int, thumb: Style, track: Style,
        glyphs: GlyphSet = .unicode
    ) {
        guard
            let range = Scrollbar.thumb(
                height: rect.height, first: first, visible: visible, total: total)
        else { return }
        for row in 0..<rect.height {
            let isThumb = range.contains(row)
            write(
                isThumb ? glyphs.scrollThumb : glyphs.scrollTrack, x: rect.x, y: rect.y + row,
                style: isThumb ? thumb : track, clip: rect)
        }
    }
}

/// Where in a list a view stands.
public enum Scrollbar {
    /// The rows of a track of `height` rows that the thumb covers; nil when everything is in view.
    ///
    /// At least one row. It touches an end of the track only when the view stands at that end of the list.
    public static func thumb(height: Int, first: Int, visible: Int, total: Int) -> Range<Int>? {
        guard height > 0, visible > 0, total > visible else { return nil }
        let length = max(1, min(height, Int(Double(height) * Double(visible) / Double(total))))
        let travel = height - length
        let last = total - visible
        let first = min(max(0, first), last)
        var start = Int((Double(travel) * Double(first) / Double(last)).rounded())
        if first > 0 && travel > 1 { start = max(1, start) }
        if first < last && travel > 1 { start = min(travel - 1, start) }
        return start..<start + length
    }
}

import CNcurses
import TextGrid

/// Puts frames on ncurses' screen, the changed cells alone.
struct Presenter {
    private let glyphs: CellGlyphs
    private var styles: StyleTable
    private var shown: Frame?

    init(depth: ColorDepth, pairs: Int32, usesUnicode: Bool) {
        glyphs = CellGlyphs(usesUnicode: usesUnicode)
        styles = StyleTable(depth: depth, pairs: pairs)
    }

    /// Has the next frame drawn in full.
    mutating func forget() { shown = nil }

    /// Draws what is new in `frame`; ncurses then knows what to write.
    ///
    /// - Returns: whether anything is.
    mutating func draw(_ frame: Frame) -> Bool {
        let runs = FrameDiff.runs(from: shown, to: frame, gap: 0)
        let movesCursor = shown == nil || shown?.cursor != frame.cursor
        guard !runs.isEmpty || movesCursor else { return false }
        for run in runs { draw(run, of: frame) }
        Self.place(frame.cursor, within: frame.size, changed: movesCursor)
        shown = frame
        wnoutrefresh(utkik_standard_window())
        return true
    }

    private mutating func draw(_ run: FrameDiff.Run, of frame: Frame) {
        var cells: [cchar_t] = []
        cells.reserveCapacity(run.columns.count)
        for x in run.columns {
            let cell = frame[x, run.y]
            // The right half of a wide character is drawn with the left.
            if cell.width == 0 { continue }
            glyphs.append(cell, styles.look(of: cell.style, in: frame), to: &cells)
        }
        mvwadd_wchnstr(
            utkik_standard_window(), Int32(run.y), Int32(run.columns.lowerBound), &cells,
            Int32(cells.count))
    }

    private static func place(_ cursor: Frame.Position?, within size: Size, changed: Bool) {
        let window = utkik_standard_window()
        let isShown = cursor.map { Rect(size).contains(x: $0.x, y: $0.y) } ?? false
        if changed {
            leaveok(window, !isShown)
            curs_set(isShown ? 1 : 0)
        }
        if isShown, let cursor { wmove(window, Int32(cursor.y), Int32(cursor.x)) }
    }
}

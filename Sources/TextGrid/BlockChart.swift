/// A line chart of a series in half blocks: a thick line, to be seen from across a room.
public enum BlockChart {
    /// The chart as `height` rows of exactly `width` columns, by the rules of ``BrailleChart``; every known value has a
    /// square of its own on the line.
    ///
    /// - Parameter stroke: how thick the line is, in columns. Without Unicode it is drawn as ``BrailleChart`` does.
    /// - Complexity: O(*n* + *w* · *h* · *s*) in the number of values, the size and the stroke.
    public static func rows(
        values: [Double?], width: Int, height: Int, range: ClosedRange<Double>? = nil,
        lowestOnTop: Bool = false, breaks: [Int] = [], stroke: Int = 1,
        glyphs: GlyphSet = .unicode
    ) -> [String] {
        guard width > 0, height > 0 else { return [] }
        guard glyphs.isUnicode else {
            return BrailleChart.rows(
                values: values, width: width, height: height, range: range,
                lowestOnTop: lowestOnTop, breaks: breaks, marks: Array(values.indices),
                glyphs: glyphs)
        }
        let stroke = min(max(1, stroke), max(1, height / 2), max(1, width / 4))
        let mark = min(stroke + 2, width, height * 2)
        // What is left at the edges is for the squares, so that none is cut.
        let scale = ChartScale(
            values: values, range: range, columns: width - mark + 1, rows: height * 2 - mark + 1,
            lowestOnTop: lowestOnTop)
        let path = ChartPath(values: values, scale: scale, breaks: breaks)
        var canvas = HalfBlockCanvas(width: width, height: height)
        for x in path.breaks {
            for y in stride(from: 0, to: height * 2, by: 3) { canvas.set(x: x + mark / 2, y: y) }
        }
        let inset = (mark - stroke) / 2
        for run in path.runs {
            for (start, end) in zip(run, run.dropFirst()) {
                for point in ChartPath.line(from: start, to: end) {
                    canvas.set(x: point.x + inset, y: point.y + inset, side: stroke)
                }
            }
            for point in run { canvas.set(x: point.x, y: point.y, side: mark) }
        }
        return canvas.rows
    }
}

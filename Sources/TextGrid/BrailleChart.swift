/// A line chart of a series, drawn with dots of a quarter of a row and half of a column.
public enum BrailleChart {
    /// The chart as `height` rows of exactly `width` columns.
    ///
    /// The values are spread evenly over the width, the first at the left edge and the last at the right. Neighbouring known
    /// values are joined by a line; a missing one is a gap that no line crosses, and a known one between two gaps is a dot.
    ///
    /// - Parameters:
    ///   - range: the values at the edges; by default what the values span. Values outside stand at the edge.
    ///   - lowestOnTop: for ranks, where 1 is best.
    ///   - breaks: the indexes of values that start a series which can't be compared with what came before: a dotted line
    ///     stands before each and no line crosses it.
    ///   - marks: the indexes of values to draw larger.
    ///   - glyphs: without Unicode the line is drawn with `'`, `-`, `.` and `_`, from high to low within a row.
    /// - Complexity: O(*n* + *w* · *h*) in the number of values and the size.
    public static func rows(
        values: [Double?], width: Int, height: Int, range: ClosedRange<Double>? = nil,
        lowestOnTop: Bool = false, breaks: [Int] = [], marks: [Int] = [],
        glyphs: GlyphSet = .unicode
    ) -> [String] {
        guard width > 0, height > 0 else { return [] }
        let scale = ChartScale(
            values: values, range: range, columns: glyphs.isUnicode ? width * 2 : width,
            rows: height * 4, lowestOnTop: lowestOnTop)
        let path = ChartPath(values: values, scale: scale, breaks: breaks)
        let points = marks.compactMap { index -> ChartPath.Point? in
            guard values.indices.contains(index), let value = values[index], value.isFinite
            else { return nil }
            return ChartPath.Point(x: scale.column(of: index), y: scale.row(of: value))
        }
        return glyphs.isUnicode
            ? dots(path, marks: points, width: width, height: height)
            : ASCIIChart.rows(path, marks: points, width: width, height: height)
    }

    /// The column of a chart of `width` columns in which the value at `index` of `count` stands, for labels below it.
    public static func column(of index: Int, count: Int, width: Int) -> Int {
        let scale = ChartScale(
            values: Array(repeating: nil, count: count), range: nil, columns: width * 2, rows: 1,
            lowestOnTop: false)
        return min(max(0, scale.column(of: index) / 2), max(0, width - 1))
    }

    /// The row of a chart of `height` rows in which `value` stands, for labels beside it.
    public static func row(
        of value: Double, height: Int, range: ClosedRange<Double>, lowestOnTop: Bool = false
    ) -> Int {
        ChartScale(
            values: [], range: range, columns: 1, rows: max(1, height) * 4,
            lowestOnTop: lowestOnTop
        ).row(of: value) / 4
    }

    private static func dots(
        _ path: ChartPath, marks: [ChartPath.Point], width: Int, height: Int
    ) -> [String] {
        var canvas = BrailleCanvas(width: width, height: height)
        for x in path.breaks {
            for y in stride(from: 0, to: height * 4, by: 2) { canvas.set(x: x, y: y) }
        }
        for run in path.runs {
            canvas.line(from: run[0], to: run[0])
            for (start, end) in zip(run, run.dropFirst()) { canvas.line(from: start, to: end) }
        }
        for mark in marks {
            let x = mark.x == width * 2 - 1 ? mark.x - 1 : mark.x
            let y = mark.y == height * 4 - 1 ? mark.y - 1 : mark.y
            for (dx, dy) in [(0, 0), (1, 0), (0, 1), (1, 1)] { canvas.set(x: x + dx, y: y + dy) }
        }
        return canvas.rows
    }
}

/// A trend in one row.
public enum Sparkline {
    /// The trend in exactly `width` columns, by the rules of ``BrailleChart``.
    ///
    /// - Complexity: O(*n* + *w*) in the number of values and the width.
    public static func text(
        _ values: [Double?], width: Int, range: ClosedRange<Double>? = nil,
        lowestOnTop: Bool = false, glyphs: GlyphSet = .unicode
    ) -> String {
        BrailleChart.rows(
            values: values, width: width, height: 1, range: range, lowestOnTop: lowestOnTop,
            glyphs: glyphs
        ).first ?? ""
    }
}

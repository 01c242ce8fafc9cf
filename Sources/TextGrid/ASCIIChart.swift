/// The line chart of ``BrailleChart`` in ASCII: one point a column, four heights a row.
enum ASCIIChart {
    /// From the top of a row to its bottom.
    private static let levels: [Character] = ["'", "-", ".", "_"]

    static func rows(
        _ path: ChartPath, marks: [ChartPath.Point], width: Int, height: Int
    ) -> [String] {
        var grid = Array(
            repeating: Array(repeating: Character(" "), count: width), count: height)
        for x in path.breaks {
            for y in 0..<height { grid[y][x] = ":" }
        }
        for run in path.runs { draw(run, on: &grid) }
        for mark in marks { grid[mark.y / 4][mark.x] = "*" }
        return grid.map { String($0) }
    }

    private static func draw(_ run: [ChartPath.Point], on grid: inout [[Character]]) {
        var previous: ChartPath.Point?
        for point in everyColumn(of: run) {
            if let previous { joinRows(from: previous, to: point, on: &grid) }
            grid[point.y / 4][point.x] = levels[point.y % 4]
            previous = point
        }
    }

    /// The rows that the line crosses between two columns.
    private static func joinRows(
        from start: ChartPath.Point, to end: ChartPath.Point, on grid: inout [[Character]]
    ) {
        let rows = (start.y / 4, end.y / 4)
        guard abs(rows.0 - rows.1) > 1 else { return }
        for row in (min(rows.0, rows.1) + 1)..<max(rows.0, rows.1) { grid[row][end.x] = "|" }
    }

    /// A point for each column from the first to the last; where two values share a column, the later one.
    private static func everyColumn(of run: [ChartPath.Point]) -> [ChartPath.Point] {
        var points: [ChartPath.Point] = []
        for point in run {
            guard let last = points.last else {
                points.append(point)
                continue
            }
            if point.x == last.x {
                points[points.count - 1] = point
                continue
            }
            for x in (last.x + 1)...point.x {
                let part = Double(x - last.x) / Double(point.x - last.x)
                let y = Double(last.y) + Double(point.y - last.y) * part
                points.append(ChartPath.Point(x: x, y: Int(y.rounded())))
            }
        }
        return points
    }
}

/// Where the values of a series stand on a grid of dots.
struct ChartScale {
    let columns: Int
    let rows: Int
    let count: Int
    private let lower: Double
    private let upper: Double
    private let lowestOnTop: Bool

    /// Without a range, the one that the values span.
    init(
        values: [Double?], range: ClosedRange<Double>?, columns: Int, rows: Int, lowestOnTop: Bool
    ) {
        self.columns = columns
        self.rows = rows
        self.lowestOnTop = lowestOnTop
        count = values.count
        let known = values.compactMap { $0 }.filter(\.isFinite)
        lower = range?.lowerBound ?? known.min() ?? 0
        upper = range?.upperBound ?? known.max() ?? 0
    }

    /// The first value stands at the left edge, the last at the right, a lone one in the middle.
    func column(of index: Int) -> Int {
        guard count > 1 else { return (columns - 1) / 2 }
        return Int((Double(index) * Double(columns - 1) / Double(count - 1)).rounded())
    }

    /// The value's row from the top; values outside the range stand at its edge, a range of one value in the middle.
    func row(of value: Double) -> Int {
        guard upper > lower else { return (rows - 1) / 2 }
        let part = min(1, max(0, (value / 2 - lower / 2) / (upper / 2 - lower / 2)))
        return Int(((lowestOnTop ? part : 1 - part) * Double(rows - 1)).rounded())
    }
}

/// A series as points and the lines between them.
struct ChartPath {
    struct Point: Equatable {
        var x: Int
        var y: Int
    }

    /// Runs of neighbouring known values; a missing value or a break ends one.
    private(set) var runs: [[Point]] = []
    /// The columns where a break stands.
    private(set) var breaks: [Int] = []

    init(values: [Double?], scale: ChartScale, breaks breakIndexes: [Int]) {
        let breakSet = Set(breakIndexes)
        var run: [Point] = []
        for (index, value) in values.enumerated() {
            if breakSet.contains(index), index > 0 {
                breaks.append((scale.column(of: index - 1) + scale.column(of: index)) / 2)
                if !run.isEmpty { runs.append(run) }
                run = []
            }
            if let value, value.isFinite {
                run.append(Point(x: scale.column(of: index), y: scale.row(of: value)))
            } else if !run.isEmpty {
                runs.append(run)
                run = []
            }
        }
        if !run.isEmpty { runs.append(run) }
    }

    /// The points of a straight line, both ends included (Bresenham).
    ///
    /// - Complexity: O(*k*) in the number of points.
    static func line(from start: Point, to end: Point) -> [Point] {
        let dx = abs(end.x - start.x)
        let dy = -abs(end.y - start.y)
        var error = dx + dy
        var point = start
        var points = [start]
        while point != end {
            let doubled = 2 * error
            if doubled >= dy {
                error += dy
                point.x += end.x > start.x ? 1 : -1
            }
            if doubled <= dx {
                error += dx
                point.y += end.y > start.y ? 1 : -1
            }
            points.append(point)
        }
        return points
    }
}

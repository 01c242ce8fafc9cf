/// A grid of dots, two columns and four rows of them in a cell (Unicode block Braille Patterns).
struct BrailleCanvas {
    /// In cells.
    let width: Int
    let height: Int
    private var patterns: [UInt8]

    init(width: Int, height: Int) {
        self.width = max(0, width)
        self.height = max(0, height)
        patterns = Array(repeating: 0, count: self.width * self.height)
    }

    /// The bit of each dot of a cell, row by row.
    private static let bits: [UInt8] = [0x01, 0x08, 0x02, 0x10, 0x04, 0x20, 0x40, 0x80]

    /// Sets the dot in column `x` and row `y`; outside the canvas nothing.
    mutating func set(x: Int, y: Int) {
        guard x >= 0, y >= 0, x < width * 2, y < height * 4 else { return }
        patterns[y / 4 * width + x / 2] |= Self.bits[y % 4 * 2 + x % 2]
    }

    /// Sets the dots of a line.
    mutating func line(from start: ChartPath.Point, to end: ChartPath.Point) {
        for point in ChartPath.line(from: start, to: end) { set(x: point.x, y: point.y) }
    }

    /// The rows; a cell without dots is a space.
    var rows: [String] {
        (0..<height).map { row in
            var text = ""
            for pattern in patterns[row * width..<(row + 1) * width] {
                text.unicodeScalars.append(Self.scalar(pattern))
            }
            return text
        }
    }

    private static func scalar(_ pattern: UInt8) -> Unicode.Scalar {
        pattern == 0 ? " " : Unicode.Scalar(0x2800 + UInt32(pattern)) ?? " "
    }
}

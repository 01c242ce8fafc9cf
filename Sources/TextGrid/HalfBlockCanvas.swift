/// A grid of pixels, one column and two rows of them in a cell (Unicode block Block Elements); a pixel is about square.
struct HalfBlockCanvas {
    /// In cells.
    let width: Int
    let height: Int
    private var pixels: [Bool]

    init(width: Int, height: Int) {
        self.width = max(0, width)
        self.height = max(0, height)
        pixels = Array(repeating: false, count: self.width * self.height * 2)
    }

    /// Sets the square of `side` pixels whose upper left one is at column `x` and row `y`; outside the canvas nothing.
    mutating func set(x: Int, y: Int, side: Int = 1) {
        for row in max(0, y)..<max(0, y, min(y + side, height * 2)) {
            for column in max(0, x)..<max(0, x, min(x + side, width)) {
                pixels[row * width + column] = true
            }
        }
    }

    /// The rows; a cell without pixels is a space.
    var rows: [String] {
        (0..<height).map { row in
            var text = ""
            for column in 0..<width {
                let upper = pixels[row * 2 * width + column]
                let lower = pixels[(row * 2 + 1) * width + column]
                text.append(Self.character(upper: upper, lower: lower))
            }
            return text
        }
    }

    private static func character(upper: Bool, lower: Bool) -> Character {
        switch (upper, lower) {
        case (true, true): "█"
        case (true, false): "▀"
        case (false, true): "▄"
        case (false, false): " "
        }
    }
}

/// Capitals and figures drawn in half blocks, three rows high: headings to be read from across a room.
public enum BlockLetters {
    /// The rows of a line of letters that are not enlarged.
    public static let height = 3

    /// `text` in capitals as rows of equal width; nil where a character has no shape. There are A–Z, Å, Ä, Ö, É, Ü,
    /// figures, ▲, ▼, the space, and the signs of names, titles, years and clock times.
    ///
    /// - Parameter scale: how many times larger, from 1.
    /// - Complexity: O(*k* · *s*²) in the length of the text and the scale.
    public static func rows(_ text: String, scale: Int = 1) -> [String]? {
        let scale = max(1, scale)
        var shapes: [[String]] = []
        for character in text.uppercased() {
            guard let shape = LetterShapes.bitmap(of: character) else { return nil }
            shapes.append(shape)
        }
        guard !shapes.isEmpty else { return nil }
        let width = shapes.reduce(shapes.count - 1) { $0 + ($1.first?.utf8.count ?? 0) }
        var canvas = HalfBlockCanvas(width: width * scale, height: height * scale)
        var left = 0
        for shape in shapes {
            draw(shape, at: left, scale: scale, on: &canvas)
            left += (shape.first?.utf8.count ?? 0) + 1
        }
        return canvas.rows
    }

    /// The columns that ``rows(_:scale:)`` takes; nil where a character has no shape.
    public static func width(_ text: String, scale: Int = 1) -> Int? {
        rows(text, scale: scale)?.first.map { DisplayWidth.of($0) }
    }

    private static func draw(
        _ shape: [String], at left: Int, scale: Int, on canvas: inout HalfBlockCanvas
    ) {
        for (y, row) in shape.enumerated() {
            for (x, pixel) in row.utf8.enumerated() where pixel == UInt8(ascii: "#") {
                canvas.set(x: (left + x) * scale, y: y * scale, side: scale)
            }
        }
    }
}

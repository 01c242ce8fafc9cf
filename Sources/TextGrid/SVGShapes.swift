/// Characters drawn as vectors, so that no font can put a gap between two of them.
///
/// Box drawing (light and heavy lines), block elements, braille patterns, and the shapes of ``GlyphSet``.
struct SVGShapes {
    /// The size of a cell.
    let width: Double
    let height: Double
    /// Data of filled paths and of dotted ones, by colour, in the order of first use.
    private(set) var fills: [(color: String, data: String)] = []
    private(set) var dots: [(color: String, data: String)] = []

    init(width: Double, height: Double) {
        self.width = width
        self.height = height
    }

    /// Adds the character at the cell's left upper corner.
    ///
    /// - Returns: false if the character is to be drawn as text.
    mutating func add(_ character: Character, x: Double, y: Double, color: String) -> Bool {
        guard let scalar = character.unicodeScalars.first, scalar.value >= 0x2500,
            character.unicodeScalars.count == 1
        else { return false }
        if (0x2800...0x28FF).contains(scalar.value) {
            Self.append(
                braille(UInt8(truncatingIfNeeded: scalar.value), x: x, y: y), color: color,
                to: &dots)
            return true
        }
        guard let data = filled(scalar, x: x, y: y) else { return false }
        Self.append(data, color: color, to: &fills)
        return true
    }

    mutating func addRect(
        _ x: Double, _ y: Double, _ width: Double, _ height: Double, color: String
    ) {
        Self.append(SVG.rect(x, y, width, height), color: color, to: &fills)
    }

    private static func append(
        _ data: String, color: String, to list: inout [(color: String, data: String)]
    ) {
        if let index = list.firstIndex(where: { $0.color == color }) {
            list[index].data += data
        } else {
            list.append((color, data))
        }
    }

    private func filled(_ scalar: Unicode.Scalar, x: Double, y: Double) -> String? {
        if let arms = BoxArms.of(scalar) { return box(arms, x: x, y: y) }
        if let quadrants = Self.quadrants[scalar] {
            return (0..<4).filter { quadrants & (1 << $0) != 0 }.map {
                part(
                    x, y, left: Double($0 % 2) / 2, top: Double($0 / 2) / 2, width: 0.5,
                    height: 0.5)
            }.joined()
        }
        switch scalar.value {
        case 0x2580: return part(x, y, left: 0, top: 0, width: 1, height: 0.5)
        case 0x2581...0x2588:
            let share = Double(scalar.value - 0x2580) / 8
            return part(x, y, left: 0, top: 1 - share, width: 1, height: share)
        case 0x2589...0x258F:
            return part(
                x, y, left: 0, top: 0, width: Double(0x2590 - scalar.value) / 8, height: 1)
        case 0x2590: return part(x, y, left: 0.5, top: 0, width: 0.5, height: 1)
        case 0x2591...0x2593: return shade(Int(scalar.value - 0x2590), x: x, y: y)
        case 0x2506, 0x250A:
            return (0..<4).map {
                SVG.rect(
                    x + width / 2 - 0.5, y + (Double($0) + 0.25) * height / 4, 1, height / 8)
            }.joined()
        default: return shape(scalar, x: x, y: y)
        }
    }

    /// A rectangle in shares of the cell.
    private func part(
        _ x: Double, _ y: Double, left: Double, top: Double, width share: Double,
        height part: Double
    ) -> String {
        SVG.rect(x + left * width, y + top * height, share * width, part * height)
    }

    /// Upper left, upper right, lower left, lower right: bits 0 to 3.
    private static let quadrants: [Unicode.Scalar: Int] = [
        "▖": 4, "▗": 8, "▘": 1, "▙": 13, "▚": 9, "▛": 7, "▜": 11, "▝": 2, "▞": 6, "▟": 14,
    ]

    private func box(_ arms: BoxArms, x: Double, y: Double) -> String {
        let middle = (x: x + width / 2, y: y + height / 2)
        func thickness(_ weight: Int) -> Double { weight == 2 ? 3 : 1 }
        let half = thickness(max(arms.up, arms.down, arms.left, arms.right)) / 2
        var data = ""
        if arms.left > 0 {
            let line = thickness(arms.left)
            let end = arms.right == 0 && arms.up == 0 && arms.down == 0 ? 0 : half
            data += SVG.rect(x, middle.y - line / 2, width / 2 + end, line)
        }
        if arms.right > 0 {
            let line = thickness(arms.right)
            data += SVG.rect(middle.x, middle.y - line / 2, width / 2, line)
        }
        if arms.up > 0 {
            let line = thickness(arms.up)
            data += SVG.rect(middle.x - line / 2, y, line, height / 2)
        }
        if arms.down > 0 {
            let line = thickness(arms.down)
            data += SVG.rect(middle.x - line / 2, middle.y, line, height / 2)
        }
        return data
    }

    private func braille(_ pattern: UInt8, x: Double, y: Double) -> String {
        let places: [(column: Double, row: Double)] = [
            (0, 0), (0, 1), (0, 2), (1, 0), (1, 1), (1, 2), (0, 3), (1, 3),
        ]
        return places.enumerated().filter { pattern & (1 << $0.offset) != 0 }.map {
            let dot = (
                x: x + (0.25 + $0.element.column / 2) * width,
                y: y + (0.125 + $0.element.row / 4) * height
            )
            return "M\(SVG.number(dot.x)) \(SVG.number(dot.y))h.01"
        }.joined()
    }

    private func shade(_ level: Int, x: Double, y: Double) -> String {
        let side = [1.0, 1.5, 2.1][level - 1]
        let places = (0..<9).flatMap { row in (0..<3).map { (row, $0) } }
        return places.map { row, column in
            let shift = row % 2 == 0 ? 0.25 : 0.75
            return SVG.rect(
                x + (Double(column) + shift) * width / 3 - side / 2,
                y + (Double(row) + 0.5) * height / 9 - side / 2, side, side)
        }.joined()
    }

    /// Triangles, circles, squares, diamonds.
    private func shape(_ scalar: Unicode.Scalar, x: Double, y: Double) -> String? {
        let middle = (x: x + width / 2, y: y + height / 2)
        let reach = width * 0.44
        switch scalar {
        case "▲":
            return SVG.polygon([
                (middle.x, middle.y - reach), (middle.x + reach, middle.y + reach * 0.8),
                (middle.x - reach, middle.y + reach * 0.8),
            ])
        case "▼":
            return SVG.polygon([
                (middle.x, middle.y + reach), (middle.x + reach, middle.y - reach * 0.8),
                (middle.x - reach, middle.y - reach * 0.8),
            ])
        case "●": return SVG.circle(middle.x, middle.y, reach * 0.85)
        case "○":
            return SVG.circle(middle.x, middle.y, reach * 0.85)
                + SVG.circle(middle.x, middle.y, reach * 0.85 - 1.2, clockwise: false)
        case "■":
            return SVG.rect(
                middle.x - reach * 0.8, middle.y - reach * 0.8, reach * 1.6, reach * 1.6)
        case "◆": return SVG.diamond(middle.x, middle.y, reach * 1.1)
        case "◇":
            return SVG.diamond(middle.x, middle.y, reach * 1.1)
                + SVG.diamond(middle.x, middle.y, reach * 1.1 - 1.7, clockwise: false)
        default: return nil
        }
    }
}

/// The lines of a box-drawing character from its middle: 0 none, 1 light, 2 heavy.
struct BoxArms {
    let left: Int
    let right: Int
    let up: Int
    let down: Int

    /// nil for a character that is not made of such lines.
    static func of(_ scalar: Unicode.Scalar) -> BoxArms? {
        guard let arms = table[scalar] else { return nil }
        return BoxArms(
            left: arms / 1000, right: arms / 100 % 10, up: arms / 10 % 10, down: arms % 10)
    }

    /// Left, right, up and down as four decimal digits.
    private static let table: [Unicode.Scalar: Int] = [
        "─": 1100, "│": 0011, "┌": 0101, "┐": 1001, "└": 0110, "┘": 1010, "├": 0111, "┤": 1011,
        "┬": 1101, "┴": 1110, "┼": 1111, "╴": 1000, "╵": 0010, "╶": 0100, "╷": 0001,
        "━": 2200, "┃": 0022, "┏": 0202, "┓": 2002, "┗": 0220, "┛": 2020, "┣": 0222, "┫": 2022,
        "┳": 2202, "┻": 2220, "╋": 2222, "╸": 2000, "╹": 0020, "╺": 0200, "╻": 0002,
        "╼": 1200, "╽": 0012, "╾": 2100, "╿": 0021,
        "╭": 0101, "╮": 1001, "╰": 0110, "╯": 1010,
    ]
}

/// Pieces of SVG.
enum SVG {
    /// At most two decimals, without a zero at the end.
    static func number(_ value: Double) -> String {
        let hundredths = Int((value * 100).rounded())
        let sign = hundredths < 0 ? "-" : ""
        let (whole, part) = abs(hundredths).quotientAndRemainder(dividingBy: 100)
        if part == 0 { return "\(sign)\(whole)" }
        let digits = part % 10 == 0 ? "\(part / 10)" : (part < 10 ? "0\(part)" : "\(part)")
        return "\(sign)\(whole).\(digits)"
    }

    static func rect(_ x: Double, _ y: Double, _ width: Double, _ height: Double) -> String {
        "M\(number(x)) \(number(y))h\(number(width))v\(number(height))h\(number(-width))z"
    }

    static func polygon(_ points: [(Double, Double)]) -> String {
        "M" + points.map { "\(number($0.0)) \(number($0.1))" }.joined(separator: "L") + "z"
    }

    static func diamond(
        _ x: Double, _ y: Double, _ reach: Double, clockwise: Bool = true
    ) -> String {
        let side = clockwise ? reach : -reach
        return polygon([(x, y - reach), (x + side, y), (x, y + reach), (x - side, y)])
    }

    static func circle(
        _ x: Double, _ y: Double, _ radius: Double, clockwise: Bool = true
    ) -> String {
        let r = number(radius)
        let sweep = clockwise ? 1 : 0
        let arc = "a\(r) \(r) 0 1 \(sweep) "
        return "M\(number(x - radius)) \(number(y))\(arc)\(number(2 * radius)) 0"
            + "\(arc)\(number(-2 * radius)) 0z"
    }

    static func escape(_ text: String) -> String {
        var result = ""
        // By scalar: a mark on a "<" makes another character of it, but not for a parser.
        for scalar in text.unicodeScalars {
            switch scalar {
            case "&": result += "&amp;"
            case "<": result += "&lt;"
            case ">": result += "&gt;"
            case "\"": result += "&quot;"
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result
    }
}

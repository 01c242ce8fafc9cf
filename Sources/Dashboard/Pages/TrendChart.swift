import ClimateModel
import TextGrid

/// A municipality's trend as a chart: rank 1 on top, gaps as gaps, a line where a new method begins.
enum TrendChart {
    /// - Parameters:
    ///   - claimed: the places that news claim, by the index of their point; they carry the sign of such figures.
    ///   - stroke: how thick the line is, in columns; nil draws a fine one.
    /// - Returns: `height` rows of `width` columns.
    static func rows(
        _ trend: Trend, claimed: [Int: Int] = [:], total: Int, width: Int, height: Int,
        stroke: Int? = nil, glyphs: GlyphSet
    ) -> [String] {
        let breaks = trend.points.indices.filter { trend.points[$0].break?.comparable == false }
        let values = trend.points.map { $0.rank.map(Double.init) }
        let range = 1...Double(max(2, total))
        let rows =
            if let stroke {
                BlockChart.rows(
                    values: values, width: width, height: height, range: range, lowestOnTop: true,
                    breaks: breaks, stroke: stroke, glyphs: glyphs)
            } else {
                BrailleChart.rows(
                    values: values, width: width, height: height, range: range, lowestOnTop: true,
                    breaks: breaks, glyphs: glyphs)
            }
        let shown = marked(rows, trend, width: width, glyphs: glyphs)
        return told(claimed, in: shown, count: trend.points.count, range: range, glyphs: glyphs)
    }

    /// A sign where news claim a place, as no line may be drawn through what no list tells.
    private static func told(
        _ claimed: [Int: Int], in rows: [String], count: Int, range: ClosedRange<Double>,
        glyphs: GlyphSet
    ) -> [String] {
        guard !claimed.isEmpty, let mark = glyphs.claimed.first else { return rows }
        var cells = rows.map(Array.init)
        for (index, rank) in claimed {
            let row = BrailleChart.row(
                of: Double(rank), height: rows.count, range: range, lowestOnTop: true)
            guard cells.indices.contains(row) else { continue }
            let column = BrailleChart.column(of: index, count: count, width: cells[row].count)
            if cells[row].indices.contains(column) { cells[row][column] = mark }
        }
        return cells.map { String($0) }
    }

    /// Where the publisher compares across a break, the curve goes on and the mark stands behind it.
    private static func marked(
        _ rows: [String], _ trend: Trend, width: Int, glyphs: GlyphSet
    ) -> [String] {
        let columns = trend.points.indices
            .filter { $0 > 0 && trend.points[$0].break?.comparable == true }
            .map { index in
                let before = BrailleChart.column(
                    of: index - 1, count: trend.points.count, width: width)
                let at = BrailleChart.column(of: index, count: trend.points.count, width: width)
                return (before + at) / 2
            }
        guard !columns.isEmpty, let mark = glyphs.dashedVertical.first else { return rows }
        return rows.map { row in
            var characters = Array(row)
            for column in columns
            where characters.indices.contains(column) && isBlank(characters[column]) {
                characters[column] = mark
            }
            return String(characters)
        }
    }

    private static func isBlank(_ character: Character) -> Bool {
        character == " " || character == "\u{2800}"
    }

    /// Years under their points: the first, the last, and every one at the same step between for which there is room.
    static func axis(_ points: [TrendPoint], width: Int) -> String {
        var line = Array(repeating: Character(" "), count: width)
        let last = points.count - 1
        guard last >= 0, width >= labelRoom else { return String(line) }
        let step = max(1, (last * labelRoom + width - 1) / width)
        let shown = stride(from: last, through: 0, by: -step).reversed()
        for index in shown {
            let year = String(points[index].period.year)
            let column = BrailleChart.column(of: index, count: points.count, width: width)
            let start = min(max(0, column - year.count / 2), width - year.count)
            line.replaceSubrange(start..<start + year.count, with: year)
        }
        return String(line)
    }

    /// A year and the blanks that keep it from the next one.
    private static let labelRoom = 7

    /// A row of a chart as a dotted line, so that a second trend is told apart without colour: of each braille cell the left
    /// half, if it has any; in ASCII an "o" for each piece.
    static func dotted(_ row: String, glyphs: GlyphSet) -> String {
        String(
            row.map { character in
                guard !isBlank(character),
                    ![glyphs.dashedVertical, glyphs.claimed].contains(String(character))
                else { return character }
                guard glyphs.isUnicode else { return "o" }
                guard let value = character.unicodeScalars.first?.value, value & 0x47 != 0,
                    braille.contains(value), let half = Unicode.Scalar(value & 0xFF47)
                else { return character }
                return Character(half)
            })
    }

    private static let braille: ClosedRange<UInt32> = 0x2800...0x28FF

    /// A piece of a row on which two charts share the cells.
    struct OverlayRun {
        var text: String
        /// Whether it belongs to the second chart alone.
        var isSecond: Bool
    }

    /// Two rows of charts of one size in one: the dots of both where both have some, in the first one's colour. No line
    /// hides the sign of a place that news claim.
    static func overlay(_ first: String, _ second: String, glyphs: GlyphSet) -> [OverlayRun] {
        var runs: [OverlayRun] = []
        let mark = glyphs.claimed.first
        for (one, two) in zip(first, second) {
            let isSecond = !isBlank(two) && one != mark && (isBlank(one) || two == mark)
            let character = isSecond ? two : merged(one, two)
            if runs.last?.isSecond == isSecond {
                runs[runs.count - 1].text.append(character)
            } else {
                runs.append(OverlayRun(text: String(character), isSecond: isSecond))
            }
        }
        return runs
    }

    /// Braille patterns hold their dots as bits (Unicode, block U+2800).
    private static func merged(_ one: Character, _ two: Character) -> Character {
        guard let first = one.unicodeScalars.first?.value, braille.contains(first),
            let second = two.unicodeScalars.first?.value, braille.contains(second),
            let both = Unicode.Scalar(first | second)
        else { return one }
        return Character(both)
    }
}

import ClimateModel
import TextGrid

extension KioskPainter {
    /// Where we stand: the rank as large as there is room for, what it means, and how it got there.
    mutating func drawHome(_ standing: Standing) {
        drawHeading(standing.municipality.name)
        let rect = layout.scene
        guard let rank = rankDigits(standing.rank, in: rect) else {
            drawHomeInLines(standing, in: rect)
            return
        }
        drawRows(rank.rows, x: rect.x, y: rect.y, style(.kioskRank))
        let (figures, rest) = rect.split(top: rank.rows.count)
        let gap = max(3, 4 * rank.unit)
        drawFacts(standing, in: figures.split(left: rank.width + gap).rest, unit: rank.unit)
        drawTrend(standing, in: rest.split(top: max(1, rank.unit)).rest)
    }

    /// Figures in block letters, with how much they are enlarged; 0 are the smallest.
    private struct Figures {
        var rows: [String]
        var unit: Int
        var width: Int { rows.first.map { DisplayWidth.of($0) } ?? 0 }
    }

    /// The largest figures that leave room for the rest; nil where even the smallest don't.
    private func rankDigits(_ rank: Int, in rect: Rect) -> Figures? {
        stride(from: layout.unit, through: 0, by: -1).lazy
            .map { Figures(rows: digits(String(rank), unit: $0), unit: $0) }
            .first { figures in
                let below = figures.unit > 0 ? 4 : 0
                return figures.rows.count + below <= rect.height && figures.width * 2 <= rect.width
            }
    }

    private func digits(_ text: String, unit: Int) -> [String] {
        unit == 0
            ? BlockDigits.rows(text, glyphs: glyphs)
            : Enlarged.rows(BlockDigits.rows(text, size: .large, glyphs: glyphs), by: unit)
    }

    // MARK: Facts

    /// The change and out of how many at the top, of which ranking and year at the bottom.
    private mutating func drawFacts(_ standing: Standing, in rect: Rect, unit: Int) {
        let y =
            unit > 0
            ? drawLargeFacts(standing, in: rect, unit: unit) : drawSmallFacts(standing, in: rect)
        let lines = credits(of: standing, count: rect.maxY - y, width: rect.width)
        let top = rect.maxY - lines.count
        for (index, line) in lines.enumerated() {
            drawLine(line, x: rect.x, y: top + index, in: rect, style(index == 0 ? .text : .dim))
        }
    }

    /// - Returns: the row below them.
    private mutating func drawLargeFacts(_ standing: Standing, in rect: Rect, unit: Int) -> Int {
        var y = rect.y
        let change = style(changeRole(standing.change))
        let hasMoved = (standing.change ?? 0) != 0
        if hasMoved, let places = standing.change {
            let rows = digits(formats.changeFigure(places), unit: unit / 2)
            drawRows(rows, x: rect.x, y: y, change)
            y += rows.count + 1
        }
        let outOf = formats.outOf(standing.total)
        let room = rect.maxY - y - 3
        if let letters = KioskText(large: outOf, width: rect.width, height: room, layout: layout) {
            y = draw(letters, x: rect.x, y: y, in: rect, style(.strong)) + 1
        } else {
            drawLine(outOf, x: rect.x, y: y, in: rect, style(.strong))
            y += 1
        }
        if !hasMoved {
            drawLine(changeText(standing), x: rect.x, y: y, in: rect, change)
            y += 1
        }
        return y
    }

    /// - Returns: the row below them.
    private mutating func drawSmallFacts(_ standing: Standing, in rect: Rect) -> Int {
        let change = changeText(standing)
        drawLine(
            change, x: rect.x, y: rect.y, in: rect, style(changeRole(standing.change)))
        drawLine(
            formats.outOf(standing.total), x: rect.x + DisplayWidth.of(change) + 2, y: rect.y,
            in: rect, style(.strong))
        return rect.y + 1
    }

    /// The ranking and its year, who published the figure, and what news claim of a later year or how long it went on in one
    /// direction, in at most `count` lines.
    private func credits(of standing: Standing, count: Int, width: Int) -> [String] {
        let width = min(width, KioskLayout.measure)
        let year = " \(standing.period)"
        let title = TextLayout.truncate(
            glyphs.text(standing.indicator.title.text(in: language)),
            to: width - DisplayWidth.of(year), ellipsis: glyphs.ellipsis)
        let publisher = standing.publisher
        if let claim = state.content.claim {
            let told = glyphs.text(Phrases.claimed(claim, formats))
            // Last, as a publisher below it would read as the claim's.
            let lines = count > 2 ? [title + year, publisher, told] : [title + year, told]
            return Array(lines.prefix(max(0, count)))
        }
        let streak = Phrases.streak(standing.streak, formats)
        guard count > 2, let streak else {
            let both = [publisher, streak].compactMap(\.self)
                .joined(separator: " \(glyphs.separator) ")
            let fits = DisplayWidth.of(both) <= width
            return Array([title + year, fits ? both : publisher].prefix(max(0, count)))
        }
        return [title + year, streak, publisher]
    }

    /// The change in words or signs.
    private func changeText(_ standing: Standing) -> String {
        if standing.change == 0 { return Phrases.unchanged(language) }
        return standing.changeText(formats) ?? Phrases.changeUnknown(language)
    }

    /// Where there is no room for figures.
    private mutating func drawHomeInLines(_ standing: Standing, in rect: Rect) {
        let rank = String(standing.rank)
        drawLine(rank, x: rect.x, y: rect.y, in: rect, style(.kioskRank))
        var x = rect.x + DisplayWidth.of(rank) + 1
        let change = changeText(standing)
        drawLine(change, x: x, y: rect.y, in: rect, style(changeRole(standing.change)))
        x += DisplayWidth.of(change) + 1
        drawLine(formats.outOf(standing.total), x: x, y: rect.y, in: rect, style(.text))
        for (index, line) in credits(of: standing, count: 2, width: rect.width).enumerated() {
            drawLine(line, x: rect.x, y: rect.y + 1 + index, in: rect, style(.dim))
        }
    }

    // MARK: Trend

    /// Rank 1 on top, from the first known year to the last.
    private mutating func drawTrend(_ standing: Standing, in rect: Rect) {
        let trend = standing.trend.known
        let labels = ["1", formats.whole(standing.total)]
        let labelWidth = labels.map { DisplayWidth.of($0) }.max() ?? 0
        let (margin, plot) = rect.split(left: labelWidth + 2)
        let (chart, years) = plot.split(bottom: 1)
        guard chart.height >= 2, chart.width >= 12, trend.points.count > 1 else { return }
        let rows = TrendChart.rows(
            trend, total: standing.total, width: chart.width, height: chart.height,
            stroke: max(1, layout.unit), glyphs: glyphs)
        for y in chart.y..<chart.maxY {
            let isEdge = y == chart.y || y == chart.maxY - 1
            write(
                isEdge ? glyphs.teeLeft : glyphs.vertical, x: margin.maxX - 1, y: y,
                style(.chartGrid))
        }
        write(
            labels[0], endingAt: margin.maxX - 2, y: chart.y, width: labelWidth, style(.chartLabel))
        write(
            labels[1], endingAt: margin.maxX - 2, y: chart.maxY - 1, width: labelWidth,
            style(.chartLabel))
        drawRows(rows, x: chart.x, y: chart.y, style(.chartLine))
        write(
            TrendChart.axis(trend.points, width: years.width), x: years.x, y: years.y,
            style(.chartLabel))
    }
}

extension Trend {
    /// From the first known point to the last.
    fileprivate var known: Trend {
        guard let first = points.firstIndex(where: { $0.rank != nil }),
            let last = points.lastIndex(where: { $0.rank != nil })
        else { return Trend(points: []) }
        return Trend(points: Array(points[first...last]))
    }
}

extension Formats {
    /// A change in signs that block figures have in every glyph set.
    func changeFigure(_ places: Int) -> String {
        (places > 0 ? "▲" : "▼") + String(places.magnitude)
    }
}

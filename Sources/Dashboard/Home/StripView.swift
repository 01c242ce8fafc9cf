import ClimateModel
import TextGrid

extension Painter {
    /// Where we stand: the rank in large digits, which way it goes, the trend, and the places among those that compare.
    mutating func drawStrip(in rect: Rect) {
        guard let chosen = state.chosen else {
            write(
                Phrases.chooseYours(keyText(.chooseMunicipality))(language), x: rect.x + 3,
                y: rect.y + 1, width: rect.width - 6, style(.text))
            return
        }
        guard let standing = state.standing(of: chosen) else {
            drawNoStanding(of: chosen, in: rect)
            return
        }
        let inner = rect.inset(dx: 3)
        let digits = BlockDigits.rows(String(standing.rank), size: .small, glyphs: glyphs)
        for (row, text) in digits.enumerated().prefix(rect.height) {
            write(text, x: inner.x, y: inner.y + row, style(.standingRank))
        }
        var rest = inner
        let digitsWidth = digits.map { DisplayWidth.of($0) }.max() ?? 0
        (_, rest) = rest.split(left: digitsWidth + 2)
        let (change, afterChange) = rest.split(left: 9)
        drawChange(standing, in: change)
        let (middle, places) = afterChange.split(right: min(30, rect.width / 4))
        drawPlaces(standing, in: places)
        let (facts, chart) = middle.split(right: min(40, middle.width * 42 / 100))
        drawFacts(standing, in: facts.split(right: 2).rest)
        drawTrendChart(of: standing, in: chart.split(right: 3).rest)
    }

    private mutating func drawNoStanding(of code: MunicipalityCode, in rect: Rect) {
        let name = state.content.gazetteer[code]?.name ?? code.rawValue
        if let claim = state.newerClaim(of: code) {
            let told = [name, Phrases.claimed(claim, formats)].joined(separator: " ")
            write(told, x: rect.x + 3, y: rect.y, width: rect.width - 6, style(.strong))
            write(
                formats.quoted(claim.record.content.quote), x: rect.x + 3, y: rect.y + 1,
                width: rect.width - 6, style(.quote))
            write(
                claim.record.provenance.publisher, x: rect.x + 3, y: rect.y + 2,
                width: rect.width - 6, style(.dim))
            return
        }
        let title = state.content.table?.indicator.title.text(in: language)
        let text = title.map { Phrases.noRankKnown(name, in: $0) } ?? Phrases.noRankings
        write(
            text(language), x: rect.x + 3, y: rect.y + 1,
            width: rect.width - 6, style(.text))
    }

    private func changeText(_ standing: Standing) -> String {
        standing.changeText(formats) ?? formats.change(nil)
    }

    private mutating func drawChange(_ standing: Standing, in rect: Rect) {
        write(
            changeText(standing), x: rect.x, y: rect.y,
            style(changeRole(standing.change ?? standing.claimedChange)).with(.bold))
        write(formats.outOf(standing.total), x: rect.x, y: rect.y + 1, style(.dim))
        write(String(standing.period.year), x: rect.x, y: rect.y + 2, style(.dim))
    }

    private mutating func drawFacts(_ standing: Standing, in rect: Rect) {
        write(
            standing.indicator.title.text(in: language), x: rect.x, y: rect.y, width: rect.width,
            style(.strong))
        let streak = Phrases.streak(standing.streak, formats)
        let origin = [standing.publisher, streak].compactMap(\.self)
        let agenda = agenda(rect.width)
        // The agenda has the last lines; where one is short, the streak says more than the publisher.
        let room = max(1, rect.height - 1 - agenda.count)
        let joined = origin.joined(separator: " \(glyphs.separator) ")
        // Last, as a publisher below it would read as the claim's.
        let claimed = state.newerClaim(of: standing.municipality.code).map {
            Phrases.claimed($0, formats)
        }
        let left = claimed == nil ? room : room - 1
        let facts = DisplayWidth.of(joined) <= rect.width ? [joined] : origin
        let above = facts.suffix(left) + [claimed].compactMap(\.self)
        for (row, text) in above.enumerated() {
            write(text, x: rect.x, y: rect.y + 1 + row, width: rect.width, style(.dim))
        }
        for (row, spans) in agenda.enumerated() {
            write(spans, x: rect.x, y: rect.maxY - agenda.count + row, width: rect.width)
        }
    }

    /// What comes next and what is unread, in a line where both fit and else in one each.
    private func agenda(_ width: Int) -> [[Span]] {
        var unread: [Span] = []
        if let count = state.content.profile?.newsCount.unread, count > 0 {
            unread = [Span(Phrases.unread(count, formats), style: style(.newsUnread))]
        }
        guard let (_, milestone) = state.nextMilestone else {
            return unread.isEmpty ? [] : [unread]
        }
        let when = milestone.date.map { " " + formats.relative($0, today: state.today) } ?? ""
        let title = Span(milestone.title.text(in: language), style: style(.text))
        let head = [Span(Phrases.next(language) + " ", style: style(.dim))]
        let tail = [Span(when, style: style(.text))]
        let separator = Span(" \(glyphs.separator) ", style: style(.dim))
        let both = head + [title] + tail + (unread.isEmpty ? [] : [separator] + unread)
        if StyledLine(both).width <= width { return [both] }
        let next = fitted(head, title, tail, width: width)
        return unread.isEmpty ? [next] : [next, unread]
    }

    private mutating func drawPlaces(_ standing: Standing, in rect: Rect) {
        let rows = standing.places.prefix(rect.height)
        for (row, entry) in rows.enumerated() {
            let place = Phrases.place(entry.place, formats)
            let x = write(
                place, endingAt: rect.maxX, y: rect.y + row, width: rect.width, style(.text))
            write(
                entry.circle.label(language), x: rect.x, y: rect.y + row,
                width: max(0, x - rect.x - 1), style(.dim))
        }
    }

    /// Rank 1 on top; a gap is a gap; a new method is a dashed line.
    mutating func drawTrendChart(of standing: Standing, in rect: Rect) {
        let (trend, total) = (standing.trend, standing.total)
        let labelWidth = 4
        guard rect.width > labelWidth + 4, rect.height > 0 else { return }
        let (labels, plot) = rect.split(left: labelWidth + 1)
        let (chart, axis) = plot.split(bottom: plot.height > 3 ? 1 : 0)
        if !axis.isEmpty {
            write(
                TrendChart.axis(trend.points, width: axis.width), x: axis.x, y: axis.y,
                style(.chartLabel))
        }
        let rows = TrendChart.rows(
            trend, claimed: standing.claimedPlaces, total: total, width: chart.width,
            height: chart.height, glyphs: glyphs)
        for (row, text) in rows.enumerated() {
            let isEdge = row == 0 || row == rows.count - 1
            let label = row == 0 ? "1" : (row == rows.count - 1 ? formats.whole(total) : "")
            write(
                label, endingAt: labels.maxX - 1, y: rect.y + row, width: labelWidth,
                style(.chartLabel))
            write(
                isEdge ? glyphs.teeLeft : glyphs.vertical, x: labels.maxX - 1, y: rect.y + row,
                style(.chartGrid))
            write(text, x: chart.x, y: rect.y + row, style(.chartLine))
        }
    }

    /// Rank and change in one line, where there is no room for the strip; with what news claim of a later year, which comes
    /// before all else but the rank.
    func shortStanding(of code: MunicipalityCode, width: Int) -> [Span] {
        let gap = Span("   ", style: style(.bar, on: .bar))
        let claim = state.newerClaim(of: code).map {
            Span(Phrases.claimedBriefly($0, formats), style: style(.bar, on: .bar))
        }
        guard let standing = state.standing(of: code) else { return claim.map { [$0] } ?? [] }
        let rank = [Span(String(standing.rank), style: style(.accent, on: .bar))]
        let change = [
            Span(" ", style: style(.bar, on: .bar)),
            Span(
                changeText(standing),
                style: style(
                    changeRole(standing.change ?? standing.claimedChange), on: .bar)),
        ]
        let scale = [
            Span(
                " " + formats.outOf(standing.total) + " \(glyphs.separator) \(standing.period)",
                style: style(.bar, on: .bar))
        ]
        let trend = [
            gap, Span(sparkline(standing.trend, width: 8), style: style(.chartSpark, on: .bar)),
        ]
        guard let claim else { return rank + change + scale + trend }
        let told = [gap, claim]
        let beside = [" \(glyphs.separator) ", " "].map { text in
            rank + [Span(text, style: style(.bar, on: .bar)), claim]
        }
        let lines =
            [
                rank + change + scale + told + trend, rank + change + scale + told,
                rank + change + told,
            ] + beside
        return lines.first { StyledLine($0).width <= width } ?? rank + change + scale
    }
}

extension Standing.Circle {
    func label(_ language: Language) -> String {
        switch self {
        case .peers: Phrases.peersLabel(language)
        case .group: Phrases.groupLabel(language)
        case .county(let county): county.shortName
        case .followed: Phrases.followedLabel(language)
        }
    }
}

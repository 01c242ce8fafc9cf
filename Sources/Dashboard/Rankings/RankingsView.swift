import ClimateModel
import TextGrid

extension Painter {
    fileprivate enum Column: Hashable, Sendable {
        case rank, change, name, county, group, value, population, trend
    }

    /// The table of the rankings pane; its columns come and go with the width.
    mutating func drawRankings(in rect: Rect, _ layout: HomeLayout) {
        let columns = rankingColumns(width: rect.width - 4)
        var body = rect
        if layout.mode != .list {
            let (heading, rest) = rect.split(top: 1)
            drawHeadings(columns, in: heading)
            body = rest
        }
        let claimLines = state.claimLines(rows: body.height)
        if claimLines > 0 {
            let (rest, bottom) = body.split(bottom: claimLines)
            if let claim = state.rankings.selected?.claim {
                drawClaim(claim, in: bottom)
            } else if let claim = state.laterClaim {
                drawLaterClaim(claim, in: bottom)
            }
            body = rest
        }
        let list = state.rankings.list
        for (line, index) in list.visible(height: body.height).enumerated() {
            drawRow(
                state.rankings.rows[index], isSelected: index == list.selection,
                in: Rect(x: body.x, y: body.y + line, width: body.width, height: 1), columns)
        }
        drawScrollbar(of: list, in: body)
    }

    private func rankingColumns(width: Int) -> [ColumnLayout.Placement<Column>] {
        let periods = trendPeriods.map { $0.upperBound.year - $0.lowerBound.year + 1 }
        let hasValues = state.content.table?.indicator.kind == .value
        // Wide enough for nearly every name, but in the narrowest windows what there is beside the rank.
        // What news claim beside it may cost the county, but not the change and the trend.
        let told = toldNameWidth
        let leastName = max(min(12, max(4, width - 7)), told <= width - 24 ? told : 0)
        var columns: [ColumnLayout.Column<Column>] = [
            .init(id: .rank, minimum: 5, priority: 10, alignment: .trailing),
            .init(id: .change, minimum: 4, ideal: 5, priority: 8, alignment: .leading),
            .init(
                id: .name, minimum: leastName, ideal: 15, maximum: max(28, leastName), priority: 9,
                isFlexible: true
            ),
            .init(id: .county, minimum: 9, ideal: 15, maximum: 16, priority: 6),
            .init(id: .group, minimum: 32, ideal: 40, maximum: 42, priority: 2, isFlexible: true),
            .init(id: .population, minimum: 9, priority: 1, alignment: .trailing),
            .init(
                id: .trend, minimum: 9, ideal: max(9, min(11, periods ?? 11)), maximum: 24,
                priority: 7, isFlexible: true),
        ]
        if hasValues {
            columns.insert(
                .init(id: .value, minimum: 7, priority: 7, alignment: .trailing), at: 2)
        }
        return ColumnLayout.solve(columns, width: max(1, width), gap: 2)
    }

    /// What a click on the heading at column `x` of a pane that fills `rect` sorts by.
    func sortColumn(atX x: Int, in rect: Rect) -> RankingsPane.Sort.Column? {
        rankingColumns(width: rect.width - 4).first { column in
            let start = rect.x + 2 + column.x
            return (start..<(start + column.width)).contains(x)
        }?.id.sort
    }

    private mutating func drawHeadings(
        _ columns: [ColumnLayout.Placement<Column>], in rect: Rect
    ) {
        for column in columns {
            let isSorted = state.rankings.sort.column == column.id.sort
            write(
                heading(of: column.id), x: rect.x + 2 + column.x, y: rect.y, width: column.width,
                isSorted ? style(.listHeader).with(.underline) : style(.listHeader),
                alignment: column.alignment)
        }
    }

    private func heading(of column: Column) -> String {
        switch column {
        case .rank: Phrases.rankHeading(language)
        case .change: glyphs.up + glyphs.down
        case .name: Phrases.municipalityHeading(language)
        case .county: Phrases.countyHeading(language)
        case .group: Phrases.groupHeading(language)
        case .population: Phrases.populationHeading(language)
        case .value: Phrases.valueHeading(language)
        case .trend: trendHeading
        }
    }

    private var trendHeading: String {
        trendPeriods.map { formats.range($0.lowerBound, $0.upperBound) } ?? ""
    }

    /// Those with figures, as far as the one that is shown, which may be known from news alone.
    private var trendPeriods: ClosedRange<Period>? {
        guard let first = state.content.table?.periods.first,
            let last = state.content.table?.periods.last
        else { return nil }
        return first...max(last, state.rankings.period ?? last)
    }

    private mutating func drawRow(
        _ row: RankingRow, isSelected: Bool, in rect: Rect,
        _ columns: [ColumnLayout.Placement<Column>]
    ) {
        let isChosen = row.municipality.code == state.chosen
        let surface = surface(isSelected: isSelected, in: .rankings)
        if isSelected { frame.fill(rect, with: state.theme.fill(surface)) }
        if isChosen || isSelected { drawMarker(in: rect, on: surface) }
        for column in columns {
            let (text, cellStyle) = cell(column.id, row, width: column.width, surface)
            write(
                text, x: rect.x + 2 + column.x, y: rect.y, width: column.width, cellStyle,
                alignment: column.alignment)
            if column.id == .rank, let mark = rankMark(row) {
                // In the gap between the columns, so that figures stay under each other.
                write(
                    mark, x: rect.x + 2 + column.x + column.width, y: rect.y, width: 1,
                    style(.statusAmber, on: surface))
            }
        }
    }

    /// Tells a place that news claim, and one for which they claim another.
    private func rankMark(_ row: RankingRow) -> String? {
        guard let claim = row.claim else { return nil }
        if claim.relation == .differs { return glyphs.differs }
        return row.rank == nil && claim.filledRank != nil ? glyphs.claimed : nil
    }

    private func cell(
        _ column: Column, _ row: RankingRow, width: Int, _ surface: Surface
    ) -> (String, Style) {
        let isChosen = row.municipality.code == state.chosen
        let text: Role = isChosen ? .rankingsChosen : row.isPinned ? .rankingsPeer : .rankings
        let known = style(row.shownRank == nil && !isChosen ? .dim : text, on: surface)
        let dim = style(.dim, on: surface)
        switch column {
        case .rank: return (formats.whole(row.shownRank), known)
        case .change: return (changeText(row), style(changeRole(row.shownChange), on: surface))
        case .name: return (nameText(row, width: width), known)
        case .county: return (row.municipality.county.shortName, dim)
        case .group: return (row.municipality.group.name.text(in: language), dim)
        case .population: return (formats.whole(row.municipality.population?.count), dim)
        case .value: return (valueText(row), known)
        case .trend:
            return (sparkline(row.trend, width: width), style(.chartSpark, on: surface))
        }
    }

    /// A change from news alone carries their sign where the place itself does not.
    private func changeText(_ row: RankingRow) -> String {
        guard row.shownRank != nil || row.shownChange != nil else { return "" }
        let isClaimed = row.change == nil && row.shownChange != nil && row.claim?.filledRank == nil
        return formats.change(row.shownChange) + (isClaimed ? glyphs.claimed : "")
    }

    /// Pinned rows carry a mark, as they stand out of order; a place that news claim to be another has theirs behind it,
    /// where there is room for all of it.
    private func nameText(_ row: RankingRow, width: Int) -> String {
        let name =
            row.isPinned && row.municipality.code != state.chosen
            ? "\(glyphs.bullet) \(row.municipality.name)" : row.municipality.name
        guard let claim = row.claim, claim.relation == .differs else { return name }
        let told = claim.rank.map { formats.whole($0) } ?? formats.change(claim.change)
        let both = "\(name) \(glyphs.differs) \(told)\(glyphs.claimed)"
        return DisplayWidth.of(both) <= width ? both : name
    }

    /// So wide are the names of the list with what news claim of them; 0 where they claim no other places.
    ///
    /// - Complexity: O(*n*) in the number of rows.
    private var toldNameWidth: Int {
        state.rankings.rows.lazy.filter { $0.claim?.relation == .differs }
            .map { DisplayWidth.of(nameText($0, width: .max)) }.max() ?? 0
    }

    private func valueText(_ row: RankingRow) -> String {
        guard let observation = row.observation else { return formats.missing }
        switch observation.status {
        case .reported:
            return formats.decimal(
                observation.value, decimals: state.content.table?.indicator.decimals ?? 1)
        case .notReported: return formats.missing
        case .notApplicable: return Phrases.notApplicable(language)
        case .secret: return Phrases.secret(language)
        }
    }

    /// The trend on a scale of its own, as a row of a list is too low for the scale of all; but no less than
    /// `sparklineSpan` places high, so that a small change looks small.
    func sparkline(_ trend: Trend, width: Int) -> String {
        let ranks = trend.points.compactMap(\.rank)
        guard let best = ranks.min(), let worst = ranks.max() else {
            return String(repeating: " ", count: width)
        }
        let missing = max(0, Self.sparklineSpan - (worst - best))
        let top = max(1, best - missing / 2)
        return Sparkline.text(
            trend.points.map { $0.rank.map(Double.init) }, width: width,
            range: Double(top)...Double(max(worst, top + Self.sparklineSpan)), lowestOnTop: true,
            glyphs: glyphs)
    }

    private static var sparklineSpan: Int { 60 }
}

extension Painter.Column {
    fileprivate var sort: RankingsPane.Sort.Column? {
        switch self {
        case .rank: .rank
        case .change: .change
        case .name: .name
        case .county: .county
        case .group: .group
        case .value: .value
        case .population, .trend: nil
        }
    }
}

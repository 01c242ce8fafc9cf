import ClimateModel
import TextGrid

/// Two municipalities side by side: their trends on one scale, and year by year who stands better and by how much.
struct ComparisonContent {
    private var builder: PageBuilder
    private var context: PageContext { builder.context }
    private var language: Language { context.language }
    private var formats: Formats { context.formats }

    var content: PageContent { builder.content }

    /// Nil where either is unknown or there are no figures.
    init?(
        _ first: MunicipalityCode, _ second: MunicipalityCode, context: PageContext, width: Int
    ) {
        guard let mine = context.municipality(first), let other = context.municipality(second),
            let table = context.state.content.table
        else { return nil }
        builder = PageBuilder(
            context, width: width,
            trail: [Phrases.comparison(context.language), mine.name, other.name], measure: 100)
        builder.line(
            Phrases.versus(mine.name, other.name)(context.language), .strong)
        builder.line(
            [table.indicator.title.text(in: context.language), table.indicator.publisher]
                .joined(separator: " \(context.glyphs.separator) "), .dim)
        let courses = Self.courses([mine.code, other.code], table, context.state.content.claims)
        addChart(mine, other, courses)
        addYears(mine, other, courses)
        addFacts(mine, other)
    }

    /// A trend, and the places that news claim in its gaps, by the index of their point.
    private struct Course {
        var trend: Trend
        var claimed: [Int: Int]

        /// The place at that point, whoever tells it.
        func rank(at index: Int) -> Int? { trend.points[index].rank ?? claimed[index] }
    }

    /// Of the same years all of them, as far as news claim a place of any.
    private static func courses(
        _ codes: [MunicipalityCode], _ table: ObservationTable, _ claims: ClaimTable
    ) -> [Course] {
        let latest = codes.compactMap {
            claims.newerNote(of: $0, beside: table)?.record.content.year
        }.max()
        return codes.map { code in
            let trend = table.trend(of: code, through: latest.map { Period(year: $0) })
            let notes = claims.notes(of: code, in: trend, beside: table)
            return Course(trend: trend, claimed: notes.compactMapValues(\.filledRank))
        }
    }

    /// Both trends on one scale, one drawn through and the other dotted.
    private mutating func addChart(
        _ mine: Municipality, _ other: Municipality, _ courses: [Course]
    ) {
        builder.gap()
        let width = min(builder.width - 6, 72)
        guard width > 12 else { return }
        let total = context.state.content.gazetteer.all.count
        var charts = courses.map {
            TrendChart.rows(
                $0.trend, claimed: $0.claimed, total: total, width: width, height: 8,
                glyphs: context.glyphs)
        }
        charts[1] = charts[1].map { TrendChart.dotted($0, glyphs: context.glyphs) }
        let sample = context.glyphs.isUnicode ? "\u{2812}\u{2812}\u{2812}" : "---"
        builder.line([
            builder.span("     " + sample + " ", .chartLine), builder.span(mine.name + "   "),
            builder.span(TrendChart.dotted(sample, glyphs: context.glyphs) + " ", .chartOther),
            builder.span(other.name),
        ])
        for (index, rows) in zip(charts[0], charts[1]).enumerated() {
            let label = index == 0 ? "1" : (index == charts[0].count - 1 ? String(total) : "")
            let axis =
                TextLayout.pad(label, to: 4, alignment: .trailing)
                + (label.isEmpty ? context.glyphs.vertical : context.glyphs.teeLeft)
            builder.line(
                [builder.span(axis, .chartLabel)]
                    + TrendChart.overlay(rows.0, rows.1, glyphs: context.glyphs).map { run in
                        builder.span(run.text, run.isSecond ? .chartOther : .chartLine)
                    })
        }
        builder.line("     " + TrendChart.axis(courses[0].trend.points, width: width), .chartLabel)
    }

    /// Places that news claim carry their sign, and no distance is told from them.
    private mutating func addYears(
        _ mine: Municipality, _ other: Municipality, _ courses: [Course]
    ) {
        builder.gap()
        let nameWidth = min(16, (builder.width - 20) / 2)
        // Figures stand under each other, with a sign or without.
        let mark = courses.contains { !$0.claimed.isEmpty } ? context.glyphs.claimed : ""
        let noMark = String(repeating: " ", count: DisplayWidth.of(mark))
        func cell(_ text: String) -> String {
            TextLayout.fit(
                context.glyphs.text(text), to: nameWidth, alignment: .trailing,
                ellipsis: context.glyphs.ellipsis)
        }
        func place(_ course: Course, _ index: Int) -> String {
            cell(formats.whole(course.rank(at: index)))
                + (course.claimed[index] == nil ? noMark : mark)
        }
        builder.line(
            TextLayout.pad(Phrases.year(language), to: 6) + cell(mine.name) + noMark + "  "
                + cell(other.name) + noMark + "  " + Phrases.difference(language), .listHeader)
        for index in (courses.first?.trend.points ?? []).indices.reversed() {
            guard courses.contains(where: { $0.rank(at: index) != nil }) else { continue }
            let points = courses.map { $0.trend.points[index] }
            // Ahead is a lower rank.
            let lead = points[0].rank.flatMap { first in points[1].rank.map { $0 - first } }
            builder.line([
                builder.span(TextLayout.pad(String(points[0].period.year), to: 6), .dim),
                builder.span(place(courses[0], index) + "  " + place(courses[1], index) + "  "),
                builder.span(leadText(lead), Painter(context.state).changeRole(lead)),
            ])
        }
    }

    private func leadText(_ lead: Int?) -> String {
        guard let lead else { return formats.missing }
        return Phrases.lead(lead, formats)
    }

    private mutating func addFacts(_ mine: Municipality, _ other: Municipality) {
        builder.gap()
        for municipality in [mine, other] {
            let population = municipality.population.map {
                Phrases.residents(formats.whole($0.count), formats.date($0.date))(language)
            }
            let facts = [
                municipality.county.name, municipality.group.name.text(in: language), population,
            ]
            builder.paragraph(
                [
                    builder.span(municipality.name + "  ", .strong),
                    builder.span(
                        facts.compactMap(\.self).joined(
                            separator: " \(context.glyphs.separator) "), .dim),
                ], rest: "  ")
        }
    }
}

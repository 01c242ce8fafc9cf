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
        addChart(mine, other, table)
        addYears(mine, other, table)
        addFacts(mine, other)
    }

    /// Both trends on one scale, one drawn through and the other dotted.
    private mutating func addChart(
        _ mine: Municipality, _ other: Municipality, _ table: ObservationTable
    ) {
        builder.gap()
        let width = min(builder.width - 6, 72)
        guard width > 12 else { return }
        let total = context.state.content.gazetteer.all.count
        let trends = [table.trend(of: mine.code), table.trend(of: other.code)]
        var charts = trends.map {
            TrendChart.rows($0, total: total, width: width, height: 8, glyphs: context.glyphs)
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
                    + TrendChart.overlay(rows.0, rows.1).map { run in
                        builder.span(run.text, run.isSecond ? .chartOther : .chartLine)
                    })
        }
        builder.line("     " + TrendChart.axis(trends[0].points, width: width), .chartLabel)
    }

    private mutating func addYears(
        _ mine: Municipality, _ other: Municipality, _ table: ObservationTable
    ) {
        builder.gap()
        let nameWidth = min(16, (builder.width - 20) / 2)
        func cell(_ text: String) -> String {
            TextLayout.fit(
                context.glyphs.text(text), to: nameWidth, alignment: .trailing,
                ellipsis: context.glyphs.ellipsis)
        }
        builder.line(
            TextLayout.pad(Phrases.year(language), to: 6) + cell(mine.name) + "  "
                + cell(other.name) + "  " + Phrases.difference(language), .listHeader)
        for period in table.periods.reversed() {
            let first = table.rank(of: mine.code, in: period)
            let second = table.rank(of: other.code, in: period)
            guard first != nil || second != nil else { continue }
            // Ahead is a lower rank.
            let lead = first.flatMap { first in second.map { $0 - first } }
            builder.line([
                builder.span(TextLayout.pad(String(period.year), to: 6), .dim),
                builder.span(
                    cell(formats.whole(first)) + "  " + cell(formats.whole(second)) + "  "),
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

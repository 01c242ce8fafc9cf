import ClimateModel
import Dashboard
import TextGrid

/// Made-up content in the true shapes: sixteen municipalities of two counties, a ranking of six years with ties, gaps and a
/// break, four projects, five news items.
enum Fixture {
    static let now = Timestamp(date(2021, 11, 20), hour: 8, minute: 41)

    static func date(_ year: Int, _ month: Int, _ day: Int) -> CalendarDate {
        CalendarDate(year: year, month: month, day: day) ?? CalendarDate(daysSinceEpoch: 0)
    }

    static func code(_ text: String) -> MunicipalityCode {
        guard let code = MunicipalityCode(rawValue: text) else {
            preconditionFailure("\(text) is no municipality code")
        }
        return code
    }

    static let source = Source(
        id: .init(rawValue: "table"), kind: .table, title: "Svenskt Näringsliv",
        address: "https://example.org/ranking.csv", terms: "Fri användning",
        lastSuccess: Timestamp(date(2021, 11, 20), hour: 8, minute: 12))
    static let feed = Source(
        id: .init(rawValue: "feed"), kind: .feed, title: "Kristinehamns kommun",
        address: "https://example.org/feed", lastSuccess: Timestamp(date(2021, 11, 19), hour: 7))

    static let names = [
        "1715 Kil", "1730 Eda", "1737 Torsby", "1760 Storfors", "1761 Hammarö", "1762 Munkfors",
        "1763 Forshaga", "1764 Grums", "1765 Årjäng", "1766 Sunne", "1780 Karlstad",
        "1781 Kristinehamn", "1782 Filipstad", "1783 Hagfors", "1883 Karlskoga", "1880 Örebro",
    ]

    static let municipalities: [Municipality] = names.map { entry in
        let code = code(String(entry.prefix(4)))
        let isInner = code.countyCode == "17"
        return Municipality(
            code: code, name: String(entry.dropFirst(5)),
            county: isInner
                ? County(code: "17", name: "Värmlands län")
                : County(code: "18", name: "Örebro län"),
            group: MunicipalityGroup(
                code: "B4",
                name: LocalizedText(
                    swedish: "Pendlingskommun nära större stad",
                    english: "Commuting municipality near a large town")),
            population: PartialDate("2021-12-31").map { Population(count: 24_093, date: $0) },
            peers: entry.hasPrefix("1781")
                ? [Fixture.code("1883"), Fixture.code("1764"), Fixture.code("1766")] : [])
    }

    static let indicator = Indicator(
        id: .init(rawValue: "foretagsklimat"),
        title: LocalizedText(swedish: "Lokalt företagsklimat", english: "Local business climate"),
        publisher: "Svenskt Näringsliv", direction: .lowerIsBetter, kind: .rank,
        breaks: [
            SeriesBreak(
                period: Period(year: 2020),
                note: LocalizedText(
                    swedish: "nya enkätfrågor", english: "new survey questions"),
                comparable: true)
        ], source: source.id)

    /// Rows by year from 2016 to 2021; 0 is not known. Two share rank 20 in 2021.
    static let ranks: [String: [Int]] = [
        "1764": [59, 48, 44, 39, 20, 23], "1762": [70, 61, 53, 51, 24, 26],
        "1781": [0, 0, 230, 210, 181, 150], "1883": [0, 0, 0, 227, 0, 63],
        "1780": [101, 95, 88, 97, 112, 120], "1766": [12, 14, 15, 18, 21, 20],
        "1761": [30, 28, 31, 25, 22, 20], "1880": [140, 141, 139, 150, 160, 171],
    ]

    static var observations: [Observation] {
        ranks.sorted { $0.key < $1.key }.flatMap { entry in
            entry.value.enumerated().filter { $0.element > 0 }.map { index, rank in
                Observation(
                    municipality: code(entry.key), period: Period(year: 2016 + index),
                    value: Double(rank), responses: 212, responseRate: 0.54,
                    provenance: Provenance(
                        source: source.id, publisher: "Svenskt Näringsliv",
                        fetched: source.lastSuccess))
            }
        }
    }

    static let content = ContentBatch(
        sources: [source, feed], municipalities: municipalities, indicators: [indicator],
        observations: [.init(indicator: indicator.id, observations: observations)],
        projects: projects, awards: awards, news: news)

    static func text(_ swedish: String, _ english: String) -> LocalizedText {
        LocalizedText(swedish: swedish, english: english)
    }

    static let provenance = Provenance(
        source: feed.id, publisher: "Kristinehamns kommun", fetched: feed.lastSuccess)

    static let awards = [
        Award(
            id: .init(rawValue: "kvalitet-2021"),
            title: text("Årets kommun 2021", "Municipality of the year 2021"),
            period: Period(year: 2021), winner: code("1883"),
            nominees: [
                .init(
                    municipality: code("1781"), strength: text("Tydlig plan", "A clear plan"),
                    improvement: text("Uppföljning", "Follow-up"))
            ], provenance: provenance)
    ]
}

import ClimateModel
import Dashboard
import TextGrid

/// Made-up content in the true shapes: 290 municipalities, a ranking with ties, gaps and a break, an index with all the ways
/// of missing, projects of every phase, news of every kind.
enum Fixture {
    static let now = Timestamp(date(2021, 11, 20), hour: 8, minute: 41)

    static let content = ContentBatch(
        sources: [source, feed, broken], municipalities: municipalities,
        indicators: [indicator, index],
        observations: [
            .init(indicator: indicator.id, observations: observations),
            .init(indicator: index.id, observations: indexValues),
        ], projects: projects, awards: awards, news: news)

    static func date(_ year: Int, _ month: Int, _ day: Int) -> CalendarDate {
        CalendarDate(year: year, month: month, day: day) ?? CalendarDate(daysSinceEpoch: 0)
    }

    static func code(_ text: String) -> MunicipalityCode {
        guard let code = MunicipalityCode(rawValue: text) else {
            preconditionFailure("\(text) is no municipality code")
        }
        return code
    }

    static func text(_ swedish: String, _ english: String) -> LocalizedText {
        LocalizedText(swedish: swedish, english: english)
    }

    static let source = Source(
        id: .init(rawValue: "table"), kind: .table, title: "Svenskt Näringsliv",
        address: "https://example.org/ranking.csv", terms: "Fri användning",
        lastSuccess: Timestamp(date(2021, 11, 20), hour: 8, minute: 12))
    static let feed = Source(
        id: .init(rawValue: "feed"), kind: .feed, title: "Kristinehamns kommun",
        address: "https://example.org/feed", lastSuccess: Timestamp(date(2021, 11, 19), hour: 7))
    static let broken = Source(
        id: .init(rawValue: "broken"), kind: .feed, title: "Årjängs kommun",
        address: "https://example.org/arjang", lastSuccess: Timestamp(date(2021, 10, 2), hour: 7),
        lastError: "servern svarade inte inom 20 s")

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

import ClimateModel

/// News that claim places: one that the list lacks, one that it has otherwise; with dates ahead, and one through two sources.
extension Fixture {
    static let claiming: [NewsItem] = [letter, edaLetter]

    private static let letter = NewsItem(
        identity: "claiming-letter", kind: .newsletter,
        title: text("Nyhetsbrev till näringslivet", "Newsletter to our businesses"),
        body: LocalizedBody(
            swedish: StructuredText([
                .paragraph([.text("Kristinehamn klättrar 29 placeringar, till plats 152.")]),
                .paragraph([
                    .text("Översyn av samhällsbyggnad: utbildningen startar i december 2021.")
                ]),
            ])), link: "https://example.org/brev",
        published: .date(PartialDate(date(2021, 10, 15))), municipalities: [code("1781")],
        provenance: provenance,
        claims: [
            claim(
                "1781", 2021, rank: 152, change: 29,
                "Kristinehamn klättrar 29 placeringar, till plats 152.")
        ],
        agenda: [
            AgendaEntry(
                date: month(2021, 12), end: month(2022, 2),
                quote: "Översyn av samhällsbyggnad: utbildningen startar i december 2021.",
                municipality: code("1781"))
        ],
        alsoFrom: [
            .init(
                provenance: Provenance(source: broken.id, publisher: "Pressrum Värmland"),
                link: "https://press.example/4711")
        ])

    private static let edaLetter = NewsItem(
        identity: "claiming-eda", kind: .news,
        title: text("Eda klättrar", "Eda climbs"),
        body: LocalizedBody(
            swedish: StructuredText([
                .paragraph([
                    .text("Eda hamnar på plats 150, upp 31. Året före var vi på plats 181.")
                ])
            ])), published: .date(PartialDate(date(2021, 9, 28))), municipalities: [code("1730")],
        provenance: Provenance(
            source: feed.id, publisher: "Eda kommun", fetched: feed.lastSuccess),
        claims: [
            claim("1730", 2021, rank: 150, change: 31, "Eda hamnar på plats 150, upp 31."),
            claim("1730", 2020, rank: 181, "Året före var vi på plats 181.", .medium),
            claim("1730", 2019, rank: 7, "Vi tror att vi var sjua.", .low),
        ])

    static func claim(
        _ municipality: String, _ year: Int, rank: Int? = nil, change: Int? = nil, _ quote: String,
        _ certainty: Certainty = .high
    ) -> RankingClaim {
        let code = code(municipality)
        let name = municipalities.first { $0.code == code }?.name ?? municipality
        return RankingClaim(
            municipality: code, name: name, ranking: "Lokalt företagsklimat", year: year,
            rank: rank, change: change, quote: quote, certainty: certainty)
    }

    private static func month(_ year: Int, _ month: Int) -> PartialDate {
        PartialDate(year: year, month: month) ?? PartialDate(date(year, 1, 1))
    }

    /// Eda with one place of 2014, and what news claim of 2021.
    static func claimsBesideOldPlace(of provenance: Provenance? = nil) -> ContentBatch {
        var batch = contentWithClaims
        batch.observations = [
            .init(
                indicator: indicator.id,
                observations: [
                    Observation(
                        municipality: code("1730"), period: Period(year: 2014), value: 136,
                        provenance: provenance)
                ])
        ]
        return batch
    }

    /// The content with those news.
    static var contentWithClaims: ContentBatch {
        var batch = content
        batch.news += claiming
        return batch
    }
}

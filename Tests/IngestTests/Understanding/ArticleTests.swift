import ClimateModel
import Foundation
import Testing

@testable import Ingest

@Suite struct ArticleTests {
    private let gazetteer: Gazetteer

    init() throws { gazetteer = try Starter.gazetteer() }

    private func articles(_ text: String, name: String = "x.txt") throws -> [Article] {
        let context = ImportContext(
            municipalities: MunicipalityFinder(gazetteer.all), now: Fixture.now,
            fileName: name)
        return try ArticleFile.articles(Array(text.utf8), context: context)
    }

    private func claims(_ text: String) throws -> [RankingClaim] {
        let reader = ArticleReader(gazetteer)
        return try articles(text).flatMap { reader.read($0).claims }
    }

    /// No ranking of municipalities is as old, and no calendar has such years.
    @Test(arguments: ["2030", "88", "36"])
    func placesOfYearsWithoutARankingAreNone(years: String) throws {
        let text =
            "Rankingen\n\nPublicerad 2025-10-01\n\nSolna låg för \(years) år sedan på plats 30 i rankingen."
        #expect(try claims(text).isEmpty)
        #expect(try claims(text.replacing(years, with: "35")).map(\.year) == [1_990])
    }

    @Test func aNewsletterTellsPlaceChangeAndTheYearBefore() throws {
        let claims = try claims(
            """
            # Nyhetsbrev från Kristinehamns kommun

            Oktober 2021

            ## Företagsklimatet blir bättre

            Svenskt Näringsliv har presenterat **årets ranking** av företagsklimatet. Kristinehamn klättrar 31
            placeringar och hamnar på [plats 150](https://example.org). Året innan låg kommunen på plats 181, ett
            lyft på 29 placeringar.

            - Förskolan får 45 nya platser.
            """)
        #expect(
            claims.map(LabelledTexts.Label.init).map(\.description) == [
                "Kristinehamn ; 2021 ; 150 ; 31 ; Lokalt företagsklimat",
                "Kristinehamn ; 2020 ; 181 ; 29 ; Lokalt företagsklimat",
            ])
        #expect(
            claims.first?.quote == "Kristinehamn klättrar 31 placeringar och hamnar på plats 150.")
    }

    @Test func aPageAndAFeedAreRead() throws {
        let page = """
            <html><body><h1>Mora klättrar i företagsrankingen</h1><p>Publicerad 2019-09-24</p>
            <p>Mora kommun hamnar p&aring; plats 88.</p></body></html>
            """
        #expect(try claims(page).map { [$0.year, $0.rank] } == [[2019, 88]])
        let feed = """
            <rss version="2.0"><channel><title>Nytt</title><item><title>Vara kommun klättrar till plats 29 i \
            rankingen</title><pubDate>Tue, 25 Sep 2018 08:00:00 +0200</pubDate></item></channel></rss>
            """
        #expect(try claims(feed).map { [$0.year, $0.rank] } == [[2018, 29]])
    }

    @Test(arguments: [
        ("Nyhetsbrev 5, hösten 2021", "2021"), ("Publicerad 2023-06-01 av Anna", "2023-06-01"),
        ("fredag 14 september 2012", "2012-09-14"), ("Nyhetsbrev oktober 2021", "2021-10"),
    ])
    func aDatelineIsTheTextsDate(line: String, date: String) throws {
        let article = try #require(try articles("Rubrik\n\n\(line)\n\nText om något.").first)
        #expect(article.published?.description == date)
    }

    @Test func whatIsUnknownIsNullAndEveryKeyIsThere() throws {
        let claim = try #require(try claims("Borås tappar tolv placeringar i rankingen.").first)
        let json = String(decoding: try JSONEncoder().encode(claim), as: UTF8.self)
        for key in [
            "municipality", "code", "ranking", "year", "rank", "change", "quote", "certainty",
        ] {
            #expect(json.contains("\"\(key)\":"))
        }
        #expect(json.contains("\"year\":null") && json.contains("\"rank\":null"))
        #expect(try JSONDecoder().decode(RankingClaim.self, from: Data(json.utf8)) == claim)
    }

    @Test func doubtIsTold() throws {
        #expect(
            try claims("Kristinehamn är på plats 88 i företagsrankingen.").map(\.certainty) == [
                .high
            ])
        #expect(try claims("Kristinehamn klättrar till plats 88.").map(\.certainty) == [.low])
        let contradiction =
            "Kristinehamn klättrar 14 placeringar från plats 45 till plats 60 i företagsrankingen."
        #expect(try claims(contradiction).map(\.certainty) == [.low])
    }

    @Test func anImpossibleRankIsNoClaim() throws {
        #expect(try claims("Kristinehamn hamnar på plats 291 i rankingen.").isEmpty)
        #expect(try claims("Kristinehamn hamnar på plats 0 i rankingen.").isEmpty)
    }

    @Test func aListInAPageOrAFeedIsReadAsItStands() throws {
        let list =
            "<p>Här är årets topplista i företagsklimat<br>1. Solna<br>2. Danderyd<br>3. Vellinge</p>"
        let inCounty = "<h2>Rankingen i Västmanland</h2><p>1. Solna 2. Danderyd</p>"
        func read(_ html: String) throws -> [[Int?]] {
            let page = "<html><body><h1>Nytt</h1><p>Publicerad 2025-09-24</p>\(html)</body></html>"
            return try claims(page).map { [Int($0.municipality.rawValue), $0.year, $0.rank] }
        }
        #expect(try read(list) == [[184, 2025, 1], [162, 2025, 2], [1233, 2025, 3]])
        #expect(try read(inCounty).isEmpty)
    }

    @Test func atMostFourHundredClaimsOfATextAreKept() throws {
        let places = try Starter.gazetteer().all
        let items = (0..<3_000).map { index in
            "\(index / places.count * 7 % 290 + 1). \(places[index % places.count].name)"
        }
        let article = Article(
            title: "Svenskt Näringslivs ranking 2025", paragraphs: items,
            published: PartialDate("2025-10-15"))
        #expect(ArticleReader(gazetteer).read(article).claims.count == 400)
    }

    /// The work grows with the text and not faster, also for text made to be slow.
    @Test(arguments: [
        "Kristinehamn klättrar 14 placeringar till plats 88 i rankingen, förra året 102. ",
        "från plats från plats från 28:e från plats 45 förra året till ",
        "upp upp upp klättrar klättrar ",
        "toppar a a a a toppar a a a a ", "plats nummer plats nummer 88 besökare ",
        "Kalmar och Kalmar och Kalmar, ", "har a klättrat a a 14 ", "112:e 112:e delad plats ",
    ])
    func workIsLinear(piece: String) {
        let reader = ArticleReader(gazetteer)
        func steps(_ count: Int) -> Int {
            let text = String(repeating: piece, count: count)
            return reader.read(Article(paragraphs: [text], published: PartialDate("2021"))).steps
        }
        let (small, large) = (steps(100), steps(400))
        #expect(large <= small * 5)
        let tokens = Prose(String(repeating: piece, count: 100)).tokens.count
        #expect(small <= tokens * 1_000)
    }
}

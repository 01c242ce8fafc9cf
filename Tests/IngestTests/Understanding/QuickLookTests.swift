import ClimateModel
import ClimateStore
import Testing

@testable import Ingest

/// The quick look never passes over what a close reading finds.
@Suite struct QuickLookTests {
    private let reader: ArticleReader

    init() throws { reader = ArticleReader(try Starter.gazetteer()) }

    private func expectTheSame(_ article: Article) {
        let (quick, close) = (reader.read(article), reader.readAll(article))
        #expect(quick.municipalities == close.municipalities, "\(article)")
        #expect(quick.claims == close.claims, "\(article)")
        #expect(quick.agenda == close.agenda, "\(article)")
    }

    private static let files = [
        "claims-labelled", "claims-heldout", "claims-second", "claims-third", "claims-fourth",
        "claims-unseen", "claims-fifth", "claims-sixth", "claims-seventh", "claims-unseen-second",
        "claims-lists", "claims-indirect", "claims-press", "claims-weekly", "claims-mixed",
        "claims-brief", "claims-short",
        "claims-daily", "claims-own", "claims-unseen-third",
    ]

    @Test(arguments: files)
    func eachLabelledTextIsReadAsClosely(file: String) throws {
        for text in try LabelledTexts(file).texts {
            expectTheSame(
                Article(
                    title: text.title, paragraphs: text.paragraphs,
                    published: PartialDate(text.date)))
        }
    }

    @Test(arguments: [1, 2, 3] as [UInt64])
    func anyMixOfParagraphsIsReadAsClosely(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        var paragraphs = try Self.files.flatMap {
            try LabelledTexts($0).texts.flatMap(\.paragraphs)
        }
        paragraphs += [
            "Välkommen till invigningen den 3 december.", "Nästa vår öppnar badet i Vara.",
            "Förskolan flyttar vid årsskiftet.", "Mötet hålls 2021-12-01 i Åre.", "Hösten 2022.",
            "Kommunen moved up from second to first.", "Ingenting av vikt.", "MÖTE I ÖREBRO",
            "Det händer i morgon på torget.", "Kommunen klättrar en placering i rankingen.",
            "”Solna växer”, säger hon.", "«Åre» och –Habo.", "‘Trosa’s tur den ”3 december”",
        ]
        for item in try StarterContent.batch().news { paragraphs += Article(item).paragraphs }
        for _ in 0..<150 {
            let count = Int.random(in: 1...6, using: &random)
            expectTheSame(
                Article(
                    title: paragraphs.randomElement(using: &random) ?? "",
                    paragraphs: (0..<count).compactMap { _ in
                        paragraphs.randomElement(using: &random)
                    }, published: PartialDate("2021-10-15")))
        }
    }

    @Test(arguments: ["”Solna växer”", "«Solna»", "–Solna", "‘Solna’s tur", "…Solna växer"])
    func namesAfterSignsAreFound(text: String) {
        let article = Article(paragraphs: [text])
        expectTheSame(article)
        #expect(reader.read(article).municipalities.map(\.rawValue) == ["0184"])
    }

    @Test func namesThatAreWordsAreNotLinked() throws {
        let feed = """
            <rss><channel><title>Nytt</title>
            <item><title>Vara rädd om miljön</title><description>Mark och vatten. Boden var stängd.
            Anna Lund och Nora Berg talar. Sala dina pengar. Kil ner i skåran. Mora eller barnet.</description></item>
            <item><title>Ale-dagen</title><description>Vi ses i Vara, i Mark och hos Sala kommun.</description></item>
            </channel></rss>
            """
        let file = try read(feed, fileName: "f.xml")
        #expect(file.batch.news[0].municipalities == [])
        #expect(
            file.batch.news[1].municipalities.map(\.rawValue) == ["1470", "1463", "1981"])
    }
}

/// What is understood of the news of a file.
@Suite struct UnderstoodNewsTests {
    private func item(_ description: String, title: String = "Nyhetsbrev") throws -> NewsItem {
        let feed = """
            <rss><channel><title>Kristinehamns kommun</title><item><title>\(title)</title>
            <pubDate>Fri, 15 Oct 2021 08:00:00 +0200</pubDate>
            <description><![CDATA[\(description)]]></description></item></channel></rss>
            """
        return try require(try read(feed, fileName: "f.xml").batch.news.first)
    }

    @Test func aFeedsItemTellsItsClaimsAndDates() throws {
        let item = try item(
            """
            <p>Kristinehamn klättrar 31 placeringar i företagsrankingen till plats 150, från plats 181 i fjol.</p>
            <p>Utbildningen startar i november 2021 i Karlskoga.</p>
            """)
        #expect(item.claims.map(\.rank).contains(150))
        #expect(item.agenda.map(\.date.description) == ["2021-11"])
        #expect(item.municipalities.map(\.rawValue) == ["1781", "1883"])
    }

    @Test func itsOwnMunicipalityComesFirst() throws {
        let item = try item("<p>Text.</p>", title: "Karlstad och Arvika besöker oss")
        #expect(item.municipalities.map(\.rawValue) == ["1781", "1780", "1784"])
    }

    @Test func aListOfManyIsAboutNoneInParticular() throws {
        let names = try Starter.gazetteer().all.prefix(60).map(\.name).joined(separator: ", ")
        #expect(try item("<p>Resultat: \(names).</p>").municipalities.map(\.rawValue) == ["1781"])
    }
}

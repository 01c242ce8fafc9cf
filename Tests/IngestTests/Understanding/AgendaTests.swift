import ClimateModel
import Ingest
import Testing

@Suite struct AgendaTests {
    private let reader: ArticleReader

    init() throws { reader = ArticleReader(try Starter.gazetteer()) }

    private func dates(_ text: String, written: String = "2021-10-15") -> [String] {
        let article = Article(paragraphs: [text], published: PartialDate(written))
        return reader.read(article).agenda.map { entry in
            [entry.date, entry.end].compactMap { $0?.description }.joined(separator: "/")
        }
    }

    @Test(arguments: [
        ("Utbildningen startar i november 2021.", ["2021-11"]),
        ("Det nya kontoret startar den 1 januari.", ["2022-01-01"]),
        ("Ansök senast 15 november.", ["2021-11-15"]),
        ("Kontoret öppnar 2022-03-01 och invigs den 8 april 2022.", ["2022-03-01", "2022-04-08"]),
        ("Nästa vår ska strategin vara klar.", ["2022-03/2022-05"]),
        ("Strategin antas hösten 2022.", ["2022-09/2022-11"]),
        ("Bolagen slås samman vid årsskiftet.", ["2022-01-01"]),
        ("The office opens on January 1, 2022.", ["2022-01-01"]),
        ("The training starts on 3 November.", ["2021-11-03"]),
        ("Frukostmötet hålls i morgon.", ["2021-10-16"]),
        ("Vinnaren utses den 21 november.", ["2021-11-21"]),
        ("Den 1 januari höjs avgiften för tillsyn.", ["2022-01-01"]),
        ("Ny näringslivschef på plats den 1 januari.", ["2022-01-01"]),
        ("Frukost den 14 november", ["2021-11-14"]),
        ("Fredag den 5 november träffas vi kl. 12.", ["2021-11-05"]),
        ("Samråd om detaljplan pågår till och med 15 november.", ["2021-11-15"]),
        ("Frukostmöte 12/11 kl 07.30.", ["2021-11-12"]),
        ("Frukostmöte 12/11 kl. 07.30 på torget.", ["2021-11-12"]),
    ])
    func datesAheadAreFound(text: String, expected: [String]) {
        #expect(dates(text) == expected)
    }

    @Test(arguments: [
        "Den 1 oktober blev hon näringslivschef.", "I september 2021 beslutade styrelsen.",
        "Kontoret startade den 1 januari.", "Projektet drevs 2015–2018.", "Maj är en fin månad.",
        "Det var i mars.", "Priset delades ut den 30 februari 2022.", "I may be late, starts he.",
        "Rankingen 2022 presenteras.", "Den 45 november startar det.",
        "Den 20 november firade vi hundra år.", "Den 20 november förra året enades de.",
        "Frukost den 14 september", "Resultatet är 12/11 i år.", "Frukost 12/13 kl 7.",
        "Bron från den 3 december i fjol.", "Frukostmöte 12/9 kl 07.30.",
    ])
    func otherDatesAreLeft(text: String) {
        #expect(dates(text).isEmpty)
    }

    @Test func nothingIsAheadOfATextWithoutDate() {
        let article = Article(paragraphs: ["Kontoret öppnar den 1 januari 2022."])
        #expect(reader.read(article).agenda.isEmpty)
    }

    @Test func aSeasonNeedsTheMonthItIsReckonedFrom() {
        #expect(dates("Nästa vår startar bygget.", written: "2021") == [])
        #expect(dates("Nästa vår startar bygget.", written: "2021-02") == ["2021-03/2021-05"])
    }

    /// Of whom a text whose municipalities are known says that something is ahead; "" for all of them.
    private func concerned(_ text: String) throws -> String {
        let article = Article(
            title: "Nytt kontor i Norrköpings kommun", paragraphs: [text],
            published: PartialDate("2021-10-15"),
            municipalities: ["1781", "1780"].compactMap(MunicipalityCode.init(rawValue:)))
        let entry = try #require(reader.read(article).agenda.first)
        return entry.municipality?.rawValue ?? ""
    }

    @Test(arguments: [
        ("Bra nyheter. Kontoret öppnar den 1 januari.", ""),
        ("Kristinehamn är glad. Kontoret öppnar den 1 januari.", ""),
        ("Karlstad öppnar kontoret den 1 januari.", "1780"),
        ("Vimmerby kommun öppnar ett kontor den 1 januari.", "0884"),
        ("Karlstad och Kristinehamn öppnar kontoret den 1 januari.", ""),
    ])
    func anEntryConcernsAllOfItsTextButWhereItsSentenceNamesOne(
        text: String, expected: String
    ) throws {
        #expect(try concerned(text) == expected)
    }

    @Test func anEntryKnowsItsQuote() throws {
        let article = Article(
            paragraphs: ["Bra nyheter. Kontoret öppnar den 1 januari."],
            published: PartialDate("2021-10-15"))
        let entry = try #require(reader.read(article).agenda.first)
        #expect(entry.quote == "Kontoret öppnar den 1 januari.")
    }

    /// A text that is full of dates tells nobody what is ahead.
    @Test func aTextGivesSoManyDatesAtMost() {
        let text = (1...28).map { "Mötet den \($0) november 2022 ställs in." }.joined(
            separator: " ")
        #expect(dates(text).count == 28)
        #expect(dates(Array(repeating: text, count: 20).joined(separator: "\n")).count == 200)
    }
}

import ClimateModel
import Testing

@testable import Ingest

/// Plain text and Markdown.
@Suite struct TextDocumentTests {
    @Test(arguments: [
        ("fredag 14 september 2012", "2012-09-14"), ("Publicerad 2023-06-01", "2023-06-01"),
        ("30 maj 2024", "2024-05-30"),
    ])
    func aDateRightBelowTheHeadlineIsNoPartOfIt(line: String, date: String) throws {
        let file = try read(
            "Näringslivsdag i Säffle\n\(line)\n\nSäffle kommun bjuder in till näringslivsdag.\n",
            fileName: "dag.txt")
        let item = try #require(file.batch.news.first)
        #expect(item.title == "Näringslivsdag i Säffle" && item.published.iso8601 == date)
    }

    /// A file in a folder is its source's, not its own name's.
    @Test(arguments: [
        (nil, nil, "nyhetsbrev"), (nil, "Torsby näringsliv", "Torsby näringsliv"),
        ("1737", nil, "Torsby"),
    ])
    func aFileInAFolderIsPublishedByItsSource(
        municipality: String?, title: String?, publisher: String
    ) throws {
        var context = Fixture.context(fileName: "b.txt")
        context.source = KnownSource(
            id: Source.ID(rawValue: "folder"),
            settings: SourceSettings(
                address: "/srv/nyhetsbrev", title: title,
                municipality: try municipality.map { try Fixture.code($0) }), title: "nyhetsbrev")
        let file = try FileReader.read(
            Array("Torsby satsar\n\nKommunen satsar på sina företag.\n".utf8), context: context)
        #expect(file.batch.news.first?.provenance.publisher == publisher)
    }

    @Test func aLineThatMentionsADateStaysInItsParagraph() throws {
        let file = try read(
            "Näringslivsdag i Säffle\nhålls den 14 september 2026 i Folkets hus\n\nVälkomna dit.\n",
            fileName: "dag.txt")
        #expect(
            file.batch.news.first?.title
                == "Näringslivsdag i Säffle hålls den 14 september 2026 i Folkets hus")
    }

    @Test func markdown() throws {
        let file = try read(
            """
            ---
            title: "Ny *plan*"
            date: 2023-06-01
            ---
            Första stycket
            går vidare med **fett**, *kursivt*, `kod` och [en länk](https://solna.se/a "titel").

            Underrubrik
            -----------
            1. ett
            2. två
               fortsätter

            - punkt ![bild](x.png) med fil_namn_här
            > Citat på
            > två rader
            """, fileName: "plan.md")
        #expect(file.format == "Markdown")
        #expect(file.batch.sources.first?.kind == .document)
        let item = try #require(file.batch.news.first)
        #expect(item.title == "Ny *plan*" && item.published.iso8601 == "2023-06-01")
        #expect(item.identity == "news-plan:plan")
        #expect(
            item.body.swedish?.blocks == [
                .paragraph([
                    .text("Första stycket går vidare med "), .strong("fett"), .text(", "),
                    .emphasis("kursivt"), .text(", kod och "),
                    .link(text: "en länk", address: "https://solna.se/a"), .text("."),
                ]), .heading(level: 2, [.text("Underrubrik")]),
                .list(
                    ordered: true,
                    items: [[.text("ett")], [.text("två"), .text(" "), .text("fortsätter")]]),
                .list(
                    ordered: false,
                    items: [[.text("punkt "), .emphasis("bild"), .text(" med fil_namn_här")]]),
                .quote([.text("Citat på två rader")]),
            ])
    }

    @Test func plainText() throws {
        let file = try read(
            "Kommunen klättrar\n\nfredag 14 september 2012\n\nPlats 150, upp 31.\n",
            fileName: "brev.txt")
        let item = try #require(file.batch.news.first)
        #expect(file.format == "text")
        #expect(item.title == "Kommunen klättrar" && item.published.iso8601 == "2012-09-14")
        #expect(item.provenance.publisher == "tmp")
        #expect(item.body.swedish?.plain == "Plats 150, upp 31.")
    }

    /// What is more than a date stays, as does a date that is all there is.
    @Test(arguments: [
        ("Publicerad 2023-06-01", true), ("Publicerad: 1 juni 2023, uppdaterad 2 juni 2023", true),
        ("torsdag 1 juni 2023", true), ("den 1 juni 2023", true), ("2023-06-01", true),
        ("Invigning 1 juni 2023", false), ("Torsby 1 juni 2023", false),
        ("Den 1 juni 2023 invigs badhuset.", false),
    ])
    func aLineThatIsOnlyTheDateIsNoPartOfTheBody(line: String, isLeftOut: Bool) throws {
        let file = try read("Nytt badhus\n\n\(line)\n\nDet byggs.\n", fileName: "bad.txt")
        let item = try #require(file.batch.news.first)
        let tellsOfSomething = line.contains("nvig")
        #expect(item.published.iso8601 == (tellsOfSomething ? nil : "2023-06-01"))
        #expect(item.body.swedish?.plain.contains(line) == !isLeftOut)
        #expect(item.body.swedish?.plain.hasSuffix("Det byggs.") == true)
        let short = try read("Nytt badhus\n\n\(line)\n", fileName: "bad.txt")
        #expect(short.batch.news.first?.body.swedish?.plain == line)
    }

    /// Whose a file is that no source names: the municipality's that it is about, else its folder's.
    @Test(arguments: [
        ("Kristinehamns kommun bygger ett badhus.", "/srv/Tidningen/not.txt", nil, "Kristinehamn"),
        ("Torsby kommun och Säffle kommun bygger.", "/srv/Tidningen/not.txt", nil, "Tidningen"),
        ("Vi bygger.", "/srv/Tidningen/not.txt", nil, "Tidningen"),
        ("Vi bygger.", "not.txt", nil, "not"),
        ("Kristinehamns kommun bygger.", "/srv/not.txt", "NWT", "NWT"),
    ])
    func aSingleFileHasASensiblePublisher(
        text: String, path: String, told: String?, publisher: String
    ) throws {
        var context = Fixture.context(fileName: "not.txt")
        context.address = path
        context.options.publisher = told
        let file = try FileReader.read(Array("Nytt badhus\n\n\(text)\n".utf8), context: context)
        #expect(file.batch.news.first?.provenance.publisher == publisher)
    }

    /// What a table, a list of projects or a mailbox is stays one, whatever the file is called.
    @Test func whatIsNoText() throws {
        #expect(try read("Kommun;År;Rank\nSolna;2021;1\n", fileName: "a.txt").type == .ranking)
        let projects = "- {titel: A, kommun: Solna, fas: idé}"
        #expect(
            try read(projects, ImportOptions(type: .projects), fileName: "a.txt").type == .projects)
        #expect(failure("En text, med komma, och mer.\nEn rad.\n") != nil)
        #expect(
            try read("En text.\n\nMed mer.", ImportOptions(type: .news), fileName: "a").records == 1
        )
    }

    /// Signs that begin marks and never end take no longer than others.
    @Test(
        .timeLimit(.minutes(1)),
        arguments: ["[", "*", "**a ", "`", "![", "_x ", "[a](", "> > ", "# "])
    func unendingMarks(sign: String) {
        let text = String(repeating: sign, count: 50_000)
        #expect(DocumentReader.text(text, context: Fixture.context()).format != "")
    }

    /// Words between the marks keep each from being all of a line's signs.
    @Test(
        .timeLimit(.minutes(1)),
        arguments: ["[a ", "![a ", "*a ", "**a_", "a](", "[a](b ", "`a ", "_a *b [c "])
    func unendingMarksWithWords(sign: String) {
        for end in ["", " ](x", " [a](b)", " ** *", " `"] {
            let text = String(repeating: sign, count: 20_000) + end
            #expect(DocumentReader.text(text, context: Fixture.context()).format != "")
        }
    }

    @Test func aLinkFarIntoALongTextIsRead() throws {
        let words = String(repeating: "*ord och *ord ", count: 2_000)
        let blocks = DocumentReader.text(
            "Rubrik\n\n\(words)[länk](https://a.se/b)", context: Fixture.context()
        ).body.blocks
        #expect(blocks.first?.inlines.last == .link(text: "länk", address: "https://a.se/b"))
    }
}

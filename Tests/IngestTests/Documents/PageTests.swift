import ClimateModel
import Testing

@testable import Ingest

/// Web pages as municipalities publish them.
@Suite struct PageTests {
    private func document(
        _ html: String, base: String? = "https://www.kristinehamn.se/nyheter/1"
    ) throws -> Document {
        var context = Fixture.context(fileName: "sida.html")
        if let base {
            context.source = KnownSource(
                id: Source.ID(rawValue: "sida"), settings: SourceSettings(address: base))
        }
        return try DocumentReader.page(html, context: context)
    }

    static let page = """
        <!DOCTYPE html><html lang="sv"><head><title>Kommunen klättrar | Kristinehamns kommun</title>
        <meta property="og:site_name" content="Kristinehamns kommun">
        <meta property="og:title" content="Kommunen klättrar - Kristinehamns kommun">
        <meta property="og:description" content="Upp 31 platser i årets ranking.">
        <meta property="article:published_time" content="2021-10-15T09:30:00+02:00">
        <link rel="canonical" href="/nyheter/kommunen-klattrar">
        <link rel="alternate" type="application/rss+xml" title="Kommentarer" href="/comments/feed">
        <link rel="alternate" type="application/rss+xml" title="Nyheter" href="/rss?a=1&amp;b=2">
        <style>.dold{display:none}</style><script>if (a<b) { document.write("<p>skript") }</script></head>
        <body class="has-sidebar comments-open"><form id="aspnetForm">
        <div id="cookie-banner"><p>Vi använder kakor för att ge dig en bättre upplevelse.</p></div>
        <header><a href="#innehall">Hoppa till innehåll</a><nav><ul><li><a href="/a">Arbete</a></li>
          <li><a href="/b">Bygga och bo</a></li></ul></nav></header>
        <div class="breadcrumbs"><a href="/">Start</a> / <a href="/nyheter">Nyheter</a></div>
        <main id="innehall"><article><h1>Kommunen klättrar</h1><p class="datum">Publicerad 15 oktober 2021</p>
        <p>Kristinehamn hamnar på plats 150, upp 31 platser. Det visar <a href="../ranking">årets ranking</a>.</p>
        <h2>Året innan</h2><p>Då låg kommunen på plats 181, efter flera år av motgångar för företagen.</p>
        <img src="/i.jpg" alt="Företagare på torget"><div class="share-buttons"><a href="https://facebook.com">Dela på
        Facebook</a></div><ul class="sociala"><li><a href="https://x.com">Dela på X</a></li></ul>
        <h2>Relaterade nyheter</h2><ul><li><a href="/2">Ny förskola</a></li><li><a href="/3">Snöröjning</a></li></ul>
        </article><section id="comments"><h3>Kommentarer</h3><p>Vad bra skrivet av kommunen!</p></section></main>
        <aside><h2>Kontakt</h2><p>Telefon 0550-880 00</p></aside>
        <footer><p>Kristinehamns kommun, 681 84 Kristinehamn</p><p>Senast uppdaterad 2022-01-01</p></footer>
        </form></body></html>
        """

    @Test func aPageIsItsText() throws {
        let document = try document(Self.page)
        #expect(document.title == "Kommunen klättrar")
        #expect(document.publisher == "Kristinehamns kommun")
        #expect(document.published.iso8601 == "2021-10-15T07:30:00Z")
        #expect(document.link == "https://www.kristinehamn.se/nyheter/kommunen-klattrar")
        #expect(document.feedLinks == ["https://www.kristinehamn.se/rss?a=1&b=2"])
        #expect(document.summary == "Upp 31 platser i årets ranking.")
        #expect(
            document.body.blocks == [
                .paragraph([
                    .text("Kristinehamn hamnar på plats 150, upp 31 platser. Det visar "),
                    .link(text: "årets ranking", address: "https://www.kristinehamn.se/ranking"),
                    .text("."),
                ]), .heading(level: 2, [.text("Året innan")]),
                .paragraph([
                    .text(
                        "Då låg kommunen på plats 181, efter flera år av motgångar för företagen.")
                ]), .paragraph([.emphasis("Företagare på torget")]),
            ])
    }

    @Test func aPageIsOneItem() throws {
        let file = try read(Self.page, fileName: "sida.html")
        #expect(file.format == "HTML" && file.records == 1)
        let source = try #require(file.batch.sources.first)
        #expect(source.kind == .document && source.title == "Kommunen klättrar")
        let item = try #require(file.batch.news.first)
        #expect(item.kind == .news)
        #expect(item.municipalities == [try Fixture.code("1781")])
        #expect(item.provenance.publisher == "Kristinehamns kommun")
        #expect(file.feedLinks.isEmpty)
    }

    /// Without `main`, roles or a head: an older page, laid out with boxes.
    @Test func aPageWithoutSemantics() throws {
        let text = String(repeating: "Näringslivet växer och nya företag etablerar sig. ", count: 6)
        let document = try document(
            """
            <html><head><title>Nyhetsbrev 5 - Årjängs kommun</title></head><body>
            <div class="menu">\(String(repeating: "<a href='/x'>Meny</a> ", count: 20))</div>
            <div id="wrap"><div><p>fredag 14 september 2012</p><p>\(text)</p><p>\(text)</p></div>
            <div><ul>\(String(repeating: "<li><a href='/y'>Annan sida på webben</a></li>", count: 12))</ul></div></div>
            </body></html>
            """, base: "http://www.arjang.se/brev")
        #expect(document.title == "Nyhetsbrev 5")
        #expect(document.publisher == "Årjängs kommun")
        #expect(document.published.iso8601 == "2012-09-14")
        #expect(document.link == "http://www.arjang.se/brev")
        let own = CleanText.line(text)
        #expect(document.paragraphs == ["fredag 14 september 2012", own, own])
    }

    @Test(
        arguments: [
            ("<meta name='dcterms.issued' content='2023-06-01'>", "<p>x</p>", "2023-06-01"),
            ("", "<p><time datetime='2023-06-01T08:00'>i juni</time></p>", "2023-06-01T06:00:00Z"),
            (
                "<script type='application/ld+json'>{\"@graph\":[{\"@type\":\"NewsArticle\",\"datePublished\":"
                    + "\"2023-06-01T08:00:00Z\"}]}</script>", "<p>x</p>", "2023-06-01T08:00:00Z"
            ), ("", "<p>Publicerad 2023-06-01</p>", "2023-06-01"),
            ("", "<p>fredag 14 september 2012</p>", "2012-09-14"),
            ("", "<p>30 maj</p>", "2026-05-30"),
            ("", "<p>lördag 30 januari</p>", "2026-01-30"),
            ("", "<p>Vi ses den 30 maj klockan åtta på torget för att fira.</p>", nil),
            ("", "<p>Text</p><footer><p>Sidan uppdaterad: 3 maj 2020</p></footer>", "2020-05-03"),
        ] as [(String, String, String?)])
    func dates(head: String, body: String, expected: String?) throws {
        let html =
            "<html><head>\(head)</head><body><main><h1>Rubrik</h1>\(body)<p>Mer text.</p></main></body></html>"
        #expect(try document(html).published.iso8601 == expected)
    }

    /// The date of what the page tells of is not the page's own.
    @Test(
        arguments: [
            (
                "<h1>Företagsfrukost 12 mars 2027</h1><p>Publicerad 1 februari 2026</p>",
                "2026-02-01"
            ),
            ("<h1>Företagsfrukost 12 mars 2027</h1>", nil), ("<p>Byggstart: januari 2027</p>", nil),
            ("<p>Ansök senast 31 mars 2027</p>", nil), ("<p>Tid: 12 mars 2027 kl 7–9</p>", nil),
            ("<p>12 mars 2027 kl. 07.30</p>", nil),
            (
                "<p>Senast uppdaterad: 2025-01-02</p><p>Publicerad: 2023-06-01</p>", "2023-06-01"
            ), ("<p>Publicerad: 2023-06-01</p><p>Senast uppdaterad: 2025-01-02</p>", "2023-06-01"),
            ("<p>Senast uppdaterad: 2025-01-02</p>", "2025-01-02"),
            ("<p>Uppdaterad 2025-01-02, publicerad 2023-06-01</p>", "2023-06-01"),
            (
                "<p>Publicerad av Eva Ek på enheten för näringsliv, 4 oktober 2025 kl. 13:05</p>",
                "2025-10-04"
            ), ("<p>Publicerad 23/9 2025</p>", "2025-09-23"),
            ("<p>23/9 2025</p>", "2025-09-23"), ("<p>23.9.2025</p>", "2025-09-23"),
            ("<p>Tis 23 sep 2025</p>", "2025-09-23"),
            ("<p>Publicerad: 23 sept. 2025</p>", "2025-09-23"),
            ("<p>Nyhetsbrev 5, oktober 2021</p>", "2021-10"),
            ("<p>1 juni 2023 kl 08.00</p>", "2023-06-01"),
            ("<p>Svar på brev: frukost 30 maj</p>", nil),
            ("<p>Frukost <time datetime='2027-03-12T07:30'>12 mars</time></p>", nil),
            (
                "<p>Frukost <time datetime='2027-03-12'>12 mars</time></p><p>Publicerad 2026-02-01</p>",
                "2026-02-01"
            ),
            (
                "<p>Uppdaterad plan för torget antogs av nämnden den 4 oktober 2025 efter samråd.</p>",
                nil
            ),
        ] as [(String, String?)])
    func whichDateIsThePagesOwn(text: String, expected: String?) throws {
        let html =
            "<html><body><main>\(text)<p>Välkommen till frukost för alla företagare i Kil.</p></main></body></html>"
        #expect(try document(html).published.iso8601 == expected)
    }

    @Test(arguments: [
        ("<title>A b c | Säffle kommun</title>", "", "A b c"),
        ("<title>Säffle kommun</title>", "<h1>Ny väg</h1>", "Ny väg"),
        ("<meta property=og:site_name content=Säffle>", "<h1>Säffle</h1><h1>Ny väg</h1>", "Ny väg"),
        ("<meta property=og:title content='Ny väg - saffle.se'>", "", "Ny väg"),
        ("<title>Ny väg - en satsning</title>", "", "Ny väg - en satsning"),
        ("<title>Ny &amp; bred v&auml;g</title>", "", "Ny & bred väg"),
    ])
    func titles(head: String, body: String, expected: String) throws {
        let html = "<html><head>\(head)</head><body>\(body)<p>Text.</p></body></html>"
        #expect(try document(html, base: "https://www.saffle.se/a").title == expected)
    }

    @Test func anotherSitesAddressIsNotTaken() throws {
        let html = "<link rel=canonical href='https://solna.se/1'><p>Text.</p>"
        #expect(try document(html).link == "https://www.kristinehamn.se/nyheter/1")
        #expect(try document(html, base: nil).link == "https://solna.se/1")
    }

    @Test func englishByItsTag() throws {
        let html = "<html lang=en><body><h1>Hej</h1><p>Text.</p></body></html>"
        #expect(try document(html).language == .english)
    }

    @Test func feedsAreFound() {
        let html = """
            <base href="https://blogg.se/x/"><link rel="alternate" type="application/json" href="/wp-json/wp/1">
            <link rel="alternate" hreflang="en" href="/en"><link rel="stylesheet" href="a.css">
            <link rel="alternate" type="application/json" href="feed.json">
            <LINK REL="Alternate" TYPE="application/rss+xml; charset=utf-8" HREF="feed/">
            <link rel="alternate" type="application/rss+xml" title="Kommentarsflöde" href="k/">
            <link rel="alternate" type="application/atom+xml" href="https://annan.se/atom">
            <link rel="alternate" type="application/atom+xml" href="file:///etc/passwd">
            <link rel="alternate" type="application/rss+xml" href="feed/"><p>hej</p>
            """
        #expect(
            FeedDiscovery.links(in: Array(html.utf8), base: "http://www.blogg.se/") == [
                "https://blogg.se/x/feed/", "https://annan.se/atom", "https://blogg.se/x/feed.json",
            ])
        #expect(FeedDiscovery.links(in: [0x50, 0x4B, 0x03, 0x04], base: nil).isEmpty)
    }

    @Test func aPageThatShouldBeAFeed() throws {
        var context = Fixture.context(fileName: "x")
        context.source = KnownSource(
            id: Source.ID(rawValue: "x"),
            settings: SourceSettings(address: "https://a.se", kind: .feed))
        #expect(throws: ImportFailure(.webPage).reading(as: .news)) {
            try FileReader.read(Array("<html><p>Hej</p></html>".utf8), context: context)
        }
        let bare = "<html><head><link rel=alternate type=application/rss+xml href=/f></head></html>"
        let file = try FileReader.read(Array(bare.utf8), context: context)
        #expect(file.feedLinks == ["https://a.se/f"] && file.batch.news.isEmpty)
    }

    @Test func whatIsNoPage() {
        #expect(failure("<html><body></body></html>")?.kind == .empty)
        #expect(failure("<html><body><p>Text som slutar i en <a href=\"x")?.kind == .truncated)
        let deep = String(repeating: "<div>", count: 2_000) + "x"
        #expect(failure("<html>" + deep)?.kind == .overLimits)
    }
}

import ClimateModel
import Testing

@testable import Ingest

/// Feeds of every form, and the defects that real ones have.
@Suite struct FeedTests {
    /// One RSS item of these elements.
    static func rss(_ elements: String, channel: String = "<title>Nytt</title>") -> String {
        "<rss version=\"2.0\"><channel>\(channel)<item>\(elements)</item></channel></rss>"
    }

    private func item(_ text: String) throws -> NewsItem {
        try #require(try read(text, fileName: "feed.xml").batch.news.first)
    }

    // MARK: Forms

    @Test func rss2() throws {
        let file = try read(
            """
            <?xml version="1.0" encoding="utf-8"?>
            <rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"
              xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:atom="http://www.w3.org/2005/Atom">
            <channel><title>Kristinehamns kommun</title><link>https://www.kristinehamn.se/</link>
            <atom:link rel="self" href="https://www.kristinehamn.se/rss"/>
            <image><title>Logga</title><link>https://fel.se</link></image>
            <item><title>Nytt råd</title><link>https://www.kristinehamn.se/1</link>
            <guid>https://www.kristinehamn.se/1?utm_source=rss</guid>
            <pubDate>Tue, 08 Sep 2026 07:00:00 +0200</pubDate><dc:creator>Anna</dc:creator>
            <description>Kort</description><content:encoded><![CDATA[<p>Långt</p>]]></content:encoded>
            <enclosure url="/bilaga.pdf" type="application/pdf"/></item></channel></rss>
            """)
        #expect(file.format == "RSS 2.0")
        #expect(file.type == .news)
        let source = try #require(file.batch.sources.first)
        #expect(source.id == .feed(address: "http://kristinehamn.se/rss/"))
        #expect(source.title == "Kristinehamns kommun")
        #expect(source.address == "https://www.kristinehamn.se/rss")
        let expected = NewsItem(
            identity: "https://www.kristinehamn.se/1", kind: .news, title: "Nytt råd",
            body: LocalizedBody(
                swedish: StructuredText([
                    .paragraph([.text("Långt")]),
                    .paragraph([
                        .link(text: "bilaga.pdf", address: "https://www.kristinehamn.se/bilaga.pdf")
                    ]),
                ])), summary: "Kort", author: "Anna", link: "https://www.kristinehamn.se/1",
            published: .moment(try #require(Timestamp("2026-09-08T05:00:00Z"))),
            municipalities: [try Fixture.code("1781")],
            provenance: Provenance(
                source: source.id, publisher: "Kristinehamns kommun", fetched: Fixture.now))
        #expect(file.batch.news == [expected])
    }

    @Test func rss1() throws {
        let file = try read(
            """
            <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"
              xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/">
            <channel rdf:about="https://scb.se/f"><title>SCB</title><link>https://scb.se</link></channel>
            <item rdf:about="https://scb.se/1"><title>Ett</title><link>https://scb.se/1</link>
            <dc:date>2021-05-04T09:30:00+02:00</dc:date></item>
            <item rdf:about="https://scb.se/2"><title>Två</title><link>https://scb.se/2</link></item>
            </rdf:RDF>
            """)
        #expect(file.format == "RSS 1.0")
        #expect(file.batch.news.map(\.identity) == ["https://scb.se/1", "https://scb.se/2"])
        #expect(
            file.batch.news.map(\.published.iso8601) == ["2021-05-04T07:30:00Z", nil])
        #expect(file.notes == [.undatedItems(1)])
    }

    @Test func atom() throws {
        let file = try read(
            """
            <feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en-GB" xml:base="https://blogg.se/a/">
            <title type="html">The &amp;lt;chief&amp;gt;</title><id>urn:x</id><link href="./"/>
            <entry><id>urn:uuid:1</id><title>A &lt;b&gt; c</title><updated>2012-09-14T10:00:00Z</updated>
            <published>2012-09-13</published><author><name>Bo</name><email>b@x.se</email></author>
            <link rel="alternate" href="1.html"/><source><title>Other</title></source>
            <content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>Hej <em>du</em> &amp;
            <a href="../b">dit</a></p></div></content></entry></feed>
            """)
        #expect(file.format == "Atom 1.0")
        let item = try #require(file.batch.news.first)
        #expect(file.title?.en == "The <chief>")
        #expect(item.title == LocalizedText(english: "A <b> c"))
        #expect(item.author == "Bo")
        #expect(item.link == "https://blogg.se/a/1.html")
        #expect(item.published == .date(try #require(PartialDate("2012-09-13"))))
        #expect(item.updated == Timestamp("2012-09-14T10:00:00Z"))
        #expect(
            item.body.english?.blocks == [
                .paragraph([
                    .text("Hej "), .emphasis("du"), .text(" & "),
                    .link(text: "dit", address: "https://blogg.se/b"),
                ])
            ])
    }

    @Test func jsonFeed() throws {
        let file = try read(
            """
            {"version": "https://jsonfeed.org/version/1.1", "title": "Solna stad", "language": "sv",
             "home_page_url": "https://solna.se/", "items": [
              {"id": 17, "url": "/n/17", "title": "Nytt \\u00e5r \\ud83c\\udf89", "tags": ["Pressmeddelande"],
               "content_html": "<p>Hej</p>", "date_published": "2021-01-01T00:00:00Z",
               "authors": [{"name": "Eva"}]},
              {"id": "a:b", "content_text": "Rad ett\\n\\nRad två"}]}
            """)
        #expect(file.format == "JSON Feed 1.1")
        #expect(file.batch.news.map { $0.title.swedish } == ["Nytt år 🎉", "Rad ett Rad två"])
        let first = file.batch.news[0]
        #expect(first.kind == .pressRelease)
        #expect(first.link == "https://solna.se/n/17")
        #expect(first.author == "Eva")
        #expect(first.municipalities == [try Fixture.code("0184")])
        #expect(first.identity.hasSuffix(":17") && file.batch.news[1].identity.hasSuffix(":a:b"))
        #expect(file.batch.news[1].body.swedish?.blocks.count == 2)
    }

    @Test func opml() throws {
        let file = try read(
            """
            <opml version="2.0"><head/><body><outline text="Kommuner">
            <outline type="rss" text="Solna" xmlUrl="https://solna.se/rss?a=1&amp;b=2"/>
            <outline text="x" title="Åre" xmlurl="http://are.se/rss"/></outline>
            <outline text="Solna igen" xmlUrl="http://www.solna.se/rss?a=1&b=2"/></body></opml>
            """)
        #expect(file.type == .sources)
        #expect(file.subscriptions.map(\.title) == ["Solna", "Åre"])
        #expect(file.subscriptions[0].address == "https://solna.se/rss?a=1&b=2")
        #expect(file.subscriptions.allSatisfy { $0.kind == .feed })
        #expect(
            problems("<opml>\n<outline xmlUrl=\"file:///etc/passwd\"/></opml>") == [
                "2:-: " + Phrase.badFeedAddress.en
            ])
    }

    @Test func whatIsWrittenAsOPMLIsReadAsItWas() throws {
        let solna = try #require(Fixture.municipalities.first { $0.name == "Solna" })
        let feeds = [
            ListedFeed(title: "A & <B> \"å\" 🎉", address: "https://a.se/rss?x=1&y=2"),
            ListedFeed(title: "Solna", address: "https://solna.se/rss", municipality: solna),
        ]
        let text = try #require(
            SourceListWriter.opml(feeds, title: "Utkik", made: Timestamp(seconds: 1_795_302_000)))
        #expect(text.contains("<dateCreated>Sat, 21 Nov 2026 23:00:00 GMT</dateCreated>"))
        #expect(text.contains("htmlUrl=\"https://solna.se/\""))
        #expect(
            try read(text).subscriptions
                == feeds.map {
                    SourceSettings(
                        address: $0.address, kind: .feed, title: $0.title,
                        municipality: $0.municipality?.code)
                })
    }

    // MARK: Defects

    @Test(arguments: [
        ("Tue, 08 Sep 2026 07:00:00 +0200", "2026-09-08T05:00:00Z"),
        ("Mon, 8 sep 26 07:00 GMT", "2026-09-08T07:00:00Z"),
        ("08 Sep 2026 07:00:00 CEST", "2026-09-08T05:00:00Z"),
        ("Fri, 08 Jan 2026 07:00:00 CET", "2026-01-08T06:00:00Z"),
        ("tis, 8 maj 2026 07:00:00 +0000", "2026-05-08T07:00:00Z"),
        ("2026-09-08T07:00:00+02:00", "2026-09-08T05:00:00Z"),
        ("2026-09-08T07:00:00.123Z", "2026-09-08T07:00:00Z"),
        ("2026-09-08 07:00:00", "2026-09-08T05:00:00Z"),
        ("2026-01-08 07:00:00", "2026-01-08T06:00:00Z"),
        ("2026-03-29 03:30:00", "2026-03-29T01:30:00Z"),
        ("2026-10-25 01:30:00", "2026-10-24T23:30:00Z"),
        ("2026-09-08", "2026-09-08"), ("8 september 2026", "2026-09-08"),
        ("Tue, 31 Feb 2026 07:00:00 GMT", nil), ("i går", nil), ("", nil),
    ])
    func dates(text: String, expected: String?) throws {
        let item = try item(Self.rss("<title>x</title><pubDate>\(text)</pubDate>"))
        #expect(item.published.iso8601 == expected)
    }

    @Test func entitiesAndBareSigns() throws {
        let item = try item(
            "\n \n<?xml version=\"1.0\"?>\n"
                + Self.rss(
                    "<title>AT&T & f&ouml;retag &nbsp;&#229;&#150;&amp;amp; 1 < 2 &okänd; &#0;&#xD800;\u{1}slut</title>"
                ))
        #expect(item.title.swedish == "AT&T & företag å–& 1 < 2 &okänd; slut")
    }

    @Test func unclosedElements() throws {
        let file = try read(
            "<rss><channel><title>T</title><item><title>Ett</title><description>a<br>b<p>c</description>"
                + "<item><title>Två</title></wrong></item></channel></rss>")
        #expect(file.batch.news.map { $0.title.swedish } == ["Ett", "Två"])
        let blocks = file.batch.news[0].body.swedish?.blocks
        #expect(blocks == [.paragraph([.text("a\nb")]), .paragraph([.text("c")])])
    }

    @Test(arguments: TextEncoding.found, [true, false])
    func encodings(encoding: TextEncoding, mark: Bool) throws {
        let text =
            "<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?>" + Self.rss("<title>Åsa – ö</title>")
        let file = try FileReader.read(
            encoded(text, encoding, mark: mark), context: Fixture.context())
        #expect(file.batch.news.first?.title.swedish == "Åsa – ö")
    }

    @Test func identities() throws {
        let link = "<link>https://a.se/n?utm_source=x&amp;id=2&amp;utm_medium=y#top</link>"
        #expect(try item(Self.rss("<title>a</title>" + link)).identity == "https://a.se/n?id=2")
        let plain = try item(Self.rss("<title>a</title><guid>7</guid>"))
        #expect(plain.identity == "news-feed:7")
        let hashed = try item(Self.rss("<title>a</title><description>b</description>"))
        let same = try item(Self.rss("<title>a</title><description>b</description>"))
        let other = try item(Self.rss("<title>a</title><description>c</description>"))
        #expect(hashed.identity == same.identity)
        #expect(hashed.identity != other.identity)
        let shared = try read(
            "<rss><channel>"
                + (1...2).map {
                    "<item><guid>https://a.se</guid><link>https://a.se/\($0)</link><title>\($0)</title></item>"
                }.joined() + "</channel></rss>")
        #expect(shared.batch.news.map(\.identity) == ["https://a.se/1", "https://a.se/2"])
    }

    @Test(arguments: [
        ("Kristinehamns kommun", "x", ["1781"]), ("Nyheter från Göteborgs Stad", "x", ["1480"]),
        ("Nyheter, Upplands Väsby", "x", ["0114"]), ("Marks kommun", "x", ["1463"]),
        ("Mark och miljö", "x", []), ("Kalmar län", "x", []), ("Kul att vara här", "x", []),
        ("Lokalt", "Sala kommun växer", ["1981"]), ("Lokalt", "Stockholm växer", ["0180"]),
        ("Solna stad", "Solna stad och Sundbybergs stad går samman", ["0184", "0183"]),
        ("Håbo kommun", "x", ["0305"]), ("Habo kommun", "x", ["0643"]),
    ])
    func municipalities(feed: String, title: String, codes: [String]) throws {
        let item = try item(
            Self.rss("<title>\(title)</title>", channel: "<title>\(feed)</title>"))
        #expect(item.municipalities.map(\.rawValue) == codes)
    }

    @Test func kinds() throws {
        let link = "<title>a</title><link>https://x.se/pressrum/1</link>"
        #expect(try item(Self.rss(link)).kind == .pressRelease)
        let blog = "<title>Kommunchefens blogg</title>"
        #expect(try item(Self.rss("<title>a</title>", channel: blog)).kind == .blogPost)
        let letter = "<title>a</title><category>Nyhetsbrev</category>"
        #expect(try item(Self.rss(letter, channel: blog)).kind == .newsletter)
    }

    /// Imported, a feed without items is of no use; of a source it has no news yet.
    @Test func aSourceMayHaveNoNewsYet() throws {
        let feed = """
            <rss version="2.0"><channel><title>Solna stad</title><link>https://www.solna.se</link>\
            <description>Nyheter</description></channel></rss>
            """
        #expect(problems(feed) == ["-:-: " + Phrase.emptyFeed.en])
        var context = Fixture.context(fileName: "rss")
        context.source = KnownSource(
            id: Source.ID(rawValue: "solna"),
            settings: SourceSettings(address: "https://www.solna.se/rss"))
        let file = try FileReader.read(Array(feed.utf8), context: context)
        #expect(file.records == 0 && file.batch.sources.first?.title == "Solna stad")
        #expect(throws: ImportFailure.self) {
            try FileReader.read(
                Array("<rss><channel><title>Solna stad</title></channel></rss>".utf8),
                context: context)
        }
    }

    @Test func notAFeed() {
        #expect(problems("<svg><a/></svg>") == ["-:-: " + Phrase.unknownXML("svg").en])
        #expect(problems("<rss><channel></channel></rss>") == ["-:-: " + Phrase.emptyFeed.en])
    }
}

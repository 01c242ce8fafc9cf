import ClimateModel
import Testing

@testable import Ingest

/// Every form that feeds have, and what is wrong with real ones, one at a time.
@Suite struct FeedDefectTests {
    private func item(_ text: String) throws -> NewsItem {
        try #require(try read(text, fileName: "feed.xml").batch.news.first)
    }

    private func rss(_ elements: String) -> String {
        "<rss version=\"2.0\" xmlns:media=\"http://search.yahoo.com/mrss/\"><channel><title>Nytt</title>"
            + "<link>https://solna.se/nytt/</link><item>\(elements)</item></channel></rss>"
    }

    // MARK: Forms

    @Test(arguments: [
        (
            "RSS 0.90",
            "<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\" xmlns=\"http://my.netscape.com/rdf/simple/0.9/\">"
                + "<channel><title>T</title><link>https://a.se</link></channel><item><title>Ett</title><link>https://a.se/1</link></item></rdf:RDF>"
        ),
        (
            "RSS 0.91",
            "<?xml version=\"1.0\"?><!DOCTYPE rss PUBLIC \"-//Netscape Communications//DTD RSS 0.91//EN\" \"http://my.netscape.com/publish/formats/rss-0.91.dtd\">"
                + "<rss version=\"0.91\"><channel><title>T</title><language>sv</language><item><title>Ett</title><link>https://a.se/1</link></item></channel></rss>"
        ),
        (
            "RSS 0.92",
            "<rss version=\"0.92\"><channel><title>T</title><item><description>Ett</description><link>https://a.se/1</link></item></channel></rss>"
        ),
        (
            "RSS 1.0",
            "<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\" xmlns=\"http://purl.org/rss/1.0/\"><channel rdf:about=\"a\">"
                + "<title>T</title></channel><item rdf:about=\"https://a.se/1\"><title>Ett</title><link>https://a.se/1</link></item></rdf:RDF>"
        ),
        (
            "RSS 2.0",
            "<rss version=\"2.0\"><channel><title>T</title><item><title>Ett</title><guid>https://a.se/1</guid></item></channel></rss>"
        ),
        (
            "Atom 0.3",
            "<feed version=\"0.3\" xmlns=\"http://purl.org/atom/ns#\"><title>T</title><entry><title mode=\"escaped\" type=\"text/html\">Ett</title>"
                + "<id>https://a.se/1</id><issued>2004-01-01T00:00:00Z</issued><modified>2004-01-02T00:00:00Z</modified></entry></feed>"
        ),
        (
            "Atom 1.0",
            "<feed xmlns=\"http://www.w3.org/2005/Atom\"><title>T</title><entry><title>Ett</title><id>https://a.se/1</id></entry></feed>"
        ),
        (
            "JSON Feed 1.0",
            "{\"version\":\"https://jsonfeed.org/version/1.0\",\"items\":[{\"id\":\"https://a.se/1\",\"title\":\"Ett\",\"author\":{\"name\":\"Bo\"}}]}"
        ),
        (
            "JSON Feed 1.1",
            "{\"version\":\"https://jsonfeed.org/version/1.1\",\"items\":[{\"id\":\"https://a.se/1\",\"title\":\"Ett\",\"authors\":[{\"name\":\"Bo\"}]}]}"
        ),
    ])
    func forms(format: String, text: String) throws {
        let file = try read(text, fileName: "feed")
        #expect(file.format == format)
        #expect(file.batch.news.map(\.identity) == ["https://a.se/1"])
        #expect(file.batch.news.first?.title.text(in: .swedish) == "Ett")
    }

    @Test func atom03() throws {
        let item = try item(
            """
            <feed version="0.3" xmlns="http://purl.org/atom/ns#"><title>T</title><entry><title>Ett</title><id>tag:a.se,1</id>
            <issued>2004-01-01T00:00:00Z</issued><modified>2004-01-02T00:00:00Z</modified>
            <author><name>Bo</name></author>
            <content type="text/html" mode="escaped">&lt;p&gt;Hej&lt;/p&gt;</content></entry></feed>
            """)
        #expect(item.identity == "tag:a.se,1" && item.author == "Bo")
        #expect(item.published.iso8601 == "2004-01-01T00:00:00Z")
        #expect(item.updated == Timestamp("2004-01-02T00:00:00Z"))
        #expect(item.body.swedish?.blocks == [.paragraph([.text("Hej")])])
    }

    // MARK: Ids, links and fields

    @Test(arguments: ["nyhet:12", "12", "urn:nyhet:12"])
    func shortIDsOfTwoSourcesAreTwoItems(id: String) throws {
        func identity(_ host: String) throws -> String {
            let feed =
                "<rss version=\"2.0\"><channel><title>\(host)</title><link>https://\(host)/</link>"
                + "<item><title>Ett</title><guid isPermaLink=\"false\">\(id)</guid></item></channel></rss>"
            return try item(feed).identity
        }
        #expect(try identity("arvika.se") != identity("eda.se"))
    }

    @Test(arguments: ["urn:uuid:0b6c", "tag:a.se,2026:1", "https://a.se/1"])
    func idsThatAreOneOfAKindAreTheSameThroughAnySource(id: String) throws {
        #expect(try item(rss("<title>Ett</title><guid>\(id)</guid>")).identity == id)
    }

    @Test func aGuidIsTheLinkUnlessItSaysOtherwise() throws {
        let id = "https://solna.se/perma"
        #expect(try item(rss("<title>A</title><guid>\(id)</guid>")).link == id)
        #expect(try item(rss("<title>A</title><guid isPermaLink=\"true\">\(id)</guid>")).link == id)
        #expect(
            try item(rss("<title>A</title><guid isPermaLink=\"false\">\(id)</guid>")).link == nil)
        #expect(try item(rss("<title>A</title><guid>4711</guid>")).link == nil)
        let both = "<title>A</title><guid>\(id)</guid><link>https://solna.se/a</link>"
        #expect(try item(rss(both)).link == "https://solna.se/a")
        let json =
            "{\"version\":\"https://jsonfeed.org/version/1\",\"items\":[{\"id\":\"\(id)\",\"content_text\":\"A\"}]}"
        #expect(try item(json).link == id)
    }

    @Test func fieldsWithoutADeclaredPrefixAreRead() throws {
        let item = try item(
            rss(
                "<title>A</title><description>kort</description><content:encoded>&lt;p&gt;Lång text&lt;/p&gt;</content:encoded>"
                    + "<dc:creator>Eva</dc:creator>"))
        #expect(item.body.text(in: .swedish).plain == "Lång text" && item.author == "Eva")
    }

    @Test func thePodcastsTitleIsNotTheItems() throws {
        let space = "xmlns:i=\"http://www.itunes.com/dtds/podcast-1.0.dtd\""
        let pod = "<i:title \(space)>Podd</i:title>"
        for fields in ["<title>Riktig</title>\(pod)", "\(pod)<title>Riktig</title>"] {
            #expect(try item(rss(fields)).title.text(in: .swedish) == "Riktig")
        }
        #expect(try item(rss(pod)).title.text(in: .swedish) == "Podd")
    }

    /// A prefix stands for another name space also where nobody said which.
    @Test(arguments: ["itunes", "podcast", "x"])
    func aTitleWithAnUndeclaredPrefixIsNotTheItems(prefix: String) throws {
        let other = "<\(prefix):title>Podd</\(prefix):title>"
        for fields in ["<title>Riktig</title>\(other)", "\(other)<title>Riktig</title>"] {
            #expect(try item(rss(fields)).title.text(in: .swedish) == "Riktig")
        }
        #expect(try item(rss(other)).title.text(in: .swedish) == "Podd")
    }

    @Test func usualPrefixesNeedNotBeDeclared() throws {
        let item = try item(
            rss(
                "<dc:title>A</dc:title><dc:date>2026-09-08</dc:date><dc:identifier>n7</dc:identifier>"
                    + "<media:content url=\"https://a.se/b.jpg\"><media:title>Bild</media:title></media:content>"
                    + "<atom:link rel=\"alternate\" href=\"https://a.se/1\"/>"))
        #expect(item.title.text(in: .swedish) == "A" && item.link == "https://a.se/1")
        #expect(item.published.iso8601 == "2026-09-08" && item.identity.hasSuffix("n7"))
    }

    @Test(arguments: ["title", "link", "guid", "pubDate", "author"])
    func anUnclosedFieldEndsWhereTheNextBegins(field: String) throws {
        let fields = [
            "title": "Ett", "link": "https://solna.se/n", "guid": "n1",
            "pubDate": "Tue, 08 Sep 2026 07:00:00 +0200", "author": "Bo",
            "description": "text i &lt;b&gt;fet",
        ]
        let names = ["author", "title", "guid", "link", "pubDate", "description"]
        let order = [field] + names.filter { $0 != field }
        let item = try item(
            rss(
                order.map { name in
                    "<\(name)>\(fields[name] ?? "")" + (name == field ? "" : "</\(name)>")
                }.joined()))
        #expect(item.title.text(in: .swedish) == "Ett")
        #expect(item.link == "https://solna.se/n")
        #expect(item.published.iso8601 == "2026-09-08T05:00:00Z")
        #expect(item.author == "Bo" && item.identity.hasSuffix("n1"))
        #expect(item.body.text(in: .swedish).plain == "text i fet")
    }

    @Test(arguments: [
        "0001-01-01T00:00:00", "1970-01-01T00:00:00Z", "Thu, 01 Jan 1970 00:00:00 GMT",
        "9999-12-31T23:59:59", "0001-01-01", "1970-01-01",
    ])
    func emptyDatesOfPublishingSystemsAreNone(date: String) throws {
        let item = try item(rss("<title>A</title><pubDate>\(date)</pubDate>"))
        #expect(item.published == .unknown)
    }

    // MARK: Dates

    @Test(
        arguments: [
            ("2026-09-08 07:00:00 +0200", "2026-09-08T05:00:00Z"),
            ("2026-09-08 07:00:00 CEST", "2026-09-08T05:00:00Z"),
            ("2026-09-08T07:00+02:00", "2026-09-08T05:00:00Z"),
            ("2026-09-08T07:00:00", "2026-09-08T05:00:00Z"),
            ("Sun, 08 Sep 2026 07:00:00 +0200", "2026-09-08T05:00:00Z"),
            ("Tue, 8 September 2026 07:00:00 GMT+2", "2026-09-08T05:00:00Z"),
            ("Tue, 08 Sep 2026 07:00:00 +2", "2026-09-08T05:00:00Z"),
            ("Tue, 08 Sep 2026 07:00:00 EST", "2026-09-08T12:00:00Z"),
            ("Tue, 08 Sep 2026 07:00:00 XYZ", "2026-09-08T07:00:00Z"),
            ("Tue, 08 Sep 2026 07:00:00", "2026-09-08T05:00:00Z"),
            ("Tuesday, September 8, 2026 - 07:00", "2026-09-08T05:00:00Z"),
            ("Tue Sep  8 07:00:00 2026", "2026-09-08T05:00:00Z"),
            ("8 september 2026 kl. 07.00", "2026-09-08T05:00:00Z"),
            ("tisdag 8 september 2026 07:00", "2026-09-08T05:00:00Z"),
            ("September 8, 2026", "2026-09-08"), ("2026/09/08", "2026-09-08"),
            ("20260908", "2026-09-08"),
            ("2026", "2026"), ("2026-09-08T25:00:00", "2026-09-08"), ("nyss", nil),
            ("Tue, 08 Sep 2026 07:00:00 +99999999999999999999", "2026-09-08T07:00:00Z"),
        ] as [(String, String?)])
    func dates(text: String, expected: String?) throws {
        let item = try item(rss("<title>x</title><pubDate>\(text)</pubDate>"))
        #expect(item.published.iso8601 == expected)
    }

    // MARK: Links

    @Test func relativeLinksHaveABase() throws {
        let relative =
            "<title>x</title><link>/n/1</link><description>&lt;a href='2'&gt;b&lt;/a&gt;</description>"
        #expect(try item(rss(relative)).link == "https://solna.se/n/1")
        let based = rss(relative).replacing("<item>", with: "<item xml:base=\"https://b.se/x/\">")
        let item = try item(based)
        #expect(item.link == "https://b.se/n/1")
        #expect(item.body.swedish?.links.map(\.address) == ["https://b.se/x/2"])
        var context = Fixture.context(fileName: "f")
        context.source = KnownSource(
            id: Source.ID(rawValue: "f"), settings: SourceSettings(address: "https://gammal.se/f"),
            finalAddress: "https://ny.se/feed/rss")
        let file = try FileReader.read(Array(rss(relative).utf8), context: context)
        #expect(file.batch.news.first?.link == "https://ny.se/n/1")
        #expect(file.batch.sources.map(\.id.rawValue) == ["f"])
        #expect(file.batch.sources.first?.address == "https://gammal.se/f")
    }

    @Test func campaignsDontChangeIdentity() throws {
        let first = try item(
            rss(
                "<title>a</title><link>https://a.se/1?utm_source=x&amp;b=2&amp;UTM_medium=rss</link>"
            ))
        let second = try item(rss("<title>b</title><link>https://a.se/1?b=2&amp;fbclid=9</link>"))
        #expect(first.id == second.id && first.identity == "https://a.se/1?b=2")
        #expect(first.link == "https://a.se/1?utm_source=x&b=2&UTM_medium=rss")
    }

    @Test func enclosuresAreLinks() throws {
        let item = try item(
            rss(
                "<title>a</title><link>https://a.se/1</link><enclosure url=\"plan.pdf\" type=\"application/pdf\" length=\"1\"/>"
                    + "<media:content url=\"https://a.se/film.mp4\" type=\"video/mp4\"/>"
                    + "<enclosure url=\"file:///etc/passwd\"/><enclosure url=\"javascript:x\"/>"))
        #expect(
            item.body.swedish?.links.map(\.address) == [
                "https://a.se/plan.pdf", "https://a.se/film.mp4",
            ])
    }

    // MARK: Text

    @Test func picturesAreDescribed() throws {
        let item = try item(
            rss(
                "<title>a</title><description>&lt;p&gt;b &lt;img src='x' alt='Torget i Solna'&gt;&lt;/p&gt;"
                    + "&lt;img src='y' width='1' height='1' alt='spår'&gt;</description>"
                    + "<media:content url=\"https://a.se/1.jpg\" medium=\"image\"><media:title>DSC_1.jpg</media:title>"
                    + "<media:description>Rådhuset i kvällssol</media:description></media:content>")
        )
        #expect(
            item.body.swedish?.blocks == [
                .paragraph([.text("b")]), .paragraph([.emphasis("Torget i Solna")]),
                .paragraph([.emphasis("Rådhuset i kvällssol")]),
            ])
        let xhtml = try self.item(
            "<feed xmlns=\"http://www.w3.org/2005/Atom\"><entry><title>x</title><content type=\"xhtml\"><div xmlns=\"http://www.w3.org/1999/xhtml\">"
                + "<img src=\"x\" alt=\"Torget\"/></div></content></entry></feed>")
        #expect(xhtml.body.swedish?.blocks == [.paragraph([.emphasis("Torget")])])
    }

    @Test func quotationMarksAsNumbersDoNotEndAnAttribute() throws {
        let item = try self.item(
            "<feed xmlns=\"http://www.w3.org/2005/Atom\"><entry><title>x</title><content type=\"xhtml\"><div xmlns=\"http://www.w3.org/1999/xhtml\">"
                + "<p><img src=\"a.png\" alt=\"Det &#34;nya&#x22; torget&#39;s\"/></p></div></content></entry></feed>"
        )
        #expect(item.body.swedish?.blocks == [.paragraph([.emphasis("Det \"nya\" torget's")])])
    }

    @Test func mediaTitlesStandIn() throws {
        let item = try item(
            rss(
                "<media:group><media:title>Film om råd</media:title><media:description>Om filmen</media:description></media:group>"
            ))
        #expect(item.title.swedish == "Film om råd")
        #expect(item.body.swedish?.plain == "Om filmen")
        let both = try self.item(rss("<title>Eget</title><media:title>Annat</media:title>"))
        #expect(both.title.swedish == "Eget")
    }

    @Test func characterData() throws {
        let item = try item(
            rss(
                "<title><![CDATA[A & B <i>c</i>]]></title><description><![CDATA[x ]]]]><![CDATA[> y]]></description>"
            ))
        #expect(item.title.swedish == "A & B c")
        #expect(item.body.swedish?.plain == "x ]]> y")
    }

    @Test func namedEncodings() throws {
        let euro = rss("<title>1 @</title>").utf8.map { $0 == UInt8(ascii: "@") ? 0xA4 : $0 }
        let declared = Array("<?xml version='1.0' encoding='ISO-8859-15'?>".utf8) + euro
        let file = try FileReader.read(declared, context: Fixture.context())
        #expect(file.batch.news.first?.title.swedish == "1 €" && file.encoding == .named)
        var context = Fixture.context()
        context.source = KnownSource(
            id: Source.ID(rawValue: "f"), settings: SourceSettings(address: "https://a.se"),
            charset: "iso-8859-15")
        let served = try FileReader.read(euro, context: context)
        #expect(served.batch.news.first?.title.swedish == "1 €")
    }

    @Test func languageIsTold() throws {
        let english = rss(
            "<title>The municipality has moved up</title><description>We are glad of the rank.</description>"
        )
        #expect(try item(english).title.english == "The municipality has moved up")
        let told = english.replacing("<item>", with: "<language>sv-SE</language><item>")
        #expect(try item(told).title.swedish != nil)
    }

    // MARK: Cut off and empty

    /// An answer that was cut off anywhere is told from one that lost a tag.
    @Test func cutOff() throws {
        let whole = Array(rss("<title>Ett</title></item><item><title>Två</title>").utf8)
        let end = "</rss>".utf8.count
        for count in 100..<(whole.count - end) {
            #expect(failure(Array(whole[..<count]))?.kind == .truncated)
        }
        let file = try FileReader.read(Array(whole.dropLast(end)), context: Fixture.context())
        #expect(file.records == 2)
        let unclosed = rss("<title>Ett<item><title>Två</title>").replacing(
            "</item></channel>", with: "</channel>")
        #expect(try read(unclosed).records == 2)
        #expect(
            failure("{\"version\":\"https://jsonfeed.org/version/1\",\"items\":[{\"id\":\"1\"")?
                .kind == .truncated)
    }

    @Test func empty() {
        for text in [
            "", " \n", "<rss version=\"2.0\"><channel><title>T</title></channel></rss>",
            "<feed xmlns=\"http://www.w3.org/2005/Atom\"><title>T</title></feed>",
            "{\"version\":\"https://jsonfeed.org/version/1\",\"items\":[]}",
        ] {
            #expect(failure(text)?.kind == .empty)
        }
        #expect(
            failure("<rss><channel>" + String(repeating: "<a>", count: 100))?.kind == .overLimits)
        #expect(failure("<svg/>")?.kind == .unreadable)
    }
}

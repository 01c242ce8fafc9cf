import ClimateModel
import Testing

@testable import Ingest

/// What becomes of the HTML of a body.
@Suite struct HTMLTextTests {
    private func blocks(_ html: String) throws -> [StructuredText.Block] {
        let text = FeedTests.rss("<title>x</title><description><![CDATA[\(html)]]></description>")
        return try read(text).batch.news.first?.body.swedish?.blocks ?? []
    }

    @Test func structure() throws {
        #expect(
            try blocks(
                """
                <h2>Rubrik</h2><p>Ett  <b>fett</b> <i>kursivt</i> ord &amp; <a href="https://a.se">en
                länk</a>.</p><ul><li>ett</li><li>två <b>b</b></ul><ol><li>I<ul><li>inre</li></ul></li></ol>
                <blockquote><p>Citat</p></blockquote><div>Sist<br><br>Nytt<br/>rad</div>
                """) == [
                    .heading(level: 2, [.text("Rubrik")]),
                    .paragraph([
                        .text("Ett "), .strong("fett"), .text(" "), .emphasis("kursivt"),
                        .text(" ord & "), .link(text: "en länk", address: "https://a.se"),
                        .text("."),
                    ]),
                    .list(ordered: false, items: [[.text("ett")], [.text("två "), .strong("b")]]),
                    .list(ordered: true, items: [[.text("I")], [.text("inre")]]),
                    .quote([.text("Citat")]), .paragraph([.text("Sist")]),
                    .paragraph([.text("Nytt\nrad")]),
                ])
    }

    @Test func nothingActiveIsKept() throws {
        #expect(
            try blocks(
                """
                <p>Före<script>alert("<p>ond</p>")</script><style>p{}</style><img src="https://spy.se/1.gif">
                <a href="javascript:alert(1)">js</a> <a href="data:text/html,x">data</a>
                <iframe src="x">inne</iframe>efter</p>
                """) == [.paragraph([.text("Före js data efter")])])
    }

    @Test func textWithoutTags() throws {
        #expect(try blocks("Bara text\nmed rad") == [.paragraph([.text("Bara text\nmed rad")])])
        #expect(try blocks("F&ouml;r &lt;b&gt;") == [.paragraph([.text("För <b>")])])
    }

    @Test func pictureInsideTheText() throws {
        let picture =
            "<img src=\"data:image/png;base64," + String(repeating: "A", count: 90_000) + "\">"
        #expect(try blocks("<p>a\(picture)b</p>") == [.paragraph([.text("ab")])])
    }
}

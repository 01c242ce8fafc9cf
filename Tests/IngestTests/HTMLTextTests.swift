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
                    .list(ordered: true, items: [[.text("I")], [.text("– inre")]]),
                    .quote([.text("Citat")]), .paragraph([.text("Sist")]),
                    .paragraph([.text("Nytt\nrad")]),
                ])
    }

    @Test func itemsBelowOthersKeepTheirLevel() throws {
        #expect(
            try blocks(
                """
                <ul><li>Ett<ul><li><b>Två</b> a<ol><li>Tre</li></ol></li></ul></li><li>Åter</li></ul>
                """) == [
                    .list(
                        ordered: false,
                        items: [
                            [.text("Ett")], [.text("– "), .strong("Två"), .text(" a")],
                            [.text("– – Tre")], [.text("Åter")],
                        ])
                ])
        let deep = String(repeating: "<ul><li>", count: 100) + "botten"
        #expect(try blocks(deep) == [.list(ordered: false, items: [[.text("– – – – – botten")]])])
    }

    @Test func aRowOfATableIsAParagraph() throws {
        #expect(
            try blocks(
                """
                <p>Före</p><table><caption>Namn</caption><thead><tr><th>Kommun</th> <th>Plats</th></tr></thead>
                <tbody><tr><td><p>Kil</p></td><td><b>7</b></td><td></td></tr>
                <tr><td>Arvika<td><a href="https://a.se">89</a> av 290</tbody></table>efter
                """) == [
                    .paragraph([.text("Före")]), .paragraph([.text("Namn")]),
                    .paragraph([.text("Kommun · Plats")]),
                    .paragraph([.text("Kil · "), .strong("7")]),
                    .paragraph([
                        .text("Arvika · "), .link(text: "89", address: "https://a.se"),
                        .text(" av 290"),
                    ]), .paragraph([.text("efter")]),
                ])
    }

    @Test func aTableThatLaysOutAPageKeepsItsParagraphs() throws {
        #expect(
            try blocks(
                """
                <table><tr><td><h2>Nyhetsbrev</h2><p>Ett</p><p>Två</p><table><tr><td>A</td><td>B</td></tr></table>
                Tre<br><br>Fyra</td><td>Fem</td></tr></table>
                """) == [
                    .heading(level: 2, [.text("Nyhetsbrev")]), .paragraph([.text("Ett")]),
                    .paragraph([.text("Två")]), .paragraph([.text("A · B")]),
                    .paragraph([.text("Tre")]), .paragraph([.text("Fyra")]),
                    .paragraph([.text("Fem")]),
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

import ClimateModel
import Testing

@testable import Ingest

/// What becomes of a newsletter's page.
@Suite struct NewsletterTests {
    private func item(_ html: String) throws -> NewsItem {
        let text = MailTests.message("Content-Type: text/html; charset=utf-8\n\n" + html)
        return try #require(try read(text, fileName: "brev.eml").batch.news.first)
    }

    private func blocks(_ html: String) throws -> [StructuredText.Block] {
        try item(html).body.swedish?.blocks ?? []
    }

    /// Tables within tables, a hidden preheader, sections set in large type, pictures and a foot, as services for newsletters
    /// send them.
    @Test func aNewsletterAsServicesSendIt() throws {
        let item = try item(
            """
            <!DOCTYPE html><html lang="sv"><head><style>.dold{display:none !important}
            @media (max-width:600px){.kolumn{display:none}}</style></head><body>
            <div style="display:none;max-height:0">Läs om placeringen och om lunchen</div>
            <span class="dold">Också dold</span><span class="preheader">Förhandstext</span>
            <!--[if mso]><table><tr><td>Bara i Outlook</td></tr></table><![endif]-->
            <table role="presentation" width="600"><tr><td class="kolumn">
              <a href="https://kristinehamn.se/brev/10">Visa i webbläsaren</a></td></tr>
            <tr><td><a href="https://kristinehamn.se"><img src="https://spy.se/l.png" alt="Logotyp"></a></td></tr>
            <tr><td><h1>Nyhetsbrev till näringslivet</h1></td></tr>
            <tr><td style="font-size:24px;font-weight:bold">Kommunen klättrar</td></tr>
            <tr><td style="font-size:14px"><p>Kristinehamn hamnar på <b>plats 150</b>, upp 31 platser, och året innan
            låg kommunen på plats 181.</p><p><a href="https://kristinehamn.se/1?utm_source=brev">Läs mer</a></p></td></tr>
            <tr><td><table><tr><td style="font-size:14px"><p><strong>Frukost för företag</strong></p>
              <p>Den 3 november.</p></td><td><img src="x.jpg" alt="Frukostbord i Folkets hus"></td></tr></table></td></tr>
            <tr><td><table><tr><th>År</th><th>Plats</th></tr><tr><td>2020</td><td>181</td></tr>
              <tr><td>2021</td><td>150</td></tr></table></td></tr>
            <tr><td><a href="https://facebook.com/k">Facebook</a> <a href="https://x.com/k">X</a></td></tr>
            <tr><td style="font-size:11px">Kristinehamns kommun, Uroxvägen 2, 681 84 Kristinehamn</td></tr>
            <tr><td style="font-size:11px">Du får det här brevet för att du anmält dig.
              <a href="https://s.se/u?id=1">Avprenumerera</a></td></tr>
            <tr><td>© 2021 Kristinehamns kommun</td></tr></table>
            <img src="https://spy.se/o.gif?id=42" width="1" height="1" alt="öppnad"></body></html>
            """)
        #expect(item.link == "https://kristinehamn.se/brev/10")
        #expect(
            item.body.swedish?.blocks == [
                .heading(level: 2, [.text("Kommunen klättrar")]),
                .paragraph([
                    .text("Kristinehamn hamnar på "), .strong("plats 150"),
                    .text(", upp 31 platser, och året innan låg kommunen på plats 181."),
                ]),
                .paragraph([
                    .link(text: "Läs mer", address: "https://kristinehamn.se/1?utm_source=brev")
                ]), .heading(level: 3, [.text("Frukost för företag")]),
                .paragraph([.text("Den 3 november.")]),
                .paragraph([.emphasis("Frukostbord i Folkets hus")]),
                .paragraph([.text("År · Plats")]), .paragraph([.text("2020 · 181")]),
                .paragraph([.text("2021 · 150")]),
            ])
    }

    @Test func theFootIsLeftOutAndNotWhatComesBeforeIt() throws {
        let text =
            "<p>Ett.</p><p>Vi är fler som vill avregistrera bilar.</p><p>Tre.</p><p>Fyra.</p>"
        let foot = "<p>Vill du inte ha fler brev? <a href='https://a.se/u'>Klicka här</a></p>"
        #expect(try blocks(text + foot + "<p>Adressen 1</p>").count == 4)
        #expect(try blocks(foot + text).count == 4)
    }

    /// News that has the words of a foot says them of others than the reader.
    @Test(arguments: [
        "Under 2025 startades 124 bolag och 39 företag avregistrerades.",
        "Företagare ska inte längre få besked per post.",
        "Antalet avregistreringar minskar, visar siffror från Bolagsverket.",
        "Kommunen och regionen säger upp prenumerationen på systemet.",
    ])
    func newsWithTheWordsOfAFootStays(news: String) throws {
        let found = try blocks("<p>Ett.</p><p>\(news)</p><p>Tre.</p>")
        #expect(found.map { $0.inlines.map(\.plain).joined() } == ["Ett.", news, "Tre."])
    }

    @Test(arguments: [
        "<p>Avregistrera dig</p>", "<p><a href='https://a.se/u'>Avregistrering</a></p>",
        "<p>Vill du inte längre få våra utskick? Svara nej.</p>",
        "<p>För avregistrering, skriv till <a href='mailto:a@b.se'>a@b.se</a></p>",
        "<p>För avregistrering, skriv till a@b.se</p>",
        "<p>Unsubscribe from this e-mail</p>", "<p>Unsubscribe</p>", "<p>Avregistrera mig</p>",
    ])
    func howToUnsubscribeGoes(foot: String) throws {
        let found = try blocks("<p>Ett.</p><p>Två.</p>\(foot)<p>Sista.</p>")
        #expect(found.count == 2)
    }

    /// An address may have the word for what the text is about.
    @Test(arguments: [
        "Så <a href='https://bolagsverket.se/avregistrera-aktiebolag'>avregistreras ett bolag</a>.",
        "Allt fler bolag läggs ner i länet, och många ägare väntar för länge med att säga till, berättar"
            + " näringslivschefen Eva Ek, som vill att <a href='https://verket.se/avregistrera'>anmälan</a>"
            + " ska bli enklare att göra för den som driver företaget vidare.",
    ])
    func textThatLinksToPagesOfThatNameStays(news: String) throws {
        let found = try blocks("<p>Ett.</p><p>\(news)</p><p>Tre.</p>")
        #expect(found.count == 3, "\(found)")
    }

    @Test(arguments: [
        "avregistrera", "avregistrera?id=1", "avregistrera/a1b2", "brev/avregistrera.aspx#x",
    ])
    func linksToUnsubscribingGo(path: String) throws {
        let foot = "<p><a href='https://a.se/\(path)'>Sluta få brevet</a></p>"
        #expect(try blocks("<p>Ett.</p><p>Två.</p>\(foot)<p>Sista.</p>").count == 2)
    }

    @Test func englishIsTold() throws {
        let item = try item(
            "<p>The municipality has moved up to the 150th place and we are glad.</p>")
        #expect(item.title == LocalizedText(english: "Nyhetsbrev till näringslivet"))
        #expect(item.body.english != nil && item.body.swedish == nil)
    }

    @Test(arguments: [
        "display:none", "DISPLAY : none !important", "visibility:hidden", "mso-hide:all",
        "opacity:0", "font-size:0px;line-height:0", "max-height:0px;overflow:hidden",
    ])
    func hidden(style: String) throws {
        #expect(
            try blocks("<div style=\"\(style)\">dolt</div><p>syns</p>") == [
                .paragraph([.text("syns")])
            ])
    }

    /// MJML sets a size of nought around every box, to be rid of gaps, and the text's own on the innermost.
    @Test func boxesOfNoSizeShowWhatHasOne() throws {
        let found = try blocks(
            """
            <div style="font-size:0px"><table role="presentation" style="font-size:1px"><tr>
            <td style="font-size:0px"><div style="font-size:13px">Kommunen klättrar.</div></td></tr>
            <tr><td style="font-size:0px"><font size="2">Plats 88.</font></td></tr>
            <tr><td style="font-size:0px"><div style="font-size:1px">Dolt</div></td></tr>
            <tr><td style="font-size:0px"><div style="font-size:1em">Också dolt</div></td></tr>
            </table></div>
            """)
        #expect(
            found == [
                .paragraph([.text("Kommunen klättrar.")]), .paragraph([.text("Plats 88.")]),
            ])
    }

    /// Title and text of a section in one cell, parted by no more than line breaks.
    @Test(arguments: [
        "<span style='font-size:20px;font-weight:bold'>Frukost</span><br><br>",
        "<font size=4><b>Frukost</b></font><br>", "<b>Frukost</b><br>",
        "<font size='+2'>Frukost</font><br/>",
        "<br><strong>Fruk</strong><strong>ost</strong><br><br>",
        "<a href='https://a.se'><span style='font-size:22px'>Frukost</span></a><br>",
    ])
    func aTitleWithItsTextInOneCell(title: String) throws {
        let text = "Vi bjuder på frukost torsdag 26 mars för alla som driver företag."
        let found = try blocks(
            "<table><tr><td style='font-size:14px'>\(title)\(text)<br>Välkomna.</td></tr></table>")
        #expect(found.count == 2)
        guard case .heading(_, let inlines)? = found.first else {
            Issue.record("\(found)")
            return
        }
        #expect(inlines.map(\.plain).joined() == "Frukost")
        #expect(found.last?.inlines.map(\.plain).joined().hasPrefix("Vi bjuder") == true)
    }

    @Test func severalSectionsInOneCell() throws {
        let found = try blocks(
            """
            <table><tr><td><font size=4><b>Frukost</b></font><br><font size=2>Torsdag bjuder vi på frukost.</font><br><br>
            <font size=4><b>Ny plan</b></font><br><font size=2>Samråd pågår om den nya planen.</font></td></tr></table>
            """)
        let texts = found.map { $0.inlines.map(\.plain).joined() }
        #expect(
            texts == [
                "Frukost", "Torsdag bjuder vi på frukost.", "Ny plan",
                "Samråd pågår om den nya planen.",
            ])
    }

    @Test(arguments: [
        "<b>Obs!</b> Mötet är flyttat.<br>Välkomna.", "<b>Kommunen bygger nytt.</b><br>Välkomna.",
        "Mötet är flyttat.<br><b>Välkomna</b>", "<b>Tid:</b><br>Klockan nio.",
    ])
    func boldWordsInATextAreNoTitle(text: String) throws {
        let found = try blocks("<table><tr><td>\(text)</td></tr></table><p>Slut.</p>")
        #expect(!found.contains { if case .heading = $0 { true } else { false } })
    }

    @Test(
        arguments: [
            ("<img src=a.gif width=1 height=1 alt=spår>", nil), ("<img src=a.png>", nil),
            ("<img src=a.png alt=''>", nil), ("<img alt='IMG_0042.jpg'>", nil),
            ("<img alt='logo'>", nil), ("<img style='width:1px' alt='Öppnad'>", nil),
            ("<img width=600 alt='Torget i Säffle'>", "Torget i Säffle"),
        ] as [(String, String?)])
    func pictures(html: String, description: String?) throws {
        let found = try blocks("<p>Före.</p>" + html)
        let expected: [StructuredText.Block] =
            [.paragraph([.text("Före.")])]
            + (description.map { [.paragraph([.emphasis($0)])] } ?? [])
        #expect(found == expected)
    }
}

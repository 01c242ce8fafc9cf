import ClimateModel
import Testing

@testable import Ingest

/// What of a page is its text, and what stands beside it.
@Suite struct PagePartsTests {
    private func paragraphs(_ main: String, head: String = "") throws -> [String] {
        let html = """
            <html lang="sv"><head><title>Ny väg</title>\(head)</head><body><main><h1>Ny väg</h1>\(main)
            <p>Arbetet görs i två etapper, och trafiken leds om under hela våren.</p>
            <p>Kommunen och regionen delar på kostnaden, som blir tolv miljoner kronor.</p></main></body></html>
            """
        return try DocumentReader.page(html, context: Fixture.context(fileName: "sida.html"))
            .paragraphs
    }

    /// Publishing systems name boxes by how they are laid out, and by words that only look like others.
    @Test(arguments: [
        "sv-text-portlet sv-skip-spacer", "elementor-widget elementor-widget-text-editor",
        "elementor-widget-container", "ad-hoc", "promo-text", "content-with-social-block",
        "tags-below", "vc_widget_text", "banner-and-text",
    ])
    func boxesOfTextAreText(name: String) throws {
        let found = try paragraphs("<div class='\(name)'><p>Vägen får cykelbana.</p></div>")
        #expect(found.first == "Vägen får cykelbana.")
    }

    @Test(arguments: [
        "widget", "widget widget_text", "widget-area", "ad", "box ads", "tags", "promo", "banner",
        "social", "social-links", "dela", "skip-link", "skiplink", "cookie-banner", "main-menu",
    ])
    func boxesBesideTheTextAreNot(name: String) throws {
        let found = try paragraphs("<div class='\(name)'><p>Något annat.</p></div>")
        #expect(found.first?.hasPrefix("Arbetet görs") == true)
    }

    /// What scripts fade in, fold out or set in size is there to be read.
    @Test(arguments: [
        "opacity:0", "opacity: 0; transition: .3s", "max-height:0;overflow:hidden", "font-size:0",
    ])
    func textThatIsShownLaterIsText(style: String) throws {
        let box = "<div class='r'><p>Vägen får cykelbana.</p></div>"
        let sheet = "<style>.r{\(style)}</style>"
        #expect(try paragraphs(box, head: sheet).first == "Vägen får cykelbana.")
        let own = box.replacing("class='r'", with: "style='\(style)'")
        #expect(try paragraphs(own).first == "Vägen får cykelbana.")
    }

    @Test(arguments: ["display:none", "visibility:hidden"])
    func textThatIsNotShownIsNot(style: String) throws {
        let box = "<div class='r'><p>Vägen får cykelbana.</p></div>"
        let sheet = "<style>.r{\(style)}</style>"
        #expect(try paragraphs(box, head: sheet).first?.hasPrefix("Arbetet") == true)
    }

    /// Sections of the text whose headings begin as those of lists of other pages do.
    @Test(arguments: [
        "Senaste nytt i projektet", "Dela dina synpunkter", "Kommentarer från företagarna",
        "Liknande satsningar ger resultat", "Sidansvarig utses i mars", "Related work",
    ])
    func sectionsOfTheTextStay(heading: String) throws {
        let found = try paragraphs("<h2>\(heading)</h2><p>Vägen får cykelbana.</p>")
        #expect(found.prefix(2) == [heading, "Vägen får cykelbana."])
    }

    @Test(arguments: [
        "Kommentarer", "Kommentarer (3)", "3 kommentarer", "Lämna ett svar till Eva",
        "Relaterade nyheter", "Liknande", "Dela", "Dela sidan", "Dela den här sidan:",
        "Senaste nytt", "Läs också:", "Related articles", "Comments",
    ])
    func sectionsOfOthersGo(heading: String) throws {
        let found = try paragraphs(
            "<p>Vägen byggs.</p><h2>\(heading)</h2><p>Annat.</p><h2>Mer</h2>")
        #expect(found.prefix(2) == ["Vägen byggs.", "Mer"])
    }

    @Test(arguments: [
        ("Näringslivet berättar om kakor och bullar på torget.", true), ("Om kakor", false),
        ("Vi använder kakor. Läs mer om kakor", false),
    ])
    func newsOfCakesIsNoNoticeOfCookies(text: String, isText: Bool) throws {
        #expect(try paragraphs("<p>\(text)</p>").contains(text) == isText)
    }
}

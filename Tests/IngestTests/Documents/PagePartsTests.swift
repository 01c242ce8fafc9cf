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
}

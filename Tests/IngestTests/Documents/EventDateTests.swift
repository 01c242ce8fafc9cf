import ClimateModel
import Testing

@testable import Ingest

/// When an event takes place is not when its page was published, though it is over by now.
@Suite struct EventDateTests {
    private func published(_ body: String, head: String = "") throws -> String? {
        let html =
            "<html><head>\(head)</head><body><main><h1>Frukost</h1>\(body)<p>Mer text.</p></main></body></html>"
        return try DocumentReader.page(html, context: Fixture.context()).published.iso8601
    }

    @Test(arguments: [
        "<p>Tid: 12 mars 2025</p>", "<p>Tid: 12 mars 2025 kl 7–9</p>", "<p>När: 12 mars 2025</p>",
        "<p>Tid: 12 mars</p>", "<p>Tid:</p><p>12 mars 2025</p>",
        "<dl><dt>Tid</dt><dd>12 mars 2025</dd></dl>", "<h3>När?</h3><p>12 mars 2025 kl 07.30</p>",
        "<p>Tid<br>12 mars 2025</p>", "<p>12 mars 2025 kl 7–9</p>",
        "<p>12 mars 2025, 07:30–09:00</p>", "<p>Datum: 12 mars 2025</p><p>Plats: Torget</p>",
        "<p>Datum: 12 mars 2025</p><p>Tid: 7–9</p>", "<p>12 mars 2025</p><p>Plats: Torget</p>",
        "<p>Tid: <time datetime='2025-03-12T07:30'>12 mars</time></p>",
        "<p>När? <time datetime='2025-03-12'>12 mars 2025</time></p>",
        "<div>Datum och tid</div><div><time datetime='2025-03-12'>12 mars 2025</time></div>",
        "<p>Sista anmälningsdag 12 mars 2025</p>", "<p>Anmäl dig senast 12 mars 2025</p>",
        "<p>Datum och tid: 12 mars 2025 kl 7.30</p>", "<p>When: 12 March 2025</p>",
        "<p>Date and time: 12 March 2025</p>",
    ])
    func theDayOfAnEventIsNotThatOfPublishing(body: String) throws {
        #expect(try published(body) == nil)
        let told = try published(body + "<p>Publicerad 2025-02-01</p>")
        #expect(told == "2025-02-01")
    }

    @Test(arguments: [
        ("<p>12 mars 2025</p>", "2025-03-12"), ("<p>Datum: 12 mars 2025</p>", "2025-03-12"),
        ("<p>1 juni 2023 kl 08.00</p>", "2023-06-01"),
        ("<p><time datetime='2025-03-12'>12 mars</time></p>", "2025-03-12"),
        ("<p>Nyhet <time datetime='2025-03-12'>12 mars</time></p>", "2025-03-12"),
        (
            "<p>12 mars 2025</p><p>Kommunen öppnar ett nytt torg.</p><p>Plats: Torget</p>",
            "2025-03-12"
        ),
    ])
    func otherDaysAre(body: String, expected: String) throws {
        #expect(try published(body) == expected)
    }
}

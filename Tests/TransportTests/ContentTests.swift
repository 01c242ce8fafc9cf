import Testing
import Transport
import WebFixtures

@Suite struct ContentTests {
    @Test func aPageComesWithWhatItsServerTells() async throws {
        let server = try WebServer([
            "/feed": .page(
                "Hej från Årjäng", type: "Text/HTML; Charset=\"ISO-8859-1\"", etag: "\"å-1\"",
                lastModified: "Tue, 08 Sep 2026 07:00:00 GMT",
                headers: [("Cache-Control", "public, max-age=600"), ("Age", "100")])
        ])
        let response = try await WebClient.testing().get(.own(server.url("/feed")))
        #expect(response.status == 200)
        #expect(try String(decoding: response.body.bytes(), as: UTF8.self) == "Hej från Årjäng")
        #expect(response.mediaType == "text/html")
        #expect(response.charset == "iso-8859-1")
        #expect(response.maxAge == 500)
        #expect(response.movedTo == nil)
        #expect(response.isSurelyWhole)
        let request = try #require(server.requests.first)
        #expect(request.headers["user-agent"]?.hasPrefix("Utkik/1.0 (+https://") == true)
        #expect(request.headers["accept-encoding"] == "gzip, br")
        #expect(request.headers["cookie"] == nil)
    }
}

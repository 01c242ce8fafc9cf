import Foundation
import Testing
import Transport
import WebFixtures

/// Content compressed with Brotli (RFC 7932). What the servers send was compressed beforehand, by the format's own library.
@Suite struct BrotliTests {
    private func failure(_ base64: String) async throws -> WebError? {
        let server = try server(base64)
        let failure = await WebClient.testing().failure(.own(server.url("/")))
        #expect(server.requests.count == 1)
        return failure
    }

    private func server(_ base64: String) throws -> WebServer {
        let bytes = Array(try #require(Data(base64Encoded: base64)))
        return try WebServer([
            "/": .page(
                bytes, headers: [("Content-Encoding", "br")])
        ])
    }

    /// "näringsliv " 10,000 times.
    private static let text = "W7/UgV/cxtb1PxHEYdBcrVccGAvoxhyQvyocawE="
    /// 64 MiB of zeros.
    private static let bomb = """
        y///P/gnAOKxQCD3/o///3/wTwDEYRGA7v0f////4J8AiMMCAN37P/7//8E/ARCHBQC693/8//+DfwIgDgsAdO//+P//B/8EQBwWAOje//H//w/+CYA4LADQvf/j//8f/BMAcVgAoHv/Nw==
        """

    @Test func isDecompressed() async throws {
        let server = try server(Self.text)
        let response = try await WebClient.testing().get(.own(server.url("/")))
        #expect(try response.body.text == String(repeating: "näringsliv ", count: 10_000))
        #expect(server.requests.first?.headers["accept-encoding"]?.contains("br") == true)
    }

    @Test func aBombStopsAtTheLimit() async throws {
        #expect(try await failure(Self.bomb) == .tooLarge(limit: 15 << 20))
    }

    @Test func whatIsNoBrotliIsToldAsBroken() async throws {
        let text = Data("no Brotli at all".utf8).base64EncodedString()
        #expect(try await failure(text) == .broken(.compression))
    }
}

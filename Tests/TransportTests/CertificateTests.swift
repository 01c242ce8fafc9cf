import Testing
import Transport
import WebFixtures

@Suite struct CertificateTests {
    private func failure(_ identity: ServerIdentity, isKnown: Bool = true) async throws -> WebError?
    {
        let server = try WebServer(["/": .page("there")], identity: identity)
        let authorities = isKnown ? ServerIdentity.authority : nil
        let failure = await WebClient.testing(authorities: authorities)
            .failure(.own(server.url("/")))
        #expect((failure == nil) == (server.requests.count == 1))
        return failure
    }

    @Test func aServerThatShowsWhoItIsIsHeard() async throws {
        #expect(try await failure(.trusted) == nil)
    }

    @Test func aServerThatDoesNotIsNot() async throws {
        let host = "127.0.0.1"
        #expect(try await failure(.expired) == .certificate(.expired, host: host))
        #expect(try await failure(.early) == .certificate(.notYetValid, host: host))
        #expect(try await failure(.otherName) == .certificate(.wrongName, host: host))
        #expect(
            try await failure(.trusted, isKnown: false) == .certificate(.unknownIssuer, host: host))
    }

    @Test func aServerThatDoesNotEncryptIsNotHeard() async throws {
        // It greets whoever connects, in plain text.
        let server = try MailServer()
        let address = server.url("").replacing("imap:", with: "https:")
        #expect(await WebClient.testing().failure(.own(address)) == .encryption(host: "127.0.0.1"))
    }
}

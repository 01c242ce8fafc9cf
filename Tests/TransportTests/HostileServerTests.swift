import Testing
import Transport
import WebFixtures

/// A broken or hostile server costs no more than its time and its bytes.
@Suite(.timeLimit(.minutes(1))) struct HostileServerTests {
    private func failure(
        _ behaviour: Behaviour, limits: WebLimits = WebLimits()
    ) async throws -> WebError? {
        let server = try WebServer(["/": behaviour])
        return await WebClient.testing(limits).failure(.own(server.url("/")))
    }

    @Test func aRequestMayHaveLessTimeThanOthers() async throws {
        let server = try WebServer(["/": .hang])
        var request = WebRequest.own(server.url("/"))
        request.patience = .seconds(1)
        #expect(await WebClient.testing().failure(request) == .timeout(seconds: 1))
    }

    @Test func silenceIsTooSlow() async throws {
        #expect(try await failure(.hang, limits: .quick) == .tooSlow(seconds: 1))
    }

    @Test func aDrippedHeaderIsTooSlow() async throws {
        #expect(try await failure(.dripHeader(), limits: .quick) == .tooSlow(seconds: 1))
    }

    @Test func aDrippedBodyIsTooSlow() async throws {
        #expect(try await failure(.dripBody(), limits: .quick) == .tooSlow(seconds: 1))
    }

    @Test func asMuchAsNeededWithoutEndTakesTooLong() async throws {
        let limits = WebLimits(total: .milliseconds(1_500))
        let drip = Behaviour.dripBody(1_000, every: .milliseconds(50))
        #expect(try await failure(drip, limits: limits) == .timeout(seconds: 1))
    }

    @Test func redirectsShareTheTime() async throws {
        let limits = WebLimits(total: .milliseconds(900))
        let slow = Behaviour.slow(.milliseconds(400), .redirectLoop)
        #expect(try await failure(slow, limits: limits) == .timeout(seconds: 0))
    }

    @Test func aServerThatNeverShakesHandsIsNoConnection() async throws {
        let listener = try SilentListener()
        let client = WebClient.testing(.quick)
        let failure = await client.failure(.own("https://127.0.0.1:\(listener.port)/"))
        #expect(failure == .connectTimeout(host: "127.0.0.1", seconds: 1))
    }

    @Test func nobodyThereIsRefused() async throws {
        let address = "http://127.0.0.1:\(try SilentListener.closedPort())/"
        #expect(await WebClient.testing().failure(.own(address)) == .refused(host: "127.0.0.1"))
    }

    @Test func aNameThatCannotBeIsNotFound() async throws {
        // Longer than a name may be (RFC 1035), so that nobody has to be asked.
        let name = String(repeating: "x", count: 64) + ".example"
        let failure = await WebClient.testing().failure(WebRequest(url: "http://\(name)/"))
        #expect(failure == .nameNotFound(host: name))
    }

    @Test func aHalfClosedAnswerIsCutShort() async throws {
        #expect(try await failure(.halfClose("half")) == .broken(.cutShort))
        #expect(try await failure(.brokenChunks("half")) == .broken(.cutShort))
        #expect(try await failure(.reset) == .broken(.cutShort))
        #expect(try await failure(.silentClose) == .broken(.cutShort))
    }

    @Test func contentThatIsNotCompressedAsToldIsBroken() async throws {
        #expect(try await failure(.falseGzip) == .broken(.compression))
    }

    @Test func aGzipBombStopsAtTheLimit() async throws {
        #expect(try await failure(.gzipBomb()) == .tooLarge(limit: 15 << 20))
    }

    @Test func anEndlessBodyStopsAtTheLimit() async throws {
        #expect(try await failure(.endless) == .tooLarge(limit: 15 << 20))
    }

    @Test func aLengthOverTheLimitIsNotWaitedFor() async throws {
        let huge = Behaviour.halfClose("x", announced: 16 << 20)
        #expect(try await failure(huge) == .tooLarge(limit: 15 << 20))
    }

    @Test func theLimitItselfIsAllowed() async throws {
        let server = try WebServer(["/": .page("12345")])
        let client = WebClient.testing()
        var request = WebRequest.own(server.url("/"))
        request.sizeLimit = 5
        #expect(try await client.get(request).body.count == 5)
        request.sizeLimit = 4
        #expect(await client.failure(request) == .tooLarge(limit: 4))
    }

    @Test func headersWithoutEndStop() async throws {
        #expect(try await failure(.hugeHeaders()) == .broken(.headers))
        #expect(try await failure(.endlessHeader) == .broken(.headers))
    }

    @Test func whatIsNoHTTPIsMalformed() async throws {
        #expect(try await failure(.babble) == .broken(.malformed))
    }

    @Test(arguments: [400, 401, 403, 404, 410, 429, 500, 502, 503, 206])
    func aStatusIsTold(status: Int) async throws {
        #expect(try await failure(.status(status)) == .status(status, retryAfter: nil))
    }

    @Test func theTextOfAStatusIsNotWaitedFor() async throws {
        let page = Behaviour { _, connection in
            connection.send("HTTP/1.1 404 No\r\nContent-Length: 900000000\r\n\r\n")
            while connection.send([UInt8](repeating: 0, count: 64 << 10)) {}
            return false
        }
        #expect(try await failure(page) == .status(404, retryAfter: nil))
    }
}

import Testing
import Transport

@testable import IngestApp

@Suite struct SilentHostsTests {
    private let hosts = SilentHosts()

    private func address(_ text: String) throws -> WebAddress { try #require(WebAddress(text)) }

    @Test func aServerThatDoesNotAnswerGetsLittleTimeUntilItDoes() async throws {
        let (one, same) = (try address("https://a.example/1"), try address("https://a.example/2"))
        let other = try address("https://a.example:8443/1")
        await hosts.note(.tooSlow(seconds: 10), from: one)
        #expect(await hosts.patience(for: same) == nil)
        await hosts.note(.timeout(seconds: 30), from: same)
        #expect(await hosts.patience(for: one) == .seconds(2))
        #expect(await hosts.patience(for: other) == nil)
        await hosts.note(.cancelled, from: one)
        #expect(await hosts.patience(for: one) == .seconds(2))
        await hosts.note(nil, from: one)
        #expect(await hosts.patience(for: one) == nil)
    }

    @Test func onlyTimeoutsInARowCount() async throws {
        let one = try address("https://a.example/1")
        for error in [nil, WebError.status(500, retryAfter: nil), .broken(.cutShort)] {
            await hosts.note(.connectTimeout(host: "a.example", seconds: 10), from: one)
            await hosts.note(error, from: one)
        }
        #expect(await hosts.patience(for: one) == nil)
    }
}

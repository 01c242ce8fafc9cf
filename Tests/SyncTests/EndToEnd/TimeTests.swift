import ClimateModel
import ClimateStore
import Testing
import Transport
import WebFixtures

@testable import IngestApp

extension OneAtATime {
    /// What times a sync keeps.
    @Suite struct TimeTests {
        private let harness: SyncHarness

        init() throws { harness = try SyncHarness() }

        private static func page(_ feeds: [String]) -> Behaviour {
            let links = feeds.map {
                "<link rel=\"alternate\" type=\"application/rss+xml\" href=\"\($0)\">"
            }
            return .page(
                """
                <!DOCTYPE html><html><head><title>Kil</title>\(links.joined())</head>
                <body><main><h1>Kil</h1><p>Välkommen.</p></main></body></html>
                """, type: "text/html; charset=utf-8")
        }

        /// The time is for the source, however many requests it takes to read it.
        @Test func aPageThatNamesSlowFeedsHasNoMoreTimeThanAnyOther() async throws {
            let servers = try (0..<4).map { _ in try WebServer() }
            for server in servers.dropFirst() {
                server.set("/feed", .dripBody(500, every: .milliseconds(100)))
            }
            let address = servers[0].url("/")
            servers[0].set("/", Self.page(servers.dropFirst().map { $0.url("/feed") }))
            let report = try #require(try await harness.sync([address])[address])
            let error = report.error?.en
            #expect(error?.hasPrefix("the answer was not complete within 4 s") == true, "\(report)")
            #expect(servers.map(\.requests.count) == [1, 1, 0, 0])
        }

        /// An answer that may be cut short is asked for again within the same time, else by the next sync.
        @Test func whatIsTooSlowToBeAskedForTwiceIsComparedTheNextTime() async throws {
            let server = try WebServer()
            let table = "Kommun;År;Rank\nSolna;2009;12\nKil;2009;134\n"
            func slow(_ text: String) -> Behaviour { .slow(.seconds(2), .unframed(text)) }
            server.set(
                "/table", .sequence(slow(String(table.dropLast(9))), slow(table), slow(table)))
            let address = server.url("/table")
            let limits = WebLimits(
                connect: .seconds(3), total: .seconds(3), lowestSpeedTime: .seconds(3))
            for count in 1...2 {
                let report = try #require(try await harness.sync([address], web: limits)[address])
                let error = report.error?.en
                #expect(error?.hasPrefix("the server does not say how long") == true, "\(report)")
                #expect(server.requests.count == count)
            }
            let whole = try #require(try await harness.sync([address], web: limits)[address])
            #expect(whole.result == .changed && whole.summary.inserted == 2, "\(whole)")
            #expect(server.requests.count == 3)
        }

        /// Both requests are within the time of one.
        @Test func whatIsAskedForTwiceHasNoMoreTimeThanAnyOther() async throws {
            let server = try WebServer()
            let table = Behaviour.unframed("Kommun;År;Rank\nSolna;2009;12\nKil;2009;134\n")
            server.set("/table", .sequence(.slow(.seconds(2), table), .slow(.seconds(5), table)))
            let address = server.url("/table")
            let limits = WebLimits(
                connect: .seconds(3), total: .seconds(6), lowestSpeedTime: .seconds(6))
            let report = try #require(try await harness.sync([address], web: limits)[address])
            #expect(server.requests.count == 2)
            let error = report.error?.en
            #expect(error?.hasPrefix("the answer was not complete within 6 s") == true, "\(report)")
        }

        /// Markup that closes its outermost element shows that nothing is missing.
        @Test func whatShowsItsEndHasAllTheTime() async throws {
            let server = try WebServer()
            server.set("/feed", .slow(.seconds(3), .unframed(SampleFeed.of("Ett").text)))
            let address = server.url("/feed")
            let limits = WebLimits(
                connect: .seconds(3), total: .seconds(5), lowestSpeedTime: .seconds(5))
            let report = try #require(try await harness.sync([address], web: limits)[address])
            #expect(report.result == .changed, "\(report)")
            #expect(server.requests.count == 1)
        }

        /// A server counts from its answer, not from when the sync began.
        @Test func aServerIsLeftAloneFromItsAnswerOn() async throws {
            let server = try WebServer()
            server.set("/busy", .tooMany(retryAfter: "600"))
            let address = server.url("/busy")
            let before = Timestamp.now()
            _ = try await harness.sync([address], begun: before.adding(seconds: -500))
            let store = try ContentStore.open(harness.location)
            let state = try #require(
                try store.sourceOverviews().first { $0.id == .feed(address: address) }?
                    .subscription?
                    .state)
            let until = try #require(state.leftAloneUntil)
            #expect(until >= before.adding(seconds: 600))
            #expect(until <= Timestamp.now().adding(seconds: 600))
            #expect(try #require(state.nextAttempt) >= until)
        }
    }
}

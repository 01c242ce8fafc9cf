import ClimateModel
import ClimateStore
import Foundation
import Testing
import WebFixtures

@testable import IngestApp

extension OneAtATime {
    /// Hostile servers with a tenth of the time that they may take else.
    @Suite struct HostileSyncTests {
        @Test(arguments: [false, true]) func theGoodComeInAndTheBadAreTold(together: Bool)
            async throws
        {
            let shared = try WebServer()
            var servers = [shared]
            func address(_ path: String, _ behaviour: Behaviour) throws -> String {
                let server = together ? shared : try WebServer()
                servers.append(server)
                server.set(path, behaviour)
                return server.url(path)
            }
            var bad: [String: HostileEndpoint] = [:]
            for endpoint in HostileEndpoint.all where endpoint.name != "large-cell" {
                bad[try address("/" + endpoint.name, endpoint.behaviour)] = endpoint
            }
            let good = try (0..<5).map {
                try address("/good/\($0)", SampleFeed.of("Nyhet \($0)", title: "\($0)").served())
            }
            let harness = try SyncHarness()
            let start = ContinuousClock.now
            let reports = try await harness.sync(bad.keys.sorted() + good)
            #expect(.now - start < .seconds(60))
            #expect(reports.count == bad.count + 5)
            for (address, endpoint) in bad {
                let report = reports[address]
                #expect(report?.result == .failed, "\(endpoint.name)")
                let error = report?.error
                #expect(error?.sv.contains(endpoint.swedish) == true, "\(error as Any)")
                #expect(error?.en.contains(endpoint.english) == true, "\(error as Any)")
            }
            for address in good {
                #expect(reports[address]?.result == .changed)
                #expect(reports[address]?.summary.inserted == 1)
            }
        }

        /// The one that answers is read before those of its host that never do.
        @Test func whatWasReadWellComesFirst() async throws {
            let server = try WebServer()
            let bad = (0..<6).map { "/bad/\($0)" }
            for path in bad { server.set(path, .hang) }
            server.set("/good", SampleFeed.of("Ett").served())
            let harness = try SyncHarness()
            _ = try await harness.sync([server.url("/good")])
            let count = server.requests.count
            _ = try await harness.sync((bad + ["/good"]).map { server.url($0) })
            #expect(server.requests.dropFirst(count).prefix(2).contains { $0.target == "/good" })
        }

        /// What costs its parser too much fails alone.
        @Test func aDocumentOverItsBoundsFailsAlone() async throws {
            let server = try WebServer()
            let large = SampleFeed(
                items: (0..<4_000).map {
                    .init(
                        id: "urn:\($0)", title: "Nyhet \($0)",
                        body: String(repeating: "Text ", count: 500))
                })
            server.set("/large", large.served())
            server.set("/small", SampleFeed.of("Liten", title: "Liten").served())
            let reports = try await SyncHarness().sync(
                [server.url("/large"), server.url("/small")], parsing: ParseLimits(memory: 8 << 20))
            #expect(reports[server.url("/large")]?.error == .brokeTheReader)
            #expect(reports[server.url("/small")]?.result == .changed)
        }
    }
}

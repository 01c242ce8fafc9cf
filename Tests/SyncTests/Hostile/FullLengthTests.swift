import ClimateModel
import ClimateStore
import Foundation
import Testing
import WebFixtures

/// Hostile servers with the program's own limits: half a minute each.
@Suite(.serialized, .enabled(if: ProcessInfo.processInfo.environment["UTKIK_SLOW_TESTS"] != nil))
struct FullLengthTests {
    private static let good = ["Ett", "Två", "Tre", "Fyra", "Fem"]
    /// What good sources alone take, in KiB.
    private static let allowance = 64 << 10

    /// Each endpoint a path of a server: of one for all, or of one of its own.
    private func serve(_ program: SyncProgram, together: Bool, hostile: Bool) throws -> (
        servers: [WebServer], good: [String], bad: [String: HostileEndpoint]
    ) {
        let shared = try WebServer()
        var servers = [shared]
        func address(_ path: String, _ behaviour: Behaviour) throws -> String {
            let server = together ? shared : try WebServer()
            servers.append(server)
            server.set(path, behaviour)
            return server.url(path)
        }
        var bad: [String: HostileEndpoint] = [:]
        for endpoint in hostile ? HostileEndpoint.all : [] {
            bad[try address("/" + endpoint.name, endpoint.behaviour)] = endpoint
        }
        let good = try Self.good.map {
            try address(
                "/good/\($0.count)\($0.utf8.count)\($0.first ?? "x" as Character)",
                SampleFeed.large($0).served())
        }
        for address in bad.keys.sorted() + good { try program.subscribe(address) }
        return (servers, good, bad)
    }

    @Test(arguments: [false, true]) func theGoodComeInAndTheBadAreTold(together: Bool) throws {
        let quiet = try SyncProgram()
        let alone = try serve(quiet, together: together, hostile: false)
        let usual = try MemoryWatch(["sync", "--json"], environment: quiet.environment)
        #expect(usual.status == 0)
        withExtendedLifetime(alone) {}

        let program = try SyncProgram()
        let (servers, good, bad) = try serve(program, together: together, hostile: true)
        let run = try MemoryWatch(
            ["sync", "--json", "--language", "sv"], environment: program.environment)
        print("together:", together, "time:", run.time, "peak KiB:", run.peak, "usual:", usual.peak)
        #expect(run.status == 0)
        #expect(run.time <= .seconds(35))
        #expect(run.peak - usual.peak <= Self.allowance)
        let overviews = try program.store().sourceOverviews()
        for overview in overviews {
            let address = overview.source.address ?? ""
            if let endpoint = bad[address] {
                let error = overview.source.lastError
                print(endpoint.name, error?.swedish ?? "-", "|", error?.english ?? "-")
                #expect(overview.newsCount == 0)
                #expect(error?.swedish?.contains(endpoint.swedish) == true, "\(endpoint.name)")
                #expect(error?.english?.contains(endpoint.english) == true, "\(endpoint.name)")
                #expect(error?.swedish != error?.english)
            } else if good.contains(address) {
                #expect(overview.source.lastError == nil && overview.newsCount == 400)
            }
        }
        for line in run.output.split(separator: "\n") {
            let line = try JSONDecoder().decode(SyncLine.self, from: Data(line.utf8))
            print(line.milliseconds, line.address.split(separator: "/").last ?? "", line.result)
        }
        withExtendedLifetime(servers) {}
    }

    /// A dead server with many sources holds the sync up no longer than many servers do.
    @Test func manySourcesOfOneDeadServerTakeNoLonger() throws {
        let program = try SyncProgram()
        let server = try WebServer()
        for number in 0..<15 {
            server.set("/hang\(number)", .hang)
            try program.subscribe(server.url("/hang\(number)"))
        }
        let good = try Self.good.enumerated().map { number, title in
            server.set("/good\(number)", SampleFeed.of(title, title: title).served())
            try program.subscribe(server.url("/good\(number)"))
            return server.url("/good\(number)")
        }
        let start = ContinuousClock.now
        let lines = try program.sync()
        print("time:", .now - start)
        #expect(.now - start <= .seconds(35))
        #expect(lines.count == 20 && good.allSatisfy { lines[$0]?.new == 1 })
    }
}

extension SampleFeed {
    /// A feed of 400 items with some text each.
    static func large(_ title: String) -> SampleFeed {
        SampleFeed(
            title: title,
            items: (0..<400).map {
                Item(
                    id: "urn:\(title):\($0)", title: "\(title) \($0)",
                    body: String(repeating: "Kommunen bygger en väg. ", count: 40))
            })
    }
}

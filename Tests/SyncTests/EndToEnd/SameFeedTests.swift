import ClimateModel
import ClimateStore
import Foundation
import Testing
import WebFixtures

/// A source that was read as a feed does not become another feed unless its own page says so, and then not without a word.
@Suite struct SameFeedTests {
    private let program: SyncProgram
    private let server: WebServer

    init() throws {
        program = try SyncProgram()
        server = try WebServer()
        server.set("/other", SampleFeed.of("Fel", title: "Annat").served())
    }

    private static func page(naming feeds: String...) -> Behaviour {
        let links = feeds.map {
            "<link rel=\"alternate\" type=\"application/rss+xml\" href=\"\($0)\">"
        }
        return .page(
            """
            <!DOCTYPE html><html><head><title>Kils kommun</title>\(links.joined())</head>
            <body><main><h1>Kils kommun</h1><p>Välkommen till oss.</p></main></body></html>
            """, type: "text/html; charset=utf-8")
    }

    private func expectFailures(
        _ address: String, _ beginning: String, _ location: SourceLocation = #_sourceLocation
    ) throws {
        for _ in 0..<3 {
            let line = try program.sync("--all", status: 1)[address]
            #expect(line?.error?.hasPrefix(beginning) == true, sourceLocation: location)
        }
        #expect(try program.titles(.feed(address: address)) == ["Ett"], sourceLocation: location)
    }

    /// Also once the move is forgotten, as it is where the new address fails.
    @Test(arguments: [301, 302])
    func aFeedThatHasMovedStaysThatFeed(status: Int) throws {
        server.set("/old", .redirect(to: "/new", status: status))
        server.set("/new", SampleFeed.of("Ett").served(etag: "\"1\""))
        let address = server.url("/old")
        try program.subscribe(address)
        _ = try program.sync()
        server.set("/new", Self.page(naming: "/other"))
        try expectFailures(address, "adressen ger något helt annat än förut")
        server.set("/new", SampleFeed.of("Ett", "Två").served())
        #expect(try program.sync("--all")[address]?.new == 1)
    }

    @Test func aPagesFeedIsNotMistakenForItsNext() throws {
        server.set("/", Self.page(naming: "/feed", "/other"))
        server.set("/feed", SampleFeed.of("Ett", title: "Kil").served())
        let address = server.url("/")
        try program.subscribe(address)
        _ = try program.sync()
        server.set("/feed", .status(500))
        try expectFailures(address, "servern har ett fel (500)")
        server.set("/feed", Self.page(naming: "/other"))
        try expectFailures(address, "")
        server.set("/feed", SampleFeed.of("Ett", "Två", title: "Kil").served())
        #expect(try program.sync("--all")[address]?.new == 1)
        #expect(
            try program.subscription(.feed(address: address)).state.movedTo == server.url("/feed"))
    }

    @Test func anotherFeedOfThePageIsTold() throws {
        server.set("/", Self.page(naming: "/feed"))
        server.set("/feed", SampleFeed.of("Ett", title: "Kil").served())
        let address = server.url("/")
        try program.subscribe(address)
        _ = try program.sync()
        server.set("/feed", .status(404))
        server.set("/", Self.page(naming: "/new"))
        server.set("/new", SampleFeed.of("Ett", "Två", title: "Kil").served())
        _ = try program.sync("--all", status: 1)
        let line = try #require(try program.sync("--all")[address])
        #expect(line.new == 1)
        #expect(line.problems == ["sidan har ett annat flöde nu, som läses: \(server.url("/new"))"])
        #expect(try program.sync("--all")[address]?.problems == [])
    }

    /// What a user says it is counts from then on.
    @Test func anotherKindOfSourceIsReadAnew() throws {
        server.set("/", Self.page(naming: "/feed"))
        server.set("/feed", SampleFeed.of("Ett", title: "Kil").served())
        let address = server.url("/")
        try program.subscribe(address) { $0.kind = .document }
        _ = try program.sync()
        try program.subscribe(address) { $0.kind = .feed }
        #expect(try program.sync()[address]?.new == 1)
    }
}

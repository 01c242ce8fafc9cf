import ClimateModel
import ClimateStore
import Foundation
import Testing
import WebFixtures

/// Feeds through the real program, from a server to the database.
@Suite struct FeedSyncTests {
    private let program: SyncProgram
    private let server: WebServer

    init() throws {
        program = try SyncProgram()
        server = try WebServer()
    }

    @Test func serversAreToldTheContactOfTheConfig() throws {
        server.set("/feed", SampleFeed.of("Ett").served())
        try program.home.makeFolder(".config/utkik")
        try program.home.write(
            "[sync]\ncontact = \"https://kil.se/utkik\"\n", to: ".config/utkik/config.toml")
        #expect(
            try program.run("source", "test", "--allow-private", server.url("/feed")).status == 0)
        try program.subscribe(server.url("/feed"))
        _ = try program.sync()
        let agents = server.requests.map { $0.headers["user-agent"] }
        #expect(Set(agents) == ["Utkik/1.0 (+https://kil.se/utkik)"])
    }

    @Test func feedsComeInAndStayAsTheyAre() throws {
        server.set("/a", SampleFeed.of("Ett", "Två").served(etag: "W/\"å \\ 1\""))
        server.set("/b", SampleFeed.of("Tre", title: "Åre kommun").served())
        let (a, b) = (server.url("/a"), server.url("/b"))
        let ids = try program.subscribe(a, b)
        let first = try program.sync()
        #expect(first[a]?.result == "changed" && first[a]?.new == 2)
        #expect(first[a]?.title == "Solna stad" && first[a]?.total == 2)
        #expect(first[b]?.result == "changed" && first[b]?.new == 1)
        #expect(try program.titles(ids[0]) == ["Ett", "Två"])
        #expect(try program.titles(ids[1]) == ["Tre"])

        let second = try program.sync("--all")
        #expect(second[a]?.result == "unchanged" && second[b]?.result == "unchanged")
        #expect(second.values.allSatisfy { $0.new == 0 && $0.changed == 0 && $0.error == nil })
        // The very bytes of the tag come back to the server, which answers 304.
        let requests = server.requests.filter { $0.target == "/a" }
        #expect(requests.map { $0.headers["if-none-match"] } == [nil, "W/\"å \\ 1\""])
        #expect(try program.subscription(ids[0]).state.lastChange != nil)
    }

    @Test func aFeedWithoutNewsIsNoFailure() throws {
        let empty = SampleFeed.of().text.replacing(
            "</title>", with: "</title><link>https://www.solna.se</link>")
        server.set("/a", .page(empty, etag: "\"a\""))
        let address = server.url("/a")
        _ = try program.subscribe(address)
        let line = try #require(try program.sync()[address])
        #expect(line.error == nil && line.new == 0 && line.title == "Solna stad")
        server.set("/a", SampleFeed.of("Ett").served())
        #expect(try program.sync("--all")[address]?.new == 1)
    }

    @Test func nothingIsReadBeforeItsTime() throws {
        server.set("/a", SampleFeed.of("Ett").served())
        let id = try program.subscribe(server.url("/a"))[0]
        _ = try program.sync()
        let count = server.requests.count
        let run = try program.run("sync", "--language", "sv")
        #expect(run.status == 0)
        #expect(run.output.hasPrefix("Källan behöver inte läsas än: om "))
        #expect(try program.sync().isEmpty)
        #expect(server.requests.count == count)
        // By its id or its address it is read all the same.
        #expect(try program.sync(id.rawValue).count == 1)
        #expect(try program.sync(server.url("/a"), id.rawValue).count == 1)
        #expect(server.requests.count == count + 2)
    }

    @Test func aChangedItemKeepsItsMarks() throws {
        var feed = SampleFeed.of("Ett", "Två")
        server.set("/a", feed.served())
        let id = try program.subscribe(server.url("/a"))[0]
        _ = try program.sync()
        let item = try program.item("Ett").id
        let state = try #require(try program.store().state)
        try state.setRead(true, [item])
        try state.setStarred(true, item)

        feed.items[0].body = "Ändrad text."
        server.set("/a", feed.served())
        let line = try #require(try program.sync("--all")[server.url("/a")])
        #expect(line.result == "changed" && line.new == 0 && line.changed == 1)
        let summary = try program.item("Ett")
        #expect(!summary.isUnread && summary.isStarred && summary.id == item)
        let body = try program.store().newsItem(item)?.body.swedish?.plain
        #expect(body == "Ändrad text.")
        #expect(try program.titles(id).count == 2)
    }

    /// A feed holds its latest items; one that falls out and comes back was never gone.
    @Test func anOldItemThatComesBackIsNotNew() throws {
        server.set("/a", SampleFeed.of("Gammal", "Ny").served())
        let id = try program.subscribe(server.url("/a"))[0]
        _ = try program.sync()
        let item = try program.item("Gammal").id
        try program.store().state?.setRead(true, [item])
        server.set("/a", SampleFeed.of("Ny", "Nyare").served())
        #expect(try program.sync("--all")[server.url("/a")]?.new == 1)
        server.set("/a", SampleFeed.of("Gammal", "Nyare").served())
        let back = try #require(try program.sync("--all")[server.url("/a")])
        #expect(back.result == "unchanged" && back.new == 0)
        #expect(try !program.item("Gammal").isUnread)
        #expect(try program.titles(id) == ["Gammal", "Ny", "Nyare"])
    }

    @Test func aMoveIsRememberedUntilItFails() throws {
        server.set("/old", .redirect(to: "/new", status: 301))
        server.set("/new", SampleFeed.of("Ett").served(etag: "\"1\""))
        let id = try program.subscribe(server.url("/old"))[0]
        _ = try program.sync()
        #expect(try program.subscription(id).state.movedTo == server.url("/new"))
        _ = try program.sync("--all")
        #expect(server.requests.map(\.target) == ["/old", "/new", "/new"])

        server.set("/new", .status(404))
        server.set("/old", SampleFeed.of("Ett", "Två").served(etag: "\"1\""))
        let failed = try program.sync("--all", status: 1)[server.url("/old")]
        #expect(failed?.error == "sidan finns inte (404) – kontrollera adressen")
        #expect(try program.subscription(id).state.movedTo == nil)
        // What the other address answered says nothing of this one.
        #expect(try program.sync("--all")[server.url("/old")]?.new == 1)
        #expect(try program.titles(id) == ["Ett", "Två"])
    }

    @Test func aRedirectForNowIsFollowedAnewEachTime() throws {
        server.set("/old", .redirect(to: "/new", status: 302))
        server.set("/new", SampleFeed.of("Ett").served())
        let id = try program.subscribe(server.url("/old"))[0]
        _ = try program.sync()
        _ = try program.sync("--all")
        #expect(try program.subscription(id).state.movedTo == nil)
        #expect(server.requests.map(\.target) == ["/old", "/new", "/old", "/new"])
    }

    private static func page(_ head: String, _ text: String = "Välkommen till oss.") -> Behaviour {
        .page(
            """
            <!DOCTYPE html><html><head><title>Kils kommun</title>\(head)</head>
            <body><main><h1>Kils kommun</h1><p>\(text)</p></main></body></html>
            """, type: "text/html; charset=utf-8")
    }

    @Test func thePagesFeedIsFoundAndReadFromThenOn() throws {
        server.set(
            "/",
            Self.page(
                "<link rel=\"alternate\" type=\"application/rss+xml\" href=\"/none\">"
                    + "<link rel=\"alternate\" type=\"application/rss+xml\" href=\"/feed\">"))
        server.set("/feed", SampleFeed.of("Ett", title: "Kil").served(etag: "\"f\""))
        let id = try program.subscribe(server.url("/"))[0]
        let first = try program.sync()[server.url("/")]
        #expect(first?.new == 1 && first?.title == "Kil")
        #expect(try program.titles(id) == ["Ett"])
        #expect(try program.subscription(id).state.movedTo == server.url("/feed"))
        let count = server.requests.count
        #expect(try program.sync("--all")[server.url("/")]?.result == "unchanged")
        #expect(server.requests.dropFirst(count).map(\.target) == ["/feed"])
        // When the feed is gone, the page tells where it is now.
        server.set("/feed", .status(404))
        server.set(
            "/",
            Self.page("<link rel=\"alternate\" type=\"application/rss+xml\" href=\"/new\">"))
        server.set("/new", SampleFeed.of("Ett", "Två", title: "Kil").served())
        _ = try program.sync("--all", status: 1)
        #expect(try program.sync("--all")[server.url("/")]?.new == 1)
        #expect(try program.subscription(id).state.movedTo == server.url("/new"))
    }

    @Test func aPageInPlaceOfAFeedIsNoNews() throws {
        server.set("/feed", SampleFeed.of("Ett").served(etag: "\"good\""))
        let id = try program.subscribe(server.url("/feed"))[0]
        _ = try program.sync()
        server.set("/feed", Self.page("", "Webbplatsen uppdateras. Försök igen om en stund."))
        let line = try program.sync("--all", status: 1)[server.url("/feed")]
        #expect(line?.error?.hasPrefix("adressen ger något helt annat än förut") == true)
        #expect(try program.titles(id) == ["Ett"])
        #expect(try program.subscription(id).state.etag == "\"good\"")
        let never = try program.subscribe(server.url("/page")) { $0.kind = .feed }[0]
        server.set("/page", Self.page(""))
        let other = try program.sync(never.rawValue, language: "en", status: 1)
        #expect(other[server.url("/page")]?.error?.contains("names no feed") == true)
    }

    /// A start page in place of the feed, as while a site is mended, may name another feed.
    @Test func aFeedDoesNotBecomeAnotherOne() throws {
        let other = "<link rel=\"alternate\" type=\"application/rss+xml\" href=\"/other\">"
        server.set("/other", SampleFeed.of("Fel", title: "Annat").served())
        server.set("/", Self.page(other))
        server.set("/feed", SampleFeed.of("Ett").served(etag: "\"good\""))
        server.set("/wanted", SampleFeed.of("Två", title: "Åre").served())
        let address = server.url("/feed")
        let ids = [
            try program.subscribe(address)[0],
            try program.subscribe(server.url("/wanted")) { $0.kind = .feed }[0],
        ]
        _ = try program.sync()
        for behaviour in [Behaviour.redirect(to: "/"), Self.page(other)] {
            server.set("/feed", behaviour)
            server.set("/wanted", behaviour)
            let lines = try program.sync("--all", status: 1)
            for line in lines.values {
                #expect(line.error?.hasPrefix("adressen ger något helt annat än förut") == true)
            }
        }
        #expect(try program.titles(ids[0]) == ["Ett"] && program.titles(ids[1]) == ["Två"])
        for id in ids { #expect(try program.subscription(id).state.movedTo == nil) }
        server.set("/feed", SampleFeed.of("Ett", "Tre").served())
        #expect(try program.sync(ids[0].rawValue)[address]?.new == 1)
    }

    @Test func theFeedThatAPageNamesMayBeCutShortToo() throws {
        let whole = SampleFeed.of("Ett", "Två").text
        let cut = String(whole.prefix(whole.count - 50))
        server.set(
            "/",
            Self.page("<link rel=\"alternate\" type=\"application/rss+xml\" href=\"/feed\">"))
        server.set("/feed", .sequence(.unframed(cut), .unframed(whole)))
        let id = try program.subscribe(server.url("/"))[0]
        let line = try program.sync(language: "en", status: 1)[server.url("/")]
        #expect(line?.error?.contains("broke off") == true)
        #expect(try program.titles(id).isEmpty)
        #expect(try program.sync("--all")[server.url("/")]?.new == 2)
    }

    /// Without a length, only the end of the connection tells where an answer ends.
    @Test func whatMayBeCutShortIsAskedForTwice() throws {
        let table = "Kommun;År;Rank\nSolna;2009;12\nKil;2009;134\n"
        server.set("/t", .sequence(.unframed(String(table.dropLast(3))), .unframed(table)))
        let id = try program.subscribe(server.url("/t"))[0]
        let line = try program.sync(language: "en", status: 1)[server.url("/t")]
        #expect(line?.error?.contains("broke off") == true)
        #expect(try program.subscription(id).state.digest == nil)
        #expect(try program.sync("--all")[server.url("/t")]?.new == 2)
    }

    @Test func anAddressThatIsGoneForGoodIsLeftAlone() throws {
        server.set("/a", .status(410))
        let id = try program.subscribe(server.url("/a"))[0]
        let line = try program.sync(status: 1)[server.url("/a")]
        #expect(line?.error?.contains("(410)") == true)
        let next = try #require(try program.subscription(id).state.nextAttempt)
        #expect(next > Timestamp.now().adding(seconds: 6 * 86_400))
    }

    @Test func thePublishersPaceIsKept() throws {
        server.set(
            "/fresh", SampleFeed.of("Ett").served(headers: [("Cache-Control", "max-age=30000")]))
        server.set("/busy", .tooMany(retryAfter: "30000"))
        let ids = try program.subscribe(server.url("/fresh"), server.url("/busy"))
        _ = try program.sync()
        for id in ids {
            let next = try #require(try program.subscription(id).state.nextAttempt)
            #expect(next >= Timestamp.now().adding(seconds: 29_000))
        }
    }

    @Test(arguments: [
        "", " \n ", "<rss version=\"2.0\"><channel><title>Solna stad</title></channel></rss>",
    ])
    func anEmptyAnswerTakesNothingAway(_ empty: String) throws {
        server.set("/a", SampleFeed.of("Ett", "Två").served(etag: "\"good\""))
        let id = try program.subscribe(server.url("/a"))[0]
        _ = try program.sync()
        server.set("/a", .page(empty, etag: "\"bad\""))
        let line = try program.sync("--all", status: 1)[server.url("/a")]
        #expect(line?.result == "failed" && line?.error != nil)
        #expect(try program.titles(id) == ["Ett", "Två"])
        // The bad answer is not what the next question is about.
        #expect(try program.subscription(id).state.etag == "\"good\"")
        server.set("/a", SampleFeed.of("Ett", "Två").served(etag: "\"good\""))
        #expect(try program.sync("--all")[server.url("/a")]?.result == "unchanged")
    }

    /// However a feed is cut, what was whole stays whole.
    @Test func aTruncatedAnswerTakesNothingAway() throws {
        let feed = SampleFeed(
            items: [.init(id: "urn:1", title: "Ett", body: "Hela den långa brödtexten.")])
        server.set("/a", feed.served())
        let id = try program.subscribe(server.url("/a"))[0]
        _ = try program.sync()
        let item = try program.item("Ett").id
        let cut = String(feed.text.prefix(feed.text.count - 100))
        #expect(cut.contains("Hela den"))
        for behaviour in [
            Behaviour.halfClose(cut, announced: feed.text.utf8.count), .brokenChunks(cut),
            .unframed(cut), .page(cut),
        ] {
            server.set("/a", behaviour)
            _ = try? program.run("sync", "--all")
            #expect(
                try program.store().newsItem(item)?.body.swedish?.plain
                    == "Hela den långa brödtexten.")
        }
        #expect(try program.titles(id) == ["Ett"])
    }
}

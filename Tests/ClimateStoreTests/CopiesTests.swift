import ClimateModel
import Foundation
import Testing

@testable import ClimateStore

/// One press release through several sources is one item; what only looks alike is not.
@Suite struct CopiesTests {
    let folder: TemporaryFolder
    let writer: ContentWriter
    let store: ContentStore

    init() throws {
        folder = try TemporaryFolder()
        writer = try ContentWriter.open(at: folder.location, now: .test)
        store = try ContentStore.open(folder.location)
    }

    static let text = """
        Kristinehamns kommun klättrar 31 placeringar i Svenskt Näringslivs ranking av det lokala företagsklimatet och \
        hamnar på plats 150. Förra året låg kommunen på plats 181. Näringschefen gläds åt att arbetet ger resultat.
        """

    /// The municipality's own site, a press service with campaign parameters, and an aggregator that gives the beginning.
    private static let release: [NewsItem] = [
        copy(
            "site", "https://www.kristinehamn.se/nyheter/klattrar", text: text, hour: 8,
            publisher: "Kristinehamns kommun"),
        copy(
            "press", "https://www.kristinehamn.se/nyheter/klattrar/?utm_source=rss&utm_medium=x",
            text: text + " Läs hela rapporten hos Svenskt Näringsliv.", hour: 9,
            publisher: "Kristinehamns kommun"),
        copy(
            "aggregator", "https://nyheter.example/a/4711", text: String(text.prefix(120)) + "…",
            hour: 30, publisher: "Kommunnytt", municipalities: []),
    ]

    static func copy(
        _ source: String, _ link: String?, title: String = "Kristinehamn klättrar 31 placeringar",
        text: String, hour: Int = 8, publisher: String = "Någon",
        municipalities: [MunicipalityCode] = [.kristinehamn], identity: String? = nil
    ) -> NewsItem {
        var item = NewsItem.test(identity ?? "\(source):\(title)", title: title, text: text)
        if text.isEmpty { item.body = LocalizedBody() }
        item.provenance = Provenance(source: .init(rawValue: source), publisher: publisher)
        item.link = link
        item.published = .moment(Timestamp(seconds: 1_634_256_000 + Int64(hour) * 3_600))
        item.municipalities = municipalities
        return item
    }

    func write(_ items: [NewsItem]) throws -> WriteSummary {
        let sources = Set(items.map(\.provenance.source.rawValue)).sorted().map(Source.test)
        return try writer.write(ContentBatch(sources: sources, news: items))
    }

    private func remove(_ id: Source.ID) throws {
        let settings = SourceSettings(address: "https://\(id.rawValue).example/feed")
        try writer.subscribe([Subscription(id: id, settings: settings)])
        #expect(try writer.unsubscribe(id, deletingContent: true))
    }

    /// The items that the tests wrote.
    func written() throws -> [NewsItem] {
        let starter = Set(try StarterContent.batch().news.map(\.id))
        return try store.all(NewsQuery()).filter { !starter.contains($0.id) }
            .compactMap { try store.newsItem($0.id) }
    }

    @Test(arguments: [[0, 1, 2], [2, 1, 0], [1, 2, 0], [2, 0, 1]], [true, false])
    func oneReleaseThroughThreeSourcesIsOneItem(order: [Int], inOneBatch: Bool) throws {
        let items = order.map { Self.release[$0] }
        let before = try store.newsCount(NewsQuery()).total
        if inOneBatch {
            _ = try write(items)
        } else {
            for item in items { _ = try write([item]) }
        }
        #expect(try store.newsCount(NewsQuery()).total == before + 1)
        let item = try #require(try written().first)
        #expect(item.id == items[0].id)
        #expect(item.body == Self.release[1].body)
        #expect(item.municipalities == [.kristinehamn])
        let sources = [item.provenance.source] + item.alsoFrom.map(\.provenance.source)
        #expect(Set(sources) == Set(Self.release.map(\.provenance.source)))
        #expect(sources.count == 3)
        for source in sources {
            let query = NewsQuery(source: source)
            #expect(try store.all(query).map(\.id) == [item.id])
            #expect(try store.newsCount(query).total == 1)
            let local = NewsQuery(municipalities: [.kristinehamn], source: source, search: "plats")
            #expect(try store.all(local).map(\.id) == [item.id])
            let plain = NewsQuery(municipalities: [.kristinehamn], source: source, kind: .news)
            #expect(try store.all(plain).map(\.id) == [item.id])
        }
        // The same three once more, in any order, change nothing.
        let condition = try store.condition()
        for items in [items, items.reversed()] {
            let again = try write(items)
            #expect(again.inserted + again.updated == 0)
        }
        for item in Self.release { #expect(try write([item]).updated == 0) }
        #expect(try store.condition() == condition)
    }

    @Test func marksAndStarsStayWithTheItem() throws {
        _ = try write([Self.release[2]])
        let item = try #require(try written().first)
        let state = try #require(store.state)
        try state.setRead(true, [item.id])
        try state.setStarred(true, item.id)
        _ = try write([Self.release[0]])
        _ = try write([Self.release[1]])
        for source in ["site", "press", "aggregator"] {
            let query = NewsQuery(source: .init(rawValue: source), starredOnly: true)
            let row = try #require(try store.all(query).first)
            #expect(row.isStarred && !row.isUnread)
        }
        #expect(try written().first?.body == Self.release[1].body)
    }

    /// Whichever of the two is marked, and whether or not a window is open meanwhile.
    @Test(arguments: ["site", "press"], [true, false])
    func itemsThatBecomeTheSameAreJoinedWithTheirMarks(marked: String, isOpen: Bool) throws {
        var other = Self.release[1]
        other.title = "Rättelse följer"
        other.link = "https://press.example/1"
        _ = try write([Self.release[0], other])
        let ids = [Self.release[0].id, other.id]
        #expect(try Set(written().map(\.id)) == Set(ids))
        let id = marked == "site" ? ids[0] : ids[1]
        var opened: ContentStore? = try ContentStore.open(folder.location)
        let before = try #require(try opened?.newsCount(NewsQuery()))
        try opened?.state?.setRead(true, [id])
        try opened?.state?.setStarred(true, id)
        if !isOpen { opened = nil }
        #expect(try write([Self.release[1]]).updated == 1)
        let store = try opened ?? ContentStore.open(folder.location)
        #expect(
            try store.newsCount(NewsQuery())
                == ListCount(total: before.total - 1, unread: before.unread - 2))
        let item = try #require(try written().first)
        #expect(try written().count == 1)
        #expect(item.body == Self.release[1].body && item.alsoFrom.count == 1)
        for source in ["site", "press"] {
            let query = NewsQuery(source: .init(rawValue: source), starredOnly: true)
            let row = try #require(try store.all(query).first)
            #expect(row.id == item.id && row.isStarred && !row.isUnread)
        }
        // Either name leads to it.
        for id in ids { #expect(try store.newsItem(id) == item) }
        let state = try #require(store.state)
        try state.setStarred(false, ids[1])
        try state.setRead(false, [ids[1]])
        for store in [store, try ContentStore.open(folder.location)] {
            #expect(try store.all(NewsQuery(starredOnly: true)).isEmpty)
            #expect(try store.newsCount(NewsQuery()).unread == before.unread - 1)
        }
        // Both once more change nothing.
        #expect(try write([Self.release[1], Self.release[0]]).updated == 0)
        _ = try write([Self.release[2]])
        #expect(try written().map(\.alsoFrom.count) == [2])
    }

    /// The text that leads becomes that of an item which stands alone.
    @Test func anItemOfSeveralSourcesTakesInOneThatItBecomes() throws {
        var alone = Self.release[1]
        alone.title = "Kristinehamn klättrar mest i Värmland"
        alone.link = "https://press.example/1"
        _ = try write([Self.release[0], Self.release[2], alone])
        #expect(try written().count == 2)
        var changed = Self.release[0]
        changed.title = alone.title
        #expect(try write([changed]).updated == 1)
        let item = try #require(try written().first)
        #expect(try written().count == 1)
        #expect(item.alsoFrom.count == 2)
        #expect(try write([alone, Self.release[2], changed]).updated == 0)
    }

    /// The star was set in a database where the other copy came first.
    @Test func aStarOutlivesTheContentUnderAnyName() throws {
        _ = try write([Self.release[0]])
        let id = Self.release[0].id
        try #require(store.state).setStarred(true, id)
        try #require(store.state).setRead(true, [id])
        for suffix in ["", "-wal", "-shm"] {
            try? FileManager.default.removeItem(atPath: folder.location.content + suffix)
        }
        try? FileManager.default.removeItem(atPath: folder.location.lock)
        let writer = try ContentWriter.open(at: folder.location, now: .test)
        for item in [Self.release[1], Self.release[0]] {
            _ = try writer.write(
                ContentBatch(sources: [.test("site"), .test("press")], news: [item]))
        }
        let store = try ContentStore.open(folder.location)
        let starred = try store.all(NewsQuery(starredOnly: true))
        #expect(starred.map(\.id) == [Self.release[1].id])
        #expect(starred.map(\.isUnread) == [false])
    }

    @Test func everythingOfASourceIsMarkedReadWithWhatOthersHaveToo() throws {
        _ = try write(Self.release)
        let state = try #require(store.state)
        try state.markAllRead(
            NewsQuery(municipalities: [.kristinehamn], source: .init(rawValue: "aggregator")))
        let item = try #require(try store.all(NewsQuery(source: .init(rawValue: "site"))).first)
        #expect(!item.isUnread)
    }

    @Test func aCopyThatChangesChangesTheItemOnlyWhereItLeads() throws {
        _ = try write(Self.release)
        var aggregated = Self.release[2]
        aggregated.title = "Kristinehamn upp 31 placeringar"
        #expect(try write([aggregated]).updated == 1)
        #expect(try written().map(\.title) == [Self.release[1].title])
        var press = Self.release[1]
        press.body.swedish = StructuredText([.paragraph([.text("Rättad text.")])])
        #expect(try write([press]).updated == 1)
        let item = try #require(try written().first)
        #expect(item.body == press.body && item.alsoFrom.count == 2)
        #expect(try write([aggregated, press, Self.release[0]]).updated == 0)
        #expect(try store.all(NewsQuery(search: "rättad")).map(\.id) == [item.id])
        #expect(try store.all(NewsQuery(search: "rapporten")).isEmpty)
    }

    @Test func theSameIdentityInTwoSourcesIsOneItem() throws {
        let own = Self.copy("site", nil, text: Self.text, identity: "https://a.example/1")
        let passedOn = Self.copy("press", nil, text: "Kort.", identity: "https://a.example/1")
        for _ in 0..<2 {
            for item in [own, passedOn] { _ = try write([item]) }
        }
        let item = try #require(try written().first)
        #expect(try written().count == 1)
        #expect(item.body == own.body && item.alsoFrom.count == 1)
    }

    @Test(arguments: ["site", "press", "aggregator"])
    func whatASourceLeavesStaysWithTheOthers(gone: String) throws {
        _ = try write(Self.release)
        let id = try #require(try written().first?.id)
        try remove(Source.ID(rawValue: gone))
        let rest = Self.release.filter { $0.provenance.source.rawValue != gone }
        let item = try #require(try store.newsItem(id))
        #expect(item.alsoFrom.count == 1 && item.provenance.source.rawValue != gone)
        #expect(try store.all(NewsQuery(source: .init(rawValue: gone))).isEmpty)
        for other in rest {
            #expect(try store.all(NewsQuery(source: other.provenance.source)).map(\.id) == [id])
        }
        _ = try write(rest)
        #expect(try written().map(\.body) == [rest[gone == "aggregator" ? 1 : 0].body])
        #expect(try write(rest).updated == 0)
        for other in rest { try remove(other.provenance.source) }
        #expect(try written().isEmpty)
        #expect(try write(Self.release).inserted > 0)
        #expect(try written().count == 1)
    }

    /// Pairs from two sources that look alike and are two things.
    static let different: [(NewsItem, NewsItem)] = [
        // The headline of every notice.
        (
            copy("a", "https://x.se/1", title: "Kungörelse", text: ""),
            copy("b", "https://x.se/2", title: "Kungörelse", text: "")
        ),
        (
            copy("a", nil, title: "Kungörelse", text: ""),
            copy("b", nil, title: "Kungörelse", text: "")
        ),
        // A notice on a form, with other figures.
        (
            copy(
                "a", nil, title: "Kungörelse",
                text:
                    "Samråd om detaljplan för Björken 1:2 pågår till och med den 3 november i stadshusets foajé på Kungsgatan 30."
            ),
            copy(
                "b", nil, title: "Kungörelse",
                text:
                    "Samråd om detaljplan för Björken 1:7 pågår till och med den 3 november i stadshusets foajé på Kungsgatan 30."
            )
        ),
        // Two municipalities' letters of one number.
        (
            copy("a", nil, title: "Nyhetsbrev nr 5", text: "", municipalities: [.kristinehamn]),
            copy(
                "b", nil, title: "Nyhetsbrev nr 5", text: "",
                municipalities: [MunicipalityCode(number: 180)])
        ),
        (
            copy("a", "https://a.se/5", title: "Nyhetsbrev nr 5", text: text),
            copy(
                "b", "https://b.se/5", title: "Nyhetsbrev nr 5",
                text:
                    "I detta nummer: ny förskola invigs, sommarjobben är tillsatta, badet öppnar igen och mycket annat."
            )
        ),
        // A form that every municipality fills in.
        (
            copy(
                "a", nil, title: "Kallelse till kommunstyrelsens sammanträde", text: text,
                municipalities: [.kristinehamn]),
            copy(
                "b", nil, title: "Kallelse till kommunstyrelsens sammanträde", text: text,
                municipalities: [MunicipalityCode(number: 180)])
        ),
        // The same headline a month later.
        (
            copy("a", nil, title: "Så går det för företagen i kommunen", text: text),
            copy("b", nil, title: "Så går det för företagen i kommunen", text: text, hour: 720)
        ),
        // Two pages of one site.
        (
            copy(
                "a", "https://x.se/1", title: "Vattnet är avstängt i dag på grund av arbete",
                text: ""),
            copy(
                "b", "https://x.se/2", title: "Vattnet är avstängt i dag på grund av arbete",
                text: "")
        ),
        // All items of both feeds lead to one page.
        (
            copy("a", "https://x.se/aktuellt", title: "Badet öppnar på lördag", text: ""),
            copy("b", "https://x.se/aktuellt", title: "Ny rektor vid Djurgårdsskolan", text: "")
        ),
        (
            copy("a", "https://x.se/", title: "Badet öppnar", text: ""),
            copy("b", "https://x.se", title: "Badet öppnar", text: "")
        ),
    ]

    @Test(arguments: different.indices)
    func whatOnlyLooksAlikeIsKeptApart(number: Int) throws {
        let (one, other) = Self.different[number]
        _ = try write([one])
        _ = try write([other])
        #expect(try written().count == 2)
    }

    @Test func twoItemsOfOneSourceAreNeverJoined() throws {
        var second = Self.release[0]
        second.identity = "second"
        second.id = .init(identity: second.identity)
        #expect(try write([Self.release[0], second]).inserted == 3)
    }

    @Test func aHeadlineTellsEnoughWithoutATextWhereThePublisherIsTheSame() throws {
        let title = "Fler företag än någonsin söker sig till Kristinehamn"
        _ = try write([Self.copy("a", "https://a.se/x", title: title, text: "")])
        _ = try write([Self.copy("b", "https://b.se/y", title: title, text: Self.text)])
        #expect(try written().count == 1)
    }
}

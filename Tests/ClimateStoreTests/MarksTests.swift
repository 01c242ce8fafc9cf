import ClimateModel
import ClimateStore
import Foundation
import Testing

@Suite struct MarksTests {
    let folder: TemporaryFolder

    init() throws {
        folder = try TemporaryFolder()
        let writer = try ContentWriter.open(at: folder.location, now: .test)
        _ = try writer.write(
            ContentBatch(
                sources: [.test("a")], news: (1...20).map { .test("\($0)", day: $0) }))
    }

    private let unread = NewsQuery(source: Source.ID(rawValue: "a"), unreadOnly: true)

    private func open() throws -> (store: ContentStore, state: StateStore) {
        let store = try ContentStore.open(folder.location)
        return (store, try #require(store.state))
    }

    private func id(_ number: Int) -> NewsItem.ID { id("\(number)") }
    private func id(_ identity: String) -> NewsItem.ID { NewsItem.ID(identity: identity) }

    private func removeContent() throws {
        for suffix in ["", "-wal", "-shm"] {
            let path = folder.location.content + suffix
            guard FileManager.default.fileExists(atPath: path) else { continue }
            try FileManager.default.removeItem(atPath: path)
        }
    }

    @Test func marksAreThereNextTime() throws {
        do {
            let (_, state) = try open()
            try state.setRead(true, [id(3), id(4)])
            try state.setRead(false, [id(4)])
            try state.setStarred(true, id(5))
        }
        let (store, _) = try open()
        #expect(try store.newsCount(unread).total == 19)
        #expect(try store.all(NewsQuery(starredOnly: true)).map(\.id) == [id(5)])
    }

    @Test func anUpdateKeepsMarks() throws {
        let (store, state) = try open()
        try state.setRead(true, [id(3)])
        try state.setStarred(true, id(3))
        let writer = try ContentWriter.open(at: folder.location, now: .test)
        var item = NewsItem.test("3", title: "Ny", day: 28)
        item.kind = .newsletter
        #expect(try writer.write(ContentBatch(news: [item])).updated == 1)
        let summary = try #require(
            try store.all(NewsQuery(kind: .newsletter)).first { $0.id == item.id })
        #expect(!summary.isUnread && summary.isStarred && summary.title == "Ny")
    }

    @Test func whatArrivesAfterAllWasMarkedIsUnreadHoweverOld() throws {
        let (store, state) = try open()
        try state.markAllRead(NewsQuery())
        #expect(try store.newsCount(NewsQuery()).unread == 0)
        let writer = try ContentWriter.open(at: folder.location, now: .test)
        var old = NewsItem.test("old")
        old.published = .unknown
        _ = try writer.write(ContentBatch(news: [old]))
        #expect(try store.all(NewsQuery(unreadOnly: true)).map(\.id) == [old.id])
    }

    /// A source that is removed leaves no number to be counted, and none that what comes next is taken for read by.
    @Test(arguments: [true, false])
    func whatIsRemovedCountsNoMore(isOpen: Bool) throws {
        var opened: (store: ContentStore, state: StateStore)? = try open()
        try opened?.state.setRead(true, [id(3), id(4)])
        let writer = try ContentWriter.open(at: folder.location, now: .test)
        _ = try writer.write(
            ContentBatch(
                sources: [.test("b")], news: (1...6).map { .test("b\($0)", source: "b") }))
        try opened?.state.setRead(true, (4...6).map { id("b\($0)") })
        if !isOpen { opened = nil }
        var expected = try open().store.newsCount(NewsQuery())
        for (gone, count, read) in [("b", 6, 3), ("a", 20, 2)] {
            let source = Source.ID(rawValue: gone)
            let settings = SourceSettings(address: "https://\(gone).example/feed")
            try writer.subscribe([Subscription(id: source, settings: settings)])
            #expect(try writer.unsubscribe(source, deletingContent: true))
            expected.total -= count
            expected.unread -= count - read
            let store = try opened?.store ?? open().store
            #expect(try store.newsCount(NewsQuery()) == expected)
            #expect(try store.all(NewsQuery(unreadOnly: true)).count == expected.unread)
        }
        let rest = try opened ?? open()
        _ = try writer.write(
            ContentBatch(
                sources: [.test("b")], news: (1...9).map { .test("c\($0)", source: "b") }))
        #expect(try rest.store.newsCount(NewsQuery()).unread == expected.unread + 9)
        try rest.state.markAllRead(NewsQuery())
        #expect(try rest.store.newsCount(NewsQuery()).unread == 0)
        #expect(try open().store.newsCount(NewsQuery()).unread == 0)
        _ = try writer.write(ContentBatch(news: [.test("d", source: "b")]))
        #expect(try rest.store.newsCount(NewsQuery()).unread == 1)
    }

    @Test func twoWindowsOfOneUserSeeEachOthersMarks() throws {
        let (one, stateOfOne) = try open()
        let (two, stateOfTwo) = try open()
        try stateOfOne.setRead(true, [id(1)])
        #expect(try two.newsCount(unread).total == 19)
        try stateOfTwo.setRead(true, [id(2)])
        try stateOfTwo.setStarred(true, id(2))
        #expect(try one.newsCount(unread).total == 18)
        #expect(try one.newsCount(NewsQuery(starredOnly: true)).total == 1)
        try stateOfOne.markAllRead(NewsQuery())
        #expect(try two.newsCount(unread).total == 0)
    }

    @Test func marksOutliveTheContentDatabase() throws {
        do {
            let (_, state) = try open()
            try state.setRead(true, [id(3)])
            try state.markAllRead(NewsQuery(municipalities: [MunicipalityCode(number: 2282)]))
            try state.setStarred(true, id(5))
        }
        try removeContent()
        let writer = try ContentWriter.open(at: folder.location, now: .test)
        let (store, _) = try open()
        let kramfors = NewsQuery(municipalities: [MunicipalityCode(number: 2282)])
        #expect(try store.newsCount(kramfors).unread == 0)
        #expect(try store.newsCount(NewsQuery()).unread > 0)
        // The items come back with the next sync, in another order.
        _ = try writer.write(
            ContentBatch(
                sources: [.test("a")], news: (1...20).reversed().map { .test("\($0)", day: $0) }))
        #expect(try store.newsCount(unread).total == 19)
        #expect(try store.all(NewsQuery(starredOnly: true)).map(\.id) == [id(5)])
        let read = try store.all(NewsQuery(source: Source.ID(rawValue: "a"))).filter {
            !$0.isUnread
        }
        #expect(read.map(\.id) == [id(3)])
    }

    @Test func whatArrivesAfterAllWasMarkedInAContentThatWasMadeAnewIsUnread() throws {
        do {
            let (_, state) = try open()
            try state.setRead(true, [id(3)])
            try state.markAllRead(NewsQuery(kind: .newsletter))
        }
        try removeContent()
        let writer = try ContentWriter.open(at: folder.location, now: .test)
        do {
            let (store, state) = try open()
            try state.markAllRead(NewsQuery())
            #expect(try store.newsCount(NewsQuery()).unread == 0)
            _ = try writer.write(ContentBatch(sources: [.test("a")], news: [.test("old", day: 1)]))
            #expect(try store.all(unread).map(\.id) == [id("old")])
        }
        #expect(try open().store.all(unread).map(\.id) == [id("old")])
    }

    @Test func whatWasMarkedBeforeTheContentWasMadeAnewIsReadWhenItComesBack() throws {
        do {
            let (_, state) = try open()
            try state.markAllRead(NewsQuery())
        }
        try removeContent()
        let writer = try ContentWriter.open(at: folder.location, now: .test)
        let (store, state) = try open()
        try state.markAllRead(NewsQuery())
        var late = NewsItem.test("late")
        late.published = .moment(Timestamp(seconds: Timestamp.test.seconds + 400 * 86_400))
        _ = try writer.write(
            ContentBatch(sources: [.test("a")], news: [.test("3", day: 3), late]))
        #expect(try store.all(unread).map(\.id) == [id("late")])
    }

    @Test func anotherContentInBetweenDoesNotMakeLaterArrivalsRead() throws {
        do {
            let (_, state) = try open()
            try state.markAllRead(NewsQuery())
        }
        let writer = try ContentWriter.open(at: folder.location, now: .test)
        _ = try writer.write(ContentBatch(news: [.test("later", day: 1)]))
        let other = StoreLocation(
            content: folder.location.content + "-2", state: folder.location.state)
        do {
            _ = try ContentWriter.open(at: other, now: .test)
            let store = try ContentStore.open(other)
            _ = try store.newsCount(NewsQuery())
        }
        #expect(try open().store.all(unread).map(\.id) == [id("later")])
    }

    @Test func markingWhatASearchFindsMarksNothingElse() throws {
        let writer = try ContentWriter.open(at: folder.location, now: .test)
        _ = try writer.write(ContentBatch(news: [.test("x", text: "särskilt", day: 2)]))
        let (store, state) = try open()
        try state.markAllRead(NewsQuery(search: "sarskilt"))
        #expect(try store.newsCount(unread).total == 20)
    }

    @Test func whatWasMarkedUnreadIsReadAgainWhenAllIs() throws {
        do {
            let (_, state) = try open()
            try state.setRead(false, [id(3)])
            try state.markAllRead(NewsQuery())
        }
        #expect(try open().store.newsCount(NewsQuery()).unread == 0)
    }

    @Test func preferencesAreKeptAndForgotten() throws {
        do {
            let (_, state) = try open()
            try state.setPreference("1781", for: "municipality")
            try state.setPreference("x", for: "gone")
            try state.setPreference(nil, for: "gone")
        }
        let (_, state) = try open()
        #expect(try state.preference("municipality") == "1781")
        #expect(try state.preference("gone") == nil)
    }

    @Test func withoutAStateNothingIsUnread() throws {
        let store = try ContentStore.open(StoreLocation(content: folder.location.content))
        #expect(store.state == nil && store.stateProblem == nil)
        #expect(try store.newsCount(NewsQuery()).unread == 0)
        #expect(try store.all(NewsQuery()).allSatisfy { !$0.isUnread && !$0.isStarred })
        #expect(try store.newsCount(NewsQuery(starredOnly: true)).total == 0)
    }
}

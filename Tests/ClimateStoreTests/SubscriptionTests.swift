import ClimateModel
import ClimateStore
import Testing

@Suite struct SubscriptionTests {
    let folder: TemporaryFolder
    let writer: ContentWriter
    let store: ContentStore
    let id = Source.ID(rawValue: "a")
    let settings = SourceSettings(
        address: "https://example.org/feed", title: "Exempel",
        mapping: TableMapping(columns: ["phase": "Fas"], phases: ["samråd": "planned"]))

    init() throws {
        folder = try TemporaryFolder()
        writer = try ContentWriter.open(at: folder.location, now: .test)
        store = try ContentStore.open(folder.location)
        try writer.subscribe([Subscription(id: id, settings: settings)])
    }

    private func overview(_ id: Source.ID? = nil) throws -> SourceOverview? {
        try store.sourceOverviews().first { $0.id == id ?? self.id }
    }

    private func delivery(
        _ news: [NewsItem]?, state: FetchState = FetchState(), error: LocalizedText? = nil
    ) throws -> Delivery {
        Delivery(
            subscription: id, batch: try news.map { try ContentBatch.test(news: $0) },
            success: error == nil ? .test : nil, error: error, state: state)
    }

    @Test func aSubscriptionIsListedBeforeItIsRead() throws {
        let overview = try #require(try overview())
        #expect(overview.source.title == "Exempel")
        #expect(overview.source.address == "https://example.org/feed")
        #expect(overview.subscription == Subscription(id: id, settings: settings))
        #expect(overview.newsCount == 0)
    }

    @Test func contentAndStateComeTogether() throws {
        let state = FetchState(lastAttempt: .test, interval: 900, etag: "\"å\"", digest: -7)
        let summaries = try writer.write([try delivery([.test("1"), .test("2")], state: state)])
        #expect(summaries.map(\.inserted) == [2])
        let overview = try #require(try overview())
        #expect(overview.newsCount == 2)
        #expect(overview.subscription?.state == state)
        #expect(overview.source.lastSuccess == .test)
    }

    /// Prepared for all of the items, in their order; for too few; and for others, which is of no use.
    @Test(arguments: [["1", "2", "1"], ["1"], ["2", "1", "2"]])
    func whatWasPreparedIsWrittenAndTheRestIsPreparedThen(prepared: [String]) throws {
        let items: [NewsItem] = [
            .test("1", title: "Först"), .test("2", title: "Unsafe\u{1B}[2J"),
            .test("1", title: "Sist"),
        ]
        let news = prepared.enumerated().map { place, identity in
            PreparedNews(items[place].identity == identity ? items[place] : .test(identity))
        }
        let summaries = try writer.write([try delivery(items)], prepared: [id: news])
        #expect(summaries.map(\.inserted) == [2])
        let titles = try items.dropFirst().compactMap { try store.newsItem($0.id)?.title.swedish }
        #expect(titles == ["Unsafe[2J", "Sist"])
        #expect(try !writer.write([try delivery(items)]).contains(where: \.hasChanges))
    }

    @Test func aFailureKeepsTheLastSuccessAndTheContent() throws {
        _ = try writer.write([try delivery([.test("1")])])
        let error = LocalizedText(swedish: "svarade inte", english: "did not answer")
        _ = try writer.write([
            try delivery(nil, state: FetchState(failures: 1), error: error)
        ])
        let failed = try #require(try overview())
        #expect(failed.source.lastSuccess == .test)
        #expect(failed.source.lastError == error)
        #expect(failed.newsCount == 1)
        _ = try writer.write([try delivery(nil)])
        #expect(try overview()?.source.lastError == nil)
    }

    @Test func oneBadDeliveryKeepsAllFromBeingWritten() throws {
        var lost = NewsItem.test("2", source: "nowhere")
        lost.municipalities = []
        let good = try delivery([.test("1")], state: FetchState(failures: 3))
        let bad = try delivery([lost])
        #expect(throws: StoreError.self) { try writer.write([good, bad]) }
        #expect(try overview()?.newsCount == 0)
        #expect(try overview()?.subscription?.state == FetchState())
    }

    @Test func newSettingsKeepTheState() throws {
        let state = FetchState(etag: "e")
        _ = try writer.write([try delivery([], state: state)])
        var changed = settings
        changed.title = "Annat"
        try writer.subscribe([Subscription(id: id, settings: changed, origin: .config)])
        let overview = try #require(try overview())
        #expect(overview.source.title == "Annat")
        #expect(overview.subscription?.state == state)
        #expect(overview.subscription?.origin == .config)
    }

    @Test func anotherMappingIsReadAnewAndAtOnce() throws {
        let state = FetchState(
            lastAttempt: .test, nextAttempt: .test, failures: 2, etag: "e", digest: 7, cursor: "9")
        _ = try writer.write([try delivery([], state: state)])
        try writer.subscribe([Subscription(id: id, settings: settings)])
        #expect(try overview()?.subscription?.state == state)
        var changed = settings
        changed.mapping.columns["phase"] = "Skede"
        try writer.subscribe([Subscription(id: id, settings: changed)])
        #expect(try overview()?.subscription?.state == FetchState(lastAttempt: .test))
    }

    @Test func pausingIsKept() throws {
        #expect(try writer.setPaused(true, id))
        #expect(try overview()?.subscription?.isPaused == true)
        #expect(try !writer.setPaused(true, Source.ID(rawValue: "none")))
    }

    /// What is paused or not read any more does not fail, whatever came of it last.
    @Test func failingOnesAreCountedForAsLongAsTheyAreRead() throws {
        func failing() throws -> Int { try store.failingSources() }
        #expect(try failing() == 0)
        let error = LocalizedText(swedish: "svarar inte", english: "no answer")
        _ = try writer.write([try delivery(nil, state: FetchState(failures: 1), error: error)])
        #expect(try failing() == 1)
        #expect(try writer.setPaused(true, id))
        #expect(try failing() == 0)
        #expect(try writer.setPaused(false, id))
        #expect(try failing() == 1)
        #expect(try writer.unsubscribe(id, deletingContent: false))
        #expect(try failing() == 0)
    }

    /// Nobody waits for it to get well any more.
    @Test func whatIsNotReadAnyMoreHasNoError() throws {
        let error = LocalizedText(swedish: "svarar inte", english: "no answer")
        _ = try writer.write([try delivery([.test("1")])])
        _ = try writer.write([try delivery(nil, state: FetchState(failures: 1), error: error)])
        #expect(try writer.unsubscribe(id, deletingContent: false))
        let source = try #require(try overview()?.source)
        #expect(source.lastError == nil)
        #expect(source.lastSuccess == .test)
    }

    @Test func removingKeepsTheContentUnlessToldOtherwise() throws {
        _ = try writer.write([try delivery([.test("1", title: "Kvar")])])
        #expect(try writer.unsubscribe(id, deletingContent: false))
        #expect(try overview()?.newsCount == 1)
        #expect(try overview()?.subscription == nil)
        #expect(try !writer.unsubscribe(id, deletingContent: true))
        try writer.subscribe([Subscription(id: id, settings: settings)])
        #expect(try writer.unsubscribe(id, deletingContent: true))
        #expect(try overview() == nil)
        #expect(try store.newsCount(NewsQuery(search: "Kvar")).total == 0)
        #expect(try store.newsCount(NewsQuery(source: id)).total == 0)
    }

    @Test func aDeliveryOfASubscriptionThatIsGoneIsLeftOut() throws {
        _ = try writer.unsubscribe(id, deletingContent: true)
        #expect(try writer.write([try delivery([.test("1")])]) == [WriteSummary()])
        #expect(try overview() == nil)
    }
}

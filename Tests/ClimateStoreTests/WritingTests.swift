import ClimateModel
import ClimateStore
import Testing

@Suite struct WritingTests {
    let folder: TemporaryFolder
    let writer: ContentWriter
    let store: ContentStore

    init() throws {
        folder = try TemporaryFolder()
        writer = try ContentWriter.open(at: folder.location, now: .test)
        store = try ContentStore.open(folder.location)
    }

    private func content() throws -> ContentBatch {
        ContentBatch(
            sources: try store.sources(), municipalities: try store.municipalities(),
            indicators: try store.indicators(),
            observations: try store.indicators().map {
                .init(indicator: $0.id, observations: try store.observations(of: $0.id))
            },
            projects: try store.projects(
                ProjectQuery(today: .distantFuture), in: Window(offset: 0, count: 100)),
            awards: try store.awards(of: nil),
            news: try store.all(NewsQuery()).compactMap { try store.newsItem($0.id) })
    }

    @Test func everythingComesBackAsItWasWritten() throws {
        let starter = try StarterContent.batch()
        let read = try content()
        #expect(Set(read.sources) == Set(starter.sources))
        #expect(read.municipalities == starter.municipalities)
        #expect(read.indicators == starter.indicators)
        #expect(
            Set(read.observations[0].observations) == Set(starter.observations[0].observations))
        #expect(Set(read.projects) == Set(starter.projects))
        #expect(read.awards == starter.awards)
        #expect(Set(read.news) == Set(starter.news))
    }

    @Test func theSameBatchTwiceChangesNothing() throws {
        let batch = try StarterContent.batch()
        let before = try store.condition()
        let summary = try writer.write(batch)
        #expect(summary.inserted == 0 && summary.updated == 0)
        #expect(summary.unchanged > 900)
        #expect(try store.condition() == before)
    }

    @Test func whatWasFetchedAgainAndIsTheSameIsUnchanged() throws {
        var batch = try StarterContent.batch()
        for index in batch.news.indices { batch.news[index].provenance.fetched = .test }
        for index in batch.projects.indices { batch.projects[index].provenance.fetched = .test }
        for index in batch.observations[0].observations.indices {
            batch.observations[0].observations[index].provenance?.fetched = .test
        }
        let summary = try writer.write(batch)
        #expect(summary.inserted == 0 && summary.updated == 0)
    }

    /// Two lists of the same projects don't take them from each other.
    @Test func aProjectThatAnotherSourceTellsTooStaysWithTheFirst() throws {
        let first = try StarterContent.batch().projects[0]
        var second = first
        second.provenance = Provenance(
            source: Source.ID(rawValue: "a"), publisher: "Kansliet", fetched: .test)
        let batch = ContentBatch(sources: [.test("a")], projects: [second])
        #expect(try writer.write(batch).updated == 0)
        #expect(try store.project(first.id) == first)
        // What says more takes it over, and a source may change its publisher's name.
        second.owner = "Näringslivskontoret"
        #expect(try writer.write(ContentBatch(projects: [second])).updated == 1)
        second.provenance.publisher = "Kommunkansliet"
        #expect(try writer.write(ContentBatch(projects: [second])).updated == 1)
        #expect(try store.project(first.id) == second)
    }

    @Test func aChangedRecordIsUpdated() throws {
        var batch = try StarterContent.batch()
        batch.municipalities[0].population = nil
        batch.indicators[0].decimals = 3
        batch.observations[0].observations[0].value = 99
        batch.projects[0].title = "Ny titel"
        batch.awards[0].winner = batch.awards[0].nominees[1].municipality
        batch.news[0].title = "Ny rubrik"
        batch.news[1].published = .moment(.test)
        #expect(try writer.write(batch).updated == 7)
        let read = try content()
        #expect(read.municipalities == batch.municipalities)
        #expect(read.indicators == batch.indicators)
        #expect(Set(read.observations[0].observations) == Set(batch.observations[0].observations))
        #expect(Set(read.projects) == Set(batch.projects))
        #expect(read.awards == batch.awards)
        #expect(Set(read.news) == Set(batch.news))
        #expect(try store.awards(of: batch.awards[0].winner).count == 1)
    }

    @Test func aReferenceToNothingWritesNothing() throws {
        let before = try content()
        let good = NewsItem.test("good")
        let bad = NewsItem.test("bad", source: "nobody")
        #expect {
            try writer.write(ContentBatch(sources: [.test("a")], news: [good, bad]))
        } throws: { error in
            guard case StoreError.unknownReference(_, "nobody") = error else { return false }
            return true
        }
        #expect(try content() == before)
        var project = try StarterContent.batch().projects[0]
        project.id = Project.ID(rawValue: "other")
        project.municipality = MunicipalityCode(number: 9999)
        #expect(throws: StoreError.self) { try writer.write(ContentBatch(projects: [project])) }
    }

    @Test func ofTwoWithOneIdentityTheLaterHolds() throws {
        let summary = try writer.write(
            ContentBatch(
                sources: [.test("a")],
                news: [.test("x", title: "Ett", day: 3), .test("x", title: "Två", day: 2)]))
        #expect(summary == WriteSummary(inserted: 2, updated: 0, unchanged: 1))
        let item = try #require(try store.newsItem(NewsItem.ID(identity: "x")))
        #expect(item.title == "Två")
        #expect(try store.newsCount(NewsQuery(source: Source.ID(rawValue: "a"))).total == 1)
    }

    @Test func textIsCleanedAndUnsafeAddressesAreDropped() throws {
        var item = NewsItem.test("hostile", title: "A\u{1B}[31mB\u{202E}C\nD")
        item.link = "javascript:alert(1)"
        item.body.swedish = StructuredText([
            .heading(level: 99, [.text("\u{9B}x\u{200B}y")]),
            .paragraph([
                .link(text: "bra", address: "https://example.org/"),
                .link(text: "dålig", address: "file:///etc/passwd"),
                .link(text: "trasig", address: "https://a b"),
            ]),
        ])
        _ = try writer.write(ContentBatch(sources: [.test("a")], news: [item]))
        let read = try #require(try store.newsItem(item.id))
        #expect(read.title == "A[31mBC D")
        #expect(read.link == nil)
        #expect(
            read.body.swedish
                == StructuredText([
                    .heading(level: 6, [.text("xy")]),
                    .paragraph([
                        .link(text: "bra", address: "https://example.org/"), .text("dålig"),
                        .text("trasig"),
                    ]),
                ]))
    }

    @Test func aSourcesStateIsKeptWithoutCountingAsNewContent() throws {
        var source = Source.test("a")
        _ = try writer.write(ContentBatch(sources: [source]))
        source.lastSuccess = .test
        source.lastError = "svarar inte"
        #expect(try writer.write(ContentBatch(sources: [source])) == WriteSummary(unchanged: 1))
        #expect(try store.sources().contains(source))
    }
}

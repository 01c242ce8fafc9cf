import ClimateModel
import ClimateStore
import Testing

@Suite struct SearchTests {
    private func store(_ news: [NewsItem]) throws -> ContentStore {
        try ContentStore.inMemory(try .test(news: news))
    }

    private func identities(_ store: ContentStore, _ search: String) throws -> [String] {
        try store.all(NewsQuery(search: search)).compactMap {
            try store.newsItem($0.id)?.identity
        }
    }

    @Test func wordsAreFoundByTheirBeginningsWhateverTheirCaseAndDiacritics() throws {
        let store = try store([
            .test("a", text: "Företagsklimatet i Åre", day: 1),
            .test("b", text: "Klimatet för företag", day: 2),
            .test("c", text: "Något annat", day: 3),
        ])
        #expect(try identities(store, "foretag") == ["b", "a"])
        #expect(try identities(store, "FÖRETAGSK") == ["a"])
        #expect(try identities(store, "are foretagsklimat") == ["a"])
        #expect(try identities(store, "klimat") == ["b"])
        #expect(try identities(store, "företag annat") == [])
        #expect(try identities(store, "") == ["c", "b", "a"])
    }

    @Test(arguments: [
        "\"", "'", "*", "a*", "^a", "-", "a -b", "NOT a", "a AND", "OR", "NEAR(a b)", "text:a",
        "facets:a", "{text} : a", "a + b", "()", ")(", "\u{0}", "a\u{0}b", "\\", ";--", "%", "_",
        "\u{E002}1", "🏔️", "é̂̃", "\u{200D}", "𞤀𞤁", "कि", "ก็", "ﷺ", "１２", "½ cup", "a.b.c",
        "x'; DROP TABLE news; --",
    ])
    func nothingTypedIsReadAsAQuery(search: String) throws {
        let store = try store([.test("a", text: "and or not near text facets k1")])
        let query = NewsQuery(
            municipalities: [.kristinehamn], source: Source.ID(rawValue: "a"), kind: .news,
            search: search)
        _ = try store.newsCount(query)
        _ = try store.news(query, in: Window(offset: 0, count: 5))
        _ = try store.projectCounts(ProjectQuery(search: search, today: .distantFuture))
        #expect(try store.newsCount(NewsQuery()).total == 1)
    }

    @Test func thousandsOfWordsAreCutShort() throws {
        let store = try store([.test("a", text: "ord")])
        let long = String(repeating: "ord ", count: 50_000)
        #expect(try identities(store, long) == ["a"])
    }

    @Test func filtersCannotBeSearchedForAsWords() throws {
        let store = try store([.test("a", text: "text")])
        #expect(try identities(store, "1") == [])
        #expect(try identities(store, "1dh") == [])
    }

    @Test func excerptsShowTheMatchesWhateverTheTextHolds() throws {
        let text = "Ett <b>två</b> [tre] **fyra** \u{E000} företagen och Företag\nnästa rad"
        let store = try store([.test("a", text: text)])
        let found = try store.news(NewsQuery(search: "foretag"), in: Window(offset: 0, count: 1))
        let excerpt = try #require(found.first?.excerpt)
        #expect(excerpt.runs.filter(\.isMatch).map(\.text) == ["företagen", "Företag"])
        #expect(
            excerpt.runs.map(\.text).joined()
                == "Ett <b>två</b> [tre] **fyra** företagen och Företag nästa rad")
    }

    @Test func anExcerptOfALongTextIsCutAtWords() throws {
        let words = (0..<200).map { "ord\($0)" }
        let store = try store([.test("a", text: words.joined(separator: " "))])
        let found = try store.news(NewsQuery(search: "ord100"), in: Window(offset: 0, count: 1))
        let text = try #require(found.first?.excerpt).runs.map(\.text).joined()
        #expect(text.hasPrefix("… ord94 ") && text.hasSuffix(" ord133 …"))
    }

    @Test func manyMatchesAreCountedUpToABound() throws {
        let news = (0..<1_200).map { NewsItem.test("\($0)", text: "samma", day: 1 + $0 % 28) }
        let store = try store(news)
        let query = NewsQuery(search: "samma")
        let count = try store.newsCount(query)
        #expect(count.isAtLeast && count.total >= 1_000 && count.total < 1_200)
        #expect(try store.all(query, windowsOf: 500).count == 1_200)
        let known = try store.newsCount(query)
        #expect(known.total == 1_200 && !known.isAtLeast)
    }

    @Test func anUpdateIsFoundByItsNewWordsOnly() throws {
        let folder = try TemporaryFolder()
        let writer = try ContentWriter.open(at: folder.location, now: .test)
        let store = try ContentStore.open(folder.location)
        _ = try writer.write(
            ContentBatch(sources: [.test("a")], news: [.test("x", text: "gammalkänt")]))
        #expect(try identities(store, "gammalk") == ["x"])
        _ = try writer.write(ContentBatch(news: [.test("x", text: "nymodigt")]))
        #expect(try identities(store, "gammalk") == [])
        #expect(try identities(store, "nymod") == ["x"])
    }
}

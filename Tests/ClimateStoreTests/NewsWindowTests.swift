import ClimateFixtures
import ClimateModel
import GRDB
import Testing

@testable import ClimateStore

/// Every list, in every window, is what one gets by going through all items one by one.
@Suite struct NewsWindowTests {
    /// Made-up news of few municipalities and sources in blocks of few, so that every shape of list has several.
    private struct World {
        var items: [NewsItem]
        let writer: ContentWriter
        let store: ContentStore
        let municipalities: [MunicipalityCode]
        let sources: [Source.ID]
        var read: Set<NewsItem.ID> = []
        var starred: Set<NewsItem.ID> = []
        var random: SeededGenerator

        init(seed: UInt64, count: Int) throws {
            let all = try StarterContent.batch().municipalities
            let news = SyntheticNews(
                municipalities: Array(all.prefix(9)), sourceCount: 3, seed: seed)
            items = news.items(0..<count)
            // Many at the same moment, and some without any date.
            for index in items.indices where index % 5 == 0 {
                items[index].published = index % 25 == 0 ? .unknown : .moment(.test)
            }
            let (writer, queue) = try ContentWriter.inMemory(length: BlockLength(maximum: 8))
            self.writer = writer
            _ = try writer.write(ContentBatch(sources: news.sources, municipalities: all))
            for start in stride(from: 0, to: count, by: 100) {
                _ = try writer.write(
                    ContentBatch(news: Array(items[start..<min(start + 100, count)])))
            }
            store = try ContentStore(memory: queue, keepsMarks: true, partingLimit: 20)
            municipalities = all.prefix(10).map(\.code)
            sources = news.sources.map(\.id) + [Source.ID(rawValue: "none")]
            random = SeededGenerator(seed: seed)
        }

        mutating func query() -> NewsQuery {
            var query = NewsQuery()
            if Bool.random(using: &random) {
                let count = [0, 1, 1, 1, 2, 5].randomElement(using: &random) ?? 1
                query.municipalities = Set(municipalities.shuffled(using: &random).prefix(count))
            }
            if Int.random(in: 0..<3, using: &random) == 0 {
                query.source = sources.randomElement(using: &random)
            }
            if Int.random(in: 0..<3, using: &random) == 0 {
                query.kind = NewsItem.Kind.allCases.randomElement(using: &random)
            }
            query.unreadOnly = Int.random(in: 0..<4, using: &random) == 0
            query.starredOnly = Int.random(in: 0..<6, using: &random) == 0
            query.order = Bool.random(using: &random) ? .date : .unreadFirst
            if Int.random(in: 0..<3, using: &random) == 0 {
                query.search =
                    ["k", "kommun", "FÖRETAG", "foretag ra", "xyz", "och i"]
                    .randomElement(using: &random) ?? ""
            }
            return query
        }

        func matches(_ item: NewsItem, _ query: NewsQuery) -> Bool {
            if let codes = query.municipalities, codes.isDisjoint(with: item.municipalities) {
                return false
            }
            if let source = query.source, source != item.provenance.source { return false }
            if let kind = query.kind, kind != item.kind { return false }
            if query.unreadOnly, read.contains(item.id) { return false }
            if query.starredOnly, !starred.contains(item.id) { return false }
            let words = Self.words(String(decoding: item.searchText, as: UTF8.self))
            return Self.words(query.search).allSatisfy { sought in
                words.contains { $0.hasPrefix(sought) }
            }
        }

        static func words(_ text: String) -> [String] {
            SearchKey.fold(text).split { !$0.isLetter && !$0.isNumber }.map(String.init)
        }

        /// What the store gives for `query` agrees with going through all items.
        mutating func check(_ query: NewsQuery) throws {
            let expected = items.filter { matches($0, query) }
            let listed = try store.all(query)
            let byID = Dictionary(uniqueKeysWithValues: items.map { ($0.id, $0) })
            #expect(Set(listed.map(\.id)) == Set(expected.map(\.id)), "\(query)")
            #expect(listed.count == expected.count, "\(query)")
            #expect(listed.allSatisfy { $0.isUnread != read.contains($0.id) })
            #expect(listed.allSatisfy { $0.isStarred == starred.contains($0.id) })
            let order = listed.compactMap { summary in
                byID[summary.id].map { item in
                    let isLater = query.order == .unreadFirst && read.contains(item.id)
                    return (isLater ? 1 : 0, -item.published.sortKey.seconds)
                }
            }
            #expect(zip(order, order.dropFirst()).allSatisfy { $0 <= $1 }, "\(query)")
            let count = try store.newsCount(query)
            #expect(count.total == expected.count && !count.isAtLeast, "\(query)")
            #expect(count.unread == expected.count { !read.contains($0.id) }, "\(query)")
            try checkWindows(query, listed.map(\.id))
        }

        private mutating func checkWindows(_ query: NewsQuery, _ all: [NewsItem.ID]) throws {
            for _ in 0..<4 {
                let window = Window(
                    offset: Int.random(in: 0...all.count + 3, using: &random),
                    count: Int.random(in: 0...30, using: &random))
                let ids = try store.news(query, in: window).map(\.id)
                #expect(ids == Array(all.dropFirst(window.offset).prefix(window.count)), "\(query)")
            }
            if let index = all.indices.randomElement(using: &random) {
                #expect(try store.position(of: all[index], in: query) == index, "\(query)")
            }
            if let item = items.randomElement(using: &random), !matches(item, query) {
                #expect(try store.position(of: item.id, in: query) == nil, "\(query)")
            }
        }

        mutating func markSome(_ count: Int) throws {
            for _ in 0..<count {
                guard let item = items.randomElement(using: &random) else { return }
                let isRead = Int.random(in: 0..<3, using: &random) > 0
                try store.state?.setRead(isRead, [item.id])
                if isRead { read.insert(item.id) } else { read.remove(item.id) }
                if Int.random(in: 0..<4, using: &random) == 0 {
                    let isStarred = Bool.random(using: &random)
                    try store.state?.setStarred(isStarred, item.id)
                    if isStarred { starred.insert(item.id) } else { starred.remove(item.id) }
                }
            }
        }

        mutating func markAll(_ query: NewsQuery) throws {
            read.formUnion(items.filter { matches($0, query) }.map(\.id))
            try store.state?.markAllRead(query)
        }

        /// Changes some items in what they are filtered and ordered by.
        mutating func changeSome(_ count: Int) throws {
            var changed: [NewsItem] = []
            for _ in 0..<count {
                guard let index = items.indices.randomElement(using: &random) else { return }
                items[index].kind = NewsItem.Kind.allCases.randomElement(using: &random) ?? .news
                items[index].municipalities = Array(
                    municipalities.shuffled(using: &random).prefix(2))
                items[index].title = LocalizedText(swedish: "Ändrad företagsnyhet \(index)")
                if Bool.random(using: &random) { items[index].published = .moment(.test) }
                changed.append(items[index])
            }
            _ = try writer.write(ContentBatch(news: changed))
        }
    }

    @Test(arguments: [1, 2] as [UInt64])
    func everyListAgreesWithGoingThroughAll(seed: UInt64) throws {
        var world = try World(seed: seed, count: 150)
        for _ in 0..<9 { try world.check(world.query()) }
        for round in 0..<3 {
            try world.markSome(round == 2 ? 100 : 15)
            for _ in 0..<9 { try world.check(world.query()) }
            try world.changeSome(12)
            for _ in 0..<5 { try world.check(world.query()) }
        }
        try world.markAll(NewsQuery(kind: .newsletter))
        try world.markAll(NewsQuery(search: "kommun"))
        for _ in 0..<9 { try world.check(world.query()) }
        try world.markAll(NewsQuery())
        try world.markSome(5)
        for _ in 0..<9 { try world.check(world.query()) }
    }

    @Test func nothingReadAndEverythingReadAreLists() throws {
        var world = try World(seed: 9, count: 120)
        var unread = NewsQuery(unreadOnly: true)
        try world.check(unread)
        try world.markAll(NewsQuery())
        try world.check(unread)
        unread.order = .unreadFirst
        unread.unreadOnly = false
        try world.check(unread)
    }
}

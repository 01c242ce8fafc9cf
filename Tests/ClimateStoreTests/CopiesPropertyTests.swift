import ClimateFixtures
import ClimateModel
import Testing

@testable import ClimateStore

/// What holds of items through several sources, whatever comes.
extension CopiesTests {
    /// In one transaction, a delivery each.
    private func deliver(_ items: [NewsItem]) throws {
        let deliveries = items.map { item in
            Delivery(
                subscription: item.provenance.source,
                batch: ContentBatch(
                    sources: [.test(item.provenance.source.rawValue)], news: [item]),
                state: FetchState())
        }
        _ = try writer.write(deliveries)
    }

    /// Items come and change in any order, through several sources; the lists agree with the items all the while.
    @Test(arguments: [1, 2, 3] as [UInt64], [false, true])
    func listsAgreeWithItemsWhateverComes(seed: UInt64, inDeliveries: Bool) throws {
        if inDeliveries {
            try writer.subscribe(
                ["a", "b", "c"].map {
                    let settings = SourceSettings(address: "https://\($0).example/feed")
                    return Subscription(id: .init(rawValue: $0), settings: settings)
                })
        }
        var random = SeededGenerator(seed: seed)
        for round in 0..<25 {
            var items: [NewsItem] = []
            for number in 0..<6 {
                let source = ["a", "b", "c"].randomElement(using: &random) ?? "a"
                let isLong = Bool.random(using: &random)
                let other = number ^ (Int.random(in: 0..<8, using: &random) == 0 ? 1 : 0)
                let title = "Nyhet nummer \(other) från kommunens näringslivskontor"
                items.append(
                    Self.copy(
                        source, "https://\(source).se/\(number)", title: title,
                        text: isLong ? Self.text + " \(round)" : String(Self.text.prefix(150)),
                        hour: number * 100 + Int.random(in: 0...3, using: &random),
                        identity: "\(source):\(number)"))
            }
            if inDeliveries { try deliver(items) } else { _ = try write(items) }
            let count = try store.newsCount(NewsQuery())
            #expect(count.unread == count.total)
        }
        let all = try written()
        #expect((6...9).contains(all.count))
        for source in ["a", "b", "c"].map(Source.ID.init(rawValue:)) {
            let expected = all.filter { item in
                ([item.provenance.source] + item.alsoFrom.map(\.provenance.source)).contains(source)
            }.map(\.id)
            for query in [
                NewsQuery(source: source), NewsQuery(source: source, kind: .news),
                NewsQuery(source: source, search: "nyhet"),
            ] {
                #expect(try store.all(query).map(\.id) == expected)
                #expect(try store.newsCount(query).total == expected.count)
            }
        }
    }
}

import ClimateModel
import Foundation
import Testing

@testable import ClimateStore

/// Ids with a colon once named items by themselves; now their source is put before them.
@Suite struct FormerNameTests {
    private let folder: TemporaryFolder
    private let writer: ContentWriter
    private let store: ContentStore

    init() throws {
        folder = try TemporaryFolder()
        writer = try ContentWriter.open(at: folder.location, now: .test)
        store = try ContentStore.open(folder.location)
    }

    /// - Parameter identity: with the source before it, unless it is of the older form.
    private func write(
        _ identity: String, of source: String, _ title: String = "Nytt badhus",
        text: String = "Kommunen bygger."
    ) throws -> WriteSummary {
        let item = CopiesTests.copy(source, nil, title: title, text: text, identity: identity)
        return try writer.write(ContentBatch(sources: [Source.test(source)], news: [item]))
    }

    private func titles() throws -> [String] {
        try store.news(NewsQuery(), in: Window(offset: 0, count: 100))
            .compactMap(\.title.swedish).filter { $0.hasPrefix("Ny") }.sorted()
    }

    @Test func anItemStaysTheSameUnderItsNewName() throws {
        _ = try write("nyhet:12", of: "a")
        let item = NewsItem.ID(identity: "nyhet:12")
        try store.state?.setRead(true, [item])
        try store.state?.setStarred(true, item)
        let same = try write("a:nyhet:12", of: "a")
        #expect(same.inserted == 0 && same.updated == 0)
        let changed = try write("a:nyhet:12", of: "a", text: "Kommunen har byggt.")
        #expect(changed.inserted == 0 && changed.updated == 1)
        #expect(try titles() == ["Nytt badhus"])
        let kept = try #require(
            try store.news(NewsQuery(), in: Window(offset: 0, count: 100)).first { $0.id == item })
        #expect(!kept.isUnread && kept.isStarred)
        #expect(try store.newsItem(item)?.body.swedish?.plain == "Kommunen har byggt.")
    }

    @Test func anotherSourcesIDIsAnotherItem() throws {
        _ = try write("nyhet:12", of: "a")
        let other = try write("b:nyhet:12", of: "b", "Nya cykelvägar i hela kommunen")
        #expect(other.inserted == 1 + 1, "the item and its source")
        #expect(try titles() == ["Nya cykelvägar i hela kommunen", "Nytt badhus"])
    }

    /// What stood under one name for two sources were two items, and become two.
    @Test func whatWasTakenForOneIsPartedAgain() throws {
        _ = try write("nyhet:12", of: "a")
        _ = try write("nyhet:12", of: "b", "Nya cykelvägar i hela kommunen")
        #expect(try titles().count == 1)
        _ = try write("b:nyhet:12", of: "b", "Nya cykelvägar i hela kommunen")
        #expect(try titles().contains("Nya cykelvägar i hela kommunen"))
    }
}

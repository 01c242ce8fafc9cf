import ClimateModel
import GRDB
import Testing

@testable import ClimateStore

/// What could not be written is neither shown nor lost.
@Suite struct FailedMarksTests {
    /// Where the database gives up, as on a full disk.
    enum Failure: CaseIterable {
        case statement, commit

        /// Has the next row of `content` fail while the preference "refuse" is there, which the store itself sets: what
        /// another connection writes would have it read all marks again.
        var sql: String {
            switch self {
            case .statement:
                """
                CREATE TRIGGER refusal BEFORE INSERT ON content
                WHEN EXISTS (SELECT 1 FROM preference WHERE key = 'refuse')
                BEGIN SELECT RAISE(ABORT, 'refused'); END;
                """
            case .commit:
                """
                CREATE TABLE bolt (
                    key TEXT REFERENCES preference (key) DEFERRABLE INITIALLY DEFERRED
                );
                CREATE TRIGGER refusal AFTER INSERT ON content
                WHEN EXISTS (SELECT 1 FROM preference WHERE key = 'refuse')
                BEGIN INSERT INTO bolt VALUES ('nothing'); END;
                """
            }
        }
    }

    private static let text = """
        Kristinehamns kommun klättrar 31 placeringar i Svenskt Näringslivs ranking av det lokala företagsklimatet och \
        hamnar på plats 150. Förra året låg kommunen på plats 181. Näringschefen gläds åt att arbetet ger resultat.
        """

    private let folder: TemporaryFolder
    private let writer: ContentWriter

    init() throws {
        folder = try TemporaryFolder()
        writer = try ContentWriter.open(at: folder.location, now: .test)
    }

    private func open(_ failure: Failure) throws -> ContentStore {
        _ = try ContentStore.open(folder.location)
        let path = try #require(folder.location.state)
        try DatabaseQueue(path: path).inDatabase { try $0.execute(sql: failure.sql) }
        return try ContentStore.open(folder.location)
    }

    private func item(_ source: String, title: String) -> NewsItem {
        NewsItem.test(source, title: title, text: Self.text, source: source)
    }

    private func write(_ items: [NewsItem]) throws {
        _ = try writer.write(ContentBatch(sources: [.test("a"), .test("b")], news: items))
    }

    @Test(arguments: Failure.allCases)
    func marksGoOverToTheItemThatTookTheirsIn(failure: Failure) throws {
        let title = "Kristinehamn klättrar 31 placeringar"
        try write([item("a", title: title), item("b", title: "Rättelse följer")])
        let store = try open(failure)
        let state = try #require(store.state)
        let before = try store.newsCount(NewsQuery())
        let id = item("b", title: title).id
        try state.setRead(true, [id])
        try state.setStarred(true, id)
        try state.setPreference("yes", for: "refuse")
        try write([item("b", title: title)])
        #expect(throws: StoreError.self) { try store.newsCount(NewsQuery()) }
        try state.setPreference(nil, for: "refuse")
        let after = ListCount(total: before.total - 1, unread: before.unread - 2)
        for store in [store, try ContentStore.open(folder.location)] {
            #expect(try store.newsCount(NewsQuery()) == after)
            let starred = try store.all(NewsQuery(starredOnly: true))
            #expect(starred.map(\.id) == [item("a", title: title).id])
            #expect(starred.map(\.isUnread) == [false])
        }
    }

    @Test(arguments: Failure.allCases)
    func whatIsGoneCountsNoMore(failure: Failure) throws {
        try write([item("a", title: "En"), item("b", title: "Två")])
        let store = try open(failure)
        let state = try #require(store.state)
        let before = try store.newsCount(NewsQuery())
        try state.setPreference("yes", for: "refuse")
        let settings = SourceSettings(address: "https://b.example/feed")
        try writer.subscribe([Subscription(id: Source.ID(rawValue: "b"), settings: settings)])
        #expect(try writer.unsubscribe(Source.ID(rawValue: "b"), deletingContent: true))
        #expect(throws: StoreError.self) { try store.newsCount(NewsQuery()) }
        try state.setPreference(nil, for: "refuse")
        let after = ListCount(total: before.total - 1, unread: before.unread - 1)
        for store in [store, try ContentStore.open(folder.location)] {
            #expect(try store.newsCount(NewsQuery()) == after)
        }
    }

    @Test func newContentIsTakenInAgainWhereThatFailed() throws {
        let connection = try ContentConnection(path: folder.location.content)
        struct Refusal: Error {}
        #expect(throws: (any Error).self) {
            try connection.read(changed: { _ in throw Refusal() }, { _ in })
        }
        var changes = 0
        for _ in 1...2 { try connection.read(changed: { _ in changes += 1 }, { _ in }) }
        #expect(changes == 1)
    }
}

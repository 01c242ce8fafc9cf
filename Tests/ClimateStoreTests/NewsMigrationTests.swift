import ClimateModel
import Foundation
import GRDB
import Testing

@testable import ClimateStore

/// A database from before copies of an item were joined, brought up to date.
@Suite struct NewsMigrationTests {
    private let folder: TemporaryFolder
    private var location: StoreLocation { folder.location }

    init() throws { folder = try TemporaryFolder() }

    private static func release(
        _ source: String, _ link: String?, title: String = "Kristinehamn klättrar 31 placeringar",
        day: Int = 4
    ) -> NewsItem {
        var item = NewsItem.test(
            "\(source):\(title):\(day)", title: title,
            text: """
                Kristinehamns kommun klättrar 31 placeringar i rankingen av det lokala företagsklimatet och hamnar på \
                plats 150. Förra året låg kommunen på plats 181.
                """, day: day, source: source)
        item.link = link
        return item
    }

    /// A headline of its own, one that comes again and again, one without an address, one in no language but English.
    private static let items: [NewsItem] = {
        var english = release("a", "https://a.example/4")
        english.title = LocalizedText(english: "Kristinehamn climbs by 31 places to 150th")
        english.identity = "english"
        english.id = NewsItem.ID(identity: "english")
        english.municipalities = []
        return [
            release("a", "https://www.a.example/nyheter/1?utm_source=rss"),
            release("a", "https://a.example/nyheter/2", title: "Kungörelse", day: 2),
            release("a", "https://a.example/nyheter/3", title: "Kungörelse", day: 3),
            release("a", nil, title: "Ny detaljplan för hamnen antagen", day: 5), english,
        ]
    }()

    private static let twins = "SELECT key, published, arrival FROM news_twin"

    /// Fills what the tables of an earlier version hold from a database that has it all.
    private func makeDatabase(of version: String) throws -> Set<Row> {
        let newest = folder.path + "/newest.sqlite"
        do {
            let writer = try ContentWriter.open(at: StoreLocation(content: newest), now: .test)
            _ = try writer.write(ContentBatch(sources: [.test("a")], news: Self.items))
        }
        let queue = try DatabaseQueue(path: location.content)
        try ContentMigrations.migrator.migrate(queue, upTo: version)
        return try queue.inDatabase { db in
            try db.execute(sql: "PRAGMA foreign_keys = OFF")
            try db.execute(sql: "ATTACH ? AS newest", arguments: [newest])
            let tables = try String.fetchAll(
                db,
                sql: """
                    SELECT name FROM main.sqlite_master WHERE type = 'table'
                    AND name NOT IN ('grdb_migrations', 'news_search', 'project_search')
                    """)
            for table in tables {
                let columns = try db.columns(in: table).map { "\"\($0.name)\"" }
                let list = columns.joined(separator: ", ")
                try db.execute(sql: "DELETE FROM main.\(table)")
                try db.execute(
                    sql: "INSERT INTO main.\(table) (\(list)) SELECT \(list) FROM newest.\(table)")
            }
            let expected = try Set(Row.fetchAll(db, sql: Self.twins))
            try db.execute(sql: "DETACH newest")
            #expect(try !db.tableExists("news_twin"))
            return expected
        }
    }

    @Test(arguments: ["v3", "v4"])
    func itsItemsAreFoundByTheirCopies(version: String) throws {
        let expected = try makeDatabase(of: version)
        #expect(expected.count > 2 * Self.items.count)
        #expect(throws: StoreError.older(path: location.content)) {
            try ContentStore.open(location)
        }
        let writer = try ContentWriter.open(at: location, now: .test)
        #expect(writer.beginning == .existing)
        let queue = try DatabaseQueue(path: location.content)
        #expect(try queue.read { try Set(Row.fetchAll($0, sql: Self.twins)) } == expected)

        let store = try ContentStore.open(location)
        let count = try store.newsCount(NewsQuery()).total
        let copies = [
            Self.release("b", "https://a.example/nyheter/1/"),
            Self.release(
                "c", "https://c.example/x", title: "Ny detaljplan för hamnen antagen", day: 6),
        ]
        _ = try writer.write(
            ContentBatch(sources: ["b", "c"].map(Source.test), news: copies))
        #expect(try store.newsCount(NewsQuery()).total == count)
        for (item, source) in [(Self.items[0], "b"), (Self.items[3], "c")] {
            let found = try #require(try store.newsItem(item.id))
            #expect(found.alsoFrom.map(\.provenance.source.rawValue) == [source])
        }
        // "Kungörelse" of another municipality is another one.
        var other = Self.release("b", "https://b.example/3", title: "Kungörelse", day: 3)
        other.municipalities = [MunicipalityCode(number: 1880)]
        _ = try writer.write(ContentBatch(news: [other]))
        #expect(try store.newsCount(NewsQuery()).total == count + 1)
        try queue.inDatabase { db in
            #expect(try String.fetchAll(db, sql: "PRAGMA integrity_check") == ["ok"])
            #expect(try Row.fetchOne(db, sql: "PRAGMA foreign_key_check") == nil)
            try db.execute(
                sql: "INSERT INTO news_search (news_search) VALUES ('integrity-check')")
        }
        #expect(try store.newsCount(NewsQuery(search: "detaljplan hamnen")).total == 1)
    }

    /// What was taken out before anybody kept account of it counts as unread no more.
    @Test func whatWasTakenOutBeforeIsGone() throws {
        let queue = try DatabaseQueue(path: location.content)
        try ContentMigrations.migrator.migrate(queue, upTo: "v6")
        try queue.inDatabase { db in
            try db.execute(sql: "PRAGMA foreign_keys = OFF")
            for arrival in [3, 4, 7, 9] {
                try db.execute(
                    sql: """
                        INSERT INTO news (arrival, key, id, digest, kind, precision, published,
                            municipalities, source, publisher)
                        VALUES (?1, ?1, ?1, 0, 1, 0, 0, '', 1, '')
                        """, arguments: [arrival])
            }
        }
        try ContentMigrations.migrator.migrate(queue)
        let gone = try queue.read {
            try Row.fetchAll($0, sql: "SELECT first, last FROM news_gone ORDER BY number")
                .map { [$0[0] as Int64, $0[1] as Int64] }
        }
        #expect(gone == [[1, 2], [5, 6], [8, 8]])
        #expect(try queue.read { try NewsArrivals.last($0) } == 9)
    }
}

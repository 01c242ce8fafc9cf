import ClimateModel
import ClimateStore
import Foundation
import GRDB
import Testing

/// Databases of every earlier version, as that version wrote them, are brought up to date with all they hold.
@Suite struct MigrationTests {
    let folder: TemporaryFolder
    var location: StoreLocation { folder.location }

    init() throws { folder = try TemporaryFolder() }

    @Test(arguments: 1...2)
    func aContentDatabaseOfAnEarlierVersionIsBroughtUpToDate(version: Int) throws {
        try write(Array(Self.content[..<version]), to: location.content)
        #expect(throws: StoreError.older(path: location.content)) {
            try ContentStore.open(location)
        }
        let writer = try ContentWriter.open(at: location, now: .test)
        #expect(writer.beginning == .existing)
        let store = try ContentStore.open(location)
        let municipality = try #require(try store.municipalities().first)
        #expect(municipality.name == "Kristinehamn" && municipality.peers.count == 2)
        let indicator = try #require(try store.indicators().first)
        let observation = try #require(try store.observations(of: indicator.id).first)
        #expect(observation.value == 150 && observation.provenance?.certainty == .medium)
        if version > 1 {
            let projects = try store.projects(
                ProjectQuery(search: "oversyn", today: .distantFuture),
                in: Window(offset: 0, count: 9))
            #expect(projects.map(\.title) == ["Översyn"])
        }
        _ = try writer.write(ContentBatch(sources: [.test("a")], news: [.test("x")]))
        #expect(try store.newsCount(NewsQuery()).total == 1)
    }

    @Test func aStateDatabaseOfAnEarlierVersionIsBroughtUpToDate() throws {
        do { _ = try ContentWriter.open(at: location, now: .test) }
        let path = try #require(location.state)
        try write([Self.firstState], to: path)
        let store = try ContentStore.open(location)
        let state = try #require(store.state)
        #expect(try state.preference("municipality") == "1781")
        try state.markAllRead(NewsQuery())
        #expect(try store.newsCount(NewsQuery()).unread == 0)
    }

    @Test func aNewerStateIsLeftAlone() throws {
        do { _ = try ContentWriter.open(at: location, now: .test) }
        let path = try #require(location.state)
        try write([Self.firstState], to: path)
        do {
            let queue = try DatabaseQueue(path: path)
            try queue.write { try $0.execute(sql: "INSERT INTO grdb_migrations VALUES ('v999')") }
        }
        let store = try ContentStore.open(location)
        #expect(store.state == nil && store.stateProblem == .newer(path: path))
    }

    /// Makes a database by the SQL of the first versions, marked as migrated so far.
    private func write(_ versions: [String], to path: String) throws {
        let queue = try DatabaseQueue(path: path)
        try queue.inDatabase { db in
            try db.execute(sql: "PRAGMA journal_mode = WAL")
            try db.execute(
                sql: "CREATE TABLE grdb_migrations (identifier TEXT NOT NULL PRIMARY KEY)")
            for (index, sql) in versions.enumerated() {
                try db.execute(sql: sql)
                try db.execute(
                    sql: "INSERT INTO grdb_migrations VALUES (?)", arguments: ["v\(index + 1)"])
            }
        }
    }

    private static let firstState = """
        PRAGMA application_id = 1431587667;
        CREATE TABLE preference (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
        INSERT INTO preference VALUES ('municipality', '1781');
        """

    private static let content = [
        """
        PRAGMA application_id = 1431587659;
        CREATE TABLE content (
            id INTEGER PRIMARY KEY CHECK (id = 1), instance TEXT NOT NULL, version INTEGER NOT NULL);
        INSERT INTO content VALUES (1, 'abc', 7);
        CREATE TABLE source (
            number INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, kind TEXT NOT NULL,
            title TEXT NOT NULL, sort_key TEXT NOT NULL, address TEXT, terms TEXT,
            last_success INTEGER, last_error TEXT);
        INSERT INTO source VALUES (1, 's', 'table', 'Källa', 'k|lla', NULL, NULL, NULL, NULL);
        CREATE TABLE county (code TEXT PRIMARY KEY, name TEXT NOT NULL) WITHOUT ROWID;
        INSERT INTO county VALUES ('17', 'Värmlands län');
        CREATE TABLE municipality_group (
            code TEXT PRIMARY KEY, name_sv TEXT, name_en TEXT) WITHOUT ROWID;
        INSERT INTO municipality_group VALUES ('B5', 'Grupp', NULL);
        CREATE TABLE municipality (
            code TEXT PRIMARY KEY, name TEXT NOT NULL, sort_key TEXT NOT NULL,
            county TEXT NOT NULL REFERENCES county (code),
            municipality_group TEXT NOT NULL REFERENCES municipality_group (code),
            latitude REAL, longitude REAL, population INTEGER, population_date TEXT,
            peers TEXT NOT NULL) WITHOUT ROWID;
        INSERT INTO municipality VALUES (
            '1781', 'Kristinehamn', 'kristinehamn', '17', 'B5', 59.3, 14.1, 24000, '2021',
            '17841785');
        CREATE TABLE indicator (
            number INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, title_sv TEXT, title_en TEXT,
            sort_key TEXT NOT NULL, publisher TEXT NOT NULL, unit_sv TEXT, unit_en TEXT,
            direction TEXT NOT NULL, kind TEXT NOT NULL, decimals INTEGER NOT NULL,
            breaks TEXT NOT NULL, source INTEGER NOT NULL REFERENCES source (number));
        CREATE INDEX indicator_source ON indicator (source);
        INSERT INTO indicator VALUES (
            1, 'foretagsklimat', 'Ranking', NULL, 'ranking', 'P', NULL, NULL, 'lowerIsBetter',
            'rank', 0, '[]', 1);
        CREATE TABLE provenance (
            number INTEGER PRIMARY KEY, source INTEGER NOT NULL REFERENCES source (number),
            publisher TEXT NOT NULL, fetched INTEGER, certainty TEXT NOT NULL, detail TEXT);
        CREATE INDEX provenance_source ON provenance (source);
        INSERT INTO provenance VALUES (1, 1, 'P', NULL, 'medium', NULL);
        CREATE TABLE observation (
            indicator INTEGER NOT NULL REFERENCES indicator (number), period INTEGER NOT NULL,
            municipality TEXT NOT NULL REFERENCES municipality (code), value REAL,
            status TEXT NOT NULL, responses INTEGER, response_rate REAL,
            provenance INTEGER REFERENCES provenance (number),
            PRIMARY KEY (indicator, period, municipality)) WITHOUT ROWID;
        CREATE INDEX observation_municipality ON observation (municipality);
        CREATE INDEX observation_provenance ON observation (provenance);
        INSERT INTO observation VALUES (1, 2021, '1781', 150, 'reported', NULL, NULL, 1);
        """,
        """
        CREATE TABLE project (
            number INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE,
            municipality TEXT NOT NULL REFERENCES municipality (code), phase INTEGER NOT NULL,
            status TEXT, sort_key TEXT NOT NULL,
            source INTEGER NOT NULL REFERENCES source (number), record TEXT NOT NULL);
        CREATE INDEX project_municipality ON project (municipality);
        CREATE INDEX project_source ON project (source);
        INSERT INTO project VALUES (
            1, 'p', '1781', 0, NULL, '}versyn', 1,
            '{"decisions":[],"id":"p","links":[],"milestones":[],"municipality":"1781",
              "outcomes":[],"people":[],"phase":"ongoing",
              "provenance":{"certainty":"high","publisher":"P","source":"s"},
              "strands":[],"summary":"","title":"Översyn","updates":[]}');
        CREATE TABLE project_milestone (
            project INTEGER NOT NULL REFERENCES project (number) ON DELETE CASCADE,
            position INTEGER NOT NULL, earliest INTEGER NOT NULL, latest INTEGER NOT NULL,
            PRIMARY KEY (project, position)) WITHOUT ROWID;
        CREATE VIRTUAL TABLE project_search USING fts5(
            text, prefix = '1 2 3', detail = none, tokenize = 'unicode61 remove_diacritics 2');
        INSERT INTO project_search (rowid, text) VALUES (1, 'Översyn');
        CREATE TABLE award (
            number INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, period INTEGER NOT NULL,
            sort_key TEXT NOT NULL, source INTEGER NOT NULL REFERENCES source (number),
            record TEXT NOT NULL);
        CREATE INDEX award_source ON award (source);
        CREATE TABLE award_municipality (
            municipality TEXT NOT NULL REFERENCES municipality (code),
            award INTEGER NOT NULL REFERENCES award (number) ON DELETE CASCADE,
            PRIMARY KEY (municipality, award)) WITHOUT ROWID;
        CREATE INDEX award_municipality_award ON award_municipality (award);
        """,
    ]
}

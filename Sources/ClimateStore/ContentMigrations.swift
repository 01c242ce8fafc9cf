import GRDB

/// The schema of the content database, version by version. A published version never changes; a change is a new one.
enum ContentMigrations {
    /// "UTKK": tells Utkik's content databases from other programs' files.
    static let applicationID = 0x5554_4B4B

    static var migrator: DatabaseMigrator {
        var migrator = DatabaseMigrator()
        migrator.registerMigration("v1") { try $0.execute(sql: figures) }
        migrator.registerMigration("v2") { try $0.execute(sql: projects) }
        migrator.registerMigration("v3") { try $0.execute(sql: news) }
        migrator.registerMigration("v4") { try $0.execute(sql: subscriptions) }
        migrator.registerMigration("v5") { db in
            try db.execute(sql: findings)
            try TwinKeys.fill(db)
        }
        migrator.registerMigration("v6") { try $0.execute(sql: otherFigures) }
        migrator.registerMigration("v7") { try $0.execute(sql: goneNews) }
        return migrator
    }

    /// v1: municipalities and the figures about them.
    private static let figures = """
        PRAGMA application_id = \(applicationID);
        CREATE TABLE content (
            id INTEGER PRIMARY KEY CHECK (id = 1),
            instance TEXT NOT NULL,
            version INTEGER NOT NULL
        );
        INSERT INTO content VALUES (1, lower(hex(randomblob(16))), 0);
        CREATE TABLE source (
            number INTEGER PRIMARY KEY,
            id TEXT NOT NULL UNIQUE,
            kind TEXT NOT NULL,
            title TEXT NOT NULL,
            sort_key TEXT NOT NULL,
            address TEXT,
            terms TEXT,
            last_success INTEGER,
            last_error TEXT
        );
        CREATE TABLE county (code TEXT PRIMARY KEY, name TEXT NOT NULL) WITHOUT ROWID;
        CREATE TABLE municipality_group (
            code TEXT PRIMARY KEY, name_sv TEXT, name_en TEXT
        ) WITHOUT ROWID;
        CREATE TABLE municipality (
            code TEXT PRIMARY KEY,
            name TEXT NOT NULL,
            sort_key TEXT NOT NULL,
            county TEXT NOT NULL REFERENCES county (code),
            municipality_group TEXT NOT NULL REFERENCES municipality_group (code),
            latitude REAL,
            longitude REAL,
            population INTEGER,
            population_date TEXT,
            peers TEXT NOT NULL
        ) WITHOUT ROWID;
        CREATE TABLE indicator (
            number INTEGER PRIMARY KEY,
            id TEXT NOT NULL UNIQUE,
            title_sv TEXT,
            title_en TEXT,
            sort_key TEXT NOT NULL,
            publisher TEXT NOT NULL,
            unit_sv TEXT,
            unit_en TEXT,
            direction TEXT NOT NULL,
            kind TEXT NOT NULL,
            decimals INTEGER NOT NULL,
            breaks TEXT NOT NULL,
            source INTEGER NOT NULL REFERENCES source (number)
        );
        CREATE INDEX indicator_source ON indicator (source);
        CREATE TABLE provenance (
            number INTEGER PRIMARY KEY,
            source INTEGER NOT NULL REFERENCES source (number),
            publisher TEXT NOT NULL,
            fetched INTEGER,
            certainty TEXT NOT NULL,
            detail TEXT
        );
        CREATE INDEX provenance_source ON provenance (source);
        CREATE TABLE observation (
            indicator INTEGER NOT NULL REFERENCES indicator (number),
            period INTEGER NOT NULL,
            municipality TEXT NOT NULL REFERENCES municipality (code),
            value REAL,
            status TEXT NOT NULL,
            responses INTEGER,
            response_rate REAL,
            provenance INTEGER REFERENCES provenance (number),
            PRIMARY KEY (indicator, period, municipality)
        ) WITHOUT ROWID;
        CREATE INDEX observation_municipality ON observation (municipality);
        CREATE INDEX observation_provenance ON observation (provenance);
        """

    /// v2: projects and awards. `record` is the whole of it as JSON; the other columns are what lists ask for.
    private static let projects = """
        CREATE TABLE project (
            number INTEGER PRIMARY KEY,
            id TEXT NOT NULL UNIQUE,
            municipality TEXT NOT NULL REFERENCES municipality (code),
            phase INTEGER NOT NULL,
            status TEXT,
            sort_key TEXT NOT NULL,
            source INTEGER NOT NULL REFERENCES source (number),
            record TEXT NOT NULL
        );
        CREATE INDEX project_municipality ON project (municipality);
        CREATE INDEX project_source ON project (source);
        CREATE TABLE project_milestone (
            project INTEGER NOT NULL REFERENCES project (number) ON DELETE CASCADE,
            position INTEGER NOT NULL,
            earliest INTEGER NOT NULL,
            latest INTEGER NOT NULL,
            PRIMARY KEY (project, position)
        ) WITHOUT ROWID;
        CREATE VIRTUAL TABLE project_search USING fts5(
            text, prefix = '1 2 3', detail = none,
            tokenize = 'unicode61 remove_diacritics 2');
        CREATE TABLE award (
            number INTEGER PRIMARY KEY,
            id TEXT NOT NULL UNIQUE,
            period INTEGER NOT NULL,
            sort_key TEXT NOT NULL,
            source INTEGER NOT NULL REFERENCES source (number),
            record TEXT NOT NULL
        );
        CREATE INDEX award_source ON award (source);
        CREATE TABLE award_municipality (
            municipality TEXT NOT NULL REFERENCES municipality (code),
            award INTEGER NOT NULL REFERENCES award (number) ON DELETE CASCADE,
            PRIMARY KEY (municipality, award)
        ) WITHOUT ROWID;
        CREATE INDEX award_municipality_award ON award_municipality (award);
        """

    /// v3: news. See the article "The store" for keys, facets and blocks.
    private static let news = """
        CREATE TABLE news (
            arrival INTEGER PRIMARY KEY,
            key INTEGER NOT NULL,
            id INTEGER NOT NULL UNIQUE,
            digest INTEGER NOT NULL,
            kind INTEGER NOT NULL,
            precision INTEGER NOT NULL,
            published INTEGER NOT NULL,
            updated INTEGER,
            title_sv TEXT,
            title_en TEXT,
            municipalities TEXT NOT NULL,
            source INTEGER NOT NULL REFERENCES source (number),
            publisher TEXT NOT NULL,
            link TEXT
        );
        CREATE TABLE news_body (
            arrival INTEGER PRIMARY KEY REFERENCES news (arrival) ON DELETE CASCADE,
            identity TEXT NOT NULL,
            summary_sv TEXT,
            summary_en TEXT,
            author TEXT,
            body_sv TEXT,
            body_en TEXT,
            fetched INTEGER,
            certainty TEXT NOT NULL,
            detail TEXT
        );
        CREATE TABLE facet (
            number INTEGER PRIMARY KEY,
            municipality INTEGER NOT NULL,
            source INTEGER NOT NULL,
            kind INTEGER NOT NULL,
            count INTEGER NOT NULL,
            has_blocks INTEGER NOT NULL DEFAULT 0,
            UNIQUE (municipality, source, kind)
        );
        INSERT INTO facet VALUES (1, 0, 0, 0, 0, 0);
        CREATE TABLE facet_news (
            facet INTEGER NOT NULL,
            key INTEGER NOT NULL,
            arrival INTEGER NOT NULL,
            tag INTEGER NOT NULL,
            PRIMARY KEY (facet, key)
        ) WITHOUT ROWID;
        CREATE TABLE facet_block (
            facet INTEGER NOT NULL,
            first INTEGER NOT NULL,
            count INTEGER NOT NULL,
            PRIMARY KEY (facet, first)
        ) WITHOUT ROWID;
        CREATE VIRTUAL TABLE news_search USING fts5(
            text, facets, content = '', columnsize = 0, prefix = '1 2 3 4 5 6 7 8',
            detail = none,
            tokenize = 'unicode61 remove_diacritics 2');
        INSERT INTO news_search (news_search, rank) VALUES ('hashsize', 33554432);
        INSERT INTO news_search (news_search, rank) VALUES ('automerge', 16);
        """

    /// v4: what syncs read. `last_error` of a source becomes JSON of its text in both languages; none was written before.
    private static let subscriptions = """
        UPDATE source SET last_error = NULL;
        CREATE TABLE subscription (
            source INTEGER PRIMARY KEY REFERENCES source (number) ON DELETE CASCADE,
            origin TEXT NOT NULL,
            is_paused INTEGER NOT NULL,
            settings TEXT NOT NULL,
            state TEXT NOT NULL
        );
        """

    /// v5: what was understood from the texts of news, and which copies an item has. See the article "The store".
    private static let findings = """
        CREATE TABLE claim (
            arrival INTEGER NOT NULL REFERENCES news (arrival) ON DELETE CASCADE,
            position INTEGER NOT NULL,
            municipality TEXT NOT NULL,
            name TEXT NOT NULL,
            ranking TEXT NOT NULL,
            year INTEGER,
            rank INTEGER,
            change INTEGER,
            quote TEXT NOT NULL,
            certainty TEXT NOT NULL,
            PRIMARY KEY (arrival, position)
        ) WITHOUT ROWID;
        CREATE INDEX claim_ranking ON claim (ranking, municipality);
        CREATE INDEX claim_municipality ON claim (municipality);
        CREATE TABLE agenda (
            arrival INTEGER NOT NULL REFERENCES news (arrival) ON DELETE CASCADE,
            position INTEGER NOT NULL,
            municipality TEXT,
            earliest INTEGER NOT NULL,
            latest INTEGER NOT NULL,
            date TEXT NOT NULL,
            end TEXT,
            quote TEXT NOT NULL,
            PRIMARY KEY (arrival, position)
        ) WITHOUT ROWID;
        CREATE INDEX agenda_municipality ON agenda (municipality, latest);
        CREATE TABLE news_copy (
            id INTEGER NOT NULL,
            source INTEGER NOT NULL REFERENCES source (number),
            arrival INTEGER NOT NULL,
            digest INTEGER NOT NULL,
            leads INTEGER NOT NULL,
            weight INTEGER NOT NULL,
            municipalities TEXT NOT NULL,
            publisher TEXT NOT NULL,
            link TEXT,
            fetched INTEGER,
            certainty TEXT NOT NULL,
            detail TEXT,
            PRIMARY KEY (id, source)
        ) WITHOUT ROWID;
        CREATE INDEX news_copy_arrival ON news_copy (arrival);
        CREATE TABLE news_twin (
            key INTEGER NOT NULL,
            published INTEGER NOT NULL,
            arrival INTEGER NOT NULL,
            PRIMARY KEY (key, published, arrival)
        ) WITHOUT ROWID;
        """

    /// v6: what sources say of figures that another source's stand for. See the article "The store".
    private static let otherFigures = """
        CREATE TABLE observation_other (
            indicator INTEGER NOT NULL REFERENCES indicator (number),
            period INTEGER NOT NULL,
            municipality TEXT NOT NULL REFERENCES municipality (code),
            source INTEGER NOT NULL REFERENCES source (number),
            value REAL,
            status TEXT NOT NULL,
            responses INTEGER,
            response_rate REAL,
            provenance INTEGER NOT NULL REFERENCES provenance (number),
            PRIMARY KEY (indicator, period, municipality, source)
        ) WITHOUT ROWID;
        CREATE INDEX observation_other_source ON observation_other (source);
        CREATE INDEX observation_other_provenance ON observation_other (provenance);
        """

    /// v7: the arrivals that have no item any more, in order of going; `target` is what an item was joined to.
    private static let goneNews = """
        CREATE TABLE news_gone (
            number INTEGER PRIMARY KEY,
            first INTEGER NOT NULL,
            last INTEGER NOT NULL,
            target INTEGER
        );
        CREATE INDEX news_gone_last ON news_gone (last);
        INSERT INTO news_gone (first, last)
        SELECT before + 1, arrival - 1
        FROM (SELECT arrival, lag(arrival, 1, 0) OVER (ORDER BY arrival) AS before FROM news)
        WHERE arrival > before + 1;
        """
}

import GRDB

/// The schema of the state database, version by version. A published version never changes; a change is a new one.
enum StateMigrations {
    /// "UTKS".
    static let applicationID = 0x5554_4B53

    static var migrator: DatabaseMigrator {
        var migrator = DatabaseMigrator()
        migrator.registerMigration("v1") { try $0.execute(sql: preferences) }
        migrator.registerMigration("v2") { try $0.execute(sql: marks) }
        migrator.registerMigration("v3") { try $0.execute(sql: ruleOrigins) }
        migrator.registerMigration("v4") { try $0.execute(sql: goneNews) }
        return migrator
    }

    /// v1: what to show next time.
    private static let preferences = """
        PRAGMA application_id = \(applicationID);
        CREATE TABLE preference (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
        """

    /// v2: marks. `mark` and `read_rule` say what the user did, in terms that outlive a content database; `read_bits` says
    /// the same of the items of the content database `content.instance`, one bit an item in order of arrival.
    private static let marks = """
        CREATE TABLE mark (
            id INTEGER PRIMARY KEY,
            read INTEGER,
            starred INTEGER NOT NULL DEFAULT 0
        );
        CREATE INDEX mark_starred ON mark (id) WHERE starred;
        CREATE INDEX mark_unread ON mark (id) WHERE read = 0;
        CREATE TABLE read_rule (
            number INTEGER PRIMARY KEY,
            municipalities TEXT,
            source TEXT,
            kind TEXT,
            published_to INTEGER NOT NULL
        );
        CREATE TABLE read_bits (chunk INTEGER PRIMARY KEY, bits BLOB NOT NULL);
        CREATE TABLE content (
            id INTEGER PRIMARY KEY CHECK (id = 1),
            instance TEXT NOT NULL,
            reconciled INTEGER
        );
        """

    /// v3: a rule knows what had arrived when it was made. For earlier ones that is what had arrived when the marks were
    /// last fitted to the content, if they ever were.
    private static let ruleOrigins = """
        ALTER TABLE read_rule ADD COLUMN instance TEXT;
        ALTER TABLE read_rule ADD COLUMN arrived_to INTEGER NOT NULL DEFAULT \(Int64.max);
        UPDATE read_rule SET instance = (SELECT instance FROM content),
            arrived_to = coalesce((SELECT reconciled FROM content), \(Int64.max));
        """

    /// v4: up to which row of the content database's `news_gone` the bits know which items are gone.
    private static let goneNews = """
        ALTER TABLE content ADD COLUMN gone INTEGER NOT NULL DEFAULT 0;
        """
}

import ClimateModel
import GRDB

/// The read-only face of the content database, with one user's marks where a state database is given.
///
/// Every call answers from one state of the content, and sees what the writer has committed before it. It belongs to one
/// thread. All calls throw `StoreError`.
public final class ContentStore {
    /// This user's marks and preferences; nil where there are none to keep.
    public let state: StateStore?
    /// Why there is no `state` although its database was named.
    public let stateProblem: StoreError?

    let connection: ContentConnection
    let index: NewsIndex
    /// The projects that matched the last query, in its order, in the content of that version.
    var projectList: (query: ProjectQuery, version: Int64?, numbers: [Int64])?

    private init(
        _ connection: ContentConnection, state: StateStore?, problem: StoreError? = nil
    ) {
        self.connection = connection
        self.state = state
        index = state?.index ?? NewsIndex(marks: nil)
        stateProblem = problem
    }

    /// Opens the databases of `location`. A state database that can't be had leaves `state` nil and says why in
    /// `stateProblem`: the content can be read all the same.
    ///
    /// - Throws: `StoreError.missing`, `.corrupt`, `.newer`, `.older`, `.foreign`, `.locked` or `.inaccessible`.
    public static func open(_ location: StoreLocation) throws(StoreError) -> ContentStore {
        let connection = try ContentConnection(path: location.content)
        guard let path = location.state else { return ContentStore(connection, state: nil) }
        do {
            return ContentStore(connection, state: try StateStore(path: path, content: connection))
        } catch {
            return ContentStore(connection, state: nil, problem: error)
        }
    }

    /// A store in memory with the starter content, for a screen that may not write and finds no database.
    public static func starter() throws(StoreError) -> ContentStore {
        let batch = try StoreError.wrapping(":memory:") { try StarterContent.batch() }
        return try inMemory(batch)
    }

    /// A store in memory that holds `batch` alone.
    ///
    /// - Parameter keepsMarks: whether there is a `state`, in memory too.
    public static func inMemory(
        _ batch: ContentBatch, keepsMarks: Bool = false
    ) throws(StoreError) -> ContentStore {
        let (writer, queue) = try ContentWriter.inMemory()
        try StoreError.wrapping(writer.path) { _ = try writer.write(batch) }
        return try ContentStore(memory: queue, keepsMarks: keepsMarks)
    }

    /// Reads `queue`, which is in memory.
    convenience init(
        memory queue: DatabaseQueue, keepsMarks: Bool, partingLimit: Int = 2_000
    ) throws(StoreError) {
        let connection = ContentConnection(memory: queue)
        let state =
            keepsMarks
            ? try StateStore(path: nil, content: connection, partingLimit: partingLimit) : nil
        self.init(connection, state: state)
    }

    /// What happened to the content database since it was opened.
    public enum Condition: Hashable, Sendable {
        /// Its content may have changed when the number has.
        case present(dataVersion: Int64)
        /// Another file has its name: open the store anew.
        case replaced
    }

    /// Whether there is something new; some microseconds.
    ///
    /// - Throws: `StoreError.corrupt` where the file has become something else than a database.
    public func condition() throws -> Condition {
        if connection.isReplaced { return .replaced }
        return .present(dataVersion: try connection.dataVersion())
    }

    func read<Result>(_ body: (Database) throws -> Result) throws -> Result {
        try connection.read(changed: index.contentChanged) { db in
            try state?.catchUp(db)
            return try body(db)
        }
    }
}

extension ContentStore: ClimateReading {
    /// All, in order of code.
    ///
    /// - Throws: `StoreError`.
    public func municipalities() throws -> [Municipality] {
        try read { try Municipality.fetchAll($0) }
    }

    /// Those that have observations.
    ///
    /// - Throws: `StoreError`.
    public func indicators() throws -> [Indicator] { try read { try Indicator.fetchAll($0) } }

    /// All observations of the indicator; none where it is not known.
    ///
    /// - Throws: `StoreError`.
    public func observations(of indicator: Indicator.ID) throws -> [Observation] {
        try read { try Observation.fetchAll($0, of: indicator) }
    }

    /// All, by Swedish title.
    ///
    /// - Throws: `StoreError`.
    public func sources() throws -> [Source] { try read { try Source.fetchAll($0) } }

    /// How many of the sources that syncs read and that are not paused could not be read the last time.
    ///
    /// - Throws: `StoreError`.
    public func failingSources() throws -> Int {
        try read { db in
            let count = try Int.fetchOne(
                db,
                sql: """
                    SELECT count(*) FROM subscription b JOIN source s ON s.number = b.source
                    WHERE NOT b.is_paused AND s.last_error IS NOT NULL
                    """)
            return count ?? 0
        }
    }

    /// All, by Swedish title.
    ///
    /// - Throws: `StoreError`.
    public func sourceOverviews() throws -> [SourceOverview] {
        try read { try SourceOverview.fetchAll($0) }
    }

    /// Nil for a source that is not read again, and for one that is not there.
    ///
    /// - Throws: `StoreError`.
    public func subscription(_ id: Source.ID) throws -> Subscription? {
        try read { try SubscriptionTable($0).fetch(id) }
    }

    /// Those that `municipality` won or is nominated for, latest first; all for nil.
    ///
    /// - Throws: `StoreError`.
    public func awards(of municipality: MunicipalityCode?) throws -> [Award] {
        try read { db in
            var sql = "SELECT record FROM award"
            var arguments: StatementArguments = []
            if let municipality {
                sql += """
                     WHERE number IN (SELECT award FROM award_municipality WHERE municipality = ?)
                    """
                arguments = [municipality.rawValue]
            }
            sql += " ORDER BY period DESC, sort_key, id"
            return try String.fetchAll(db, sql: sql, arguments: arguments)
                .map { try RecordCoding.decode(Award.self, $0) }
        }
    }
}

/// A source that every sync reads: what the user says of it, and how its readings went.
public struct Subscription: Hashable, Codable, Sendable, Identifiable {
    /// Where the user keeps its settings.
    public enum Origin: String, Codable, Sendable {
        /// In the config file, which alone adds and removes it.
        case config
        /// In the database, by `utkik source add` or a list of sources.
        case database
    }

    /// The source that its content belongs to.
    public var id: Source.ID
    /// What the user says of it.
    public var settings: SourceSettings
    /// Where the settings are kept.
    public var origin: Origin
    /// Whether syncs leave it out for now.
    public var isPaused: Bool
    /// How its readings went.
    public var state: FetchState

    /// A source that was never read, unless told otherwise.
    public init(
        id: Source.ID, settings: SourceSettings, origin: Origin = .database,
        isPaused: Bool = false, state: FetchState = FetchState()
    ) {
        self.id = id
        self.settings = settings
        self.origin = origin
        self.isPaused = isPaused
        self.state = state
    }
}

/// What is remembered of a source from one sync to the next.
public struct FetchState: Hashable, Codable, Sendable {
    /// When it was last tried, with or without success.
    public var lastAttempt: Timestamp?
    /// When its content last was another than before.
    public var lastChange: Timestamp?
    /// When it is due again; nil for at once.
    public var nextAttempt: Timestamp?
    /// Before when its server has asked not to be asked again, whoever wants it (`Retry-After`, RFC 9110, 10.2.3); nil where
    /// it has not.
    public var leftAloneUntil: Timestamp?
    /// How many readings in a row failed, up to now.
    public var failures: Int
    /// The seconds between two readings that its changes have led to; nil before the first reading.
    public var interval: Int?
    /// The `ETag` of the last good answer, byte by byte (RFC 9110, 8.8.3).
    public var etag: String?
    /// The `Last-Modified` of the last good answer, byte by byte (RFC 9110, 8.8.2).
    public var lastModified: String?
    /// Where permanent redirects have led to; nil while its address holds.
    public var movedTo: String?
    /// The feed that the page at its address named, where it is a page that the feed was found on.
    public var namedFeed: String?
    /// A hash of the last good answer's bytes: the same bytes need not be read again.
    public var digest: Int64?
    /// The length in bytes of the last answer, where it may have been cut short and there was no time to ask once more: one
    /// that is as long is whole.
    public var unsureLength: Int?
    /// How far a mailbox or a folder was read, in a form of its kind of source.
    public var cursor: String?

    /// Nothing is known before the first reading.
    public init(
        lastAttempt: Timestamp? = nil, lastChange: Timestamp? = nil, nextAttempt: Timestamp? = nil,
        failures: Int = 0, interval: Int? = nil, etag: String? = nil, lastModified: String? = nil,
        movedTo: String? = nil, namedFeed: String? = nil, digest: Int64? = nil,
        cursor: String? = nil
    ) {
        self.lastAttempt = lastAttempt
        self.lastChange = lastChange
        self.nextAttempt = nextAttempt
        self.failures = failures
        self.interval = interval
        self.etag = etag
        self.lastModified = lastModified
        self.movedTo = movedTo
        self.namedFeed = namedFeed
        self.digest = digest
        self.cursor = cursor
    }
}

/// A source as the list of sources shows it.
public struct SourceOverview: Hashable, Sendable, Identifiable {
    /// Its name, its last success and error.
    public var source: Source
    /// Its settings and the state of its readings; nil for what was imported and is not read again.
    public var subscription: Subscription?
    /// How many news items came through it.
    public var newsCount: Int
    /// How many figures it gave.
    public var figureCount: Int
    /// How many projects it gave.
    public var projectCount: Int
    /// What else it gave, that no list shows by itself: the names of municipalities. Nil for most.
    public var background: LocalizedText?

    /// Takes the counts as they are.
    public init(
        source: Source, subscription: Subscription? = nil, newsCount: Int = 0,
        figureCount: Int = 0, projectCount: Int = 0, background: LocalizedText? = nil
    ) {
        self.source = source
        self.subscription = subscription
        self.newsCount = newsCount
        self.figureCount = figureCount
        self.projectCount = projectCount
        self.background = background
    }

    /// What lists and the database know it by.
    public var id: Source.ID { source.id }

    /// What it holds; nil where that is not known: an address without a kind in its settings counts as a feed until it was read.
    public var kind: Source.Kind? {
        guard let subscription, source.kind == .feed, subscription.settings.kind == nil,
            source.lastSuccess == nil
        else { return source.kind }
        return nil
    }
}

/// What one reading of a subscription brought, to be written together.
public struct Delivery: Hashable, Codable, Sendable {
    /// Whose reading it was.
    public var subscription: Source.ID
    /// What was read; nil where the reading failed or nothing has changed.
    public var batch: ContentBatch?
    /// When it succeeded; nil where it failed.
    public var success: Timestamp?
    /// What went wrong, in plain words; nil where nothing did.
    public var error: LocalizedText?
    /// What is to be remembered for the next reading.
    public var state: FetchState

    /// Takes what was read as it is.
    public init(
        subscription: Source.ID, batch: ContentBatch? = nil, success: Timestamp? = nil,
        error: LocalizedText? = nil, state: FetchState
    ) {
        self.subscription = subscription
        self.batch = batch
        self.success = success
        self.error = error
        self.state = state
    }
}

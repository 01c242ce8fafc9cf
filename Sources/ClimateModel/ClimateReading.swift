/// What the screens read: one implementation stands on SQLite, others may stand on a shared server.
///
/// Calls are synchronous and answer from a local snapshot within milliseconds. Every list is read in windows.
public protocol ClimateReading {
    /// All municipalities, in order of code.
    func municipalities() throws -> [Municipality]

    /// All indicators that have observations, the ranking "foretagsklimat" first, then by Swedish title.
    func indicators() throws -> [Indicator]

    /// Everything known of one indicator.
    func observations(of indicator: Indicator.ID) throws -> [Observation]

    /// How many projects match, by phase.
    func projectCounts(_ query: ProjectQuery) throws -> ProjectCounts

    /// The projects of a stretch of the list, in the query's order.
    func projects(_ query: ProjectQuery, in window: Window) throws -> [Project]

    /// Nil if there is none of that id.
    func project(_ id: Project.ID) throws -> Project?

    /// How many news items match.
    func newsCount(_ query: NewsQuery) throws -> ListCount

    /// The items of a stretch of the list, in the query's order; shorter than asked at the end of the list.
    func news(_ query: NewsQuery, in window: Window) throws -> [NewsSummary]

    /// Where in the list an item stands; nil if it does not match.
    func position(of item: NewsItem.ID, in query: NewsQuery) throws -> Int?

    /// Nil if there is none of that id.
    func newsItem(_ id: NewsItem.ID) throws -> NewsItem?

    /// Awards that `municipality` won or is nominated for, latest first; all awards for nil.
    func awards(of municipality: MunicipalityCode?) throws -> [Award]

    /// What news say of places in rankings, the latest published first; at most ``ClaimQuery/limit``.
    func claims(_ query: ClaimQuery) throws -> [ClaimRecord]

    /// What news say will happen, in order of date; at most ``AgendaQuery/limit``.
    func agenda(_ query: AgendaQuery) throws -> [AgendaRecord]

    /// All sources, by Swedish title.
    func sources() throws -> [Source]

    /// How many of the sources that syncs read and that are not paused could not be read the last time.
    func failingSources() throws -> Int

    /// All sources with the state of their readings and how much they gave, by Swedish title.
    func sourceOverviews() throws -> [SourceOverview]

    /// How the source is read; nil for one that is not read again, and for one that is not there.
    func subscription(_ id: Source.ID) throws -> Subscription?
}

/// What one user may change: marks, and what to show next time. Absent when restricted.
public protocol ReaderStateWriting {
    /// Marks the items as read (true) or unread.
    func setRead(_ isRead: Bool, _ items: [NewsItem.ID]) throws

    /// Marks all that match `query` as read.
    func markAllRead(_ query: NewsQuery) throws

    /// Sets or takes away the star of one item.
    func setStarred(_ isStarred: Bool, _ item: NewsItem.ID) throws

    /// Keeps `value` under `key` for the next start; nil removes it.
    func setPreference(_ value: String?, for key: String) throws

    /// What was kept under `key`.
    func preference(_ key: String) throws -> String?
}

/// What the writer brings in. All of one call is written, or nothing.
public protocol ClimateWriting {
    /// Writes `batch`; what is there already is updated, and the same batch twice changes nothing.
    ///
    /// - Returns: how many records were new, changed and as they were.
    func write(_ batch: ContentBatch) throws -> WriteSummary

    /// Writes what readings of subscriptions brought, with the state that is to be remembered of each: all or nothing.
    ///
    /// A delivery of a subscription that is no longer there is left out and counts as nothing.
    ///
    /// - Returns: what each delivery changed, in their order.
    func write(_ deliveries: [Delivery]) throws -> [WriteSummary]

    /// Adds subscriptions, or changes the settings of those that are there; what is remembered of their readings stays.
    func subscribe(_ subscriptions: [Subscription]) throws

    /// Takes a subscription away. What it brought stays unless `deletingContent`.
    ///
    /// - Returns: whether there was one.
    func unsubscribe(_ id: Source.ID, deletingContent: Bool) throws -> Bool

    /// Pauses a subscription, or takes it up again.
    ///
    /// - Returns: whether there is one.
    func setPaused(_ isPaused: Bool, _ id: Source.ID) throws -> Bool
}

/// Content from one source, to be written together.
public struct ContentBatch: Hashable, Codable, Sendable {
    /// The sources that the other records name.
    public var sources: [Source]
    /// Municipalities to add or update, by code.
    public var municipalities: [Municipality]
    /// Indicators to add or update, by id.
    public var indicators: [Indicator]
    /// Figures to add or update, by indicator, municipality and period.
    public var observations: [IndicatorObservations]
    /// Projects to add or update, by id.
    public var projects: [Project]
    /// Awards to add or update, by id.
    public var awards: [Award]
    /// News to add or update, by id.
    public var news: [NewsItem]

    /// Observations of one indicator.
    public struct IndicatorObservations: Hashable, Codable, Sendable {
        /// What was measured.
        public var indicator: Indicator.ID
        /// The figures, in any order.
        public var observations: [Observation]
        /// Takes figures that all belong to `indicator`.
        public init(indicator: Indicator.ID, observations: [Observation]) {
            self.indicator = indicator
            self.observations = observations
        }
    }

    /// What is left out is not written; what the database has of it stays.
    public init(
        sources: [Source] = [], municipalities: [Municipality] = [], indicators: [Indicator] = [],
        observations: [IndicatorObservations] = [], projects: [Project] = [],
        awards: [Award] = [], news: [NewsItem] = []
    ) {
        self.sources = sources
        self.municipalities = municipalities
        self.indicators = indicators
        self.observations = observations
        self.projects = projects
        self.awards = awards
        self.news = news
    }
}

extension ContentBatch {
    /// Takes in the records of `other`, after its own.
    public mutating func append(_ other: ContentBatch) {
        let known = Set(sources.map(\.id))
        sources += other.sources.filter { !known.contains($0.id) }
        municipalities += other.municipalities
        indicators += other.indicators
        observations += other.observations
        projects += other.projects
        awards += other.awards
        news += other.news
    }
}

/// What a write changed.
public struct WriteSummary: Hashable, Codable, Sendable {
    /// Records that were not there before.
    public var inserted: Int
    /// Records that were there and differed.
    public var updated: Int
    /// Records that were there just so.
    public var unchanged: Int
    /// How many figures stay although others were given, as another publisher's are surer: by that publisher's name.
    public var kept: [String: Int] = [:]

    /// Counts of records; none changed by default.
    public init(inserted: Int = 0, updated: Int = 0, unchanged: Int = 0) {
        self.inserted = inserted
        self.updated = updated
        self.unchanged = unchanged
    }

    /// Whether anything is another than before.
    public var hasChanges: Bool { inserted + updated > 0 }

    /// The counts of two writes together.
    public static func + (left: Self, right: Self) -> Self {
        var sum = Self(
            inserted: left.inserted + right.inserted, updated: left.updated + right.updated,
            unchanged: left.unchanged + right.unchanged)
        sum.kept = left.kept.merging(right.kept, uniquingKeysWith: +)
        return sum
    }
}

/// A stretch of a list: `count` rows from row `offset`.
public struct Window: Hashable, Sendable {
    /// The first row, from 0.
    public var offset: Int
    /// How many rows, 0 or more.
    public var count: Int

    /// Negative numbers are taken as 0.
    public init(offset: Int, count: Int) {
        self.offset = max(0, offset)
        self.count = max(0, count)
    }
}

/// Which news items, in which order.
public struct NewsQuery: Hashable, Sendable {
    /// The orders that a list of news can have.
    public enum Order: String, Hashable, Sendable, Codable, CaseIterable {
        /// Newest first.
        case date
        /// Unread ones first, each part newest first.
        case unreadFirst
    }

    /// Any of these; nil means any municipality and none.
    public var municipalities: Set<MunicipalityCode>?
    /// Only from this source; nil means any.
    public var source: Source.ID?
    /// Only of this kind; nil means any.
    public var kind: NewsItem.Kind?
    /// Only what the user has not read.
    public var unreadOnly: Bool
    /// Only what the user gave a star.
    public var starredOnly: Bool
    /// Words that all must occur, as prefixes, whatever their case and diacritics; "" searches nothing.
    public var search: String
    /// The order of the list.
    public var order: Order

    /// All news, newest first, unless told otherwise.
    public init(
        municipalities: Set<MunicipalityCode>? = nil, source: Source.ID? = nil,
        kind: NewsItem.Kind? = nil, unreadOnly: Bool = false, starredOnly: Bool = false,
        search: String = "", order: Order = .date
    ) {
        self.municipalities = municipalities
        self.source = source
        self.kind = kind
        self.unreadOnly = unreadOnly
        self.starredOnly = starredOnly
        self.search = search
        self.order = order
    }
}

/// How many rows a list has.
public struct ListCount: Hashable, Sendable {
    /// How many rows there are, or were counted before counting stopped.
    public var total: Int
    /// How many of them the user has not read.
    public var unread: Int
    /// Whether there are more than `total`, which is where counting stopped ("1000+").
    public var isAtLeast: Bool

    /// An exact count unless `isAtLeast`.
    public init(total: Int, unread: Int = 0, isAtLeast: Bool = false) {
        self.total = total
        self.unread = unread
        self.isAtLeast = isAtLeast
    }
}

/// Which projects. They come by phase, in each those with the next milestone first.
public struct ProjectQuery: Hashable, Sendable {
    /// Any of these; nil means all.
    public var municipalities: Set<MunicipalityCode>?
    /// Only of this phase; nil means any.
    public var phase: Project.Phase?
    /// Only of this status; nil means any, and none.
    public var status: Project.Status?
    /// Only what came from this source; nil means any.
    public var source: Source.ID?
    /// As in `NewsQuery`.
    public var search: String
    /// What counts as the next milestone.
    public var today: CalendarDate

    /// All projects unless told otherwise.
    public init(
        municipalities: Set<MunicipalityCode>? = nil, phase: Project.Phase? = nil,
        status: Project.Status? = nil, source: Source.ID? = nil, search: String = "",
        today: CalendarDate
    ) {
        self.municipalities = municipalities
        self.phase = phase
        self.status = status
        self.source = source
        self.search = search
        self.today = today
    }
}

/// How many projects of each phase match a query.
public struct ProjectCounts: Hashable, Sendable {
    /// How many match of each phase; a phase that is absent has none.
    public var byPhase: [Project.Phase: Int]

    /// Takes the counts as they are.
    public init(byPhase: [Project.Phase: Int]) { self.byPhase = byPhase }

    /// How many match in all phases.
    public var total: Int { byPhase.values.reduce(0, +) }
}

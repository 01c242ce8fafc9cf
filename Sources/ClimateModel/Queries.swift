/// A stretch of a list: `count` rows from row `offset`.
public struct Window: Hashable, Sendable {
    public var offset: Int
    public var count: Int

    public init(offset: Int, count: Int) {
        self.offset = max(0, offset)
        self.count = max(0, count)
    }
}

/// Which news items, in which order.
public struct NewsQuery: Hashable, Sendable {
    public enum Order: String, Hashable, Sendable, Codable, CaseIterable {
        /// Newest first.
        case date
        /// Unread ones first, each part newest first.
        case unreadFirst
    }

    /// Any of these; nil means any municipality and none.
    public var municipalities: Set<MunicipalityCode>?
    public var source: Source.ID?
    public var kind: NewsItem.Kind?
    public var unreadOnly: Bool
    public var starredOnly: Bool
    /// Words that all must occur, as prefixes, whatever their case and diacritics; "" searches nothing.
    public var search: String
    public var order: Order

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
    public var total: Int
    public var unread: Int
    /// Whether there are more than `total`, which is where counting stopped ("1000+").
    public var isAtLeast: Bool

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
    public var phase: Project.Phase?
    public var status: Project.Status?
    /// As in `NewsQuery`.
    public var search: String
    /// What counts as the next milestone.
    public var today: CalendarDate

    public init(
        municipalities: Set<MunicipalityCode>? = nil, phase: Project.Phase? = nil,
        status: Project.Status? = nil, search: String = "", today: CalendarDate
    ) {
        self.municipalities = municipalities
        self.phase = phase
        self.status = status
        self.search = search
        self.today = today
    }
}

/// How many projects of each phase match a query.
public struct ProjectCounts: Hashable, Sendable {
    public var byPhase: [Project.Phase: Int]

    public init(byPhase: [Project.Phase: Int]) { self.byPhase = byPhase }

    public var total: Int { byPhase.values.reduce(0, +) }
}

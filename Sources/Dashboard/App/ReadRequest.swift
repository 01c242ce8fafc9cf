import ClimateModel

/// Something to read from the store.
public enum ReadRequest: Hashable, Sendable {
    /// Municipalities, indicators, sources and how many news items there are.
    case base
    case observations(Indicator.ID)
    case projectCounts(ProjectQuery)
    case projects(ProjectQuery, Window)
    case newsCount(NewsQuery)
    case news(NewsQuery, Window)
    /// Where the item stands now in the list of the query.
    case newsPosition(NewsItem.ID, NewsQuery)
    case newsItem(NewsItem.ID)
    /// What the other panes know of a municipality.
    case profile(MunicipalityCode, today: CalendarDate)
    case awards
    case project(Project.ID)
}

/// What was read.
public enum Answer: Sendable {
    case base(Base)
    case observations([Observation])
    case projectCounts(ProjectCounts)
    case projects([Project])
    case newsCount(ListCount)
    case news([NewsSummary])
    case newsPosition(Int?)
    case newsItem(NewsItem?)
    case profile(Profile)
    case awards([Award])
    case project(Project?)

    public struct Base: Sendable {
        public var municipalities: [Municipality]
        public var indicators: [Indicator]
        public var sources: [Source]

        public init(municipalities: [Municipality], indicators: [Indicator], sources: [Source]) {
            self.municipalities = municipalities
            self.indicators = indicators
            self.sources = sources
        }
    }
}

/// What is known of one municipality beside its figures.
public struct Profile: Hashable, Sendable {
    public var municipality: MunicipalityCode
    public var projects: [Project]
    /// The latest few.
    public var news: [NewsSummary]
    public var newsCount: ListCount
    public var awards: [Award]

    public init(
        municipality: MunicipalityCode, projects: [Project], news: [NewsSummary],
        newsCount: ListCount, awards: [Award]
    ) {
        self.municipality = municipality
        self.projects = projects
        self.news = news
        self.newsCount = newsCount
        self.awards = awards
    }

    /// How many projects and news items a profile holds at most; the lists themselves show the rest.
    static let limit = 50
}

extension ClimateReading {
    /// Reads what `request` asks for.
    ///
    /// - Throws: what the store throws.
    public func answer(_ request: ReadRequest) throws -> Answer {
        switch request {
        case .base:
            .base(
                Answer.Base(
                    municipalities: try municipalities(), indicators: try indicators(),
                    sources: try sources()))
        case .observations(let indicator): .observations(try observations(of: indicator))
        case .projectCounts(let query): .projectCounts(try projectCounts(query))
        case .projects(let query, let window): .projects(try projects(query, in: window))
        case .newsCount(let query): .newsCount(try newsCount(query))
        case .news(let query, let window): .news(try news(query, in: window))
        case .newsPosition(let item, let query):
            .newsPosition(try position(of: item, in: query))
        case .newsItem(let item): .newsItem(try newsItem(item))
        case .profile(let code, let today): .profile(try profile(of: code, today: today))
        case .awards: .awards(try awards(of: nil))
        case .project(let id): .project(try project(id))
        }
    }

    private func profile(of code: MunicipalityCode, today: CalendarDate) throws -> Profile {
        let window = Window(offset: 0, count: Profile.limit)
        let news = NewsQuery(municipalities: [code])
        return Profile(
            municipality: code,
            projects: try projects(ProjectQuery(municipalities: [code], today: today), in: window),
            news: try self.news(news, in: window), newsCount: try newsCount(news),
            awards: try awards(of: code))
    }
}

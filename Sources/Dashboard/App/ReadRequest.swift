import ClimateModel

/// Something to read from the store.
public enum ReadRequest: Hashable, Sendable {
    /// Municipalities, indicators, sources and how many news items there are.
    case base
    /// All figures of an indicator.
    case observations(Indicator.ID)
    /// How many projects match, by phase.
    case projectCounts(ProjectQuery)
    /// A stretch of the list of projects.
    case projects(ProjectQuery, Window)
    /// How many news items match.
    case newsCount(NewsQuery)
    /// A stretch of the list of news.
    case news(NewsQuery, Window)
    /// Where the item stands now in the list of the query.
    case newsPosition(NewsItem.ID, NewsQuery)
    /// A news item in full.
    case newsItem(NewsItem.ID)
    /// What the other panes know of a municipality.
    case profile(MunicipalityCode, today: CalendarDate)
    /// How many news items each source has.
    case sourceCounts
    /// One project.
    case project(Project.ID)
    /// What news claim of an indicator's ranking.
    case claims(Indicator.ID)
    /// What news that name a project say of days ahead.
    case agenda(Project.ID)
    /// The sources with the state of their readings.
    case sourceOverviews
    /// How these sources are read.
    case subscriptions([Source.ID])
}

/// What was read.
public enum Answer: Sendable {
    /// To ``ReadRequest/base``.
    case base(Base)
    /// To ``ReadRequest/observations(_:)``.
    case observations([Observation])
    /// To ``ReadRequest/projectCounts(_:)``.
    case projectCounts(ProjectCounts)
    /// To ``ReadRequest/projects(_:_:)``: the rows of the window that there are.
    case projects([Project])
    /// To ``ReadRequest/newsCount(_:)``.
    case newsCount(ListCount)
    /// To ``ReadRequest/news(_:_:)``: the rows of the window that there are.
    case news([NewsSummary])
    /// To ``ReadRequest/newsPosition(_:_:)``: its index, nil where it is not in the list.
    case newsPosition(Int?)
    /// To ``ReadRequest/newsItem(_:)``: nil where there is none.
    case newsItem(NewsItem?)
    /// To ``ReadRequest/profile(_:today:)``.
    case profile(Profile)
    /// To ``ReadRequest/sourceCounts``; a source without any is left out.
    case sourceCounts([Source.ID: Int])
    /// To ``ReadRequest/project(_:)``: nil where there is none.
    case project(Project?)
    /// To ``ReadRequest/claims(_:)``.
    case claims([ClaimRecord])
    /// To ``ReadRequest/agenda(_:)``.
    case agenda([AgendaRecord])
    /// To ``ReadRequest/sourceOverviews``: all, by Swedish title.
    case sourceOverviews([SourceOverview])
    /// To ``ReadRequest/subscriptions(_:)``; a source that is not read again is left out.
    case subscriptions([Subscription])

    /// What every screen needs.
    public struct Base: Sendable {
        /// All, in order of code.
        public var municipalities: [Municipality]
        /// Those that have observations, in the store's order.
        public var indicators: [Indicator]
        /// All, by Swedish title.
        public var sources: [Source]
        /// How many of them fail: see ``SourceCondition/failing``.
        public var failing: Int

        /// Takes what was read as it is.
        public init(
            municipalities: [Municipality], indicators: [Indicator], sources: [Source],
            failing: Int
        ) {
            self.municipalities = municipalities
            self.indicators = indicators
            self.sources = sources
            self.failing = failing
        }
    }
}

/// What is known of one municipality beside its figures.
public struct Profile: Hashable, Sendable {
    /// Whom it is about.
    public var municipality: MunicipalityCode
    /// Its projects, by phase and next milestone, bounded in number.
    public var projects: [Project]
    /// The latest few.
    public var news: [NewsSummary]
    /// How many news items it has in all.
    public var newsCount: ListCount
    /// Those it won or is nominated for, latest first.
    public var awards: [Award]
    /// What news claim of its places in any ranking, latest first.
    public var claims: [ClaimRecord]
    /// What news say is ahead for it, in order of date.
    public var agenda: [AgendaRecord]

    /// Takes what was read as it is.
    public init(
        municipality: MunicipalityCode, projects: [Project], news: [NewsSummary],
        newsCount: ListCount, awards: [Award], claims: [ClaimRecord] = [],
        agenda: [AgendaRecord] = []
    ) {
        self.municipality = municipality
        self.projects = projects
        self.news = news
        self.newsCount = newsCount
        self.awards = awards
        self.claims = claims
        self.agenda = agenda
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
                    sources: try sources(), failing: try failingSources()))
        case .observations(let indicator): .observations(try observations(of: indicator))
        case .projectCounts(let query): .projectCounts(try projectCounts(query))
        case .projects(let query, let window): .projects(try projects(query, in: window))
        case .newsCount(let query): .newsCount(try newsCount(query))
        case .news(let query, let window): .news(try news(query, in: window))
        case .newsPosition(let item, let query):
            .newsPosition(try position(of: item, in: query))
        case .newsItem(let item): .newsItem(try newsItem(item))
        case .profile(let code, let today): .profile(try profile(of: code, today: today))
        case .sourceCounts: .sourceCounts(try sourceCounts())
        case .project(let id): .project(try project(id))
        case .claims(let indicator): .claims(try claims(ClaimQuery(indicator: indicator)))
        case .agenda(let project): .agenda(try agenda(.project(project)))
        case .sourceOverviews: .sourceOverviews(try sourceOverviews())
        case .subscriptions(let ids): .subscriptions(try ids.compactMap { try subscription($0) })
        }
    }

    /// - Complexity: O(*s*) in the number of sources: a store keeps their counts.
    private func sourceCounts() throws -> [Source.ID: Int] {
        var counts: [Source.ID: Int] = [:]
        for source in try sources() {
            let count = try newsCount(NewsQuery(source: source.id)).total
            if count > 0 { counts[source.id] = count }
        }
        return counts
    }

    private func profile(of code: MunicipalityCode, today: CalendarDate) throws -> Profile {
        let window = Window(offset: 0, count: Profile.limit)
        let news = NewsQuery(municipalities: [code])
        return Profile(
            municipality: code,
            projects: try projects(ProjectQuery(municipalities: [code], today: today), in: window),
            news: try self.news(news, in: window), newsCount: try newsCount(news),
            awards: try awards(of: code), claims: try claims(ClaimQuery(municipality: code)),
            agenda: try agenda(.municipality(code, from: today)))
    }
}

import ClimateFixtures
import ClimateModel

/// A store whose lists are as long as one likes, since its rows are made when they are read; it counts what is read.
final class EndlessStore: ClimateReading {
    private let base = MemoryStore(Fixture.content)
    private let newsTotal: Int
    private let projectsOfPhase: Int
    private let synthetic = SyntheticNews(municipalities: Fixture.municipalities)
    /// The windows that were read since this was last emptied, and how many reads there were in all.
    var newsWindows: [Window] = []
    var projectWindows: [Window] = []
    var reads = 0

    init(news: Int, projects: Int) {
        newsTotal = news
        projectsOfPhase = projects / Project.Phase.allCases.count
    }

    func municipalities() throws -> [Municipality] { try base.municipalities() }
    func indicators() -> [Indicator] { base.indicators() }
    func sources() -> [Source] { base.sources() }
    func failingSources() -> Int { base.failingSources() }
    func subscription(_ id: Source.ID) -> Subscription? { nil }
    func sourceOverviews() throws -> [SourceOverview] { try base.sourceOverviews() }
    func awards(of municipality: MunicipalityCode?) -> [Award] { [] }

    func claims(_ query: ClaimQuery) -> [ClaimRecord] { [] }
    func agenda(_ query: AgendaQuery) -> [AgendaRecord] { [] }

    func observations(of indicator: Indicator.ID) throws -> [Observation] {
        reads += 1
        return try base.observations(of: indicator)
    }

    func projectCounts(_ query: ProjectQuery) -> ProjectCounts {
        reads += 1
        let phases = Project.Phase.allCases.map { ($0, projectsOfPhase) }
        return ProjectCounts(byPhase: Dictionary(uniqueKeysWithValues: phases))
    }

    func projects(_ query: ProjectQuery, in window: Window) -> [Project] {
        reads += 1
        projectWindows.append(window)
        let end = min(projectsOfPhase * Project.Phase.allCases.count, window.offset + window.count)
        return (min(window.offset, end)..<end).map { project($0) }
    }

    func project(_ id: Project.ID) -> Project? { Int(id.rawValue).map { project($0) } }

    private func project(_ number: Int) -> Project {
        Project(
            id: .init(rawValue: String(number)), title: Fixture.text("Projekt \(number)", ""),
            municipality: Fixture.municipalities[number % 290].code,
            phase: Project.Phase.allCases[number / projectsOfPhase],
            provenance: Fixture.provenance)
    }

    func newsCount(_ query: NewsQuery) -> ListCount {
        reads += 1
        return ListCount(total: newsTotal, unread: newsTotal / 2)
    }

    func news(_ query: NewsQuery, in window: Window) -> [NewsSummary] {
        reads += 1
        newsWindows.append(window)
        let end = min(newsTotal, window.offset + window.count)
        return synthetic.items(min(window.offset, end)..<end).enumerated().map { index, item in
            NewsSummary(
                id: .init(rawValue: Int64(window.offset + index)), kind: item.kind,
                title: item.title, published: item.published,
                municipalities: item.municipalities, source: item.provenance.source,
                publisher: item.provenance.publisher, link: item.link,
                isUnread: (window.offset + index).isMultiple(of: 2), isStarred: false)
        }
    }

    func position(of item: NewsItem.ID, in query: NewsQuery) -> Int? {
        reads += 1
        return Int(item.rawValue)
    }

    func newsItem(_ id: NewsItem.ID) -> NewsItem? {
        reads += 1
        let number = Int(id.rawValue)
        guard var item = synthetic.items(number..<(number + 1)).first else { return nil }
        item.id = id
        return item
    }
}

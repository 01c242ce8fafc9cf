import ClimateModel

/// What the store has answered so far. Content is taken over only when all of it has come, so that a screen never shows
/// half of the old and half of the new.
struct KioskReading: Sendable {
    private let chosen: MunicipalityCode?
    private let today: CalendarDate
    private var awaited: Set<ReadRequest> = []

    private var gazetteer = Gazetteer([])
    private var lastFetched: Timestamp?
    private var table: ObservationTable?
    private var claims = ClaimTable()
    private var indicator: Indicator?
    private var projects: [ProjectQuery: [Project]] = [:]
    private var news: [NewsSummary] = []

    /// More rows than any scene has room for are never read.
    private static let window = Window(offset: 0, count: 6)
    private static let newsQuery = NewsQuery()

    init(chosen: MunicipalityCode?, today: CalendarDate) {
        self.chosen = chosen
        self.today = today
    }

    /// What to read first.
    mutating func start() -> [Effect] {
        let queries = [ownProjects, ongoingProjects, completedProjects].compactMap(\.self)
        let requests: [ReadRequest] =
            [.base, .news(Self.newsQuery, Self.window)]
            + queries.map { .projects($0, Self.window) }
        return wait(for: requests)
    }

    /// Whether everything has come.
    var isComplete: Bool { awaited.isEmpty }

    func awaits(_ request: ReadRequest) -> Bool { awaited.contains(request) }

    /// Takes in an answer.
    ///
    /// - Returns: what to read now that this is known.
    mutating func receive(_ answer: Answer, to request: ReadRequest) -> [Effect] {
        guard awaited.remove(request) != nil else { return [] }
        switch (request, answer) {
        case (.base, .base(let base)):
            gazetteer = Gazetteer(base.municipalities)
            lastFetched = base.sources.compactMap(\.lastSuccess).max()
            indicator = base.indicators.first
            return wait(for: indicator.map { [.observations($0.id), .claims($0.id)] } ?? [])
        case (.observations, .observations(let observations)):
            table = indicator.map { ObservationTable(indicator: $0, observations: observations) }
        case (.claims, .claims(let records)): claims = ClaimTable(records)
        case (.projects(let query, _), .projects(let rows)): projects[query] = rows
        case (.news, .news(let rows)): news = rows
        default: break
        }
        return []
    }

    private mutating func wait(for requests: [ReadRequest]) -> [Effect] {
        awaited.formUnion(requests)
        return requests.map(Effect.read)
    }

    private var ownProjects: ProjectQuery? {
        chosen.map { ProjectQuery(municipalities: [$0], phase: .ongoing, today: today) }
    }

    private var ongoingProjects: ProjectQuery { ProjectQuery(phase: .ongoing, today: today) }

    private var completedProjects: ProjectQuery { ProjectQuery(phase: .completed, today: today) }

    /// What the scenes show of all this.
    ///
    /// - Complexity: O(*p* · *n* log *n*) in the number of periods and municipalities.
    var content: KioskContent {
        KioskContent(
            lastFetched: lastFetched, chosen: chosen.flatMap { gazetteer[$0] },
            indicator: indicator,
            standing: chosen.flatMap { code in
                table.flatMap { Standing(of: code, in: $0, claims: claims, gazetteer: gazetteer) }
            },
            claim: chosen.flatMap { code in
                table.flatMap { claims.newerNote(of: code, beside: $0) }
            },
            climbers: table.flatMap {
                KioskContent.Climbers(table: $0, gazetteer: gazetteer, chosen: chosen)
            },
            projects: shownProjects, news: news.map(headline))
    }

    /// The chosen municipality's own, else others' ongoing ones, else completed ones.
    private var shownProjects: KioskContent.Projects? {
        let choices: [(KioskContent.Projects.Kind, ProjectQuery?)] = [
            (.own, ownProjects), (.ongoingElsewhere, ongoingProjects),
            (.completed, completedProjects),
        ]
        for (kind, query) in choices {
            guard let rows = query.flatMap({ projects[$0] }), !rows.isEmpty else { continue }
            return KioskContent.Projects(
                kind: kind, rows: rows.map { ($0, gazetteer[$0.municipality]?.name ?? "") })
        }
        return nil
    }

    private func headline(_ item: NewsSummary) -> KioskContent.Headline {
        KioskContent.Headline(
            published: item.published,
            about: item.municipalities.lazy.compactMap { gazetteer[$0]?.name }.first
                ?? item.publisher,
            title: item.title)
    }
}

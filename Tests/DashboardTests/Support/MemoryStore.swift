import ClimateModel
import Dashboard

/// A store in memory that answers by the plainest means, for tests of what stands on it.
final class MemoryStore: ClimateReading, ReaderStateWriting {
    var content: ContentBatch
    var subscriptions: [Subscription] = []
    private(set) var unread: Set<NewsItem.ID>
    private(set) var starred: Set<NewsItem.ID> = []
    private(set) var preferences: [String: String] = [:]
    /// The parts that can't be read or written, until they are taken away again.
    var failing: Set<Part> = []
    /// What was read, in order.
    var reads: [Part] = []

    enum Part: String, CaseIterable {
        case base, observations, projectCounts, projects, newsCount, news, position, newsItem
        case awards, marks, claims, agenda, overviews
    }

    struct Failure: Error, CustomStringConvertible {
        var part: Part
        var description: String { "disk I/O error (\(part))" }
    }

    init(_ content: ContentBatch, unread: Set<NewsItem.ID> = []) {
        self.content = content
        self.unread = unread
    }

    private func note(_ part: Part) throws {
        reads.append(part)
        if failing.contains(part) { throw Failure(part: part) }
    }

    // MARK: Municipalities and figures

    func municipalities() throws -> [Municipality] {
        try note(.base)
        return content.municipalities.sorted { $0.code < $1.code }
    }

    func indicators() -> [Indicator] { content.indicators }

    func sources() -> [Source] { content.sources }

    func failingSources() -> Int {
        content.sources.count { source in
            source.lastError != nil
                && subscriptions.contains { $0.id == source.id && !$0.isPaused }
        }
    }

    func subscription(_ id: Source.ID) throws -> Subscription? {
        try note(.overviews)
        return subscriptions.first { $0.id == id }
    }

    func sourceOverviews() throws -> [SourceOverview] {
        try note(.overviews)
        return content.sources.map { source in
            SourceOverview(
                source: source, subscription: subscriptions.first { $0.id == source.id },
                newsCount: content.news.count { $0.provenance.source == source.id },
                figureCount: content.observations.flatMap(\.observations).count {
                    $0.provenance?.source == source.id
                },
                projectCount: content.projects.count { $0.provenance.source == source.id })
        }
    }

    func observations(of indicator: Indicator.ID) throws -> [Observation] {
        try note(.observations)
        return content.observations.filter { $0.indicator == indicator }.flatMap(\.observations)
    }

    func awards(of municipality: MunicipalityCode?) throws -> [Award] {
        try note(.awards)
        return content.awards.filter { award in
            guard let municipality else { return true }
            return award.winner == municipality
                || award.nominees.contains { $0.municipality == municipality }
        }
    }

    // MARK: What news say

    func claims(_ query: ClaimQuery) throws -> [ClaimRecord] {
        try note(.claims)
        let indicator = content.indicators.first { $0.id == query.indicator }
        if query.indicator != nil, indicator == nil { return [] }
        return findings { item in
            item.claims.filter { claim in
                (indicator.map(claim.isOf) ?? true)
                    && (query.municipality.map { $0 == claim.municipality } ?? true)
            }
        }
    }

    func agenda(_ query: AgendaQuery) throws -> [AgendaRecord] {
        try note(.agenda)
        return findings { item in
            item.agenda.filter { entry in
                switch query {
                case .municipality(let code, let day):
                    let concerns = entry.municipality.map { [$0] } ?? item.municipalities
                    return concerns.contains(code) && entry.latest >= day
                case .project(let id):
                    return content.projects.contains {
                        $0.id == id && item.municipalities.contains($0.municipality)
                            && item.searchedText.contains($0.title.text(in: .swedish))
                    }
                }
            }
        }.sorted { $0.content.date < $1.content.date }
    }

    private func findings<Content>(_ read: (NewsItem) -> [Content]) -> [Finding<Content>] {
        content.news.sorted { $0.published.sortKey > $1.published.sortKey }
            .flatMap { item in read(item).map { Finding($0, in: item) } }
    }

    // MARK: Projects

    func projectCounts(_ query: ProjectQuery) throws -> ProjectCounts {
        try note(.projectCounts)
        return ProjectCounts(
            byPhase: Dictionary(grouping: matching(query), by: \.phase).mapValues(\.count))
    }

    func projects(_ query: ProjectQuery, in window: Window) throws -> [Project] {
        try note(.projects)
        return Array(matching(query).dropFirst(window.offset).prefix(window.count))
    }

    func project(_ id: Project.ID) throws -> Project? {
        try note(.projects)
        return content.projects.first { $0.id == id }
    }

    private func matching(_ query: ProjectQuery) -> [Project] {
        content.projects.filter { project in
            (query.municipalities?.contains(project.municipality) ?? true)
                && (query.phase.map { $0 == project.phase } ?? true)
                && (query.status.map { $0 == project.status } ?? true)
                && (query.source.map { $0 == project.provenance.source } ?? true)
                && Words(query.search).match(project.title.text(in: .swedish))
        }.sorted { first, second in
            let order = { (project: Project) in
                Project.Phase.allCases.firstIndex(of: project.phase) ?? 0
            }
            let next = { (project: Project) in
                project.nextMilestone(after: query.today)?.date?.earliest ?? .distantFuture
            }
            return (order(first), next(first), first.id.rawValue)
                < (order(second), next(second), second.id.rawValue)
        }
    }

    // MARK: News

    func newsCount(_ query: NewsQuery) throws -> ListCount {
        try note(.newsCount)
        let rows = matching(query)
        return ListCount(total: rows.count, unread: rows.count { unread.contains($0.id) })
    }

    func news(_ query: NewsQuery, in window: Window) throws -> [NewsSummary] {
        try note(.news)
        let words = Words(query.search)
        return matching(query).dropFirst(window.offset).prefix(window.count).map { item in
            NewsSummary(
                id: item.id, kind: item.kind, title: item.title, published: item.published,
                municipalities: item.municipalities, source: item.provenance.source,
                publisher: item.provenance.publisher, link: item.link,
                isUnread: unread.contains(item.id), isStarred: starred.contains(item.id),
                excerpt: words.excerpt(of: item.searchedText))
        }
    }

    func position(of item: NewsItem.ID, in query: NewsQuery) throws -> Int? {
        try note(.position)
        return matching(query).firstIndex { $0.id == item }
    }

    func newsItem(_ id: NewsItem.ID) throws -> NewsItem? {
        try note(.newsItem)
        return content.news.first { $0.id == id }
    }

    private func matching(_ query: NewsQuery) -> [NewsItem] {
        let rows = content.news.filter { item in
            (query.municipalities.map { !$0.isDisjoint(with: item.municipalities) } ?? true)
                && (query.source.map { $0 == item.provenance.source } ?? true)
                && (query.kind.map { $0 == item.kind } ?? true)
                && (!query.unreadOnly || unread.contains(item.id))
                && (!query.starredOnly || starred.contains(item.id))
                && Words(query.search).match(item.searchedText)
        }.sorted { $0.published.sortKey > $1.published.sortKey }
        guard query.order == .unreadFirst else { return rows }
        return rows.filter { unread.contains($0.id) } + rows.filter { !unread.contains($0.id) }
    }

    // MARK: Marks

    func setRead(_ isRead: Bool, _ items: [NewsItem.ID]) throws {
        try note(.marks)
        if isRead { unread.subtract(items) } else { unread.formUnion(items) }
    }

    func markAllRead(_ query: NewsQuery) throws {
        try note(.marks)
        unread.subtract(matching(query).map(\.id))
    }

    func setStarred(_ isStarred: Bool, _ item: NewsItem.ID) throws {
        try note(.marks)
        if isStarred { starred.insert(item) } else { starred.remove(item) }
    }

    func setPreference(_ value: String?, for key: String) throws {
        try note(.marks)
        preferences[key] = value
    }

    func preference(_ key: String) -> String? { preferences[key] }
}

/// What a search looks for.
private struct Words {
    private let words: [Substring]

    init(_ search: String) { words = SearchKey.fold(search).split(separator: " ") }

    func match(_ text: @autoclosure () -> String) -> Bool {
        guard !words.isEmpty else { return true }
        let found = SearchKey.fold(text()).split { !$0.isLetter && !$0.isNumber }
        return words.allSatisfy { word in found.contains { $0.hasPrefix(word) } }
    }

    /// The text in runs, those of the words that match apart.
    func excerpt(of text: String) -> Excerpt? {
        guard !words.isEmpty else { return nil }
        let runs = text.split(separator: " ").flatMap { piece in
            let folded = SearchKey.fold(piece)
            return [
                Excerpt.Run(
                    text: String(piece), isMatch: words.contains { folded.hasPrefix($0) }),
                Excerpt.Run(text: " ", isMatch: false),
            ]
        }
        return Excerpt(runs: runs)
    }
}

extension NewsItem {
    fileprivate var searchedText: String {
        (body.text(in: .swedish).plain + " " + title.text(in: .swedish))
            .split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }
}

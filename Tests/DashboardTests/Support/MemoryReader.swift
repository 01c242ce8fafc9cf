import ClimateModel

/// A store in memory that answers by the plainest means, for tests of what stands on it.
struct MemoryReader: ClimateReading {
    var content: ContentBatch
    var unread: Set<NewsItem.ID> = []
    var starred: Set<NewsItem.ID> = []

    func municipalities() -> [Municipality] { content.municipalities.sorted { $0.code < $1.code } }
    func indicators() -> [Indicator] { content.indicators }

    func observations(of indicator: Indicator.ID) -> [Observation] {
        content.observations.filter { $0.indicator == indicator }.flatMap(\.observations)
    }

    func projectCounts(_ query: ProjectQuery) -> ProjectCounts {
        ProjectCounts(
            byPhase: Dictionary(grouping: matching(query), by: \.phase).mapValues(\.count))
    }

    func projects(_ query: ProjectQuery, in window: Window) -> [Project] {
        Array(matching(query).dropFirst(window.offset).prefix(window.count))
    }

    func project(_ id: Project.ID) -> Project? { content.projects.first { $0.id == id } }

    private func matching(_ query: ProjectQuery) -> [Project] {
        let order = Project.Phase.allCases
        return content.projects.filter { project in
            (query.municipalities?.contains(project.municipality) ?? true)
                && (query.phase.map { $0 == project.phase } ?? true)
                && (query.status.map { $0 == project.status } ?? true)
                && matches(query.search, project.title.text(in: .swedish))
        }.sorted {
            (order.firstIndex(of: $0.phase) ?? 0, $0.id.rawValue)
                < (order.firstIndex(of: $1.phase) ?? 0, $1.id.rawValue)
        }
    }

    private func matches(_ search: String, _ text: String) -> Bool {
        let words = SearchKey.fold(text).split(separator: " ")
        return SearchKey.fold(search).split(separator: " ").allSatisfy { needle in
            words.contains { $0.hasPrefix(needle) }
        }
    }

    func newsCount(_ query: NewsQuery) -> ListCount {
        let rows = matching(query)
        return ListCount(total: rows.count, unread: rows.count { unread.contains($0.id) })
    }

    func news(_ query: NewsQuery, in window: Window) -> [NewsSummary] {
        matching(query).dropFirst(window.offset).prefix(window.count).map { item in
            NewsSummary(
                id: item.id, kind: item.kind, title: item.title, published: item.published,
                municipalities: item.municipalities, source: item.provenance.source,
                publisher: item.provenance.publisher, link: item.link,
                isUnread: unread.contains(item.id), isStarred: starred.contains(item.id))
        }
    }

    func position(of item: NewsItem.ID, in query: NewsQuery) -> Int? {
        matching(query).firstIndex { $0.id == item }
    }

    func newsItem(_ id: NewsItem.ID) -> NewsItem? { content.news.first { $0.id == id } }

    private func matching(_ query: NewsQuery) -> [NewsItem] {
        let rows = content.news.filter { item in
            (query.municipalities.map { !$0.isDisjoint(with: item.municipalities) } ?? true)
                && (query.source.map { $0 == item.provenance.source } ?? true)
                && (query.kind.map { $0 == item.kind } ?? true)
                && (!query.unreadOnly || unread.contains(item.id))
                && (!query.starredOnly || starred.contains(item.id))
                && matches(
                    query.search,
                    item.title.text(in: .swedish) + " " + item.body.text(in: .swedish).plain)
        }.sorted { $0.published.sortKey > $1.published.sortKey }
        guard query.order == .unreadFirst else { return rows }
        return rows.filter { unread.contains($0.id) } + rows.filter { !unread.contains($0.id) }
    }

    func awards(of municipality: MunicipalityCode?) -> [Award] {
        content.awards.filter { award in
            guard let municipality else { return true }
            return award.winner == municipality
                || award.nominees.contains { $0.municipality == municipality }
        }
    }

    func sources() -> [Source] { content.sources }
}

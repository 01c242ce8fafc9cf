import ClimateModel

/// What the panes need to read, and what they make of the answers.
extension AppState {
    /// The news query of the pane as it stands.
    var newsQuery: NewsQuery {
        NewsQuery(
            municipalities: filter.map { [$0] }, source: news.source, kind: news.kind,
            unreadOnly: news.unreadOnly, starredOnly: news.starredOnly, search: news.search,
            order: news.order)
    }

    /// The projects query of the pane as it stands.
    var projectQuery: ProjectQuery {
        ProjectQuery(
            municipalities: filter.map { [$0] }, phase: projects.phase, status: projects.status,
            source: projects.source, search: projects.search, today: today)
    }

    /// The pane's list is now another one: start at its top and read it.
    mutating func restartNews() -> [Effect] {
        heldMarks.isEmpty ? startNews() : flushMarks() + startNews()
    }

    private mutating func startNews() -> [Effect] {
        news.list = ListState()
        news.window = WindowedRows()
        return [.read(.newsCount(newsQuery))]
    }

    /// The pane's list is now another one: start at its top and read it.
    mutating func restartProjects() -> [Effect] {
        projects.list = ListState()
        projects.window = WindowedRows()
        return [.read(.projectCounts(projectQuery))]
    }

    /// The content moved under the lists: read it again, each selection staying on its item.
    mutating func reloadAll() -> [Effect] {
        var effects: [Effect] = [.read(.base)]
        if let item = news.selected?.id {
            effects.append(.read(.newsPosition(item, newsQuery)))
        } else {
            effects.append(.read(.newsCount(newsQuery)))
        }
        projects.sought = projects.selected?.id
        for page in layers.compactMap(\.page) {
            switch page.subject {
            case .newsItem(let id, _): effects.append(.read(.newsItem(id)))
            case .municipality(let code, _): effects.append(.read(.profile(code, today: today)))
            case .project(let project):
                effects += [.read(.project(project.id)), .read(.agenda(project.id))]
            case .comparison, .help, .provenance, .source, .sourceTest: break
            }
        }
        if layers.contains(where: { $0.sources != nil }) { effects.append(.read(.sourceOverviews)) }
        return effects
    }

    /// Takes in what was read.
    mutating func receive(_ answer: Answer, to request: ReadRequest) -> [Effect] {
        revision += 1
        switch (request, answer) {
        case (.base, .base(let base)): return receive(base)
        case (.observations(let indicator), .observations(let observations)):
            receive(observations, of: indicator)
        case (.projectCounts(let query), .projectCounts(let counts)) where query == projectQuery:
            projects.window = WindowedRows()
            projects.counts = counts
            projects.problem = nil
            projects.list.resize(to: projects.rowCount)
            skipProjectHeading(towards: 1)
        case (.projects(let query, let window), .projects(let rows)) where query == projectQuery:
            projects.window = WindowedRows(offset: window.offset, rows: rows)
            if projects.problem?.isOfRows ?? false { projects.problem = nil }
            findSoughtProject()
        case (.newsCount(let query), .newsCount(let count)) where query == newsQuery:
            news.count = count
            news.problem = nil
            news.list.resize(to: count.total)
        case (.news(let query, let window), .news(let rows)) where query == newsQuery:
            news.window = WindowedRows(offset: window.offset, rows: rows)
            if news.problem?.isOfRows ?? false { news.problem = nil }
        case (.newsPosition(_, let query), .newsPosition(let position)) where query == newsQuery:
            return receive(newsPosition: position)
        case (.newsItem(let id), .newsItem(let item)): receive(item, of: id)
        case (.profile(let code, _), .profile(let profile)): receive(profile, of: code)
        case (.project(let id), .project(let project?)):
            changePages { page in
                if case .project(let old) = page.subject, old.id == id {
                    page.subject = .project(project)
                }
            }
        case (.claims(let indicator), .claims(let claims)):
            if indicator == rankings.indicator { receive(ClaimTable(claims)) }
        case (.agenda(let project), .agenda(let entries)): content.agendas[project] = entries
        case (.sourceCounts, .sourceCounts(let counts)): openSourcePicker(counts)
        case (.sourceOverviews, .sourceOverviews(let overviews)): receive(overviews)
        case (.subscriptions(let wanted), .subscriptions(let found)):
            return sync(wanted, found)
        default: break
        }
        return []
    }

    private mutating func receive(_ base: Answer.Base) -> [Effect] {
        content.gazetteer = Gazetteer(base.municipalities)
        content.indicators = base.indicators
        content.sources = Dictionary(
            base.sources.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        content.failingSources = base.failing
        rankings.problem = nil
        if let chosen, content.gazetteer[chosen] == nil { self.chosen = nil }
        if !base.indicators.contains(where: { $0.id == rankings.indicator }) {
            rankings.indicator = base.indicators.first?.id
            rankings.period = nil
        }
        var effects: [Effect] = []
        if let indicator = rankings.indicator { effects += readFigures(of: indicator) }
        if let chosen { effects.append(.read(.profile(chosen, today: today))) }
        return effects + [.read(.newsCount(newsQuery)), .read(.projectCounts(projectQuery))]
    }

    /// Published figures, and what news claim beside them.
    func readFigures(of indicator: Indicator.ID) -> [Effect] {
        [.read(.observations(indicator)), .read(.claims(indicator))]
    }

    private mutating func receive(_ observations: [Observation], of id: Indicator.ID) {
        guard id == rankings.indicator,
            let indicator = content.indicators.first(where: { $0.id == id })
        else { return }
        let table = ObservationTable(indicator: indicator, observations: observations)
        content.table = table
        if rankings.period.map({ !rankingPeriods.contains($0) }) ?? true {
            rankings.period = table.firstPeriod(for: chosen)
        }
        rebuildRankings()
    }

    /// The first time, the list opens at the year that news tell the chosen municipality's place of, where that is newer and
    /// not all but empty.
    private mutating func receive(_ claims: ClaimTable) {
        let isFirst = content.claims.isEmpty
        content.claims = claims
        if isFirst, let chosen, let table = content.table,
            rankings.period == table.firstPeriod(for: chosen),
            let period = openingPeriod(for: chosen)
        {
            rankings.period = period
        }
        rebuildRankings()
    }

    private mutating func receive(newsPosition position: Int?) -> [Effect] {
        news.window = WindowedRows()
        if let position {
            news.list.resize(to: max(news.list.count, position + 1))
            news.list.select(position)
        }
        return [.read(.newsCount(newsQuery))]
    }

    private mutating func receive(_ item: NewsItem?, of id: NewsItem.ID) {
        changePages { page in
            if case .newsItem(id, _) = page.subject {
                page.subject = .newsItem(item?.id ?? id, item)
            }
        }
        if news.selected?.id == id { news.preview = item }
    }

    private mutating func receive(_ profile: Profile, of code: MunicipalityCode) {
        if code == chosen { content.profile = profile }
        changePages { page in
            if case .municipality(code, _) = page.subject {
                page.subject = .municipality(code, profile)
            }
        }
    }

    mutating func changePages(_ body: (inout Page) -> Void) {
        for index in layers.indices {
            guard case .page(var page) = layers[index] else { continue }
            body(&page)
            layers[index] = .page(page)
        }
    }

    /// Makes the pane's rows anew; the selection stays on its municipality.
    mutating func rebuildRankings() {
        guard let table = content.table, let period = rankings.period else {
            rankings.rows = []
            rankings.list.resize(to: 0)
            return
        }
        let selected = rankings.selected?.municipality.code ?? chosen
        let built = RankingRows(
            table: table, period: period,
            members: content.gazetteer.members(of: rankings.scope, followed: followed),
            pinned: rankings.isPinned ? pinned : [], sort: rankings.sort,
            gazetteer: content.gazetteer, language: language, claims: content.claims)
        rankings.rows = built.rows
        rankings.known = built.known
        rankings.claimed = built.claimed
        rankings.list.resize(to: built.rows.count)
        if let row = built.rows.firstIndex(where: { $0.municipality.code == selected }) {
            rankings.list.select(row)
        }
    }

    /// The chosen municipality and its peers.
    private var pinned: Set<MunicipalityCode> {
        chosen.map { content.gazetteer.members(of: .peers($0)) } ?? []
    }

    /// The selection stays on its project where that is still among those held.
    private mutating func findSoughtProject() {
        guard let sought = projects.sought else { return }
        projects.sought = nil
        guard let position = projects.window.rows.firstIndex(where: { $0.id == sought }) else {
            return
        }
        projects.list.select(projects.row(ofProject: projects.window.offset + position))
    }

    /// The selection never rests on a phase's heading: it moves on in the direction it went.
    mutating func skipProjectHeading(towards direction: Int) {
        guard case .heading = projects.row(at: projects.list.selection) else { return }
        projects.list.move(by: direction >= 0 ? 1 : -1)
        if case .heading = projects.row(at: projects.list.selection) {
            projects.list.move(by: 1)
        }
    }
}

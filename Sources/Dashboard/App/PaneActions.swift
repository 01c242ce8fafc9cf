import ClimateModel

/// Actions of the three panes.
extension AppState {
    mutating func performInRankings(_ action: Action) -> [Effect] {
        if Self.move(&rankings.list, action, height: homeLayout.rows(of: .rankings)) { return [] }
        switch action {
        case .open:
            if let row = rankings.selected { return openMunicipality(row.municipality.code) }
        case .search: openPrompt(.pane(focus))
        case .nextMatch: findInRankings(from: rankings.list.selection, step: 1)
        case .previousMatch: findInRankings(from: rankings.list.selection, step: -1)
        case .previousPeriod, .left: turnPeriod(by: -1)
        case .nextPeriod, .right: turnPeriod(by: 1)
        case .choosePeriod: openPeriodPicker()
        case .chooseIndicator: openIndicatorPicker()
        case .scope: openScopePicker()
        case .sort: openSortPicker()
        case .reverseSort:
            rankings.sort.isReversed.toggle()
            rebuildRankings()
        case .pinPeers:
            rankings.isPinned.toggle()
            rebuildRankings()
        default: return nothingHere(action)
        }
        return []
    }

    /// To the next period that has figures.
    private mutating func turnPeriod(by step: Int) {
        let periods = rankingPeriods
        guard let now = rankings.period, let index = periods.firstIndex(of: now),
            periods.indices.contains(index + step)
        else {
            notice = Notice(text: Phrases.noMoreYears(language), isProblem: false)
            return
        }
        rankings.period = periods[index + step]
        rebuildRankings()
    }

    /// Selects the nearest row in the direction of `step` whose name matches the search, going round at the ends.
    mutating func findInRankings(from row: Int, step: Int) {
        let needle = SearchKey.fold(rankings.search)
        let count = rankings.rows.count
        guard !needle.isEmpty, count > 0 else {
            nothingSearched()
            return
        }
        for distance in 1...count {
            let index = ((row + step * distance) % count + count) % count
            if SearchKey.fold(rankings.rows[index].municipality.name).contains(needle) {
                rankings.list.select(index)
                return
            }
        }
        notice = Notice(text: Phrases.noMatch(rankings.search)(language), isProblem: false)
    }

    /// What is searched in projects and news is all that they show, so that every row is a match.
    private mutating func stepMatch(_ direction: Action) -> [Effect] {
        let search = focus == .projects ? projects.search : news.search
        guard !search.isEmpty else {
            nothingSearched()
            return []
        }
        return perform(direction)
    }

    private mutating func nothingSearched() {
        notice = Notice(
            text: Phrases.nothingSearched(keyText(.search))(language), isProblem: false)
    }

    mutating func performInProjects(_ action: Action) -> [Effect] {
        let height = homeLayout.rows(of: .projects) / ProjectsPane.rowHeight
        let before = projects.list.selection
        if Self.move(&projects.list, action, height: height) {
            skipProjectHeading(towards: projects.list.selection - before)
            return []
        }
        switch action {
        case .open:
            if let project = projects.selected { return openProject(project) }
        case .search: openPrompt(.pane(focus))
        case .nextMatch: return stepMatch(.down)
        case .previousMatch: return stepMatch(.up)
        case .left: stepPane(by: -1)
        case .right: stepPane(by: 1)
        case .filterPhase: openPhasePicker()
        case .filterStatus: openStatusPicker()
        default: return nothingHere(action)
        }
        return []
    }

    mutating func performInNews(_ action: Action) -> [Effect] {
        if Self.move(&news.list, action, height: homeLayout.rows(of: .news)) { return [] }
        switch action {
        case .open:
            if let item = news.selected { return openReader(item.id) }
        case .search: openPrompt(.pane(focus))
        case .nextMatch: return stepMatch(.down)
        case .previousMatch: return stepMatch(.up)
        case .left: stepPane(by: -1)
        case .right: stepPane(by: 1)
        case .filterSource: return [.read(.sourceCounts)]
        case .filterKind: openKindPicker()
        case .unreadOnly:
            news.unreadOnly.toggle()
            return restartNews()
        case .starredOnly:
            news.starredOnly.toggle()
            return restartNews()
        case .newsOrder:
            news.order = news.order == .date ? .unreadFirst : .date
            return restartNews()
        case .toggleRead:
            if let item = news.selected { return mark(item, isRead: item.isUnread) }
        case .star:
            if let item = news.selected { return star(item) }
        case .markAllRead: askToMarkAllRead()
        case .copyLink:
            if let link = news.selected?.link { return copy(link) }
        default: return nothingHere(action)
        }
        return []
    }

    mutating func copy(_ link: String) -> [Effect] {
        notice = Notice(text: Phrases.copied(link)(language), isProblem: false)
        return [.copy(link)]
    }
}

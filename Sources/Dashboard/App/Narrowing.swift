import ClimateModel

/// Taking away what narrows the lists.
extension AppState {
    /// Esc on the panes undoes one thing at a time: the focused pane's search, its filters, the municipality that all panes
    /// are about, the zoom.
    mutating func goBack() -> [Effect] {
        if let effects = clearSearch() ?? clearFilters() { return effects }
        if filter != nil { return setFilter(nil) }
        isZoomed = false
        return []
    }

    /// Takes away every search and filter of every pane.
    mutating func clearAll() -> [Effect] {
        rankings.search = ""
        projects.clearFilters()
        projects.search = ""
        news.clearFilters()
        news.search = ""
        return setFilter(nil)
    }

    /// - Returns: nil where the focused pane is not searched.
    private mutating func clearSearch() -> [Effect]? {
        switch focus {
        case .rankings where !rankings.search.isEmpty:
            rankings.search = ""
            return []
        case .projects where !projects.search.isEmpty:
            projects.search = ""
            return restartProjects()
        case .news where !news.search.isEmpty:
            news.search = ""
            return restartNews()
        default: return nil
        }
    }

    /// - Returns: nil where nothing narrows the focused pane alone.
    private mutating func clearFilters() -> [Effect]? {
        switch focus {
        case .rankings where filter == nil && rankings.scope != .country:
            rankings.scope = .country
            rebuildRankings()
            return []
        case .projects where projects.isFiltered:
            projects.clearFilters()
            return restartProjects()
        case .news where news.isFiltered:
            news.clearFilters()
            return restartNews()
        default: return nil
        }
    }
}

extension NewsPane {
    /// Whether it shows only some kinds of items, whatever is searched for.
    var isFiltered: Bool { source != nil || kind != nil || unreadOnly || starredOnly }

    /// Whether anything but the municipality's filter narrows the list.
    var isNarrowed: Bool { isFiltered || !search.isEmpty }

    fileprivate mutating func clearFilters() {
        (source, kind) = (nil, nil)
        (unreadOnly, starredOnly) = (false, false)
    }
}

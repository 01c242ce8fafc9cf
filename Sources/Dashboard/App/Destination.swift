import ClimateModel

/// Somewhere to go without pressing keys: what a command line names, or the last session ended with.
public enum Destination: Hashable, Sendable {
    /// The three panes, with the focus on one.
    case home(AppState.Pane)
    /// One pane alone.
    case pane(AppState.Pane)
    /// A municipality's page.
    case municipality(MunicipalityCode)
    /// A project's page.
    case project(Project)
    /// The item in the reader, which marks it as read.
    case newsItem(NewsItem.ID)
    /// What is read from where.
    case sources
    /// The keys of where the user stands.
    case help
}

extension AppState {
    /// Goes to `destination`, leaving what lies over the panes.
    mutating func go(to destination: Destination) -> [Effect] {
        layers.removeAll()
        return flushMarks() + show(destination)
    }

    private mutating func show(_ destination: Destination) -> [Effect] {
        switch destination {
        case .home(let pane), .pane(let pane):
            focus = pane
            if case .pane = destination { isZoomed = true } else { isZoomed = false }
            return []
        case .municipality(let code): return openMunicipality(code)
        case .project(let project): return openProject(project)
        case .newsItem(let id): return follow(.newsItem(id))
        case .sources: return showSources()
        case .help: return perform(.help)
        }
    }
}

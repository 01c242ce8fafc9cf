import ClimateModel
import TextGrid

/// After every update: lists scroll so that their selections show, and what is to be shown but not held is read.
extension AppState {
    /// - Returns: what to read.
    /// - Complexity: O(1) in the length of the lists.
    mutating func settle() -> [Effect] {
        let layout = homeLayout
        let inLeaps = layout.panes.count > 1
        let rows = layout.rows(of: .rankings)
        rankings.list.settle(height: rows - claimLines(rows: rows), inLeaps: inLeaps)
        projects.list.settle(
            height: layout.rows(of: .projects) / ProjectsPane.rowHeight, inLeaps: inLeaps)
        news.list.settle(height: layout.rows(of: .news), inLeaps: inLeaps)
        settleLayers()
        return (missingProjects(layout) + missingNews(layout)).filter { mayAsk($0) }
    }

    /// A store that fails, or has less than it said, is not asked for the same stretch on and on.
    private mutating func mayAsk(_ effect: Effect) -> Bool {
        guard case .read(let request) = effect else { return true }
        asked[request, default: 0] += 1
        return asked[request, default: 0] <= 2
    }

    var homeLayout: HomeLayout { HomeLayout(size: size, focus: focus, isZoomed: isZoomed) }

    private func missingProjects(_ layout: HomeLayout) -> [Effect] {
        let lines = layout.rows(of: .projects)
        let shown = projects.projects(in: projects.list.held(height: lines))
        guard let window = projects.window.missing(visible: shown, count: projects.counts.total)
        else { return [] }
        return [.read(.projects(projectQuery, window))]
    }

    private mutating func missingNews(_ layout: HomeLayout) -> [Effect] {
        let shown = news.list.held(height: layout.rows(of: .news))
        var effects: [Effect] = []
        if let window = news.window.missing(visible: shown, count: news.list.count) {
            effects.append(.read(.news(newsQuery, window)))
        } else if !layout.preview.isEmpty, let id = news.selected?.id, news.preview?.id != id {
            // While one moves through the list the preview waits, so that a key draws no more than its row.
            effects.append(news.preview == nil ? .read(.newsItem(id)) : .awaitRest)
        }
        return effects
    }
}

extension HomeLayout {
    /// How many lines a pane has for its rows, below its heading lines.
    func rows(of pane: AppState.Pane) -> Int {
        max(0, (panes[pane]?.height ?? 0) - headingLines(of: pane))
    }

    /// A pane's title line where it stands among others, and the rankings' column headings.
    func headingLines(of pane: AppState.Pane) -> Int {
        let title = mode == .wide ? 1 : 0
        return title + (pane == .rankings && mode != .list ? 1 : 0)
    }
}

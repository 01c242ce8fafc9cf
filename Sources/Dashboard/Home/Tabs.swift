import ClimateModel
import TextGrid

extension AppState {
    /// A pane's name on the tab line.
    struct Tab {
        var pane: Pane
        var x: Int
        var text: String
    }

    /// The tabs as they stand on the line, so that a click finds the one that is drawn.
    func tabs(in rect: Rect) -> [Tab] {
        var x = rect.x + 1
        return Pane.allCases.map { pane in
            let name = "\(pane.rawValue + 1) \(pane.title(language))"
            let count = formats.count(tabCount(of: pane))
            let text = glyphs.text(focus == pane ? "[\(name)] \(count)" : " \(name)  \(count)")
            defer { x += DisplayWidth.of(text) + 2 }
            return Tab(pane: pane, x: x, text: text)
        }
    }

    private func tabCount(of pane: Pane) -> ListCount {
        switch pane {
        case .rankings: ListCount(total: rankings.known)
        case .projects: ListCount(total: projects.counts.total)
        case .news: news.count
        }
    }

    func tab(atColumn column: Int, of layout: HomeLayout) -> Pane? {
        tabs(in: layout.tabs).first {
            ($0.x..<($0.x + DisplayWidth.of($0.text))).contains(column)
        }?.pane
    }
}

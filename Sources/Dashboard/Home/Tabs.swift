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

    /// The panes' names on the title bar, where all three stand together.
    func titleTabs(_ layout: HomeLayout) -> [Tab] {
        guard layout.mode == .wide else { return [] }
        var x = layout.title.x + layout.title.width * 46 / 100
        return Pane.allCases.map { pane in
            let text = glyphs.text("\(pane.rawValue + 1) \(pane.title(language))")
            defer { x += DisplayWidth.of(text) + 3 }
            return Tab(pane: pane, x: x, text: text)
        }
    }

    /// The name of the pane that has the window for itself; nothing where a municipality needs the room.
    func listName(width: Int) -> String { width < 32 ? "" : glyphs.text(focus.title(language)) }

    /// The day where there is room for it, and the time.
    func clockText(width: Int) -> String {
        let clock = now.clock(offset: environment.localOffset(now))
        let time = formats.clock(clock)
        return width >= 80 ? formats.weekdayAndDay(clock.date) + "  " + time : time
    }

    private func tabCount(of pane: Pane) -> ListCount {
        switch pane {
        case .rankings: ListCount(total: rankings.known)
        case .projects: ListCount(total: projects.counts.total)
        case .news: news.count
        }
    }

    /// The pane whose name stands at (x, y).
    func tab(atX x: Int, y: Int, of layout: HomeLayout) -> Pane? {
        var tabs: [Tab] = []
        if layout.title.contains(x: x, y: y) { tabs = titleTabs(layout) }
        if layout.tabs.contains(x: x, y: y) { tabs = self.tabs(in: layout.tabs) }
        return tabs.first { ($0.x..<($0.x + DisplayWidth.of($0.text))).contains(x) }?.pane
    }
}

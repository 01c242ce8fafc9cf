import ClimateModel
import TextGrid

/// What the actions do. A layer over the panes has the first say; what it doesn't know goes on to the panes.
extension AppState {
    mutating func perform(_ action: Action) -> [Effect] {
        if let reason = action.refusal(isRestricted: environment.isRestricted) {
            notice = Notice(text: reason(language), isProblem: false)
            return []
        }
        if let effects = performInLayer(action) { return effects }
        if let effects = performAnywhere(action) { return effects }
        if let effects = performOnMunicipality(action) { return effects }
        switch focus {
        case .rankings: return performInRankings(action)
        case .projects: return performInProjects(action)
        case .news: return performInNews(action)
        }
    }

    private mutating func performAnywhere(_ action: Action) -> [Effect]? {
        switch action {
        case .quit: return [.quit]
        case .redraw: return [.redraw]
        case .suspend: return [.suspend]
        case .help: push(.page(Page(.help(context))))
        case .palette: openPalette()
        case .theme: return [.listThemes]
        case .language: return switchLanguage()
        case .nextPane: turnPane(by: 1)
        case .previousPane: turnPane(by: -1)
        case .rankingsPane: focus = .rankings
        case .projectsPane: focus = .projects
        case .newsPane: focus = .news
        case .zoom: zoom()
        case .back: return goBack()
        case .clear: return clearAll()
        case .sync: return syncShown()
        case .syncAll: return syncAll()
        case .stopSync: return stopSync()
        case .showSources: return showSources()
        default: return nil
        }
        return []
    }

    private mutating func zoom() {
        guard homeLayout.mode == .wide else {
            notice = Notice(text: Phrases.alreadyZoomed(language), isProblem: false)
            return
        }
        isZoomed.toggle()
    }

    private mutating func turnPane(by step: Int) {
        let count = Pane.allCases.count
        focus = Pane(rawValue: (focus.rawValue + step + count) % count) ?? focus
    }

    private mutating func switchLanguage() -> [Effect] {
        language = language == .swedish ? .english : .swedish
        rebuildRankings()
        return [.setPreference(language.rawValue, key: .language)]
    }

    /// To the pane at the left (-1) or the right, none beyond the last.
    mutating func stepPane(by step: Int) { focus = Pane(rawValue: focus.rawValue + step) ?? focus }

    /// Moves in a list.
    ///
    /// - Returns: whether `action` is one that moves.
    static func move(_ list: inout ListState, _ action: Action, height: Int) -> Bool {
        let page = max(1, height - 1)
        switch action {
        case .up: list.move(by: -1)
        case .down: list.move(by: 1)
        case .pageUp: list.move(by: -page)
        case .pageDown: list.move(by: page)
        case .halfPageUp: list.move(by: -max(1, height / 2))
        case .halfPageDown: list.move(by: max(1, height / 2))
        case .home: list.select(0)
        case .end: list.select(.max)
        default: return false
        }
        return true
    }

    mutating func push(_ layer: Layer) { layers.append(layer) }

    /// Puts `layer` in place of the top one.
    mutating func replaceTop(_ layer: Layer) {
        if !layers.isEmpty { layers[layers.count - 1] = layer }
    }
}

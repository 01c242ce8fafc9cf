import ClimateModel

/// Searching a pane as the text is typed.
extension AppState {
    mutating func openPrompt() {
        let (text, selection) =
            switch focus {
            case .rankings: (rankings.search, rankings.list.selection)
            case .projects: (projects.search, projects.list.selection)
            case .news: (news.search, news.list.selection)
            }
        push(
            .prompt(
                Prompt(
                    pane: focus, input: TextInput(), original: text, originalSelection: selection)))
    }

    mutating func changed(_ prompt: inout Prompt) -> [Effect] {
        replaceTop(.prompt(prompt))
        return search(prompt.input.text, in: prompt.pane, from: prompt.originalSelection)
    }

    /// Searches for what was searched before, and goes back to where the list stood.
    mutating func undoSearch(_ prompt: Prompt) -> [Effect] {
        let row = prompt.originalSelection
        switch prompt.pane {
        case .rankings:
            rankings.search = prompt.original
            rankings.list.select(row)
            return []
        case .projects where projects.search == prompt.original: return []
        case .projects:
            projects.search = prompt.original
            let effects = restartProjects()
            projects.list = ListState(count: row + 1, selection: row)
            return effects
        case .news where news.search == prompt.original: return []
        case .news:
            news.search = prompt.original
            let effects = restartNews()
            news.list = ListState(count: row + 1, selection: row)
            return effects
        }
    }

    /// Shows what `text` finds in `pane`. In the rankings the selection goes to the first match at or after `row`; the other
    /// lists narrow.
    mutating func search(_ text: String, in pane: Pane, from row: Int) -> [Effect] {
        switch pane {
        case .rankings:
            rankings.search = text
            rankings.list.select(row)
            if !text.isEmpty { findInRankings(from: row - 1, step: 1) }
            return []
        case .projects:
            projects.search = text
            return restartProjects()
        case .news:
            news.search = text
            return restartNews()
        }
    }
}

import ClimateModel

/// Searching a pane as the text is typed.
extension AppState {
    mutating func openPrompt(_ subject: Prompt.Subject) {
        let (text, selection) =
            switch subject {
            case .pane(.rankings): (rankings.search, rankings.list.selection)
            case .pane(.projects): (projects.search, projects.list.selection)
            case .pane(.news): (news.search, news.list.selection)
            case .sources:
                (layers.last?.sources?.search ?? "", layers.last?.sources?.list.selection ?? 0)
            case .address: ("", 0)
            }
        let limit = subject == .address ? TextInput.addressLimit : TextInput.limit
        push(
            .prompt(
                Prompt(
                    subject: subject, input: TextInput(limit: limit), original: text,
                    originalSelection: selection)))
    }

    mutating func changed(_ prompt: inout Prompt) -> [Effect] {
        replaceTop(.prompt(prompt))
        switch prompt.subject {
        case .pane(let pane):
            return search(prompt.input.text, in: pane, from: prompt.originalSelection)
        case .sources: searchSources(prompt.input.text)
        case .address: break
        }
        return []
    }

    /// Searches for what was searched before, and goes back to where the list stood.
    mutating func undoSearch(_ prompt: Prompt) -> [Effect] {
        let row = prompt.originalSelection
        switch prompt.subject {
        case .address: return []
        case .sources:
            searchSources(prompt.original)
            changeSources { $0.list.select(row) }
            return []
        case .pane(.rankings):
            rankings.search = prompt.original
            rankings.list.select(row)
            return []
        case .pane(.projects) where projects.search == prompt.original: return []
        case .pane(.projects):
            projects.search = prompt.original
            let effects = restartProjects()
            projects.list = ListState(count: row + 1, selection: row)
            return effects
        case .pane(.news) where news.search == prompt.original: return []
        case .pane(.news):
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

    private mutating func searchSources(_ text: String) {
        changeSources { view in
            view.search = text
            view.narrow()
        }
    }
}

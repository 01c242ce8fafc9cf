import ClimateModel

/// What comes of a choice.
extension AppState {
    mutating func changed(_ picker: inout Picker) -> [Effect] {
        picker.narrow()
        replaceTop(.picker(picker))
        return preview(picker)
    }

    /// Themes show while one goes through them.
    mutating func preview(_ picker: Picker) -> [Effect] {
        guard picker.purpose == .theme, case .theme(let name) = picker.selected?.value else {
            return []
        }
        return [.loadTheme(name)]
    }

    /// Esc brings back what held before.
    mutating func undo(_ picker: Picker) -> [Effect] {
        guard case .theme(let name) = picker.original, name != theme.name else { return [] }
        return [.loadTheme(name)]
    }

    mutating func pick(_ value: Picker.Value, for purpose: Picker.Purpose) -> [Effect] {
        switch value {
        case .all: return pickAll(for: purpose)
        case .municipality(let code):
            if purpose == .comparison, let chosen {
                let page = Layer.page(Page(.comparison(chosen, code)))
                if case .comparison = layers.last?.page?.subject {
                    replaceTop(page)
                } else {
                    push(page)
                }
                return []
            }
            return choose(code)
        case .indicator(let id):
            rankings.indicator = id
            rankings.period = nil
            content.table = nil
            content.claims = ClaimTable()
            return readFigures(of: id)
        case .period(let period): rankings.period = period
        case .scope(let scope): rankings.scope = scope
        case .sort(let column):
            let isSame = rankings.sort.column == column
            rankings.sort = RankingsPane.Sort(
                column: column, isReversed: isSame && !rankings.sort.isReversed)
        case .projectPhase(let phase):
            projects.phase = phase
            return restartProjects()
        case .projectStatus(let status):
            projects.status = status
            return restartProjects()
        case .newsSource(let source):
            news.source = source
            return restartNews()
        case .newsKind(let kind):
            news.kind = kind
            return restartNews()
        case .theme(let name):
            return [.loadTheme(name), .setPreference(name, key: .theme)]
        case .action(let action): return perform(action)
        case .markAllRead(let query): return markAllRead(query)
        case .removeSource(let source):
            let title = content.sources[source]?.title ?? source.rawValue
            notice = Notice(text: Phrases.removing(title)(language), isProblem: false)
            return [.changeSource(.remove(source))]
        }
        rebuildRankings()
        return []
    }

    private mutating func pickAll(for purpose: Picker.Purpose) -> [Effect] {
        switch purpose {
        case .projectPhase: projects.phase = nil
        case .projectStatus: projects.status = nil
        case .newsSource: news.source = nil
        case .newsKind: news.kind = nil
        default: return []
        }
        let isAboutNews = purpose == .newsSource || purpose == .newsKind
        return isAboutNews ? restartNews() : restartProjects()
    }
}

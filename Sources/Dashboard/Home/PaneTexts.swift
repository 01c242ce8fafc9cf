import ClimateModel
import TextGrid

/// What the panes say of themselves.
extension AppState {
    func problem(of pane: Pane) -> Problem? {
        switch pane {
        case .rankings: rankings.problem
        case .projects: projects.problem
        case .news: news.problem
        }
    }

    /// As people read it: "Esc"; the action's name where it has no key.
    func keyText(_ action: Action) -> String { workingKey(action) ?? ":" + action.rawValue }

    /// As people read it; nil where the action has no key here, as letters are typed in a picker.
    func workingKey(_ action: Action) -> String? {
        environment.keyMap.keys(for: action, in: context).first.map(formats.key)
    }

    /// Why a list is empty, and what to do next.
    func emptyText(of pane: Pane) -> [String] {
        let widen = Phrases.widen(keyText(.back))(language)
        switch pane {
        case .rankings:
            if content.indicators.isEmpty {
                return [Phrases.noRankings(language), Phrases.importRankings(language)]
            }
            return [Phrases.noneInScope(language), widen]
        case .projects:
            let isNarrowed = filter != nil || projects.isFiltered || !projects.search.isEmpty
            return [
                Phrases.noProjects(language),
                isNarrowed ? widen : Phrases.importProjects(language),
            ]
        case .news:
            if news.unreadOnly, news.search.isEmpty { return [Phrases.allRead(language), widen] }
            return [
                Phrases.noNews(language),
                filter != nil || news.isNarrowed ? widen : Phrases.importNews(language),
            ]
        }
    }

    func scopeTitle(_ scope: Scope) -> String? {
        switch scope {
        case .country: nil
        case .county(let code): content.gazetteer.counties.first { $0.code == code }?.name
        case .group(let code):
            content.gazetteer.groups.first { $0.code == code }?.name.text(in: language)
        case .peers(let code):
            content.gazetteer[code].map { Phrases.peers(of: $0.name)(language) }
        case .followed: Phrases.followedOnes(language)
        }
    }
}

extension Painter {
    func keyText(_ action: Action) -> String { state.keyText(action) }

    /// The pane's title with what it is about, in `width` columns. Where room is short the ranking's name goes first, as
    /// the strip above tells it; what the list is narrowed to stays.
    func paneHeading(_ pane: AppState.Pane, width: Int) -> String {
        heading([pane.title(language)], pane, width: width)
    }

    /// What a pane's list is narrowed to, in `width` columns; for the rankings which list, which year and where.
    func paneSubject(_ pane: AppState.Pane, width: Int) -> String {
        heading([], pane, width: width)
    }

    private func heading(_ start: [String], _ pane: AppState.Pane, width: Int) -> String {
        func text(isShort: Bool) -> String {
            let parts = start + paneSubjects(pane, isShort: isShort)
            return glyphs.text(parts.joined(separator: " \(glyphs.separator) "))
        }
        let full = text(isShort: false)
        guard DisplayWidth.of(full) > width else { return full }
        return TextLayout.truncate(text(isShort: true), to: width, ellipsis: glyphs.ellipsis)
    }

    private func paneSubjects(_ pane: AppState.Pane, isShort: Bool) -> [String] {
        let parts: [String?] =
            switch pane {
            case .rankings:
                [
                    [
                        isShort ? nil : state.content.table?.indicator.title.text(in: language),
                        state.rankings.period.map(\.description),
                    ].compactMap(\.self).joined(separator: " "),
                    state.scopeTitle(state.rankings.scope), searchText(state.rankings.search),
                ]
            case .projects:
                [
                    state.projects.source.flatMap { state.content.sources[$0]?.title },
                    state.projects.phase?.title(language), state.projects.status?.title(language),
                    searchText(state.projects.search),
                ]
            case .news:
                [
                    state.news.source.flatMap { state.content.sources[$0]?.title },
                    state.news.kind?.title(language),
                    state.news.unreadOnly ? Phrases.onlyUnread(language) : nil,
                    state.news.starredOnly ? Phrases.onlyStarred(language) : nil,
                    state.news.order == .unreadFirst ? Phrases.unreadFirst(language) : nil,
                    searchText(state.news.search),
                ]
            }
        return parts.compactMap(\.self).filter { !$0.isEmpty }
    }

    private func searchText(_ text: String) -> String? {
        text.isEmpty ? nil : Phrases.searching(text)(language)
    }

    /// How much there is: "39 av 290 kända", "3 projekt", "14 olästa".
    func paneStatus(_ pane: AppState.Pane) -> String {
        switch pane {
        case .rankings:
            if state.content.table == nil { return "" }
            let (known, all) = (state.rankings.known, state.rankings.rows.count)
            let claimed = state.rankings.claimed
            guard claimed > 0, state.homeLayout.mode != .wide else {
                return Phrases.known(known, of: all, formats, claimed: claimed)
            }
            // What the sign stands for is told where there is room, and below the selected row.
            return Phrases.known(known, of: all, formats)
                + " + \(formats.whole(claimed))\(glyphs.claimed)"
        case .projects: return Phrases.projects(state.projects.counts.total, formats)
        case .news:
            let count = state.news.count
            return count.unread > 0 && state.news.search.isEmpty
                ? Phrases.unread(count.unread, formats)
                : Phrases.newsItems(count, formats)
        }
    }
}

import ClimateModel

/// Actions that are about the municipality of the selected row, whichever pane it is in.
extension AppState {
    /// The municipality that the page is about, or the selected row where there is no page.
    var selectedMunicipality: MunicipalityCode? {
        if let page = layers.last?.page { return page.subject.municipality }
        return switch focus {
        case .rankings: rankings.selected?.municipality.code
        case .projects: projects.selected?.municipality
        case .news: news.selected?.municipalities.first
        }
    }

    mutating func performOnMunicipality(_ action: Action) -> [Effect]? {
        switch action {
        case .chooseMunicipality: openMunicipalityPicker(.municipality)
        case .makeMine:
            guard let code = selectedMunicipality else { return noMunicipality() }
            return choose(code)
        case .municipalityPage:
            guard let code = selectedMunicipality else { return noMunicipality() }
            return openMunicipality(code)
        case .filterByMunicipality:
            if filter != nil { return setFilter(nil) }
            guard let code = selectedMunicipality else { return noMunicipality() }
            return setFilter(code)
        case .follow:
            guard let code = selectedMunicipality else { return noMunicipality() }
            return toggleFollowed(code)
        case .compare: openComparison()
        case .provenance: openProvenance()
        default: return nil
        }
        return []
    }

    mutating func noMunicipality() -> [Effect] {
        notice = Notice(text: Phrases.noMunicipalityHere(language), isProblem: false)
        return []
    }

    /// From now on `code` is the municipality whose standing is shown.
    mutating func choose(_ code: MunicipalityCode) -> [Effect] {
        guard let municipality = content.gazetteer[code] else { return [] }
        chosen = code
        content.profile = nil
        let isPlaced =
            content.table?.latestPeriod(of: code) != nil || newerClaim(of: code) != nil
        if isPlaced, let period = openingPeriod(for: code) { rankings.period = period }
        rebuildRankings()
        select(code)
        notice = Notice(text: Phrases.nowMine(municipality.name)(language), isProblem: false)
        return [
            .read(.profile(code, today: today)),
            .setPreference(code.rawValue, key: .municipality),
        ]
    }

    /// Selects the municipality's row in the rankings, if it is there.
    mutating func select(_ code: MunicipalityCode) {
        if let row = rankings.rows.firstIndex(where: { $0.municipality.code == code }) {
            rankings.list.select(row)
        }
    }

    /// All three panes about one municipality (the rankings about it and its peers), or about all again.
    mutating func setFilter(_ code: MunicipalityCode?) -> [Effect] {
        filter = code
        rankings.scope = code.map { .peers($0) } ?? .country
        rebuildRankings()
        if let code { select(code) }
        return restartProjects() + restartNews()
    }

    private mutating func toggleFollowed(_ code: MunicipalityCode) -> [Effect] {
        let name = content.gazetteer[code]?.name ?? code.rawValue
        if followed.remove(code) != nil {
            notice = Notice(text: Phrases.unfollowed(name)(language), isProblem: false)
        } else {
            followed.insert(code)
            notice = Notice(text: Phrases.followed(name)(language), isProblem: false)
        }
        if rankings.scope == .followed { rebuildRankings() }
        let codes = followed.sorted().map(\.rawValue).joined(separator: " ")
        return [.setPreference(codes, key: .followed)]
    }

    mutating func openMunicipality(_ code: MunicipalityCode) -> [Effect] {
        push(.page(Page(.municipality(code, nil))))
        return [.read(.profile(code, today: today))]
    }

    mutating func openProject(_ project: Project) -> [Effect] {
        push(.page(Page(.project(project))))
        return [.read(.agenda(project.id))]
    }

    /// The chosen municipality beside the selected one; asks which where they are the same.
    private mutating func openComparison() {
        guard let chosen else {
            openMunicipalityPicker(.municipality)
            return
        }
        if case .comparison = layers.last?.page?.subject {
            openMunicipalityPicker(.comparison)
        } else if let other = selectedMunicipality, other != chosen {
            push(.page(Page(.comparison(chosen, other))))
        } else {
            openMunicipalityPicker(.comparison)
        }
    }

    private mutating func openProvenance() {
        let subject: Page.ProvenanceSubject? =
            switch focus {
            case .rankings: rankings.selected.map { .ranking($0.municipality.code) }
            case .projects: projects.selected.map { .project($0.title, $0.provenance) }
            case .news: news.selected.map { newsProvenance(of: $0) }
            }
        if let subject { push(.page(Page(.provenance(subject)))) }
    }

    /// The item's own provenance where it is held in full, else what its line in the list tells.
    private func newsProvenance(of item: NewsSummary) -> Page.ProvenanceSubject {
        if let preview = news.preview, preview.id == item.id {
            return .newsItem(preview.title, preview.provenance, also: preview.alsoFrom)
        }
        return .newsItem(
            item.title, Provenance(source: item.source, publisher: item.publisher), also: [])
    }
}

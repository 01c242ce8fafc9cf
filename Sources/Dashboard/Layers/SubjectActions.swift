import ClimateModel

/// Actions on what a page is about.
extension AppState {
    /// - Returns: nil where the action is not about the page's subject.
    mutating func performOnSubject(_ action: Action, _ page: Page) -> [Effect]? {
        switch action {
        case .nextItem: return step(page, by: 1)
        case .previousItem: return step(page, by: -1)
        case .openLink: return address(of: page).map { openAddress($0) } ?? nothingHere(action)
        case .copyLink: return address(of: page).map { copy($0) } ?? nothingHere(action)
        case .provenance: return openProvenance(of: page)
        case .chooseIndicator:
            openIndicatorPicker()
            return []
        case .star, .toggleRead: return markSubject(action, page)
        case .municipalityPage:
            if case .municipality = page.subject { return nothingHere(action) }
            return nil
        case .filterByMunicipality:
            guard let code = page.subject.municipality else { return noMunicipality() }
            layers.removeAll()
            return flushMarks() + setFilter(code)
        case .help, .palette, .theme, .language, .quit, .redraw, .suspend, .chooseMunicipality,
            .makeMine, .follow, .compare, .sync, .syncAll, .stopSync, .showSources:
            return nil
        default: return nothingHere(action)
        }
    }

    /// Says that a key is known, but not for this.
    mutating func nothingHere(_ action: Action) -> [Effect] {
        let title = action.definition.title(language)
        notice = Notice(text: Phrases.nothingHere(title)(language), isProblem: false)
        return []
    }

    private mutating func markSubject(_ action: Action, _ page: Page) -> [Effect] {
        guard case .newsItem(let id, _) = page.subject, let item = summary(of: id) else {
            return nothingHere(action)
        }
        return action == .star ? star(item) : mark(item, isRead: item.isUnread)
    }

    /// The selected link, else the one that the subject is known by.
    private func address(of page: Page) -> String? {
        if let target = page.target, page.content.targets.indices.contains(target),
            case .link(let address) = page.content.targets[target]
        {
            return address
        }
        switch page.subject {
        case .newsItem(_, let item): return item?.link
        case .project(let project): return project.links.first?.address
        case .municipality, .comparison, .help, .provenance, .source, .sourceTest: return nil
        }
    }

    private mutating func openProvenance(of page: Page) -> [Effect] {
        let subject: Page.ProvenanceSubject? =
            switch page.subject {
            case .newsItem(_, let item):
                item.map { .newsItem($0.title, $0.provenance, also: $0.alsoFrom) }
            case .project(let project): .project(project.title, project.provenance)
            case .municipality(let code, _), .comparison(_, let code): .ranking(code)
            case .help, .provenance, .source, .sourceTest: nil
            }
        guard let subject else { return nothingHere(.provenance) }
        push(.page(Page(.provenance(subject))))
        return []
    }
}

extension Page.Subject {
    /// Which municipality it is about, the first one where there are several.
    var municipality: MunicipalityCode? {
        switch self {
        case .municipality(let code, _), .comparison(_, let code): code
        case .project(let project): project.municipality
        case .newsItem(_, let item): item?.municipalities.first
        case .help, .provenance, .source, .sourceTest: nil
        }
    }

    /// What a municipality's page lists.
    var profile: Profile? {
        if case .municipality(_, let profile) = self { profile } else { nil }
    }
}

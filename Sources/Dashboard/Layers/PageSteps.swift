import ClimateModel

/// Going on from a page to the next one of the list that it was opened from.
extension AppState {
    mutating func step(_ page: Page, by step: Int) -> [Effect] {
        switch page.subject {
        case .newsItem: return stepReader(by: step)
        case .municipality: return stepMunicipality(by: step)
        case .project: return stepProject(by: step)
        case .comparison, .help, .provenance: return []
        }
    }

    private mutating func stepMunicipality(by step: Int) -> [Effect] {
        let before = rankings.list.selection
        rankings.list.move(by: step)
        guard rankings.list.selection != before, let row = rankings.selected else {
            notice = Notice(text: Phrases.noMoreItems(language), isProblem: false)
            return []
        }
        let code = row.municipality.code
        replaceTop(.page(Page(.municipality(code, nil))))
        return [.read(.profile(code, today: today))]
    }

    private mutating func stepProject(by step: Int) -> [Effect] {
        let before = projects.list.selection
        projects.list.move(by: step)
        skipProjectHeading(towards: step)
        guard projects.list.selection != before, let project = projects.selected else {
            notice = Notice(text: Phrases.noMoreItems(language), isProblem: false)
            return []
        }
        replaceTop(.page(Page(.project(project))))
        return []
    }

    /// What would do nothing where one stands, and so isn't worth a hint.
    var pointlessActions: Set<Action> {
        guard let page = layers.last?.page else { return [] }
        var pointless: Set<Action> = []
        switch page.subject {
        case .newsItem(_, let item):
            if item?.municipalities.isEmpty ?? true { pointless.insert(.municipalityPage) }
            if item?.link == nil { pointless.formUnion([.openLink, .copyLink]) }
            pointless.insert(.compare)
        case .municipality(let code, _):
            pointless.insert(.municipalityPage)
            if code == chosen { pointless.insert(.compare) }
        case .project: pointless.insert(.compare)
        case .comparison, .help, .provenance:
            pointless = [.municipalityPage, .compare, .nextItem, .previousItem]
        }
        if page.content.targets.isEmpty { pointless.insert(.nextTarget) }
        if layers.count > 1 { pointless.formUnion([.nextItem, .previousItem]) }
        return pointless
    }
}

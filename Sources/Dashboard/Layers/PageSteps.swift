import ClimateModel

/// Going on from a page to the next one of the list that it was opened from.
extension AppState {
    mutating func step(_ page: Page, by step: Int) -> [Effect] {
        switch page.subject {
        case .newsItem(let id, _): return stepReader(from: id, by: step)
        case .municipality(let code, _):
            guard let next = neighbour(of: code, by: step) else { return noMoreItems() }
            replaceTop(.page(Page(.municipality(next, nil))))
            return [.read(.profile(next, today: today))]
        case .comparison(let first, let second):
            guard let next = neighbour(of: second, by: step, except: first) else {
                return noMoreItems()
            }
            replaceTop(.page(Page(.comparison(first, next))))
            return []
        case .project(let project): return stepProject(from: project, by: step)
        case .help, .provenance, .source, .sourceTest:
            return nothingHere(step > 0 ? .nextItem : .previousItem)
        }
    }

    private mutating func noMoreItems() -> [Effect] {
        notice = Notice(text: Phrases.noMoreItems(language), isProblem: false)
        return []
    }

    /// What a municipality's page below the top one lists.
    private var profileBelow: Profile? { layers.dropLast().last?.page?.subject.profile }

    /// The municipality beside `code` in the rankings, which becomes the selected one.
    private mutating func neighbour(
        of code: MunicipalityCode, by step: Int, except passed: MunicipalityCode? = nil
    ) -> MunicipalityCode? {
        guard let row = rankings.rows.firstIndex(where: { $0.municipality.code == code }) else {
            return nil
        }
        var next = row + step
        if rankings.rows.indices.contains(next), rankings.rows[next].municipality.code == passed {
            next += step
        }
        guard rankings.rows.indices.contains(next) else { return nil }
        rankings.list.select(next)
        return rankings.rows[next].municipality.code
    }

    private mutating func stepReader(from id: NewsItem.ID, by step: Int) -> [Effect] {
        if let items = profileBelow?.news, let index = items.firstIndex(where: { $0.id == id }) {
            guard items.indices.contains(index + step) else { return noMoreItems() }
            return turnReader(to: items[index + step].id)
        }
        let before = news.list.selection
        news.list.move(by: step)
        guard news.list.selection != before, let item = news.selected else {
            news.list.select(before)
            return noMoreItems()
        }
        return turnReader(to: item.id)
    }

    private mutating func stepProject(from project: Project, by step: Int) -> [Effect] {
        if let projects = profileBelow?.projects,
            let index = projects.firstIndex(where: { $0.id == project.id })
        {
            guard projects.indices.contains(index + step) else { return noMoreItems() }
            replaceTop(.page(Page(.project(projects[index + step]))))
            return [.read(.agenda(projects[index + step].id))]
        }
        let before = projects.list.selection
        projects.list.move(by: step)
        skipProjectHeading(towards: step)
        guard projects.list.selection != before, let next = projects.selected else {
            projects.list.select(before)
            return noMoreItems()
        }
        replaceTop(.page(Page(.project(next))))
        return [.read(.agenda(next.id))]
    }

    /// What would do nothing where one stands, and so isn't worth a hint.
    var pointlessActions: Set<Action> {
        if let view = layers.last?.sources {
            guard let selected = view.selected else {
                return [.open, .sync, .testSource, .pauseSource]
            }
            return selected.subscription == nil ? [.sync, .testSource, .pauseSource] : []
        }
        guard let page = layers.last?.page else { return [] }
        var pointless: Set<Action> = []
        switch page.subject {
        case .newsItem(_, let item):
            if item?.municipalities.isEmpty ?? true { pointless.insert(.municipalityPage) }
            if item?.link == nil { pointless.formUnion([.openLink, .copyLink]) }
            pointless.insert(.compare)
        case .municipality: pointless.insert(.municipalityPage)
        case .project: pointless.insert(.compare)
        case .comparison: pointless.insert(.municipalityPage)
        case .help, .provenance, .source, .sourceTest:
            pointless = [.municipalityPage, .compare, .nextItem, .previousItem]
        }
        if page.content.targets.isEmpty { pointless.insert(.nextTarget) }
        return pointless
    }
}

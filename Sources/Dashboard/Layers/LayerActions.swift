import ClimateModel

/// Actions of the layer that has the keys.
extension AppState {
    /// - Returns: nil where the layer knows nothing of the action and what is below may.
    mutating func performInLayer(_ action: Action) -> [Effect]? {
        switch layers.last {
        case .prompt(let prompt): performInPrompt(action, prompt)
        case .picker(let picker): performInPicker(action, picker)
        case .page(let page): performInPage(action, page)
        case nil: nil
        }
    }

    private mutating func performInPrompt(_ action: Action, _ prompt: Prompt) -> [Effect]? {
        switch action {
        case .open:
            layers.removeLast()
            return []
        case .back:
            layers.removeLast()
            return search(prompt.original, in: prompt.pane, from: prompt.originalSelection)
        case .quit, .redraw, .suspend: return nil
        default: return []
        }
    }

    private mutating func performInPicker(_ action: Action, _ picker: Picker) -> [Effect]? {
        var picker = picker
        if Self.move(&picker.list, action, height: pickerLayout(of: picker).list.height) {
            replaceTop(.picker(picker))
            return preview(picker)
        }
        switch action {
        case .open:
            guard let item = picker.selected else { return [] }
            if let reason = item.disabledReason {
                notice = Notice(text: reason, isProblem: false)
                return []
            }
            layers.removeLast()
            return pick(item.value, for: picker.purpose)
        case .back:
            layers.removeLast()
            return undo(picker)
        case .quit, .redraw, .suspend: return nil
        default: return []
        }
    }

    private mutating func performInPage(_ action: Action, _ page: Page) -> [Effect]? {
        var page = page
        if scroll(&page, action) {
            replaceTop(.page(page))
            return []
        }
        switch action {
        case .back, .left:
            layers.removeLast()
            return isReading ? [] : flushMarks()
        case .open:
            guard let target = page.target, page.content.targets.indices.contains(target) else {
                return []
            }
            return follow(page.content.targets[target])
        case .nextTarget, .nextPane: turnTarget(of: page, by: 1)
        case .previousTarget, .previousPane: turnTarget(of: page, by: -1)
        case .help:
            if case .help = page.subject { layers.removeLast() } else { return nil }
        default: return performOnSubject(action, page)
        }
        return []
    }

    /// Actions that are about what the page is about.
    private mutating func performOnSubject(_ action: Action, _ page: Page) -> [Effect]? {
        switch (page.subject, action) {
        case (_, .nextItem): return step(page, by: 1)
        case (_, .previousItem): return step(page, by: -1)
        case (.newsItem, .star): return news.selected.map { star($0) } ?? []
        case (.newsItem(_, let item), .openLink):
            return (item?.link).map { [.openLink($0)] } ?? []
        case (.newsItem(_, let item), .copyLink): return (item?.link).map { copy($0) } ?? []
        case (.newsItem(_, let item), .municipalityPage):
            return (item?.municipalities.first).map { openMunicipality($0) } ?? []
        case (.newsItem(_, let item), .provenance):
            if let item { push(.page(Page(.provenance(.newsItem(item.provenance))))) }
        case (.project(let project), .municipalityPage):
            return openMunicipality(project.municipality)
        case (.project(let project), .provenance):
            push(.page(Page(.provenance(.project(project.provenance)))))
        case (.municipality(let code, _), .provenance):
            push(.page(Page(.provenance(.ranking(code)))))
        case (.municipality(let code, _), .makeMine): return choose(code)
        case (.municipality(let code, _), .filterByMunicipality):
            layers.removeAll()
            return setFilter(code)
        case (.municipality(let code, _), .compare):
            if let chosen, chosen != code { push(.page(Page(.comparison(chosen, code)))) }
        case (_, .help), (_, .palette), (_, .theme), (_, .language), (_, .quit), (_, .redraw),
            (_, .suspend):
            return nil
        default: break
        }
        return []
    }

    private mutating func scroll(_ page: inout Page, _ action: Action) -> Bool {
        let height = pageLayout(of: page).body.height
        let last = max(0, page.content.lines.count - height)
        switch action {
        case .up: page.top -= 1
        case .down: page.top += 1
        case .pageUp: page.top -= max(1, height - 1)
        case .pageDown: page.top += max(1, height - 1)
        case .halfPageUp: page.top -= max(1, height / 2)
        case .halfPageDown: page.top += max(1, height / 2)
        case .home: page.top = 0
        case .end: page.top = last
        default: return false
        }
        page.top = min(max(0, page.top), last)
        return true
    }

    private mutating func turnTarget(of page: Page, by step: Int) {
        var page = page
        let count = page.content.targets.count
        guard count > 0 else { return }
        let start = page.target ?? (step > 0 ? -1 : count)
        let target = ((start + step) % count + count) % count
        page.target = target
        let height = pageLayout(of: page).body.height
        if let line = page.content.lines.firstIndex(where: {
            $0.spans.contains { $0.tag == target }
        }) {
            if line < page.top { page.top = line }
            if line >= page.top + height { page.top = line - height + 1 }
        }
        replaceTop(.page(page))
    }

    /// Opens what a page leads to.
    mutating func follow(_ target: PageTarget) -> [Effect] {
        switch target {
        case .link(let address): return openAddress(address)
        case .municipality(let code): return openMunicipality(code)
        case .newsItem(let id):
            push(.page(Page(.newsItem(id, nil))))
            return [.setRead(true, [id]), .read(.newsItem(id)), .read(.newsCount(newsQuery))]
        case .project(let id):
            guard case .municipality(_, let profile) = layers.last?.page?.subject,
                let project = profile?.projects.first(where: { $0.id == id })
            else { return [] }
            push(.page(Page(.project(project))))
            return []
        }
    }

    /// The link that the page numbers `number`.
    mutating func openLink(_ number: Int, of page: Page) -> [Effect] {
        let links = page.content.targets.filter { if case .link = $0 { true } else { false } }
        guard number >= 1, links.indices.contains(number - 1) else { return [] }
        return follow(links[number - 1])
    }

    /// Addresses open in the user's browser; a restricted session shows the address instead.
    mutating func openAddress(_ address: String) -> [Effect] {
        if environment.isRestricted {
            notice = Notice(text: address, isProblem: false)
            return []
        }
        return [.openLink(address)]
    }
}

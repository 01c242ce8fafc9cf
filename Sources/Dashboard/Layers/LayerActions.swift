import ClimateModel

/// Actions of the layer that has the keys.
extension AppState {
    /// - Returns: nil where the layer knows nothing of the action and what is below may.
    mutating func performInLayer(_ action: Action) -> [Effect]? {
        switch layers.last {
        case .prompt(let prompt): performInPrompt(action, prompt)
        case .picker(let picker): performInPicker(action, picker)
        case .page(let page): performInPage(action, page)
        case .sources(let view): performInSources(action, view)
        case nil: nil
        }
    }

    private mutating func performInPrompt(_ action: Action, _ prompt: Prompt) -> [Effect]? {
        var prompt = prompt
        if prompt.input.move(action) {
            replaceTop(.prompt(prompt))
            return []
        }
        switch action {
        case .open:
            layers.removeLast()
            return prompt.subject == .address ? addSource(prompt.input.text) : []
        case .back:
            layers.removeLast()
            return undoSearch(prompt)
        case .quit, .redraw, .suspend, .help: return nil
        default: return nothingHere(action)
        }
    }

    private mutating func performInPicker(_ action: Action, _ picker: Picker) -> [Effect]? {
        var picker = picker
        if picker.input.move(action) {
            replaceTop(.picker(picker))
            return []
        }
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
        case .quit, .redraw, .suspend, .help: return nil
        default: return nothingHere(action)
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
            if case .sourceTest(let test) = page.subject {
                return test.result == nil ? [.stopTest] : []
            }
            return isReading ? [] : flushMarks()
        case .open, .right:
            if page.target == nil { turnTarget(of: page, by: 1) }
            guard let target = page.target, page.content.targets.indices.contains(target) else {
                return page.content.targets.isEmpty ? nothingHere(action) : []
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
        case .newsItem(let id): return openReader(id)
        case .project(let id):
            guard case .municipality(_, let profile) = layers.last?.page?.subject,
                let project = profile?.projects.first(where: { $0.id == id })
            else { return [] }
            return openProject(project)
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

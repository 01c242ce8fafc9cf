import TextGrid

/// The mouse: a click selects, a click on the selection opens, the wheel scrolls what is under it.
extension AppState {
    /// How many rows a turn of the wheel scrolls.
    private static let wheelRows = 3

    mutating func point(_ event: MouseEvent) -> [Effect] {
        switch layers.last {
        case .picker(let picker): return point(event, at: picker)
        case .page(let page): return point(event, at: page)
        case .sources(let view): return point(event, at: view)
        case .prompt(let prompt):
            // What was found stays, as after Enter.
            guard case .press = event.action else {
                if case .pane = prompt.subject { return pointAtPanes(event) }
                return []
            }
            layers.removeLast()
            return prompt.subject == .address ? [] : point(event)
        case nil: return pointAtPanes(event)
        }
    }

    private mutating func pointAtPanes(_ event: MouseEvent) -> [Effect] {
        let layout = homeLayout
        let (x, y) = (event.position.x, event.position.y)
        if case .press(.left) = event.action {
            if let pane = tab(atX: x, y: y, of: layout) { focus = pane }
            if layout.preview.contains(x: x, y: y), let item = news.selected {
                return openReader(item.id)
            }
        }
        guard let (pane, rect) = layout.panes.first(where: { $0.value.contains(x: x, y: y) }) else {
            return []
        }
        let height = layout.rows(of: pane)
        switch event.action {
        case .wheelUp: scroll(pane, by: -Self.wheelRows, height: height)
        case .wheelDown: scroll(pane, by: Self.wheelRows, height: height)
        case .press(.left):
            let wasFocused = focus == pane
            focus = pane
            let line = y - rect.y - layout.headingLines(of: pane)
            guard line >= 0 else { return pointAtHeading(x, y, of: pane, in: rect) }
            guard let row = row(atLine: line, of: pane) else { return [] }
            if wasFocused, row == list(of: pane).selection { return perform(.open) }
            select(row, in: pane)
        case .press: break
        }
        return []
    }

    /// A column's heading sorts by it, and once more the other way round.
    private mutating func pointAtHeading(_ x: Int, _ y: Int, of pane: Pane, in rect: Rect)
        -> [Effect]
    {
        let isLast = y == rect.y + homeLayout.headingLines(of: pane) - 1
        guard pane == .rankings, isLast, let column = Painter(self).sortColumn(atX: x, in: rect)
        else { return [] }
        return pick(.sort(column), for: .sort)
    }

    func list(of pane: Pane) -> ListState {
        switch pane {
        case .rankings: rankings.list
        case .projects: projects.list
        case .news: news.list
        }
    }

    private mutating func select(_ row: Int, in pane: Pane) {
        switch pane {
        case .rankings: rankings.list.select(row)
        case .news: news.list.select(row)
        case .projects:
            projects.list.select(row)
            skipProjectHeading(towards: 1)
        }
    }

    private mutating func scroll(_ pane: Pane, by rows: Int, height: Int) {
        switch pane {
        case .rankings: rankings.list.scroll(by: rows, height: height)
        case .news: news.list.scroll(by: rows, height: height)
        case .projects:
            projects.list.scroll(by: rows.signum(), height: height / ProjectsPane.rowHeight)
            skipProjectHeading(towards: rows)
        }
    }

    /// The list's row on a line of the pane; nil below the last.
    private func row(atLine line: Int, of pane: Pane) -> Int? {
        let list = list(of: pane)
        guard pane == .projects else {
            let rows = homeLayout.rows(of: .rankings)
            if pane == .rankings, line >= rows - claimLines(rows: rows) { return nil }
            let row = list.top + line
            return row < list.count ? row : nil
        }
        var top = 0
        for row in list.top..<max(list.top, list.count) {
            top += projects.height(ofRow: row)
            if line < top { return row }
        }
        return nil
    }

    private mutating func point(_ event: MouseEvent, at picker: Picker) -> [Effect] {
        var picker = picker
        let rect = pickerLayout(of: picker).list
        switch event.action {
        case .wheelUp: picker.list.move(by: -1)
        case .wheelDown: picker.list.move(by: 1)
        case .press(.left):
            guard rect.contains(x: event.position.x, y: event.position.y) else {
                return perform(.back)
            }
            let row = picker.list.top + event.position.y - rect.y
            guard row < picker.list.count else { return [] }
            let isSelected = row == picker.list.selection
            picker.list.select(row)
            replaceTop(.picker(picker))
            return isSelected ? perform(.open) : preview(picker)
        case .press: return []
        }
        replaceTop(.picker(picker))
        return preview(picker)
    }

    private mutating func point(_ event: MouseEvent, at page: Page) -> [Effect] {
        switch event.action {
        case .wheelUp: return repeated(.up)
        case .wheelDown: return repeated(.down)
        case .press(.left):
            let layout = pageLayout(of: page)
            let body = layout.body
            guard layout.box.contains(x: event.position.x, y: event.position.y) else {
                return perform(.back)
            }
            let line = page.top + event.position.y - body.y
            guard body.contains(x: event.position.x, y: event.position.y),
                page.content.lines.indices.contains(line),
                let target = page.content.lines[line].tag(atColumn: event.position.x - body.x),
                page.content.targets.indices.contains(target)
            else { return [] }
            return follow(page.content.targets[target])
        case .press: return []
        }
    }

    private mutating func point(_ event: MouseEvent, at view: SourceList) -> [Effect] {
        var view = view
        let rect = sourcesLayout.list
        switch event.action {
        case .wheelUp: view.list.scroll(by: -Self.wheelRows, height: rect.height)
        case .wheelDown: view.list.scroll(by: Self.wheelRows, height: rect.height)
        case .press(.left):
            let row = view.list.top + event.position.y - rect.y
            guard rect.contains(x: event.position.x, y: event.position.y), row < view.list.count
            else { return [] }
            if row == view.list.selection { return perform(.open) }
            view.list.select(row)
        case .press: return []
        }
        replaceTop(.sources(view))
        return []
    }

    private mutating func repeated(_ action: Action) -> [Effect] {
        (0..<Self.wheelRows).flatMap { _ in perform(action) }
    }
}

extension StyledLine {
    /// The tag of the span that covers `column`, counted from the line's start.
    func tag(atColumn column: Int) -> Int? {
        var start = 0
        for span in spans {
            let end = start + DisplayWidth.of(span.text)
            if (start..<end).contains(column) { return span.tag }
            start = end
        }
        return nil
    }
}

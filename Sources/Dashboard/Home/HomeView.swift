import ClimateModel
import TextGrid

extension Painter {
    /// The three panes, or the one there is room for.
    mutating func drawHome(_ layout: HomeLayout) {
        drawTitle(layout)
        if !layout.strip.isEmpty { drawStrip(in: layout.strip) }
        if !layout.tabs.isEmpty { drawTabs(in: layout.tabs) }
        if layout.mode == .wide, !state.isZoomed { drawDivider(layout) }
        for pane in AppState.Pane.allCases {
            guard let rect = layout.panes[pane], !rect.isEmpty else { continue }
            drawPane(pane, in: rect, layout)
        }
        if !layout.preview.isEmpty, !state.news.list.isEmpty { drawPreview(in: layout.preview) }
        if !layout.hints.isEmpty { drawHints(in: layout.hints) }
    }

    private mutating func drawTitle(_ layout: HomeLayout) {
        let rect = layout.title
        frame.fill(rect, with: state.theme.fill(.bar))
        var x = rect.x + 1
        // In a small window the municipality and its rank matter more than the program's name.
        if layout.mode != .list {
            x = write("Utkik", x: x, y: rect.y, style(.barTitle, on: .bar)) + 3
        }
        let isList = layout.mode == .list
        let clockX = write(
            isList ? state.listName(width: rect.width) : state.clockText(width: rect.width),
            endingAt: rect.maxX - 1, y: rect.y, width: max(0, rect.maxX - x - 1),
            style(isList ? .barTabFocus : .bar, on: .bar))
        let names = state.titleTabs(layout)
        for tab in names {
            let isFocused = tab.pane == state.focus
            write(
                tab.text, x: tab.x, y: rect.y, style(isFocused ? .barTabFocus : .barTab, on: .bar))
        }
        let limit = (names.first?.x ?? clockX) - 2
        guard let chosen = state.chosen.flatMap({ state.content.gazetteer[$0] }) else {
            guard layout.strip.isEmpty else { return }
            let invitation = Phrases.chooseYours(keyText(.chooseMunicipality))(language)
            write(invitation, x: x, y: rect.y, width: max(0, limit - x), style(.bar, on: .bar))
            return
        }
        let name = TextLayout.truncate(
            glyphs.text(chosen.name), to: max(0, limit - x), ellipsis: glyphs.ellipsis)
        x = write(name, x: x, y: rect.y, style(.accent, on: .bar))
        guard layout.mode == .wide else {
            let gap = layout.mode == .list ? 1 : 3
            let room = limit - x - gap
            write(
                shortStanding(of: chosen.code, width: room), x: x + gap, y: rect.y, width: room)
            return
        }
        guard let filter = state.filter.flatMap({ state.content.gazetteer[$0] }) else { return }
        let text = TextLayout.truncate(
            glyphs.text(Phrases.filteredBy(filter.name)(language)), to: max(0, limit - x - 4),
            ellipsis: glyphs.ellipsis)
        write(text, x: x + 3, y: rect.y, style(.listFilter, on: .bar))
    }

    /// The three panes' names with their counts; the focused one stands out.
    private mutating func drawTabs(in rect: Rect) {
        for tab in state.tabs(in: rect) {
            let isFocused = tab.pane == state.focus
            write(tab.text, x: tab.x, y: rect.y, style(isFocused ? .barTabFocus : .barTab))
        }
        let end = state.tabs(in: rect).last.map { $0.x + DisplayWidth.of($0.text) } ?? rect.x
        let room = rect.maxX - end - 4
        let about =
            state.filter.flatMap { state.content.gazetteer[$0]?.name }
            .map { Phrases.filteredBy($0)(language) } ?? paneSubject(state.focus, width: room)
        write(about, endingAt: rect.maxX - 1, y: rect.y, width: room, style(.dim))
    }

    private mutating func drawDivider(_ layout: HomeLayout) {
        guard let rankings = layout.panes[.rankings], let projects = layout.panes[.projects] else {
            return
        }
        let line = Rect(
            x: rankings.maxX, y: rankings.y, width: 1, height: projects.maxY - rankings.y)
        frame.drawVerticalLine(in: line, style: style(.paneBorder), glyphs: glyphs)
    }

    private mutating func drawPane(_ pane: AppState.Pane, in rect: Rect, _ layout: HomeLayout) {
        var body = rect
        if layout.mode == .wide {
            let (heading, rest) = rect.split(top: 1)
            let isFocused = state.focus == pane && state.layers.isEmpty
            let status = glyphs.text(paneStatus(pane))
            // How much is known is always told, so the title is cut rather than the count left out.
            let room = heading.width - DisplayWidth.of(status) - 7
            frame.drawHairline(
                in: heading, leading: paneHeading(pane, width: max(room, 10)), trailing: status,
                style: style(isFocused ? .paneBorderFocus : .paneBorder),
                leadingStyle: style(isFocused ? .paneTitleFocus : .paneTitle),
                trailingStyle: style(.paneNote), glyphs: glyphs)
            body = rest
        }
        let isEmpty = state.list(of: pane).isEmpty
        if let problem = state.problem(of: pane) {
            drawProblem(problem, in: body)
        } else if isEmpty {
            drawEmpty(pane, in: body)
        } else {
            switch pane {
            case .rankings: drawRankings(in: body, layout)
            case .projects: drawProjects(in: body)
            case .news: drawNews(in: body)
            }
        }
    }

    /// What lies behind a row: the focused pane's selection is bright; the others keep a faint one, so that the eye
    /// finds its way back.
    func surface(isSelected: Bool, in pane: AppState.Pane) -> Surface {
        guard isSelected else { return .screen }
        return state.focus == pane ? .selectionFocus : .selection
    }

    /// The bar at the left of a selected or chosen row.
    mutating func drawMarker(in rect: Rect, on surface: Surface) {
        let role: Role = surface == .selectionFocus ? .listMarkerFocus : .listMarker
        for y in rect.y..<rect.maxY {
            write(glyphs.selectionBar, x: rect.x, y: y, style(role, on: surface))
        }
    }

    private mutating func drawProblem(_ problem: Problem, in rect: Rect) {
        let lastGood = problem.lastGood.map {
            Phrases.lastGood(
                formats.fetched(
                    $0, today: state.today, offset: state.environment.localOffset($0)))(language)
        }
        drawMessage([problem.text] + (lastGood.map { [$0] } ?? []), in: rect, .noticeProblem)
    }

    private mutating func drawEmpty(_ pane: AppState.Pane, in rect: Rect) {
        drawMessage(state.emptyText(of: pane), in: rect, .dim)
    }

    /// A few lines of text in the upper half of a pane, the first one stronger.
    private mutating func drawMessage(_ texts: [String], in rect: Rect, _ role: Role) {
        let inner = rect.inset(dx: 3, dy: 0)
        var y = rect.y + min(2, rect.height / 4)
        for (index, text) in texts.enumerated() {
            for line in TextLayout.wrap(glyphs.text(text), width: max(1, inner.width)) {
                guard y < rect.maxY else { return }
                write(line, x: inner.x, y: y, style(index == 0 && role == .dim ? .text : role))
                y += 1
            }
        }
    }
}

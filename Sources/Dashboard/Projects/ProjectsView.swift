import ClimateModel
import TextGrid

extension Painter {
    /// Projects by phase: each with its light, its time on a common scale, and what comes next.
    mutating func drawProjects(in rect: Rect) {
        let list = state.projects.list
        let span = timelineSpan
        var y = rect.y
        for index in list.top..<max(list.top, list.count) {
            guard y < rect.maxY, let row = state.projects.row(at: index) else { break }
            let height = min(state.projects.height(ofRow: index), rect.maxY - y)
            let line = Rect(x: rect.x, y: y, width: rect.width, height: height)
            switch row {
            case .heading(let phase, let count): drawPhase(phase, count, in: line)
            case .project(let number):
                if let project = state.projects.window[number] {
                    drawProject(
                        project, isSelected: index == list.selection, in: line, span: span)
                }
            }
            y += height
        }
        frame.drawScrollbar(
            in: rect.split(right: 1).right, first: list.top,
            visible: max(1, rect.height / ProjectsPane.rowHeight), total: list.count,
            thumb: style(.scrollThumb), track: style(.scrollTrack), glyphs: glyphs)
    }

    /// The years that the projects on screen cover, today included.
    private var timelineSpan: ClosedRange<CalendarDate> {
        let held = state.projects.window.rows
        let today = state.today
        let start = held.compactMap { $0.start?.earliest }.min() ?? today
        let end = held.compactMap { ($0.end ?? $0.milestones.compactMap(\.date).max())?.latest }
            .max()
        let last = max(end ?? today, today)
        return min(start, last)...last
    }

    private mutating func drawPhase(_ phase: Project.Phase, _ count: Int, in rect: Rect) {
        let x = write(
            phase.title(language), x: rect.x + 2, y: rect.y, style(.heading))
        write(formats.whole(count), x: x + 1, y: rect.y, style(.dim))
    }

    private mutating func drawProject(
        _ project: Project, isSelected: Bool, in rect: Rect, span: ClosedRange<CalendarDate>
    ) {
        let isChosen = project.municipality == state.chosen
        let surface = surface(isSelected: isSelected, in: .projects)
        if isSelected {
            frame.fill(rect, with: state.theme.fill(surface))
            drawMarker(in: rect, on: surface)
        }
        let light = statusLight(project)
        write(light.text, x: rect.x + 2, y: rect.y, style(light.role, on: surface))
        let barWidth = rect.width >= 44 ? min(40, rect.width * 34 / 100) : 0
        let textWidth = rect.width - 6 - (barWidth > 0 ? barWidth + 4 : 2)
        let role: Role = isChosen ? .rankingsChosen : .projects
        write(
            project.title.text(in: language), x: rect.x + 6, y: rect.y, width: textWidth,
            style(role, on: surface))
        if barWidth > 0 {
            let bar = Rect(x: rect.maxX - barWidth - 2, y: rect.y, width: barWidth, height: 1)
            drawTimeline(project, in: bar, span: span, surface)
        }
        guard rect.height > 1 else { return }
        let below = Rect(x: rect.x + 6, y: rect.y + 1, width: rect.width - 8, height: 1)
        drawNext(project, in: below, surface)
    }

    /// Whose it is, and what is next or when it was; how many decisions at the right.
    private mutating func drawNext(_ project: Project, in rect: Rect, _ surface: Surface) {
        let dim = style(.dim, on: surface)
        let isNarrow = rect.width < 40
        let x = write(
            isNarrow ? "" : decisionText(project), endingAt: rect.maxX, y: rect.y,
            width: rect.width / 2, dim)
        let separator = " \(glyphs.separator) "
        let name = state.content.gazetteer[project.municipality]?.name ?? ""
        let width = x < rect.maxX ? x - rect.x - 2 : rect.width
        guard let next = project.nextMilestone(after: state.today) else {
            let isDated = project.start != nil || project.end != nil
            let years = isDated ? formats.range(from: project.start, to: project.end) : ""
            let text = [name, years].filter { !$0.isEmpty }.joined(separator: separator)
            return write([Span(text, style: dim)], x: rect.x, y: rect.y, width: width)
        }
        let plain = style(.projects, on: surface)
        if isNarrow, let date = next.date {
            let text = [name, formats.date(date)].filter { !$0.isEmpty }
            return write(text.joined(separator: separator), x: rect.x, y: rect.y, width: width, dim)
        }
        let label = [name, Phrases.next(language) + " "].filter { !$0.isEmpty }
        let when = next.date.map { [Span(" " + formats.date($0), style: plain)] } ?? []
        let spans = fitted(
            [Span(label.joined(separator: separator), style: dim)],
            Span(next.title.text(in: language), style: plain), when, width: width)
        write(spans, x: rect.x, y: rect.y, width: width)
    }

    private func decisionText(_ project: Project) -> String {
        if !project.decisions.isEmpty { return Phrases.decisions(project.decisions.count, formats) }
        if !project.outcomes.isEmpty { return Phrases.outcomes(project.outcomes.count, formats) }
        return ""
    }

    func statusLight(_ project: Project) -> (text: String, role: Role) {
        project.statusLight(language, glyphs)
    }

    /// The project's time on the common scale, with today and the milestones on it.
    private mutating func drawTimeline(
        _ project: Project, in rect: Rect, span: ClosedRange<CalendarDate>, _ surface: Surface
    ) {
        guard let start = project.start?.earliest else { return }
        let parts = TimelineBar.cells(
            start: days(start), end: project.end.map { days($0.latest) },
            today: days(state.today),
            milestones: project.milestones.compactMap { milestone in
                milestone.date.map {
                    TimelineBar.Milestone(time: days($0.earliest), isDone: milestone.isDone)
                }
            }, span: days(span.lowerBound)...days(span.upperBound), width: rect.width,
            glyphs: glyphs)
        for (column, part) in parts.enumerated() {
            write(part.text, x: rect.x + column, y: rect.y, style(part.role.look, on: surface))
        }
    }

    private func days(_ date: CalendarDate) -> Double { Double(date.daysSinceEpoch) }
}

extension Project {
    /// Shape, letter and colour, so that none of them speaks alone; a tick for what is completed.
    func statusLight(_ language: Language, _ glyphs: GlyphSet) -> (text: String, role: Role) {
        switch (phase, status) {
        case (.completed, _): (glyphs.check, .statusNone)
        case (.cancelled, _): (glyphs.crossMark, .dim)
        case (_, .green): (glyphs.statusGood + Status.green.letter(language), .statusGreen)
        case (_, .amber): (glyphs.statusWarning + Status.amber.letter(language), .statusAmber)
        case (_, .red): (glyphs.statusBad + Status.red.letter(language), .statusRed)
        case (_, nil): (glyphs.statusUnknown, .dim)
        }
    }
}

extension ProjectsPane {
    /// How many lines the row takes: a heading one, a project two.
    func height(ofRow index: Int) -> Int {
        if case .heading = row(at: index) { 1 } else { Self.rowHeight }
    }
}

extension TimelineBar.Role {
    var look: Role {
        switch self {
        case .empty: .dim
        case .elapsed: .projectsBar
        case .remaining: .projectsRest
        case .today: .projectsToday
        case .milestoneDone: .statusNone
        case .milestonePlanned: .projectsMilestone
        }
    }
}

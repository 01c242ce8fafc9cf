import ClimateModel
import TextGrid

/// Where the parts of the list of sources stand.
struct SourcesLayout {
    var header: Rect
    /// The columns' names; empty in a low window.
    var headings: Rect
    var list: Rect
    /// What is known of the selected source, with the hairline above it; empty where there is no room.
    var details: Rect
    var hints: Rect
}

extension AppState {
    var sourcesLayout: SourcesLayout {
        let (header, rest) = Rect(size).split(top: 1)
        let (middle, hints) = rest.split(bottom: size.height >= 10 ? 1 : 0)
        let isTall = size.height >= 16
        let (_, below) = middle.split(top: isTall ? 1 : 0)
        let (headings, body) = below.split(top: isTall ? 1 : 0)
        let wanted = size.height >= 30 ? 9 : isTall ? 8 : size.height >= 11 ? 4 : 0
        let (list, details) = body.split(bottom: wanted)
        return SourcesLayout(
            header: header, headings: headings, list: list, details: details, hints: hints)
    }
}

extension Painter {
    private enum Column: Hashable, Sendable {
        case state, title, kind, content, last, next
    }

    mutating func drawSources(_ view: SourceList) {
        let layout = state.sourcesLayout
        frame.fill(frame.bounds, with: state.theme.fill(.screen))
        frame.cursor = nil
        drawHeader(view, in: layout.header)
        let columns = sourceColumns(width: layout.list.width - 4)
        if !view.rows.isEmpty {
            for column in columns where !layout.headings.isEmpty {
                write(
                    heading(of: column.id), x: 2 + column.x, y: layout.headings.y,
                    width: column.width, style(.listHeader), alignment: column.alignment)
            }
        }
        for (line, index) in view.list.visible(height: layout.list.height).enumerated() {
            drawRow(
                view.rows[index], marks: view.marks,
                isSelected: index == view.list.selection,
                in: Rect(x: 0, y: layout.list.y + line, width: layout.list.width, height: 1),
                columns)
        }
        drawScrollbar(of: view.list, in: layout.list)
        if view.rows.isEmpty, view.isRead { drawEmpty(view, in: layout.list) }
        if let selected = view.selected { drawDetails(of: selected, in: layout.details) }
        if !layout.hints.isEmpty { drawHints(in: layout.hints) }
    }

    private mutating func drawHeader(_ view: SourceList, in rect: Rect) {
        frame.fill(rect, with: state.theme.fill(.bar))
        let tally = view.tally
        let counts = [
            Phrases.sources(tally.all, formats),
            tally.failing > 0 ? Phrases.failing(tally.failing, formats) : nil,
        ].compactMap(\.self).joined(separator: ", ")
        let x = write(
            counts, endingAt: rect.maxX - 1, y: rect.y, width: rect.width * 2 / 3,
            style(.bar, on: .bar))
        var title = Phrases.sourceList(language)
        if !view.search.isEmpty {
            title += " \(glyphs.separator) " + Phrases.searching(view.search)(language)
        }
        write(
            title, x: rect.x + 1, y: rect.y, width: max(0, x - rect.x - 2),
            style(.accent, on: .bar))
    }

    private mutating func drawEmpty(_ view: SourceList, in rect: Rect) {
        let texts =
            view.search.isEmpty
            ? [Phrases.noSourcesYet(language), Phrases.addHint(keyText(.addSource))(language)]
            : [Phrases.nothingFound(language), Phrases.widen(keyText(.back))(language)]
        var y = rect.y + min(1, rect.height / 4)
        for (index, text) in texts.enumerated() {
            for line in TextLayout.wrap(glyphs.text(text), width: max(1, rect.width - 6)) {
                guard y < rect.maxY else { return }
                write(line, x: rect.x + 3, y: y, style(index == 0 ? .text : .dim))
                y += 1
            }
        }
    }

    // MARK: Rows

    private func sourceColumns(width: Int) -> [ColumnLayout.Placement<Column>] {
        let isNarrow = width < 60
        return ColumnLayout.solve(
            [
                .init(id: .state, minimum: isNarrow ? 1 : 12, priority: 9),
                .init(
                    id: .title, minimum: isNarrow ? 12 : 20, ideal: 22, priority: 10,
                    isFlexible: true),
                .init(id: .kind, minimum: 12, priority: 4),
                .init(
                    id: .content, minimum: isNarrow ? 5 : 14, priority: 7, alignment: .trailing),
                .init(id: .last, minimum: isNarrow ? 8 : 20, priority: 8),
                .init(id: .next, minimum: 9, priority: 5),
            ], width: max(1, width), gap: 2)
    }

    private func heading(of column: Column) -> String {
        switch column {
        case .state: Phrases.stateHeading(language)
        case .title: Phrases.sourceHeading(language)
        case .kind: Phrases.kindHeading(language)
        case .content: Phrases.contentHeading(language)
        case .last: Phrases.lastHeading(language)
        case .next: Phrases.nextHeading(language)
        }
    }

    private mutating func drawRow(
        _ overview: SourceOverview, marks: SourceMarks, isSelected: Bool, in rect: Rect,
        _ columns: [ColumnLayout.Placement<Column>]
    ) {
        let surface: Surface = isSelected ? .selectionFocus : .screen
        if isSelected {
            frame.fill(rect, with: state.theme.fill(surface))
            drawMarker(in: rect, on: surface)
        }
        for column in columns {
            let (text, role) = cell(column.id, overview, marks, width: column.width)
            write(
                text, x: rect.x + 2 + column.x, y: rect.y, width: column.width,
                style(role, on: surface), alignment: column.alignment)
        }
    }

    private func cell(
        _ column: Column, _ overview: SourceOverview, _ marks: SourceMarks, width: Int
    ) -> (String, Role) {
        let isActive = overview.subscription.map { !$0.isPaused } ?? false
        switch column {
        case .state:
            let light = light(of: overview)
            return (width < 5 ? light.glyph : "\(light.glyph) \(light.word)", light.role)
        case .title:
            return (marks.row(of: overview.source, in: width, glyphs), isActive ? .text : .dim)
        case .kind: return (overview.kindText(language), .dim)
        case .content:
            return (contentText(overview, width: width), .dim)
        case .last: return (lastText(overview, width: width), .dim)
        case .next: return (nextText(overview), .dim)
        }
    }

    /// The state as a shape with a word.
    func light(of overview: SourceOverview) -> (glyph: String, word: String, role: Role) {
        if state.sync.running?.isReading(overview) ?? false {
            return (glyphs.arrowRight, Phrases.being(language), .progress)
        }
        let condition = overview.condition
        let word = condition.title(language)
        return switch condition {
        case .failing: (glyphs.crossMark, word, .statusRed)
        case .never: (glyphs.statusUnknown, word, .dim)
        case .fresh: (glyphs.check, word, .statusGreen)
        case .unchanged: (glyphs.unchanged, word, .dim)
        case .paused: (glyphs.vertical, word, .dim)
        case .imported, .builtIn: (glyphs.bullet, word, .dim)
        }
    }

    /// How much came through it; in a narrow column the figure alone.
    private func contentText(_ overview: SourceOverview, width: Int) -> String {
        guard width < 9 else {
            return Phrases.content(of: overview, formats).first ?? formats.missing
        }
        let counts = [overview.newsCount, overview.figureCount, overview.projectCount]
        return formats.whole(counts.first { $0 > 0 })
    }

    /// How long ago; as a time of day or a date where that is too long.
    private func lastText(_ overview: SourceOverview, width: Int) -> String {
        guard let moment = overview.source.lastSuccess else { return formats.missing }
        let offset = state.environment.localOffset(moment)
        let age = formats.age(of: moment, now: state.now, offset: offset)
        if DisplayWidth.of(glyphs.text(age)) <= width { return age }
        return formats.fetched(moment, today: state.today, offset: offset)
    }

    private func nextText(_ overview: SourceOverview) -> String {
        guard let subscription = overview.subscription, !subscription.isPaused else {
            return formats.missing
        }
        guard let moment = subscription.state.nextAttempt, moment > state.now else {
            return formats.wait(until: state.now, now: state.now, offset: 0)
        }
        return formats.fetched(
            moment, today: state.today, offset: state.environment.localOffset(moment))
    }

    // MARK: The selected one

    private mutating func drawDetails(of overview: SourceOverview, in rect: Rect) {
        guard rect.height > 1 else { return }
        let (line, body) = rect.split(top: 1)
        frame.drawHairline(in: line, style: style(.paneBorder), glyphs: glyphs)
        let inner = body.inset(dx: 2, dy: 0)
        let content = SourceDetails(
            overview, isShort: rect.height < 6, context: PageContext(state), width: inner.width
        ).content
        for (row, line) in content.lines.prefix(inner.height).enumerated() {
            let isCut = row == inner.height - 1 && content.lines.count > inner.height
            let end = Span(glyphs.ellipsis, style: style(.dim))
            let shown =
                isCut
                ? StyledLine(line.truncated(to: inner.width - 1, ellipsis: "").spans + [end]) : line
            frame.write(shown, x: inner.x, y: inner.y + row, clip: inner)
        }
        guard content.lines.count > inner.height, let key = state.workingKey(.sourceDetails)
        else { return }
        let way = " " + Phrases.showsAll(key)(language) + " "
        write(way, endingAt: rect.maxX - 1, y: line.y, width: inner.width, style(.dim))
    }
}

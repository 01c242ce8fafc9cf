import ClimateModel
import TextGrid

/// Where a page's parts stand.
struct PageLayout {
    /// What the page covers.
    var box: Rect
    var header: Rect
    var body: Rect
    var footer: Rect
}

extension AppState {
    func pageLayout(of page: Page) -> PageLayout {
        let screen = Rect(size)
        if page.isFullScreen {
            let (header, rest) = screen.split(top: 1)
            let (middle, footer) = rest.split(bottom: size.height >= 10 ? 1 : 0)
            let air = size.height >= 16 ? 1 : 0
            let body = centred(middle.split(top: air).rest, measure: page.content.measure)
            return PageLayout(box: screen, header: header, body: body, footer: footer)
        }
        let margin = size.height >= 16 ? 1 : 0
        let room = max(1, size.height - margin - 1)
        let height = page.content.lines.isEmpty ? room : min(room, page.content.lines.count + 2)
        let box = Rect(
            x: max(0, (size.width - 84) / 2), y: margin, width: min(size.width, 84),
            height: height)
        let (header, rest) = box.split(top: 1)
        return PageLayout(
            box: box, header: header, body: rest.inset(dx: min(2, rest.width / 10)),
            footer: screen.split(bottom: 1).bottom)
    }

    /// As wide as the measure allows, in the middle; one cell of air at the sides where it is narrow.
    private func centred(_ rect: Rect, measure: Int?) -> Rect {
        let width = min(rect.width - 4, measure ?? rect.width)
        return Rect(
            x: rect.x + max(0, (rect.width - width) / 2), y: rect.y, width: max(1, width),
            height: rect.height)
    }

    /// Lays every page out for the window as it is.
    mutating func settleLayers() {
        for index in layers.indices {
            switch layers[index] {
            case .page(var page):
                settle(&page)
                layers[index] = .page(page)
            case .picker(var picker):
                picker.list.settle(height: pickerLayout(of: picker).list.height)
                layers[index] = .picker(picker)
            case .sources(var view):
                view.list.settle(height: sourcesLayout.list.height)
                layers[index] = .sources(view)
            case .prompt: break
            }
        }
    }

    private func settle(_ page: inout Page) {
        let fingerprint = Page.Fingerprint(
            size: size, language: language, theme: theme.name, revision: revision)
        if page.fingerprint != fingerprint {
            page.fingerprint = fingerprint
            // The measure depends on the subject alone, so the first layout gives the width of the second.
            page.content.measure = page.subject.measure
            page.content = content(of: page, width: pageLayout(of: page).body.width)
        }
        let height = pageLayout(of: page).body.height
        page.top = min(max(0, page.top), max(0, page.content.lines.count - height))
        if let target = page.target, target >= page.content.targets.count { page.target = nil }
    }

    private func content(of page: Page, width: Int) -> PageContent {
        let context = PageContext(self, surface: page.surface)
        switch page.subject {
        case .municipality(let code, let profile):
            return MunicipalityContent(code, profile: profile, context: context, width: width)?
                .content ?? PageContent()
        case .comparison(let first, let second):
            return ComparisonContent(first, second, context: context, width: width)?.content
                ?? PageContent()
        case .project(let project):
            return ProjectContent(project, context: context, width: width).content
        case .newsItem(_, let item):
            return item.map { NewsItemContent($0, context: context, width: width).content }
                ?? PageContent(
                    trail: [Pane.news.title(language)],
                    lines: [
                        StyledLine(
                            glyphs.text(Phrases.itemGone(language)), style: theme.style(.dim))
                    ])
        case .help(let place):
            return HelpPageContent(place, context: context, width: width).content
        case .provenance(let subject):
            return ProvenanceContent(subject, context: context, width: width).content
        case .source(let overview):
            return SourceDetails(overview, context: context, width: width).content
        case .sourceTest(let test):
            return SourceTestContent(test, context: context, width: width).content
        }
    }
}

extension Page.Subject {
    /// The widest that its lines may be; nil for as wide as there is room.
    var measure: Int? {
        switch self {
        case .newsItem: NewsItemContent.measure
        case .project: 90
        case .municipality, .comparison: 100
        case .help, .provenance, .source, .sourceTest: nil
        }
    }
}

extension Painter {
    mutating func drawPage(_ page: Page) {
        let layout = state.pageLayout(of: page)
        if page.isFullScreen {
            frame.fill(layout.box, with: state.theme.fill(.screen))
        } else {
            drawBox(layout.box)
        }
        frame.cursor = nil
        drawHeader(page, in: layout.header)
        let lines = page.content.lines
        for row in 0..<layout.body.height where lines.indices.contains(page.top + row) {
            drawLine(
                lines[page.top + row], target: page.target, x: layout.body.x,
                y: layout.body.y + row, clip: layout.body)
        }
        frame.drawScrollbar(
            in: Rect(
                x: layout.box.maxX - 1, y: layout.body.y, width: 1, height: layout.body.height),
            first: page.top, visible: layout.body.height, total: lines.count,
            thumb: style(.scrollThumb), track: style(.scrollTrack), glyphs: glyphs)
        if !layout.footer.isEmpty { drawHints(in: layout.footer) }
    }

    private mutating func drawHeader(_ page: Page, in rect: Rect) {
        let isFull = page.isFullScreen
        let surface: Surface = isFull ? .bar : .panel
        frame.fill(rect, with: state.theme.fill(surface))
        let position = positionText(page, width: rect.width / 3)
        let x = write(
            position, endingAt: rect.maxX - 2, y: rect.y, width: rect.width / 3,
            style(isFull ? .bar : .dim, on: surface))
        let trail = page.content.trail.joined(separator: " \(glyphs.arrowRight) ")
        write(
            trail, x: rect.x + (isFull ? 1 : 2), y: rect.y, width: x - rect.x - 3,
            style(isFull ? .accent : .heading, on: surface))
    }

    /// An item's marks, which of the list's items it is, and how far down it is read.
    private func positionText(_ page: Page, width: Int) -> String {
        var parts: [String] = []
        if case .newsItem(let id, _) = page.subject, let item = state.summary(of: id) {
            if item.isUnread { parts.append(glyphs.unread + " " + Phrases.unreadOne(language)) }
            if item.isStarred { parts.append(glyphs.star) }
        }
        if case .newsItem(let id, _) = page.subject, state.news.selected?.id == id {
            parts.append(formats.place(state.news.list.selection + 1, of: state.news.list.count))
        }
        let height = state.pageLayout(of: page).body.height
        let hidden = page.content.lines.count - height
        if hidden > 0 {
            parts.append(formats.percent(Double(page.top) / Double(hidden)))
        }
        while parts.count > 1, DisplayWidth.of(parts.joined(separator: "   ")) > width {
            parts.removeLast()
        }
        return parts.joined(separator: "   ")
    }

    private mutating func drawLine(
        _ line: StyledLine, target: Int?, x: Int, y: Int, clip: Rect
    ) {
        let spans = line.spans.map { span in
            let isSelected = span.tag != nil && span.tag == target
            return Span(
                span.text, style: isSelected ? style(.link, on: .selectionFocus) : span.style,
                tag: span.tag)
        }
        frame.write(StyledLine(spans), x: x, y: y, clip: clip)
    }
}

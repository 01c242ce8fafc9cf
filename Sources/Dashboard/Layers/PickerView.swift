import ClimateModel
import TextGrid

/// Where a picker's parts stand.
struct PickerLayout {
    /// The box with its margin.
    var box: Rect
    var title: Rect
    /// Empty for a question.
    var input: Rect
    var list: Rect
    /// One line below the list, for the count or the reason why a row can't be chosen; empty for a question and where there is
    /// no room.
    var footer: Rect
}

extension AppState {
    func pickerLayout(of picker: Picker) -> PickerLayout {
        let labels = picker.items.lazy.map { DisplayWidth.of($0.label + $0.detail) + 8 }
        let wanted = max(44, min(labels.max() ?? 0, 76))
        // Strips of the panes beside it that are too narrow to tell anything are left out.
        let width = size.width - wanted < 8 ? size.width : wanted
        let wantedHeight = picker.items.count + (picker.isQuestion ? 3 : 5)
        let height = min(wantedHeight, max(1, size.height - 2), 24)
        let isRoomy = height >= min(wantedHeight, 8)
        let box = Rect(
            x: (size.width - width) / 2, y: max(0, (size.height - height) / 3), width: width,
            height: height)
        let inner = box.inset(dx: 2)
        let (title, afterTitle) = inner.split(top: 1)
        let (input, afterInput) = afterTitle.split(top: picker.isQuestion ? 0 : 1)
        let (_, afterGap) = afterInput.split(top: isRoomy ? 1 : 0)
        let (list, below) = afterGap.split(bottom: isRoomy ? (picker.isQuestion ? 1 : 2) : 0)
        return PickerLayout(
            box: box, title: title, input: input, list: list,
            footer: below.split(top: picker.isQuestion ? 0 : 1).top)
    }
}

extension Painter {
    /// The ground of a box over the panes; with a line around it where no colour tells the two apart.
    mutating func drawBox(_ box: Rect) {
        let panel = state.theme.fill(.panel)
        let outline = box.inset(dx: -1, dy: -1)
        if panel == state.theme.fill(.screen) {
            frame.fill(outline, with: panel)
            let line = style(.paneBorder, on: .panel)
            let bar = String(repeating: glyphs.horizontal, count: max(0, box.width))
            write(glyphs.topLeft + bar + glyphs.topRight, x: outline.x, y: outline.y, line)
            write(
                glyphs.bottomLeft + bar + glyphs.bottomRight, x: outline.x, y: outline.maxY - 1,
                line)
            for y in box.y..<box.maxY {
                write(glyphs.vertical, x: outline.x, y: y, line)
                write(glyphs.vertical, x: outline.maxX - 1, y: y, line)
            }
        }
        frame.fill(box, with: panel)
    }

    mutating func drawPicker(_ picker: Picker) {
        let layout = state.pickerLayout(of: picker)
        drawBox(layout.box)
        write(
            picker.title, x: layout.title.x, y: layout.title.y, width: layout.title.width,
            style(.heading, on: .panel))
        let count = formats.place(picker.matches.count, of: picker.items.count)
        drawInput(picker.input, mark: glyphs.arrowRight, in: layout.input, on: .panel)
        for (line, index) in picker.list.visible(height: layout.list.height).enumerated() {
            drawItem(
                picker.matches[index], isSelected: index == picker.list.selection,
                x: layout.list.x - 1, y: layout.list.y + line, width: layout.list.width + 2)
        }
        let track = Rect(
            x: layout.box.maxX - 1, y: layout.list.y, width: 1, height: layout.list.height)
        frame.drawScrollbar(
            in: track, first: picker.list.top, visible: layout.list.height,
            total: picker.list.count, thumb: style(.scrollThumb, on: .panel),
            track: style(.scrollTrack, on: .panel), glyphs: glyphs)
        let footer =
            picker.matches.isEmpty
            ? Phrases.nothingMatches(language) : picker.selected?.disabledReason ?? count
        // A window without room below the list has room in the list, where nothing matches.
        let rect =
            layout.footer.isEmpty && picker.matches.isEmpty ? layout.list : layout.footer
        guard !rect.isEmpty else { return }
        write(footer, x: rect.x, y: rect.y, width: rect.width, style(.dim, on: .panel))
    }

    private mutating func drawItem(
        _ item: Picker.Item, isSelected: Bool, x: Int, y: Int, width: Int
    ) {
        let surface: Surface = isSelected ? .selectionFocus : .panel
        frame.fill(
            Rect(x: x, y: y, width: width, height: 1), with: state.theme.fill(surface))
        let base = style(.text, on: surface)
        let dim = style(.dim, on: surface)
        let end = x + width - 1 - 2 * item.colors.count
        let detailWidth = min(DisplayWidth.of(glyphs.text(item.detail)), width / 2)
        let detailX = write(item.detail, endingAt: end, y: y, width: detailWidth, dim)
        write(
            item.label, x: x + 1, y: y, width: max(0, detailX - x - 2),
            item.disabledReason == nil ? base : dim)
        for (index, color) in item.colors.enumerated() {
            frame.fill(
                Rect(x: end + 2 * index, y: y, width: 2, height: 1), with: Style(background: color))
        }
    }

    /// A line of typed text with the cursor on it, scrolled so that the cursor shows.
    mutating func drawInput(
        _ input: TextInput, mark: String, in rect: Rect, on surface: Surface
    ) {
        guard !rect.isEmpty else { return }
        let base = style(.prompt, on: surface)
        frame.fill(rect, with: state.theme.fill(surface))
        let textX =
            write(mark, x: rect.x, y: rect.y, style(.promptLabel, on: surface), clip: rect) + 1
        let room = max(1, rect.maxX - textX - 1)
        var before = glyphs.text(String(input.text.prefix(input.cursor)))
        while DisplayWidth.of(before) >= room, !before.isEmpty { before.removeFirst() }
        let after = glyphs.text(String(input.text.dropFirst(input.cursor)))
        let cursorX = write(before, x: textX, y: rect.y, base, clip: rect)
        write(after, x: cursorX, y: rect.y, base, clip: rect)
        frame.cursor = Frame.Position(x: min(cursorX, rect.maxX - 1), y: rect.y)
    }

    /// The search line takes the place of the hints.
    mutating func drawPrompt(_ prompt: Prompt, _ layout: HomeLayout) {
        let screen = frame.bounds
        let rect = layout.hints.isEmpty ? screen.split(bottom: 1).bottom : layout.hints
        frame.fill(rect, with: state.theme.fill(.bar))
        let found = promptStatus(prompt)
        let (line, status) = rect.split(right: min(DisplayWidth.of(found) + 2, rect.width / 3))
        drawInput(prompt.input, mark: promptMark(prompt), in: line.inset(dx: 1), on: .bar)
        write(
            found, endingAt: status.maxX - 1, y: rect.y, width: max(0, status.width - 1),
            style(.hintStatus, on: .bar))
    }

    private func promptStatus(_ prompt: Prompt) -> String {
        switch prompt.subject {
        case .pane(.rankings): state.notice == nil ? "" : Phrases.nothingFound(language)
        case .pane(.projects): Phrases.projects(state.projects.counts.total, formats)
        case .pane(.news): Phrases.newsItems(state.news.count, formats)
        case .sources:
            Phrases.sources(state.layers.lazy.compactMap(\.sources).last?.rows.count ?? 0, formats)
        case .address: ""
        }
    }

    private func promptMark(_ prompt: Prompt) -> String {
        prompt.subject == .address ? Phrases.newAddress(language) : "/"
    }
}

extension Phrases {
    static let nothingMatches = Phrase(
        sv: "Inget passar. Backsteg visar fler.", en: "Nothing matches. Backspace shows more.")
    static let nothingFound = Phrase(sv: "ingen träff", en: "no match")
}

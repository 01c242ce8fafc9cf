import TextGrid

extension Painter {
    /// The panes or the page over them, then the boxes on top.
    mutating func drawScreen() {
        let layout = state.homeLayout
        guard layout.mode != .tooSmall else {
            drawTooSmall()
            return
        }
        let firstVisible =
            state.layers.lastIndex { $0.coversScreen } ?? state.layers.startIndex
        if state.layers.isEmpty || !state.layers[firstVisible].coversScreen {
            drawHome(layout)
        }
        for layer in state.layers[firstVisible...] {
            switch layer {
            case .page(let page): drawPage(page)
            case .picker(let picker): drawPicker(picker)
            case .prompt(let prompt): drawPrompt(prompt, layout)
            case .sources(let view): drawSources(view)
            }
        }
        if state.notice != nil, !hasHintLine(layout) {
            drawHints(in: frame.bounds.split(bottom: 1).bottom)
        }
        if let notice = state.notice, notice.isProblem { drawLongProblem(notice.text) }
    }

    /// What went wrong, in more lines from the bottom where one is too short for it, until the next key.
    private mutating func drawLongProblem(_ text: String) {
        let bounds = frame.bounds
        let width = max(1, bounds.width - 2)
        let lines = TextLayout.wrap(glyphs.text(text), width: width)
        // The status of a sync takes up to half of the line.
        let isCut = state.sync.running != nil && DisplayWidth.of(glyphs.text(text)) > width / 2
        guard lines.count > 1 || isCut else { return }
        let shown = min(lines.count, max(1, bounds.height / 2))
        let (_, rect) = bounds.split(bottom: shown)
        frame.fill(rect, with: state.theme.fill(.bar))
        for (row, line) in lines.prefix(shown).enumerated() {
            let isCut = row == shown - 1 && lines.count > shown
            let text =
                isCut
                ? TextLayout.truncate(line, to: width - 1, ellipsis: "") + glyphs.ellipsis : line
            write(text, x: rect.x + 1, y: rect.y + row, width: width, style(.noticeProblem))
        }
    }

    /// Whether the screen has a line for keys and notices; a low one has none.
    private func hasHintLine(_ layout: HomeLayout) -> Bool {
        switch state.layers.last {
        case .page(let page): !state.pageLayout(of: page).footer.isEmpty
        case .prompt: true
        case .sources: !state.sourcesLayout.hints.isEmpty
        case .picker, nil: !layout.hints.isEmpty
        }
    }

    private mutating func drawTooSmall() {
        guard state.size.height > 0 else { return }
        let size = "\(state.size.width)×\(state.size.height)"
        let needed = "20×6"
        let texts = [
            Phrases.tooSmall(size, needed: needed)(language), Phrases.tooSmall(language),
            Phrases.atLeast(needed)(language), needed,
        ].map(glyphs.text)
        let text = texts.first { DisplayWidth.of($0) <= state.size.width } ?? needed
        write(
            text, x: 0, y: state.size.height / 2,
            width: state.size.width, style(.noticeWarning), alignment: .center)
    }
}

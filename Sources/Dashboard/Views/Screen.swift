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
            state.layers.lastIndex { $0.page?.isFullScreen ?? false } ?? state.layers.startIndex
        if state.layers.isEmpty || !(state.layers[firstVisible].page?.isFullScreen ?? false) {
            drawHome(layout)
        }
        for layer in state.layers[firstVisible...] {
            switch layer {
            case .page(let page): drawPage(page)
            case .picker(let picker): drawPicker(picker)
            case .prompt(let prompt): drawPrompt(prompt, layout)
            }
        }
    }

    private mutating func drawTooSmall() {
        guard state.size.height > 0 else { return }
        let size = "\(state.size.width)×\(state.size.height)"
        write(
            Phrases.tooSmall(size, needed: "20×6")(language), x: 0, y: state.size.height / 2,
            width: state.size.width, style(.noticeWarning), alignment: .center)
    }
}

import ClimateModel
import TextGrid

extension Painter {
    /// The keys that matter here and now, and how old the data is; a notice takes the line until the next key.
    mutating func drawHints(in rect: Rect) {
        frame.fill(rect, with: state.theme.fill(.bar))
        if let notice = state.notice {
            write(
                notice.text, x: rect.x + 1, y: rect.y, width: rect.width - 2,
                style(notice.isProblem ? .noticeProblem : .notice))
            return
        }
        let isWide = rect.width >= 100
        let showsPane = !isWide && state.layers.isEmpty
        let status = isWide ? freshness : showsPane ? paneStatus(state.focus) : ""
        let statusX = write(
            status, endingAt: rect.maxX - 1, y: rect.y, width: min(40, rect.width * 2 / 5),
            style(.hintStatus, on: .bar))
        let gap = isWide ? 3 : 2
        let hints = state.environment.keyMap.hints(
            in: state.context, width: statusX - rect.x - 3, gap: gap,
            isRestricted: state.environment.isRestricted, except: state.pointlessActions,
            formats: formats)
        var x = rect.x + 1
        for hint in hints {
            x = write(hint.keys, x: x, y: rect.y, style(.hintKey, on: .bar)) + 1
            x = write(hint.text, x: x, y: rect.y, style(.hint, on: .bar)) + gap
        }
    }

    private var freshness: String {
        let fetched = state.content.lastFetched.map {
            Phrases.fetched(
                formats.fetched(
                    $0, today: state.today, offset: state.environment.localOffset($0)))(language)
        }
        let failing = state.content.sources.values.contains { $0.lastError != nil }
        if state.content.sources.isEmpty { return "" }
        let sources = Phrases.sources(state.content.sources.count, formats)
        let mark = failing ? glyphs.statusWarning : glyphs.check
        return [fetched, sources + " " + mark].compactMap(\.self)
            .joined(separator: " \(glyphs.separator) ")
    }
}

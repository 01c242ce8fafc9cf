import ClimateModel
import TextGrid

extension Painter {
    /// The keys that matter here and now, and how old the data is; a notice takes the line until the next key.
    mutating func drawHints(in rect: Rect) {
        frame.fill(rect, with: state.theme.fill(.bar))
        let (status, role) = status(width: rect.width)
        if let notice = state.notice {
            // How far a sync has come is told beside the notice; what else stands there gives way to it.
            let isFetching = state.sync.running != nil
            let end =
                isFetching
                ? write(
                    status, endingAt: rect.maxX - 1, y: rect.y, width: rect.width / 2,
                    style(role, on: .bar)) - 1 : rect.maxX - 1
            write(
                notice.text, x: rect.x + 1, y: rect.y, width: max(0, end - rect.x - 1),
                style(notice.isProblem ? .noticeProblem : .notice))
            return
        }
        let isWide = rect.width >= 100
        let statusX = write(
            status, endingAt: rect.maxX - 1, y: rect.y, width: rect.width / 2,
            style(role, on: .bar))
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

    /// What stands at the right: what is fetched, what was fetched just now, how old the data is or what the pane holds.
    private func status(width: Int) -> (text: String, role: Role) {
        let room = min(40, width * 2 / 5)
        let key = state.workingKey(.showSources)
        if let run = state.sync.running {
            return (longest(Phrases.fetching(run, formats), width: max(room, width / 2)), .progress)
        }
        if let run = state.sync.last {
            return (longest(Phrases.fetched(run, sources: key, formats), width: room), .hintStatus)
        }
        let isWide = width >= 100
        let showsPane = !isWide && state.layers.isEmpty
        let texts = isWide ? freshness(key) : [showsPane ? paneStatus(state.focus) : ""]
        return (longest(texts, width: room), .hintStatus)
    }

    /// The first that fits; of none the last, cut.
    private func longest(_ texts: [String], width: Int) -> String {
        let folded = texts.map(glyphs.text)
        return folded.first { DisplayWidth.of($0) <= width }
            ?? TextLayout.truncate(folded.last ?? "", to: width, ellipsis: glyphs.ellipsis)
    }

    /// How old the data is and how many sources fail, the most telling first.
    private func freshness(_ key: String?) -> [String] {
        if state.content.sources.isEmpty { return [] }
        let fetched = state.content.lastFetched.map {
            Phrases.fetched(
                formats.fetched(
                    $0, today: state.today, offset: state.environment.localOffset($0)))(language)
        }
        func joined(_ text: String) -> String {
            [fetched, text].compactMap(\.self).joined(separator: " \(glyphs.separator) ")
        }
        let sources = Phrases.sources(state.content.sources.count, formats)
        let failing = state.content.failingSources
        guard failing > 0 else { return [joined(sources + " " + glyphs.check)] }
        let failed = Phrases.failing(failing, sources: key, formats)
        return [joined("\(sources), \(failed)"), joined(failed), failed]
    }
}

import ClimateModel

/// Actions of the list of sources.
extension AppState {
    /// Shows the list of sources, or leaves it where it is shown.
    mutating func showSources() -> [Effect] {
        if case .sources = layers.last {
            layers.removeLast()
            return []
        }
        if let index = layers.lastIndex(where: { $0.sources != nil }) {
            layers.removeSubrange((index + 1)...)
            return isReading ? [] : flushMarks()
        }
        push(.sources(SourceList(searchesAddresses: !environment.isRestricted)))
        return [.read(.sourceOverviews)]
    }

    mutating func performInSources(_ action: Action, _ view: SourceList) -> [Effect]? {
        var moved = view
        if Self.move(&moved.list, action, height: sourcesLayout.list.height) {
            replaceTop(.sources(moved))
            return []
        }
        switch action {
        case .back:
            guard view.search.isEmpty else {
                changeSources {
                    $0.search = ""
                    $0.narrow()
                }
                return []
            }
            layers.removeLast()
        case .search: openPrompt(.sources)
        case .addSource: openPrompt(.address)
        case .open: return view.selected.map { openContent(of: $0) } ?? nothingHere(action)
        case .sync: return syncShown()
        case .sourceDetails:
            guard let selected = view.selected else { return nothingHere(action) }
            push(.page(Page(.source(selected))))
        case .testSource, .pauseSource, .removeSource:
            return view.selected.map { change($0, action) } ?? nothingHere(action)
        case .help, .palette, .theme, .language, .quit, .redraw, .suspend, .syncAll, .stopSync,
            .showSources:
            return nil
        default: return nothingHere(action)
        }
        return []
    }

    private mutating func change(_ overview: SourceOverview, _ action: Action) -> [Effect] {
        let source = overview.source
        guard let subscription = overview.subscription else {
            notice = Notice(text: Phrases.notFetched(source)(language), isProblem: false)
            return []
        }
        let name = name(of: source)
        switch action {
        case .testSource:
            let test = SourceTesting(source: source.id, title: name)
            push(.page(Page(.sourceTest(test))))
            return [.testSource(source.id)]
        case .pauseSource:
            // A sync that goes on may keep the change waiting.
            let text = subscription.isPaused ? Phrases.resuming(name) : Phrases.pausing(name)
            notice = Notice(text: text(language), isProblem: false)
            return [.changeSource(subscription.isPaused ? .resume(source.id) : .pause(source.id))]
        default:
            askToRemove(source, subscription)
            return []
        }
    }

    /// What the list calls it.
    private func name(of source: Source) -> String {
        layers.lazy.compactMap(\.sources).last?.marks.name(of: source) ?? source.title
    }

    /// Asks before what can't be undone.
    private mutating func askToRemove(_ source: Source, _ subscription: Subscription) {
        guard subscription.origin == .database else {
            let text = Phrases.inConfig(name(of: source), pause: keyText(.pauseSource))
            notice = Notice(text: text(language), isProblem: true)
            return
        }
        open(
            .removeSource, Phrases.askToRemove(name(of: source)),
            [
                Picker.Item(
                    .removeSource(source.id), Phrases.removeSource(language), detail: "Enter"),
                Picker.Item(.all, Phrases.no(language), detail: "Esc"),
            ])
    }

    /// Goes to what came through the source: its news, else its figures, else its projects.
    private mutating func openContent(of overview: SourceOverview) -> [Effect] {
        if overview.newsCount > 0 {
            layers.removeAll()
            (focus, isZoomed) = (.news, false)
            let effects = flushMarks() + clearAll()
            news.source = overview.id
            return effects + restartNews()
        }
        let indicator = content.indicators.first { $0.source == overview.id }
        if indicator != nil || overview.figureCount > 0 {
            layers.removeAll()
            focus = .rankings
            return flushMarks()
                + (indicator.map { pick(.indicator($0.id), for: .indicator) } ?? [])
        }
        guard overview.projectCount > 0 else {
            notice = Notice(
                text: Phrases.nothingFrom(
                    overview.source.title, but: overview.background)(language),
                isProblem: false)
            return []
        }
        layers.removeAll()
        (focus, isZoomed) = (.projects, false)
        let effects = flushMarks() + clearAll()
        projects.source = overview.id
        return effects + restartProjects()
    }

    /// Has the writer add a source; nothing for no address.
    mutating func addSource(_ address: String) -> [Effect] {
        let address = CleanText.line(address)
        guard !address.isEmpty else { return [] }
        notice = Notice(text: Phrases.adding(address)(language), isProblem: false)
        return [.changeSource(.add(address))]
    }

    /// Changes the list of sources, wherever it lies.
    mutating func changeSources(_ body: (inout SourceList) -> Void) {
        for index in layers.indices {
            guard case .sources(var view) = layers[index] else { continue }
            body(&view)
            layers[index] = .sources(view)
        }
    }

    mutating func receive(_ overviews: [SourceOverview]) {
        let language = language
        explainSync(overviews)
        changeSources { $0.take(overviews, in: language) }
        changePages { page in
            guard case .source(let old) = page.subject,
                let new = overviews.first(where: { $0.id == old.id })
            else { return }
            page.subject = .source(new)
        }
    }
}

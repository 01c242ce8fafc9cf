import ClimateModel

/// Fetching: what is asked of the writer, and what is made of what it tells.
extension AppState {
    /// Starts a sync of what the focused pane or the page shows.
    mutating func syncShown() -> [Effect] {
        if let run = sync.running { return tellRunning(run) }
        let sources = shownSources
        guard !sources.isEmpty else { return nothingHere(.sync) }
        return [.read(.subscriptions(sources))]
    }

    /// Starts a sync of every source.
    mutating func syncAll() -> [Effect] { start(.all) }

    /// Ends the sync that is going on.
    mutating func stopSync() -> [Effect] {
        guard sync.running != nil else {
            notice = Notice(text: Phrases.nothingToStop(language), isProblem: false)
            return []
        }
        sync.running?.isStopping = true
        return [.stopSync]
    }

    /// Starts a sync of those of the wanted sources that are read again.
    mutating func sync(_ wanted: [Source.ID], _ found: [Subscription]) -> [Effect] {
        let first = (found.map(\.id) + wanted).first.flatMap { content.sources[$0] }
        guard !found.isEmpty else {
            notice = Notice(text: Phrases.notFetched(first)(language), isProblem: false)
            return []
        }
        return start(
            .sources(found.map(\.id)), title: found.count == 1 ? first?.title : nil)
    }

    mutating func start(_ target: SyncTarget, title: String? = nil) -> [Effect] {
        if let run = sync.running { return tellRunning(run) }
        sync.running = SyncRun(target, title: title)
        sync.last = nil
        sync.isUnexplained = false
        return [.sync(target)]
    }

    private mutating func tellRunning(_ run: SyncRun) -> [Effect] {
        let text = Phrases.alreadyFetching(stop: keyText(.stopSync))
        notice = Notice(text: text(language), isProblem: false)
        return []
    }

    /// Where what is selected or shown comes from.
    private var shownSources: [Source.ID] {
        switch layers.last {
        case .sources(let view): return view.selected.map { [$0.id] } ?? []
        case .page(let page):
            switch page.subject {
            case .newsItem(let id, let item):
                let source = item?.provenance.source ?? summary(of: id)?.source
                return source.map { [$0] } ?? []
            case .project(let project): return [project.provenance.source]
            case .municipality, .comparison: return rankingSources
            case .source(let overview): return [overview.id]
            case .sourceTest(let test): return [test.source]
            case .help, .provenance: return []
            }
        case .picker, .prompt: return []
        case nil: break
        }
        switch focus {
        case .rankings: return rankingSources
        case .projects: return projects.selected.map { [$0.provenance.source] } ?? []
        case .news:
            let source = news.source ?? news.selected?.source
            return source.map { [$0] } ?? []
        }
    }

    /// The sources of the figures on screen, that of the indicator first.
    private var rankingSources: [Source.ID] {
        guard let indicator = content.table?.indicator else { return [] }
        let others = Set(rankings.rows.compactMap { $0.observation?.provenance?.source })
        let sorted = others.subtracting([indicator.source]).sorted { $0.rawValue < $1.rawValue }
        return [indicator.source] + sorted
    }

    // MARK: What the writer tells

    mutating func take(_ reports: [SyncReport]) {
        for report in reports { sync.running?.take(report) }
    }

    mutating func syncEnded(_ ending: SyncEnding) -> [Effect] {
        guard let run = sync.running else { return [] }
        sync.running = nil
        switch ending {
        case .finished:
            guard run.total != nil else {
                // Whether there are no sources or all of them are paused.
                sync.isUnexplained = true
                return [.read(.sourceOverviews)]
            }
            sync.last = run
            sync.lastUntil = Timestamp(seconds: now.seconds + SyncState.showing)
            let text = Phrases.fetchResult(
                run, sources: workingKey(.showSources), formats, width: size.width - 2)
            // A reason is shown whole, also one for leaving the source out.
            let isReason = run.done == 1 && run.lastFailure != nil
            notice = Notice(
                text: text, isProblem: isReason || run.failed > 0 && run.failed == run.done)
        case .locked:
            notice = Notice(text: Phrases.anotherFetches(language), isProblem: false)
        case .stopped:
            notice = Notice(text: Phrases.fetchStopped(run, formats), isProblem: false)
        case .failed(let reason): notice = Notice(text: reason, isProblem: true)
        }
        return []
    }

    /// Tells why a sync that has ended read nothing.
    mutating func explainSync(_ overviews: [SourceOverview]) {
        guard sync.isUnexplained else { return }
        sync.isUnexplained = false
        let text = Phrases.nothingToFetch(
            SourceTally(overviews), sources: workingKey(.showSources))
        notice = Notice(text: text(language), isProblem: false)
    }

    mutating func sourceChanged(_ change: SourceChange, _ result: SourceChangeResult) -> [Effect] {
        let found: Source.ID?
        switch result {
        case .failed(let reason):
            notice = Notice(text: reason, isProblem: true)
            return []
        case .present(let id, let title):
            found = id
            let text = Phrases.sourcePresent(title ?? sourceTitle(of: change))
            notice = Notice(text: text(language), isProblem: false)
        case .done(let id, let title):
            found = id
            let text = done(change, title ?? sourceTitle(of: change))
            notice = Notice(text: text(language), isProblem: false)
        }
        guard case .add = change, let found else { return [] }
        changeSources { $0.seek(found) }
        // The content may have been read anew before this was heard of.
        return [.read(.sourceOverviews)]
    }

    private func done(_ change: SourceChange, _ name: String) -> Phrase {
        switch change {
        case .pause: Phrases.sourcePaused(name)
        case .resume: Phrases.sourceResumed(name)
        case .remove: Phrases.sourceRemoved(name)
        case .add: Phrases.sourceAdded(name, fetch: keyText(.sync))
        }
    }

    private func sourceTitle(of change: SourceChange) -> String {
        switch change {
        case .pause(let id), .resume(let id), .remove(let id):
            content.sources[id]?.title ?? id.rawValue
        case .add(let address): address
        }
    }

    mutating func sourceTested(_ id: Source.ID, _ result: SourceTest) {
        changePages { page in
            guard case .sourceTest(var test) = page.subject, test.source == id else { return }
            test.result = result
            page.subject = .sourceTest(test)
            page.fingerprint = nil
        }
    }
}

import ClimateModel
import TextGrid

extension AppState {
    /// Changes the state by what happened, and says what the shell is to do about it.
    ///
    /// The one way in which state changes.
    ///
    /// - Complexity: O(1) in the length of the lists for a key; O(*n* log *n*) in the number of municipalities where the
    ///   rankings are ordered anew.
    public mutating func update(_ message: Message) -> [Effect] {
        if !message.isFromStore {
            asked = [:]
            mayWait = message.mayStartRest
        }
        var effects = react(to: message)
        effects += settle()
        if !mayWait { effects.removeAll { $0 == .awaitRest } }
        if effects.contains(.awaitRest) { mayWait = false }
        return effects
    }

    private mutating func react(to message: Message) -> [Effect] {
        switch message {
        case .key(let key):
            notice = nil
            return press(key)
        case .paste(let text): return paste(text)
        case .mouse(let event):
            notice = nil
            return point(event)
        case .resized(let size): self.size = size
        case .tick(let moment): return tick(moment)
        case .rested: return news.selected.map { [.read(.newsItem($0.id))] } ?? []
        case .sceneEnded: break
        case .contentChanged: return reloadAll()
        case .answer(let request, let answer): return receive(answer, to: request)
        case .failed(let request, let text): fail(request, text)
        case .themesListed(let themes): openThemePicker(themes)
        case .themeLoaded(_, let theme): self.theme = theme
        case .themeFailed(_, let text), .contentLost(let text):
            notice = Notice(text: text, isProblem: true)
        case .syncProgressed(let reports): take(reports)
        case .syncEnded(let ending): return syncEnded(ending)
        case .sourceChanged(let change, let result): return sourceChanged(change, result)
        case .sourceTested(let id, let result): sourceTested(id, result)
        case .notice(let text, let isProblem): notice = Notice(text: text, isProblem: isProblem)
        case .perform(let action): return perform(action)
        case .open(let destination): return go(to: destination)
        }
        return []
    }

    /// At midnight, what is next and what is past are other things; and what could not be read is tried again.
    private mutating func tick(_ moment: Timestamp) -> [Effect] {
        let before = today
        now = moment
        if now >= sync.lastUntil { sync.last = nil }
        // On a screen that nobody touches, what was told stands in the way of how things are.
        if notice?.isProblem == false, notice == noticeOfMinute { notice = nil }
        noticeOfMinute = notice
        let hasProblem = Pane.allCases.contains { problem(of: $0) != nil }
        return today == before && !hasProblem ? [] : reloadAll()
    }

    private mutating func fail(_ request: ReadRequest, _ text: String) {
        var problem = Problem(text: text, lastGood: content.lastFetched)
        switch request {
        case .base, .observations: rankings.problem = problem
        case .projectCounts: projects.problem = problem
        case .newsCount, .newsPosition: news.problem = problem
        case .projects:
            problem.isOfRows = true
            projects.problem = projects.problem ?? problem
        case .news:
            problem.isOfRows = true
            news.problem = news.problem ?? problem
        case .newsItem, .profile, .sourceCounts, .project, .claims, .agenda, .sourceOverviews,
            .subscriptions:
            notice = Notice(text: text, isProblem: true)
        }
    }

    /// What has the keys.
    public var context: Action.Context {
        switch layers.last {
        case .prompt: return .prompt
        case .picker: return .picker
        case .sources: return .sources
        case .page(let page):
            if case .newsItem = page.subject { return .reader }
            return .page
        case nil:
            switch focus {
            case .rankings: return .rankings
            case .projects: return .projects
            case .news: return .news
            }
        }
    }

    private mutating func press(_ key: Key) -> [Effect] {
        if case .prompt(var prompt) = layers.last, prompt.input.edit(with: key) {
            return changed(&prompt)
        }
        if case .picker(var picker) = layers.last, !picker.isQuestion, picker.input.edit(with: key)
        {
            return changed(&picker)
        }
        if let number = key.typed?.wholeNumberValue, let page = layers.last?.page {
            return openLink(number, of: page)
        }
        guard let action = environment.keyMap.action(for: key, in: context) else { return [] }
        return perform(action)
    }

    private mutating func paste(_ text: String) -> [Effect] {
        switch layers.last {
        case .prompt(var prompt):
            prompt.input.insert(text)
            return changed(&prompt)
        case .picker(var picker) where !picker.isQuestion:
            picker.input.insert(text)
            return changed(&picker)
        default: return []
        }
    }
}

extension Message {
    /// Whether it tells what came of a read.
    fileprivate var isFromStore: Bool {
        switch self {
        case .answer, .failed: true
        default: false
        }
    }

    /// Whether a wait for the preview may begin with what comes of it. Not with the wait's own end, nor with the clock: what
    /// can't be read would be waited for on and on.
    fileprivate var mayStartRest: Bool {
        switch self {
        case .rested, .tick: false
        default: true
        }
    }
}

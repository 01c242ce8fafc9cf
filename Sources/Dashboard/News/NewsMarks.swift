import ClimateModel

/// Marks on news items: changed on screen at once, and kept.
extension AppState {
    /// Whether marking an item as read moves it in the list, or out of it.
    private var listDependsOnMarks: Bool { news.unreadOnly || news.order == .unreadFirst }

    var isReading: Bool {
        layers.contains { if case .newsItem = $0.page?.subject { true } else { false } }
    }

    /// What is held of the item, in the list or on a municipality's page.
    func summary(of id: NewsItem.ID) -> NewsSummary? {
        let profiles = layers.compactMap { $0.page?.subject.profile } + [content.profile]
        let held = [news.window.rows] + profiles.compactMap { $0?.news }
        return held.lazy.compactMap { $0.first { $0.id == id } }.first
    }

    /// Changes what is held of the item, wherever that is.
    private mutating func changeSummaries(
        of id: NewsItem.ID, _ body: (inout NewsSummary) -> Void
    ) {
        news.window.change(id, body)
        content.profile?.change(id, body)
        changePages { page in
            guard case .municipality(let code, var profile?) = page.subject else { return }
            profile.change(id, body)
            page.subject = .municipality(code, profile)
        }
        revision += 1
    }

    /// While the reader goes through a list that depends on the marks, they are held back, so that the list stands still
    /// under it.
    mutating func mark(_ item: NewsSummary, isRead: Bool) -> [Effect] {
        guard item.isUnread == isRead else { return [] }
        changeSummaries(of: item.id) { $0.isUnread = !isRead }
        news.count.unread = max(0, news.count.unread + (isRead ? -1 : 1))
        if listDependsOnMarks, isReading {
            heldMarks[item.id] = isRead
            return []
        }
        return [.setRead(isRead, [item.id])] + afterMarking(isRead ? [item.id] : [])
    }

    /// Keeps what was held back, and reads the list that depends on it anew.
    mutating func flushMarks() -> [Effect] {
        guard !heldMarks.isEmpty else { return [] }
        let items = heldMarks.keys.sorted { $0.rawValue < $1.rawValue }
        let read = items.filter { heldMarks[$0] == true }
        let unread = items.filter { heldMarks[$0] == false }
        heldMarks = [:]
        let marks: [Effect] = [.setRead(true, read), .setRead(false, unread)]
        return marks + afterMarking(Set(read))
    }

    /// The count beside the chosen municipality's name, and the list where it is another one now.
    private func afterMarking(_ read: Set<NewsItem.ID>) -> [Effect] {
        var effects: [Effect] = []
        if let chosen { effects.append(.read(.profile(chosen, today: today))) }
        if listDependsOnMarks { effects.append(reorderedNews(read)) }
        return effects
    }

    /// The list is another one, less or without the items in `moved`: the selection goes to the next one that stays.
    private func reorderedNews(_ moved: Set<NewsItem.ID>) -> Effect {
        let start = news.list.selection - news.window.offset
        let rows = news.window.rows
        let next = rows.dropFirst(max(0, start)).first { !moved.contains($0.id) }
        let previous = rows.prefix(max(0, start)).last { !moved.contains($0.id) }
        guard let anchor = next ?? previous else { return .read(.newsCount(newsQuery)) }
        return .read(.newsPosition(anchor.id, newsQuery))
    }

    mutating func star(_ item: NewsSummary) -> [Effect] {
        changeSummaries(of: item.id) { $0.isStarred.toggle() }
        let mark = Effect.setStarred(!item.isStarred, item.id)
        return news.starredOnly && !isReading ? [mark, reorderedNews([item.id])] : [mark]
    }

    mutating func markAllRead(_ query: NewsQuery) -> [Effect] {
        notice = Notice(text: Phrases.markedRead(news.count.unread, formats), isProblem: false)
        let held = flushMarks()
        var effects = held + [.markAllRead(query)]
        if let chosen { effects.append(.read(.profile(chosen, today: today))) }
        return effects + restartNews()
    }

    /// Opens the reader on an item, which counts as reading it.
    mutating func openReader(_ id: NewsItem.ID) -> [Effect] {
        push(.page(Page(.newsItem(id, nil))))
        return read(id)
    }

    /// Puts another item in the reader.
    mutating func turnReader(to id: NewsItem.ID) -> [Effect] {
        replaceTop(.page(Page(.newsItem(id, nil))))
        return read(id)
    }

    private mutating func read(_ id: NewsItem.ID) -> [Effect] {
        let marks =
            summary(of: id).map { mark($0, isRead: true) }
            ?? [.setRead(true, [id]), .read(.newsCount(newsQuery))]
        return marks + [.read(.newsItem(id))]
    }
}

extension WindowedRows where Row == NewsSummary {
    /// Changes the item, if it is held.
    mutating func change(_ id: NewsItem.ID, _ body: (inout NewsSummary) -> Void) {
        guard let position = rows.firstIndex(where: { $0.id == id }) else { return }
        change(offset + position, body)
    }
}

extension Profile {
    /// Changes the item, if it is among the latest.
    fileprivate mutating func change(_ id: NewsItem.ID, _ body: (inout NewsSummary) -> Void) {
        guard let position = news.firstIndex(where: { $0.id == id }) else { return }
        body(&news[position])
    }
}

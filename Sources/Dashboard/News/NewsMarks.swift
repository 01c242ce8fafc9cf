import ClimateModel

/// Marks on news items: changed on screen at once, and kept.
extension AppState {
    /// Whether marking an item as read moves it in the list, or out of it.
    private var listDependsOnMarks: Bool { news.unreadOnly || news.order == .unreadFirst }

    var isReading: Bool {
        layers.contains { if case .newsItem = $0.page?.subject { true } else { false } }
    }

    /// While the reader goes through a list that depends on the marks, they are held back, so that the list stands still
    /// under it.
    mutating func mark(_ item: NewsSummary, isRead: Bool) -> [Effect] {
        guard item.isUnread == isRead else { return [] }
        news.window.change(item.id) { $0.isUnread = !isRead }
        news.count.unread += isRead ? -1 : 1
        if listDependsOnMarks, isReading {
            heldMarks.append(item.id)
            return []
        }
        return [.setRead(isRead, [item.id])] + afterMarking()
    }

    /// Keeps what was held back, and reads the list that depends on it anew.
    mutating func flushMarks() -> [Effect] {
        guard !heldMarks.isEmpty else { return [] }
        defer { heldMarks = [] }
        return [.setRead(true, heldMarks)] + afterMarking()
    }

    /// The count beside the chosen municipality's name, and the list where it is another one now.
    private mutating func afterMarking() -> [Effect] {
        var effects: [Effect] = []
        if let chosen { effects.append(.read(.profile(chosen, today: today))) }
        if listDependsOnMarks {
            news.window = WindowedRows()
            effects.append(.read(.newsCount(newsQuery)))
        }
        return effects
    }

    mutating func star(_ item: NewsSummary) -> [Effect] {
        news.window.change(item.id) { $0.isStarred.toggle() }
        var effects: [Effect] = [.setStarred(!item.isStarred, item.id)]
        if news.starredOnly, !isReading {
            news.window = WindowedRows()
            effects.append(.read(.newsCount(newsQuery)))
        }
        return effects
    }

    mutating func markAllRead() -> [Effect] {
        let query = newsQuery
        return [.markAllRead(query)] + afterMarking() + restartNews()
    }

    /// Opens the reader on an item of the list, which counts as reading it.
    mutating func openReader(_ item: NewsSummary) -> [Effect] {
        push(.page(Page(.newsItem(item.id, nil))))
        return mark(item, isRead: true) + [.read(.newsItem(item.id))]
    }

    /// The reader goes on to the next or the previous item of the list.
    mutating func stepReader(by step: Int) -> [Effect] {
        let before = news.list.selection
        news.list.move(by: step)
        guard news.list.selection != before, let item = news.selected else {
            news.list.select(before)
            notice = Notice(text: Phrases.noMoreItems(language), isProblem: false)
            return []
        }
        replaceTop(.page(Page(.newsItem(item.id, nil))))
        return mark(item, isRead: true) + [.read(.newsItem(item.id))]
    }
}

extension WindowedRows where Row == NewsSummary {
    /// Changes the item, if it is held.
    mutating func change(_ id: NewsItem.ID, _ body: (inout NewsSummary) -> Void) {
        guard let position = rows.firstIndex(where: { $0.id == id }) else { return }
        change(offset + position, body)
    }
}

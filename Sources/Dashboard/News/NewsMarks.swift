import ClimateModel

/// Marks on news items: changed on screen at once, and kept by the shell.
extension AppState {
    mutating func mark(_ item: NewsSummary, isRead: Bool) -> [Effect] {
        guard item.isUnread == isRead else { return [] }
        news.window.change(news.list.selection) { row in
            if row.id == item.id { row.isUnread = !isRead }
        }
        news.count.unread += isRead ? -1 : 1
        return [.setRead(isRead, [item.id])]
    }

    mutating func star(_ item: NewsSummary) -> [Effect] {
        news.window.change(news.list.selection) { row in
            if row.id == item.id { row.isStarred.toggle() }
        }
        return [.setStarred(!item.isStarred, item.id)]
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
        guard news.list.selection != before else {
            notice = Notice(text: Phrases.noMoreItems(language), isProblem: false)
            return []
        }
        guard let item = news.selected else { return [.read(.newsCount(newsQuery))] }
        replaceTop(.page(Page(.newsItem(item.id, nil))))
        return mark(item, isRead: true) + [.read(.newsItem(item.id))]
    }
}

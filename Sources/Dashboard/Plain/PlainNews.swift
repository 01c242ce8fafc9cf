import ClimateModel

extension PlainText {
    /// The news in the pane's order, window by window.
    func writeNews(_ query: NewsQuery, limit: Int = .max) throws {
        let count = try reader.newsCount(query)
        try heading(
            list(
                Phrases.newsItems(count, formats),
                count.unread > 0 ? Phrases.unread(count.unread, formats) : nil))
        var offset = 0
        while offset < limit {
            let window = Window(offset: offset, count: min(Self.windowLength, limit - offset))
            let items = try reader.news(query, in: window)
            if items.isEmpty { return }
            for item in items {
                offset += 1
                try line("\(offset). " + summary(of: item))
            }
        }
    }

    /// A news item in one line.
    func summary(of item: NewsSummary) -> String {
        list(
            date(of: item.published).map { formats.date($0) },
            item.municipalities.isEmpty
                ? item.publisher : formats.list(item.municipalities.map { name($0) }),
            item.title.text(in: language),
            item.isUnread ? PlainPhrases.unread(language) : nil,
            item.isStarred ? PlainPhrases.starred(language) : nil)
    }

    private func date(of published: PublicationDate) -> PartialDate? {
        published.date(offset: state.environment.localOffset(published.sortKey))
    }

    /// An item in full.
    func writeNewsItem(_ id: NewsItem.ID) throws {
        guard let item = try reader.newsItem(id) else { return }
        try line(item.title.text(in: language))
        try line(
            list(
                item.provenance.publisher, item.kind.title(language).lowercased(), item.author,
                date(of: item.published).map { formats.longDate($0) }))
        let body = item.body.text(in: language)
        if body.isEmpty, let summary = text(item.summary) { try heading(summary) }
        for block in body.blocks { try write(block) }
        if !item.municipalities.isEmpty {
            try output("\n")
            try fact(
                PlainPhrases.isAbout, formats.list(item.municipalities.map { name($0) }))
        }
        try fact(Phrases.address, item.link)
    }

    private func write(_ block: StructuredText.Block) throws {
        try output("\n")
        switch block {
        case .paragraph(let inlines), .heading(_, let inlines): try line(plain(inlines))
        case .quote(let inlines): try line(formats.quoted(plain(inlines)))
        case .list(let isOrdered, let items):
            for (index, inlines) in items.enumerated() {
                try line((isOrdered ? "\(index + 1). " : "- ") + plain(inlines))
            }
        }
    }

    /// Links with their address after them.
    private func plain(_ inlines: [StructuredText.Inline]) -> String {
        inlines.map { inline in
            guard case .link(let text, let address) = inline, text != address else {
                return inline.plain
            }
            return "\(text) (\(address))"
        }.joined()
    }
}

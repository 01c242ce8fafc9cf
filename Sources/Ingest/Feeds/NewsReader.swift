import ClimateModel

/// Makes news of what a feed says.
struct NewsReader {
    private let feed: RawFeed
    private let context: ImportContext
    private let items: NewsItemReader
    private var skipped = 0
    private var undated = 0

    /// A feed without items that has what a feed must say of itself may be that of a source: its news are yet to come.
    ///
    /// - Throws: a problem for a feed without items otherwise.
    /// - Complexity: O(*n*) in the length of the feed.
    static func read(
        _ feed: RawFeed, encoding: TextEncoding, context: ImportContext
    ) throws(ImportFailure) -> ImportedFile {
        guard !feed.items.isEmpty || context.source != nil && feed.namesItself else {
            throw ImportFailure(.emptyFeed)
        }
        var reader = NewsReader(feed, context)
        var problems = ProblemList()
        var news: [NewsItem] = []
        var seen: [String: Int] = [:]
        for start in stride(from: 0, to: feed.items.count, by: stepLength) {
            context.progress(Double(start) / Double(feed.items.count))
            // Each is moved out of the array: a copy of an item costs as much as many of its words.
            var results = reader.items(from: start)
            results.reverse()
            while let result = results.popLast() {
                switch result {
                case .failure(let problem): problems.add(problem)
                case .success(nil): reader.skipped += 1
                case .success(let item?):
                    if item.published == .unknown { reader.undated += 1 }
                    if let first = seen[item.identity] {
                        news[first] = Self.later(news[first], item)
                    } else {
                        seen[item.identity] = news.count
                        news.append(item)
                    }
                }
            }
        }
        try problems.check()
        return reader.finished(news, encoding)
    }

    /// So many items are read at a time, in parts on all processors.
    private static let stepLength = 4_000
    private static let partLength = 500

    private func items(from start: Int) -> [Result<NewsItem?, Problem>] {
        let reader = items
        return feed.items[start..<min(feed.items.count, start + Self.stepLength)]
            .parallelMap(inPartsOf: Self.partLength) { raw in
                do throws(Problem) {
                    return .success(try reader.item(raw))
                } catch {
                    return .failure(error)
                }
            }
    }

    private init(_ feed: RawFeed, _ context: ImportContext) {
        self.feed = feed
        self.context = context
        items = NewsItemReader(feed, context)
    }

    private func finished(_ news: [NewsItem], _ encoding: TextEncoding) -> ImportedFile {
        let title = feed.title.isEmpty ? context.source?.title ?? "" : feed.title
        let record = Source(
            id: items.source, kind: .feed,
            title: context.source?.settings.title
                ?? (title.isEmpty ? CleanText.line(context.fileName) : title),
            address: context.source?.settings.address ?? feed.selfLink ?? context.address,
            lastSuccess: context.now)
        var notes: [Phrase] = []
        if undated > 0 { notes.append(.undatedItems(undated)) }
        if skipped > 0 { notes.append(.emptyItems(skipped)) }
        return ImportedFile(
            type: .news, format: feed.format, encoding: encoding,
            batch: ContentBatch(sources: [record], news: news), records: news.count,
            title: feed.title.isEmpty ? nil : Phrase(same: Problem.shown(feed.title)), notes: notes)
    }

    /// Of two with the same identity, the one that was changed last.
    private static func later(_ first: NewsItem, _ second: NewsItem) -> NewsItem {
        (second.updated ?? second.published.sortKey) > (first.updated ?? first.published.sortKey)
            ? second : first
    }
}

extension RawFeed {
    /// Whether it has a title and an address or id, which RSS 2.0 and Atom (RFC 4287, section 4.1.1) require.
    fileprivate var namesItself: Bool {
        !title.isEmpty && (link != nil || selfLink != nil || id != nil)
    }
}

extension Phrase {
    static let emptyFeed = Phrase(
        sv: "flödet har inga nyheter", en: "the feed has no items")
    static let bodyTooLarge = Phrase(
        sv: "nyhetens text är för stor eller för djupt nästlad",
        en: "the item's text is too large or too deeply nested")

    static func undatedItems(_ count: Int) -> Phrase {
        Phrase(
            sv: count == 1 ? "1 nyhet saknar datum" : "\(count) nyheter saknar datum",
            en: count == 1 ? "1 item has no date" : "\(count) items have no date")
    }

    static func emptyItems(_ count: Int) -> Phrase {
        Phrase(
            sv: count == 1
                ? "1 nyhet utan innehåll hoppades över"
                : "\(count) nyheter utan innehåll hoppades över",
            en: count == 1 ? "1 empty item skipped" : "\(count) empty items skipped")
    }
}

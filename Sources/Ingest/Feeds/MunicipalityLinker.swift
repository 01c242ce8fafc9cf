import ClimateModel

/// Tells which municipalities a news item is from: those that its feed's title, its publisher or its author names, else the
/// one whose name is the feed's address. Those that its text names are found when it is understood.
struct MunicipalityLinker {
    private let articles: ArticleReader
    /// Those that the feed is of.
    private let own: [MunicipalityCode]

    init(_ finder: MunicipalityFinder, feed: RawFeed) {
        articles = finder.articles
        let named = articles.named(in: feed.title)
        let host = (feed.selfLink ?? feed.link).flatMap { RelativeLink.host(of: $0) }
        own = named.isEmpty ? host.flatMap { finder.find(host: $0) }.map { [$0.code] } ?? [] : named
    }

    /// Those its feed is of first, then those that its publisher and author name.
    ///
    /// - Complexity: O(*k*) in the length of the names.
    func municipalities(of item: RawItem) -> [MunicipalityCode] {
        var found = own
        for text in [item.publisher, item.author] {
            guard let text else { continue }
            for code in articles.named(in: text) where !found.contains(code) { found.append(code) }
        }
        return found
    }
}

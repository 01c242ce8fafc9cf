import ClimateModel

/// Tells what kind of news an item is by the words around it.
enum NewsKind {
    /// By the item's own categories and address first, then by the feed's title and address; news where nothing tells.
    static func guess(_ item: RawItem, feed: RawFeed) -> NewsItem.Kind {
        let own = item.categories + [item.link ?? ""]
        let around = [feed.title, feed.selfLink ?? "", feed.link ?? ""]
        return own.lazy.compactMap(kind).first ?? around.lazy.compactMap(kind).first ?? .news
    }

    private static func kind(_ text: String) -> NewsItem.Kind? {
        let folded = SearchKey.fold(text.prefix(400))
        let hints: [(NewsItem.Kind, [String])] = [
            (.newsletter, ["nyhetsbrev", "newsletter"]),
            (
                .pressRelease,
                [
                    "pressmeddelande", "pressrelease", "press-release", "press release",
                    "pressrum", "pressroom",
                ]
            ),
            (.blogPost, ["blogg", "blog"]),
        ]
        return hints.first { hint in hint.1.contains { folded.contains($0) } }?.0
    }
}

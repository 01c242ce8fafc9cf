import ClimateModel

/// Tells what kind of news an item is by the words around it.
enum NewsKind {
    /// By the item's own categories and address; nil where they tell nothing.
    static func guess(_ item: RawItem) -> NewsItem.Kind? {
        (item.categories + [item.link ?? ""]).lazy.compactMap(kind).first
    }

    /// By the feed's title and addresses; news where they tell nothing.
    static func guess(_ feed: RawFeed) -> NewsItem.Kind {
        [feed.title, feed.selfLink ?? "", feed.link ?? ""].lazy.compactMap(kind).first ?? .news
    }

    private static let hints: [(NewsItem.Kind, [StaticString])] = [
        (.newsletter, ["nyhetsbrev", "newsletter"]),
        (
            .pressRelease,
            [
                "pressmeddelande", "pressrelease", "press-release", "press release", "pressrum",
                "pressroom",
            ]
        ),
        (.blogPost, ["blogg", "blog"]),
    ]

    private static func kind(_ text: String) -> NewsItem.Kind? {
        let lowered = text.prefix(400).lowercased()
        return hints.first { hint in hint.1.contains { lowered.hasASCII($0) } }?.0
    }
}

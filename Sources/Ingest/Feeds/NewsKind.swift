import ClimateModel

/// Tells what kind of news an item is by the words around it.
enum NewsKind {
    /// By the item's own categories and address; nil where they tell nothing.
    static func guess(_ item: RawItem) -> NewsItem.Kind? {
        for category in item.categories {
            if let kind = kind(category) { return kind }
        }
        return item.link.flatMap(kind)
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
        let lowered = (text.utf8.count <= 400 ? text : String(text.prefix(400))).lowercased()
        // What all the words have one of.
        guard
            lowered.hasASCII("ews") || lowered.hasASCII("nyhet") || lowered.hasASCII("press")
                || lowered.hasASCII("blog")
        else { return nil }
        return hints.first { hint in hint.1.contains { lowered.hasASCII($0) } }?.0
    }
}

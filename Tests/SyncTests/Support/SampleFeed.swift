import WebFixtures

/// RSS with the items that a test needs.
struct SampleFeed {
    var title = "Solna stad"
    var items: [Item] = []

    struct Item {
        var id: String
        var title: String
        var body = "Brödtext."
        var date = "Tue, 08 Sep 2026 07:00:00 +0200"
    }

    /// A feed of one item for each of `titles`, whose ids are their titles.
    static func of(_ titles: String..., title: String = "Solna stad") -> SampleFeed {
        SampleFeed(
            title: title, items: titles.map { Item(id: "urn:\(title):\($0)", title: $0) })
    }

    var text: String {
        let items = items.map {
            """
            <item><guid isPermaLink="false">\($0.id)</guid><title>\($0.title)</title>\
            <description>\($0.body)</description><pubDate>\($0.date)</pubDate></item>
            """
        }
        return """
            <?xml version="1.0" encoding="utf-8"?>
            <rss version="2.0"><channel><title>\(title)</title>
            \(items.joined(separator: "\n"))
            </channel></rss>
            """
    }

    /// A server that has it.
    func served(etag: String? = nil, headers: [(String, String)] = []) -> Behaviour {
        .page(text, type: "application/rss+xml; charset=utf-8", etag: etag, headers: headers)
    }
}

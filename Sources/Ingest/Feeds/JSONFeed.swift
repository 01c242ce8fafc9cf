import ClimateModel

/// JSON Feed 1.0 and 1.1 (jsonfeed.org).
enum JSONFeed {
    /// Whether the tree is a feed: by its version, or by having items and no fields of a project.
    static func recognises(_ root: Tree, _ context: ImportContext) -> Bool {
        if let version = root["version"]?.text, version.contains("jsonfeed.org") { return true }
        return root["items"]?.list != nil && !ProjectFile.recognises(root, context)
    }

    /// - Parameter address: where the feed was read from, which relative addresses are relative to.
    /// - Complexity: O(*n*).
    static func read(_ root: Tree, address base: String?) throws(ImportFailure) -> RawFeed {
        guard let items = root["items"]?.list else {
            throw ImportFailure(Problem(line: root.line, column: root.column, message: .noItems))
        }
        var feed = RawFeed()
        feed.format = format(root["version"]?.text ?? "")
        feed.title = CleanText.line(root["title"]?.text ?? "")
        feed.link = address(root["home_page_url"], base)
        feed.selfLink = address(root["feed_url"], base)
        feed.language = root["language"]?.text
        var problems = ProblemList()
        for tree in items {
            guard tree.entries != nil else {
                problems.add(tree.problem(.expectedItem))
                continue
            }
            feed.items.append(item(tree, base: base ?? feed.link))
        }
        try problems.check()
        return feed
    }

    private static func format(_ version: String) -> String {
        let number = version.split(separator: "/").last.map(String.init) ?? ""
        return "JSON Feed " + (number.first?.isNumber == true ? number : "1")
    }

    private static func address(_ tree: Tree?, _ base: String?) -> String? {
        tree?.text.flatMap { RelativeLink.resolve($0, base: base) }
    }

    private static func item(_ tree: Tree, base: String?) -> RawItem {
        var item = RawItem()
        item.line = tree.line
        item.base = base
        item.id = tree["id"]?.text.map { CleanText.line($0) }
        let link = tree["url"]?.text ?? tree["external_url"]?.text
        item.link = link.flatMap { RelativeLink.resolve($0, base: base) }
        item.link = item.link ?? item.id.flatMap(RawItem.address)
        item.title = text(tree["title"], isHTML: false)
        item.summary = text(tree["summary"], isHTML: false)
        item.content =
            text(tree["content_html"], isHTML: true) ?? text(tree["content_text"], isHTML: false)
        item.published = tree["date_published"]?.text
        item.updated = tree["date_modified"]?.text
        let author = tree["author"] ?? tree["authors"]?.list?.first
        item.author = author?["name"]?.text.map { CleanText.line($0) }
        item.categories = (tree["tags"]?.list ?? []).compactMap { $0.text }
        item.enclosures = (tree["attachments"]?.list ?? []).compactMap { $0["url"]?.text }
        return item
    }

    private static func text(_ tree: Tree?, isHTML: Bool) -> RawText? {
        guard let text = tree?.text, !text.allSatisfy(\.isWhitespace) else { return nil }
        return RawText(text: text, isHTML: isHTML)
    }
}

extension Phrase {
    static let noItems = Phrase(
        sv: "flödet har ingen lista ”items”", en: "the feed has no list “items”")
    static let expectedItem = Phrase(
        sv: "väntade en nyhet med fält som id och title",
        en: "expected an item with fields like id and title")
}

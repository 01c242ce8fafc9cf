import ClimateModel

/// What a page tells machines of itself: in its head (the Open Graph protocol, Dublin Core, HTML's own names) and in JSON-LD
/// (schema.org).
struct PageFacts {
    /// The name of the window.
    private(set) var title = ""
    /// What links to it are to show.
    private(set) var shownTitle = ""
    /// The headline by JSON-LD.
    private(set) var headline = ""
    private(set) var site: String?
    private(set) var summary = ""
    private(set) var author: String?
    private(set) var language: String?
    /// When it was published and changed, as it is written.
    private(set) var published: String?
    private(set) var updated: String?
    private(set) var address: String?

    /// - Complexity: O(*n*).
    init(_ page: HTMLElement) {
        var metas: [String: String] = [:]
        var scripts: [String] = []
        var times: [String] = []
        page.visit { element in
            switch element.name {
            case "meta": Self.read(element, into: &metas)
            case "title" where title.isEmpty:
                title = element.text
            case "link" where element.attributes["rel"]?.lowercased() == "canonical":
                address = address ?? element.attributes["href"]
            case "html": language = element.attributes["lang"] ?? element.attributes["xml:lang"]
            case "script":
                for case .text(let text) in element.children where scripts.count < 20 {
                    scripts.append(text)
                }
            default:
                if element.attributes["itemprop"] == "datePublished" {
                    let told = element.attributes["datetime"] ?? element.attributes["content"]
                    if let told { times.append(told) }
                }
            }
        }
        take(metas)
        published = published ?? times.first
        for script in scripts {
            if let tree = try? JSONTree.read(Array(script.utf8)) { read(tree, depth: 0) }
        }
    }

    private static func read(_ meta: HTMLElement, into metas: inout [String: String]) {
        let key =
            meta.attributes["property"] ?? meta.attributes["name"] ?? meta.attributes["itemprop"]
            ?? meta.attributes["http-equiv"]
        guard let key = key?.lowercased(), let content = meta.attributes["content"],
            metas[key] == nil
        else { return }
        let line = CleanText.line(content.prefix(2_000))
        if !line.isEmpty { metas[key] = line }
    }

    private mutating func take(_ metas: [String: String]) {
        func first(_ keys: String...) -> String? { keys.lazy.compactMap { metas[$0] }.first }
        shownTitle = first("og:title", "twitter:title", "dc.title", "dcterms.title") ?? ""
        site = first("og:site_name", "application-name", "dc.publisher", "dcterms.publisher")
        summary = first("og:description", "description", "twitter:description") ?? ""
        author = first("author", "article:author", "dc.creator").flatMap {
            LinkAddress.isAllowed($0) ? nil : $0
        }
        language = language ?? first("og:locale", "content-language", "dc.language")
        published = first(
            "article:published_time", "og:published_time", "datepublished", "dc.date.issued",
            "dcterms.issued", "dc.date", "dcterms.created", "dcterms.date", "date", "pubdate",
            "publishdate", "publish-date", "published")
        updated = first(
            "article:modified_time", "og:updated_time", "datemodified", "dcterms.modified",
            "dc.date.modified", "last-modified")
        address = address ?? first("og:url")
    }

    // MARK: JSON-LD

    private static let articles = ["Article", "BlogPosting", "Report", "WebPage"]

    private mutating func read(_ tree: Tree, depth: Int) {
        guard depth < 8 else { return }
        for item in tree.list ?? [] { read(item, depth: depth + 1) }
        guard tree.entries != nil else { return }
        for item in tree["@graph"]?.list ?? [] { read(item, depth: depth + 1) }
        if let main = tree["mainEntity"] { read(main, depth: depth + 1) }
        let types = tree["@type"]?.list?.compactMap(\.text) ?? [tree["@type"]?.text ?? ""]
        guard types.contains(where: { type in Self.articles.contains { type.hasSuffix($0) } })
        else { return }
        func line(_ tree: Tree?) -> String? {
            let text = tree?.text ?? tree?["name"]?.text ?? tree?.list?.first?["name"]?.text
            return text.map { CleanText.line($0.prefix(1_000)) }.flatMap { $0.isEmpty ? nil : $0 }
        }
        if headline.isEmpty { headline = line(tree["headline"]) ?? "" }
        published = published ?? line(tree["datePublished"])
        updated = updated ?? line(tree["dateModified"])
        author = author ?? line(tree["author"])
        site = site ?? line(tree["publisher"])
        language = language ?? line(tree["inLanguage"])
    }
}

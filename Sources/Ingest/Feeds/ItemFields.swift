import ClimateModel

/// The name spaces of feeds.
enum FeedSpace {
    static let dublinCore = "http://purl.org/dc/elements/1.1/"
    static let dublinTerms = "http://purl.org/dc/terms/"
    static let content = "http://purl.org/rss/1.0/modules/content/"
    static let netscape = "http://my.netscape.com/rdf/simple/0.9/"
    static let media = "http://search.yahoo.com/mrss/"
    static let rdf = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
    static let xml = "http://www.w3.org/XML/1998/namespace"
    /// Those whose title is the item's; a podcast's or another's stands in only where there is none.
    static let own: Set<String> = [
        "", netscape, "http://purl.org/rss/1.0/", "http://purl.org/net/rss1.1#", dublinCore,
        "http://www.w3.org/2005/Atom", "http://purl.org/atom/ns#",
    ]
    /// What feeds mean by prefixes that they forget to declare.
    static let byPrefix = [
        "dc": dublinCore, "dcterms": dublinTerms, "content": content, "media": media, "rdf": rdf,
        "atom": "http://www.w3.org/2005/Atom",
    ]
    static let atom: Set<String> = ["http://www.w3.org/2005/Atom", "http://purl.org/atom/ns#"]
}

extension RawItem {
    /// An id that is an address, which then is the item's own.
    static func address(_ id: String) -> String? {
        id.hasPrefix("http://") || id.hasPrefix("https://")
            ? RelativeLink.resolve(id, base: nil) : nil
    }

    /// Takes what a field of an item in XML says.
    ///
    /// - Parameters:
    ///   - inMedia: whether it is of a picture that goes with the item.
    ///   - base: what relative addresses are relative to.
    mutating func take(_ text: RawText, of name: XMLName, inMedia: Bool, base: String?) {
        var line: String { CleanText.line(text.text) }
        switch (name.local, name.space) {
        case ("title", FeedSpace.media) where inMedia,
            ("description", FeedSpace.media) where inMedia:
            pictures.append(HTMLText.line(text.text))
        case ("title", FeedSpace.media): title = title ?? text
        case ("description", FeedSpace.media): summary = summary ?? text
        case ("title", let space) where FeedSpace.own.contains(space): title = text
        case ("title", _): title = title ?? text
        case ("link", _): link = RelativeLink.resolve(line, base: base) ?? link
        case ("guid", _):
            id = line
            permalink = permalink ?? RawItem.address(line)
        case ("id", _): id = line
        case ("identifier", FeedSpace.dublinCore): id = id ?? line
        case ("encoded", FeedSpace.content), ("encoded", ""): content = text
        case ("content", let space) where space != FeedSpace.media: content = text
        case ("description", _): summary = text
        case ("summary", _): summary = summary ?? text
        case ("pubDate", _), ("published", _), ("issued", _), ("created", FeedSpace.dublinTerms):
            published = line
        case ("date", FeedSpace.dublinCore), ("date", ""): published = published ?? line
        case ("updated", _), ("modified", _): updated = line
        case ("author", ""), ("author", "http://www.w3.org/2005/Atom"),
            ("author", "http://purl.org/atom/ns#"), ("creator", FeedSpace.dublinCore),
            ("creator", ""):
            author = author ?? line
        case ("publisher", FeedSpace.dublinCore), ("publisher", ""): publisher = line
        case ("category", _), ("subject", FeedSpace.dublinCore), ("type", FeedSpace.dublinCore):
            categories.append(line)
        default: break
        }
    }
}

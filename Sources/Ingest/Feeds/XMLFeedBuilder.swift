import ClimateModel

/// Collects a feed from the elements of RSS 0.9x, 1.0 and 2.0, Atom 0.3 and 1.0, with Dublin Core, content:encoded and the
/// titles and descriptions of Media RSS.
final class XMLFeedBuilder: XMLEventTaking {
    private(set) var feed = RawFeed()
    /// The local name of the document's element.
    private(set) var root = ""
    /// Set when a field or the number of items is over the limits.
    private(set) var problem: Problem?

    private var depth = 0
    private var item: RawItem?
    /// The depth of the element whose children are fields: the item's, or the channel's.
    private var itemDepth = 0
    private var channelDepth = 0
    private var capture: Capture?
    private var bases: [String?] = []
    private var isAtom = false
    /// Where a `media:content` or `media:thumbnail` of the item is open.
    private var mediaDepth: Int?
    /// Where the feed was read from.
    private let address: String?

    /// - Parameter address: where the feed was read from; nil if it is not known.
    init(address: String? = nil) { self.address = address }

    /// What relative addresses are relative to here: by `xml:base`, else the feed's own address, else its page.
    private var base: String? { (bases.last ?? nil) ?? address ?? feed.link }

    /// A field whose text is being read.
    private struct Capture {
        var name: XMLName
        var depth: Int
        var kind: Kind
        var text = ""
        /// The name inside of an author.
        var person: String?
        var isInName = false
        /// Whether it is an id that says that it is no address.
        var isOpaque = false

        enum Kind { case plain, html, xhtml, person }
    }

    // MARK: Events

    func start(_ name: XMLName, _ attributes: [XMLName: String], line: Int) {
        depth += 1
        let outer = bases.last ?? nil
        let base = attributes.isEmpty ? nil : attributes[XMLName("base", space: FeedSpace.xml)]
        bases.append(base.flatMap { RelativeLink.resolve($0, base: outer ?? address) } ?? outer)
        if capture != nil {
            startInside(name, attributes)
        } else if depth == 1 {
            startRoot(name, attributes)
        } else if name.local == "channel" && item == nil {
            channelDepth = depth
            if name.space == FeedSpace.netscape { feed.format = "RSS 0.90" }
        } else if (name.local == "item" || name.local == "entry") && item == nil {
            startItem(attributes, line)
        } else if depth == (item == nil ? channelDepth : itemDepth) + 1 {
            start(name, attributes)
        } else if item != nil, name.space == FeedSpace.media {
            start(name, attributes)
        }
    }

    private func start(_ name: XMLName, _ attributes: [XMLName: String]) {
        let isMedia = name.space == FeedSpace.media
        if isMedia, ["content", "thumbnail", "group"].contains(name.local) {
            startMedia(name, attributes)
        } else if !isMedia || ["title", "description"].contains(name.local) {
            startField(name, attributes)
        }
    }

    func text(_ text: String) {
        guard let kind = capture?.kind else { return }
        guard (capture?.text.utf8.count ?? 0) + text.utf8.count <= 2 * Limits.bodySize else {
            problem = problem ?? Problem(line: item?.line, message: .fieldTooLong)
            return
        }
        if kind == .person, capture?.isInName != true, capture?.person != nil { return }
        capture?.text += kind == .xhtml ? Self.escaped(text) : text
    }

    func end(_ name: XMLName) {
        defer {
            depth -= 1
            bases.removeLast()
        }
        if let place = capture?.depth, place < depth {
            endInside(name)
            return
        }
        if let capture = capture.take() { finish(capture) }
        if mediaDepth == depth { mediaDepth = nil }
        if itemDepth == depth, var item = item.take() {
            item.link = item.link ?? item.permalink
            feed.items.append(item)
        }
    }

    // MARK: Structure

    private func startRoot(_ name: XMLName, _ attributes: [XMLName: String]) {
        root = name.local
        channelDepth = 1
        switch name.local {
        case "rss": feed.format = "RSS " + (attributes[XMLName("version")] ?? "2.0")
        case "RDF": feed.format = "RSS 1.0"
        case "channel": feed.format = "RSS"
        case "feed":
            isAtom = true
            let isOld = name.space == "http://purl.org/atom/ns#"
            feed.format = isOld ? "Atom 0.3" : "Atom 1.0"
        default: break
        }
        feed.language = attributes[XMLName("lang", space: FeedSpace.xml)]
    }

    private func startItem(_ attributes: [XMLName: String], _ line: Int) {
        guard feed.items.count < Limits.newsItems else {
            problem = problem ?? Problem(line: line, message: .tooManyItems)
            return
        }
        var new = RawItem()
        new.line = line
        new.id = attributes[XMLName("about", space: FeedSpace.rdf)]
        new.base = bases.last ?? nil ?? address
        item = new
        itemDepth = depth
    }

    /// Media that goes with an item: what is no picture is kept as a link.
    private func startMedia(_ name: XMLName, _ attributes: [XMLName: String]) {
        guard item != nil, name.local != "group" else { return }
        if mediaDepth == nil { mediaDepth = depth }
        let kind = attributes[XMLName("medium")] ?? attributes[XMLName("type")] ?? "image"
        if !kind.hasPrefix("image"), let target = attributes[XMLName("url")] {
            item?.enclosures.append(target)
        }
    }

    private func startField(_ name: XMLName, _ attributes: [XMLName: String]) {
        if name.local == "link", let target = attributes[XMLName("href")] {
            atomLink(target, attributes[XMLName("rel")] ?? "alternate")
            return
        }
        if name.local == "content", let target = attributes[XMLName("src")], isAtom {
            item?.enclosures.append(target)
            return
        }
        if name.local == "enclosure", let target = attributes[XMLName("url")] {
            item?.enclosures.append(target)
            return
        }
        if name.local == "category", let term = attributes[XMLName("term")] {
            item?.categories.append(term)
            return
        }
        // A picture's or a source's own title and link are not the item's.
        switch name.local {
        case "image" where name.space != FeedSpace.dublinCore,
            "textinput" where name.space != FeedSpace.dublinCore,
            "textInput" where name.space != FeedSpace.dublinCore,
            "source" where name.space != FeedSpace.dublinCore:
            return
        default: break
        }
        capture = Capture(name: name, depth: depth, kind: kind(of: name, attributes))
        capture?.isOpaque =
            name.local == "guid" && attributes[XMLName("isPermaLink")]?.lowercased() == "false"
    }

    private func atomLink(_ target: String, _ relation: String) {
        let address = RelativeLink.resolve(target, base: base)
        switch (relation, item == nil) {
        case ("alternate", true): feed.link = feed.link ?? address
        case ("alternate", false):
            if item?.link == nil { item?.link = address }
        case ("self", true): feed.selfLink = feed.selfLink ?? address
        case ("enclosure", false): item?.enclosures.append(target)
        default: break
        }
    }

    private func kind(
        of name: XMLName, _ attributes: [XMLName: String]
    ) -> Capture.Kind {
        if name.local == "author", isAtom { return .person }
        guard isAtom, FeedSpace.atom.contains(name.space) else { return .html }
        if attributes[XMLName("mode")] == "escaped" { return .html }
        if attributes[XMLName("mode")] == "xml" { return .xhtml }
        switch attributes[XMLName("type")] {
        case "html", "text/html": return .html
        case "xhtml", "application/xhtml+xml": return .xhtml
        default: return .plain
        }
    }

    // MARK: Inside a field

    /// An element inside a field: HTML that was not escaped, or the name of an author.
    private func startInside(_ name: XMLName, _ attributes: [XMLName: String]) {
        switch capture?.kind {
        case .person where name.local == "name":
            capture?.isInName = true
            capture?.person = ""
            capture?.text = ""
        case .person:
            if capture?.person == nil { capture?.person = "" }
        case .html, .xhtml:
            var tag = "<" + name.local
            for (key, value) in attributes where Self.keptAttributes.contains(key.local) {
                tag += " \(key.local)=\"" + Self.escaped(value) + "\""
            }
            capture?.text += tag + ">"
        default: break
        }
    }

    private static let keptAttributes: Set<String> = ["href", "alt", "width", "height", "style"]

    private func endInside(_ name: XMLName) {
        switch capture?.kind {
        case .person where capture?.isInName == true && name.local == "name":
            let name = capture?.text
            capture?.isInName = false
            capture?.person = name
        case .html, .xhtml: capture?.text += "</" + name.local + ">"
        default: break
        }
    }

    private static func escaped(_ text: String) -> String {
        guard text.contains(where: { "&<>\"".contains($0) }) else { return text }
        return text.replacing("&", with: "&amp;").replacing("<", with: "&lt;")
            .replacing(">", with: "&gt;").replacing("\"", with: "&quot;")
    }

    // MARK: Fields

    private func finish(_ capture: Capture) {
        let text = capture.person.flatMap { $0.isEmpty ? nil : $0 } ?? capture.text
        guard text.hasVisibleEnds || !text.allSatisfy(\.isWhitespace) else { return }
        let raw = RawText(text: text, isHTML: capture.kind != .plain && capture.kind != .person)
        if item == nil {
            finishChannel(capture.name, raw)
        } else {
            item?.take(raw, of: capture.name, inMedia: mediaDepth != nil, base: base)
            if capture.isOpaque { item?.permalink = nil }
        }
    }

    private func finishChannel(_ name: XMLName, _ text: RawText) {
        let line = CleanText.line(text.text)
        switch name.local {
        case "title" where feed.title.isEmpty:
            feed.title = text.isHTML ? HTMLText.line(text.text) : line
        case "link": feed.link = feed.link ?? RelativeLink.resolve(line, base: base)
        case "id": feed.id = line
        case "language": feed.language = line
        default: break
        }
    }
}

extension Phrase {
    static let fieldTooLong = Phrase(
        sv: "en text längre än \(Limits.bodySize >> 20) MiB i en nyhet",
        en: "a text longer than \(Limits.bodySize >> 20) MiB in a news item")
    static let tooManyItems = Phrase(
        sv: "fler än \(Limits.newsItems) nyheter i en fil",
        en: "more than \(Limits.newsItems) news items in one file")
}

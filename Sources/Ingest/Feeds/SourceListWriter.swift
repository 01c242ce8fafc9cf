import CXML
import ClimateModel

/// A feed in a list of sources.
public struct ListedFeed: Hashable, Sendable {
    /// What lists call it.
    public var title: String
    /// Its URL.
    public var address: String
    /// The municipality that all of it is about.
    public var municipality: Municipality?

    /// Takes what is known as it is.
    public init(title: String, address: String, municipality: Municipality? = nil) {
        self.title = title
        self.address = address
        self.municipality = municipality
    }
}

/// Writes OPML 2.0 (opml.org/spec2.opml), what ``SourceList`` reads.
public enum SourceListWriter {
    /// The attribute that keeps a feed's municipality, in a name space of its own as OPML asks for.
    static let nameSpace = "tag:utkik,2026:opml"

    /// The list, feeds about one municipality in an outline of its name; nil where there is no memory for it.
    ///
    /// - Complexity: O(*n* log *n*).
    public static func opml(_ feeds: [ListedFeed], title: String, made: Timestamp) -> String? {
        guard let document = xmlNewDoc("1.0") else { return nil }
        defer { xmlFreeDoc(document) }
        guard let root = xmlNewNode(nil, "opml") else { return nil }
        xmlDocSetRootElement(document, root)
        xmlNewProp(root, "version", "2.0")
        let space = xmlNewNs(root, nameSpace, "utkik")
        let head = xmlNewChild(root, nil, "head", nil)
        xmlNewTextChild(head, nil, "title", title)
        xmlNewTextChild(head, nil, "dateCreated", httpDate(made))
        guard let body = xmlNewChild(root, nil, "body", nil) else { return nil }
        let groups = Dictionary(grouping: feeds, by: \.municipality?.code)
        for feed in groups[nil] ?? [] { add(feed, to: body, space) }
        for code in groups.keys.compactMap(\.self).sorted() {
            guard let members = groups[code], let municipality = members.first?.municipality,
                let outline = xmlNewChild(body, nil, "outline", nil)
            else { continue }
            xmlNewProp(outline, "text", municipality.name)
            for feed in members { add(feed, to: outline, space) }
        }
        return text(of: document)
    }

    private static func add(_ feed: ListedFeed, to parent: xmlNodePtr, _ space: xmlNsPtr?) {
        guard let outline = xmlNewChild(parent, nil, "outline", nil) else { return }
        xmlNewProp(outline, "type", "rss")
        xmlNewProp(outline, "text", feed.title)
        xmlNewProp(outline, "title", feed.title)
        xmlNewProp(outline, "xmlUrl", feed.address)
        if let page = site(of: feed.address) { xmlNewProp(outline, "htmlUrl", page) }
        if let code = feed.municipality?.code {
            xmlNewNsProp(outline, space, "municipality", code.rawValue)
        }
    }

    /// The first page of the site that the feed is on.
    private static func site(of address: String) -> String? {
        guard LinkAddress.isAllowed(address), let start = address.range(of: "://") else {
            return nil
        }
        let host = address[start.upperBound...].prefix { !"/?#".contains($0) }
        return address[..<start.upperBound] + host + "/"
    }

    private static func text(of document: xmlDocPtr) -> String? {
        var bytes: UnsafeMutablePointer<xmlChar>?
        var count: Int32 = 0
        xmlDocDumpFormatMemoryEnc(document, &bytes, &count, "UTF-8", 1)
        guard let bytes else { return nil }
        defer { utkik_xml_free(bytes) }
        return String(decoding: UnsafeBufferPointer(start: bytes, count: Int(count)), as: UTF8.self)
    }

    /// "Sat, 21 Nov 2026 23:00:00 GMT" (RFC 822 with the year in full, as OPML has dates).
    private static func httpDate(_ moment: Timestamp) -> String {
        let clock = moment.clock(offset: 0)
        let days = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]
        let months = [
            "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
        ]
        let date = clock.date
        func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
        return "\(days[date.weekday]), \(two(date.day)) \(months[date.month - 1]) \(date.year) "
            + "\(two(clock.hour)):\(two(clock.minute)):\(two(clock.second)) GMT"
    }
}

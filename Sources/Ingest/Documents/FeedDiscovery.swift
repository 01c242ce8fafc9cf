import ClimateModel

/// Finds the feeds that a web page names (the HTML standard, section 4.6.7.4).
public enum FeedDiscovery {
    /// The addresses of the page's feeds, the best first; feeds of comments are not among them.
    ///
    /// Empty for what is no page, one over the limits, and one that names none.
    ///
    /// - Parameter base: where the page was fetched from; relative addresses are left out without it.
    /// - Complexity: O(*n*).
    public static func links(in bytes: [UInt8], base: String?) -> [String] {
        guard bytes.count <= Limits.fileSize, let decoded = try? DecodedText(bytes),
            let page = HTMLElement.tree(decoded.text)
        else { return [] }
        return links(in: page, base: base)
    }

    static func links(in page: HTMLElement, base: String?) -> [String] {
        let own = page.first("base")?.attributes["href"]
        let base = own.flatMap { RelativeLink.resolve($0, base: base) } ?? base
        var found: [(rank: Int, address: String)] = []
        page.visit { element in
            guard element.name == "link", found.count < 20, let rank = rank(of: element),
                let address = RelativeLink.resolve(element.attributes["href"] ?? "", base: base),
                address.lowercased().hasPrefix("http"),
                !found.contains(where: { $0.address == address })
            else { return }
            found.append((rank, address))
        }
        return found.enumerated()
            .sorted { ($0.element.rank, $0.offset) < ($1.element.rank, $1.offset) }
            .map(\.element.address)
    }

    /// 0 for a feed, more for what may be one; nil for what is none.
    private static func rank(of link: HTMLElement) -> Int? {
        let relations = (link.attributes["rel"] ?? "").lowercased().split(
            whereSeparator: \.isWhitespace)
        guard relations.contains("alternate"), !relations.contains("stylesheet") else { return nil }
        let words = [link.attributes["href"], link.attributes["title"]]
            .map { ($0 ?? "").lowercased() }
        guard !words.contains(where: { $0.hasASCII("comment") || $0.hasASCII("kommentar") }) else {
            return nil
        }
        let type = (link.attributes["type"] ?? "").lowercased().prefix { $0 != ";" && $0 != " " }
        switch type {
        case "application/rss+xml", "application/atom+xml", "application/feed+json": return 0
        case "application/rdf+xml", "text/xml", "application/xml": return 1
        case "application/json":
            return words.contains { $0.hasASCII("feed") || $0.hasASCII("flöde") } ? 2 : nil
        default: return nil
        }
    }
}

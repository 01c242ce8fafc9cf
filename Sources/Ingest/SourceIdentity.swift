import ClimateModel

extension Source.ID {
    /// The source of a file that has no name of its own: its type and its name without folders and extension.
    ///
    /// So next year's table under the same name continues the same source, wherever it lies and whether it is
    /// CSV or TSV, and a table and a list of projects of the same name are kept apart. A feed has its own address
    /// instead (``feed(address:)``).
    static func imported(_ type: ContentType, _ context: ImportContext) -> Source.ID {
        Source.ID(rawValue: "\(type.rawValue)-\(slug(context.stem))")
    }

    /// The source that is read at an address: the same for a feed in a list of sources, and for a file that says it is
    /// that feed.
    ///
    /// Scheme, "www." and a last slash don't count, so the feed stays itself when its site moves to https.
    public static func feed(address: some StringProtocol) -> Source.ID {
        var key = address.lowercased()[...]
        for prefix in ["https://", "http://", "www."] where key.hasPrefix(prefix) {
            key = key.dropFirst(prefix.count)
        }
        while key.hasSuffix("/") { key = key.dropLast() }
        let hash = NewsItem.ID(identity: String(key)).rawValue
        return Source.ID(rawValue: "feed-" + String(hash, radix: 36))
    }
}

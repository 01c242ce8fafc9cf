/// How sure a figure or text is.
public enum Certainty: String, Codable, Sendable, CaseIterable {
    /// As its publisher published it.
    case high
    /// Seen in a secondary source, or derived from published figures.
    case medium
    /// Uncertain; shown with a mark.
    case low
}

/// Who published something, when it was fetched, and how sure it is.
public struct Provenance: Hashable, Codable, Sendable {
    /// The source it came through.
    public var source: Source.ID
    /// Who published it, in the publisher's own name.
    public var publisher: String
    /// When it was fetched or imported.
    public var fetched: Timestamp?
    /// How sure it is.
    public var certainty: Certainty
    /// Where exactly: a page, table or column.
    public var detail: String?

    /// High certainty unless told otherwise; what else is left out is not known.
    public init(
        source: Source.ID, publisher: String, fetched: Timestamp? = nil,
        certainty: Certainty = .high, detail: String? = nil
    ) {
        self.source = source
        self.publisher = publisher
        self.fetched = fetched
        self.certainty = certainty
        self.detail = detail
    }
}

/// Somewhere content comes from.
public struct Source: Hashable, Codable, Sendable, Identifiable {
    /// A short stable name: "starter", "svensktnaringsliv", or the hash of an address.
    public struct ID: RawRepresentable, Hashable, Codable, Sendable {
        /// The name as the database spells it.
        public let rawValue: String
        /// Any text will do; it is not checked.
        public init(rawValue: String) { self.rawValue = rawValue }
    }

    /// What a source is, which tells how it is read.
    public enum Kind: String, Codable, Sendable, CaseIterable {
        /// Content that comes with Utkik, a table, an RSS, Atom or JSON feed, a file of projects, a newsletter, a web
        /// page or other document, Kolada's API.
        case starter, table, feed, projects, newsletter, document, kolada
    }

    /// What records name the source by.
    public var id: ID
    /// What it is, which tells how it is read.
    public var kind: Kind
    /// What lists call it.
    public var title: String
    /// Where it is read from: a URL or a path.
    public var address: String?
    /// The publisher's terms in few words: "Källa: Kolada", "CC0".
    public var terms: String?
    /// The last time it was read without error.
    public var lastSuccess: Timestamp?
    /// What went wrong last, in plain words; nil when the last reading succeeded.
    public var lastError: LocalizedText?

    /// What is left out is not known; `lastError` is nil when nothing went wrong.
    public init(
        id: ID, kind: Kind, title: String, address: String? = nil, terms: String? = nil,
        lastSuccess: Timestamp? = nil, lastError: LocalizedText? = nil
    ) {
        self.id = id
        self.kind = kind
        self.title = title
        self.address = address
        self.terms = terms
        self.lastSuccess = lastSuccess
        self.lastError = lastError
    }
}

extension Source.ID {
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

    /// Whether it is of an address, so that it can be subscribed to and removed. What comes from any other stays.
    public var isOfAddress: Bool { rawValue.hasPrefix("feed-") }
}

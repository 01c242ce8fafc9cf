/// Something a municipality, or somebody about it, published.
public struct NewsItem: Hashable, Codable, Sendable, Identifiable {
    /// A stable key made from the item's identity at its publisher; the same in every database.
    public struct ID: RawRepresentable, Hashable, Codable, Sendable {
        public let rawValue: Int64
        public init(rawValue: Int64) { self.rawValue = rawValue }
    }

    public enum Kind: String, Codable, Sendable, CaseIterable {
        case news, pressRelease, newsletter, blogPost
    }

    public var id: ID
    /// What makes it the same item when it is seen again: its guid, else its link, else a hash of its content.
    public var identity: String
    public var kind: Kind
    public var title: LocalizedText
    public var body: LocalizedBody
    /// A line or two; empty where the publisher gives none.
    public var summary: LocalizedText
    public var author: String?
    public var link: String?
    /// When it was published, as exactly as known.
    public var published: PublicationDate
    public var updated: Timestamp?
    /// The municipalities it is about, those its source is of first.
    public var municipalities: [MunicipalityCode]
    public var provenance: Provenance

    public init(
        identity: String, kind: Kind, title: LocalizedText, body: LocalizedBody = LocalizedBody(),
        summary: LocalizedText = LocalizedText(), author: String? = nil, link: String? = nil,
        published: PublicationDate, updated: Timestamp? = nil,
        municipalities: [MunicipalityCode] = [], provenance: Provenance
    ) {
        id = ID(identity: identity)
        self.identity = identity
        self.kind = kind
        self.title = title
        self.body = body
        self.summary = summary
        self.author = author
        self.link = link
        self.published = published
        self.updated = updated
        self.municipalities = municipalities
        self.provenance = provenance
    }
}

extension NewsItem.ID {
    /// The 64-bit FNV-1a hash of `identity`, without its sign bit. One pair in 10^7 of a million items collides.
    public init(identity: String) {
        var hash: UInt64 = 0xcbf2_9ce4_8422_2325
        for byte in identity.utf8 {
            hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01b3
        }
        self.init(rawValue: Int64(hash & 0x7fff_ffff_ffff_ffff))
    }
}

/// When something was published: to the second, only to the day, month or year, or not known at all.
public enum PublicationDate: Hashable, Sendable {
    case moment(Timestamp)
    case date(PartialDate)
    /// Its publisher gives no date. Lists that have the newest first show it last.
    case unknown

    /// What lists are ordered by: the moment, or midnight UTC of the first possible day; an unknown date comes before
    /// every other.
    public var sortKey: Timestamp {
        switch self {
        case .moment(let moment): moment
        case .date(let date): Timestamp(date.earliest)
        case .unknown: .distantPast
        }
    }

    /// The day it was published on, where clocks are `offset` seconds east of UTC, as exactly as known.
    public func date(offset: Int = 0) -> PartialDate? {
        switch self {
        case .moment(let moment): PartialDate(moment.clock(offset: offset).date)
        case .date(let date): date
        case .unknown: nil
        }
    }

    /// ISO 8601, as exactly as known; nil where nothing is known.
    public var iso8601: String? {
        switch self {
        case .moment(let moment): moment.description
        case .date(let date): date.description
        case .unknown: nil
        }
    }

    /// Reads what `iso8601` gives; nil for anything else.
    public init?(_ text: some StringProtocol) {
        if let date = PartialDate(text) {
            self = .date(date)
        } else if let moment = Timestamp(text) {
            self = .moment(moment)
        } else {
            return nil
        }
    }
}

/// Coded as its ISO 8601 text, an unknown date as null.
extension PublicationDate: Codable {
    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        if container.decodeNil() {
            self = .unknown
            return
        }
        let text = try container.decode(String.self)
        guard let value = PublicationDate(text) else {
            throw DecodingError.dataCorruptedError(
                in: container,
                debugDescription: "expected a date or time in ISO 8601, found \(text)")
        }
        self = value
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        if let text = iso8601 {
            try container.encode(text)
        } else {
            try container.encodeNil()
        }
    }
}

/// A body in one or both languages.
public struct LocalizedBody: Hashable, Codable, Sendable {
    public var swedish: StructuredText?
    public var english: StructuredText?

    public init(swedish: StructuredText? = nil, english: StructuredText? = nil) {
        self.swedish = swedish
        self.english = english
    }

    /// The body in `language`, else in the other, else an empty one.
    public func text(in language: Language) -> StructuredText {
        switch language {
        case .swedish: swedish ?? english ?? StructuredText()
        case .english: english ?? swedish ?? StructuredText()
        }
    }

    private enum CodingKeys: String, CodingKey {
        case swedish = "sv"
        case english = "en"
    }
}

/// A news item as lists show it, with this user's marks.
public struct NewsSummary: Hashable, Sendable, Identifiable {
    public var id: NewsItem.ID
    public var kind: NewsItem.Kind
    public var title: LocalizedText
    public var published: PublicationDate
    public var updated: Timestamp?
    public var municipalities: [MunicipalityCode]
    public var source: Source.ID
    public var publisher: String
    public var link: String?
    public var isUnread: Bool
    public var isStarred: Bool
    /// Where a search matched: text around the first match, with the matches' ranges. Nil when nothing was searched.
    public var excerpt: Excerpt?

    public init(
        id: NewsItem.ID, kind: NewsItem.Kind, title: LocalizedText, published: PublicationDate,
        updated: Timestamp? = nil, municipalities: [MunicipalityCode], source: Source.ID,
        publisher: String, link: String? = nil, isUnread: Bool, isStarred: Bool,
        excerpt: Excerpt? = nil
    ) {
        self.id = id
        self.kind = kind
        self.title = title
        self.published = published
        self.updated = updated
        self.municipalities = municipalities
        self.source = source
        self.publisher = publisher
        self.link = link
        self.isUnread = isUnread
        self.isStarred = isStarred
        self.excerpt = excerpt
    }
}

/// A piece of text in which a search matched.
public struct Excerpt: Hashable, Sendable {
    /// Runs of text in order; `isMatch` marks what was searched for.
    public var runs: [Run]

    public struct Run: Hashable, Sendable {
        public var text: String
        public var isMatch: Bool
        public init(text: String, isMatch: Bool) {
            self.text = text
            self.isMatch = isMatch
        }
    }

    public init(runs: [Run]) { self.runs = runs }
}

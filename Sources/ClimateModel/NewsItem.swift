/// Something a municipality, or somebody about it, published.
public struct NewsItem: Hashable, Codable, Sendable, Identifiable {
    /// A stable key made from the item's identity at its publisher; the same in every database.
    public struct ID: RawRepresentable, Hashable, Codable, Sendable {
        /// Never negative: a hash without its sign bit.
        public let rawValue: Int64
        /// Takes a key that was made before; `init(identity:)` makes one.
        public init(rawValue: Int64) { self.rawValue = rawValue }
    }

    /// What sort of publication it is.
    public enum Kind: String, Codable, Sendable, CaseIterable {
        /// A news page, a press release, a newsletter or a blog post.
        case news, pressRelease, newsletter, blogPost
    }

    /// Made from `identity`.
    public var id: ID
    /// What makes it the same item when it is seen again: its guid, else its link, else a hash of its content.
    public var identity: String
    /// What sort of publication it is.
    public var kind: Kind
    /// The headline, one line of clean text.
    public var title: LocalizedText
    /// The whole text; empty where the publisher gives none.
    public var body: LocalizedBody
    /// A line or two; empty where the publisher gives none.
    public var summary: LocalizedText
    /// Who wrote it; nil where it is not told.
    public var author: String?
    /// Its address on the web, http or https; nil where it has none.
    public var link: String?
    /// When it was published, as exactly as known.
    public var published: PublicationDate
    /// When its publisher last changed it; nil where it is not told.
    public var updated: Timestamp?
    /// The municipalities it is about, those its source is of first.
    public var municipalities: [MunicipalityCode]
    /// Who published it, and the source it came through.
    public var provenance: Provenance
    /// What its text says of places in rankings.
    public var claims: [RankingClaim]
    /// What its text says will happen, in order of date.
    public var agenda: [AgendaEntry]
    /// The other sources that the same item came through. A store finds them out; what is written of them is ignored.
    public var alsoFrom: [Copy]

    /// The same item as another source has it.
    public struct Copy: Hashable, Codable, Sendable {
        /// Who published it there, and the source.
        public var provenance: Provenance
        /// Its address there, http or https; nil where it has none.
        public var link: String?

        /// `link` is nil where the copy has none.
        public init(provenance: Provenance, link: String? = nil) {
            self.provenance = provenance
            self.link = link
        }
    }

    /// The id is made from `identity`; what is left out is not known.
    public init(
        identity: String, kind: Kind, title: LocalizedText, body: LocalizedBody = LocalizedBody(),
        summary: LocalizedText = LocalizedText(), author: String? = nil, link: String? = nil,
        published: PublicationDate, updated: Timestamp? = nil,
        municipalities: [MunicipalityCode] = [], provenance: Provenance,
        claims: [RankingClaim] = [], agenda: [AgendaEntry] = [], alsoFrom: [Copy] = []
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
        self.claims = claims
        self.agenda = agenda
        self.alsoFrom = alsoFrom
    }

    /// Claims, agenda and further sources may be left out.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        id = try container.decode(ID.self, forKey: .id)
        identity = try container.decode(String.self, forKey: .identity)
        kind = try container.decode(Kind.self, forKey: .kind)
        title = try container.decode(LocalizedText.self, forKey: .title)
        body = try container.decode(LocalizedBody.self, forKey: .body)
        summary = try container.decode(LocalizedText.self, forKey: .summary)
        author = try container.decodeIfPresent(String.self, forKey: .author)
        link = try container.decodeIfPresent(String.self, forKey: .link)
        published = try container.decode(PublicationDate.self, forKey: .published)
        updated = try container.decodeIfPresent(Timestamp.self, forKey: .updated)
        municipalities = try container.decode([MunicipalityCode].self, forKey: .municipalities)
        provenance = try container.decode(Provenance.self, forKey: .provenance)
        claims = try container.decodeIfPresent([RankingClaim].self, forKey: .claims) ?? []
        agenda = try container.decodeIfPresent([AgendaEntry].self, forKey: .agenda) ?? []
        alsoFrom = try container.decodeIfPresent([Copy].self, forKey: .alsoFrom) ?? []
    }
}

extension NewsItem.ID {
    /// The 64-bit FNV-1a hash of `identity`, without its sign bit. One pair in 10^7 of a million items collides.
    public init(identity: String) {
        var hash = FowlerHash()
        hash.add(identity.utf8)
        self.init(rawValue: hash.value & 0x7fff_ffff_ffff_ffff)
    }
}

/// When something was published: to the second, only to the day, month or year, or not known at all.
public enum PublicationDate: Hashable, Sendable {
    /// Known to the second.
    case moment(Timestamp)
    /// Known to the day, month or year.
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
    /// Reads null as unknown; throws `DecodingError.dataCorrupted` for a text that is no date.
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

    /// Writes the ISO 8601 text, or null for an unknown date.
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
    /// The Swedish body; nil where it is not known.
    public var swedish: StructuredText?
    /// The English body; nil where it is not known.
    public var english: StructuredText?

    /// With neither language the body reads as empty.
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
    /// The item that is summed up.
    public var id: NewsItem.ID
    /// What sort of publication it is.
    public var kind: NewsItem.Kind
    /// The headline.
    public var title: LocalizedText
    /// When it was published, as exactly as known.
    public var published: PublicationDate
    /// When its publisher last changed it; nil where it is not told.
    public var updated: Timestamp?
    /// The municipalities it is about, those its source is of first.
    public var municipalities: [MunicipalityCode]
    /// The source it came through.
    public var source: Source.ID
    /// Who published it, in the publisher's own name.
    public var publisher: String
    /// Its address on the web; nil where it has none.
    public var link: String?
    /// Whether this user has yet to read it.
    public var isUnread: Bool
    /// Whether this user gave it a star.
    public var isStarred: Bool
    /// Where a search matched: text around the first match, with the matches' ranges. Nil when nothing was searched.
    public var excerpt: Excerpt?

    /// Takes the item's facts and this user's marks; `excerpt` is for a search.
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

    /// Text that matches as a whole, or not at all.
    public struct Run: Hashable, Sendable {
        /// The run's text.
        public var text: String
        /// Whether it is what was searched for.
        public var isMatch: Bool
        /// One run of an excerpt.
        public init(text: String, isMatch: Bool) {
            self.text = text
            self.isMatch = isMatch
        }
    }

    /// Takes the runs in reading order.
    public init(runs: [Run]) { self.runs = runs }
}

/// Something that was understood from the text of a news item, with the item it comes from.
public struct Finding<Content: Hashable & Sendable>: Hashable, Sendable {
    /// What the text says.
    public var content: Content
    /// The item whose text says so.
    public var item: NewsItem.ID
    /// The item's headline.
    public var title: LocalizedText
    /// When the item was published.
    public var published: PublicationDate
    /// Who published the item, and the source it came through.
    public var provenance: Provenance

    /// Takes what was read and the facts of its item.
    public init(
        _ content: Content, item: NewsItem.ID, title: LocalizedText, published: PublicationDate,
        provenance: Provenance
    ) {
        self.content = content
        self.item = item
        self.title = title
        self.published = published
        self.provenance = provenance
    }

    /// What the text of `item` says.
    public init(_ content: Content, in item: NewsItem) {
        self.init(
            content, item: item.id, title: item.title, published: item.published,
            provenance: item.provenance)
    }
}

/// A claim of a place in a ranking, with the item that makes it.
public typealias ClaimRecord = Finding<RankingClaim>

/// Something that will happen, with the item that tells of it.
public typealias AgendaRecord = Finding<AgendaEntry>

/// Which claims.
public struct ClaimQuery: Hashable, Sendable {
    /// Only of this ranking; nil means any, also those that are no indicator here.
    public var indicator: Indicator.ID?
    /// Only about this one; nil means any.
    public var municipality: MunicipalityCode?

    /// No more than this many are given.
    public static let limit = 2_000

    /// All claims unless told otherwise.
    public init(indicator: Indicator.ID? = nil, municipality: MunicipalityCode? = nil) {
        self.indicator = indicator
        self.municipality = municipality
    }
}

/// Which dates ahead.
public enum AgendaQuery: Hashable, Sendable {
    /// What concerns a municipality, by itself or with all that its item is about, and is not over before that day.
    case municipality(MunicipalityCode, from: CalendarDate)
    /// What was told in news that name the project and its municipality, also what is over.
    case project(Project.ID)

    /// No more than this many are given.
    public static let limit = 50
}

extension AgendaEntry {
    /// The last day that it may mean.
    public var latest: CalendarDate { max(date.latest, end?.latest ?? date.latest) }
}

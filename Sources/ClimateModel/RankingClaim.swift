/// What a text says about a municipality's place in a ranking.
///
/// A claim is no figure of the ranking itself: where the two differ, both are shown; where the list has a hole, the
/// claim may fill it, marked as coming from the news.
public struct RankingClaim: Hashable, Sendable {
    /// The code of the municipality that the text is about.
    public var municipality: MunicipalityCode
    /// The municipality's name.
    public var name: String
    /// The ranking's title as its publisher has it: "Lokalt företagsklimat".
    public var ranking: String
    /// Nil where neither the text nor its date tells.
    public var year: Int?
    /// 1–290; nil where the text tells the change alone.
    public var rank: Int?
    /// The previous year's rank minus this one's: +31 is up 31 places.
    public var change: Int?
    /// The sentence that says so.
    public var quote: String
    /// How sure it is that the text says this: ``Certainty/high`` where one sentence names municipality and ranking,
    /// ``Certainty/medium`` where one or both come from the text around it or a figure is worked out, ``Certainty/low``
    /// where nothing tells which ranking is meant, or the sentence contradicts itself.
    public var certainty: Certainty

    /// Takes what was read from the text as it is.
    public init(
        municipality: MunicipalityCode, name: String, ranking: String, year: Int?, rank: Int?,
        change: Int?, quote: String, certainty: Certainty
    ) {
        self.municipality = municipality
        self.name = name
        self.ranking = ranking
        self.year = year
        self.rank = rank
        self.change = change
        self.quote = quote
        self.certainty = certainty
    }
}

extension RankingClaim {
    /// Whether it is of `indicator`: its title in either language is the ranking's, or the indicator is the one by which
    /// the ranking is known.
    ///
    /// - Complexity: O(*k*) in the length of the titles.
    public func isOf(_ indicator: Indicator) -> Bool { Self.isRanking(ranking, of: indicator) }

    /// Whether the ranking called `title` is the one that `indicator` holds the places of.
    ///
    /// - Complexity: O(*k*) in the length of the titles.
    public static func isRanking(_ title: String, of indicator: Indicator) -> Bool {
        let folded = SearchKey.fold(title)
        if known[folded]?.contains(indicator.id.rawValue) ?? false { return true }
        return [indicator.title.swedish, indicator.title.english].contains {
            $0.map { SearchKey.fold($0) == folded } ?? false
        }
    }

    /// By folded title, the ids of indicators that hold a ranking under another title: Kolada's total index of Insikt.
    private static let known: [String: Set<String>] = [
        "lokalt foretagsklimat": ["foretagsklimat"],
        "insikt": ["U07453", "U07451"],
    ]
}

/// Coded with every key, null where nothing is known: `{"municipality": "Kristinehamn", "code": "1781",
/// "ranking": "Lokalt företagsklimat", "year": 2021, "rank": 150, "change": 31, "quote": …, "certainty": "high"}`.
extension RankingClaim: Codable {
    private enum CodingKeys: String, CodingKey {
        case name = "municipality"
        case municipality = "code"
        case ranking, year, rank, change, quote, certainty
    }

    /// Writes every key, null where nothing is known.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(name, forKey: .name)
        try container.encode(municipality, forKey: .municipality)
        try container.encode(ranking, forKey: .ranking)
        try container.encode(year, forKey: .year)
        try container.encode(rank, forKey: .rank)
        try container.encode(change, forKey: .change)
        try container.encode(quote, forKey: .quote)
        try container.encode(certainty, forKey: .certainty)
    }
}

import ClimateModel

/// The rankings pane: which list, in which order, and where in it.
public struct RankingsPane: Sendable {
    /// What is ranked; nil until the indicators are read.
    public internal(set) var indicator: Indicator.ID?
    /// The year that is shown; nil until there is one.
    public internal(set) var period: Period?
    /// Whom the list is about.
    public internal(set) var scope = Scope.country
    /// What the rows are sorted by, and which way.
    public internal(set) var sort = Sort(column: .rank)
    /// Whether the chosen municipality and its peers stand on top.
    public internal(set) var isPinned = false
    /// What is searched for; "" for nothing.
    public internal(set) var search = ""
    /// Where the list stands.
    public internal(set) var list = ListState()
    /// All rows, in the order they are shown.
    public internal(set) var rows: [RankingRow] = []
    /// How many of the scope have a known rank.
    public internal(set) var known = 0
    /// Of how many others the place is known from news alone.
    public internal(set) var claimed = 0
    /// Why the list can't be shown; nil when it can.
    public internal(set) var problem: Problem?

    /// What the rows are sorted by.
    public struct Sort: Hashable, Sendable {
        /// The columns that can be sorted by.
        public enum Column: String, Hashable, Sendable, CaseIterable {
            /// Ranks and changes from the best, values from the highest, names in alphabetical order.
            case rank, change, name, county, group, value
        }

        /// What is sorted by.
        public var column: Column
        /// Whether it is sorted the other way round.
        public var isReversed: Bool

        /// The column's own order unless told otherwise.
        public init(column: Column, isReversed: Bool = false) {
            self.column = column
            self.isReversed = isReversed
        }
    }

    var selected: RankingRow? { rows.indices.contains(list.selection) ? rows[list.selection] : nil }
}

/// Why a pane can't show what it should.
public struct Problem: Hashable, Sendable {
    /// What went wrong, in the user's language.
    public var text: String
    /// When it last could.
    public var lastGood: Timestamp?
    /// Whether only the rows in sight could not be read; then others may.
    var isOfRows = false
}

/// One municipality's line in the rankings pane.
public struct RankingRow: Hashable, Sendable {
    /// Whose line it is.
    public var municipality: Municipality
    /// Nil where it is not known.
    public var rank: Int?
    /// Whether it shares its rank with another.
    public var isTied: Bool
    /// Places up (positive) or down since the period before; nil where that can't be told.
    public var change: Int?
    /// The figure behind the rank; nil where there is none.
    public var observation: Observation?
    /// Its ranks, period by period, as far as the one that is shown.
    public var trend: Trend
    /// Whether it stands above the list's own order.
    public var isPinned: Bool
    /// What news say of its place where the list lacks it or has another; nil where they add nothing.
    public var claim: ClaimNote?

    /// The published place, else the one that news claim.
    public var shownRank: Int? { rank ?? claim?.filledRank }
    /// The change that goes with the place shown.
    public var shownChange: Int? { change ?? claim?.filledChange }
}

/// The rows of a list of municipalities, from what is known.
public struct RankingRows {
    /// In the order they are shown.
    public internal(set) var rows: [RankingRow]
    /// How many of them have a known rank: a published one.
    public internal(set) var known: Int
    /// How many others have a rank from news alone.
    public internal(set) var claimed: Int

    /// Pinned rows first, then those with a known rank in the order asked for, then the others by name. A rank that is
    /// claimed stands after the published ones of the same number.
    ///
    /// - Complexity: O(*n* log *n* + *n p*) for *n* municipalities and *p* periods.
    public init(
        table: ObservationTable, period: Period, members: Set<MunicipalityCode>,
        pinned: Set<MunicipalityCode>, sort: RankingsPane.Sort, gazetteer: Gazetteer,
        language: Language, claims: ClaimTable = ClaimTable()
    ) {
        let ranking = table.ranking(in: period, outOf: gazetteer.all.count)
        let entries = Dictionary(
            ranking.entries.map { ($0.municipality, $0) }, uniquingKeysWith: { first, _ in first })
        rows = gazetteer.all.filter { members.contains($0.code) }.map { municipality in
            let entry = entries[municipality.code]
            return RankingRow(
                municipality: municipality, rank: entry?.rank, isTied: entry?.isTied ?? false,
                change: entry?.change,
                observation: table.observation(of: municipality.code, in: period),
                trend: table.trend(of: municipality.code, through: period),
                isPinned: pinned.contains(municipality.code),
                claim: claims.note(of: municipality.code, in: period, beside: table))
        }
        known = rows.count { $0.rank != nil }
        claimed = rows.count { $0.rank == nil && $0.shownRank != nil }
        let keys = rows.map { Key($0, sort: sort, language: language) }
        // Rows are large, so their numbers are sorted instead.
        let order = rows.indices.sorted {
            keys[$0].precedes(keys[$1], isReversed: sort.isReversed)
        }
        rows = order.map { [rows] in rows[$0] }
    }

    /// What the rows are of: "Lokalt företagsklimat 2021 · 39 av 290 kända · Källa: Svenskt Näringsliv".
    public func summary(
        of indicator: Indicator, in period: Period, _ formats: Formats
    ) -> String {
        let language = formats.language
        let counts = Dictionary(
            rows.compactMap { $0.observation?.provenance?.publisher }.map { ($0, 1) },
            uniquingKeysWith: +)
        let publishers = counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map(\.key)
        let shown =
            publishers.isEmpty
            ? indicator.publisher : publishers.prefix(3).joined(separator: ", ")
        return [
            "\(indicator.title.text(in: language)) \(period)",
            Phrases.known(known, of: rows.count, formats, claimed: claimed),
            "\(Phrases.source(language)): \(shown)",
        ].joined(separator: " · ")
    }

    /// What a row is sorted by; rows without it come last whichever way the others stand.
    private struct Key {
        var isPinned: Bool
        var number: Double?
        var text: String?
        var rank: Int
        var isClaimed: Bool
        var name: String

        init(_ row: RankingRow, sort: RankingsPane.Sort, language: Language) {
            isPinned = row.isPinned
            rank = row.shownRank ?? .max
            isClaimed = row.rank == nil
            name = Collation.key(for: row.municipality.name, in: language)
            switch sort.column {
            case .rank: number = row.shownRank.map(Double.init)
            // Climbers first.
            case .change: number = row.shownChange.map { -Double($0) }
            case .value: number = row.observation?.value.map { -$0 }
            case .name: text = name
            case .county:
                text = Collation.key(for: row.municipality.county.shortName, in: language)
            case .group: text = row.municipality.group.code
            }
        }

        func precedes(_ other: Key, isReversed: Bool) -> Bool {
            if isPinned != other.isPinned { return isPinned }
            let isMissing = number == nil && text == nil
            let isOtherMissing = other.number == nil && other.text == nil
            if isMissing != isOtherMissing { return isOtherMissing }
            if let number, let second = other.number, number != second {
                return isReversed ? number > second : number < second
            }
            if let text, let second = other.text, text != second {
                return isReversed ? text > second : text < second
            }
            return (rank, isClaimed ? 1 : 0, name) < (
                other.rank, other.isClaimed ? 1 : 0, other.name
            )
        }
    }
}

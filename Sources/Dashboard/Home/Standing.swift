import ClimateModel

/// Where a municipality stands: what the strip at the top and its page tell first.
public struct Standing: Sendable {
    /// Whose standing it is.
    public let municipality: Municipality
    /// What it is ranked by.
    public let indicator: Indicator
    /// The latest period in which its rank is known.
    public let period: Period
    /// From 1, in `period`.
    public let rank: Int
    /// Places up (positive) or down since the period before; nil where that can't be told.
    public let change: Int?
    /// Places up or down that news claim, where `change` can't be told.
    public let claimedChange: Int?
    /// How many periods in a row it rose (positive) or fell (negative).
    public let streak: Int
    /// The figure behind the rank, with its provenance.
    public let observation: Observation?
    /// Who published the figure behind the rank; where it doesn't tell, who publishes the ranking.
    public var publisher: String { observation?.provenance?.publisher ?? indicator.publisher }
    /// Its ranks, period by period, as far as news claim a place.
    public let trend: Trend
    /// What news claim where the trend has a gap, by the index of its point.
    let claims: [Int: ClaimNote]
    /// The places among ``claims``.
    var claimedPlaces: [Int: Int] { claims.compactMapValues(\.filledRank) }
    /// How many there are to know of in all.
    public let total: Int
    /// Among its peers, its SKR group and its county, in that order.
    public let places: [(circle: Circle, place: Place)]

    /// Whom it is compared with.
    public enum Circle: Hashable, Sendable {
        /// Those it is most like, as Kolada has them.
        case peers
        /// Those of its group in SKR's classification.
        case group(MunicipalityGroup)
        /// Those of its county.
        case county(County)
        /// Those the user follows.
        case followed
    }
}

extension Standing {
    /// Nil where no rank of it is known at all.
    ///
    /// - Parameter claims: what news claim of the ranking.
    /// - Complexity: O(*n*) in the number of municipalities.
    public init?(
        of code: MunicipalityCode, in table: ObservationTable, claims: ClaimTable = ClaimTable(),
        gazetteer: Gazetteer, followed: Set<MunicipalityCode> = []
    ) {
        guard let municipality = gazetteer[code], let period = table.latestPeriod(of: code),
            let rank = table.rank(of: code, in: period)
        else { return nil }
        self.municipality = municipality
        self.period = period
        self.rank = rank
        indicator = table.indicator
        let change = table.change(of: code, in: period)
        self.change = change
        claimedChange =
            change == nil ? claims.note(of: code, in: period, beside: table)?.filledChange : nil
        let claimed = claims.newerNote(of: code, beside: table)?.record.content.year
        let trend = table.trend(of: code, through: claimed.map { Period(year: $0) })
        self.trend = trend
        self.claims = claims.notes(of: code, in: trend, beside: table)
        streak = trend.streak(to: period)
        observation = table.observation(of: code, in: period)
        total = gazetteer.all.count
        places = Circle.around(municipality, followed: followed).compactMap { circle, scope in
            let members = gazetteer.members(of: scope, followed: followed)
            return table.place(of: code, among: members, in: period).map { (circle, $0) }
        }
    }
}

extension ClaimTable {
    /// The notes that fill a gap of a municipality's `trend` with a place, by the index of its point.
    func notes(
        of code: MunicipalityCode, in trend: Trend, beside table: ObservationTable
    ) -> [Int: ClaimNote] {
        let told = trend.points.enumerated().compactMap { index, point in
            note(of: code, in: point.period, beside: table).map { (index, $0) }
        }.filter { $0.1.filledRank != nil }
        return Dictionary(told, uniquingKeysWith: { first, _ in first })
    }
}

extension Standing {
    /// The change, else what news claim of it, marked so; nil where neither is known.
    func changeText(_ formats: Formats) -> String? {
        change.map { formats.change($0) }
            ?? claimedChange.map { formats.change($0) + formats.glyphs.claimed }
    }
}

extension Standing.Circle {
    /// Peers come first: the followed ones, the alike, the group, the county.
    fileprivate static func around(
        _ municipality: Municipality, followed: Set<MunicipalityCode>
    ) -> [(circle: Self, scope: Scope)] {
        var circles: [(Self, Scope)] = []
        if followed.count > 1 { circles.append((.followed, .followed)) }
        if !municipality.peers.isEmpty { circles.append((.peers, .peers(municipality.code))) }
        circles.append((.group(municipality.group), .group(municipality.group.code)))
        circles.append((.county(municipality.county), .county(municipality.county.code)))
        return circles
    }
}

extension AppState {
    /// Nil where no rank of it is known at all.
    ///
    /// - Complexity: O(*n*) in the number of municipalities.
    func standing(of code: MunicipalityCode) -> Standing? {
        content.table.flatMap {
            Standing(
                of: code, in: $0, claims: content.claims, gazetteer: content.gazetteer,
                followed: followed)
        }
    }

    /// The chosen municipality's milestone that comes next.
    var nextMilestone: (project: Project, milestone: Project.Milestone)? {
        let candidates = (content.profile?.projects ?? [])
            .filter { $0.phase == .ongoing || $0.phase == .planned }
            .compactMap { project in project.nextMilestone(after: today).map { (project, $0) } }
        return candidates.min {
            ($0.1.date?.earliest ?? .distantFuture) < ($1.1.date?.earliest ?? .distantFuture)
        }
    }
}

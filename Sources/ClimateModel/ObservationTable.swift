/// All observations of one indicator: municipality by period.
///
/// The one place where ranks, changes, trends and places are computed from what publishers report.
public struct ObservationTable: Sendable {
    /// What the observations are of.
    public let indicator: Indicator
    /// The periods that have any observation, in order.
    public let periods: [Period]

    private let observations: [Key: Observation]
    /// Of each period, the rank of every municipality that has one.
    private let ranks: [Period: [MunicipalityCode: Int]]

    private struct Key: Hashable {
        var municipality: MunicipalityCode
        var period: Period
    }

    /// Where two observations are of the same municipality and period, the last one holds. A published rank that is
    /// not a whole number from 1 gives no rank.
    ///
    /// - Complexity: O(*n* log *n*) in the number of observations.
    public init(indicator: Indicator, observations: some Sequence<Observation>) {
        self.indicator = indicator
        var table: [Key: Observation] = [:]
        for observation in observations {
            table[Key(municipality: observation.municipality, period: observation.period)] =
                observation
        }
        self.observations = table
        periods = Set(table.keys.map(\.period)).sorted()
        var values: [Period: [(MunicipalityCode, Double)]] = [:]
        for (key, observation) in table {
            guard let value = observation.value, value.isFinite, observation.status == .reported
            else { continue }
            values[key.period, default: []].append((key.municipality, value))
        }
        ranks = values.mapValues { Self.ranks(of: $0, by: indicator) }
    }

    private static func ranks(
        of values: [(MunicipalityCode, Double)], by indicator: Indicator
    ) -> [MunicipalityCode: Int] {
        if indicator.kind == .rank {
            let whole = values.compactMap { code, value in
                Int(exactly: value).flatMap { $0 > 0 && $0 < 1_000_000 ? (code, $0) : nil }
            }
            return Dictionary(whole, uniquingKeysWith: { $1 })
        }
        let ranks = competitionRanks(
            of: values.map(\.1), lowerIsBetter: indicator.direction == .lowerIsBetter)
        return Dictionary(zip(values.map(\.0), ranks), uniquingKeysWith: { $1 })
    }

    /// What is known of `municipality` in `period`; nil where there is no row at all.
    ///
    /// - Complexity: O(1).
    public func observation(of municipality: MunicipalityCode, in period: Period) -> Observation? {
        observations[Key(municipality: municipality, period: period)]
    }

    /// Its rank among all known in `period`; nil where it is not known.
    ///
    /// - Complexity: O(1).
    public func rank(of municipality: MunicipalityCode, in period: Period) -> Int? {
        ranks[period]?[municipality]
    }

    /// How many have a known rank in `period`.
    ///
    /// - Complexity: O(1).
    public func knownCount(in period: Period) -> Int { ranks[period]?.count ?? 0 }

    /// The previous period's rank minus this one's: up 31 places is +31. Nil where either rank is missing, or where a
    /// break forbids the comparison.
    ///
    /// - Complexity: O(1).
    public func change(of municipality: MunicipalityCode, in period: Period) -> Int? {
        guard indicator.isComparable(from: period.previous, to: period),
            let now = rank(of: municipality, in: period),
            let before = rank(of: municipality, in: period.previous)
        else { return nil }
        return before - now
    }

    /// The ranking of `period`, best first; ties in order of code.
    ///
    /// - Parameter outOf: how many municipalities there are to know of (290).
    /// - Complexity: O(*n* log *n*) in the number of municipalities known.
    public func ranking(in period: Period, outOf: Int) -> Ranking {
        let known = (ranks[period] ?? [:]).sorted { ($0.value, $0.key) < ($1.value, $1.key) }
        var shared: [Int: Int] = [:]
        for (_, rank) in known { shared[rank, default: 0] += 1 }
        let entries = known.map { code, rank in
            RankingEntry(
                municipality: code, rank: rank, isTied: shared[rank, default: 0] > 1,
                previousRank: self.rank(of: code, in: period.previous),
                change: change(of: code, in: period),
                observation: observation(of: code, in: period))
        }
        return Ranking(indicator: indicator.id, period: period, entries: entries, outOf: outOf)
    }

    /// One point for every period from the first known of the table to the last; a gap is a point without a rank. No
    /// trend is longer than the last 200 years.
    ///
    /// - Parameter end: where it ends, if that is after the last known period.
    /// - Complexity: O(*p*) in the number of periods.
    public func trend(
        of municipality: MunicipalityCode, through end: Period? = nil
    ) -> Trend {
        guard let first = periods.first, let known = periods.last else { return Trend(points: []) }
        let last = max(known, end ?? known)
        let points = (max(first.year, last.year - 199)...last.year).map { year in
            let period = Period(year: year)
            return TrendPoint(
                period: period, rank: rank(of: municipality, in: period),
                value: observation(of: municipality, in: period)?.value,
                break: indicator.breaks.first { $0.period == period })
        }
        return Trend(points: points)
    }

    /// Its place among `members`, itself included: the rank it would have were they alone. Nil where its own rank is
    /// not known.
    ///
    /// - Complexity: O(*m*) in the number of members.
    public func place(
        of municipality: MunicipalityCode, among members: some Sequence<MunicipalityCode>,
        in period: Period
    ) -> Place? {
        guard let own = rank(of: municipality, in: period) else { return nil }
        var members = Set(members)
        members.insert(municipality)
        let known = members.compactMap { rank(of: $0, in: period) }
        return Place(
            position: known.count { $0 < own } + 1, known: known.count, members: members.count)
    }

    /// The latest period in which `municipality` has a rank.
    public func latestPeriod(of municipality: MunicipalityCode) -> Period? {
        periods.last { rank(of: municipality, in: $0) != nil }
    }

    /// The period to begin with: the latest in which `municipality` has a rank, else the latest that is known at least half as
    /// well as the best known one. Nil where none is known.
    ///
    /// - Complexity: O(*p m*) for *p* periods and *m* municipalities.
    public func firstPeriod(for municipality: MunicipalityCode?) -> Period? {
        if let latest = municipality.flatMap({ latestPeriod(of: $0) }) { return latest }
        let counts = periods.map { ranking(in: $0, outOf: 0).entries.count }
        let most = counts.max() ?? 0
        return zip(periods, counts).reversed().first { $0.1 * 2 >= most }?.0
    }
}

/// Competition ranks ("1224"): equal values share a rank and the next rank is skipped.
///
/// - Complexity: O(*n* log *n*).
public func competitionRanks(of values: [Double], lowerIsBetter: Bool) -> [Int] {
    let order = values.indices.sorted {
        lowerIsBetter ? values[$0] < values[$1] : values[$0] > values[$1]
    }
    var ranks = [Int](repeating: 0, count: values.count)
    for (position, index) in order.enumerated() {
        let isTied = position > 0 && values[order[position - 1]] == values[index]
        ranks[index] = isTied ? ranks[order[position - 1]] : position + 1
    }
    return ranks
}

/// An ordered list of municipalities for one period, by one publisher.
public struct Ranking: Hashable, Sendable {
    /// What is ranked.
    public var indicator: Indicator.ID
    /// The year that the ranking is of.
    public var period: Period
    /// Best first. A place that nobody is known to hold is simply not there: the list may have holes.
    public var entries: [RankingEntry]
    /// How many municipalities there are to know of.
    public var outOf: Int

    /// `entries` are given best first.
    public init(indicator: Indicator.ID, period: Period, entries: [RankingEntry], outOf: Int) {
        self.indicator = indicator
        self.period = period
        self.entries = entries
        self.outOf = outOf
    }

    /// Whether every municipality is in it. If not, the screen says "37 of 290".
    public var isComplete: Bool { entries.count >= outOf }

    /// Those that rose most first; ties by rank. Only entries with a known change above 0.
    ///
    /// - Complexity: O(*n* log *n*).
    public func climbers(_ count: Int) -> [RankingEntry] {
        movers(count) { $0 > 0 }
    }

    /// Those that fell most first; ties by rank. Only entries with a known change below 0.
    ///
    /// - Complexity: O(*n* log *n*).
    public func fallers(_ count: Int) -> [RankingEntry] {
        movers(count) { $0 < 0 }
    }

    private func movers(_ count: Int, where belongs: (Int) -> Bool) -> [RankingEntry] {
        let moved = entries.filter { $0.change.map(belongs) ?? false }
        let sorted = moved.sorted {
            (-abs($0.change ?? 0), $0.rank, $0.municipality)
                < (-abs($1.change ?? 0), $1.rank, $1.municipality)
        }
        return Array(sorted.prefix(count))
    }
}

/// One municipality's line in a ranking.
public struct RankingEntry: Hashable, Sendable {
    /// Whose line it is.
    public var municipality: MunicipalityCode
    /// The place, from 1; equal values share one.
    public var rank: Int
    /// Whether it shares its rank with another.
    public var isTied: Bool
    /// The rank in the period before; nil where it is not known or may not be compared.
    public var previousRank: Int?
    /// The previous period's rank minus this one's: +31 is up 31 places.
    public var change: Int?
    /// The figure behind it, with its provenance.
    public var observation: Observation?

    /// What is left out is not known.
    public init(
        municipality: MunicipalityCode, rank: Int, isTied: Bool = false, previousRank: Int? = nil,
        change: Int? = nil, observation: Observation? = nil
    ) {
        self.municipality = municipality
        self.rank = rank
        self.isTied = isTied
        self.previousRank = previousRank
        self.change = change
        self.observation = observation
    }

    /// The value the rank comes from; nil where the publisher gives ranks alone.
    public func value(of kind: Indicator.Kind) -> Double? {
        kind == .value ? observation?.value : nil
    }

    /// The share of the `outOf` that it does better than or equals, 0–100: rank 1 of 290 is 100, rank 290 of 290 is 0.
    /// Nil where there is nobody to compare with.
    public func percentile(outOf: Int) -> Double? {
        outOf > 1 ? 100 * Double(outOf - rank) / Double(outOf - 1) : nil
    }
}

/// A place among some: 7 of 16.
public struct Place: Hashable, Sendable {
    /// From 1, the best.
    public var position: Int
    /// How many of the members have a known rank.
    public var known: Int
    /// How many members there are, with and without a rank.
    public var members: Int

    /// `position` is 1 … `known`, and `known` at most `members`; not checked.
    public init(position: Int, known: Int, members: Int) {
        self.position = position
        self.known = known
        self.members = members
    }
}

/// How a municipality's rank went, period by period without holes.
public struct Trend: Hashable, Sendable {
    /// One for every period, in order, gaps included.
    public var points: [TrendPoint]

    /// Takes the points in order of period.
    public init(points: [TrendPoint]) { self.points = points }

    /// Whether no period has a rank.
    public var isEmpty: Bool { points.allSatisfy { $0.rank == nil } }

    /// How many periods in a row, up to `period`, the rank rose (positive) or fell (negative); 0 when it stood still
    /// or nothing is known. The run ends at a gap and at a break that can't be compared across.
    ///
    /// - Complexity: O(*p*) in the number of periods.
    public func streak(to period: Period) -> Int {
        guard let end = points.firstIndex(where: { $0.period == period }) else { return 0 }
        var run = 0
        for index in points[...end].indices.reversed() {
            guard index > 0, let now = points[index].rank, let before = points[index - 1].rank,
                points[index].break?.comparable ?? true
            else { break }
            let step = (before - now).signum()
            guard step != 0, run == 0 || run.signum() == step else { break }
            run += step
        }
        return run
    }
}

/// One period of a trend.
public struct TrendPoint: Hashable, Sendable {
    /// The year of the point.
    public var period: Period
    /// Nil is a gap: nothing is drawn there.
    public var rank: Int?
    /// The value the rank comes from; nil where the publisher gives ranks alone.
    public var value: Double?
    /// Set where a new method begins with this period.
    public var `break`: SeriesBreak?

    /// `rank` is nil for a gap.
    public init(period: Period, rank: Int?, value: Double? = nil, break: SeriesBreak? = nil) {
        self.period = period
        self.rank = rank
        self.value = value
        self.break = `break`
    }
}

/// What news claim of one ranking: municipality by period.
///
/// A claim never takes the place of a published figure: it fills a hole in the list, or stands beside what the list has.
public struct ClaimTable: Hashable, Sendable {
    private var records: [Key: [ClaimRecord]] = [:]

    private struct Key: Hashable {
        var municipality: MunicipalityCode
        var period: Period
    }

    /// Claims of another year than a known one are left out.
    ///
    /// - Complexity: O(*n* log *n*).
    public init(_ claims: some Sequence<ClaimRecord> = []) {
        for record in claims {
            guard let year = record.content.year else { continue }
            let key = Key(municipality: record.content.municipality, period: Period(year: year))
            records[key, default: []].append(record)
        }
        for key in records.keys {
            records[key]?.sort { $0.precedes($1) }
        }
    }

    /// Whether there is none.
    public var isEmpty: Bool { records.isEmpty }

    /// The surest first, of those the latest published.
    ///
    /// - Complexity: O(1).
    public func claims(of municipality: MunicipalityCode, in period: Period) -> [ClaimRecord] {
        records[Key(municipality: municipality, period: period)] ?? []
    }

    /// The periods in which a sure enough claim gives a place, in order.
    public var periods: [Period] {
        Set(records.filter { $0.value.contains { $0.fillsRank } }.keys.map(\.period)).sorted()
    }

    /// The latest period in which a sure enough claim gives the municipality a place.
    public func latestPeriod(of municipality: MunicipalityCode) -> Period? {
        records.filter { $0.key.municipality == municipality && $0.value.contains { $0.fillsRank } }
            .keys.map(\.period).max()
    }

    /// The latest place of a municipality that news claim for a year after the last that `table` has; nil without one.
    ///
    /// - Complexity: O(*n*) in the number of municipalities and periods that are claimed.
    public func newerNote(
        of municipality: MunicipalityCode, beside table: ObservationTable
    ) -> ClaimNote? {
        guard let period = latestPeriod(of: municipality),
            table.latestPeriod(of: municipality).map({ $0 < period }) ?? true
        else { return nil }
        return note(of: municipality, in: period, beside: table)
    }

    /// What news say of a municipality's place beside what `table` has; nil where nothing is to be added.
    ///
    /// - Complexity: O(*n*) in the number of claims of it in the period.
    public func note(
        of municipality: MunicipalityCode, in period: Period, beside table: ObservationTable
    ) -> ClaimNote? {
        let claims = claims(of: municipality, in: period).filter(\.isSure)
        guard !claims.isEmpty else { return nil }
        let rank = table.rank(of: municipality, in: period)
        let change = table.change(of: municipality, in: period)
        guard let rank else {
            guard let first = claims.first(where: { $0.content.rank != nil }) ?? claims.first
            else { return nil }
            // Of those that tell this place the one that says most.
            let whole = claims.first {
                $0.content.rank == first.content.rank && $0.content.change != nil
            }
            return ClaimNote(whole ?? first, .fills, hasRank: first.content.rank != nil)
        }
        if let other = claims.first(where: { $0.content.rank.map { $0 != rank } ?? false }) {
            return ClaimNote(other, .differs, hasRank: true)
        }
        let tellsChange = claims.first { $0.content.change != nil }
        guard let tellsChange else { return nil }
        if let change {
            let differs = claims.first { $0.content.change.map { $0 != change } ?? false }
            return differs.map { ClaimNote($0, .differs, hasRank: false) }
        }
        return ClaimNote(tellsChange, .fills, hasRank: false)
    }
}

/// What is shown of a claim in a row of a ranking.
public struct ClaimNote: Hashable, Sendable {
    /// What the claim is to the list.
    public enum Relation: Hashable, Sendable {
        /// The list has no such figure.
        case fills
        /// The list has another figure.
        case differs
    }

    /// The claim with its item.
    public var record: ClaimRecord
    /// What it is to the list.
    public var relation: Relation
    /// The place; nil where the list has the place and only the change is told.
    public var rank: Int?
    /// Places up or down since the year before; nil where the claim tells none.
    public var change: Int?

    init(_ record: ClaimRecord, _ relation: Relation, hasRank: Bool) {
        self.record = record
        self.relation = relation
        rank = hasRank ? record.content.rank : nil
        change = record.content.change
    }

    /// The place that fills a hole in the list.
    public var filledRank: Int? { relation == .fills ? rank : nil }
    /// The change that fills a hole in the list.
    public var filledChange: Int? { relation == .fills ? change : nil }
}

extension Finding where Content == RankingClaim {
    /// Whether it is sure enough to stand beside published figures: of an uncertain one it is only told that it was made.
    public var isSure: Bool { content.certainty != .low }

    fileprivate var fillsRank: Bool { isSure && content.rank != nil }

    fileprivate func precedes(_ other: Self) -> Bool {
        let order = Certainty.allCases
        let own = order.firstIndex(of: content.certainty) ?? 0
        let others = order.firstIndex(of: other.content.certainty) ?? 0
        if own != others { return own < others }
        if published.sortKey != other.published.sortKey {
            return published.sortKey > other.published.sortKey
        }
        return item.rawValue < other.item.rawValue
    }
}

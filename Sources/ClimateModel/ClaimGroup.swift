/// The same claim as several news make it.
public struct ClaimGroup: Hashable, Sendable {
    /// The claim as it is shown: of those that say most, the one that was published last.
    public private(set) var record: ClaimRecord
    /// Each other item that makes it, or a part of it, the latest published first.
    public private(set) var others: [ClaimRecord]

    /// How many items make it.
    public var count: Int { 1 + others.count }

    /// `records`, which are of one municipality, with those together that say the same of one ranking in one year. One that
    /// tells the rank alone, or the change alone, is of the one that tells both, where there is one such. Uncertain ones are
    /// not put to sure ones.
    ///
    /// - Parameter title: what the ranking that a claim is of is called, however the claim's text calls it.
    /// - Returns: in the order in which the claims come first.
    /// - Complexity: O(*n* log *n*) in the number of records, and O(*g*²) in the number of different claims.
    public static func groups(
        of records: some Sequence<ClaimRecord>, title: (RankingClaim) -> String
    ) -> [ClaimGroup] {
        var places: [Said: Int] = [:]
        var groups: [(said: Said, records: [ClaimRecord])] = []
        for record in records {
            let said = Said(record, title(record.content))
            let place = places[said, default: groups.count]
            if place == groups.count {
                places[said] = place
                groups.append((said, []))
            }
            groups[place].records.append(record)
        }
        return joined(groups)
    }

    private static func joined(
        _ groups: [(said: Said, records: [ClaimRecord])]
    ) -> [ClaimGroup] {
        var parts = groups.map { _ in [ClaimRecord]() }
        var first = Array(groups.indices)
        var isPart = groups.map { _ in false }
        for (index, group) in groups.enumerated() where !group.said.isWhole {
            let wholes = groups.indices.filter { group.said.isPart(of: groups[$0].said) }
            guard let whole = wholes.first, wholes.count == 1 else { continue }
            parts[whole] += group.records
            first[whole] = min(first[whole], index)
            isPart[index] = true
        }
        return groups.indices.filter { !isPart[$0] }
            .sorted { first[$0] < first[$1] }
            .compactMap { ClaimGroup(whole: groups[$0].records, parts: parts[$0]) }
    }

    /// Nil where `whole` is empty.
    private init?(whole: [ClaimRecord], parts: [ClaimRecord]) {
        let newest = { (left: ClaimRecord, right: ClaimRecord) in
            left.published.sortKey > right.published.sortKey
        }
        guard let record = whole.sorted(by: newest).first else { return nil }
        var items: Set<NewsItem.ID> = [record.item]
        self.record = record
        others = (whole + parts).sorted(by: newest).filter { items.insert($0.item).inserted }
    }

    /// What makes two claims of a municipality the same.
    private struct Said: Hashable {
        var title: String
        var year: Int?
        var rank: Int?
        var change: Int?
        var isSure: Bool

        init(_ record: ClaimRecord, _ title: String) {
            self.title = title
            year = record.content.year
            rank = record.content.rank
            change = record.content.change
            isSure = record.isSure
        }

        var isWhole: Bool { rank != nil && change != nil }

        func isPart(of whole: Said) -> Bool {
            whole.isWhole && title == whole.title && year == whole.year && isSure == whole.isSure
                && (rank == nil || rank == whole.rank)
                && (change == nil || change == whole.change)
        }
    }
}

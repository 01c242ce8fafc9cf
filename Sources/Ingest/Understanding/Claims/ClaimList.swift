import ClimateModel

/// The claims of a text, each once: what a sentence repeats or completes goes with the claim that an earlier one made.
struct ClaimList {
    /// At most 400, the first ones: all 290 municipalities and more.
    private(set) var claims: [RankingClaim] = []
    /// The claim that the sentence before made or repeated, and that this one makes or repeats.
    private var lastClaim: Int?
    private var newClaim: Int?

    /// So many claims back a repetition is looked for.
    private static let memory = 40
    /// So many claims of a text are kept; one that makes more is a table of all years.
    private static let limit = 400

    /// The claim that the sentence before made or repeated.
    var last: RankingClaim? { lastClaim.map { claims[$0] } }

    /// - Complexity: O(1): a bounded number of claims is looked at.
    mutating func add(_ claim: RankingClaim) {
        if repeats(claim) { return }
        if completes(claim) { return }
        if claims.count >= Self.limit { return }
        claims.append(claim)
        newClaim = claims.indices.last
    }

    mutating func endSentence() {
        lastClaim = newClaim
        newClaim = nil
    }

    /// Whose place in which ranking of which year.
    private struct PlaceKey: Hashable {
        var municipality: MunicipalityCode
        var ranking: String
        var year: Int
    }

    /// A place and that of the year before, told in different sentences, give the change.
    mutating func linkYears() {
        var ranks: [PlaceKey: Int] = [:]
        for claim in claims {
            guard let year = claim.year, let rank = claim.rank else { continue }
            let key = PlaceKey(
                municipality: claim.municipality, ranking: claim.ranking, year: year)
            if ranks[key] == nil { ranks[key] = rank }
        }
        for index in claims.indices {
            let claim = claims[index]
            guard claim.change == nil, let rank = claim.rank, let year = claim.year,
                let previous = ranks[
                    PlaceKey(
                        municipality: claim.municipality, ranking: claim.ranking, year: year - 1)]
            else { continue }
            claims[index].change = previous - rank
            if claim.certainty == .high { claims[index].certainty = .medium }
        }
    }

    /// "Vi ligger på plats 48. Det är tre platser bättre än förra året.", "Norsjö går upp 88 platser. Nu är vi på plats 77.":
    /// a change that belongs to a rank told before, or the other way about; both are quoted.
    private mutating func completes(_ claim: RankingClaim) -> Bool {
        let found = claims.indices.suffix(Self.memory).last { Self.complete(claims[$0], claim) }
        guard let index = found else { return false }
        if let rank = claim.rank {
            claims[index].rank = rank
            claims[index].certainty = claim.certainty
        } else {
            claims[index].change = claim.change
        }
        claims[index].quote += (index == lastClaim ? " " : " … ") + claim.quote
        if claims[index].certainty == .high { claims[index].certainty = .medium }
        newClaim = index
        return true
    }

    /// Whether one of two claims of a municipality's place in a year has the rank alone and the other the change.
    private static func complete(_ old: RankingClaim, _ new: RankingClaim) -> Bool {
        old.municipality == new.municipality && old.ranking == new.ranking && old.year == new.year
            && (old.rank == nil) != (new.rank == nil) && (old.change == nil) != (new.change == nil)
            && (old.rank == nil) == (new.change == nil)
    }

    /// Whether an earlier sentence, as often the title, has said the same; it then keeps what is known more of.
    private mutating func repeats(_ claim: RankingClaim) -> Bool {
        let index = claims.indices.suffix(Self.memory).last { Self.isSame(claims[$0], claim) }
        guard let index else { return false }
        newClaim = index
        let old = claims[index]
        let tellsMore = old.rank == nil || old.change == nil && claim.change != nil
        if tellsMore, claim.rank != nil { claims[index] = claim }
        return true
    }

    /// Whether two claims share rank or change, and differ in neither.
    private static func isSame(_ old: RankingClaim, _ new: RankingClaim) -> Bool {
        func differ(_ left: Int?, _ right: Int?) -> Bool {
            left != right && left != nil && right != nil
        }
        guard old.municipality == new.municipality, old.ranking == new.ranking,
            old.year == new.year, !differ(old.rank, new.rank), !differ(old.change, new.change)
        else { return false }
        return old.rank == new.rank && old.rank != nil
            || old.change == new.change && old.change != nil
    }
}

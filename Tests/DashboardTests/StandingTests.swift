import ClimateModel
import Testing

@testable import Dashboard

/// What the standing says where the list can't tell the change.
@Suite struct StandingTests {
    private let code = Fixture.code("1781")

    private func standing(_ listed: [Int: Double], _ change: Int?) throws -> Standing {
        let indicator = Indicator(
            id: .init(rawValue: "r"), title: Fixture.text("Ranking", "Ranking"), publisher: "P",
            direction: .lowerIsBetter, kind: .rank, source: .init(rawValue: "s"))
        let table = ObservationTable(
            indicator: indicator,
            observations: listed.map {
                Observation(municipality: code, period: Period(year: $0.key), value: $0.value)
            })
        let claim = Finding(
            Fixture.claim("1781", 2026, rank: 119, change: change, "…"),
            item: NewsItem.ID(rawValue: 1), title: "Titel",
            published: .date(PartialDate(Fixture.date(2026, 10, 1))),
            provenance: Fixture.provenance)
        return try #require(
            Standing(
                of: code, in: table, claims: ClaimTable([claim]),
                gazetteer: Gazetteer(Fixture.municipalities)))
    }

    @Test func aClaimedChangeStandsWhereTheListHasNone() throws {
        let standing = try standing([2026: 119], 31)
        #expect(standing.change == nil && standing.claimedChange == 31)
        #expect(standing.changeText(Formats(.swedish)) == "▲31”")
    }

    @Test func theListsOwnChangeComesFirst() throws {
        let standing = try standing([2026: 119, 2025: 140], 31)
        #expect(standing.change == 21 && standing.claimedChange == nil)
        #expect(standing.changeText(Formats(.swedish)) == "▲21")
    }

    @Test func noChangeIsMadeUp() throws {
        let standing = try standing([2026: 119], nil)
        #expect(standing.claimedChange == nil)
        #expect(standing.changeText(Formats(.swedish)) == nil)
    }
}

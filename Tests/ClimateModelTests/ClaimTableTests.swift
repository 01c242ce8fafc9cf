import ClimateModel
import Testing

@Suite struct ClaimTableTests {
    private let code = MunicipalityCode(rawValue: "1781")
    private let indicator = Indicator(
        id: .init(rawValue: "foretagsklimat"),
        title: LocalizedText(swedish: "Lokalt företagsklimat", english: "Local business climate"),
        publisher: "P", direction: .lowerIsBetter, kind: .rank, source: .init(rawValue: "s"))

    private func record(
        _ year: Int? = 2021, rank: Int? = nil, change: Int? = nil,
        _ certainty: Certainty = .high, item: Int64 = 1, day: Int = 1
    ) throws -> ClaimRecord {
        Finding(
            RankingClaim(
                municipality: try #require(code), name: "Kristinehamn",
                ranking: "Lokalt företagsklimat", year: year, rank: rank, change: change,
                quote: "…", certainty: certainty),
            item: NewsItem.ID(rawValue: item), title: "Titel",
            published: .date(try #require(PartialDate(year: 2021, month: 10, day: day))),
            provenance: Provenance(source: .init(rawValue: "s"), publisher: "P"))
    }

    private func note(
        _ claims: [ClaimRecord], listed: [Int: Double] = [:], in year: Int = 2021
    ) throws -> ClaimNote? {
        let code = try #require(code)
        let table = ObservationTable(
            indicator: indicator,
            observations: listed.map {
                Observation(municipality: code, period: Period(year: $0.key), value: $0.value)
            })
        return ClaimTable(claims).note(of: code, in: Period(year: year), beside: table)
    }

    @Test func aHoleIsFilledByTheSurestAndThenTheLatest() throws {
        let claims = try [
            record(rank: 140, .medium, item: 1, day: 9), record(rank: 150, item: 2, day: 2),
            record(rank: 151, item: 3, day: 3), record(rank: 1, .low, item: 4, day: 20),
        ]
        let note = try #require(try note(claims))
        #expect(note.relation == .fills && note.filledRank == 151)
        #expect(try self.note([record(rank: 1, .low)]) == nil)
        #expect(try self.note([record(nil, rank: 1)]) == nil)
    }

    @Test func ofThoseThatTellThePlaceTheOneThatSaysMostFillsIt() throws {
        let claims = try [
            record(rank: 150, item: 1, day: 9), record(rank: 150, change: 31, item: 2, day: 2),
            record(rank: 151, change: 30, item: 3, day: 1),
        ]
        let note = try #require(try note(claims))
        #expect(note.filledRank == 150 && note.filledChange == 31)
        #expect(note.record.item == NewsItem.ID(rawValue: 2))
    }

    @Test func whatTheListHasIsOnlyDisputed() throws {
        #expect(try note([record(rank: 150)], listed: [2021: 150]) == nil)
        let other = try #require(try note([record(rank: 152)], listed: [2021: 150]))
        #expect(other.relation == .differs && other.filledRank == nil && other.rank == 152)
        let change = try note([record(change: 12)], listed: [2021: 150, 2020: 181])
        #expect(change?.relation == .differs && change?.rank == nil && change?.change == 12)
        #expect(try note([record(change: 31)], listed: [2021: 150, 2020: 181]) == nil)
    }

    @Test func aChangeAloneFillsTheChangeAlone() throws {
        let note = try #require(try note([record(change: -12)], listed: [2021: 150]))
        #expect(note.relation == .fills && note.filledRank == nil && note.filledChange == -12)
        #expect(try self.note([record(change: -12)])?.filledChange == -12)
    }

    @Test func periodsAreThoseWithASurePlace() throws {
        let table = try ClaimTable([
            record(2023, rank: 5), record(2024, rank: 6, .low), record(2025, change: 3),
        ])
        #expect(table.periods == [Period(year: 2023)])
        #expect(table.latestPeriod(of: try #require(code)) == Period(year: 2023))
    }

    @Test(arguments: [
        ("Lokalt företagsklimat", "foretagsklimat", true), ("Insikt", "U07453", true),
        ("Local business climate", "x", true), ("Insikt", "foretagsklimat", false),
    ])
    func aRankingIsKnownByTitleOrId(ranking: String, id: String, isOf: Bool) {
        var indicator = indicator
        indicator.id = .init(rawValue: id)
        if ranking == "Insikt" { indicator.title = "Företagsklimat Insikt - Totalt" }
        #expect(RankingClaim.isRanking(ranking, of: indicator) == isOf)
    }
}

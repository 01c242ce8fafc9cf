import ClimateModel
import Testing

@Suite struct ClaimGroupTests {
    private func record(
        _ item: Int64, day: Int, rank: Int? = nil, change: Int? = nil, year: Int? = 2021,
        ranking: String = "Lokalt företagsklimat", _ certainty: Certainty = .high
    ) throws -> ClaimRecord {
        Finding(
            RankingClaim(
                municipality: try #require(MunicipalityCode(rawValue: "1781")),
                name: "Kristinehamn", ranking: ranking, year: year, rank: rank, change: change,
                quote: "\(item)", certainty: certainty),
            item: NewsItem.ID(rawValue: item), title: "Titel",
            published: .date(try #require(PartialDate(year: 2021, month: 10, day: day))),
            provenance: Provenance(source: .init(rawValue: "s"), publisher: "P"))
    }

    private func groups(_ records: [ClaimRecord]) -> [[Int64]] {
        ClaimGroup.groups(of: records) {
            $0.ranking == "Local business climate" ? "Lokalt företagsklimat" : $0.ranking
        }.map { [$0.record.item.rawValue] + $0.others.map(\.item.rawValue) }
    }

    @Test func whatSeveralSayIsTheNewestOnceWithAllTheOthers() throws {
        let records = try [
            record(1, day: 2, rank: 150, change: 31), record(2, day: 4, rank: 150, change: 31),
            record(
                3, day: 3, rank: 150, change: 31, ranking: "Local business climate", .medium),
        ]
        #expect(groups(records) == [[2, 3, 1]])
        // Twice in one item is once.
        #expect(groups([records[0], records[0]]) == [[1]])
        #expect(groups([]).isEmpty)
    }

    @Test func whatTellsAPartIsOfTheOneThatTellsAll() throws {
        let whole = try record(1, day: 2, rank: 150, change: 31)
        let parts = try [record(2, day: 9, rank: 150), record(3, day: 1, change: 31)]
        #expect(groups([parts[0], whole, parts[1]]) == [[1, 2, 3]])
        #expect(groups(parts) == [[2], [3]])
        // Nothing tells which of two is meant.
        let other = try record(4, day: 3, rank: 150, change: 30)
        #expect(groups([whole, other, parts[0]]) == [[1], [4], [2]])
        #expect(groups([other, parts[1]]) == [[4], [3]])
    }

    @Test func whatDiffersIsListedByItself() throws {
        let records = try [
            record(1, day: 1, rank: 150), record(2, day: 1, rank: 152),
            record(3, day: 1, rank: 150, year: 2022), record(4, day: 1, rank: 150, year: nil),
            record(5, day: 1, rank: 150, ranking: "Insikt"), record(6, day: 1, rank: 150, .low),
        ]
        #expect(groups(records) == [[1], [2], [3], [4], [5], [6]])
    }
}

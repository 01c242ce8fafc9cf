import ClimateFixtures
import ClimateModel
import Testing

@Suite struct RanksTests {
    @Test func equalValuesShareARankAndTheNextIsSkipped() {
        #expect(competitionRanks(of: [50, 70, 70, 20], lowerIsBetter: false) == [3, 1, 1, 4])
        #expect(competitionRanks(of: [50, 70, 70, 20], lowerIsBetter: true) == [2, 3, 3, 1])
        #expect(competitionRanks(of: [5, 5, 5], lowerIsBetter: true) == [1, 1, 1])
        #expect(competitionRanks(of: [], lowerIsBetter: true) == [])
    }

    @Test func aRankIsOneMoreThanHowManyAreBetter() {
        var random = SeededGenerator(seed: 7)
        for _ in 0..<200 {
            let values = (0..<Int.random(in: 0...40, using: &random)).map { _ in
                Double(Int.random(in: 0...9, using: &random))
            }
            for lowerIsBetter in [true, false] {
                let ranks = competitionRanks(of: values, lowerIsBetter: lowerIsBetter)
                let expected = values.map { own in
                    1 + values.count { lowerIsBetter ? $0 < own : $0 > own }
                }
                #expect(ranks == expected)
            }
        }
    }

    @Test func publishedRanksAreTakenAsTheyAre() {
        let table = ObservationTable(.test(), [2014: [139, 140, 140, 142, nil]])
        let ranking = table.ranking(in: Period(year: 2014), outOf: 5)
        #expect(ranking.entries.map(\.rank) == [139, 140, 140, 142])
        #expect(ranking.entries.map(\.isTied) == [false, true, true, false])
        #expect(!ranking.isComplete && ranking.outOf == 5)
        #expect(table.knownCount(in: Period(year: 2014)) == 4)
    }

    @Test(arguments: [
        (Indicator.Direction.higherIsBetter, [2, 1, 3]), (.lowerIsBetter, [2, 3, 1]),
        (.neutral, [2, 1, 3]),
    ])
    func ranksOfValuesFollowTheDirection(direction: Indicator.Direction, ranks: [Int]) {
        let table = ObservationTable(.test(.value, direction), [2020: [60, 72.5, 41]])
        let found = (1...3).map {
            table.rank(of: MunicipalityCode($0), in: Period(year: 2020))
        }
        #expect(found == ranks)
    }

    @Test func whatIsNotANumberOrNotReportedHasNoRank() {
        let period = Period(year: 2020)
        func observation(
            _ code: Int, _ value: Double?, _ status: Observation.Status = .reported
        ) -> Observation {
            Observation(
                municipality: MunicipalityCode(code), period: period, value: value, status: status)
        }
        let odd = [
            observation(1, .nan), observation(2, .infinity), observation(3, -4),
            observation(4, 2.5), observation(5, 1e300), observation(6, 0),
            observation(7, nil, .secret), observation(8, 3, .notReported), observation(9, 17),
        ]
        let ranks = ObservationTable(indicator: .test(), observations: odd)
        #expect(
            ranks.ranking(in: period, outOf: 9).entries.map(\.municipality.rawValue) == ["0009"])
        #expect(ranks.observation(of: MunicipalityCode(7), in: period)?.status == .secret)
        let values = ObservationTable(indicator: .test(.value), observations: odd)
        let known = values.ranking(in: period, outOf: 9).entries.map(\.municipality.rawValue)
        #expect(known == ["0003", "0006", "0004", "0009", "0005"])
    }

    @Test func theLaterOfTwoObservationsHolds() {
        let period = Period(year: 2020)
        let two = [10.0, 20].map {
            Observation(municipality: MunicipalityCode(1), period: period, value: $0)
        }
        let table = ObservationTable(indicator: .test(), observations: two)
        #expect(table.rank(of: MunicipalityCode(1), in: period) == 20)
    }

    @Test func percentileGoesFromBestToWorst() {
        func entry(_ rank: Int) -> RankingEntry {
            RankingEntry(municipality: MunicipalityCode(1), rank: rank)
        }
        #expect(entry(1).percentile(outOf: 290) == 100)
        #expect(entry(290).percentile(outOf: 290) == 0)
        #expect(entry(146).percentile(outOf: 291) == 50)
        #expect(entry(1).percentile(outOf: 1) == nil)
    }

    @Test func climbersAndFallersAreThoseThatMovedMost() {
        let table = ObservationTable(
            .test(), [2020: [10, 20, 30, 40, 50, nil], 2021: [40, 10, 20, 40, 1, 60]])
        let ranking = table.ranking(in: Period(year: 2021), outOf: 6)
        // 0002 and 0003 rose ten places each: the better rank comes first.
        #expect(ranking.climbers(10).map(\.municipality.rawValue) == ["0005", "0002", "0003"])
        #expect(ranking.climbers(1).map(\.change) == [49])
        #expect(ranking.fallers(10).map(\.change) == [-30])
    }
}

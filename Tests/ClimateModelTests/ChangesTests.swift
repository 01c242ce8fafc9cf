import ClimateModel
import Testing

@Suite struct ChangesTests {
    private let own = MunicipalityCode(1)

    private func table(_ ranks: [Int: Double], breaks: [SeriesBreak] = []) -> ObservationTable {
        ObservationTable(.test(breaks: breaks), ranks.mapValues { [$0] })
    }

    @Test func upIsPositive() {
        let table = table([2020: 181, 2021: 150, 2022: 160, 2023: 160])
        #expect(table.change(of: own, in: Period(year: 2021)) == 31)
        #expect(table.change(of: own, in: Period(year: 2022)) == -10)
        #expect(table.change(of: own, in: Period(year: 2023)) == 0)
    }

    @Test func thereIsNoChangeAcrossAGap() {
        let table = table([2019: 10, 2021: 5])
        #expect(table.change(of: own, in: Period(year: 2021)) == nil)
        #expect(table.change(of: own, in: Period(year: 2019)) == nil)
        #expect(table.change(of: MunicipalityCode(2), in: Period(year: 2021)) == nil)
        let entry = table.ranking(in: Period(year: 2021), outOf: 1).entries[0]
        #expect(entry.previousRank == nil && entry.change == nil)
    }

    @Test func onlyABreakThatForbidsItStopsAChange() {
        let ranks: [Int: Double] = [2019: 30, 2020: 20, 2021: 10]
        let forbidden = table(ranks, breaks: [.test(2020, comparable: false)])
        #expect(forbidden.change(of: own, in: Period(year: 2020)) == nil)
        #expect(forbidden.change(of: own, in: Period(year: 2021)) == 10)
        let entry = forbidden.ranking(in: Period(year: 2020), outOf: 1).entries[0]
        #expect(entry.previousRank == 30 && entry.change == nil)
        let allowed = table(ranks, breaks: [.test(2020, comparable: true)])
        #expect(allowed.change(of: own, in: Period(year: 2020)) == 10)
    }

    @Test func aTrendHasAPointForEveryPeriodAndMarksBreaks() {
        let trend = table(
            [2014: 76, 2019: 210, 2020: 181], breaks: [.test(2020, comparable: true)]
        )
        .trend(of: own)
        #expect(trend.points.map(\.period.year) == Array(2014...2020))
        #expect(trend.points.map(\.rank) == [76, nil, nil, nil, nil, 210, 181])
        #expect(
            trend.points.map { $0.break != nil } == [
                false, false, false, false, false, false, true,
            ])
        #expect(!trend.isEmpty)
    }

    @Test func aTrendOfNothingIsEmpty() {
        let table = table([2020: 1])
        #expect(table.trend(of: MunicipalityCode(2)).isEmpty)
        #expect(ObservationTable(.test(), [:]).trend(of: own).points.isEmpty)
    }

    @Test func aYearOutOfTheOrdinaryMakesNoEndlessTrend() {
        #expect(table([-5_000_000: 1, 2020: 2]).trend(of: own).points.count == 200)
    }

    @Test func aStreakCountsThePeriodsInOneDirection() {
        let trend = table([2018: 100, 2019: 210, 2020: 181, 2021: 150, 2022: 150, 2023: 151])
            .trend(of: own)
        let streaks = (2018...2024).map { trend.streak(to: Period(year: $0)) }
        #expect(streaks == [0, -1, 1, 2, 0, -1, 0])
    }

    @Test func aStreakEndsAtGapsAndAtBreaksThatForbidComparison() {
        let ranks: [Int: Double] = [2017: 50, 2019: 40, 2020: 30, 2021: 20]
        let year = Period(year: 2021)
        #expect(table(ranks).trend(of: own).streak(to: year) == 2)
        let forbidden = table(ranks, breaks: [.test(2020, comparable: false)])
        #expect(forbidden.trend(of: own).streak(to: year) == 1)
        let allowed = table(ranks, breaks: [.test(2020, comparable: true)])
        #expect(allowed.trend(of: own).streak(to: year) == 2)
    }

    @Test func aPlaceIsTheRankAmongThoseThatAreKnown() {
        let table = ObservationTable(.test(), [2021: [150, 20, 150, nil, 200]])
        let members = (2...5).map { MunicipalityCode($0) }
        let year = Period(year: 2021)
        #expect(
            table.place(of: own, among: members, in: year)
                == Place(position: 2, known: 4, members: 5))
        #expect(table.place(of: MunicipalityCode(4), among: members, in: year) == nil)
        #expect(table.latestPeriod(of: own) == year)
        #expect(table.latestPeriod(of: MunicipalityCode(4)) == nil)
    }
}

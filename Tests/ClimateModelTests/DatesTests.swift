import ClimateFixtures
import ClimateModel
import Testing

@Suite struct DatesTests {
    @Test func daysGoRoundTrip() {
        for days in stride(from: -719_162, through: 2_932_896, by: 997) {
            #expect(CalendarDate(daysSinceEpoch: days).daysSinceEpoch == days)
        }
        #expect(CalendarDate(daysSinceEpoch: 0).description == "1970-01-01")
        #expect(CalendarDate(daysSinceEpoch: .max) == .distantFuture)
        #expect(CalendarDate(daysSinceEpoch: .min).description == "0001-01-01")
        #expect(CalendarDate.distantFuture.description == "9999-12-31")
    }

    @Test func onlyDaysThatExistAreDates() {
        #expect(CalendarDate(year: 2024, month: 2, day: 29) != nil)
        #expect(CalendarDate(year: 2023, month: 2, day: 29) == nil)
        #expect(CalendarDate(year: 1900, month: 2, day: 29) == nil)
        #expect(CalendarDate(year: 2000, month: 2, day: 29) != nil)
        #expect(CalendarDate(year: 2021, month: 13, day: 1) == nil)
        #expect(CalendarDate(year: 2021, month: 4, day: 31) == nil)
        #expect(CalendarDate(year: 0, month: 1, day: 1) == nil)
    }

    @Test func weekdaysAreISO() {
        // 14 September 2012 was a Friday, 21 November 2026 is a Saturday.
        #expect(CalendarDate(year: 2012, month: 9, day: 14)?.weekday == 4)
        #expect(CalendarDate(year: 2026, month: 11, day: 21)?.weekday == 5)
        #expect(CalendarDate(year: 1969, month: 12, day: 28)?.weekday == 6)
    }

    @Test(arguments: ["2018", "2018-11", "2018-11-23", "0001-01-01", "9999-12-31"])
    func partialDatesGoRoundTrip(text: String) {
        #expect(PartialDate(text)?.description == text)
    }

    @Test(arguments: [
        "", "18", "2018-", "2018-1", "2018-13", "2018-02-30", "2018-11-23-01", "20181123",
        "２０１８", "-018", "2018 11", "2018-11-2x",
    ])
    func nothingElseIsAPartialDate(text: String) { #expect(PartialDate(text) == nil) }

    @Test func aPartialDateMayMeanAnyOfItsDays() {
        let february = PartialDate(year: 2024, month: 2)
        #expect(february?.earliest.description == "2024-02-01")
        #expect(february?.latest.description == "2024-02-29")
        #expect(PartialDate(year: 2024)?.latest.description == "2024-12-31")
        #expect(PartialDate(year: 2024, day: 3) == nil)
        let dates = ["2024", "2024-02", "2024-02-01", "2024-03"].compactMap { PartialDate($0) }
        #expect(dates.reversed().sorted() == dates)
    }
}

@Suite struct TimestampTests {
    @Test(arguments: [
        ("2021-10-02T07:00:00Z", "2021-10-02T07:00:00Z"),
        ("2021-10-02t09:00:00+02:00", "2021-10-02T07:00:00Z"),
        ("2021-10-02 07:00", "2021-10-02T07:00:00Z"),
        ("2021-10-02T07:00:00.123456Z", "2021-10-02T07:00:00Z"),
        ("2021-10-02T02:30:00-0430", "2021-10-02T07:00:00Z"),
        ("2021-10-02", "2021-10-02T00:00:00Z"),
        ("2016-12-31T23:59:60Z", "2017-01-01T00:00:00Z"),
        ("1969-12-31T23:59:59Z", "1969-12-31T23:59:59Z"),
    ])
    func momentsAreReadAsRFC3339HasThem(text: String, utc: String) {
        #expect(Timestamp(text)?.description == utc)
    }

    @Test(arguments: [
        "", "2021", "2021-10", "2021-10-02T", "2021-10-02T24:00:00Z", "2021-10-02T07:60:00Z",
        "2021-10-02T07:00:61Z", "2021-10-02T+1:00:00Z", "2021-10-02T07:00:00Zulu",
        "2021-10-02T07:00:00+2:000", "2021-10-02T07:00:00+99:00", "2021-10-02T07:00:00.Z",
        "2021-10-02T07:00:00.xZ", "2021-02-30T07:00:00Z", "2021-10-02T7:00:00Z",
    ])
    func nothingElseIsAMoment(text: String) { #expect(Timestamp(text) == nil) }

    @Test func everySecondGoesRoundTrip() {
        var random = SeededGenerator(seed: 5)
        for _ in 0..<500 {
            let moment = Timestamp(
                seconds: Int64.random(in: -62_135_596_800...253_402_300_799, using: &random))
            #expect(Timestamp(moment.description) == moment)
        }
    }

    @Test func clocksFollowTheOffset() {
        let moment = Timestamp(seconds: -1)
        #expect(moment.clock().date.description == "1969-12-31")
        #expect(
            moment.clock(offset: 3_600)
                == WallClock(
                    date: CalendarDate(daysSinceEpoch: 0), hour: 0, minute: 59, second: 59))
    }

    @Test func momentsOutsideTheCalendarAreItsEnds() {
        #expect(Timestamp(seconds: .max).clock(offset: 7_200).date == .distantFuture)
        #expect(Timestamp(seconds: .min).clock(offset: -7_200).date.description == "0001-01-01")
    }
}

@Suite struct PublicationDateTests {
    @Test func unknownComesBeforeAll() {
        let first = PublicationDate("0001-01-01")
        #expect(first.map { PublicationDate.unknown.sortKey < $0.sortKey } ?? false)
        #expect(PublicationDate.unknown.iso8601 == nil && PublicationDate.unknown.date() == nil)
    }

    @Test(arguments: ["2021", "2021-10", "2021-10-02", "2021-10-02T07:00:00Z"])
    func itIsKeptAsExactlyAsKnown(text: String) {
        #expect(PublicationDate(text)?.iso8601 == text)
    }

    @Test func aMomentsDayDependsOnTheOffset() {
        let date = PublicationDate("2021-10-01T23:30:00Z")
        #expect(date?.date()?.description == "2021-10-01")
        #expect(date?.date(offset: 7_200)?.description == "2021-10-02")
    }
}

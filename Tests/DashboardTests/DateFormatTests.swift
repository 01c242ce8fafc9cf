import ClimateModel
import Dashboard
import Testing
import TextGrid

@Suite struct DateFormatTests {
    let swedish = Formats(.swedish)
    let english = Formats(.english)
    let today: CalendarDate

    init() throws { today = try day(2026, 11, 21) }

    @Test func daysWithWeekday() throws {
        let date = try day(2012, 9, 14)
        #expect(swedish.weekdayDate(date) == "fre 14 sep 2012")
        #expect(english.weekdayDate(date) == "Fri 14 Sep 2012")
        #expect(swedish.weekdayAndDay(today) == "lör 21 nov")
    }

    @Test(arguments: [
        ("2012-09-14", "14 sep 2012", "14 September 2012"),
        ("2019-11", "nov 2019", "November 2019"),
        ("2019", "2019", "2019"), ("2020-03-01", "1 mars 2020", "1 March 2020"),
    ])
    func asExactlyAsKnown(text: String, short: String, longEnglish: String) throws {
        let date = try partialDate(text)
        #expect(swedish.date(date) == short)
        #expect(english.longDate(date) == longEnglish)
        #expect(swedish.date(nil) == "–")
    }

    @Test(arguments: [
        ("2026-10-02", "2 okt"), ("2026-01-03", "3 jan"), ("2025-10-02", "okt 2025"),
        ("2027-01-03", "3 jan"), ("2027-03-03", "mars 2027"), ("2026-10", "okt 2026"),
        ("2021-11", "nov 2021"), ("2021", "2021"),
    ])
    func inLists(text: String, expected: String) throws {
        #expect(swedish.listDate(try partialDate(text), today: today) == expected)
    }

    @Test func listDatesAreAtMostNineColumns() {
        for language in Language.allCases {
            for days in stride(from: -2_000, through: 2_000, by: 3) {
                let date = PartialDate(CalendarDate(daysSinceEpoch: today.daysSinceEpoch + days))
                #expect(Formats(language).listDate(date, today: today).count <= 9)
            }
        }
    }

    @Test func clocks() throws {
        let nine = WallClock(date: today, hour: 9, minute: 41)
        #expect(swedish.clock(nine) == "09.41")
        #expect(english.clock(nine) == "09:41")
        let moment = Timestamp(today, hour: 8, minute: 12)
        #expect(swedish.clock(moment, offset: 3_600) == "09.12")
        #expect(swedish.fetched(moment, today: today, offset: 3_600) == "09.12")
        #expect(
            swedish.fetched(Timestamp(try day(2026, 11, 20)), today: today, offset: 0) == "20 nov")
        #expect(swedish.fetched(nil, today: today, offset: 0) == "–")
    }

    @Test(arguments: [
        (0, "i dag", "today"), (1, "i morgon", "tomorrow"), (-1, "i går", "yesterday"),
        (3, "om 3 dagar", "in 3 days"), (-13, "för 13 dagar sedan", "13 days ago"),
        (14, "om 2 veckor", "in 2 weeks"), (60, "om 8 veckor", "in 8 weeks"),
        (-61, "för 2 månader sedan", "2 months ago"), (730, "om 23 månader", "in 23 months"),
        (731, "om 2 år", "in 2 years"), (-1_100, "för 3 år sedan", "3 years ago"),
    ])
    func relativeDays(days: Int, inSwedish: String, inEnglish: String) {
        let date = CalendarDate(daysSinceEpoch: today.daysSinceEpoch + days)
        #expect(swedish.relative(date, today: today) == inSwedish)
        #expect(english.relative(date, today: today) == inEnglish)
    }

    @Test(arguments: [
        ("2026-11", "denna månad"), ("2026-12", "om 1 månad"), ("2025-11", "för 12 månader sedan"),
        ("2019-11", "för 7 år sedan"), ("2026", "i år"), ("2027", "om 1 år"),
        ("2026-11-24", "om 3 dagar"),
    ])
    func relativePartialDates(text: String, expected: String) throws {
        #expect(swedish.relative(try partialDate(text), today: today) == expected)
    }

    @Test(arguments: [
        (-30, "nyss"), (59, "nyss"), (60, "för 1 minut sedan"), (3_599, "för 59 minuter sedan"),
        (7_200, "för 2 timmar sedan"), (90_000, "i går"), (172_800, "för 2 dagar sedan"),
    ])
    func ages(seconds: Int, expected: String) {
        let now = Timestamp(today, hour: 12)
        let then = Timestamp(seconds: now.seconds - Int64(seconds))
        #expect(swedish.age(of: then, now: now, offset: 0) == expected)
    }

    @Test(arguments: [
        (0, "nu"), (1, "om 1 minut"), (89, "om 1 minut"), (3_540, "om 59 minuter"),
        (3_569, "om 59 minuter"), (3_570, "om 1 timme"), (3_600, "om 1 timme"),
        (5_399, "om 1 timme"), (5_400, "om 2 timmar"), (86_399, "om 24 timmar"),
        (86_400, "i morgon"),
    ])
    func waits(seconds: Int, expected: String) {
        let now = Timestamp(today, hour: 12)
        let then = Timestamp(seconds: now.seconds + Int64(seconds))
        #expect(swedish.wait(until: then, now: now, offset: 0) == expected)
    }

    @Test func ranges() {
        #expect(swedish.range(Period(year: 2014), Period(year: 2023)) == "2014–2023")
        #expect(swedish.range(Period(year: 2014), Period(year: 2014)) == "2014")
        #expect(swedish.range(from: PartialDate("2019"), to: PartialDate("2022")) == "2019–2022")
        #expect(
            swedish.range(from: PartialDate("2019-11"), to: PartialDate("2021-03"))
                == "nov 2019 – mars 2021")
        #expect(english.range(from: PartialDate("2019"), to: nil) == "from 2019")
        #expect(swedish.range(from: nil, to: PartialDate("2022")) == "till 2022")
        #expect(swedish.range(from: nil, to: nil) == "–")
        #expect(
            Formats(.swedish, glyphs: .ascii).range(Period(year: 2014), Period(year: 2023))
                == "2014-2023")
    }
}

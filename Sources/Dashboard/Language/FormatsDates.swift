import ClimateModel

/// Dates and times.
extension Formats {
    /// "fre 14 sep 2012" or "Fri 14 Sep 2012".
    public func weekdayDate(_ date: CalendarDate) -> String {
        weekdayAndDay(date) + " " + String(date.year)
    }

    /// "lör 21 nov" or "Sat 21 Nov".
    public func weekdayAndDay(_ date: CalendarDate) -> String {
        DateNames.weekdays[date.weekday](language) + " " + dayAndMonth(date)
    }

    /// "2 okt" or "2 Oct".
    public func dayAndMonth(_ date: CalendarDate) -> String {
        String(date.day) + " " + DateNames.shortMonths[date.month - 1](language)
    }

    /// As exactly as known: "14 sep 2012", "nov 2019", "2019".
    public func date(_ date: PartialDate?) -> String {
        self.date(date, months: DateNames.shortMonths)
    }

    /// As exactly as known, with the month spelled out: "14 september 2012", "november 2019", "2019".
    public func longDate(_ date: PartialDate?) -> String {
        self.date(date, months: DateNames.months)
    }

    /// For a narrow column: "2 okt" where the day is known and the year goes without saying (this year's, or at most 60
    /// days away), else "okt 2021" or "2021". At most nine columns.
    public func listDate(_ date: PartialDate?, today: CalendarDate) -> String {
        guard let date else { return missing }
        let distance = abs(date.earliest.daysSinceEpoch - today.daysSinceEpoch)
        if date.day != nil, date.year == today.year || distance <= 60 {
            return dayAndMonth(date.earliest)
        }
        guard let month = date.month else { return String(date.year) }
        return DateNames.shortMonths[month - 1](language) + " " + String(date.year)
    }

    /// "09.41" or "09:41".
    public func clock(_ clock: WallClock) -> String {
        twoDigits(clock.hour) + (language == .swedish ? "." : ":") + twoDigits(clock.minute)
    }

    /// The clock time of `moment` where clocks are `offset` seconds east of UTC.
    public func clock(_ moment: Timestamp, offset: Int) -> String {
        clock(moment.clock(offset: offset))
    }

    /// When data was fetched, in few columns: "09.12" the same day, else as in ``listDate(_:today:)``.
    public func fetched(_ moment: Timestamp?, today: CalendarDate, offset: Int) -> String {
        guard let clock = moment?.clock(offset: offset) else { return missing }
        return clock.date == today
            ? self.clock(clock) : listDate(PartialDate(clock.date), today: today)
    }

    /// "2014–2023"; one year alone when both are the same.
    public func range(_ first: Period, _ last: Period) -> String {
        first == last
            ? String(first.year) : String(first.year) + glyphs.rangeDash + String(last.year)
    }

    /// "2019–2022", "nov 2019 – mars 2021", "från 2019", "till 2022"; `missing` when neither end is known.
    public func range(from start: PartialDate?, to end: PartialDate?) -> String {
        switch (start, end) {
        case (let start?, let end?) where start == end: return date(start)
        case (let start?, let end?):
            let gap = start.month == nil && end.month == nil ? "" : " "
            return date(start) + gap + glyphs.rangeDash + gap + date(end)
        case (let start?, nil): return Phrase(sv: "från ", en: "from ")(language) + date(start)
        case (nil, let end?): return Phrase(sv: "till ", en: "until ")(language) + date(end)
        case (nil, nil): return missing
        }
    }

    private func date(_ date: PartialDate?, months: [Phrase]) -> String {
        guard let date else { return missing }
        guard let month = date.month else { return String(date.year) }
        let name = months[month - 1](language) + " " + String(date.year)
        return date.day.map { String($0) + " " + name } ?? name
    }

    private func twoDigits(_ number: Int) -> String {
        number < 10 ? "0" + String(number) : String(number)
    }
}

/// Names of months and days. Swedish writes them in lower case, and abbreviates them as CLDR `sv` does, without points.
enum DateNames {
    /// Monday first, as ``CalendarDate/weekday`` counts.
    static let weekdays = [
        Phrase(sv: "mån", en: "Mon"), Phrase(sv: "tis", en: "Tue"), Phrase(sv: "ons", en: "Wed"),
        Phrase(sv: "tors", en: "Thu"), Phrase(sv: "fre", en: "Fri"), Phrase(sv: "lör", en: "Sat"),
        Phrase(sv: "sön", en: "Sun"),
    ]

    static let shortMonths = [
        Phrase(sv: "jan", en: "Jan"), Phrase(sv: "feb", en: "Feb"), Phrase(sv: "mars", en: "Mar"),
        Phrase(sv: "apr", en: "Apr"), Phrase(sv: "maj", en: "May"), Phrase(sv: "juni", en: "Jun"),
        Phrase(sv: "juli", en: "Jul"), Phrase(sv: "aug", en: "Aug"), Phrase(sv: "sep", en: "Sep"),
        Phrase(sv: "okt", en: "Oct"), Phrase(sv: "nov", en: "Nov"), Phrase(sv: "dec", en: "Dec"),
    ]

    static let months = [
        Phrase(sv: "januari", en: "January"), Phrase(sv: "februari", en: "February"),
        Phrase(sv: "mars", en: "March"), Phrase(sv: "april", en: "April"),
        Phrase(sv: "maj", en: "May"), Phrase(sv: "juni", en: "June"),
        Phrase(sv: "juli", en: "July"), Phrase(sv: "augusti", en: "August"),
        Phrase(sv: "september", en: "September"), Phrase(sv: "oktober", en: "October"),
        Phrase(sv: "november", en: "November"), Phrase(sv: "december", en: "December"),
    ]
}

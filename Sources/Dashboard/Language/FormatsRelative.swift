import ClimateModel

/// How far away a day or a moment is.
extension Formats {
    /// "i dag", "i morgon", "om 3 dagar", "för 2 veckor sedan", "om 5 månader", "för 2 år sedan".
    ///
    /// Days up to two weeks away, then whole weeks up to two months, whole months up to two years, then whole years.
    public func relative(_ day: CalendarDate, today: CalendarDate) -> String {
        let days = day.daysSinceEpoch - today.daysSinceEpoch
        switch days {
        case 0: return Phrase(sv: "i dag", en: "today")(language)
        case 1: return Phrase(sv: "i morgon", en: "tomorrow")(language)
        case -1: return Phrase(sv: "i går", en: "yesterday")(language)
        default: break
        }
        let isAhead = days > 0
        let months = isAhead ? wholeMonths(from: today, to: day) : wholeMonths(from: day, to: today)
        let amount =
            switch (abs(days), months) {
            case (..<14, _): Units.day(abs(days), self)
            case (_, ..<2): Units.week(abs(days) / 7, self)
            case (_, ..<24): Units.month(months, self)
            default: Units.year(months / 12, self)
            }
        return isAhead ? ahead(amount) : ago(amount)
    }

    /// As exactly as the date is known: "om 3 dagar", "denna månad", "om 4 månader", "i år", "för 3 år sedan".
    public func relative(_ date: PartialDate, today: CalendarDate) -> String {
        if date.day != nil { return relative(date.earliest, today: today) }
        if let month = date.month {
            let months = (date.year - today.year) * 12 + month - today.month
            if months == 0 { return Phrase(sv: "denna månad", en: "this month")(language) }
            if abs(months) < 24 {
                let amount = Units.month(abs(months), self)
                return months > 0 ? ahead(amount) : ago(amount)
            }
        }
        let years = date.year - today.year
        if years == 0 { return Phrase(sv: "i år", en: "this year")(language) }
        let amount = Units.year(abs(years), self)
        return years > 0 ? ahead(amount) : ago(amount)
    }

    /// How old something fetched is: "nyss" within a minute, "för 5 minuter sedan", "för 3 timmar sedan", then as for
    /// days. A moment ahead of the clock reads as "nyss".
    ///
    /// - Parameter offset: seconds east of UTC that days are counted in.
    public func age(of moment: Timestamp, now: Timestamp, offset: Int) -> String {
        let seconds = max(0, now.seconds - moment.seconds)
        switch seconds {
        case ..<60: return Phrase(sv: "nyss", en: "just now")(language)
        case ..<3_600: return ago(Units.minute(Int(seconds / 60), self))
        case ..<86_400: return ago(Units.hour(Int(seconds / 3_600), self))
        default:
            return relative(
                moment.clock(offset: offset).date, today: now.clock(offset: offset).date)
        }
    }

    /// How soon something is: "nu" for now and before, "om 5 minuter", "om 3 timmar", then as for days.
    ///
    /// - Parameter offset: seconds east of UTC that days are counted in.
    public func wait(until moment: Timestamp, now: Timestamp, offset: Int) -> String {
        let seconds = moment.seconds - now.seconds
        guard seconds > 0 else { return Phrase(sv: "nu", en: "now")(language) }
        guard seconds >= 86_400 else { return ahead(duration(Int(seconds))) }
        return relative(moment.clock(offset: offset).date, today: now.clock(offset: offset).date)
    }

    /// "1 minut" for that and less, "45 minuter", "6 timmar" below two days, "3 dagar"; see ``Phrase/duration(_:)``.
    public func duration(_ seconds: Int) -> String { Phrase.duration(seconds)(language) }

    private func ahead(_ amount: String) -> String {
        Phrase(sv: "om " + amount, en: "in " + amount)(language)
    }

    private func ago(_ amount: String) -> String {
        Phrase(sv: "för " + amount + " sedan", en: amount + " ago")(language)
    }

    /// How many times the day of the month came round from `start` to `end`.
    ///
    /// - Precondition: `start` is not after `end`.
    private func wholeMonths(from start: CalendarDate, to end: CalendarDate) -> Int {
        (end.year - start.year) * 12 + end.month - start.month - (end.day < start.day ? 1 : 0)
    }

    private enum Units {
        static let minute = Plural(
            sv: (one: "# minut", other: "# minuter"), en: (one: "# minute", other: "# minutes"))
        static let hour = Plural(
            sv: (one: "# timme", other: "# timmar"), en: (one: "# hour", other: "# hours"))
        static let day = Plural(
            sv: (one: "# dag", other: "# dagar"), en: (one: "# day", other: "# days"))
        static let week = Plural(
            sv: (one: "# vecka", other: "# veckor"), en: (one: "# week", other: "# weeks"))
        static let month = Plural(
            sv: (one: "# månad", other: "# månader"), en: (one: "# month", other: "# months"))
        static let year = Plural(
            sv: (one: "# år", other: "# år"), en: (one: "# year", other: "# years"))
    }
}

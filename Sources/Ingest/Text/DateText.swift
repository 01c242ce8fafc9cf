import ClimateModel

/// Dates and times as feeds and people write them.
enum DateText {
    /// A day, month or year: "2021-11-01", "2021-11", "2021", "20211101", "1 november 2021", "November 2021",
    /// "1/11 2021", or a time in ISO 8601, whose day is taken.
    ///
    /// - Complexity: O(*k*) in the length of the text.
    static func partial(_ text: some StringProtocol) -> PartialDate? {
        let text = CleanText.line(text.prefix(80))
        if let date = PartialDate(text) { return date }
        if text.count > 10, let date = PartialDate(text.prefix(10)), date.day != nil,
            "T ".contains(text[text.index(text.startIndex, offsetBy: 10)])
        {
            return date
        }
        if text.utf8.count == 8, text.utf8.allSatisfy({ (48...57).contains($0) }) {
            return PartialDate("\(text.prefix(4))-\(text.dropFirst(4).prefix(2))-\(text.suffix(2))")
        }
        return worded(text)
    }

    private static func worded(_ text: String) -> PartialDate? {
        var words = text.lowercased().split(whereSeparator: { " ,./".contains($0) }).map(
            String.init)
        if words.first == "den" { words.removeFirst() }
        if words.count == 3, words[0].utf8.count == 4 { words.reverse() }
        dayFirst(&words)
        guard (2...3).contains(words.count), let last = words.last, last.utf8.count == 4,
            let year = Int(last)
        else { return nil }
        if words.count == 2 {
            return month(words[0]).flatMap { PartialDate(year: year, month: $0) }
        }
        let day = words[0].hasSuffix(":e") ? String(words[0].dropLast(2)) : words[0]
        guard let day = Int(day) else { return nil }
        let number = month(words[1]) ?? Int(words[1])
        return number.flatMap { PartialDate(year: year, month: $0, day: day) }
    }

    /// Puts the day before the month: "September 8, 2026".
    private static func dayFirst(_ words: inout [String]) {
        guard words.count >= 3, month(words[0]) != nil, let day = Int(words[1]), day <= 31 else {
            return
        }
        words.swapAt(0, 1)
    }

    /// The number of a month by its Swedish or English name, or the first three letters of it or more.
    static func month(_ word: some StringProtocol) -> Int? {
        let word = SearchKey.fold(String(word.filter { $0 != "." }))
        guard word.count >= 3 else { return nil }
        for names in [swedishMonths, englishMonths] {
            if let index = names.firstIndex(where: { $0.hasPrefix(word) }) { return index + 1 }
        }
        return word == "sept" ? 9 : nil
    }

    private static let swedishMonths = [
        "januari", "februari", "mars", "april", "maj", "juni", "juli", "augusti", "september",
        "oktober", "november", "december",
    ]
    private static let englishMonths = [
        "january", "february", "march", "april", "may", "june", "july", "august", "september",
        "october", "november", "december",
    ]

    /// When a feed's item was published, as exactly as the text tells; `.unknown` for what is no date.
    ///
    /// No date before 1990 or after 2100 is believed: publishing systems write the first or last that they know for none.
    ///
    /// Takes RFC 822 (with or without the day of the week, which is not looked at, and with offsets or zone names),
    /// ISO 8601, "2026-09-08 07:00:00", and dates as people write them, with a time or without. A time without a zone is
    /// Swedish.
    ///
    /// - Complexity: O(*k*) in the length of the text.
    static func published(_ text: String) -> PublicationDate {
        switch told(text) {
        case .moment(let moment) where !plausible.contains(moment): .unknown
        case .date(let date) where !(1990...2100).contains(date.year): .unknown
        case let date: date
        }
    }

    private static let plausible =
        Timestamp(seconds: 631_152_000)..<Timestamp(seconds: 4_133_980_800)

    private static func told(_ text: String) -> PublicationDate {
        if let moment = FeedDate.moment(text) { return .moment(moment) }
        let text = CleanText.line(text.prefix(80))
        if let moment = iso8601(text) ?? spacedZone(text) ?? rfc822(text) { return .moment(moment) }
        return partial(text).map { .date($0) } ?? .unknown
    }

    /// ISO 8601 with a time of day; Swedish time where it gives no zone.
    private static func iso8601(_ text: String) -> Timestamp? {
        guard text.count > 10, let moment = Timestamp(text) else { return nil }
        let hasZone = text.dropFirst(10).contains { "Zz+-".contains($0) }
        return hasZone ? moment : swedish(moment)
    }

    /// "2026-09-08 07:00:00 +0200", "2026-09-08T07:00 CEST".
    private static func spacedZone(_ text: String) -> Timestamp? {
        let words = text.split(separator: " ").map(String.init)
        guard let last = words.last, (2...3).contains(words.count), let offset = offset(last),
            let moment = Timestamp(words.dropLast().joined(separator: " "))
        else { return nil }
        return Timestamp(seconds: moment.seconds - Int64(offset))
    }

    /// RFC 822, section 5, as amended by RFC 1123: "Tue, 08 Sep 2026 07:00:00 +0200".
    private static func rfc822(_ text: String) -> Timestamp? {
        var words = text.split(whereSeparator: { $0 == " " || $0 == "," }).map(String.init)
        words.removeAll {
            ["kl", "kl.", "klockan", "at", "den", "-", "–"].contains($0.lowercased())
        }
        if let first = words.first, first.first?.isLetter == true, month(first) == nil {
            words.removeFirst()
        }
        // "Sep 8 07:00:00 2026", as C's ctime writes it.
        let isYear = { (word: String) in
            word.utf8.count == 4 && Int(word) != nil && word.first != "+" && word.first != "-"
        }
        if let place = words.firstIndex(where: isYear), place > 2 {
            words.insert(words.remove(at: place), at: 2)
        }
        dayFirst(&words)
        guard words.count >= 4, let day = Int(words[0]), let month = month(words[1]),
            let date = CalendarDate(year: year(words[2]), month: month, day: day),
            let (hour, minute, second) = clock(words[3])
        else { return nil }
        let moment = Timestamp(date, hour: hour, minute: minute, second: second)
        guard words.count > 4 else { return swedish(moment) }
        guard let offset = offset(words[4]) else { return moment }
        return Timestamp(seconds: moment.seconds - Int64(offset))
    }

    private static func year(_ word: String) -> Int {
        guard let number = Int(word), number >= 0 else { return 0 }
        // Two digits as RFC 2822, section 4.3, reads them.
        return word.utf8.count == 2 ? number + (number < 50 ? 2_000 : 1_900) : number
    }

    private static func clock(_ word: String) -> (Int, Int, Int)? {
        let fields = word.split(omittingEmptySubsequences: false) { $0 == ":" || $0 == "." }
        let numbers = fields.compactMap { $0.utf8.count <= 2 ? Int($0) : nil }
        guard (2...3).contains(fields.count), numbers.count == fields.count,
            (0...23).contains(numbers[0]), (0...59).contains(numbers[1]),
            (0...60).contains(numbers.count > 2 ? numbers[2] : 0)
        else { return nil }
        return (numbers[0], numbers[1], numbers.count > 2 ? numbers[2] : 0)
    }

    /// Seconds east of UTC of "+0200", "+02:00" or a zone's name; nil for one that is unknown, which RFC 2822 reads as
    /// UTC.
    private static func offset(_ word: String) -> Int? {
        var word = word[...]
        // "GMT+2" is two hours east, as whoever writes it means.
        if word.count > 3, ["GMT", "UTC"].contains(word.prefix(3).uppercased()) {
            word = word.dropFirst(3)
        }
        if let sign = word.first, "+-−".contains(sign) {
            var digits = word.dropFirst().filter { $0 != ":" }
            if digits.utf8.count <= 2 { digits += "00" }
            guard (3...4).contains(digits.utf8.count),
                digits.utf8.allSatisfy({ (48...57).contains($0) }),
                let number = Int(digits), number % 100 < 60, number < 2_400
            else { return nil }
            return (sign == "+" ? 1 : -1) * (number / 100 * 3_600 + number % 100 * 60)
        }
        let hours: [String: Int] = [
            "GMT": 0, "UT": 0, "UTC": 0, "Z": 0, "WET": 0, "WEST": 1, "BST": 1, "CET": 1, "MET": 1,
            "CEST": 2, "MEST": 2, "EET": 2, "EEST": 3, "EST": -5, "EDT": -4, "CST": -6, "CDT": -5,
            "MST": -7, "MDT": -6, "PST": -8, "PDT": -7,
        ]
        return hours[word.uppercased()].map { $0 * 3_600 }
    }

    /// What clocks in Sweden showed as `wall` when that was read as UTC.
    private static func swedish(_ wall: Timestamp) -> Timestamp {
        let winter = Timestamp(seconds: wall.seconds - 3_600)
        return Timestamp(seconds: wall.seconds - Int64(SwedishTime.offset(at: winter)))
    }
}

/// The time of day in Sweden.
enum SwedishTime {
    /// Seconds east of UTC at `moment`: summer time from the last Sunday of March to that of October, 01:00 UTC
    /// (directive 2000/84/EC). Years before 1996, with other rules, are read by the same.
    static func offset(at moment: Timestamp) -> Int {
        let year = moment.clock().date.year
        guard let start = change(year, month: 3), let end = change(year, month: 10) else {
            return 3_600
        }
        return start <= moment && moment < end ? 7_200 : 3_600
    }

    /// 01:00 UTC on the last Sunday of a month of 31 days.
    private static func change(_ year: Int, month: Int) -> Timestamp? {
        guard let last = CalendarDate(year: year, month: month, day: 31) else { return nil }
        let sunday = CalendarDate(daysSinceEpoch: last.daysSinceEpoch - (last.weekday + 1) % 7)
        return Timestamp(sunday, hour: 1)
    }
}

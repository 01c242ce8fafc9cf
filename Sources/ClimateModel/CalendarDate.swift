/// A day in the proleptic Gregorian calendar, without time or time zone.
public struct CalendarDate: Hashable, Sendable {
    /// 1–9999.
    public let year: Int
    /// 1 for January … 12 for December.
    public let month: Int
    /// The day of the month, from 1 to the month's last.
    public let day: Int

    /// Nil unless the day exists (year 1–9999).
    public init?(year: Int, month: Int, day: Int) {
        guard (1...9999).contains(year), (1...12).contains(month),
            (1...Self.days(inMonth: month, ofYear: year)).contains(day)
        else { return nil }
        self.year = year
        self.month = month
        self.day = day
    }

    /// The day that is `daysSinceEpoch` days after 1970-01-01.
    ///
    /// The arithmetic is Howard Hinnant's `civil_from_days`
    /// (https://howardhinnant.github.io/date_algorithms.html). Values outside years 1–9999 are clamped.
    public init(daysSinceEpoch: Int) {
        let days = min(max(daysSinceEpoch, -719_162), 2_932_896) + 719_468
        let era = days / 146_097
        let dayOfEra = days - era * 146_097
        let yearOfEra =
            (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let shifted = (5 * dayOfYear + 2) / 153
        day = dayOfYear - (153 * shifted + 2) / 5 + 1
        month = shifted < 10 ? shifted + 3 : shifted - 9
        year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
    }

    /// Days since 1970-01-01, negative before it (`days_from_civil`).
    public var daysSinceEpoch: Int {
        let shiftedYear = month <= 2 ? year - 1 : year
        let era = shiftedYear / 400
        let yearOfEra = shiftedYear - era * 400
        let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
        let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
        return era * 146_097 + dayOfEra - 719_468
    }

    /// 0 for Monday … 6 for Sunday (ISO 8601 order).
    public var weekday: Int {
        let shifted = (daysSinceEpoch + 3) % 7
        return shifted < 0 ? shifted + 7 : shifted
    }

    /// 28–31.
    public static func days(inMonth month: Int, ofYear year: Int) -> Int {
        switch month {
        case 4, 6, 9, 11: 30
        case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
        default: 31
        }
    }
}

extension CalendarDate: Comparable {
    /// The earlier day is the lesser.
    public static func < (left: Self, right: Self) -> Bool {
        (left.year, left.month, left.day) < (right.year, right.month, right.day)
    }
}

extension CalendarDate: CustomStringConvertible {
    /// ISO 8601: "2021-10-02".
    public var description: String {
        PartialDate(self).description
    }
}

/// A date known to the year, the month or the day, as ISO 8601 reduced precision has it:
/// "2018", "2018-11", "2018-11-23".
public struct PartialDate: Hashable, Sendable {
    /// 1–9999.
    public let year: Int
    /// 1–12; nil where only the year is known.
    public let month: Int?
    /// The day of the month, from 1; nil where only the year or the month is known.
    public let day: Int?

    /// Nil unless the date exists; a day needs a month.
    public init?(year: Int, month: Int? = nil, day: Int? = nil) {
        guard day == nil || month != nil,
            CalendarDate(year: year, month: month ?? 1, day: day ?? 1) != nil
        else { return nil }
        self.year = year
        self.month = month
        self.day = day
    }

    /// The date known to the day.
    public init(_ date: CalendarDate) {
        year = date.year
        month = date.month
        day = date.day
    }

    /// Reads "2018", "2018-11" or "2018-11-23"; nil for anything else.
    public init?(_ text: some StringProtocol) {
        // Years have four digits, months and days two: the length tells which there are.
        let bytes = Array(text.utf8)
        func number(_ range: Range<Int>) -> Int? {
            bytes[range].reduce(0) { sum, byte in
                guard let sum, (48...57).contains(byte) else { return nil }
                return sum * 10 + Int(byte - 48)
            }
        }
        guard [4, 7, 10].contains(bytes.count), let year = number(0..<4) else { return nil }
        var parts: [Int] = []
        for start in stride(from: 4, to: bytes.count, by: 3) {
            guard bytes[start] == UInt8(ascii: "-"), let part = number(start + 1..<start + 3)
            else { return nil }
            parts.append(part)
        }
        self.init(year: year, month: parts.first, day: parts.count > 1 ? parts[1] : nil)
    }

    /// The first day it may mean.
    public var earliest: CalendarDate {
        CalendarDate(year: year, month: month ?? 1, day: day ?? 1)
            ?? CalendarDate(daysSinceEpoch: 0)
    }

    /// The last day it may mean.
    public var latest: CalendarDate {
        let lastMonth = month ?? 12
        let lastDay = day ?? CalendarDate.days(inMonth: lastMonth, ofYear: year)
        return CalendarDate(year: year, month: lastMonth, day: lastDay) ?? earliest
    }
}

extension PartialDate: Comparable {
    /// By first possible day, then the less precise first.
    public static func < (left: Self, right: Self) -> Bool {
        (left.year, left.month ?? 0, left.day ?? 0) < (right.year, right.month ?? 0, right.day ?? 0)
    }
}

extension PartialDate: CustomStringConvertible {
    /// ISO 8601, as exactly as known: "2018", "2018-11", "2018-11-23".
    public var description: String {
        var digits = DateDigits()
        digits.add(self)
        return digits.text
    }
}

/// Coded as its ISO 8601 text.
extension PartialDate: Codable {
    /// Throws `DecodingError.dataCorrupted` for a text that is no such date.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        let text = try container.decode(String.self)
        guard let date = PartialDate(text) else {
            throw DecodingError.dataCorruptedError(
                in: container,
                debugDescription: "expected a date as 2018, 2018-11 or 2018-11-23, found \(text)")
        }
        self = date
    }

    /// Writes the ISO 8601 text.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(description)
    }
}

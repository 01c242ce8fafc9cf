/// A moment in time: whole seconds since 1970-01-01T00:00:00Z, leap seconds not counted.
public struct Timestamp: Hashable, Sendable, Comparable {
    /// Seconds since 1970-01-01T00:00:00Z, negative before it.
    public let seconds: Int64

    /// Any number will do; text and clocks show moments outside years 1–9999 as the nearest within.
    public init(seconds: Int64) { self.seconds = seconds }

    /// Before every moment that has a date: one second before 0001-01-01T00:00:00Z.
    public static let distantPast = Timestamp(seconds: -62_135_596_801)

    /// The moment `seconds` later; earlier for a negative number.
    public func adding(seconds: Int) -> Timestamp {
        Timestamp(seconds: self.seconds + Int64(seconds))
    }

    /// Midnight UTC of `date` plus `hour`, `minute` and `second`, less `offset` seconds east of UTC.
    public init(
        _ date: CalendarDate, hour: Int = 0, minute: Int = 0, second: Int = 0, offset: Int = 0
    ) {
        seconds = Int64(
            date.daysSinceEpoch * 86_400 + hour * 3_600 + minute * 60 + second - offset)
    }

    /// The earlier moment is the lesser.
    public static func < (left: Self, right: Self) -> Bool { left.seconds < right.seconds }

    /// The first second of the year 1 in UTC.
    public static let earliest = Timestamp(seconds: -62_135_596_800)
    /// The last second of the year 9999 in UTC.
    public static let latest = Timestamp(seconds: 253_402_300_799)

    /// The wall clock at this moment where clocks are `offset` seconds east of UTC.
    public func clock(offset: Int = 0) -> WallClock {
        // Moments outside the calendar are shown as its first or last second.
        let local = min(max(self, .earliest), .latest).seconds + Int64(offset)
        let days = Int(local >= 0 ? local / 86_400 : (local - 86_399) / 86_400)
        let rest = Int(local) - days * 86_400
        return WallClock(
            date: CalendarDate(daysSinceEpoch: days), hour: rest / 3_600, minute: rest / 60 % 60,
            second: rest % 60)
    }
}

extension Timestamp: CustomStringConvertible {
    /// ISO 8601 in UTC: "2021-10-02T07:00:00Z".
    public var description: String {
        let clock = clock()
        var digits = DateDigits()
        digits.add(PartialDate(clock.date))
        for (sign, number) in [
            ("T" as Unicode.Scalar, clock.hour), (":", clock.minute), (":", clock.second),
        ] {
            digits.add(sign)
            digits.add(number, width: 2)
        }
        digits.add("Z")
        return digits.text
    }
}

/// Coded as its ISO 8601 text in UTC.
extension Timestamp: Codable {
    /// Throws `DecodingError.dataCorrupted` for a text that is no such time.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        let text = try container.decode(String.self)
        guard let value = Timestamp(text) else {
            throw DecodingError.dataCorruptedError(
                in: container, debugDescription: "expected an ISO 8601 time, found \(text)")
        }
        self = value
    }

    /// Writes the ISO 8601 text in UTC.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(description)
    }

    /// Reads "2021-10-02T07:00:00Z", with an optional fraction and "Z" or "±hh:mm" as RFC 3339 has it, or a date
    /// alone (midnight UTC); nil for anything else.
    public init?(_ text: some StringProtocol) {
        if let plain = text.utf8.withContiguousStorageIfAvailable({ Self.plain($0) }), let plain {
            self = plain
            return
        }
        guard let separator = text.firstIndex(where: { $0 == "T" || $0 == "t" || $0 == " " }) else {
            guard let date = PartialDate(text), date.day != nil else { return nil }
            self.init(date.earliest)
            return
        }
        guard let date = PartialDate(text[..<separator]), date.day != nil else { return nil }
        let rest = text[text.index(after: separator)...]
        let zoneStart = rest.firstIndex(where: { "Zz+-".contains($0) }) ?? rest.endIndex
        guard let (hour, minute, second) = Self.time(of: rest[..<zoneStart]),
            let offset = Self.offset(of: rest[zoneStart...])
        else { return nil }
        self.init(date.earliest, hour: hour, minute: minute, second: second, offset: offset)
    }

    /// Reads the commonest form, "2021-10-02T07:00:00Z", in a tenth of the time; nil for any other.
    private static func plain(_ text: UnsafeBufferPointer<UInt8>) -> Timestamp? {
        guard text.count == 20, text[4] == 0x2D, text[7] == 0x2D, text[10] == 0x54,
            text[13] == 0x3A, text[16] == 0x3A, text[19] == 0x5A
        else { return nil }
        func number(_ start: Int, _ length: Int) -> Int? {
            var value = 0
            for byte in text[start..<(start + length)] {
                guard (0x30...0x39).contains(byte) else { return nil }
                value = value * 10 + Int(byte - 0x30)
            }
            return value
        }
        guard let year = number(0, 4), let month = number(5, 2), let day = number(8, 2),
            let date = CalendarDate(year: year, month: month, day: day),
            let hour = number(11, 2), hour < 24, let minute = number(14, 2), minute < 60,
            let second = number(17, 2), second <= 60
        else { return nil }
        return Timestamp(date, hour: hour, minute: minute, second: second)
    }

    /// Reads "07:00", "07:00:00" and "07:00:00.123"; the fraction is dropped, second 60 is a leap second.
    private static func time(of text: some StringProtocol) -> (Int, Int, Int)? {
        let parts = text.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
        guard let fields = parts.first?.split(separator: ":", omittingEmptySubsequences: false),
            (2...3).contains(fields.count), parts.count == 1 || digits(parts[1]) != nil
        else { return nil }
        let numbers = fields.compactMap { $0.utf8.count == 2 ? digits($0) : nil }
        guard numbers.count == fields.count, numbers[0] < 24, numbers[1] < 60 else { return nil }
        let second = numbers.count > 2 ? numbers[2] : 0
        return second <= 60 ? (numbers[0], numbers[1], second) : nil
    }

    /// Seconds east of UTC of "", "Z", "+02:00" or "+0200".
    private static func offset(of zone: some StringProtocol) -> Int? {
        guard let sign = zone.first else { return 0 }
        if sign == "Z" || sign == "z" { return zone.count == 1 ? 0 : nil }
        let fields = zone.dropFirst().split(separator: ":", omittingEmptySubsequences: false)
        guard fields.count == 1 ? fields[0].count == 4 : fields.map(\.count) == [2, 2],
            let number = digits(fields.joined()), number % 100 < 60, number / 100 < 24
        else { return nil }
        return (sign == "-" ? -1 : 1) * (number / 100 * 3_600 + number % 100 * 60)
    }

    /// The number that 1–18 ASCII digits write; nil for anything else.
    private static func digits(_ text: some StringProtocol) -> Int? {
        guard (1...18).contains(text.utf8.count),
            text.utf8.allSatisfy({ (48...57).contains($0) })
        else { return nil }
        return Int(text)
    }
}

/// What a clock on the wall shows.
public struct WallClock: Hashable, Sendable {
    /// The local day.
    public var date: CalendarDate
    /// 0–23.
    public var hour: Int
    /// 0–59.
    public var minute: Int
    /// 0–59.
    public var second: Int

    /// Takes the fields as they are; nothing is checked.
    public init(date: CalendarDate, hour: Int, minute: Int, second: Int = 0) {
        self.date = date
        self.hour = hour
        self.minute = minute
        self.second = second
    }
}

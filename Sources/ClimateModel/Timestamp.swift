/// A moment in time: whole seconds since 1970-01-01T00:00:00Z, leap seconds not counted.
public struct Timestamp: Hashable, Sendable, Comparable {
    public let seconds: Int64

    public init(seconds: Int64) { self.seconds = seconds }

    /// Midnight UTC of `date` plus `hour`, `minute` and `second`, less `offset` seconds east of UTC.
    public init(
        _ date: CalendarDate, hour: Int = 0, minute: Int = 0, second: Int = 0, offset: Int = 0
    ) {
        seconds = Int64(
            date.daysSinceEpoch * 86_400 + hour * 3_600 + minute * 60 + second - offset)
    }

    public static func < (left: Self, right: Self) -> Bool { left.seconds < right.seconds }

    /// The wall clock at this moment where clocks are `offset` seconds east of UTC.
    public func clock(offset: Int = 0) -> WallClock {
        let local = seconds + Int64(offset)
        let days = Int((Double(local) / 86_400).rounded(.down))
        let rest = Int(local - Int64(days) * 86_400)
        return WallClock(
            date: CalendarDate(daysSinceEpoch: days), hour: rest / 3_600, minute: rest / 60 % 60,
            second: rest % 60)
    }
}

extension Timestamp: CustomStringConvertible {
    /// ISO 8601 in UTC: "2021-10-02T07:00:00Z".
    public var description: String {
        let clock = clock()
        func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
        return "\(clock.date)T\(two(clock.hour)):\(two(clock.minute)):\(two(clock.second))Z"
    }
}

/// Coded as its ISO 8601 text in UTC.
extension Timestamp: Codable {
    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        let text = try container.decode(String.self)
        guard let value = Timestamp(text) else {
            throw DecodingError.dataCorruptedError(
                in: container, debugDescription: "expected an ISO 8601 time, found \(text)")
        }
        self = value
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(description)
    }

    /// Reads "2021-10-02T07:00:00Z", with an optional fraction and "Z" or "±hh:mm" as RFC 3339 has it, or a date
    /// alone (midnight UTC); nil for anything else.
    public init?(_ text: some StringProtocol) {
        guard let separator = text.firstIndex(where: { $0 == "T" || $0 == "t" || $0 == " " }) else {
            guard let date = PartialDate(text), date.day != nil else { return nil }
            self.init(date.earliest)
            return
        }
        guard let date = PartialDate(text[..<separator]), date.day != nil else { return nil }
        let rest = text[text.index(after: separator)...]
        let zoneStart = rest.firstIndex(where: { "Zz+-".contains($0) }) ?? rest.endIndex
        let time = rest[..<zoneStart].split(separator: ".", maxSplits: 1)
        guard let fields = time.first?.split(separator: ":", omittingEmptySubsequences: false),
            (2...3).contains(fields.count)
        else { return nil }
        let numbers = fields.compactMap { $0.utf8.count == 2 ? Int($0) : nil }
        guard numbers.count == fields.count, (0...23).contains(numbers[0]),
            (0...59).contains(numbers[1]), numbers.count == 2 || (0...60).contains(numbers[2]),
            let offset = Self.offset(of: rest[zoneStart...])
        else { return nil }
        self.init(
            date.earliest, hour: numbers[0], minute: numbers[1],
            second: numbers.count > 2 ? numbers[2] : 0, offset: offset)
    }

    /// Seconds east of UTC of "", "Z", "+02:00" or "+0200".
    private static func offset(of zone: some StringProtocol) -> Int? {
        guard let sign = zone.first, sign != "Z", sign != "z" else { return 0 }
        let digits = String(zone.dropFirst().filter { $0 != ":" })
        guard digits.utf8.count == 4, let number = Int(digits), number >= 0, number % 100 < 60
        else {
            return nil
        }
        return (sign == "-" ? -1 : 1) * (number / 100 * 3_600 + number % 100 * 60)
    }
}

/// What a clock on the wall shows.
public struct WallClock: Hashable, Sendable {
    public var date: CalendarDate
    public var hour: Int
    public var minute: Int
    public var second: Int

    public init(date: CalendarDate, hour: Int, minute: Int, second: Int = 0) {
        self.date = date
        self.hour = hour
        self.minute = minute
        self.second = second
    }
}

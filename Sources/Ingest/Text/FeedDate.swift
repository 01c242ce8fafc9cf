import ClimateModel

/// The two forms that nearly all dates of feeds have, read byte by byte: ``DateText`` reads them and all others in fifty times
/// as long.
enum FeedDate {
    /// "Tue, 08 Sep 2026 07:00:00 +0200" (or "GMT", "UTC"), "2026-09-08T07:00:00+02:00" (or "Z"); nil for any other.
    ///
    /// - Complexity: O(1).
    static func moment(_ text: String) -> Timestamp? {
        var text = text
        return text.withUTF8 { bytes in
            guard bytes.count >= 20 else { return nil }
            return bytes[3] == 0x2C ? worded(Fields(bytes)) : numbered(Fields(bytes))
        }
    }

    private static func worded(_ text: Fields) -> Timestamp? {
        guard text.matches("www, dd www dddd dd:dd:dd "), days.contains(text.letters(at: 0)),
            let month = months.firstIndex(of: text.letters(at: 8)).map({ $0 + 1 }),
            let date = CalendarDate(
                year: text.number(12..<16), month: month, day: text.number(5..<7)),
            let zone = text.zone(at: 26, parted: false)
        else { return nil }
        return text.moment(date, clockAt: 17, zone)
    }

    private static func numbered(_ text: Fields) -> Timestamp? {
        guard text.matches("dddd-dd-ddTdd:dd:dd"),
            let date = CalendarDate(
                year: text.number(0..<4), month: text.number(5..<7), day: text.number(8..<10)),
            let zone = text.zone(at: 19, parted: true)
        else { return nil }
        return text.moment(date, clockAt: 11, zone)
    }

    /// A text whose parts are at known places.
    private struct Fields {
        let bytes: UnsafeBufferPointer<UInt8>

        init(_ bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

        /// Whether it begins as `form` has it, where "d" is a digit, "w" a letter and all else itself.
        func matches(_ form: StaticString, from start: Int = 0) -> Bool {
            form.withUTF8Buffer { form in
                guard start + form.count <= bytes.count else { return false }
                return form.indices.allSatisfy { index in
                    let byte = bytes[start + index]
                    switch form[index] {
                    case UInt8(ascii: "d"): return LatinBytes.isDigit(byte)
                    case UInt8(ascii: "w"): return (byte | 0x20) &- 0x61 < 26
                    default: return byte == form[index]
                    }
                }
            }
        }

        func number(_ range: Range<Int>) -> Int {
            bytes[range].reduce(0) { $0 * 10 + Int($1 &- 0x30) }
        }

        /// The three letters at `start` in lower case, the first one highest.
        func letters(at start: Int) -> UInt32 {
            bytes[start..<(start + 3)].reduce(0) { $0 << 8 | UInt32($1 | 0x20) }
        }

        /// Seconds east of UTC that the rest of the text tells; nil for what is neither an offset nor UTC.
        func zone(at start: Int, parted: Bool) -> Int? {
            switch bytes.count - start {
            case 1: return parted && bytes[start] == UInt8(ascii: "Z") ? 0 : nil
            case 3:
                return !parted && (matches("GMT", from: start) || matches("UTC", from: start))
                    ? 0 : nil
            case 5 where !parted && matches("dddd", from: start + 1),
                6 where parted && matches("dd:dd", from: start + 1):
                let (hours, minutes) = (
                    number((start + 1)..<(start + 3)), number((bytes.count - 2)..<bytes.count)
                )
                guard hours < 24, minutes < 60 else { return nil }
                switch bytes[start] {
                case UInt8(ascii: "+"): return hours * 3_600 + minutes * 60
                case UInt8(ascii: "-"): return -(hours * 3_600 + minutes * 60)
                default: return nil
                }
            default: return nil
            }
        }

        /// The moment of a day and the time of day at `place`; nil for a time that clocks don't show.
        func moment(_ date: CalendarDate, clockAt place: Int, _ zone: Int) -> Timestamp? {
            let hour = number(place..<(place + 2))
            let minute = number((place + 3)..<(place + 5))
            let second = number((place + 6)..<(place + 8))
            guard hour < 24, minute < 60, second <= 60 else { return nil }
            return Timestamp(date, hour: hour, minute: minute, second: second, offset: zone)
        }
    }

    /// "mon" … "sun" as ``Fields/letters(at:)`` has them.
    private static let days: [UInt32] = [
        0x6D_6F6E, 0x74_7565, 0x77_6564, 0x74_6875, 0x66_7269, 0x73_6174, 0x73_756E,
    ]

    /// "jan" … "dec".
    private static let months: [UInt32] = [
        0x6A_616E, 0x66_6562, 0x6D_6172, 0x61_7072, 0x6D_6179, 0x6A_756E, 0x6A_756C, 0x61_7567,
        0x73_6570, 0x6F_6374, 0x6E_6F76, 0x64_6563,
    ]
}

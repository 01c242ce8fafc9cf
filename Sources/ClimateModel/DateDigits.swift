/// The text of a date or a time, put together digit by digit.
struct DateDigits {
    private var bytes: [UInt8] = []

    init() { bytes.reserveCapacity(20) }

    /// A number that is not negative, with zeros before it where it has fewer digits than `width`.
    mutating func add(_ number: Int, width: Int) {
        var unit = 1
        for _ in 1..<width { unit *= 10 }
        while number / unit >= 10 { unit *= 10 }
        while unit > 0 {
            bytes.append(UInt8(ascii: "0") + UInt8(number / unit % 10))
            unit /= 10
        }
    }

    mutating func add(_ sign: Unicode.Scalar) { bytes.append(UInt8(ascii: sign)) }

    mutating func add(_ date: PartialDate) {
        add(date.year, width: 4)
        for part in [date.month, date.day] {
            guard let part else { return }
            add("-")
            add(part, width: 2)
        }
    }

    var text: String { String(decoding: bytes, as: UTF8.self) }
}

import ClimateModel
import Glibc

/// What a cell with a number shows.
struct CellNumber {
    /// Whether days are counted from 1904, as old workbooks of the Macintosh do.
    var isFrom1904 = false

    /// The text of a number: a date in ISO 8601 where the format is of dates, a percentage where it is of those, else the
    /// number with 15 digits at most, as spreadsheets show it.
    func text(_ number: some Collection<UInt8>, _ format: CellFormat) -> String {
        let text = String(decoding: number, as: UTF8.self)
        if format == .plain, text.utf8.count <= 15, text.utf8.allSatisfy(Self.isPlain) {
            return text
        }
        guard let value = Double(text), value.isFinite else { return text }
        switch format {
        case .plain: return Self.digits(value)
        case .percent: return Self.digits(value * 100) + "%"
        case .date(let parts): return date(value, parts) ?? Self.digits(value)
        }
    }

    private static func isPlain(_ byte: UInt8) -> Bool {
        (0x30...0x39).contains(byte) || byte == UInt8(ascii: "-") || byte == UInt8(ascii: ".")
    }

    private static func digits(_ value: Double) -> String {
        let isSmall = abs(value) < 1e-4
        var buffer = [CChar](repeating: 0, count: 64)
        _ = withVaList([value]) { vsnprintf(&buffer, 64, isSmall ? "%.15f" : "%.15g", $0) }
        var text = String(
            decoding: buffer.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
        if isSmall {
            while text.hasSuffix("0") { text.removeLast() }
            if text.hasSuffix(".") { text.removeLast() }
            if text == "-0" { text = "0" }
        }
        return text
    }

    /// Nil for a number that is no day between 1900 and 9999.
    ///
    /// Day 60 of the usual count is the 29 February 1900 that never was (ECMA-376, part 1, section 18.17.4.1).
    private func date(_ value: Double, _ parts: CellFormat.DateParts) -> String? {
        guard (0..<2_958_466).contains(value) else { return nil }
        let seconds = Int((value * 86_400).rounded())
        let time = seconds % 86_400
        let clock = Self.two(time / 3_600) + ":" + Self.two(time % 3_600 / 60)
        guard parts.hasYear || parts.hasMonth || parts.hasDay else { return clock }
        let serial = seconds / 86_400
        let epoch = isFrom1904 ? serial - 24_107 : serial - (serial < 60 ? 25_568 : 25_569)
        let day = CalendarDate(daysSinceEpoch: epoch)
        if !parts.hasDay, !parts.hasTime {
            return parts.hasMonth
                ? day.description.prefix(7).description : day.description.prefix(4).description
        }
        return parts.hasTime && time != 0 ? "\(day) \(clock)" : day.description
    }

    private static func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
}

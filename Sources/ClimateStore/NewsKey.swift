import ClimateModel

/// The place of a news item in lists: its publication second above, a number that tells items of the same second apart below.
///
/// It is the row number in the full-text index and the key of the kept lists, so what either gives is in order and nothing
/// is sorted.
enum NewsKey {
    /// Bits that tell items of one second apart.
    private static let low: Int64 = 20

    /// The first key of the second of `date`. Moments outside years 1–9999 get the nearest second inside.
    static func base(of date: PublicationDate) -> Int64 {
        let seconds = min(max(date.sortKey, .distantPast), .latest).seconds
        return seconds << low
    }

    /// How many keys a second has.
    static let capacity: Int64 = 1 << low
}

extension Int64 {
    /// Whether it is a key of the second of `date`.
    func isOfSecond(_ date: PublicationDate) -> Bool { self >> 20 == NewsKey.base(of: date) >> 20 }
}

/// How exactly a publication date is known, as the column `precision` has it.
enum DatePrecision: Int {
    case moment, day, month, year, unknown

    init(_ date: PublicationDate) {
        switch date {
        case .moment: self = .moment
        case .date(let date): self = date.day != nil ? .day : date.month != nil ? .month : .year
        case .unknown: self = .unknown
        }
    }

    /// The date whose sort key is `seconds`.
    func date(seconds: Int64) -> PublicationDate {
        let moment = Timestamp(seconds: seconds)
        if self == .moment { return .moment(moment) }
        let day = moment.clock().date
        let partial: PartialDate? =
            switch self {
            case .day: PartialDate(day)
            case .month: PartialDate(year: day.year, month: day.month)
            case .year: PartialDate(year: day.year)
            case .moment, .unknown: nil
            }
        return partial.map { .date($0) } ?? .unknown
    }
}

extension NewsItem.Kind {
    /// What the column `kind` holds; 0 is kept for "any" in facets.
    var number: Int {
        switch self {
        case .news: 1
        case .pressRelease: 2
        case .newsletter: 3
        case .blogPost: 4
        }
    }

    init(number: Int) { self = Self.allCases.first { $0.number == number } ?? .news }
}

extension MunicipalityCode {
    /// Its four digits as a number; no municipality has 0.
    var number: Int64 { Int64(rawValue) ?? 0 }

    /// The codes of a text of four digits each, without separators.
    static func list(packed text: String) -> [MunicipalityCode] {
        let bytes = Array(text.utf8)
        return stride(from: 0, to: bytes.count - 3, by: 4).compactMap {
            MunicipalityCode(rawValue: String(decoding: bytes[$0..<$0 + 4], as: UTF8.self))
        }
    }
}

/// Something measured for municipalities, period by period.
public struct Indicator: Hashable, Codable, Sendable, Identifiable {
    /// A short stable name: "foretagsklimat", "U07453".
    public struct ID: RawRepresentable, Hashable, Codable, Sendable, CustomStringConvertible {
        /// The name as the publisher's API, the content files and the database spell it.
        public let rawValue: String
        /// Any text will do; it is not checked.
        public init(rawValue: String) { self.rawValue = rawValue }
        /// The name itself.
        public var description: String { rawValue }
    }

    /// Which way is better.
    public enum Direction: String, Codable, Sendable, CaseIterable {
        /// A low or a high figure is the good one: a rank, a share of satisfied.
        case lowerIsBetter, higherIsBetter
        /// Neither: population, say. Ranked from the highest.
        case neutral
    }

    /// What the publisher publishes.
    public enum Kind: String, Codable, Sendable, CaseIterable {
        /// The place itself; a value behind it may be known or not.
        case rank
        /// A value; its rank is computed here.
        case value
    }

    /// What the indicator is found by.
    public var id: ID
    /// What lists call it.
    public var title: LocalizedText
    /// Who publishes it, in the publisher's own name.
    public var publisher: String
    /// "index 0–100", "antal/1000 inv"; nil for a rank.
    public var unit: LocalizedText?
    /// Which end of the scale ranks first.
    public var direction: Direction
    /// Whether its figures are ranks or values to be ranked.
    public var kind: Kind
    /// Digits after the decimal mark that the publisher gives.
    public var decimals: Int
    /// In order of period.
    public var breaks: [SeriesBreak]
    /// The source that its figures came through.
    public var source: Source.ID

    /// `unit` is nil for a rank; `breaks` are given in order of period.
    public init(
        id: ID, title: LocalizedText, publisher: String, unit: LocalizedText? = nil,
        direction: Direction, kind: Kind, decimals: Int = 0, breaks: [SeriesBreak] = [],
        source: Source.ID
    ) {
        self.id = id
        self.title = title
        self.publisher = publisher
        self.unit = unit
        self.direction = direction
        self.kind = kind
        self.decimals = decimals
        self.breaks = breaks
        self.source = source
    }

    /// Whether a change from `earlier` to `later` may be computed: no break between them forbids it.
    public func isComparable(from earlier: Period, to later: Period) -> Bool {
        !breaks.contains { !$0.comparable && earlier < $0.period && $0.period <= later }
    }
}

/// A new method: figures from `period` on were made in another way than those before.
public struct SeriesBreak: Hashable, Codable, Sendable {
    /// The first period made the new way.
    public var period: Period
    /// What changed, in a sentence for the screen.
    public var note: LocalizedText
    /// Whether the publisher compares figures across the break all the same. If not, no change is computed across it.
    public var comparable: Bool

    /// Tells of a break at the start of `period`.
    public init(period: Period, note: LocalizedText, comparable: Bool) {
        self.period = period
        self.note = note
        self.comparable = comparable
    }
}

/// What an observation is about: a calendar year.
public struct Period: Hashable, Comparable, Sendable, CustomStringConvertible {
    /// The year by the Gregorian calendar.
    public let year: Int

    /// Any year will do; it is not checked.
    public init(year: Int) { self.year = year }

    /// The earlier year is the lesser.
    public static func < (left: Self, right: Self) -> Bool { left.year < right.year }

    /// The year before.
    public var previous: Period { Period(year: year - 1) }

    /// The year's digits: "2021".
    public var description: String { String(year) }
}

/// Coded as the year's number.
extension Period: Codable {
    /// The years that a calendar has.
    public static let years = 1...9999

    /// Throws a `DecodingError` where there is no whole number from 1 to 9999.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        let year = try container.decode(Int.self)
        guard Self.years.contains(year) else {
            throw DecodingError.dataCorruptedError(
                in: container, debugDescription: "expected a year from 1 to 9999, found \(year)")
        }
        self.init(year: year)
    }

    /// Writes the year as a whole number.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(year)
    }
}

/// One figure of one municipality in one period.
public struct Observation: Hashable, Codable, Sendable {
    /// Why a value is there or not; Kolada keeps the three ways of missing apart, and so do we.
    public enum Status: String, Codable, Sendable, CaseIterable {
        /// There is a value; none was handed in; none can exist; there is one that may not be shown.
        case reported, notReported, notApplicable, secret
    }

    /// Whom the figure is of.
    public var municipality: MunicipalityCode
    /// The year that it is of.
    public var period: Period
    /// The rank for an indicator of kind rank, else the value; nil unless `status` is reported.
    public var value: Double?
    /// Why `value` is there or not.
    public var status: Status
    /// How many answered the survey behind it.
    public var responses: Int?
    /// The share that answered, 0–1.
    public var responseRate: Double?
    /// Who published this figure; nil where it is as its indicator's.
    public var provenance: Provenance?

    /// `value` is nil unless `status` is reported.
    public init(
        municipality: MunicipalityCode, period: Period, value: Double?,
        status: Status = .reported, responses: Int? = nil, responseRate: Double? = nil,
        provenance: Provenance? = nil
    ) {
        self.municipality = municipality
        self.period = period
        self.value = value
        self.status = status
        self.responses = responses
        self.responseRate = responseRate
        self.provenance = provenance
    }
}

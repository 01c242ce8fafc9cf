import ClimateModel

/// An indicator that is made of Kolada's figures.
public struct KoladaSeries: Hashable, Sendable {
    /// Kolada's id.
    public var id: String
    /// What Kolada calls it. Ids are given anew, so figures under another title are not these. Nil where any will do.
    public var expectedTitle: String?
    /// What lists call it; nil for Kolada's own title.
    public var title: LocalizedText?
    /// What its figures are in.
    public var unit: LocalizedText?
    /// Which way is better.
    public var direction: Indicator.Direction
    /// Digits after the decimal mark.
    public var decimals: Int
    /// The indicator of another id that it continues, for the periods before its own.
    public var predecessor: Predecessor?
    /// The ids of how many answered, and of the share that did, in per cent; the old and the new one.
    public var answers: [String] = []
    /// As `answers`, for the response rate.
    public var responseRate: [String] = []
    /// Where its method changed.
    public var breaks: [SeriesBreak] = []

    /// What a series was called before.
    public struct Predecessor: Hashable, Sendable {
        /// Kolada's id.
        public var id: String
        /// What Kolada calls it.
        public var expectedTitle: String
        /// The last period that it is taken for.
        public var last: Period
    }

    /// Every id that its figures come from.
    public var ids: [String] {
        [id] + (predecessor.map { [$0.id] } ?? []) + answers + responseRate
    }

    /// One that a user asks for by its id alone.
    public init(id: String) {
        self.init(id: id, direction: .neutral, decimals: 1)
    }

    init(
        id: String, expectedTitle: String? = nil, title: LocalizedText? = nil,
        unit: LocalizedText? = nil, direction: Indicator.Direction, decimals: Int,
        predecessor: Predecessor? = nil, answers: [String] = [], responseRate: [String] = [],
        breaks: [SeriesBreak] = []
    ) {
        self.id = id
        self.expectedTitle = expectedTitle
        self.title = title
        self.unit = unit
        self.direction = direction
        self.decimals = decimals
        self.predecessor = predecessor
        self.answers = answers
        self.responseRate = responseRate
        self.breaks = breaks
    }
}

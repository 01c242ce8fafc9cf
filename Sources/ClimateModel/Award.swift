/// A prize given to a municipality, with those nominated for it.
public struct Award: Hashable, Codable, Sendable, Identifiable {
    public struct ID: RawRepresentable, Hashable, Codable, Sendable {
        public let rawValue: String
        public init(rawValue: String) { self.rawValue = rawValue }
    }

    public var id: ID
    public var title: LocalizedText
    public var period: Period
    /// What it is given for.
    public var criterion: LocalizedText?
    /// When the winner was or will be announced.
    public var announced: PartialDate?
    /// Nil while it is not known.
    public var winner: MunicipalityCode?
    public var nominees: [Nominee]
    public var provenance: Provenance

    public struct Nominee: Hashable, Codable, Sendable {
        public var municipality: MunicipalityCode
        /// What it is praised for.
        public var strength: LocalizedText?
        /// What it is working on.
        public var improvement: LocalizedText?
        /// Who speaks for it.
        public var spokesperson: String?

        public init(
            municipality: MunicipalityCode, strength: LocalizedText? = nil,
            improvement: LocalizedText? = nil, spokesperson: String? = nil
        ) {
            self.municipality = municipality
            self.strength = strength
            self.improvement = improvement
            self.spokesperson = spokesperson
        }
    }

    public init(
        id: ID, title: LocalizedText, period: Period, criterion: LocalizedText? = nil,
        announced: PartialDate? = nil, winner: MunicipalityCode? = nil, nominees: [Nominee] = [],
        provenance: Provenance
    ) {
        self.id = id
        self.title = title
        self.period = period
        self.criterion = criterion
        self.announced = announced
        self.winner = winner
        self.nominees = nominees
        self.provenance = provenance
    }
}

/// A prize given to a municipality, with those nominated for it.
public struct Award: Hashable, Codable, Sendable, Identifiable {
    /// A short stable name, unique among awards.
    public struct ID: RawRepresentable, Hashable, Codable, Sendable {
        /// The name as the content files and the database spell it.
        public let rawValue: String
        /// Any text will do; uniqueness is up to the content.
        public init(rawValue: String) { self.rawValue = rawValue }
    }

    /// What the award is found and updated by.
    public var id: ID
    /// What the prize is called.
    public var title: LocalizedText
    /// The year it is given for.
    public var period: Period
    /// What it is given for.
    public var criterion: LocalizedText?
    /// When the winner was or will be announced.
    public var announced: PartialDate?
    /// Nil while it is not known.
    public var winner: MunicipalityCode?
    /// Those nominated, in their source's order; empty where none are known.
    public var nominees: [Nominee]
    /// Who published the award and how sure it is.
    public var provenance: Provenance

    /// A municipality nominated for the prize, and what the jury says of it.
    public struct Nominee: Hashable, Codable, Sendable {
        /// The nominated municipality.
        public var municipality: MunicipalityCode
        /// What it is praised for.
        public var strength: LocalizedText?
        /// What it is working on.
        public var improvement: LocalizedText?
        /// Who speaks for it.
        public var spokesperson: String?

        /// What is left out is not known.
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

    /// What is left out is not known.
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

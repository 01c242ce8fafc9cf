/// A development project of a municipality.
public struct Project: Hashable, Codable, Sendable, Identifiable {
    /// A short stable name: "kristinehamn-samhallsbyggnad".
    public struct ID: RawRepresentable, Hashable, Codable, Sendable {
        public let rawValue: String
        public init(rawValue: String) { self.rawValue = rawValue }
    }

    /// In the order that lists show them.
    public enum Phase: String, Codable, Sendable, CaseIterable {
        case ongoing, planned, idea, paused, completed, cancelled
    }

    /// The status light.
    public enum Status: String, Codable, Sendable, CaseIterable {
        case green, amber, red
    }

    public var id: ID
    public var title: LocalizedText
    public var municipality: MunicipalityCode
    public var summary: LocalizedText
    public var phase: Phase
    /// Nil where its owner gives none.
    public var status: Status?
    /// Who answers for it: a person's name or an office.
    public var owner: LocalizedText?
    public var start: PartialDate?
    public var end: PartialDate?
    public var strands: [Strand]
    public var milestones: [Milestone]
    public var decisions: [Decision]
    public var outcomes: [Outcome]
    public var people: [Person]
    public var links: [Link]
    public var updates: [Update]
    public var provenance: Provenance

    /// A strand of work.
    public struct Strand: Hashable, Codable, Sendable {
        public var title: LocalizedText
        public var text: LocalizedText?
        public init(title: LocalizedText, text: LocalizedText? = nil) {
            self.title = title
            self.text = text
        }
    }

    public struct Milestone: Hashable, Codable, Sendable {
        public var title: LocalizedText
        public var date: PartialDate?
        public var isDone: Bool
        public init(title: LocalizedText, date: PartialDate?, isDone: Bool = false) {
            self.title = title
            self.date = date
            self.isDone = isDone
        }
    }

    public struct Decision: Hashable, Codable, Sendable {
        public var title: LocalizedText
        public var date: PartialDate?
        /// Who decided: "kommunstyrelsen".
        public var body: LocalizedText?
        public init(title: LocalizedText, date: PartialDate?, body: LocalizedText? = nil) {
            self.title = title
            self.date = date
            self.body = body
        }
    }

    /// What came of it, with its figure where there is one.
    public struct Outcome: Hashable, Codable, Sendable {
        public var title: LocalizedText
        public var figure: Double?
        /// What the figure counts: "ambassadörer".
        public var unit: LocalizedText?
        /// Whether the figure is "about" or "over": shown before it.
        public var qualifier: LocalizedText?
        public init(
            title: LocalizedText, figure: Double? = nil, unit: LocalizedText? = nil,
            qualifier: LocalizedText? = nil
        ) {
            self.title = title
            self.figure = figure
            self.unit = unit
            self.qualifier = qualifier
        }
    }

    public struct Person: Hashable, Codable, Sendable {
        public var name: String
        public var role: LocalizedText?
        public init(name: String, role: LocalizedText? = nil) {
            self.name = name
            self.role = role
        }
    }

    public struct Link: Hashable, Codable, Sendable {
        public var title: LocalizedText
        public var address: String
        public init(title: LocalizedText, address: String) {
            self.title = title
            self.address = address
        }
    }

    /// What its owner told along the way.
    public struct Update: Hashable, Codable, Sendable {
        public var date: PartialDate?
        public var text: LocalizedText
        public init(date: PartialDate?, text: LocalizedText) {
            self.date = date
            self.text = text
        }
    }

    public init(
        id: ID, title: LocalizedText, municipality: MunicipalityCode,
        summary: LocalizedText = LocalizedText(), phase: Phase, status: Status? = nil,
        owner: LocalizedText? = nil, start: PartialDate? = nil, end: PartialDate? = nil,
        strands: [Strand] = [], milestones: [Milestone] = [], decisions: [Decision] = [],
        outcomes: [Outcome] = [], people: [Person] = [], links: [Link] = [],
        updates: [Update] = [], provenance: Provenance
    ) {
        self.id = id
        self.title = title
        self.municipality = municipality
        self.summary = summary
        self.phase = phase
        self.status = status
        self.owner = owner
        self.start = start
        self.end = end
        self.strands = strands
        self.milestones = milestones
        self.decisions = decisions
        self.outcomes = outcomes
        self.people = people
        self.links = links
        self.updates = updates
        self.provenance = provenance
    }

    /// The first milestone that is neither done nor before `today`; one without a date comes last.
    public func nextMilestone(after today: CalendarDate) -> Milestone? {
        milestones
            .filter { !$0.isDone && ($0.date.map { $0.latest >= today } ?? true) }
            .min { ($0.date?.earliest ?? .distantFuture) < ($1.date?.earliest ?? .distantFuture) }
    }
}

extension CalendarDate {
    /// 9999-12-31.
    public static let distantFuture = CalendarDate(daysSinceEpoch: .max)
}

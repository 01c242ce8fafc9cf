/// A development project of a municipality.
public struct Project: Hashable, Codable, Sendable, Identifiable {
    /// A short stable name: "kristinehamn-samhallsbyggnad".
    public struct ID: RawRepresentable, Hashable, Codable, Sendable {
        /// The name as the project files and the database spell it.
        public let rawValue: String
        /// Any text will do; uniqueness is up to the content.
        public init(rawValue: String) { self.rawValue = rawValue }
    }

    /// In the order that lists show them.
    public enum Phase: String, Codable, Sendable, CaseIterable {
        /// Running, decided on but not begun, thought of, halted, carried out, given up.
        case ongoing, planned, idea, paused, completed, cancelled
    }

    /// The status light.
    public enum Status: String, Codable, Sendable, CaseIterable {
        /// As planned, at risk, in trouble.
        case green, amber, red
    }

    /// What the project is found and updated by.
    public var id: ID
    /// What the project is called.
    public var title: LocalizedText
    /// Whose project it is.
    public var municipality: MunicipalityCode
    /// A few sentences on what it is; empty where its source gives none.
    public var summary: LocalizedText
    /// How far it has come.
    public var phase: Phase
    /// Its source's own word for how far it has come, where that says more than the phase: "Samråd". Nil where there is none.
    public var stage: LocalizedText?
    /// Its number in its owner's registry: "KS 2021/123". Nil where its source gives none.
    public var caseNumber: String?
    /// Nil where its owner gives none.
    public var status: Status?
    /// Who answers for it: a person's name or an office.
    public var owner: LocalizedText?
    /// When it began or will begin; nil where it is not known.
    public var start: PartialDate?
    /// When it ended or will end; nil where it is not known.
    public var end: PartialDate?
    /// Its strands of work, in their source's order.
    public var strands: [Strand]
    /// What is to be reached on the way, in their source's order.
    public var milestones: [Milestone]
    /// What has been decided about it, in their source's order.
    public var decisions: [Decision]
    /// What it has led to, in their source's order.
    public var outcomes: [Outcome]
    /// Who works with it, in their source's order.
    public var people: [Person]
    /// Where to read more, in their source's order.
    public var links: [Link]
    /// What its owner told, in their source's order.
    public var updates: [Update]
    /// Who published the project and how sure it is.
    public var provenance: Provenance

    /// A strand of work.
    public struct Strand: Hashable, Codable, Sendable {
        /// What the strand is called.
        public var title: LocalizedText
        /// What is done in it; nil where nothing is said.
        public var text: LocalizedText?
        /// `text` is nil where nothing is said.
        public init(title: LocalizedText, text: LocalizedText? = nil) {
            self.title = title
            self.text = text
        }
    }

    /// Something to be reached by a date.
    public struct Milestone: Hashable, Codable, Sendable {
        /// What is to be reached.
        public var title: LocalizedText
        /// When it was or is to be reached; nil where no date is set.
        public var date: PartialDate?
        /// Whether it is reached.
        public var isDone: Bool
        /// A milestone is not yet reached unless told so.
        public init(title: LocalizedText, date: PartialDate?, isDone: Bool = false) {
            self.title = title
            self.date = date
            self.isDone = isDone
        }
    }

    /// A decision taken about the project.
    public struct Decision: Hashable, Codable, Sendable {
        /// What was decided.
        public var title: LocalizedText
        /// When it was decided; nil where it is not known.
        public var date: PartialDate?
        /// Who decided: "kommunstyrelsen".
        public var body: LocalizedText?
        /// `body` is nil where it is not known who decided.
        public init(title: LocalizedText, date: PartialDate?, body: LocalizedText? = nil) {
            self.title = title
            self.date = date
            self.body = body
        }
    }

    /// What came of it, with its figure where there is one.
    public struct Outcome: Hashable, Codable, Sendable {
        /// What came of it, in words.
        public var title: LocalizedText
        /// The figure, counted in `unit`; nil where there is none.
        public var figure: Double?
        /// What the figure counts: "ambassadörer".
        public var unit: LocalizedText?
        /// Whether the figure is "about" or "over": shown before it.
        public var qualifier: LocalizedText?
        /// `unit` and `qualifier` mean nothing without a figure.
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

    /// Somebody who works with the project.
    public struct Person: Hashable, Codable, Sendable {
        /// The person's name.
        public var name: String
        /// What they do in it; nil where it is not told.
        public var role: LocalizedText?
        /// `role` is nil where it is not told.
        public init(name: String, role: LocalizedText? = nil) {
            self.name = name
            self.role = role
        }
    }

    /// Where to read more.
    public struct Link: Hashable, Codable, Sendable {
        /// What the link is shown as.
        public var title: LocalizedText
        /// The address, http or https.
        public var address: String
        /// Takes the title and the address as they are.
        public init(title: LocalizedText, address: String) {
            self.title = title
            self.address = address
        }
    }

    /// What its owner told along the way.
    public struct Update: Hashable, Codable, Sendable {
        /// When it was told; nil where it is not known.
        public var date: PartialDate?
        /// What was told.
        public var text: LocalizedText
        /// `date` is nil where it is not known.
        public init(date: PartialDate?, text: LocalizedText) {
            self.date = date
            self.text = text
        }
    }

    /// What is left out is not known, or there is none.
    public init(
        id: ID, title: LocalizedText, municipality: MunicipalityCode,
        summary: LocalizedText = LocalizedText(), phase: Phase, stage: LocalizedText? = nil,
        caseNumber: String? = nil, status: Status? = nil, owner: LocalizedText? = nil,
        start: PartialDate? = nil, end: PartialDate? = nil,
        strands: [Strand] = [], milestones: [Milestone] = [], decisions: [Decision] = [],
        outcomes: [Outcome] = [], people: [Person] = [], links: [Link] = [],
        updates: [Update] = [], provenance: Provenance
    ) {
        self.id = id
        self.title = title
        self.municipality = municipality
        self.summary = summary
        self.phase = phase
        self.stage = stage
        self.caseNumber = caseNumber
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

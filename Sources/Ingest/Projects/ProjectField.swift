import ClimateModel

/// The fields of a project, by their English and Swedish names.
enum ProjectField: String, CaseIterable {
    case id, title, municipality, summary, phase, stage, status, owner, start, end
    /// What tells it from others of its municipality: its number in the registry, or in the list.
    case caseNumber = "case-number"
    case nextMilestone = "next-milestone"
    case nextMilestoneDate = "next-milestone-date"
    case strands, milestones, decisions, outcomes, people, links, updates
    case source, publisher, certainty

    /// Other names than the case's own, folded.
    private var aliases: [String] {
        switch self {
        case .id: []
        case .caseNumber:
            ["diarienummer", "diarienr", "dnr", "arendenummer", "arende", "projektid", "projectid"]
                + ["projektnummer", "projektnr"]
        case .title:
            ["titel", "projekt", "project", "projektnamn", "rubrik", "planensnamn", "plan"]
        case .municipality: ["kommun", "kommunkod", "municipalitycode", "kommunnamn", "code"]
        case .summary: ["sammanfattning", "beskrivning", "description", "ingress", "syfte"]
        case .phase: ["fas", "skede", "projektfas"]
        case .stage: ["planskede", "planstatus", "planfas", "stadium", "steg"]
        case .status: ["lage", "statusljus"]
        case .owner:
            ["ansvarig", "agare", "projektledare", "projektagare", "handlaggare", "forvaltning"]
        case .start: ["startdatum", "borjar", "from", "startdate"]
        case .end: ["slut", "slutdatum", "till", "enddate", "klart"]
        case .strands: ["delar", "delprojekt", "spar", "arbetsspar"]
        case .nextMilestone: ["nastamilstolpe", "nastasteg", "nextstep", "nastaaktivitet"]
        case .nextMilestoneDate:
            ["nastamilstolpedatum", "datumnastamilstolpe", "nastadatum", "datumfornastamilstolpe"]
        case .milestones: ["milstolpar", "milestone", "milstolpe"]
        case .decisions: ["beslut", "decision"]
        case .outcomes: ["utfall", "resultat", "outcome", "effekter"]
        case .people: ["personer", "person", "deltagare", "kontakter"]
        case .links: ["lankar", "link", "lank"]
        case .updates: ["uppdateringar", "update", "handelser", "nytt"]
        case .source: ["kalla"]
        case .publisher: ["utgivare"]
        case .certainty: ["sakerhet"]
        }
    }

    /// Fields that nothing else that has a title has.
    static let ofProjectsAlone: Set<ProjectField> = [
        .municipality, .phase, .stage, .status, .owner, .start, .end, .caseNumber, .nextMilestone,
    ]

    static let byName = Dictionary(
        allCases.flatMap { field in
            ([field.rawValue.filter(\.isLetter)] + field.aliases).map { ($0, field) }
        }, uniquingKeysWith: { first, _ in first })
}

/// The fields of a milestone, decision, outcome, person, link or update.
enum PartField: String, CaseIterable {
    case title, text, date, done, body, figure, unit, qualifier, name, role, address

    private var aliases: [String] {
        switch self {
        case .title: ["titel", "rubrik"]
        case .text: ["beskrivning", "description", "innehall"]
        case .date: ["datum"]
        case .done: ["klar", "uppnadd", "isdone"]
        case .body: ["organ", "instans", "beslutadav", "by"]
        case .figure: ["siffra", "tal", "antal", "value", "varde"]
        case .unit: ["enhet"]
        case .qualifier: ["precision", "ungefar", "omfang"]
        case .name: ["namn"]
        case .role: ["roll", "titelroll"]
        case .address: ["adress", "url", "href", "link", "lank"]
        }
    }

    static let byName = Dictionary(
        allCases.flatMap { field in ([field.rawValue] + field.aliases).map { ($0, field) } },
        uniquingKeysWith: { first, _ in first })
}

/// A field's name as it stands in a file: which field, and of which language where it ends in "_sv" or "_en".
struct FieldName<Field: Hashable>: Hashable {
    var field: Field
    var language: Language?

    init(_ field: Field, _ language: Language? = nil) {
        self.field = field
        self.language = language
    }

    /// Nil for a name that isn't known.
    ///
    /// Case, diacritics, spaces and punctuation don't count.
    init?(_ name: String, among names: [String: Field]) {
        var words = SearchKey.fold(name.prefix(100)).split { !$0.isLetter && !$0.isNumber }
        if let field = names[words.joined()] {
            self.init(field)
            return
        }
        guard let language = words.last.flatMap({ Language(rawValue: String($0)) }) else {
            return nil
        }
        words.removeLast()
        guard let field = names[words.joined()] else { return nil }
        self.init(field, language)
    }
}

extension Project.Phase {
    /// In Swedish or English; nil for another word.
    init?(word: some StringProtocol) {
        switch SearchKey.fold(word) {
        case "ongoing", "pagaende", "pagar", "genomforande", "active", "paborjad", "paborjat",
            "startad", "startat", "started":
            self = .ongoing
        case "planned", "planerad", "planerat", "planering", "planeras", "ej paborjad",
            "ej paborjat", "inte paborjad", "ej startad", "ej startat", "not started":
            self = .planned
        case "idea", "ide", "forslag": self = .idea
        case "paused", "pausad", "pausat", "vilande": self = .paused
        case "completed", "avslutad", "avslutat", "klar", "klart", "genomford", "genomfort",
            "done", "slutford", "slutfort":
            self = .completed
        case "cancelled", "canceled", "avbruten", "avbrutet", "nedlagd", "nedlagt":
            self = .cancelled
        default: return nil
        }
    }
}

extension Project.Status {
    /// In Swedish or English; nil for another word.
    init?(word: some StringProtocol) {
        switch SearchKey.fold(word) {
        case "green", "gron", "gront", "enligt plan", "enligt tidplan", "foljer plan",
            "foljer tidplan", "on track", "on schedule":
            self = .green
        case "amber", "yellow", "gul", "gult", "forsenad", "forsenat", "delayed", "behover atgard",
            "needs action":
            self = .amber
        case "red", "rod", "rott", "kritisk", "kritiskt", "critical": self = .red
        default: return nil
        }
    }
}

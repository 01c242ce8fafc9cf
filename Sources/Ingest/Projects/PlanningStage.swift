import ClimateModel

/// How far a local plan has come on its way through the Planning and Building Act (plan- och bygglagen, chapter 5).
enum PlanningStage: CaseIterable {
    case notice, commission, consultation, review, adoption, inForce, appealed, refused

    /// By the word of a list: "Samråd", "Under granskning", "Laga kraft 2021-05-01"; nil for another.
    init?(word: some StringProtocol) {
        let text = SearchKey.fold(word.prefix(100))
        guard let found = Self.words.first(where: { !text.ranges(of: $0.0).isEmpty }) else {
            return nil
        }
        self = found.1
    }

    /// What says most comes first: an adopted plan that is appealed is not in force.
    private static let words: [(String, PlanningStage)] = [
        ("avslag", .refused), ("negativt planbesked", .refused), ("upphavd", .refused),
        ("overklag", .appealed), ("laga kraft", .inForce), ("lagakraft", .inForce),
        ("antag", .adoption), ("granskning", .review), ("utstallning", .review),
        ("underrattelse", .review), ("samrad", .consultation), ("uppdrag", .commission),
        ("planprogram", .commission),
        ("planstart", .commission), ("planbesked", .notice),
    ]

    /// The phase of a project that has come so far.
    var phase: Project.Phase {
        switch self {
        case .notice, .commission: .planned
        case .consultation, .review, .adoption: .ongoing
        case .inForce: .completed
        case .appealed: .paused
        case .refused: .cancelled
        }
    }

    /// What it is called in English.
    var english: String {
        switch self {
        case .notice: "planning notice"
        case .commission: "planning commission"
        case .consultation: "consultation"
        case .review: "review"
        case .adoption: "adoption"
        case .inForce: "in force"
        case .appealed: "appealed"
        case .refused: "refused"
        }
    }
}

/// What the words of a list say of how far a project has come.
struct PhaseReading: Hashable {
    var phase: Project.Phase
    /// The list's own word, where it says more than the phase does.
    var stage: LocalizedText?

    /// By the user's mapping, as a phase, or as a stage of planning; nil for another word.
    init?(_ word: String, _ mapping: ProjectMapping) {
        let line = CleanText.line(word)
        let stage = PlanningStage(word: line)
        let own = LocalizedText(swedish: line, english: stage?.english)
        if let told = mapping.phases[SearchKey.fold(line)] {
            phase = told
            self.stage = Project.Phase(word: line) == told ? nil : own
        } else if let known = Project.Phase(word: line) {
            phase = known
        } else if let stage {
            phase = stage.phase
            self.stage = own
        } else {
            return nil
        }
    }
}

/// What a column "Status" says: a light, or how far the project has come.
enum StatusReading: Hashable {
    case light(Project.Status)
    case phase(PhaseReading)

    init?(_ word: String, _ mapping: ProjectMapping) {
        if let light = Project.Status(word: word) {
            self = .light(light)
        } else if let phase = PhaseReading(word, mapping) {
            self = .phase(phase)
        } else {
            return nil
        }
    }
}

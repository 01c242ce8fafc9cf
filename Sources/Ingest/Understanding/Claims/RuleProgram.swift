/// The patterns of all rules as one list of plain steps, which are gone through without following references.
struct RuleProgram: Sendable {
    /// What is asked of the next word, or where to go on.
    enum Step: Sendable {
        case word(WordClasses)
        /// The word of this number.
        case text(Int)
        case number(Captures.Slot)
        case ordinal(Captures.Slot)
        case rankName(Captures.Slot)
        case ordinalPlace(Captures.Slot)
        case count
        case year(Captures.Slot)
        case direction(WordClasses)
        case way(Int)
        /// Not the word of this number.
        case not(Int)
        case pastYear
        case name
        case upTo(Int, WordClasses)
        case gap(Int)
        /// Goes on with the next step; where that leads nowhere, with the one of this number.
        case fork(Int)
        case jump(Int)
        case end
    }

    let rules: [Rule]
    /// The numbers of the words that patterns name.
    let texts: [String: Int]
    let index: RuleIndex
    private(set) var steps: [Step] = []
    /// Of each rule, its first step.
    private(set) var starts: [Int] = []

    /// In the order in which they are tried.
    static let all = RuleProgram(Rule.all)

    /// - Parameter rules: at most ``RuleSet/capacity``.
    init(_ rules: [Rule]) {
        self.rules = rules
        var texts: [String: Int] = [:]
        for rule in rules { Self.number(rule.pattern, &texts) }
        self.texts = texts
        index = RuleIndex(rules, texts: texts)
        for rule in rules {
            starts.append(steps.count)
            compile(rule.pattern)
            steps.append(.end)
        }
    }

    private static func number(_ pattern: [Element], _ texts: inout [String: Int]) {
        for element in pattern {
            switch element {
            case .text(let text), .not(let text):
                if texts[text] == nil { texts[text] = texts.count }
            case .maybe(let part): number(part, &texts)
            case .either(let parts): for part in parts { number(part, &texts) }
            default: continue
            }
        }
    }

    private mutating func compile(_ pattern: [Element]) {
        for element in pattern {
            switch element {
            case .maybe(let part): fork { $0.compile(part) }
            case .either(let parts): compile(parts)
            default: if let step = step(element) { steps.append(step) }
            }
        }
    }

    /// Each part but the last is tried before the next one.
    private mutating func compile(_ parts: [[Element]]) {
        var ends: [Int] = []
        for part in parts.dropLast() {
            fork {
                $0.compile(part)
                ends.append($0.steps.count)
                $0.steps.append(.end)
            }
        }
        if let last = parts.last { compile(last) }
        for end in ends { steps[end] = .jump(steps.count) }
    }

    /// Goes on after `body` where that leads nowhere.
    private mutating func fork(_ body: (inout RuleProgram) -> Void) {
        let place = steps.count
        steps.append(.end)
        body(&self)
        steps[place] = .fork(steps.count)
    }

    private func step(_ element: Element) -> Step? {
        switch element {
        case .word(let classes): .word(classes)
        case .text(let text): texts[text].map(Step.text)
        case .number(let slot): .number(slot)
        case .ordinal(let slot): .ordinal(slot)
        case .rankName(let slot): .rankName(slot)
        case .ordinalPlace(let slot): .ordinalPlace(slot)
        case .count: .count
        case .year(let slot): .year(slot)
        case .direction(let classes): .direction(classes)
        case .way(let direction): .way(direction)
        case .not(let text): texts[text].map(Step.not)
        case .pastYear: .pastYear
        case .name: .name
        case .upTo(let most, let classes): .upTo(most, classes)
        case .gap(let most): .gap(most)
        case .maybe, .either: nil
        }
    }
}

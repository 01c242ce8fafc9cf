/// Some of the rules, by their numbers.
struct RuleSet: Sendable {
    /// More rules than this can't be told apart.
    static let capacity = 256

    private var bits = SIMD4<UInt64>()

    mutating func insert(_ number: Int) { bits[number >> 6] |= 1 << UInt64(number & 63) }

    mutating func formUnion(_ other: RuleSet) { bits |= other.bits }

    /// Takes out the lowest number; nil where none is left.
    mutating func popFirst() -> Int? {
        for lane in 0..<4 where bits[lane] != 0 {
            defer { bits[lane] &= bits[lane] - 1 }
            return lane << 6 | bits[lane].trailingZeroBitCount
        }
        return nil
    }
}

/// Tells which rules can match at a word from what their patterns begin with: few of all can.
struct RuleIndex: Sendable {
    private var byClass = [RuleSet](repeating: RuleSet(), count: 64)
    private var byText: [RuleSet]
    private var numerals = RuleSet()
    private var places = RuleSet()
    private var any = RuleSet()

    /// - Parameter texts: the numbers of the words that patterns name.
    init(_ rules: [Rule], texts: [String: Int]) {
        byText = [RuleSet](repeating: RuleSet(), count: texts.count)
        for (number, rule) in rules.enumerated() { _ = add(rule.pattern, number, texts) }
    }

    /// Every rule that can match where `word` is the first; perhaps more.
    func rules(at word: PatternWord) -> RuleSet {
        var found = any
        if word.cardinal != nil || word.ordinal != nil { found.formUnion(numerals) }
        if word.place != nil { found.formUnion(places) }
        if let text = word.text { found.formUnion(byText[text]) }
        var classes = word.classes.rawValue
        while classes != 0 {
            found.formUnion(byClass[classes.trailingZeroBitCount])
            classes &= classes - 1
        }
        return found
    }

    /// Adds what may come first; whether the pattern can go by without a word.
    private mutating func add(
        _ pattern: [Element], _ number: Int, _ texts: [String: Int]
    ) -> Bool {
        for element in pattern {
            switch element {
            case .maybe(let part): _ = add(part, number, texts)
            case .way, .not: continue
            case .upTo(_, let classes): add(classes, number)
            case .either(let parts):
                let passes = parts.map { add($0, number, texts) }
                if !passes.contains(true) { return false }
            default:
                addSingle(element, number, texts)
                return false
            }
        }
        return true
    }

    private mutating func addSingle(_ element: Element, _ number: Int, _ texts: [String: Int]) {
        switch element {
        case .word(let classes), .direction(let classes): add(classes, number)
        case .text(let text): add([text], number, texts)
        case .name: add(.name, number)
        case .rankName: add(.rankName, number)
        case .number, .ordinal, .count: numerals.insert(number)
        case .ordinalPlace: places.insert(number)
        default: any.insert(number)
        }
    }

    private mutating func add(_ classes: WordClasses, _ number: Int) {
        for bit in byClass.indices where classes.rawValue & 1 << UInt64(bit) != 0 {
            byClass[bit].insert(number)
        }
    }

    private mutating func add(_ words: [String], _ number: Int, _ texts: [String: Int]) {
        for text in words.compactMap({ texts[$0] }) { byText[text].insert(number) }
    }
}

import ClimateModel

/// Tells where a municipality's own text speaks of itself: "vi" is whoever publishes it, whichever other was named last.
struct OwnVoice {
    /// How the text came to speak of the municipality that it named last.
    enum Standing: Hashable {
        /// As what its sentence is about.
        case firm
        /// As the first of all, which every text about a ranking names.
        case first
        /// In passing: "I Värmland ligger Hammarö högst."
        case passing
    }

    /// Whom a sentence without a name is about.
    enum Meaning: Hashable {
        case owner
        /// The municipality named last.
        case topic
        /// Either: nothing tells.
        case unclear
    }

    /// The municipality whose text it is.
    let owner: MunicipalityCode
    let tokens: [Token]
    let sentence: Range<Int>

    /// Whom the sentence means by "vi" or "kommunen", which may begin only before `end`.
    func meaning(before end: Int, standing: Standing) -> Meaning {
        let words = tokens[sentence.lowerBound..<end]
        if words.contains(where: { Self.we.contains($0.text) }) || saysOur {
            guard isQuoted, !saysOur else { return .owner }
            return standing == .passing ? .owner : .unclear
        }
        guard standing != .firm else { return .topic }
        let namesMunicipality = words.contains { Self.municipality.contains($0.text) }
        return standing == .passing && namesMunicipality ? .owner : .unclear
    }

    /// Whether "vi" stands in `range`, and no colon that makes it somebody's words.
    func speaks(in range: Range<Int>) -> Bool {
        tokens[range].contains { ["vi", "we"].contains($0.text) }
            && !tokens[range].contains { $0.isMark(":") }
    }

    /// "…, säger vårt kommunalråd".
    private var saysOur: Bool {
        guard let verb = speech else { return false }
        return tokens[verb..<sentence.upperBound].prefix(4).contains {
            ["vår", "vårt", "våra", "our"].contains($0.text)
        }
    }

    /// "…, säger hon", "…, säger Anna Ek", whose "vi" may be another's.
    private var isQuoted: Bool {
        guard let verb = speech else { return false }
        return tokens[(verb + 1)..<sentence.upperBound].contains {
            ["hon", "han", "he", "she"].contains($0.text) || $0.isCapitalised
        }
    }

    private var speech: Int? { sentence.last { SubjectFinder.speech.contains(tokens[$0].text) } }

    private static let we: Set<String> = ["vi", "oss", "vår", "vårt", "våra", "we", "us", "our"]
    private static let municipality: Set<String> = ["kommunen", "kommunens", "municipality"]

    /// How a sentence speaks of the municipality that it names.
    static func standing(_ tokens: [Token], _ sentence: Range<Int>, of mention: Mention) -> Standing
    {
        guard !mention.hasKommun else { return .firm }
        let words = tokens[sentence]
        let opensWithPart =
            words.first?.isOne(of: .within) ?? false
            && words.prefix(4).contains { $0.isOne(of: [.region, .nation, .country]) }
            && words.prefix(4).allSatisfy { $0.kind == .word }
        let isBest = words.contains { ["högst", "bäst", "lägst", "sämst"].contains($0.text) }
        return opensWithPart && isBest && mention.tokens.lowerBound > sentence.lowerBound + 1
            ? .passing : .firm
    }

    /// "Nyhetsbrev från Torsby kommun" above a text.
    static func sender(_ prose: Prose, _ mentions: [Mention]) -> MunicipalityCode? {
        guard let first = prose.sentences.first, first.count <= 8,
            prose.tokens[first].contains(where: {
                $0.text.hasPrefix("nyhetsbrev") || $0.text == "newsletter"
            })
        else { return nil }
        let named = mentions.filter { first.overlaps($0.tokens) && $0.hasKommun && $0.isCertain }
        return named.count == 1 ? named[0].code : nil
    }
}

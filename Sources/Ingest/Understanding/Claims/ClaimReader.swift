import ClimateModel

/// Extracts ranking claims from the sentences of an article, one after another.
struct ClaimReader {
    private let article: Article
    private let gazetteer: Gazetteer
    private var topic: MunicipalityCode?
    private var ranking: KnownRanking?
    private var rankingYear: Int?
    /// Sentences since one told of a ranking; nil where none has.
    private var sinceCue: Int?
    /// Sentences since the last that made a claim.
    private var sinceClaim = 0
    private let titleHasCue: Bool
    private var finder = StatementFinder()
    private(set) var claims: [RankingClaim] = []
    /// Elements of patterns compared so far.
    var steps: Int { finder.steps }

    /// So many sentences after one that speaks of a ranking, "plats 88" still means a place in it.
    private static let reach = 4
    /// So many claims back a repetition is looked for.
    private static let memory = 40

    init(_ article: Article, _ gazetteer: Gazetteer) {
        self.article = article
        self.gazetteer = gazetteer
        topic = article.municipalities.first
        let title = Prose(Article.text(of: [article.title]))
        titleHasCue = title.tokens.contains { $0.isOne(of: .rankingCue) }
    }

    /// - Complexity: O(*k*) in the length of the text: a sentence is bounded in length, and so are the patterns.
    mutating func read(_ prose: Prose, _ mentions: [Mention]) {
        var rest = mentions[...]
        var tokens = prose.tokens
        mark(&tokens, mentions)
        for sentence in prose.sentences {
            let end =
                rest.firstIndex { $0.tokens.lowerBound >= sentence.upperBound } ?? rest.endIndex
            let inside = Array(rest[..<end])
            rest = rest[end...]
            read(sentence, tokens, prose, inside)
        }
    }

    private func mark(_ tokens: inout [Token], _ mentions: [Mention]) {
        for mention in mentions {
            let classes: WordClasses = mention.code == nil ? .region : .name
            for index in mention.tokens { tokens[index].classes.insert(classes) }
        }
    }

    private mutating func read(
        _ sentence: Range<Int>, _ tokens: [Token], _ prose: Prose, _ mentions: [Mention]
    ) {
        let clauses = Clauses(tokens: tokens, sentence: sentence)
        let hasCue = tokens[sentence].contains { $0.isOne(of: .rankingCue) }
        let count = claims.count
        if hasCue {
            learn(clauses)
            sinceCue = 0
        } else {
            sinceCue = sinceCue.map { $0 + 1 }
        }
        if tokens[sentence].contains(where: {
            $0.isOne(of: Rule.triggers) || $0.place != nil || $0.ordinal != nil
        }) {
            let believed = mentions.filter { $0.isCertain || hasCue || acts($0, clauses) }
            let isNear = titleHasCue || (sinceCue.map { $0 <= Self.reach } ?? false)
            let gate = ClaimGate(clauses: clauses, hasContext: isNear)
            let statements = gate.passed(finder.statements(in: tokens, sentence))
            if !statements.isEmpty { claim(statements, clauses, believed, prose) }
        }
        sinceClaim = claims.count > count ? 1 : sinceClaim + 1
        if let code = mentions.first(where: { $0.isCertain && $0.code != nil })?.code {
            topic = code
        }
    }

    /// Whether a name in doubt is followed by a verb of movement: "Vara klättrar".
    private func acts(_ mention: Mention, _ clauses: Clauses) -> Bool {
        let next = mention.tokens.upperBound
        return next < clauses.sentence.upperBound
            && clauses.tokens[next].isOne(of: [.climb, .fall, .ranked])
    }

    /// Keeps which ranking and year the sentence speaks of, for those after it.
    private mutating func learn(_ clauses: Clauses) {
        let told = KnownRanking.told(clauses.tokens, in: clauses.sentence)
        ranking =
            told.first { $0.ranking != .businessClimate }?.ranking ?? told.first?.ranking ?? ranking
        for index in clauses.sentence where YearFinder.isYear(clauses.tokens[index]) {
            let next = index + 1 < clauses.sentence.upperBound ? clauses.tokens[index + 1].text : ""
            let before = index > clauses.sentence.lowerBound ? clauses.tokens[index - 1] : nil
            let isOfRanking = next == "års" || before?.isOne(of: .listNoun) ?? false
            if isOfRanking { rankingYear = clauses.tokens[index].cardinal }
        }
    }

    /// "Vi ligger på plats 48. Det är tre platser bättre än förra året.": a change that belongs to the rank in the sentence
    /// before; both are quoted.
    private mutating func completes(_ claim: RankingClaim) -> Bool {
        guard sinceClaim == 1, claim.rank == nil, let last = claims.indices.last,
            claims[last].change == nil, claims[last].rank != nil,
            claims[last].municipality == claim.municipality,
            claims[last].ranking == claim.ranking, claims[last].year == claim.year
        else { return false }
        claims[last].change = claim.change
        claims[last].quote += " " + claim.quote
        claims[last].certainty = claim.certainty
        return true
    }

    private mutating func claim(
        _ statements: [Statement], _ clauses: Clauses, _ mentions: [Mention], _ prose: Prose
    ) {
        let subjects = SubjectFinder(clauses: clauses, mentions: mentions, topic: topic)
        let assembly = ClaimAssembly(
            clauses: clauses,
            surroundings: ClaimAssembly.Surroundings(
                ranking: ranking, year: rankingYear, itemYear: article.published?.year),
            subjects: statements.map { subjects.subject(of: $0, all: statements) })
        let quote = prose.text(of: clauses.sentence)
        for fact in assembly.facts(of: statements) {
            for code in fact.subject.codes { add(fact, code, quote) }
        }
    }

    private mutating func add(_ fact: ClaimAssembly.Fact, _ code: MunicipalityCode, _ quote: String)
    {
        guard let municipality = gazetteer[code] else { return }
        let claim = RankingClaim(
            municipality: code, name: municipality.name, ranking: fact.ranking.title,
            year: fact.year, rank: fact.rank, change: fact.change, quote: quote,
            certainty: certainty(of: fact))
        if repeats(claim) { return }
        if completes(claim) { return }
        claims.append(claim)
    }

    private func certainty(of fact: ClaimAssembly.Fact) -> Certainty {
        var doubts = fact.contradicts ? 3 : 0
        if !fact.subject.isNamed { doubts += 1 }
        // "rankingen" alone says that there is one, though not which.
        if !fact.rankingIsTold { doubts += ranking != nil ? 1 : sinceCue == 0 ? 2 : 3 }
        if fact.isDerived { doubts += 1 }
        return doubts == 0 ? .high : doubts <= 2 ? .medium : .low
    }

    /// Whether an earlier sentence, as often the title, has said the same; it then keeps what is known more of.
    private mutating func repeats(_ claim: RankingClaim) -> Bool {
        let index = claims.indices.suffix(Self.memory).last { Self.isSame(claims[$0], claim) }
        guard let index else { return false }
        let old = claims[index]
        let tellsMore = old.rank == nil || old.change == nil && claim.change != nil
        if tellsMore, claim.rank != nil { claims[index] = claim }
        return true
    }

    /// Whether two claims share rank or change, and differ in neither.
    private static func isSame(_ old: RankingClaim, _ new: RankingClaim) -> Bool {
        func differ(_ left: Int?, _ right: Int?) -> Bool {
            left != right && left != nil && right != nil
        }
        guard old.municipality == new.municipality, old.ranking == new.ranking,
            old.year == new.year, !differ(old.rank, new.rank), !differ(old.change, new.change)
        else { return false }
        return old.rank == new.rank && old.rank != nil
            || old.change == new.change && old.change != nil
    }
}

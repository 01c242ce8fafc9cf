import ClimateModel

/// Extracts ranking claims from the sentences of an article, one after another.
struct ClaimReader {
    private let article: Article
    private let gazetteer: Gazetteer
    private var topic: MunicipalityCode?
    /// Sentences since the topic was named.
    private var sinceTopic = 0
    /// The list of places whose heading or last item was the sentence before.
    private var list: RankedList?
    /// Whether the text speaks of sports, preschools and the like since it last spoke of a ranking.
    private var otherDomain = false
    /// The year that the sentence before asks for: "Och i fjol?"
    private var askedYear: Int?
    /// The sentences after the one that is read, as far as they may tell which ranking it speaks of.
    private var following = 0..<0
    /// The sentence before the one that is read.
    private var before = 0..<0
    /// Whether the topic is told only by sentences to come.
    private var topicIsAhead = false
    private var ranking: KnownRanking?
    private var rankingYear: Int?
    /// Sentences since one told of a ranking; nil where none has.
    private var sinceCue: Int?
    /// The claim that the sentence before made or repeated, and that this one makes or repeats.
    private var lastClaim: Int?
    private var newClaim: Int?
    private let titleHasCue: Bool
    private var finder = StatementFinder()
    /// At most 400, the first ones: all 290 municipalities and more.
    private(set) var claims: [RankingClaim] = []
    /// Elements of patterns compared so far.
    var steps: Int { finder.steps }

    /// So many sentences after one that speaks of a ranking, "plats 88" still means a place in it.
    private static let reach = 4
    /// A sentence of so few words may be an item of a list, whose ranking the words after the list tell.
    private static let shortSentence = 8
    /// So many claims back a repetition is looked for.
    private static let memory = 40
    /// So many claims of a text are kept; one that makes more is a table of all years.
    private static let limit = 400
    /// The last word of the publisher's name.
    private static let publishers: Set<String> = ["näringsliv", "näringslivs", "enterprise"]

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
        if topic == nil {
            topic = Self.only(mentions)
            topicIsAhead = true
        }
        for (number, sentence) in prose.sentences.enumerated() {
            let reach = sentence.count <= Self.shortSentence ? 6 : 2
            let last = prose.sentences[min(number + reach, prose.sentences.count - 1)]
            following = sentence.upperBound..<max(last.upperBound, sentence.upperBound)
            let end =
                rest.firstIndex { $0.tokens.lowerBound >= sentence.upperBound } ?? rest.endIndex
            let inside = Array(rest[..<end])
            rest = rest[end...]
            read(sentence, tokens, prose, inside)
            before = sentence
        }
        linkYears()
    }

    /// The one municipality that a text names; nil where it names several.
    private static func only(_ mentions: [Mention]) -> MunicipalityCode? {
        let codes = Set(mentions.compactMap { $0.isCertain ? $0.code : nil })
        return codes.count == 1 ? codes.first : nil
    }

    /// Whose place in which ranking of which year.
    private struct PlaceKey: Hashable {
        var municipality: MunicipalityCode
        var ranking: String
        var year: Int
    }

    /// A place and that of the year before, told in different sentences, give the change.
    private mutating func linkYears() {
        var ranks: [PlaceKey: Int] = [:]
        for claim in claims {
            guard let year = claim.year, let rank = claim.rank else { continue }
            let key = PlaceKey(
                municipality: claim.municipality, ranking: claim.ranking, year: year)
            if ranks[key] == nil { ranks[key] = rank }
        }
        for index in claims.indices {
            let claim = claims[index]
            guard claim.change == nil, let rank = claim.rank, let year = claim.year,
                let previous = ranks[
                    PlaceKey(
                        municipality: claim.municipality, ranking: claim.ranking, year: year - 1)]
            else { continue }
            claims[index].change = previous - rank
            if claim.certainty == .high { claims[index].certainty = .medium }
        }
    }

    private func mark(_ tokens: inout [Token], _ mentions: [Mention]) {
        for mention in mentions {
            let classes: WordClasses = mention.code == nil ? .region : .name
            for index in mention.tokens { tokens[index].classes.insert(classes) }
        }
        for index in tokens.indices where Self.isPublisher(tokens[index].text) {
            if index + 1 < tokens.count, tokens[index + 1].isOne(of: .listNoun) {
                tokens[index + 1].classes.insert(.rankingCue)
            }
            if index > 1, tokens[index].text == "näringsliv", tokens[index - 2].text == "enligt" {
                tokens[index].classes.insert(.rankingCue)
            }
        }
    }

    private mutating func read(
        _ sentence: Range<Int>, _ tokens: [Token], _ prose: Prose, _ mentions: [Mention]
    ) {
        let clauses = Clauses(tokens: tokens, sentence: sentence)
        let hasCue = Self.hasCue(tokens[sentence])
        let count = claims.count
        if readItem(sentence, tokens, prose, mentions) { return }
        if hasCue || !mentions.isEmpty { learn(clauses) }
        if hasCue {
            otherDomain = false
            sinceCue = 0
        } else {
            sinceCue = sinceCue.map { $0 + 1 }
            otherDomain =
                otherDomain || tokens[sentence].contains { $0.isOne(of: .otherDomain) }
                || Self.ordersByFigures(tokens[sentence])
        }
        if hasCue {
            list = RankedList(heading: clauses, after: tokens[before], mentions)
        }
        if tokens[sentence].contains(where: {
            $0.isOne(of: Rule.triggers) || $0.place != nil || $0.ordinal != nil
                || $0.cardinal != nil
        }) {
            readStatements(clauses, mentions, prose, hasCue: hasCue)
        }
        if !hasCue, !(list?.mayGoOn(after: tokens[sentence]) ?? false) { list = nil }
        askedYear = tokens[sentence].last?.isMark("?") ?? false ? year(of: clauses) : nil
        lastClaim = newClaim
        newClaim = nil
        sinceTopic += 1
        if let code = mentions.first(where: { ($0.isCertain || hasCue) && $0.code != nil })?.code {
            topic = code
            sinceTopic = 0
            topicIsAhead = false
        } else if claims.count > count {
            sinceTopic = 0
        }
    }

    /// Reads what the sentence's words say by rule.
    private mutating func readStatements(
        _ clauses: Clauses, _ mentions: [Mention], _ prose: Prose, hasCue: Bool
    ) {
        let isNear =
            hasCue || titleHasCue || (sinceCue.map { $0 <= Self.reach } ?? false)
            || Self.hasCue(clauses.tokens[following])
        if otherDomain, !isNear { return }
        let found = finder.statements(in: clauses.tokens, clauses.sentence)
        let countsOthers =
            found.contains { $0.rule.isBare }
            && (list?.isOfOtherThings ?? false
                || RankedList.tellOfGatherings(clauses.tokens[clauses.sentence]))
        let gate = ClaimGate(clauses: clauses, hasContext: isNear, countsOthers: countsOthers)
        let statements = gate.passed(found)
        guard !statements.isEmpty else { return }
        let isOfAll = hasCue || clauses.tokens[clauses.sentence].contains { $0.cardinal == 290 }
        let starts = Set(isNear ? statements.map(\.tokens.lowerBound) : [])
        let believed = mentions.filter {
            $0.isCertain || isOfAll || starts.contains($0.tokens.lowerBound)
                || acts($0, clauses, inRanking: isNear)
        }
        claim(
            statements, clauses, believed, prose,
            hasDoubtfulName: mentions.contains { $0.code != nil } && believed.isEmpty)
    }

    /// Reads the sentence as an item of the list that it stands in; whether it is one.
    private mutating func readItem(
        _ sentence: Range<Int>, _ tokens: [Token], _ prose: Prose, _ mentions: [Mention]
    ) -> Bool {
        if RankedList.isNameAndNumber(sentence, tokens, mentions) { return true }
        guard let list else { return false }
        guard let item = list.item(sentence, tokens, mentions) else {
            return RankedList.isLikeItem(sentence, tokens, mentions)
        }
        guard self.list?.isOfCountry(item) ?? false else { return true }
        let year = item.year ?? list.year ?? rankingYear ?? article.published?.year
        if let year, let now = article.published?.year, year > now { return true }
        let change = item.change ?? item.previous.map { $0 - item.rank }
        add(
            ClaimAssembly.Fact(
                subject: SubjectFinder.Subject(codes: [item.municipality], isNamed: true),
                ranking: ranking ?? .businessClimate, rankingIsTold: false, year: year,
                rank: item.rank, change: change),
            item.municipality, prose.text(of: sentence))
        return true
    }

    /// Whether the sentence speaks of a ranking: by a word for one, by the number of all municipalities, or by its publisher
    /// and a list.
    private static func hasCue(_ words: ArraySlice<Token>) -> Bool {
        if words.contains(where: { $0.isOne(of: .rankingCue) }) { return true }
        return words.contains { $0.isOne(of: .listNoun) }
            && words.contains { $0.isCapitalised && Self.isPublisher($0.text) }
    }

    /// Few words are as long, and to compare lengths costs little.
    private static func isPublisher(_ word: String) -> Bool {
        (10...12).contains(word.utf8.count) && publishers.contains(word)
    }

    /// "minst antal invånare": an order by what is counted.
    private static func ordersByFigures(_ words: ArraySlice<Token>) -> Bool {
        words.contains { $0.isOne(of: .measure) }
            && words.contains { ["minst", "flest", "högst", "lägst", "störst"].contains($0.text) }
    }

    /// Whether a name in doubt is followed by a verb of movement: "Vara klättrar".
    private func acts(_ mention: Mention, _ clauses: Clauses, inRanking: Bool) -> Bool {
        let next = mention.tokens.upperBound
        let before = mention.tokens.lowerBound - 1
        let verbs: WordClasses = [.climb, .fall, .ranked, .rankVerb]
        if inRanking {
            if before >= clauses.sentence.lowerBound, clauses.tokens[before].isOne(of: verbs) {
                return true
            }
            if next < clauses.sentence.upperBound, clauses.tokens[next].isOne(of: verbs) {
                return true
            }
        }
        return next < clauses.sentence.upperBound
            && clauses.tokens[next].isOne(of: [.climb, .fall, .ranked])
    }

    /// The one year that the sentence speaks of.
    private func year(of clauses: Clauses) -> Int? {
        let years = YearFinder.years(clauses.tokens, in: clauses.sentence)
        guard years.count == 1 else { return nil }
        return years[0].reference.resolved(
            item: article.published?.year, main: rankingYear ?? article.published?.year)
    }

    /// Keeps which ranking and year the sentence speaks of, for those after it.
    private mutating func learn(_ clauses: Clauses) {
        let told = KnownRanking.told(clauses.tokens, in: clauses.sentence)
        ranking =
            told.first { $0.ranking != .businessClimate }?.ranking ?? told.first?.ranking ?? ranking
        for index in clauses.sentence where YearFinder.isYear(clauses.tokens[index]) {
            let next = index + 1 < clauses.sentence.upperBound ? clauses.tokens[index + 1].text : ""
            let before = index > clauses.sentence.lowerBound ? clauses.tokens[index - 1] : nil
            var noun = before
            if let word = before?.text, ["för", "for", "år", "of"].contains(word),
                index - 1 > clauses.sentence.lowerBound
            {
                noun = clauses.tokens[index - 2]
            }
            let isOfRanking =
                next == "års" || noun?.isOne(of: .listNoun) ?? false
                || told.contains { $0.token == index - 1 }
            if isOfRanking { rankingYear = clauses.tokens[index].cardinal }
        }
    }

    /// "Vi ligger på plats 48. Det är tre platser bättre än förra året.", "Norsjö går upp 88 platser. Nu är vi på plats 77.":
    /// a change that belongs to a rank told before, or the other way about; both are quoted.
    private mutating func completes(_ claim: RankingClaim) -> Bool {
        let found = claims.indices.suffix(Self.memory).last { Self.complete(claims[$0], claim) }
        guard let index = found else { return false }
        if let rank = claim.rank {
            claims[index].rank = rank
            claims[index].certainty = claim.certainty
        } else {
            claims[index].change = claim.change
        }
        claims[index].quote += (index == lastClaim ? " " : " … ") + claim.quote
        if claims[index].certainty == .high { claims[index].certainty = .medium }
        newClaim = index
        return true
    }

    /// Whether one of two claims of a municipality's place in a year has the rank alone and the other the change.
    private static func complete(_ old: RankingClaim, _ new: RankingClaim) -> Bool {
        old.municipality == new.municipality && old.ranking == new.ranking && old.year == new.year
            && (old.rank == nil) != (new.rank == nil) && (old.change == nil) != (new.change == nil)
            && (old.rank == nil) == (new.change == nil)
    }

    private mutating func claim(
        _ statements: [Statement], _ clauses: Clauses, _ mentions: [Mention], _ prose: Prose,
        hasDoubtfulName: Bool
    ) {
        let subjects = SubjectFinder(
            clauses: clauses, mentions: mentions,
            topic: topicIsAhead && !mentions.isEmpty ? nil : topic, topicIsNear: sinceTopic <= 1,
            hasDoubtfulName: hasDoubtfulName)
        let pairs: [(statement: Statement, subject: SubjectFinder.Subject?)] = statements.flatMap {
            statement in
            subjects.respective(statement)
                ?? [(statement, subjects.subject(of: statement, all: statements))]
        }
        let assembly = ClaimAssembly(
            clauses: clauses,
            surroundings: ClaimAssembly.Surroundings(
                ranking: ranking, year: askedYear ?? rankingYear, itemYear: article.published?.year),
            subjects: pairs.map(\.subject))
        let quote = prose.text(of: clauses.sentence)
        for fact in assembly.facts(of: pairs.map(\.statement)) {
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
        if claims.count >= Self.limit { return }
        claims.append(claim)
        newClaim = claims.indices.last
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
        newClaim = index
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

import ClimateModel

/// Extracts ranking claims from the sentences of an article, one after another.
struct ClaimReader {
    private let article: Article
    private let gazetteer: Gazetteer
    private var topic: MunicipalityCode?
    /// How the text came to speak of the topic.
    private var standing = OwnVoice.Standing.firm
    /// The municipality whose own text it is.
    private var owner: MunicipalityCode?
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
    /// The sentences before and after the one that is read.
    private var before = 0..<0
    private var after = 0..<0
    /// Whether the topic is told only by sentences to come.
    private var topicIsAhead = false
    private var ranking: KnownRanking?
    /// The ranking that the text spoke of before it came to one that is not known.
    private var interrupted: KnownRanking?
    private var rankingYear: Int?
    /// Sentences since one told of a ranking; nil where none has.
    private var sinceCue: Int?
    private let titleHasCue: Bool
    private var finder = StatementFinder()
    private var found = ClaimList()
    /// In the order of the text.
    var claims: [RankingClaim] { found.claims }
    /// Elements of patterns compared so far.
    var steps: Int { finder.steps }

    /// So many sentences after one that speaks of a ranking, "plats 88" still means a place in it.
    private static let reach = 4
    /// A sentence of so few words may be an item of a list, whose ranking the words after the list tell.
    private static let shortSentence = 8
    init(_ article: Article, _ gazetteer: Gazetteer) {
        self.article = article
        self.gazetteer = gazetteer
        topic = article.municipalities.first
        owner = topic
        let title = Prose(Article.text(of: [article.title]))
        titleHasCue = title.tokens.contains { $0.isOne(of: .rankingCue) }
    }

    /// - Complexity: O(*k*) in the length of the text: a sentence is bounded in length, and so are the patterns.
    mutating func read(_ prose: Prose, _ mentions: [Mention]) {
        var rest = mentions[...]
        var tokens = prose.tokens
        RankingCues.mark(&tokens, mentions)
        owner = owner ?? OwnVoice.sender(prose, mentions)
        if topic == nil {
            topic = Self.only(mentions)
            topicIsAhead = true
        }
        for (number, sentence) in prose.sentences.enumerated() {
            let reach = sentence.count <= Self.shortSentence ? 6 : 2
            let last = prose.sentences[min(number + reach, prose.sentences.count - 1)]
            following = sentence.upperBound..<max(last.upperBound, sentence.upperBound)
            let next = prose.sentences[min(number + 1, prose.sentences.count - 1)]
            after = next.lowerBound > sentence.lowerBound ? next : 0..<0
            let end =
                rest.firstIndex { $0.tokens.lowerBound >= sentence.upperBound } ?? rest.endIndex
            let inside = Array(rest[..<end])
            rest = rest[end...]
            read(sentence, tokens, prose, inside)
            before = sentence
        }
        found.linkYears()
    }

    /// The one municipality that a text names; nil where it names several.
    private static func only(_ mentions: [Mention]) -> MunicipalityCode? {
        let codes = Set(mentions.compactMap { $0.isCertain ? $0.code : nil })
        return codes.count == 1 ? codes.first : nil
    }

    private mutating func read(
        _ sentence: Range<Int>, _ tokens: [Token], _ prose: Prose, _ mentions: [Mention]
    ) {
        let clauses = Clauses(tokens: tokens, sentence: sentence)
        let hasCue = RankingCues.isTold(in: tokens[sentence])
        let count = claims.count
        if readItem(sentence, tokens, prose, mentions) { return }
        if isItemOfFactors(sentence, tokens) { return }
        if hasCue || !mentions.isEmpty || tokens[sentence].contains(where: { $0.isOne(of: .best) })
        {
            learn(clauses, hasCue: hasCue)
        }
        if hasCue {
            otherDomain = false
            sinceCue = 0
        } else {
            sinceCue = sinceCue.map { $0 + 1 }
            otherDomain =
                otherDomain || tokens[sentence].contains { $0.isOne(of: .otherDomain) }
                || RankingCues.areFiguresOrdered(in: tokens[sentence])
        }
        if hasCue {
            list = RankedList(heading: clauses, after: tokens[before], mentions)
        }
        if goOn(clauses, mentions, prose) {
            // No words of the sentence say more.
        } else if tokens[sentence].contains(where: {
            $0.isOne(of: Rule.triggers) || $0.place != nil || $0.ordinal != nil
                || $0.cardinal != nil
        }) {
            readStatements(clauses, mentions, prose, hasCue: hasCue)
        }
        if !hasCue, !(list?.mayGoOn(after: tokens[sentence]) ?? false) { list = nil }
        askedYear = tokens[sentence].last?.isMark("?") ?? false ? year(of: clauses) : nil
        found.endSentence()
        sinceTopic += 1
        if mentions.contains(where: { ($0.isCertain || hasCue) && $0.code != nil }) {
            keepTopic(of: clauses, mentions, hasCue: hasCue)
        } else if claims.count > count {
            sinceTopic = 0
        }
    }

    private mutating func keepTopic(of clauses: Clauses, _ mentions: [Mention], hasCue: Bool) {
        let subjects = SubjectFinder(
            clauses: clauses, mentions: mentions, topic: topic, topicIsNear: false,
            hasDoubtfulName: false)
        switch subjects.newTopic(isCertain: { $0.isCertain || hasCue }) {
        case .municipality(let code):
            topic = code
            standing =
                mentions.first { $0.code == code }.map {
                    OwnVoice.standing(clauses.tokens, clauses.sentence, of: $0)
                } ?? .firm
            if standing == .firm, claims.last?.municipality == code, claims.last?.rank == 1 {
                standing = .first
            }
        case .several(let codes):
            // In a municipality's own text it is still the one meant.
            topic = article.municipalities.first.flatMap { codes.contains($0) ? $0 : nil }
            standing = .firm
        case .kept: break
        }
        sinceTopic = 0
        topicIsAhead = false
    }

    /// Reads what the sentence's words say by rule.
    private mutating func readStatements(
        _ clauses: Clauses, _ mentions: [Mention], _ prose: Prose, hasCue: Bool
    ) {
        let isNear =
            hasCue || titleHasCue || (sinceCue.map { $0 <= Self.reach } ?? false)
            || RankingCues.isTold(in: clauses.tokens[following])
        if otherDomain && !isNear || isOfOneAuthority(clauses) { return }
        let found = finder.statements(in: clauses.tokens, clauses.sentence)
        let countsOthers =
            found.contains { $0.rule.isBare }
            && (list?.isOfOtherThings ?? false
                || RankedList.tellOfGatherings(clauses.tokens[clauses.sentence]))
        let gate = ClaimGate(clauses: clauses, hasContext: isNear, countsOthers: countsOthers)
        let order = OrderedNames(clauses: clauses, mentions: mentions)
        let statements = gate.passed(found).filter { order.isWholeList($0) }
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

    /// Whether the sentence and the one beside it tell places of what they begin with: "Service och bemötande: plats 12".
    private func isItemOfFactors(_ sentence: Range<Int>, _ tokens: [Token]) -> Bool {
        FactorItem.isItem(tokens[sentence])
            && (FactorItem.isItem(tokens[before]) || FactorItem.isItem(tokens[after]))
    }

    /// Whether the sentence goes on about what one authority was graded for: Insikt has a place for each beside that for
    /// all.
    private func isOfOneAuthority(_ clauses: Clauses) -> Bool {
        ranking == .insikt
            && clauses.tokens[before].contains {
                $0.isOne(of: .factor) && !$0.text.hasPrefix("service")
            }
            && !clauses.tokens[clauses.sentence].contains {
                ["totalt", "sammanlagt", "total", "totala", "overall"].contains($0.text)
            }
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
        guard ranking != .foreign, self.list?.isOfCountry(item) ?? false else { return true }
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

    /// Whether a name in doubt is followed by a verb of movement: "Vara klättrar".
    private func acts(_ mention: Mention, _ clauses: Clauses, inRanking: Bool) -> Bool {
        let next = mention.tokens.upperBound
        let before = mention.tokens.lowerBound - 1
        let verbs: WordClasses = [.climb, .fall, .ranked, .rankVerb]
        if inRanking {
            if before >= clauses.sentence.lowerBound, clauses.tokens[before].isOne(of: verbs) {
                return true
            }
            if next < clauses.sentence.upperBound,
                clauses.tokens[next].isOne(of: verbs)
                    || ["går", "gick", "tar", "tog"].contains(clauses.tokens[next].text)
            {
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
    private mutating func learn(_ clauses: Clauses, hasCue: Bool) {
        let told = KnownRanking.told(clauses.tokens, in: clauses.sentence)
        learn(told.map(\.ranking), hasCue: hasCue)
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

    /// A ranking that is not known is spoken of until the next word for one: "rankingen" is then again the one before.
    private mutating func learn(_ told: [KnownRanking], hasCue: Bool) {
        let known = told.filter { $0 != .foreign }
        if let first = known.first {
            ranking = known.first { $0 != .businessClimate } ?? first
        } else if !told.isEmpty {
            if ranking != .foreign { interrupted = ranking }
            ranking = .foreign
        } else if hasCue, ranking == .foreign, let interrupted {
            ranking = interrupted
        }
    }

    private mutating func claim(
        _ statements: [Statement], _ clauses: Clauses, _ mentions: [Mention], _ prose: Prose,
        hasDoubtfulName: Bool
    ) {
        let known = topicIsAhead && !mentions.isEmpty ? nil : topic
        let subjects = SubjectFinder(
            clauses: clauses, mentions: mentions, topic: meant(clauses, mentions, topic: known),
            topicIsNear: sinceTopic <= 1, hasDoubtfulName: hasDoubtfulName, owner: owner)
        let order = OrderedNames(clauses: clauses, mentions: mentions)
        let orders = order.orders(after: statements)
        let sideBySide = order.sideBySide(statements)
        let pairs: [(statement: Statement, subject: SubjectFinder.Subject?)] =
            statements.enumerated().flatMap { index, statement in
                if let sideBySide, index == sideBySide.statement {
                    return [subjects.first(of: sideBySide, in: statement)].compactMap(\.self)
                }
                if sideBySide?.tokens.overlaps(statement.tokens) ?? false { return [] }
                return subjects.respective(statement)
                    ?? [(statement, subjects.subject(of: statement, all: statements))]
            }
        let assembly = ClaimAssembly(
            clauses: clauses,
            surroundings: ClaimAssembly.Surroundings(
                ranking: ranking, year: askedYear ?? rankingYear, itemYear: article.published?.year,
                last: found.last),
            subjects: pairs.map(\.subject))
        let quote = prose.text(of: clauses.sentence)
        let facts = assembly.facts(of: pairs.map(\.statement))
        for fact in facts {
            for code in fact.subject.codes { add(fact, code, quote) }
        }
        for order in orders + [sideBySide].compactMap(\.self) {
            addFollowers(order, facts, statements[order.statement], quote)
        }
    }

    /// Whom the sentence is about where it doesn't name them: the topic, or whose text it is, who is then the topic again.
    private mutating func meant(
        _ clauses: Clauses, _ mentions: [Mention], topic known: MunicipalityCode?
    ) -> MunicipalityCode? {
        guard let owner, topic != owner else { return known }
        let voice = OwnVoice(owner: owner, tokens: clauses.tokens, sentence: clauses.sentence)
        let named = mentions.first { $0.code != nil }
        let end = named?.tokens.lowerBound ?? clauses.sentence.upperBound
        switch voice.meaning(before: end, standing: standing) {
        case .topic: return known
        case .unclear: return nil
        case .owner:
            topic = owner
            standing = .firm
            return owner
        }
    }

    /// The places that the order of names tells, of the year and ranking of the one that they follow.
    private mutating func addFollowers(
        _ order: OrderedNames.Order, _ facts: [ClaimAssembly.Fact], _ statement: Statement,
        _ quote: String
    ) {
        let told = Set(facts.flatMap(\.subject.codes))
        let ranks = [statement.rank, order.places.first?.rank]
        guard
            let anchor = facts.first(where: {
                $0.rank != nil && ranks.contains($0.rank) && $0.subject.codes.count == 1
            })
        else { return }
        for place in order.places where !told.contains(place.municipality) {
            var fact = anchor
            fact.subject = SubjectFinder.Subject(codes: [place.municipality], isNamed: true)
            fact.rank = place.rank
            fact.change = nil
            fact.isDerived = true
            add(fact, place.municipality, quote)
        }
    }

    /// "Därefter följer Danderyd och Nacka."
    private mutating func goOn(_ clauses: Clauses, _ mentions: [Mention], _ prose: Prose) -> Bool {
        guard let anchor = found.last, let rank = anchor.rank, rank <= 10 else { return false }
        let codes = OrderedNames(clauses: clauses, mentions: mentions).continuation()
        guard !codes.isEmpty else { return false }
        for (offset, code) in codes.enumerated() {
            add(
                ClaimAssembly.Fact(
                    subject: SubjectFinder.Subject(codes: [code], isNamed: true),
                    ranking: KnownRanking(title: anchor.ranking), rankingIsTold: false,
                    year: anchor.year, rank: rank + offset + 1, change: nil, isDerived: true),
                code, prose.text(of: clauses.sentence))
        }
        return true
    }

    private mutating func add(_ fact: ClaimAssembly.Fact, _ code: MunicipalityCode, _ quote: String)
    {
        guard let municipality = gazetteer[code] else { return }
        let claim = RankingClaim(
            municipality: code, name: municipality.name, ranking: fact.ranking.title,
            year: fact.year, rank: fact.rank, change: fact.change, quote: quote,
            certainty: certainty(of: fact))
        found.add(claim)
    }

    private func certainty(of fact: ClaimAssembly.Fact) -> Certainty {
        var doubts = fact.contradicts ? 3 : 0
        if !fact.subject.isNamed { doubts += 1 }
        // "rankingen" alone says that there is one, though not which.
        if !fact.rankingIsTold { doubts += ranking != nil ? 1 : sinceCue == 0 ? 2 : 3 }
        if fact.isDerived { doubts += 1 }
        return doubts == 0 ? .high : doubts <= 2 ? .medium : .low
    }
}

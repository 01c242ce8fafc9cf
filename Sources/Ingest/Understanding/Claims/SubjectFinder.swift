import ClimateModel

/// Tells which municipality a statement is about.
struct SubjectFinder {
    struct Subject: Hashable {
        var codes: [MunicipalityCode]
        /// Whether the sentence names it; otherwise the text before it does.
        var isNamed: Bool
    }

    let clauses: Clauses
    /// The mentions in the sentence, in order.
    let mentions: [Mention]
    /// The municipality that the text before is about.
    let topic: MunicipalityCode?
    /// Whether the text has named or meant it in the last sentences.
    let topicIsNear: Bool
    /// Whether the sentence has a name that is not believed to be a municipality's, and may be what it is about.
    let hasDoubtfulName: Bool
    /// The municipality whose text it is, where that is known.
    var owner: MunicipalityCode?
    var tokens: [Token] { clauses.tokens }
    var sentence: Range<Int> { clauses.sentence }

    /// The subject of a statement: a name that follows in inverted order ("På plats 88 hamnar Kristinehamn"), else the last
    /// name before it, else a name after "för", else what "kommunen", "vi" or a missing subject stands for.
    func subject(of statement: Statement, all: [Statement]) -> Subject? {
        if let inside = mentions.first(where: { statement.tokens.overlaps($0.tokens) }) {
            return named(inside)
        }
        if let owner = apposed(statement) { return named(owner) }
        if isTorn(statement) { return nil }
        // "medan den egna kommunen är nummer 122".
        let part = clauses.smallPart(around: statement.tokens)
        if part.dropLast().contains(where: {
            tokens[$0].text == "egna" && tokens[$0 + 1].text == "kommunen"
        }) {
            return topic.map { Subject(codes: [$0], isNamed: false) }
        }
        let before = mentions.last {
            $0.tokens.upperBound <= statement.tokens.lowerBound && isSubject($0)
        }
        if let after = inverted(statement, all), isNearer(after, than: before, to: statement) {
            return named(after)
        }
        if let before {
            return own(statement, after: before) ?? pair(before, statement, all) ?? named(before)
        }
        if let owner = followingOwner(statement) { return named(owner) }
        return implied(statement)
    }

    /// "Medan Solna är etta gick vi från plats 181 till plats 150", in the text of another than Solna.
    private func own(_ statement: Statement, after mention: Mention) -> Subject? {
        guard let owner, mention.code != owner else { return nil }
        let voice = OwnVoice(owner: owner, tokens: tokens, sentence: sentence)
        return voice.speaks(in: mention.tokens.upperBound..<statement.tokens.upperBound)
            ? Subject(codes: [owner], isNamed: false) : nil
    }

    func named(_ mention: Mention) -> Subject? {
        mention.code.map { Subject(codes: [$0], isNamed: true) }
    }

    /// Whether the name stands where it can be what a sentence is about: not after "före" or "än", not after "i", and in
    /// the genitive only before "kommun", "placering" and the like.
    private func isSubject(_ mention: Mention) -> Bool {
        guard mention.code != nil, !isCompared(mention) else { return false }
        if isWithin(mention) || isPartOfOther(mention) { return false }
        guard mention.isGenitive else { return true }
        // "Vingåkers kommun backar från 228, Flens från 240".
        if mention.tokens.upperBound < sentence.upperBound,
            tokens[mention.tokens.upperBound].isOne(of: [.from, .climb, .fall, .rankVerb])
                || tokens[mention.tokens.upperBound].text == "går"
        {
            return true
        }
        let rest = tokens[mention.tokens.upperBound..<sentence.upperBound].prefix(3)
        return rest.contains { $0.isOne(of: [.ownedByMunicipality, .placeNoun]) }
    }

    /// "Ronneby brunn rankas", "Herrljunga cider är": a word that is no verb, or that a verb follows, makes the name
    /// another's.
    private func isPartOfOther(_ mention: Mention) -> Bool {
        let next = mention.tokens.upperBound
        guard next < sentence.upperBound, !mention.hasKommun, !mention.isGenitive else {
            return false
        }
        if let before = word(before: mention), before.isOne(of: [.rankVerb, .climb, .fall]) {
            return false
        }
        let word = tokens[next]
        guard word.kind == .word, word.classes.isEmpty, word.cardinal == nil, word.ordinal == nil,
            !Self.pairs.contains(word.text)
        else { return false }
        // "Solna ohotad etta".
        if next + 1 < sentence.upperBound,
            tokens[next + 1].isOne(of: .rankName) || tokens[next + 1].place != nil
        {
            return false
        }
        let endings = ["r", "de", "te", "s", "ed", "t", "ick", "og"]
        if !endings.contains(where: { word.text.hasSuffix($0) }) { return true }
        return next + 1 < sentence.upperBound
            && tokens[next + 1].isOne(of: [.rankVerb, .climb, .fall, .tops])
    }

    /// Words that may stand between a name and its verb.
    private static let pairs: Set<String> = [
        "själv", "däremot", "tillsammans", "dessutom", "numera", "alltså", "med", "utan",
    ]

    /// After "före", "bakom", "än", or listed with a name that is.
    func isCompared(_ mention: Mention) -> Bool {
        // "… än Höganäs, som intar fjärdeplatsen".
        let next = mention.tokens.upperBound
        if next + 1 < sentence.upperBound, tokens[next].isMark(","),
            ["som", "which"].contains(tokens[next + 1].text)
        {
            return false
        }
        guard let before = word(before: mention) else { return false }
        if before.isOne(of: .comparative) || before.text == "av" && isFollowed(mention) {
            return !isAbsolute(mention)
        }
        if ["med", "with"].contains(before.text) { return !isAbsolute(mention) }
        guard before.isOne(of: .and) || before.isMark(","),
            let other = mentions.last(where: { $0.tokens.upperBound < mention.tokens.lowerBound }),
            NameContext.isList(other, mention, tokens)
        else { return false }
        return isCompared(other)
    }

    /// "…, med Vellinge på andra plats", "…, före Vellinge på andra plats": what follows is told of the name.
    private func isAbsolute(_ mention: Mention) -> Bool {
        var comma = mention.tokens.lowerBound - 2
        while comma > sentence.lowerBound, tokens[comma].isOne(of: [.comparative, .adverb]) {
            comma -= 1
        }
        guard comma >= sentence.lowerBound, tokens[comma].isMark(","),
            mention.tokens.upperBound + 1 < sentence.upperBound
        else { return false }
        let (word, next) = (
            tokens[mention.tokens.upperBound], tokens[mention.tokens.upperBound + 1]
        )
        guard word.isOne(of: [.by, .within, .likeWord]) else { return false }
        return next.isOne(of: [.placeNoun, .rankName, .numberSign]) || next.ordinal != nil
            || next.place != nil
    }

    /// "tätt följt av Solna".
    func isFollowed(_ mention: Mention) -> Bool {
        let index = mention.tokens.lowerBound - 2
        return index >= sentence.lowerBound && tokens[index].text.hasPrefix("följ")
    }

    /// The word before a name, past "grannkommunen", "både" and the like.
    private func word(before mention: Mention) -> Token? {
        var index = mention.tokens.lowerBound - 1
        while index >= sentence.lowerBound,
            ["grannkommunen", "grannen", "både", "ettan", "tvåan", "kommunen"].contains(
                tokens[index].text)
        {
            index -= 1
        }
        return index >= sentence.lowerBound ? tokens[index] : nil
    }

    private func isWithin(_ mention: Mention) -> Bool {
        word(before: mention).map { $0.isOne(of: .within) } ?? false
    }

    // MARK: Names after the statement

    /// "På plats 88 hamnar Kristinehamn", "Etta är Solna", "tvåa Sollentuna": the statement begins its part of the sentence
    /// and a name follows after a verb or at once.
    private func inverted(_ statement: Statement, _ all: [Statement]) -> Mention? {
        let chain = chain(of: statement, all)
        let end = chain.upperBound
        guard
            let mention = mentions.first(where: { $0.tokens.lowerBound >= end }),
            clauses.begins(at: chain.lowerBound)
                || clauses.tellsEarlier(chain, before: mention.tokens.lowerBound),
            mention.code != nil, mention.tokens.lowerBound - end <= 8,
            !all.contains(where: { (end..<mention.tokens.lowerBound).overlaps($0.tokens) })
        else { return nil }
        let between = tokens[end..<mention.tokens.lowerBound]
        if clauses.smallPart(around: chain).lowerBound == sentence.lowerBound,
            between.firstIndex(where: { $0.kind == .mark }) == between.indices.last,
            between.last?.isMark(",") == true
        {
            return mention
        }
        if between.isEmpty { return mention }
        guard !between.contains(where: { $0.kind == .mark || $0.isOne(of: .comparative) }) else {
            let mark = between.last?.text ?? ""
            let small = between.dropLast().allSatisfy { $0.isOne(of: [.adverb, .within]) }
            return small && [":", "–", "-"].contains(mark) ? mention : nil
        }
        // "Förstaplatsen går till Solna".
        if between.count <= 6, between.last?.isOne(of: .to) ?? false,
            between.contains(where: { ["går", "gick", "gått", "goes", "went"].contains($0.text) })
        {
            return mention
        }
        let verbs: WordClasses = [.rankVerb, .ranked, .climb, .fall]
        let isBest = statement.rule.meaning == .first || statement.rule.meaning == .second
        if isBest, isWithin(mention), between.contains(where: { $0.isOne(of: .rankVerb) }) {
            return mention
        }
        let hasVerb =
            between.contains { $0.isOne(of: verbs) || ["har", "has"].contains($0.text) }
            || statement.rule.meaning == .change
        return hasVerb && !isWithin(mention) ? mention : nil
    }

    /// The statement and those right beside it: "upp 31 placeringar till plats 150".
    private func chain(of statement: Statement, _ all: [Statement]) -> Range<Int> {
        var chain = statement.tokens
        let small: WordClasses = [.to, .by, .from, .adverb, .rankVerb]
        func touches(_ left: Range<Int>, _ right: Range<Int>) -> Bool {
            left.upperBound <= right.lowerBound && right.lowerBound - left.upperBound <= 3
                && tokens[left.upperBound..<right.lowerBound].allSatisfy {
                    $0.isOne(of: small) || $0.isMark(",")
                }
        }
        for other in all where touches(chain, other.tokens) {
            chain = chain.lowerBound..<other.tokens.upperBound
        }
        for other in all.reversed() where touches(other.tokens, chain) {
            chain = other.tokens.lowerBound..<chain.upperBound
        }
        return chain
    }

    /// A name before the statement in the same part of the sentence goes before one after it.
    private func isNearer(_ after: Mention, than before: Mention?, to statement: Statement) -> Bool
    {
        guard let before else { return true }
        let part = clauses.smallPart(around: statement.tokens)
        return before.tokens.lowerBound < part.lowerBound
    }

    /// "Plats 88 för Kristinehamn".
    private func followingOwner(_ statement: Statement) -> Mention? {
        guard
            let mention = mentions.first(where: {
                $0.tokens.lowerBound >= statement.tokens.upperBound
            }),
            mention.code != nil, mention.tokens.lowerBound - statement.tokens.upperBound <= 12,
            let before = word(before: mention)
        else { return nil }
        return before.isOne(of: .forWord) ? mention : nil
    }

    /// "Karlstad (plats 112)", "följt av Karlstad på plats 112", whatever the name's part in the sentence.
    private func apposed(_ statement: Statement) -> Mention? {
        let bracket = statement.tokens.lowerBound - 1
        if let followed = mentions.last(where: { isFollowed($0) }),
            (0...1).contains(statement.tokens.lowerBound - followed.tokens.upperBound)
        {
            return followed
        }
        guard bracket > sentence.lowerBound, tokens[bracket].isMark("(") else { return nil }
        return mentions.last { $0.tokens.upperBound == bracket && $0.code != nil }
    }

    /// "Kristinehamn ligger före Karlstad på plats 112" tells of either.
    private func isTorn(_ statement: Statement) -> Bool {
        mentions.contains { mention in
            let gap = statement.tokens.lowerBound - mention.tokens.upperBound
            return (0...1).contains(gap) && isCompared(mention)
                && !tokens[mention.tokens.upperBound..<statement.tokens.lowerBound].contains {
                    $0.kind == .mark
                }
        }
    }

    // MARK: No name

    /// Whether the word stands for the municipality; "kommunens" only before "placering" and the like.
    private func isAnaphor(at index: Int) -> Bool {
        // "tar över i en kommun som …".
        if tokens[index].text == "kommun", index > sentence.lowerBound,
            index + 1 < sentence.upperBound, tokens[index - 1].text == "en",
            tokens[index + 1].text == "som"
        {
            return true
        }
        guard tokens[index].isOne(of: .anaphor) else { return false }
        // "den ena kommunen".
        if tokens[max(index - 1, sentence.lowerBound)..<min(index + 2, sentence.upperBound)]
            .contains(where: { ["ena", "vilken", "ingen", "varje"].contains($0.text) })
        {
            return false
        }
        guard tokens[index].isOne(of: .possessive) else { return true }
        return tokens[(index + 1)..<min(index + 3, sentence.upperBound)].contains {
            $0.isOne(of: [.ownedByMunicipality, .placeNoun])
        }
    }

    /// What "kommunen", "vi" or nothing at all stands for: a name after "i" in the sentence, else the topic.
    private func implied(_ statement: Statement) -> Subject? {
        let before = tokens[sentence.lowerBound..<statement.tokens.lowerBound]
        let end = min(statement.tokens.upperBound + 4, sentence.upperBound)
        let hasAnaphor = (sentence.lowerBound..<end).contains { isAnaphor(at: $0) }
        let isLabelled =
            before.count == 1
            && before.allSatisfy { $0.isOne(of: [.ownedByMunicipality, .placeNoun]) }
        let isElliptic =
            isLabelled || clauses.begins(at: statement.tokens.lowerBound) && before.count <= 3
        let local = mentions.last {
            $0.code != nil && $0.tokens.upperBound <= statement.tokens.lowerBound && isWithin($0)
        }
        if let local, hasAnaphor || isOfBusiness(local) { return named(local) }
        if speaksOfUs(before), let speaker = speaker(after: statement) { return named(speaker) }
        if let later = mentions.first, later.tokens.lowerBound >= statement.tokens.upperBound,
            before.count <= 3, isOfBusiness(later)
        {
            return named(later)
        }
        guard !hasDoubtfulName || hasAnaphor else { return nil }
        guard hasAnaphor || isElliptic || topicIsNear && !speaksOfOthers else { return nil }
        return topic.map { Subject(codes: [$0], isNamed: false) }
    }

    /// "…, säger Kils kommunalråd": the one municipality of a sentence, after what its people say.
    private func speaker(after statement: Statement) -> Mention? {
        let named = mentions.filter { $0.code != nil }
        guard let mention = named.first, named.allSatisfy({ $0.code == mention.code }),
            mention.tokens.lowerBound >= statement.tokens.upperBound
        else { return nil }
        let between = tokens[statement.tokens.upperBound..<mention.tokens.lowerBound]
        guard let verb = between.lastIndex(where: { Self.speech.contains($0.text) }) else {
            return nil
        }
        return between[verb...].contains { ["om", "about"].contains($0.text) } ? nil : mention
    }

    private func speaksOfUs(_ words: ArraySlice<Token>) -> Bool {
        words.contains {
            ["vi", "oss", "vår", "vårt", "våra", "kommunen", "kommunens", "we", "our"].contains(
                $0.text)
        }
    }

    static let speech: Set<String> = [
        "säger", "sade", "sa", "skriver", "skrev", "berättar", "berättade", "konstaterar",
        "kommenterar", "menar", "förklarar", "says", "said",
    ]

    /// Beginnings of words for those who speak for a municipality or judge it.
    private static let businesses: [String] = [
        "företagare", "företagarna", "företagen", "företagsledarna", "företagsklimat", "näringsliv",
        "kommunchef", "kommundirektör", "ordförand", "kommunstyrelse",
        "kommunalråd", "kommunled",
        "kommunfull", "politiker", "läget", "utveckling", "business", "companies",
    ]

    /// "Företagarna i Hagfors", "Näringslivet i Kil": the only municipality of a sentence, where its businesses are.
    private func isOfBusiness(_ mention: Mention) -> Bool {
        let noun =
            mention.isGenitive && mention.tokens.upperBound < sentence.upperBound
            ? mention.tokens.upperBound : mention.tokens.lowerBound - 2
        return noun >= sentence.lowerBound
            && (mention.isGenitive || tokens[noun].text != "företagare")
            && Self.businesses.contains { tokens[noun].text.hasPrefix($0) }
            && mentions.allSatisfy { $0.code == mention.code }
    }

    /// Whether the sentence may be about another than the topic: it names a place, other municipalities, or anything
    /// with a capital letter that is no word of rankings.
    private var speaksOfOthers: Bool {
        if !mentions.isEmpty { return true }
        return sentence.contains { index in
            let token = tokens[index]
            if token.text == "ena" { return true }
            if token.text.hasPrefix("grann") || token.isOne(of: [.nation, .nations, .country]) {
                return !["sverige", "sveriges", "landet", "landets", "riket", "rikets"].contains(
                    token.text)
            }
            return index > sentence.lowerBound && token.kind == .word && token.isCapitalised
                && token.classes.isEmpty && !Self.publishers.contains(token.text)
                && !["\"", ":", "–", "-", "."].contains(tokens[index - 1].text)
        }
    }

    /// Words of the names of those who rank.
    private static let publishers: Set<String> = [
        "svenskt", "näringsliv", "näringslivs", "swedish", "confederation", "enterprise", "skr",
        "skr:s", "sn", "sn:s", "insikt",
    ]
}

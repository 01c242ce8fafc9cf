/// A ranking of Sweden's municipalities that texts speak of.
struct KnownRanking: Hashable, Sendable {
    /// As its publisher calls it.
    var title: String

    /// Svenskt Näringsliv's ranking, which is meant where a text about municipalities speaks of "rankingen" alone.
    static let businessClimate = KnownRanking(title: "Lokalt företagsklimat")
    /// The municipalities' own ranking of their service to businesses.
    static let insikt = KnownRanking(title: "Insikt")
    /// One that is told of and that none of the known is: its places are not kept.
    static let foreign = KnownRanking(title: "")

    /// The words that tell each ranking, in one or two tokens; a word that ends with "*" stands for its compounds too.
    /// The first ranking that a sentence's word tells is taken, so the more special come first.
    private static let all: [(ranking: KnownRanking, words: [String])] = [
        (
            .insikt,
            ["insikt", "insikts", "nki", "nöjd-kund-index", "nöjdkundindex"]
        ),
        (KnownRanking(title: "Bäst att bo"), ["fokus", "boendeindex", "att bo"]),
        (
            KnownRanking(title: "Bästa skolkommun"),
            [
                "skolkommun*", "skolranking*", "skolrankning*", "lärarförbundets", "lärarförbundet",
                "skollistan",
            ]
        ),
        (
            KnownRanking(title: "Sveriges miljöbästa kommun"),
            [
                "miljöbästa", "miljöranking*", "aktuell hållbarhets", "aktuell hållbarhet",
                "miljökommun*",
            ]
        ),
        (KnownRanking(title: "Årets Superkommun"), ["superkommun*", "dagens samhälles"]),
        (
            KnownRanking(title: "Nyföretagarbarometern"),
            [
                "nyföretagarbarometer*", "nyföretagarcentrum*", "nyföretagande*",
                "nyföretagarranking*",
            ]
        ),
        (KnownRanking(title: "Sveriges friluftskommun"), ["friluftskommun*", "naturvårdsverkets"]),
        (
            KnownRanking(title: "Kommunvelometern"),
            ["kommunvelometer*", "cykelkommun*", "cykelfrämjandets"]
        ),
        (KnownRanking(title: "Årets Tillväxtkommun"), ["tillväxtkommun*", "tillväxtranking*"]),
        (KnownRanking(title: "Företagsamhet"), ["företagsamhet*", "företagsamma"]),
        (KnownRanking(title: "Årets företagarkommun"), ["företagarkommun*", "företagarnas"]),
        (
            .businessClimate,
            [
                "företagsklimat*", "näringslivsklimat*", "företagarklimat*", "svenskt näringsliv",
                "svenskt näringslivs", "näringslivsrank*", "business climate",
                "swedish enterprise", "företagsrank*",
            ]
        ),
    ]

    private static let exact: [String: KnownRanking] = Dictionary(
        all.flatMap { entry in
            entry.words.filter { !$0.hasSuffix("*") }.map { ($0, entry.ranking) }
        }, uniquingKeysWith: { first, _ in first })

    /// The first words of the names of two words.
    private static let firstWords = Set(
        exact.keys.filter { $0.contains(" ") }.map { String($0.prefix { $0 != " " }) })

    /// By their first byte.
    private static let beginnings: [UInt8?: [(String, KnownRanking)]] = Dictionary(
        grouping: all.flatMap { entry in
            entry.words.filter { $0.hasSuffix("*") }.map { (String($0.dropLast()), entry.ranking) }
        }, by: { $0.0.utf8.first })

    /// The rankings that words of the sentence tell, with the words' places; of two at one place the more special.
    ///
    /// - Complexity: O(*n*) in the length of the sentence.
    static func told(_ tokens: [Token], in sentence: Range<Int>) -> [(
        ranking: KnownRanking, token: Int
    )] {
        let known = sentence.compactMap { position in
            told(tokens, at: position, in: sentence).map { (ranking: $0, token: position) }
        }
        let others = ForeignRankings(tokens: tokens, sentence: sentence)
        let foreign = sentence.filter { position in
            others.isForeign(at: position)
                && !known.contains {
                    $0.ranking != .businessClimate && abs($0.token - position) <= reach
                }
        }
        return (known + foreign.map { (Self.foreign, $0) }).sorted { $0.token < $1.token }
    }

    /// So many words from a known ranking's name, another word for a ranking means it.
    private static let reach = 7

    private static func told(
        _ tokens: [Token], at position: Int, in sentence: Range<Int>
    ) -> KnownRanking? {
        let token = tokens[position]
        guard token.kind == .word else { return nil }
        if position + 1 < sentence.upperBound, firstWords.contains(token.text),
            let pair = exact[token.text + " " + tokens[position + 1].text]
        {
            return pair
        }
        if let single = exact[token.text] { return isName(token) ? single : nil }
        // By bytes: `hasPrefix` compares whole characters, at ten times the cost.
        if let known = beginnings[token.text.utf8.first]?.first(where: {
            token.text.utf8.starts(with: $0.0.utf8)
        }) {
            return known.1
        }
        return compound(token)
    }

    /// "fokus" and "insikt" are words; with a capital they are names.
    private static func isName(_ token: Token) -> Bool {
        ["fokus", "insikt"].contains(token.text) ? token.isCapitalised : true
    }

    /// A ranking that a compound names and that is not known: "jämställdhetsrankingen".
    private static func compound(_ token: Token) -> KnownRanking? {
        for ending in ["rankingen", "ranking", "rankningen", "rankning"]
        where token.text.hasSuffix(ending) && token.text.utf8.count > ending.utf8.count + 2 {
            let stem = token.text.dropLast(ending.count)
            if ["kommun", "topp", "års", "riks", "lands"].contains(String(stem)) { return nil }
            return KnownRanking(title: stem.prefix(1).uppercased() + stem.dropFirst() + "ranking")
        }
        return nil
    }
}

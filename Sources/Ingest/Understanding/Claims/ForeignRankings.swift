/// Tells rankings that a text names and that are not known from those it may mean: "Naturskyddsföreningens ranking", "en
/// ranking av trygghet", "har rankat kommunernas ekonomi".
///
/// What such a ranking says is no claim: its places are none in any ranking that is kept.
struct ForeignRankings {
    let tokens: [Token]
    let sentence: Range<Int>

    /// Whether the word at `position` tells of a ranking that is another than those known.
    ///
    /// - Complexity: O(1): a bounded number of words around it is looked at.
    func isForeign(at position: Int) -> Bool {
        let token = tokens[position]
        if ["enligt", "av", "by"].contains(token.text) { return isJudgedByOther(position) }
        if token.isOne(of: .best) { return isBestAtOther(position) }
        if token.text == "kommunernas" || token.text == "kommuners" {
            return isHeadingOfOther(position)
        }
        if Self.judging.contains(token.text), isOfOtherJudge(position) { return true }
        if isOtherIndex(token) { return true }
        let isNoun = token.isOne(of: .listNoun) || Self.inquiries.contains(token.text)
        guard isNoun || token.isOne(of: .ranked), !token.isOne(of: .climate) else { return false }
        return isOwnedByOther(position) || isFromOther(position) || isAboutOther(position)
    }

    /// "Kommunernas klimatarbete: …".
    private func isHeadingOfOther(_ position: Int) -> Bool {
        guard position + 2 < sentence.upperBound else { return false }
        return isPlainWord(tokens[position + 1]) && !Self.hasOurTopic(tokens[position + 1])
            && tokens[position + 2].isMark(":")
    }

    /// "när Villaägarna jämför".
    private func isOfOtherJudge(_ position: Int) -> Bool {
        guard position - 1 > sentence.lowerBound else { return false }
        let name = tokens[position - 1]
        return name.kind == .word && name.isCapitalised && name.classes.isEmpty
            && !Self.publishers.contains(name.text) && !Self.hasOurTopic(name)
    }

    private static let judging: Set<String> = [
        "jämför", "jämfört", "rankar", "rankade", "rankat", "listar", "listade", "mäter", "mätte",
        "granskar", "granskade", "granskat", "betygsätter", "kartlägger", "kartlagt",
    ]

    /// "bäst på att ta emot turister".
    private func isBestAtOther(_ position: Int) -> Bool {
        guard position + 2 < sentence.upperBound, tokens[position + 1].text == "på" else {
            return false
        }
        let object = tokens[(position + 2)..<min(position + 9, sentence.upperBound)]
        if object.contains(where: {
            $0.isOne(of: [.climate, .listNoun, .rankingCue]) || Self.hasOurTopic($0)
        }) {
            return false
        }
        return object.first.map { $0.text == "att" || isPlainWord($0) } ?? false
    }

    /// "Socialtjänstindex", "Medborgarbarometern": a compound for a ranking of something else.
    private func isOtherIndex(_ token: Token) -> Bool {
        guard token.kind == .word, token.text.utf8.count > 9, !Self.hasOurTopic(token),
            !token.text.hasPrefix("kommun")
        else { return false }
        return ["index", "indexet", "barometern", "barometer"].contains {
            token.text.hasSuffix($0)
        }
    }

    /// Words for what tells an order and is no ranking by name.
    private static let inquiries: Set<String> = [
        "kartläggning", "kartläggningen", "granskning", "granskningen", "jämförelse",
        "jämförelsen", "omröstning", "omröstningen", "index", "indexet",
    ]

    // MARK: Whose ranking

    /// "SCB:s mätning", "Naturskyddsföreningens årliga ranking", "Visma's ranking".
    private func isOwnedByOther(_ position: Int) -> Bool {
        guard tokens[position].isOne(of: .listNoun) else { return false }
        var index = position - 1
        while index >= sentence.lowerBound, position - index <= 2, isPlainWord(tokens[index]),
            tokens[index].text.hasSuffix("a") || tokens[index].text.hasSuffix("e")
        {
            index -= 1
        }
        guard index >= sentence.lowerBound else { return false }
        if tokens[index].text == "s", index - 2 >= sentence.lowerBound,
            tokens[index - 1].isMark("'")
        {
            return isOtherOwner(index - 2)
        }
        return tokens[index].text.hasSuffix("s") && isOtherOwner(index)
    }

    /// Whether the word is the name of another who ranks than those known. A capital letter at the beginning of a sentence
    /// says nothing.
    private func isOtherOwner(_ index: Int) -> Bool {
        let token = tokens[index]
        guard token.kind == .word, !token.isOne(of: Self.ours),
            !Self.publishers.contains(token.text),
            !Self.hasOurTopic(token)
        else { return false }
        if Self.bodies.contains(where: { token.text.hasSuffix($0) }) || token.text.hasSuffix(":s") {
            return true
        }
        return token.isCapitalised && index > sentence.lowerBound
            && tokens[index - 1].kind != .mark
    }

    /// "en ranking från Visma", "a survey by Capital".
    private func isFromOther(_ position: Int) -> Bool {
        guard tokens[position].isOne(of: .listNoun), position + 2 < sentence.upperBound,
            ["från", "av", "by", "from"].contains(tokens[position + 1].text)
        else { return false }
        let name = tokens[position + 2]
        return name.kind == .word && name.isCapitalised && name.classes.isEmpty
            && !Self.publishers.contains(name.text) && !Self.hasOurTopic(name)
    }

    /// "enligt Fastighetsägarna", "rankas på plats 3 av MSB": one name, where the sentence tells of no known ranking.
    private func isJudgedByOther(_ position: Int) -> Bool {
        guard position + 1 < sentence.upperBound else { return false }
        let name = tokens[position + 1]
        guard name.kind == .word, name.isCapitalised, name.classes.isEmpty,
            !Self.publishers.contains(name.text), !Self.hasOurTopic(name),
            !sentence.contains(where: {
                tokens[$0].isOne(of: .climate) || Self.publishers.contains(tokens[$0].text)
            })
        else { return false }
        let next = position + 2 < sentence.upperBound ? tokens[position + 2] : nil
        // A first name and a surname are somebody's who tells of the ranking.
        if let next, next.kind == .word, next.isCapitalised { return false }
        // A newspaper that tells of the ranking is none who ranks.
        if tokens[position].text == "enligt" {
            return !sentence.contains {
                tokens[$0].isOne(of: .listNoun) || Self.hasOurTopic(tokens[$0])
            }
        }
        return tokens[sentence.lowerBound..<position].suffix(5).contains {
            $0.isOne(of: [.placeNoun, .ranked, .rankName]) || $0.ordinal != nil
        }
    }

    // MARK: What is ranked

    /// "en ranking av trygghet", "listan över dyra kommuner", "rankar kommunernas ekonomi".
    private func isAboutOther(_ position: Int) -> Bool {
        var start = position + 1
        let isVerb = tokens[position].isOne(of: .ranked) && !tokens[position].isOne(of: .listNoun)
        if isVerb {
            guard ["rankar", "rankade", "rankat"].contains(tokens[position].text) else {
                return false
            }
        } else {
            guard start < sentence.upperBound,
                ["av", "över", "of", "on", "gällande", "kring"].contains(tokens[start].text)
            else { return false }
            start += 1
        }
        let end =
            tokens[start..<min(start + 7, sentence.upperBound)]
            .firstIndex { $0.kind == .mark } ?? min(start + 7, sentence.upperBound)
        let object = tokens[start..<end]
        if object.contains(where: { $0.isOne(of: .climate) || Self.hasOurTopic($0) }) {
            return false
        }
        let small: WordClasses = [.nations, .nation, .best, .adjective, .adverb]
        let rest = object.drop {
            $0.isOne(of: small) && !$0.text.hasPrefix("kommun") || $0.cardinal != nil
                || Self.determiners.contains($0.text)
        }
        if !isVerb, object.contains(where: { Self.wider.contains($0.text) }) { return true }
        guard let head = rest.first else { return false }
        if head.text.hasPrefix("kommun") || head.text.hasPrefix("municipal") {
            return isAspect(of: head, rest.dropFirst())
        }
        return !isVerb && isPlainWord(head)
    }

    /// "kommunernas ekonomi", "kommunerna efter hållbarhet".
    private func isAspect(of head: Token, _ rest: ArraySlice<Token>) -> Bool {
        guard let next = rest.first else { return false }
        if head.text.hasSuffix("s"), head.text != "municipalities" { return isPlainWord(next) }
        guard ["efter", "utifrån", "inom", "by", "on"].contains(next.text) else { return false }
        return rest.dropFirst().first.map(isPlainWord) ?? false
    }

    /// A word in lower case that no list has: a noun that tells of something else.
    private func isPlainWord(_ token: Token) -> Bool {
        token.kind == .word && !token.isCapitalised && token.classes.isEmpty
            && token.cardinal == nil && token.ordinal == nil
    }

    /// Words whose rankings are those known, or that own none.
    private static let ours: WordClasses = [
        .name, .region, .nations, .nation, .anaphor, .climate, .rankingCue,
    ]
    private static let publishers: Set<String> = [
        "svenskt", "näringsliv", "näringslivs", "sn", "sn:s", "skr", "skr:s", "enterprise",
        "swedish", "confederation", "fokus", "insikt", "insikts", "aktuell", "dagens", "sveriges",
    ]
    private static let bodies: [String] = [
        "föreningens", "förbundets", "verkets", "myndighetens", "tidningens", "bankens",
        "institutets", "stiftelsens", "fondens", "universitetets", "byråns", "rådets", "polisens",
        "bladets",
    ]
    private static let wider: Set<String> = [
        "världens", "europas", "nordens", "world's", "europe's", "länders",
    ]
    private static let determiners: Set<String> = [
        "de", "det", "den", "alla", "samtliga", "hur", "vilka", "the", "all", "how",
    ]

    /// "företagens", "näringslivets", "lokala", "business": what the known rankings are about.
    static func hasOurTopic(_ token: Token) -> Bool {
        ["företag", "näringsliv", "lokal", "business", "local", "enterprise"].contains {
            token.text.utf8.starts(with: $0.utf8)
        }
    }
}

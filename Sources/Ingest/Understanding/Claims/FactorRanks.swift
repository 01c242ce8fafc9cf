/// Ranks by something else than the business climate as a whole: "plats 14 i landet på digitalisering", "på politikernas
/// attityder plats 6".
extension ClaimGate {
    // MARK: What follows

    /// Whether a noun that has nothing to do with rankings follows with "på" or "inom": "bäst i landet på bredbandsutbyggnad",
    /// "tappar 40 placeringar på kompetensförsörjning".
    func isOfOther(_ statement: Statement) -> Bool {
        var rest = tokens[statement.tokens.upperBound..<sentence.upperBound].prefix(12)
        while let first = rest.first, rest.count > 1 {
            if Self.aspects.contains(first.text) { break }
            guard first.isOne(of: [.nations, .nation, .within]) || Self.among.contains(first.text),
                !first.text.hasSuffix("kring")
            else { return false }
            rest = rest.dropFirst()
        }
        guard let preposition = rest.first, Self.aspects.contains(preposition.text) else {
            return false
        }
        let object = rest.dropFirst().drop { $0.isOne(of: [.possessive, .adjective]) }.prefix(4)
        guard let noun = object.first, noun.kind == .word, !noun.isCapitalised,
            noun.classes.isEmpty || noun.isOne(of: .factor), noun.cardinal == nil,
            noun.ordinal == nil, noun.text.utf8.count > 4, !Self.isOfTime(noun)
        else { return false }
        let ours: WordClasses = [.listNoun, .rankingCue, .climate, .placeNoun]
        return !object.contains { token in
            token.isOne(of: ours) || ForeignRankings.hasOurTopic(token)
                || Self.lists.contains { token.text.hasSuffix($0) }
        }
            && KnownRanking.told(
                tokens, in: object.startIndex..<object.endIndex
            ).isEmpty
    }

    private static let aspects: Set<String> = ["på", "inom", "gällande", "avseende", "beträffande"]

    /// Endings of words for a list or a level: "på rikslistan", "på nationell nivå".
    private static let lists = ["lista", "listan", "nivå", "nivån", "tabellen", "skalan", "håll"]

    /// "på torsdagen", "på förmiddagen", "på grund av".
    private static func isOfTime(_ noun: Token) -> Bool {
        let endings = ["dagen", "dagens", "kvällen", "natten", "veckan", "sikt"]
        return endings.contains { noun.text.hasSuffix($0) }
            || ["grund", "bekostnad", "samma", "vägen", "riktigt"].contains(noun.text)
    }

    /// Whether nouns alone stand before the place in its part of the sentence: ", arbetsmarknad plats 67".
    func isLabelled(_ statement: Statement) -> Bool {
        let start = clauses.smallPart(around: statement.tokens).lowerBound
        let label = tokens[start..<max(start, statement.tokens.lowerBound)]
        return (1...3).contains(label.count)
            && label.allSatisfy {
                $0.kind == .word && !$0.isCapitalised && $0.cardinal == nil
                    && ($0.classes.isEmpty || $0.isOne(of: [.factor, .possessive, .by]))
            } && label.contains { $0.classes.isEmpty || $0.isOne(of: .factor) }
    }

    // MARK: Factors by name

    /// Whether a factor of the ranking is what has the rank: "bäst på vägnät (plats 22)", "Upphandling är det område där
    /// …, plats 160", "plats 14 för bygglov". One that is a reason for the rank is none: "tack vare bättre upphandling".
    func isOfNamedFactor(_ statement: Statement) -> Bool {
        let part = clauses.statementPart(around: statement.tokens)
        return part.contains { index in
            guard tokens[index].isOne(of: .factor) else { return false }
            if index >= statement.tokens.upperBound {
                return isAspect(index, after: statement.tokens)
            }
            return isBeside(index, statement.tokens) || isPut(index, after: part.lowerBound)
                || isSubject(index)
        }
    }

    private static let links: Set<String> = [
        "på", "för", "inom", "gällande", "avseende", "beträffande", "on", "for", "in", "kring",
    ]

    /// "plats 14 för bygglov", "40 placeringar på service och bemötande".
    private func isAspect(_ index: Int, after span: Range<Int>) -> Bool {
        let between = tokens[span.upperBound..<index]
        guard between.count <= 5, !between.contains(where: { $0.kind == .mark }) else {
            return false
        }
        return between.suffix(2).contains { Self.links.contains($0.text) }
            && !between.contains { Self.reasons.contains($0.text) || $0.isOne(of: .and) }
    }

    /// "vägnät (plats 22)", "attityder: plats 8".
    private func isBeside(_ index: Int, _ span: Range<Int>) -> Bool {
        let between = tokens[(index + 1)..<max(span.lowerBound, index + 1)]
        return between.count <= 2
            && between.allSatisfy {
                [":", "–", "-", "("].contains($0.text) || $0.isOne(of: .by)
            } && (index - 1 < sentence.lowerBound || !isReason(index))
    }

    /// "På politikernas attityder ligger …", "bästa placering för attityder, …".
    private func isPut(_ index: Int, after start: Int) -> Bool {
        let link = (max(start, index - 2)..<index).first {
            Self.links.contains(tokens[$0].text) && !["för", "for"].contains(tokens[$0].text)
                || ["av", "om", "of"].contains(tokens[$0].text) && $0 > start
                    && tokens[$0 - 1].isOne(of: .listNoun)
        }
        return !isReason(index)
            && link.map {
                $0 == start || tokens[$0 - 1].kind == .mark
                    || tokens[$0 - 1].isOne(of: [.best, .placeNoun])
                    || tokens[$0].text.count == 2 && tokens[$0 - 1].isOne(of: .listNoun)
                    || Self.edges.contains(tokens[$0 - 1].text)
            } ?? false
            || !isReason(index)
                && tokens[max(start, index - 3)..<index].indices.dropLast().contains {
                    tokens[$0].isOne(of: .placeNoun)
                        && ["för", "for"].contains(tokens[$0 + 1].text)
                }
    }

    private static let edges: Set<String> = ["sämst", "sämsta", "starkast", "svagast", "worst"]

    /// "Information till företagen klättrar", "Upphandling är det område …": a sentence that begins with a factor.
    private func isSubject(_ index: Int) -> Bool {
        guard index - sentence.lowerBound <= 2, !isReason(index) else { return false }
        let before = tokens[sentence.lowerBound..<index]
        let after = tokens[(index + 1)..<sentence.upperBound].prefix(6)
        return !before.contains { $0.isOne(of: [.name, .rankVerb, .climb, .fall]) }
            && (after.contains { $0.isOne(of: .part) }
                || after.first { $0.kind == .mark || $0.isOne(of: .name) || $0.text == "har" }?
                    .kind != .mark
                    && after.contains { $0.isOne(of: [.climb, .fall, .rankVerb]) })
    }

    private static let reasons: Set<String> = [
        "tack", "vare", "trots", "genom", "efter", "eftersom", "beroende", "grund", "med", "utan",
        "bättre", "sämre", "despite", "through", "with", "to",
    ]

    /// Whether the factor is why the rank is what it is.
    private func isReason(_ index: Int) -> Bool {
        tokens[max(sentence.lowerBound, index - 4)..<index].contains {
            Self.reasons.contains($0.text)
        }
    }
}

/// Tells statements of fact about the whole country from wishes, conditions, other rankings and other senses of "plats".
struct ClaimGate {
    let clauses: Clauses
    /// Whether the text before speaks of a ranking.
    let hasContext: Bool
    /// Whether figures beside names may count visitors, days or the like.
    var countsOthers = false
    var tokens: [Token] { clauses.tokens }
    var sentence: Range<Int> { clauses.sentence }

    /// Those of `statements` that hold.
    func passed(_ statements: [Statement]) -> [Statement] {
        guard !isQuestion, !isOtherDomain, !isOfOtherThings, !isConditional else { return [] }
        let partial = statements.filter { isPartial($0) }.map {
            clauses.smallPart(around: $0.tokens)
        }
        let signs = hasSign
        let measures = countsOthers || tokens[sentence].contains { $0.isOne(of: .measure) }
        let labelled = statements.filter { isLabelled($0) }.map(\.tokens)
        return statements.filter { statement in
            (labelled.count < 2 || !labelled.contains(statement.tokens))
                && !isOtherLevel(statement)
                && isBacked(statement, hasSign: signs, among: statements) && !isWished(statement)
                && !isNegated(statement) && !isElsewhere(statement)
                && !(measures && statement.rule.isBare)
                && !(!partial.isEmpty && goesWithPartial(statement))
                && !isPartial(statement)
                && !(statement.rank ?? 0 <= 49
                    && partial.contains { $0.overlaps(statement.tokens) })
        }
    }

    // MARK: The sentence as a whole

    /// "Kan Kristinehamn nå plats 88?"; but not "Visste du att …?"
    private var isQuestion: Bool {
        guard let last = tokens[sentence].last, last.isMark("?") else { return false }
        return !["visste", "did"].contains(tokens[sentence.lowerBound].text)
    }

    /// Football tables and places in a preschool, unless the sentence speaks of the business climate.
    private var isOtherDomain: Bool {
        if tokens[sentence].contains(where: { $0.isOne(of: .country) }) { return true }
        if countsMost { return true }
        return tokens[sentence].contains { $0.isOne(of: .otherDomain) }
            && !tokens[sentence].contains {
                $0.isOne(of: .climate) || $0.text.hasPrefix("skolkommun")
            }
    }

    /// "flest företag per invånare", "Sveriges rikaste kommuner": an order by figures, unless places are counted.
    private var countsMost: Bool {
        sentence.dropLast().contains { index in
            if tokens[index].isOne(of: .nations), index + 2 < sentence.upperBound {
                let word = tokens[index + 1].text
                return word.hasSuffix("aste") && tokens[index + 2].text.hasPrefix("kommun")
                    && !word.hasPrefix("företag") && !word.hasPrefix("näring")
            }
            return tokens[index].text == "flest"
                && !tokens[(index + 1)..<min(index + 3, sentence.upperBound)].contains {
                    $0.isOne(of: [.placeUnit, .placeNoun])
                }
        }
    }

    /// "listan över mäktiga", "bland landets spahotell": other things than municipalities are ranked.
    private var isOfOtherThings: Bool {
        let ours: WordClasses = [.climate, .rankingCue]
        func speaksOfUs(after index: Int, _ count: Int) -> Bool {
            tokens[(index + 1)..<min(index + 1 + count, sentence.upperBound)].contains {
                $0.isOne(of: ours) || $0.cardinal != nil || $0.text.hasPrefix("kommun")
                    || $0.text.hasPrefix("municipal") || $0.text.hasPrefix("business")
                    || $0.text.hasPrefix("näring") || $0.text.hasPrefix("företag")
            }
        }
        return sentence.dropLast().contains { index in
            let next = tokens[index + 1]
            if tokens[index].isOne(of: .listNoun), ["över", "av", "of"].contains(next.text) {
                return !speaksOfUs(after: index + 1, 5)
                    && !tokens[min(index + 2, sentence.upperBound - 1)].isOne(of: .name)
                    && !KnownRanking.told(tokens, in: sentence).contains {
                        $0.ranking != .businessClimate && $0.ranking != .foreign
                    }
            }
            return Self.among.contains(tokens[index].text) && next.isOne(of: .nations)
                && !speaksOfUs(after: index + 1, 3)
        }
    }

    /// "Om kommunen klättrar 14 placeringar …"
    private var isConditional: Bool {
        tokens[sentence].indices.contains { index in
            if tokens[index].text == "kommun", index > sentence.lowerBound,
                tokens[index - 1].text == "en", index + 1 < sentence.upperBound
            {
                let opens =
                    index - 1 == sentence.lowerBound || tokens[index - 2].isMark(":")
                return tokens[index + 1].text == "som" && opens
            }
            guard tokens[index].isOne(of: .condition), index + 1 < sentence.upperBound else {
                return false
            }
            let starts = index == sentence.lowerBound || tokens[index - 1].isMark(",")
            return starts && tokens[index + 1].isOne(of: [.name, .anaphor])
        }
    }

    /// Whether the sentence or the text before it tells of a ranking, or the sentence of movement or all 290.
    private var hasSign: Bool {
        hasContext
            || tokens[sentence].contains {
                $0.isOne(of: [.rankingCue, .climb, .fall, .upward, .downward, .riseNoun, .fallNoun])
                    || $0.cardinal == 290
            } || YearFinder.years(tokens, in: sentence).contains { $0.reference.isPast }
    }

    private var hasCue: Bool {
        hasContext || tokens[sentence].contains { $0.isOne(of: .rankingCue) || $0.cardinal == 290 }
    }

    // MARK: One statement

    /// Whether its rule's demand is met. "plats 88" with a verb of ranks is enough for a place that no race has.
    private func isBacked(
        _ statement: Statement, hasSign: Bool, among all: [Statement]
    ) -> Bool {
        switch statement.rule.demand {
        case .nothing: true
        case .sign: hasCue || (hasSign && !isSmall(statement)) || isPlainRank(statement)
        case .cue: hasCue || (hasSign && statement.isPast) || isBackedUp(statement, by: all)
        }
    }

    /// Whether a change beside it, or the places of others ("Solna är etta, Sollentuna tvåa"), show that a ranking is meant.
    private func isBackedUp(_ statement: Statement, by all: [Statement]) -> Bool {
        let others = all.filter { $0.tokens != statement.tokens }
        let names = tokens[sentence].count { $0.isOne(of: .name) }
        return others.contains { $0.change != nil || $0.captures.previous != nil }
            || names > 1 && !statement.rule.isBare && others.contains { $0.rank != nil }
    }

    /// The first three places are spoken of in too many other ways.
    private func isSmall(_ statement: Statement) -> Bool {
        (statement.rank ?? 290) <= 3 && statement.captures.previous == nil
    }

    private func isPlainRank(_ statement: Statement) -> Bool {
        guard (statement.rank ?? 0) > 20 else { return false }
        return tokens[clauses.smallPart(around: statement.tokens)].contains {
            $0.isOne(of: .rankVerb)
        }
    }

    /// "I fjol låg kommunen 12 platser högre upp": how it stood then, and no way up.
    private func isOtherLevel(_ statement: Statement) -> Bool {
        guard statement.rank == nil, statement.change != nil,
            !tokens[statement.tokens].contains(where: {
                $0.isOne(of: [.climb, .fall, .riseNoun, .fallNoun])
            })
        else { return false }
        let part = clauses.smallPart(around: statement.tokens)
        return tokens[part].contains { ["låg", "var", "was", "were"].contains($0.text) }
            && part.contains { YearFinder.pastYear(tokens, at: $0, in: part) != nil }
            && !tokens[statement.tokens.upperBound..<part.upperBound].contains {
                ["än", "than"].contains($0.text)
            }
    }

    /// Goals, hopes and what may be: "målet är plats 50", "siktar på", "ska klättra", "plats 50 är målet".
    private func isWished(_ statement: Statement) -> Bool {
        let part = presentPart(around: statement.tokens)
        if tokens[part.lowerBound..<statement.tokens.upperBound].contains(where: {
            $0.isOne(of: .wish)
        }) {
            return true
        }
        let after = tokens[statement.tokens.upperBound..<part.upperBound].prefix(4)
        // ", hoppas näringslivschefen".
        if after.first?.isMark(",") ?? false, after.dropFirst().first?.isOne(of: .wish) ?? false {
            return true
        }
        if after.first.map({ $0.isOne(of: .rankVerb) }) ?? false,
            after.contains(where: { $0.isOne(of: .wish) })
        {
            return true
        }
        let before = tokens[part.lowerBound..<statement.tokens.lowerBound]
        // "ska leda till att kommunen når plats 60".
        if let modal = before.firstIndex(where: { $0.isOne(of: .modal) }),
            before[modal...].indices.dropLast().contains(where: {
                before[$0].isOne(of: .to) && before[$0 + 1].text == "att"
            })
        {
            return true
        }
        return isPlanned(statement.tokens, in: part)
            || isAhead(tokens[statement.tokens.upperBound..<part.upperBound])
    }

    /// The part of the sentence that the statement stands in; "…, i dag ligger vi på plats 131" begins one.
    private func presentPart(around span: Range<Int>) -> Range<Int> {
        let part = clauses.statementPart(around: span)
        let start = tokens[part.lowerBound..<span.lowerBound].indices.dropLast().last { index in
            guard tokens[index].isMark(",") || tokens[index].isMark("–") else { return false }
            let next = tokens[index + 1].text
            return ["nu", "idag", "now", "today", "currently"].contains(next)
                || ["i", "just"].contains(next) && index + 2 < span.lowerBound
                    && ["dag", "dagsläget", "nuläget", "nu"].contains(tokens[index + 2].text)
        }
        return (start ?? part.lowerBound)..<part.upperBound
    }

    /// "plats 150 till 2027", "plats 30 nästa år", "plats 30 vid mandatperiodens slut".
    private func isAhead(_ rest: ArraySlice<Token>) -> Bool {
        rest.prefix(4).indices.contains { index in
            let next = index + 1 < rest.endIndex ? rest[index + 1] : nil
            switch rest[index].text {
            case "senast", "till", "by", "före", "before":
                return next.map { YearFinder.isYear($0) } ?? false
            case "nästa", "next": return ["år", "year"].contains(next?.text)
            default: return false
            }
        }
    }

    /// A modal and an infinitive at most two words after it: "ska kommunen nå plats 50".
    private func isPlanned(_ span: Range<Int>, in part: Range<Int>) -> Bool {
        let near = max(part.lowerBound, span.lowerBound - 6)..<span.upperBound
        return near.contains { index in
            let isPlan = tokens[index].isOne(of: [.infinitive, .upward, .downward])
            return isPlan
                && tokens[max(part.lowerBound, index - 3)..<index].contains {
                    $0.isOne(of: .modal)
                }
        }
    }

    /// "hamnar inte på plats 88"; but "inte bara".
    private func isNegated(_ statement: Statement) -> Bool {
        if isDenied(statement) { return true }
        if StatementFinder.isAtMost(tokens, before: statement.tokens.lowerBound, in: sentence) {
            return false
        }
        let start = max(sentence.lowerBound, statement.tokens.lowerBound - 3)
        return (start..<statement.tokens.upperBound).contains { index in
            tokens[index].isOne(of: .negation)
                && !(index + 1 < sentence.upperBound
                    && ["bara", "only", "just", "mindre", "minst", "least"].contains(
                        tokens[index + 1].text))
        }
    }

    /// "Det är inte rimligt att Hofors hamnar på plats 290".
    private func isDenied(_ statement: Statement) -> Bool {
        let before = tokens[sentence.lowerBound..<statement.tokens.lowerBound]
        return before.indices.contains { index in
            before[index].isOne(of: .negation)
                && before[index...].prefix(4).contains { $0.text == "att" || $0.text == "that" }
        }
    }

    /// "på plats 3 i Kil", "mellan plats 1 och plats 290", "nummer 4 av tidningen".
    private func isElsewhere(_ statement: Statement) -> Bool {
        let span = statement.tokens
        // "1 Solna 2 Sollentuna", "(1) Solna (2) Sollentuna": whose number is it?
        if statement.rule.isBare, tokens[span.lowerBound].isOne(of: .name),
            span.lowerBound > sentence.lowerBound
        {
            let before = tokens[span.lowerBound - 1]
            if before.kind == .number || before.isMark(")") { return true }
        }
        // "1) Solna 2) Sollentuna".
        if statement.rule.isBare, isNumberOfItem(after: span) { return true }
        if isNumberOfThing(span) || isNumberOfRanking(span) { return true }
        if isWithinRange(span) || statement.rule.isBare && isSeries(span) { return true }
        if statement.rule.meaning == .first || statement.rule.meaning == .last,
            ["bäst", "sämst"].contains(tokens[span.lowerBound].text)
        {
            let next = span.upperBound < sentence.upperBound ? tokens[span.upperBound].text : ""
            let before =
                span.lowerBound > sentence.lowerBound ? tokens[span.lowerBound - 1].text : ""
            if before == "näst" || ["på", "för", "vad"].contains(next) { return true }
        }
        guard statement.rank != nil, span.upperBound + 1 < sentence.upperBound else { return false }
        // "Plats 1 får den kommun där …".
        let rest = tokens[span.upperBound..<sentence.upperBound].prefix(5)
        if rest.indices.dropLast().contains(where: {
            ["den", "de"].contains(rest[$0].text)
                && ["kommun", "kommuner"].contains(rest[$0 + 1].text)
        }) {
            return true
        }
        let (word, next) = (tokens[span.upperBound], tokens[span.upperBound + 1])
        if ["i", "in"].contains(word.text) {
            if next.isOne(of: .name) { return true }
            // "nummer ett i det mesta".
            if statement.rule.meaning == .first, ["det", "allt", "sin"].contains(next.text) {
                return true
            }
            let isKnown = tokens[(span.upperBound + 1)..<sentence.upperBound].prefix(5).contains {
                ["svenskt", "skr", "sn"].contains($0.text) || YearFinder.isYear($0)
                    || $0.isOne(of: [.listNoun, .rankingCue, .climate, .nation, .nations])
            }
            return next.kind == .word && next.classes.isEmpty && !isKnown
        }
        return tokens[span.lowerBound].isOne(of: .numberSign) && ["av", "of"].contains(word.text)
            && next.cardinal == nil && next.classes.isEmpty && !next.text.hasPrefix("kommun")
    }

    /// "Text nummer 4", "Nyhetsbrev nr 3": a thing has the number.
    private func isNumberOfThing(_ span: Range<Int>) -> Bool {
        guard tokens[span.lowerBound].isOne(of: .numberSign), span.lowerBound > sentence.lowerBound
        else { return false }
        let thing = tokens[span.lowerBound - 1]
        return thing.kind == .word && thing.classes.isEmpty
            && (span.lowerBound - 1 == sentence.lowerBound
                || !["r", "de", "te"].contains { thing.text.hasSuffix($0) })
    }

    /// "Företagsrankingen 6": the sixth of them, where nothing else tells a place.
    private func isNumberOfRanking(_ span: Range<Int>) -> Bool {
        let noun = tokens[span.lowerBound]
        let signs: WordClasses = [
            .climb, .fall, .upward, .downward, .riseNoun, .fallNoun, .plus, .minus, .placeNoun,
            .placeUnit,
        ]
        return span.lowerBound == sentence.lowerBound && span.count == 2
            && noun.isOne(of: .listNoun)
            && noun.text.hasSuffix("en") && !tokens[sentence].contains { $0.isOne(of: signs) }
    }

    /// Whether a bracket closes after `span` that none has opened.
    private func isNumberOfItem(after span: Range<Int>) -> Bool {
        guard span.upperBound < sentence.upperBound, tokens[span.upperBound].isMark(")") else {
            return false
        }
        let bracket = tokens[sentence.lowerBound..<span.upperBound].last {
            $0.isMark("(") || $0.isMark(")")
        }
        return !(bracket?.isMark("(") ?? false)
    }

    /// "Säter: 160, 144, 130" tells of years that it doesn't name.
    private func isSeries(_ span: Range<Int>) -> Bool {
        let rest = tokens[span.upperBound..<sentence.upperBound].prefix(3)
        guard rest.count >= 2, rest.first?.isMark(",") ?? false,
            rest.dropFirst().first?.kind == .number
        else { return false }
        return !(rest.dropFirst(2).first?.isOne(of: [.placeUnit, .upward, .downward]) ?? false)
    }

    /// "mellan plats 90 och plats 150", "som bäst varit på plats 90".
    private func isWithinRange(_ span: Range<Int>) -> Bool {
        let before = tokens[max(sentence.lowerBound, span.lowerBound - 5)..<span.lowerBound]
        guard let last = before.last else { return false }
        // "jublade över plats 19".
        if last.text == "över" { return true }
        let between = before.contains { ["mellan", "between"].contains($0.text) }
        if between, last.isOne(of: .and) || ["mellan", "between"].contains(last.text) {
            return true
        }
        return before.indices.dropLast().contains {
            tokens[$0].text == "som"
                && ["bäst", "sämst", "högst", "lägst"].contains(tokens[$0 + 1].text)
        }
    }
}

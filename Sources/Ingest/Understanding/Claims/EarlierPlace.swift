import ClimateModel

/// Reads a sentence that tells the place of the year before and goes on from one that told the place of now.
extension ClaimAssembly {
    /// "Det är en förbättring från plats 181", after "Kristinehamn hamnar på plats 150"; nil where the sentence tells a year,
    /// a time of several years or a way that doesn't lead to the place of now, and where words follow, which may tell when
    /// it was: "från plats 210 när det var som sämst".
    func earlier(
        _ members: [Statement], _ subject: SubjectFinder.Subject, _ ranking: KnownRanking?
    ) -> Fact? {
        guard members.count == 1, members[0].rule.meaning == .from, goesOn, ends(members[0]),
            let previous = members[0].captures.previous, members[0].captures.yearsAgo == nil,
            members[0].captures.previousYear == nil, !tellsYears,
            let last = surroundings.last, subject.codes == [last.municipality],
            let ranking = ranking ?? surroundings.ranking, ranking.title == last.ranking,
            let year = last.year, YearFinder.years.contains(year - 1), let rank = last.rank,
            last.change ?? (previous - rank) == previous - rank,
            (previous - rank).signum() == direction(before: members[0].tokens)
        else { return nil }
        return Fact(
            subject: subject, ranking: ranking, rankingIsTold: false, year: year - 1,
            rank: previous, change: nil)
    }

    /// Whether the sentence begins with a word for what the one before told.
    private var goesOn: Bool {
        let first = clauses.tokens[clauses.sentence.lowerBound]
        return ["det", "detta", "en", "ett", "that", "this", "it", "an", "a"].contains(first.text)
            || first.isOne(of: [.upward, .downward, .riseNoun, .fallNoun])
    }

    private func ends(_ statement: Statement) -> Bool {
        clauses.tokens[statement.tokens.upperBound..<clauses.sentence.upperBound]
            .allSatisfy { $0.kind == .mark }
    }

    private var tellsYears: Bool {
        let (tokens, sentence) = (clauses.tokens, clauses.sentence)
        return sentence.contains {
            YearFinder.isYear(tokens[$0])
                || YearFinder.pastYear(tokens, at: $0, in: sentence) != nil
        } || YearFinder.spansYears(tokens, in: sentence, until: surroundings.itemYear)
    }

    /// 1 up, -1 down; nil where nothing before `span` tells a way, or both are told.
    private func direction(before span: Range<Int>) -> Int? {
        let words = clauses.tokens[clauses.sentence.lowerBound..<span.upperBound]
        let isUp = words.contains { $0.isOne(of: [.climb, .upward, .riseNoun]) }
        let isDown = words.contains { $0.isOne(of: [.fall, .downward, .fallNoun]) }
        return isUp == isDown ? nil : isUp ? 1 : -1
    }
}

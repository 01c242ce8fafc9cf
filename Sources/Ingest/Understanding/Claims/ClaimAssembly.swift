import ClimateModel

/// Puts the statements of a sentence together: rank, change and the year before, for each municipality and ranking.
struct ClaimAssembly {
    /// A claim without its place in the text.
    struct Fact: Hashable {
        var subject: SubjectFinder.Subject
        var ranking: KnownRanking
        var rankingIsTold: Bool
        var year: Int?
        var rank: Int?
        var change: Int?
        var isDerived = false
        var contradicts = false
    }

    let clauses: Clauses
    /// The ranking and year that the text around is about.
    let surroundings: Surroundings
    /// The subject of each statement.
    let subjects: [SubjectFinder.Subject?]

    /// What is known before a sentence is read.
    struct Surroundings {
        var ranking: KnownRanking?
        /// The year of the ranking, where the text has told it.
        var year: Int?
        /// The year of the item.
        var itemYear: Int?
        /// What the sentence before claims.
        var last: RankingClaim?
    }

    /// The facts that statements tell, in their order.
    func facts(of statements: [Statement]) -> [Fact] {
        let dated = dated(statements)
        let told = KnownRanking.told(clauses.tokens, in: clauses.sentence)
        var groups:
            [(subject: SubjectFinder.Subject, ranking: KnownRanking?, members: [Statement])] = []
        for (statement, subject) in zip(dated, subjects) {
            guard let subject, !subject.codes.isEmpty else { continue }
            let ranking = ranking(of: statement, told)
            if ranking ?? surroundings.ranking == .foreign { continue }
            if let index = groups.firstIndex(where: {
                $0.subject.codes == subject.codes && $0.ranking == ranking
            }) {
                groups[index].members.append(statement)
                groups[index].subject.isNamed = groups[index].subject.isNamed || subject.isNamed
            } else {
                groups.append((subject, ranking, [statement]))
            }
        }
        return groups.flatMap { group in
            if let earlier = earlier(group.members, group.subject, group.ranking) {
                return [earlier]
            }
            return together(group.members).map { fact in
                Fact(
                    subject: group.subject,
                    ranking: group.ranking ?? surroundings.ranking ?? .businessClimate,
                    rankingIsTold: group.ranking != nil, year: fact.year, rank: fact.rank,
                    change: fact.change, isDerived: fact.isDerived,
                    contradicts: fact.contradicts)
            }
        }
    }

    // MARK: Years and rankings

    /// Each year of the sentence given to the statement nearest to it.
    private func dated(_ statements: [Statement]) -> [Statement] {
        var result = statements
        for year in YearFinder.years(clauses.tokens, in: clauses.sentence) {
            if let inside = result.firstIndex(where: { $0.tokens.overlaps(year.tokens) }) {
                if result[inside].rank == nil, result[inside].captures.previous == nil,
                    result[inside].rule.meaning != .unchanged
                {
                    result[inside].year = year.reference
                }
                continue
            }
            let nearest = result.indices.min {
                clauses.distance(result[$0].tokens, year.tokens)
                    < clauses.distance(result[$1].tokens, year.tokens)
            }
            guard let nearest, result[nearest].year == nil,
                !year.reference.isPast
                    || clauses.statementPart(around: year.tokens).overlaps(result[nearest].tokens),
                result[nearest].rule.meaning != .lastYear
            else { continue }
            result[nearest].year = year.reference
        }
        return result
    }

    /// The ranking told nearest to the statement. "företagsklimat" may go with another ranking's name (SKR's Insikt measures
    /// it too), which then counts.
    private func ranking(
        of statement: Statement, _ told: [(ranking: KnownRanking, token: Int)]
    ) -> KnownRanking? {
        let special = told.filter {
            $0.ranking != .businessClimate || clauses.tokens[$0.token].text == "svenskt"
        }
        return (special.isEmpty ? told : special).min {
            clauses.distance(statement.tokens, $0.token..<($0.token + 1))
                < clauses.distance(statement.tokens, $1.token..<($1.token + 1))
        }?.ranking
    }

    // MARK: Facts of one municipality in one ranking

    private struct Draft {
        var statement: Range<Int>
        var year: YearReference?
        var rank: Int?
        var change: Int?
        var previous: Int?
        var previousYear: Int?
        var isPast = false
        /// Whether the change is one over several years.
        var isLong = false
        var isDerived = false
        var contradicts = false
    }

    private func together(_ members: [Statement]) -> [Fact] {
        let members = withoutOutdated(members)
        var drafts = members.filter { $0.rank != nil }.map(draft)
        for statement in members where statement.rank == nil { add(statement, to: &drafts) }
        let formerly = members.contains { isFormer($0) }
        let mainYear = mainYear(of: drafts)
        linkYears(&drafts, mainYear)
        let facts = drafts.flatMap { self.facts(of: $0, mainYear) }
        // Two ranks in one year, or one of an unnamed earlier year, can't be told apart.
        let ranks = Dictionary(grouping: facts.filter { $0.rank != nil }) { $0.year }
        let clear = facts.filter { Set((ranks[$0.year] ?? []).map(\.rank)).count <= 1 }
        return formerly ? clear.filter { $0.year != nil && $0.year != mainYear } : clear
    }

    /// "Vi låg på plats 77 men är nu på plats 103": a place in the past tense beside one of now is one of some year.
    private func withoutOutdated(_ members: [Statement]) -> [Statement] {
        let members = withoutParts(members)
        guard members.contains(where: { $0.rank != nil && isNow($0) }) else { return members }
        return members.filter { statement in
            let part = clauses.tokens[clauses.smallPart(around: statement.tokens)]
            return statement.rank == nil || statement.year != nil || statement.isPast
                || isNow(statement)
                || !part.contains { ["låg", "var", "hade", "was"].contains($0.text) }
        }
    }

    /// "Nummer 60 i enkäten, men sammantaget plats 81": beside a place in all, others are in a part.
    private func withoutParts(_ members: [Statement]) -> [Statement] {
        func isTotal(_ statement: Statement) -> Bool {
            clauses.tokens[clauses.smallPart(around: statement.tokens)].contains {
                ["sammantaget", "sammanlagt", "totalt", "overall"].contains($0.text)
            }
        }
        let ranked = members.filter { $0.rank != nil && $0.year == nil }
        guard ranked.count == 2, ranked.contains(where: isTotal) else { return members }
        return members.filter { $0.rank == nil || $0.year != nil || isTotal($0) }
    }

    private func draft(_ statement: Statement) -> Draft {
        var draft = Draft(statement: statement.tokens)
        draft.rank = statement.rank
        draft.change = statement.change
        draft.previous = statement.captures.previous
        draft.previousYear = statement.captures.previousYear
        draft.year = statement.captures.rankYear.map { .year($0) } ?? statement.year
        draft.isPast = statement.isPast
        draft.isLong = isLong(statement)
        if case .lastYear = statement.rule.meaning, draft.year == nil {
            draft.year = .fromMain(-(statement.captures.yearsAgo ?? 1))
        }
        return draft
    }

    /// A change or an earlier rank goes to the nearest rank that has none.
    private func add(_ statement: Statement, to drafts: inout [Draft]) {
        let isFrom = statement.rule.meaning == .from
        let goesWithPast = !drafts.contains { !$0.isPast && $0.rank != nil } && !isNow(statement)
        let free = drafts.indices.filter {
            (isFrom
                ? drafts[$0].previous == nil && !isEarlier(drafts[$0].year)
                : drafts[$0].change == nil
                    && (!isEarlier(drafts[$0].year)
                        || clauses.statementPart(around: statement.tokens)
                            .overlaps(drafts[$0].statement)))
                && (!drafts[$0].isPast || drafts[$0].rank == nil || goesWithPast)
                && mayShareYear(drafts[$0], statement)
                && !leadsUp(statement, to: drafts[$0])
        }
        let nearest = free.min {
            clauses.distance(drafts[$0].statement, statement.tokens)
                < clauses.distance(drafts[$1].statement, statement.tokens)
        }
        guard let nearest else {
            if statement.rule.meaning != .unchanged { drafts.append(draft(statement)) }
            return
        }
        drafts[nearest].year = drafts[nearest].year ?? statement.year
        if isFrom {
            drafts[nearest].previous = statement.captures.previous
            drafts[nearest].previousYear = statement.captures.previousYear
        } else {
            drafts[nearest].change = statement.change
        }
        drafts[nearest].isLong = drafts[nearest].isLong || isLong(statement)
    }

    /// "En förbättring med 31 placeringar; förra året låg vi på plats 181": a change told before the earlier year of a place
    /// is of the year after it.
    private func leadsUp(_ statement: Statement, to draft: Draft) -> Bool {
        guard draft.isPast || isEarlier(draft.year), statement.change != nil,
            statement.tokens.upperBound <= draft.statement.lowerBound
        else { return false }
        let first = clauses.tokens[draft.statement.lowerBound].text
        if ["mot", "jämfört", "compared"].contains(first) { return true }
        return YearFinder.years(clauses.tokens, in: clauses.sentence).contains {
            $0.tokens.lowerBound >= statement.tokens.upperBound
                && $0.tokens.lowerBound <= draft.statement.lowerBound
        }
    }

    /// A year of its own before the item's: "171st last year and 240th in 2018" tells the year before of neither.
    private func isEarlier(_ year: YearReference?) -> Bool {
        guard case .year(let told)? = year, let item = surroundings.itemYear else { return false }
        return told < item
    }

    /// "på fyra år", "de senaste tre åren", "sedan 2014": a change over several years is none of a year.
    private func isLong(_ statement: Statement) -> Bool {
        guard statement.change != nil || statement.captures.previous != nil else { return false }
        if statement.captures.previous != nil, statement.captures.yearsAgo ?? 1 > 1 { return true }
        let near = clauses.smallPart(around: statement.tokens)
        if near.contains(where: {
            YearFinder.pastYear(clauses.tokens, at: $0, in: near)?.reference.yearsBack == 1
        }) {
            return YearFinder.spansYears(clauses.tokens, in: near, until: surroundings.itemYear)
        }
        let part = clauses.statementPart(around: statement.tokens)
        return YearFinder.spansYears(clauses.tokens, in: part, until: surroundings.itemYear)
    }

    /// "förra året" of a change is not the year of a rank without one: "som tappade 40 placeringar förra året, är på plats
    /// 133".
    private func mayShareYear(_ draft: Draft, _ statement: Statement) -> Bool {
        guard let year = statement.year, draft.year != year else { return true }
        if case .year(let told) = year, let item = surroundings.itemYear, told < item {
            return draft.year == nil
                && clauses.statementPart(around: draft.statement).overlaps(statement.tokens)
        }
        if draft.year == nil, year.isPast, goesOn(draft, statement) { return true }
        return draft.year == nil && !year.isPast
    }

    /// "Förra året klättrade kommunen 29 placeringar till plats 181": the words go from the change to the place.
    private func goesOn(_ draft: Draft, _ statement: Statement) -> Bool {
        let first = draft.statement.lowerBound
        return statement.tokens.upperBound <= first
            && clauses.tokens[max(clauses.sentence.lowerBound, first - 1)...first]
                .contains { $0.isOne(of: .to) }
            && clauses.smallPart(around: statement.tokens).overlaps(draft.statement)
    }

    /// "I fjol låg vi på plats 181, nu klättrar vi 31 placeringar".
    private func isNow(_ statement: Statement) -> Bool {
        statement.year == .fromItem(0)
            || clauses.tokens[clauses.smallPart(around: statement.tokens)].contains {
                $0.text == "nu" || $0.text == "now"
            }
    }

    /// "Tidigare låg vi på plats 102": in some year.
    private func isFormer(_ statement: Statement) -> Bool {
        statement.year == nil && statement.captures.rankYear == nil
            && statement.captures.previous == nil
            && clauses.tokens[clauses.smallPart(around: statement.tokens)].contains {
                $0.isOne(of: .formerly)
            }
    }

    /// The year that the sentence is about: that of a rank that is none of an earlier year.
    private func mainYear(of drafts: [Draft]) -> Int? {
        let item = surroundings.year ?? surroundings.itemYear
        let told = drafts.compactMap { draft -> Int? in
            switch draft.year {
            case .year(let year): return year
            case .fromItem(let offset): return surroundings.itemYear.map { $0 + offset }
            case .fromMain, nil: return nil
            }
        }
        let hasCurrent = drafts.contains { draft in
            switch draft.year {
            case nil, .fromItem(0): !draft.isPast
            default: false
            }
        }
        return hasCurrent ? item : told.max() ?? item
    }

    /// The rank of the year before gives the change.
    private func linkYears(_ drafts: inout [Draft], _ mainYear: Int?) {
        for index in drafts.indices
        where drafts[index].previous == nil && !drafts[index].isPast && drafts[index].rank != nil {
            guard let year = year(of: drafts[index], mainYear) else {
                // Without any year "förra året" is still the year before this one.
                guard drafts.count == 2, let past = drafts.first(where: { $0.isPast }) else {
                    continue
                }
                drafts[index].previous = past.rank
                continue
            }
            drafts[index].previous =
                drafts.first { self.year(of: $0, mainYear) == year - 1 && $0.rank != nil }?.rank
        }
    }

    private func year(of draft: Draft, _ mainYear: Int?) -> Int? {
        guard let reference = draft.year else { return mainYear }
        return reference.resolved(item: surroundings.itemYear, main: mainYear)
    }

    /// The draft as a fact, and the earlier rank as one of its own where its year is told.
    private func facts(of draft: Draft, _ mainYear: Int?) -> [Fact] {
        var draft = draft
        let year = year(of: draft, mainYear)
        // Two years apart is no change from one year to the next.
        let isFar =
            draft.isLong
            || draft.previousYear.map { previous in year.map { previous != $0 - 1 } ?? false }
                ?? false
        if draft.isLong { draft.change = nil }
        settle(&draft, isFar: isFar)
        if draft.rank == nil, draft.change == nil, let previous = draft.previous, let year,
            let back = draft.statement.lazy.compactMap({
                YearFinder.pastYear(clauses.tokens, at: $0, in: draft.statement)?.reference
                    .yearsBack
            }).first
        {
            guard YearFinder.years.contains(year - back) else { return [] }
            return [fact(year - back, previous, nil, draft)]
        }
        guard draft.rank != nil || draft.change != nil else { return [] }
        if draft.isPast, year == nil { return [] }
        // What is to come is no fact, and there were no rankings long ago.
        if let year, let item = surroundings.itemYear, year > item { return [] }
        if let year, !YearFinder.years.contains(year) { return [] }
        var facts = [fact(year, draft.rank, draft.change, draft)]
        if let previous = draft.previous, let previousYear = draft.previousYear {
            facts.append(fact(previousYear, previous, nil, draft))
        }
        return facts
    }

    private func fact(_ year: Int?, _ rank: Int?, _ change: Int?, _ draft: Draft) -> Fact {
        Fact(
            subject: SubjectFinder.Subject(codes: [], isNamed: true), ranking: .businessClimate,
            rankingIsTold: true, year: year, rank: rank, change: change,
            isDerived: draft.isDerived, contradicts: draft.contradicts)
    }

    /// Works out what two of rank, change and earlier rank leave open, and tells where all three disagree.
    private func settle(_ draft: inout Draft, isFar: Bool) {
        switch (draft.rank, draft.change, draft.previous) {
        case (let rank?, nil, let previous?):
            if !isFar { draft.change = previous - rank }
        case (let rank?, let change?, let previous?):
            draft.contradicts = !isFar && previous - rank != change
        case (nil, let change?, let previous?) where RankNames.ranks.contains(previous - change):
            draft.rank = previous - change
            draft.isDerived = true
        default: break
        }
        if let rank = draft.rank, let change = draft.change,
            !RankNames.ranks.contains(rank + change)
        {
            draft.contradicts = true
            draft.change = nil
        }
    }
}

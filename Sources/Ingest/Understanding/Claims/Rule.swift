/// A pattern of words that tells a rank or a change, and how it is to be read.
struct Rule: Sendable {
    /// How much of its surroundings a rule needs to be believed.
    enum Demand: Sendable {
        /// A name or "kommunen" is enough: "klättrar 14 placeringar".
        case nothing
        /// Movement or another sign of a ranking in the sentence, or in the text before it: "plats 88".
        case sign
        /// A word for the ranking in the sentence, or in the text before it: "tvåa", "nummer tre".
        case cue
    }

    enum Meaning: Hashable, Sendable {
        /// `rank`, and `previous` where the pattern has it.
        case rank
        /// `previous` alone: the rank it came from.
        case from
        /// `rank` in the year before.
        case lastYear
        /// `count` steps in `direction`.
        case change
        /// `count` steps in the direction that the words before tell.
        case steps
        /// `count` steps in `direction`, to `rank`.
        case changeAndRank
        /// `rank`, and it was the same the year before.
        case kept
        /// Rank 1.
        case first
        /// Rank 2.
        case second
        /// Rank 1, of the first name in a list of `count` names in order.
        case firstOfList
        /// The last rank of all.
        case last
        /// The last rank but one.
        case lastButOne
        /// A rank told elsewhere, the same as the year before.
        case unchanged
    }

    /// A few words that it matches, from their first to their last.
    var example: String
    var demand: Demand
    var meaning: Meaning
    /// Whether a noun after it makes it mean something else: "plats 88 besökare".
    var minds = false
    /// Whether the figure stands without a noun: where the sentence speaks of scores or answers, it counts those.
    var isBare = false
    var pattern: [Element]
}

extension Rule {
    /// All rules; where several match at a place, the first is taken.
    static let all: [Rule] = FromToRules.all + ChangeRules.all + EdgeRules.all + RankRules.all

    /// Words with which a rule's match may begin, as classes: a quick way past all others.
    static let triggers: WordClasses = [
        .placeNoun, .placeUnit, .numberSign, .rankName, .climb, .fall, .upward, .downward,
        .riseNoun, .fallNoun, .keep, .ranked, .tops, .nations, .best, .from, .edge, .plus,
        .rankingCue,
    ]
}

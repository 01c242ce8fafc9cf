/// Rules for a number of steps up or down.
enum ChangeRules {
    static let all: [Rule] = verbs + particles + nouns + signs + steps

    private static let movers: WordClasses = [.climb, .fall]
    private static let ways: WordClasses = [.upward, .downward]

    private static let verbs: [Rule] = [
        Rule(
            example: "klättrar i år hela 14 placeringar", demand: .sign, meaning: .change,
            pattern: [
                .direction(movers), .upTo(4, [.adverb, .by, .within, .anaphor, .name]),
                .maybe([.pastYear]),
                .upTo(1, .by), .count, .upTo(1, .adjective), .word(.placeUnit),
            ]),
        Rule(
            example: "har kommunen tappat sedan 2020 tolv placeringar", demand: .sign,
            meaning: .change,
            pattern: [
                .text("har"), .gap(1), .direction(movers), .gap(2), .count, .word(.placeUnit),
            ]),
        Rule(
            example: "förbättrar sin placering med 31 platser", demand: .sign, meaning: .change,
            pattern: [
                .direction(movers), .gap(8), .word(.by), .upTo(1, .adverb), .count,
                .word(.placeUnit),
            ]),
        Rule(
            example: "klättrar 14 till plats 88", demand: .sign, meaning: .changeAndRank,
            minds: true,
            pattern: [
                .direction([.climb, .fall, .upward, .downward]), .upTo(1, .adverb), .count,
                .text("till"), RankRules.placed,
            ]),
    ]

    private static let particles: [Rule] = [
        Rule(
            example: "upp 31 placeringar", demand: .sign, meaning: .change,
            pattern: [
                .direction(ways), .upTo(2, [.adverb, .by]), .count, .upTo(1, .adjective),
                .word(.placeUnit),
            ]),
        Rule(
            example: "31 placeringar bättre", demand: .sign, meaning: .change,
            pattern: [.count, .word(.placeUnit), .direction(ways)]),
    ]

    private static let nouns: [Rule] = [
        Rule(
            example: "lyft på 31 placeringar", demand: .sign, meaning: .change,
            pattern: [
                .direction([.riseNoun, .fallNoun]), .word(.by), .upTo(1, .adverb), .count,
                .upTo(1, .adjective), .word(.placeUnit),
            ]),
        Rule(
            example: "14-place climb", demand: .sign, meaning: .change,
            pattern: [
                .count, .text("-"), .word(.placeUnit), .direction([.riseNoun, .fallNoun]),
            ]),
    ]

    private static let signs: [Rule] = [
        Rule(
            example: "plats 150 (+31)", demand: .sign, meaning: .changeAndRank,
            pattern: [
                .word(.placeNoun), .maybe([.word(.numberSign)]), .number(\.rank), .text("("),
                .direction([.plus, .minus, .upward, .downward]), .count, .text(")"),
            ]),
        Rule(
            example: "plats 150, upp 31", demand: .sign, meaning: .changeAndRank, minds: true,
            pattern: [RankRules.placed, .text(","), .direction(ways), .upTo(1, .by), .count]),
    ]

    private static let steps: [Rule] = [
        Rule(
            example: "91 placeringar", demand: .cue, meaning: .steps,
            pattern: [.count, .text("placeringar")])
    ]
}

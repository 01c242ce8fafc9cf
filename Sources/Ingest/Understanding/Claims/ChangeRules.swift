/// Rules for a number of steps up or down.
enum ChangeRules {
    static let all: [Rule] = toRank + verbs + particles + nouns + signs + steps + bare

    private static let movers: WordClasses = [.climb, .fall]
    private static let ways: WordClasses = [.upward, .downward]

    private static let toRank: [Rule] = [
        Rule(
            example: "försämras med 25 steg, till 186", demand: .sign, meaning: .changeAndRank,
            minds: true,
            pattern: [
                .direction(movers), .upTo(3, [.adverb, .by, .within, .anaphor, .name]), .count,
                .word(.placeUnit), .maybe([.text(",")]), .word(.to), .upTo(1, .adverb),
                .number(.rank),
            ]),
        Rule(
            example: "upp 25 steg till 86", demand: .sign, meaning: .changeAndRank, minds: true,
            pattern: [
                .direction(ways), .upTo(2, [.adverb, .by]), .count, .word(.placeUnit),
                .maybe([.text(",")]), .word(.to), .upTo(1, .adverb), .number(.rank),
            ]),
    ]

    private static let verbs: [Rule] = [
        Rule(
            example: "121 placeringar har kommunen stigit", demand: .sign, meaning: .change,
            pattern: [
                .count, .word(.placeUnit), .maybe([.text("har"), .gap(2)]), .direction(movers),
            ]),
        Rule(
            example: "38 tappade placeringar", demand: .sign, meaning: .change,
            pattern: [.count, .direction(movers), .word(.placeUnit)]),
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
            example: "minus 45 placeringar", demand: .cue, meaning: .change,
            pattern: [
                .either([[.text("plus"), .way(1)], [.text("minus"), .way(-1)]]), .count,
                .word(.placeUnit),
            ]),
        Rule(
            example: "flyttar fram sina positioner med 44 steg", demand: .sign,
            meaning: .change,
            pattern: [
                .either(["flyttar", "flyttade", "flyttat"].map { [.text($0)] }),
                .either([[.text("fram")], [.text("upp")]]), .way(1), .gap(3),
                .upTo(1, .by), .count, .word(.placeUnit),
            ]),
        Rule(
            example: "gick kommunen fram 9 placeringar", demand: .sign, meaning: .change,
            pattern: [
                .either(["går", "gick", "gått"].map { [.text($0)] }),
                .upTo(2, [.name, .anaphor, .adverb]), .text("fram"), .way(1), .upTo(1, .by),
                .count, .word(.placeUnit),
            ]),
        Rule(
            example: "tar kommunen tillbaka 83 placeringar", demand: .sign, meaning: .change,
            pattern: [
                .either(
                    ["tar", "tog", "tagit", "hämtar", "hämtade", "plockar"].map { [.text($0)] }),
                .upTo(2, [.name, .anaphor, .adverb]),
                .either(["tillbaka", "igen", "in"].map { [.text($0)] }),
                .upTo(1, .adverb), .way(1), .count,
                .either([[.word(.placeUnit)], [.text("av"), .text("dem")]]),
            ]),
        Rule(
            example: "tar kommunen 15 placeringar", demand: .cue, meaning: .change,
            pattern: [
                .either(["tar", "tog", "tagit"].map { [.text($0)] }),
                .upTo(2, [.name, .anaphor, .adverb]), .way(1), .count, .text("placeringar"),
            ]),
        Rule(
            example: "upp 31 placeringar", demand: .sign, meaning: .change,
            pattern: [
                .direction(ways), .upTo(2, [.adverb, .by]), .count, .upTo(1, .adjective),
                .word(.placeUnit),
            ]),
        Rule(
            example: "31 placeringar bättre", demand: .sign, meaning: .change,
            pattern: [.count, .word(.placeUnit), .maybe([.text("längre")]), .direction(ways)]),
    ]

    private static let nouns: [Rule] = [
        Rule(
            example: "lyft på 31 placeringar", demand: .sign, meaning: .change,
            pattern: [
                .direction([.riseNoun, .fallNoun]), .word(.by), .upTo(1, .adverb), .count,
                .upTo(1, .adjective), .word(.placeUnit),
            ]),
        Rule(
            example: "nedgången är 14 platser", demand: .sign, meaning: .change,
            pattern: [
                .direction([.riseNoun, .fallNoun]), .word(.rankVerb), .upTo(1, .adverb), .count,
                .word(.placeUnit),
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
                .word(.placeNoun), .maybe([.word(.numberSign)]), .number(.rank), .text("("),
                .direction([.plus, .minus, .upward, .downward]), .count, .text(")"),
            ]),
        Rule(
            example: "plats 150, upp 31", demand: .sign, meaning: .changeAndRank, minds: true,
            pattern: [RankRules.placed, .text(","), .direction(ways), .upTo(1, .by), .count]),
    ]

    /// Figures without their noun, where the ranking is told of.
    private static let bare: [Rule] = [
        Rule(
            example: "klättrar hela 14", demand: .cue, meaning: .change, minds: true,
            isBare: true,
            pattern: [.not("steg"), .direction(movers), .upTo(2, .adverb), .count]),
        Rule(
            example: "nedgång med nio", demand: .cue, meaning: .change, minds: true,
            isBare: true,
            pattern: [.direction([.riseNoun, .fallNoun]), .word(.by), .count]),
        Rule(
            example: "16 bättre än", demand: .cue, meaning: .change, minds: true,
            isBare: true,
            pattern: [
                .count, .direction(ways), .either([[.text("än")], [.text("than")]]),
            ]),
        Rule(
            example: "upp 40", demand: .cue, meaning: .change, minds: true,
            isBare: true,
            pattern: [.direction(ways), .upTo(1, .by), .count]),
        Rule(
            example: "(-52", demand: .cue, meaning: .change, minds: true,
            isBare: true,
            pattern: [
                .either([[.text("(")], [.text(":")]]), .direction([.plus, .minus]), .count,
            ]),
        Rule(
            example: "plus 71", demand: .cue, meaning: .change, minds: true,
            isBare: true,
            pattern: [
                .either([[.text("plus"), .way(1)], [.text("minus"), .way(-1)]]), .count,
            ]),
        Rule(
            example: "+71", demand: .cue, meaning: .change, minds: true,
            isBare: true,
            pattern: [.direction(.plus), .count, .maybe([.word(.placeUnit)])]),
    ]

    /// What a name and a figure tell after a change that they are listed with: "Mellerud tappar 7 och Bengtsfors 25".
    static let gapped = Rule(
        example: "Strängnäs 25", demand: .cue, meaning: .change, minds: true, isBare: true,
        pattern: [.name, .count])

    private static let steps: [Rule] = [
        Rule(
            example: "bara en placering", demand: .cue, meaning: .steps, minds: true,
            pattern: [
                .either(["bara", "endast", "blott"].map { [.text($0)] }),
                .count,
                .either(["placering", "plats", "steg"].map { [.text($0)] }),
            ]),
        Rule(
            example: "Sollentuna med 22", demand: .cue, meaning: .steps, minds: true,
            isBare: true,
            pattern: [.name, .text("med"), .count, .maybe([.word(.placeUnit)])]),
        Rule(
            example: "91 placeringar", demand: .cue, meaning: .steps,
            pattern: [
                .count,
                .either(
                    ["placeringar", "positioner", "snäpp", "hack", "pinnhål"].map { [.text($0)] }),
            ]),
    ]
}

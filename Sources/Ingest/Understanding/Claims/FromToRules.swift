/// Rules for a rank and the one before it.
enum FromToRules {
    static let all: [Rule] = both + from + lastYear

    private static let noun: Element = .maybe([.upTo(1, .adjective), .word(.placeNoun)])
    private static let sign: Element = .maybe([
        .either([[.word(.placeNoun), .maybe([.word(.numberSign)])], [.word(.numberSign)]])
    ])
    private static let number: Element = .maybe([.word(.numberSign)])

    private static let both: [Rule] = [
        Rule(
            example: "från att vara nummer 167 till att bli nummer 139", demand: .cue,
            meaning: .rank, minds: true,
            pattern: [
                .word(.from), .text("att"), .gap(3),
                .either([
                    [.word([.placeNoun, .numberSign]), number, .number(.previous)],
                    [.ordinal(.previous), noun],
                ]),
                .maybe([.either([[.pastYear], [.year(.previousYear)]])]), .maybe([.text(",")]),
                .word(.to), .maybe([.text("att"), .gap(2)]),
                .either([
                    [.word([.placeNoun, .numberSign]), number, .number(.rank)],
                    [.ordinal(.rank), noun],
                ]),
            ]),
        Rule(
            example: "från plats 45 förra året till plats 60", demand: .sign, meaning: .rank,
            minds: true,
            pattern: [
                .word(.from), .maybe([.pastYear]), .upTo(2, [.adverb, .adjective, .formerly]),
                .either([
                    [.word(.placeNoun), number, .number(.previous)],
                    [.word(.numberSign), .number(.previous)],
                    [.ordinal(.previous), .word(.placeNoun)],
                ]),
                .maybe([
                    .either([
                        [.pastYear], [.year(.previousYear)], [.gap(4), .year(.previousYear)],
                    ])
                ]),
                .maybe([.text(",")]),
                .word(.to), .upTo(2, [.adverb, .adjective]), sign,
                .either([[.number(.rank)], [.ordinal(.rank)]]), noun,
                .maybe([.year(.rankYear)]),
            ]),
        Rule(
            example: "from 28th in 2020 to 16th in 2021", demand: .sign, meaning: .rank,
            minds: true,
            pattern: [
                .word(.from), .upTo(1, .adverb), .ordinal(.previous), noun,
                .maybe([.either([[.pastYear], [.year(.previousYear)]])]),
                .word(.to), .upTo(2, [.adverb, .adjective]), sign,
                .either([[.ordinal(.rank)], [.number(.rank)]]), noun,
                .maybe([.year(.rankYear)]),
            ]),
        Rule(
            example: "från 45 till plats 60", demand: .cue, meaning: .rank, minds: true,
            isBare: true,
            pattern: [
                .maybe([.word([.upward, .downward])]), .word(.from), .number(.previous),
                .maybe([.either([[.pastYear], [.year(.previousYear)]])]),
                .word(.to), sign, .number(.rank), .maybe([.year(.rankYear)]),
            ]),
        Rule(
            example: "Sollentuna 88 (102)", demand: .cue, meaning: .rank, isBare: true,
            pattern: [
                .name, .maybe([.text(":")]), .number(.rank), .text("("),
                .maybe([.text("från")]), .number(.previous), .text(")"),
            ]),
        Rule(
            example: "plats 88 (102)", demand: .sign, meaning: .rank,
            pattern: [
                .word(.placeNoun), number, .number(.rank), .text("("),
                .maybe([.text("från")]), .number(.previous), .text(")"),
            ]),
    ]

    private static let from: [Rule] = [
        Rule(
            example: "backade till 98 från 91", demand: .cue, meaning: .rank, minds: true,
            isBare: true,
            pattern: [
                .word([.climb, .fall]), .upTo(2, .adverb), .word(.to), sign, .number(.rank),
                .word(.from), sign, .number(.previous),
            ]),
        Rule(
            example: "plats 64, från 92", demand: .cue, meaning: .rank, minds: true,

            pattern: [
                RankRules.placed, .maybe([.text(",")]), .maybe([.word([.upward, .downward])]),
                .word(.from), sign, .number(.previous),
            ]),
        Rule(
            example: "från att ha legat på plats 26", demand: .sign, meaning: .from, minds: true,
            pattern: [
                .word(.from), .text("att"), .gap(4),
                .either([
                    [.word([.placeNoun, .numberSign]), number, .number(.previous)],
                    [.ordinal(.previous), .word(.placeNoun)],
                ]),
                .maybe([.either([[.pastYear], [.year(.previousYear)]])]),
            ]),
        Rule(
            example: "från plats 102", demand: .sign, meaning: .from, minds: true,
            pattern: [
                .word(.from), .maybe([.pastYear]), .upTo(2, [.adverb, .adjective, .formerly]),
                .word(.placeNoun), number, .number(.previous),
                .maybe([.either([[.pastYear], [.year(.previousYear)]])]),
            ]),
        Rule(
            example: "från förra årets andraplats", demand: .sign, meaning: .from, minds: true,
            pattern: [
                .word(.from), .maybe([.pastYear]), .upTo(2, [.adverb, .adjective]),
                .ordinalPlace(.previous), .maybe([.pastYear]),
            ]),
        Rule(
            example: "from 28th place", demand: .sign, meaning: .from, minds: true,
            pattern: [
                .word(.from), .upTo(2, [.adverb, .adjective]), .ordinal(.previous), noun,
                .maybe([.either([[.pastYear], [.year(.previousYear)]])]),
            ]),
        Rule(
            example: "upp från 102", demand: .sign, meaning: .from, minds: true, isBare: true,
            pattern: [
                .word([.upward, .downward]), .word(.from), .number(.previous),
                .maybe([.either([[.pastYear], [.year(.previousYear)]])]),
            ]),
    ]

    private static let lastYear: [Rule] = [
        Rule(
            example: "förra årets fina plats 97", demand: .sign, meaning: .lastYear, minds: true,
            pattern: [
                .pastYear, .upTo(2, .adjective),
                .either([
                    [.word(.placeNoun), number, .number(.rank)],
                    [.ordinal(.rank), .word(.placeNoun)],
                    [.ordinalPlace(.rank)],
                ]),
            ]),
        Rule(
            example: "förra årets ras till plats 97", demand: .sign, meaning: .lastYear,
            minds: true,
            pattern: [.pastYear, .gap(2), .word(.to), RankRules.placed]),
        Rule(
            example: "jämfört med plats 97 förra året", demand: .sign, meaning: .lastYear,
            pattern: [.word(.comparative), .maybe([.text("med")]), RankRules.placed, .pastYear]),
        Rule(
            example: "jämfört med plats 97", demand: .sign, meaning: .from, minds: true,
            pattern: [
                .text("jämfört"), .text("med"), .word(.placeNoun), number, .number(.previous),
            ]),
        Rule(
            example: "jämfört med 170:e plats år 2020", demand: .cue, meaning: .from, minds: true,
            pattern: [
                .either([[.text("jämfört")], [.text("compared")]]),
                .either([[.text("med")], [.text("mot")], [.text("with")], [.text("to")]]),
                .either([
                    [sign, .number(.previous)], [.ordinal(.previous), noun],
                ]),
                .maybe([.text(",")]), .year(.previousYear),
            ]),
        Rule(
            example: "171 i fjol, 129 i år", demand: .cue, meaning: .rank, minds: true,
            isBare: true,
            pattern: [
                sign, .number(.previous), .pastYear, .text(","), sign, .number(.rank),
                .either([[.text("i"), .text("år")], [.text("this"), .text("year")]]),
            ]),
        Rule(
            example: "förra året 97", demand: .cue, meaning: .lastYear, minds: true, isBare: true,
            pattern: [
                .pastYear,
                .maybe([.either([[.text(":")], [.text("var")], [.text("it"), .text("was")]])]),
                .upTo(1, .adverb), .either([[.number(.rank)], [.ordinal(.rank)]]),
            ]),
        Rule(
            example: "mot 97 i fjol", demand: .cue, meaning: .lastYear, isBare: true,
            pattern: [
                .either([
                    [.text("mot")], [.text("med")], [.text("with")], [.text("to")], [.text("(")],
                    [.text("från")], [.text("from")], [.text("and")], [.text("och")],
                    [.text("var")],
                ]),
                .either([[.number(.rank)], [.ordinal(.rank)]]), noun, .pastYear,
            ]),
        Rule(
            example: "97:a förra året", demand: .cue, meaning: .lastYear,
            pattern: [.ordinal(.rank), noun, .pastYear]),
    ]
}

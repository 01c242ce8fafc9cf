/// Rules for a rank alone.
enum RankRules {
    static let all: [Rule] = kept + withNoun + best + withVerb

    /// A rank as digits or an ordinal, with its noun: "plats 45", "45:e plats", "förstaplatsen".
    static let placed: Element = .either([
        [.word(.placeNoun), .maybe([.word(.numberSign)]), .number(\.rank)],
        [.ordinal(\.rank), .upTo(1, .adjective), .word(.placeNoun)],
        [.ordinalPlace],
        [.word(.numberSign), .number(\.rank)],
    ])

    private static let kept: [Rule] = [
        Rule(
            example: "ligger kvar på plats 45", demand: .sign, meaning: .kept, minds: true,
            pattern: [
                .word([.keep, .rankVerb]), .word(.keep), .upTo(2, [.by, .adverb, .within]), placed,
            ]),
        Rule(
            example: "behåller plats 45", demand: .sign, meaning: .kept, minds: true,
            pattern: [.word(.keep), .upTo(3, [.by, .adverb, .within]), placed]),
        Rule(
            example: "samma plats som i fjol, 222", demand: .sign, meaning: .kept, minds: true,
            pattern: [
                .word(.keep), .word(.placeNoun), .word(.likeWord), .pastYear, .maybe([.text(",")]),
                .number(\.rank),
            ]),
        Rule(
            example: "fortsatt etta", demand: .cue, meaning: .kept, minds: true,
            pattern: [.word(.keep), .upTo(1, .likeWord), .rankName(\.rank)]),
    ]

    private static let withNoun: [Rule] = [
        Rule(
            example: "plats nummer 88", demand: .sign, meaning: .rank, minds: true,
            pattern: [.word(.placeNoun), .maybe([.word(.numberSign)]), .number(\.rank)]),
        Rule(
            example: "placering är 87", demand: .cue, meaning: .rank, minds: true,
            pattern: [
                .word(.placeNoun), .either([[.word(.rankVerb)], [.text(":")]]), .upTo(1, .adverb),
                .either([[.number(\.rank)], [.ordinal(\.rank)]]),
            ]),
        Rule(
            example: "112:e plats", demand: .sign, meaning: .rank, minds: true,
            pattern: [.ordinal(\.rank), .upTo(1, .adjective), .word(.placeNoun)]),
        Rule(
            example: "förstaplatsen", demand: .cue, meaning: .rank, minds: true,
            pattern: [.ordinalPlace]),
    ]

    private static let best: [Rule] = [
        Rule(
            example: "Sveriges tredje bästa företagsklimat", demand: .nothing, meaning: .rank,
            pattern: [
                .word(.nations), .ordinal(\.rank), .word(.best), .upTo(2, [.adjective, .adverb]),
                .either([[.word(.climate)], [.text("business"), .text("climate")]]),
            ]),
        Rule(
            example: "fjärde bästa företagsklimatet i Sverige", demand: .nothing, meaning: .rank,
            pattern: [
                .ordinal(\.rank), .word(.best), .upTo(1, .adjective),
                .either([[.word(.climate)], [.text("business"), .text("climate")]]), .gap(1),
                .word(.nation),
            ]),
        Rule(
            example: "landets 112:e bästa kommun", demand: .cue, meaning: .rank,
            pattern: [
                .word(.nations), .ordinal(\.rank), .word(.best), .gap(1), .text("kommun"),
            ]),
        Rule(
            example: "landets bästa företagsklimat", demand: .nothing, meaning: .first,
            pattern: [
                .word(.nations), .word(.best),
                .either([[.word(.climate)], [.text("business"), .text("climate")]]),
            ]),
        Rule(
            example: "bäst företagsklimat i Sverige", demand: .nothing, meaning: .first,
            pattern: [
                .word(.best), .upTo(1, .adjective),
                .either([[.word(.climate)], [.text("business"), .text("climate")]]), .gap(1),
                .word(.nation),
            ]),
        Rule(
            example: "toppar återigen Svenskt Näringslivs ranking", demand: .nothing,
            meaning: .first,
            pattern: [.word(.tops), .gap(5), .word(.listNoun)]),
    ]

    private static let withVerb: [Rule] = [
        Rule(
            example: "kommer tvåa", demand: .cue, meaning: .rank, minds: true,
            pattern: [
                .word(.rankVerb), .upTo(3, [.adverb, .adjective, .likeWord, .by]),
                .rankName(\.rank),
            ]),
        Rule(
            example: "Sollentuna tvåa", demand: .cue, meaning: .rank, minds: true,
            pattern: [.name, .upTo(1, .likeWord), .rankName(\.rank)]),
        Rule(
            example: "Strängnäs 118", demand: .cue, meaning: .rank, minds: true,
            pattern: [.name, .maybe([.text(":")]), .number(\.rank)]),
        Rule(
            example: "som tvåa", demand: .cue, meaning: .rank, minds: true,
            pattern: [.word(.likeWord), .rankName(\.rank)]),
        Rule(
            example: "tvåa", demand: .cue, meaning: .rank, minds: true,
            pattern: [.rankName(\.rank)]),
        Rule(
            example: "nummer tre", demand: .cue, meaning: .rank, minds: true,
            pattern: [.word(.numberSign), .number(\.rank)]),
        Rule(
            example: "ranked only 28th", demand: .nothing, meaning: .rank, minds: true,
            pattern: [
                .word(.ranked), .upTo(2, [.adverb, .likeWord]),
                .either([[.ordinal(\.rank)], [.number(\.rank)]]),
            ]),
        Rule(
            example: "came second", demand: .cue, meaning: .rank, minds: true,
            pattern: [
                .word([.rankVerb, .infinitive]), .upTo(2, [.adverb, .likeWord]), .ordinal(\.rank),
            ]),
        Rule(
            example: "till 88:e", demand: .cue, meaning: .rank, minds: true,
            pattern: [.word([.by, .to]), .upTo(1, .adverb), .ordinal(\.rank)]),
    ]
}

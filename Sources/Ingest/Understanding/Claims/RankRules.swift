/// Rules for a rank alone.
enum RankRules {
    static let all: [Rule] = kept + withYear + withNoun + best + withVerb

    /// A rank as digits or an ordinal, with its noun: "plats 45", "45:e plats", "förstaplatsen".
    static let placed: Element = .either([
        [.word(.placeNoun), .maybe([.word(.numberSign)]), .number(.rank)],
        [.ordinal(.rank), .upTo(1, .adjective), .word(.placeNoun)],
        [.ordinalPlace(.rank)],
        [.word(.numberSign), .number(.rank)],
    ])

    private static let kept: [Rule] = [
        Rule(
            example: "ligger kvar på plats 45", demand: .sign, meaning: .kept, minds: true,
            pattern: [
                .word([.keep, .rankVerb]), .word(.keep), .upTo(2, [.by, .adverb, .within]), placed,
            ]),
        Rule(
            example: "unchanged at 84th", demand: .cue, meaning: .kept, minds: true,
            pattern: [.word(.keep), .either([[.text("at")], [.text("in")]]), .ordinal(.rank)]),
        Rule(
            example: "behåller plats 45", demand: .sign, meaning: .kept, minds: true,
            pattern: [.word(.keep), .upTo(3, [.by, .adverb, .within]), placed]),
        Rule(
            example: "samma plats som i fjol, 222", demand: .sign, meaning: .kept, minds: true,
            pattern: [
                .word(.keep), .word(.placeNoun), .word(.likeWord), .pastYear, .maybe([.text(",")]),
                .number(.rank),
            ]),
        Rule(
            example: "plats 62, oförändrat", demand: .sign, meaning: .kept, minds: true,
            pattern: [
                placed, .maybe([.text(",")]),
                .either(["oförändrat", "oförändrad", "unchanged"].map { [.text($0)] }),
            ]),
        Rule(
            example: "kvar på samma nivå som i fjol", demand: .cue, meaning: .unchanged,
            minds: true,
            pattern: [
                .maybe([.text("kvar"), .text("på")]), .text("samma"),
                .either(["plats", "placering", "nivå", "position"].map { [.text($0)] }),
                .word(.likeWord), .pastYear,
            ]),
        Rule(
            example: "oförändrat mot föregående år", demand: .cue, meaning: .unchanged,
            minds: true,
            pattern: [
                .either(["oförändrat", "oförändrad", "samma", "unchanged"].map { [.text($0)] }),
                .maybe([.word(.placeNoun)]),
                .either([
                    [.text("mot")], [.text("från")], [.text("sedan")], [.text("som")],
                    [.text("jämfört"), .text("med")], [.text("from")],
                ]), .pastYear,
            ]),
        Rule(
            example: "fortsatt etta", demand: .cue, meaning: .kept, minds: true,
            pattern: [.word(.keep), .upTo(1, .likeWord), .rankName(.rank)]),
    ]

    private static let withYear: [Rule] = [
        Rule(
            example: "plats 102 år 2023", demand: .sign, meaning: .rank, minds: true,
            pattern: [
                .word(.placeNoun), .maybe([.word(.numberSign)]), .number(.rank),
                .maybe([.text("från")]), .year(.rankYear),
            ]),
        Rule(
            example: "2015 års 140:e plats", demand: .sign, meaning: .rank, minds: true,
            pattern: [
                .year(.rankYear), .text("års"), .upTo(1, .adjective),
                .either([
                    [.ordinal(.rank), .word(.placeNoun)], [.ordinalPlace(.rank)],
                    [.text("plats"), .number(.rank)],
                ]),
            ]),
        Rule(
            example: "240th in 2018", demand: .cue, meaning: .rank, minds: true,
            pattern: [
                .ordinal(.rank), .maybe([.word(.placeNoun)]), .year(.rankYear),
            ]),
        Rule(
            example: "placering 2021: 190", demand: .sign, meaning: .rank, minds: true,
            pattern: [
                .word(.placeNoun), .year(.rankYear),
                .either([[.word(.rankVerb)], [.text(":")], [.text("–")]]), .upTo(1, .adverb),
                .either([[.number(.rank)], [.ordinal(.rank)]]),
            ]),
        Rule(
            example: "placering i Svenskt Näringslivs ranking 2019: 45", demand: .cue,
            meaning: .rank, minds: true,
            pattern: [
                .word(.placeNoun), .word(.within), .gap(4), .word(.listNoun), .gap(1),
                .upTo(1, [.climb, .fall]), .gap(2),
                .maybe([.year(.rankYear)]),
                .either([[.word(.rankVerb)], [.text(":")], [.text("–")]]), .upTo(1, .adverb),
                .either([[.number(.rank)], [.ordinal(.rank)]]),
            ]),
        Rule(
            example: "2018: 52", demand: .cue, meaning: .rank, minds: true, isBare: true,
            pattern: [
                .year(.rankYear), .text(":"), .maybe([.word(.placeNoun)]), .number(.rank),
            ]),
        Rule(
            example: "(18:e 2020)", demand: .cue, meaning: .rank, isBare: true,
            pattern: [
                .text("("), .maybe([.word(.placeNoun)]),
                .either([[.number(.rank)], [.ordinal(.rank)]]), .maybe([.word(.placeNoun)]),
                .maybe([.text(",")]), .year(.rankYear), .text(")"),
            ]),
        Rule(
            example: "(2018: 52)", demand: .cue, meaning: .rank, isBare: true,
            pattern: [
                .text("("), .year(.rankYear), .maybe([.text(":")]),
                .maybe([.word(.placeNoun)]),
                .either([[.number(.rank)], [.ordinal(.rank)]]), .text(")"),
            ]),
    ]

    private static let withNoun: [Rule] = [
        Rule(
            example: "motsvarande siffra var 233", demand: .cue, meaning: .rank, minds: true,
            pattern: [
                .text("motsvarande"), .either([[.text("siffra")], [.word(.placeNoun)]]),
                .upTo(1, .rankVerb), .either([[.number(.rank)], [.ordinal(.rank)]]),
            ]),
        Rule(
            example: "plats nummer 88", demand: .sign, meaning: .rank, minds: true,
            pattern: [.word(.placeNoun), .maybe([.word(.numberSign)]), .number(.rank)]),
        Rule(
            example: "placering är 87", demand: .cue, meaning: .rank, minds: true,
            pattern: [
                .not("plats"), .word(.placeNoun), .either([[.word(.rankVerb)], [.text(":")]]),
                .upTo(1, .adverb),
                .either([[.number(.rank)], [.ordinal(.rank)]]),
            ]),
        Rule(
            example: "placeringen, 29,", demand: .cue, meaning: .rank, isBare: true,
            pattern: [
                .not("plats"), .word(.placeNoun), .text(","), .number(.rank), .text(","),
            ]),
        Rule(
            example: "112:e plats", demand: .sign, meaning: .rank, minds: true,
            pattern: [.ordinal(.rank), .upTo(1, .adjective), .word(.placeNoun)]),
        Rule(
            example: "förstaplatsen", demand: .cue, meaning: .rank, minds: true,
            pattern: [.ordinalPlace(.rank)]),
    ]

    /// Whether a statement that begins with the word and ends with a name goes on with the names of the next places.
    static func tellsOrder(_ word: Token) -> Bool {
        ["toppas", "toppades", "topped", "topp", "top", "medaljplatserna", "medaljplatser"]
            .contains(word.text)
    }

    private static let municipality: [[Element]] = [
        "kommun", "kommunen", "företagskommun", "näringslivskommun", "municipality",
    ].map { [.text($0)] }

    private static let best: [Rule] = [
        Rule(
            example: "toppas återigen av Sollentuna", demand: .cue, meaning: .first,
            pattern: [
                .either(["toppas", "toppades", "topped"].map { [.text($0)] }), .upTo(2, .adverb),
                .either([[.text("av")], [.text("by")]]), .name,
            ]),
        Rule(
            example: "överst på Svenskt Näringslivs lista", demand: .cue, meaning: .first,
            pattern: [
                .either([[.text("överst")], [.text("högst"), .text("upp")]]),
                .either([[.word(.by)], [.word(.within)]]), .gap(3), .word(.listNoun),
            ]),
        Rule(
            example: "Sveriges tredje bästa företagsklimat", demand: .nothing, meaning: .rank,
            pattern: [
                .word(.nations), .ordinal(.rank), .word(.best), .upTo(2, [.adjective, .adverb]),
                .either([[.word(.climate)], [.text("business"), .text("climate")]]),
            ]),
        Rule(
            example: "fjärde bästa företagsklimatet i Sverige", demand: .nothing, meaning: .rank,
            pattern: [
                .ordinal(.rank), .word(.best), .upTo(1, .adjective),
                .either([[.word(.climate)], [.text("business"), .text("climate")]]), .gap(1),
                .word(.nation),
            ]),
        Rule(
            example: "70:e bästa kommun i landet", demand: .cue, meaning: .rank,
            pattern: [
                .ordinal(.rank), .word(.best), .upTo(1, .adjective),
                .either(municipality), .word(.within), .gap(1), .word(.nation),
            ]),
        Rule(
            example: "landets 112:e bästa kommun", demand: .cue, meaning: .rank,
            pattern: [
                .word(.nations), .ordinal(.rank), .word(.best), .gap(1),
                .either(municipality),
            ]),
        Rule(
            example: "Sveriges 45:e bästa", demand: .cue, meaning: .rank, minds: true,
            pattern: [
                .either([[.word(.nations)], [.word(.nation), .text("'"), .text("s")]]),
                .ordinal(.rank), .word(.best),
            ]),
        Rule(
            example: "tredje bäst i landet", demand: .cue, meaning: .rank,
            pattern: [
                .ordinal(.rank), .word(.best), .word(.within), .gap(1),
                .word([.nation, .listNoun]),
            ]),
        Rule(
            example: "bäst i landet", demand: .cue, meaning: .first, minds: true,
            pattern: [
                .text("bäst"), .word(.within), .either([[.text("landet")], [.text("sverige")]]),
            ]),
        Rule(
            example: "landets näst bästa företagsklimat", demand: .nothing, meaning: .second,
            pattern: [
                .word(.nations), .text("näst"), .word(.best), .word(.climate),
            ]),
        Rule(
            example: "Sveriges näst bästa", demand: .cue, meaning: .second,
            pattern: [.word(.nations), .text("näst"), .word(.best)]),
        Rule(
            example: "näst bäst i landet", demand: .cue, meaning: .second, minds: true,
            pattern: [
                .text("näst"), .word(.best), .word(.within),
                .either([[.text("landet")], [.text("sverige")]]),
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
                .rankName(.rank),
            ]),
        Rule(
            example: "Sollentuna tvåa", demand: .cue, meaning: .rank, minds: true,
            pattern: [.name, .upTo(1, .likeWord), .rankName(.rank)]),
        Rule(
            example: "Strängnäs 118", demand: .cue, meaning: .rank, minds: true, isBare: true,
            pattern: [.name, .maybe([.text(":")]), .number(.rank)]),
        Rule(
            example: "ranking: 45 (60)", demand: .cue, meaning: .rank, minds: true, isBare: true,
            pattern: [
                .word(.listNoun), .text(":"), .number(.rank), .text("("),
                .number(.previous), .text(")"),
            ]),
        Rule(
            example: "ranking: 45", demand: .cue, meaning: .rank, minds: true, isBare: true,
            pattern: [.word(.listNoun), .maybe([.text(":")]), .number(.rank)]),
        Rule(
            example: "blev det 127", demand: .cue, meaning: .rank, minds: true, isBare: true,
            pattern: [
                .text("blev"), .upTo(1, .anaphor), .maybe([.text("i"), .text("år")]),
                .either([[.number(.rank)], [.ordinal(.rank)]]),
            ]),
        Rule(
            example: "2020 var det 144", demand: .cue, meaning: .rank, minds: true, isBare: true,
            pattern: [
                .year(.rankYear), .word(.rankVerb), .upTo(1, .anaphor),
                .either([[.number(.rank)], [.ordinal(.rank)]]),
            ]),
        Rule(
            example: "bäst (22)", demand: .cue, meaning: .rank, isBare: true,
            pattern: [
                .either([[.word(.best)], [.text("sämst")]]), .text("("), .number(.rank),
                .text(")"),
            ]),
        Rule(
            example: "88 (2018)", demand: .cue, meaning: .rank, minds: true, isBare: true,
            pattern: [.number(.rank), .text("("), .year(.rankYear), .text(")")]),
        Rule(
            example: "Strängnäs, 154,", demand: .cue, meaning: .rank, minds: true, isBare: true,
            pattern: [.name, .text(","), .number(.rank), .text(",")]),
        Rule(
            example: "Strängnäs på 128", demand: .cue, meaning: .rank, minds: true, isBare: true,
            pattern: [
                .name, .either([[.text("på")], [.text("till")]]),
                .either([[.number(.rank)], [.ordinal(.rank)]]),
            ]),
        Rule(
            example: "Strängnäs ligger på 96, 110 och 71", demand: .cue, meaning: .rank,
            minds: true,
            pattern: [
                .name, .word(.rankVerb), .upTo(1, .adverb), .text("på"), .number(.rank),
                .maybe([.text(","), .count]), .maybe([.text(","), .count]), .word(.and), .count,
            ]),
        Rule(
            example: "kommunen ligger nu på 128", demand: .cue, meaning: .rank, minds: true,
            isBare: true,
            pattern: [
                .word([.name, .anaphor]), .word(.rankVerb), .upTo(2, .adverb), .text("på"),
                .number(.rank),
            ]),
        Rule(
            example: "är kommunen nu på 128", demand: .cue, meaning: .rank, minds: true,
            isBare: true,
            pattern: [
                .word(.rankVerb), .word([.name, .anaphor]), .upTo(2, .adverb), .text("på"),
                .number(.rank),
            ]),
        Rule(
            example: "Strängnäs 133rd", demand: .cue, meaning: .rank, minds: true, isBare: true,
            pattern: [.name, .maybe([.text(":")]), .ordinal(.rank)]),
        Rule(
            example: "Strängnäs (44)", demand: .cue, meaning: .rank, isBare: true,
            pattern: [.name, .text("("), .number(.rank), .text(")")]),
        Rule(
            example: "som tvåa", demand: .cue, meaning: .rank, minds: true,
            pattern: [.word(.likeWord), .rankName(.rank)]),
        Rule(
            example: "tvåa", demand: .cue, meaning: .rank, minds: true,
            pattern: [.rankName(.rank)]),
        Rule(
            example: "nummer tre", demand: .cue, meaning: .rank, minds: true,
            pattern: [.word(.numberSign), .number(.rank)]),
        Rule(
            example: "ranked only 28th", demand: .nothing, meaning: .rank, minds: true,
            pattern: [
                .word(.ranked), .upTo(2, [.adverb, .likeWord]),
                .either([[.ordinal(.rank)], [.number(.rank)]]), .maybe([.word(.best)]),
            ]),
        Rule(
            example: "290th of 290", demand: .nothing, meaning: .rank,
            pattern: [
                .ordinal(.rank), .word(.by),
                .either([[.text("290")], [.text("landets"), .text("290")]]),
            ]),
        Rule(
            example: "came second", demand: .cue, meaning: .rank, minds: true,
            pattern: [
                .word([.rankVerb, .infinitive]), .upTo(4, [.adverb, .likeWord, .within]),
                .ordinal(.rank),
            ]),
        Rule(
            example: "second only to", demand: .cue, meaning: .rank,
            pattern: [.ordinal(.rank), .text("only"), .text("to")]),
        Rule(
            example: "third in the country", demand: .cue, meaning: .rank, minds: true,
            pattern: [
                .ordinal(.rank), .word(.within),
                .maybe([.text("this"), .text("year"), .text("'"), .text("s")]), .gap(3),
                .word([.nation, .listNoun]),
            ]),
        Rule(
            example: "i år 88", demand: .cue, meaning: .rank, minds: true, isBare: true,
            pattern: [
                .either([[.text("i"), .text("år")], [.text("this"), .text("year")]]),
                .maybe([.text(":")]), .either([[.number(.rank)], [.ordinal(.rank)]]),
            ]),
        Rule(
            example: "sjunkit till 190", demand: .cue, meaning: .rank, minds: true, isBare: true,
            pattern: [
                .word([.climb, .fall]), .upTo(2, .adverb), .word(.to), .number(.rank),
            ]),
        Rule(
            example: "till 88:e", demand: .cue, meaning: .rank, minds: true,
            pattern: [.word([.by, .to]), .upTo(1, .adverb), .ordinal(.rank)]),
    ]
}

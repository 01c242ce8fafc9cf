/// Rules for the last places of all, and for the first where no figure tells it.
enum EdgeRules {
    static let all: [Rule] = second + last + worst + number + lists

    private static func texts(_ words: String...) -> Element { .either(words.map { [.text($0)] }) }

    private static let climate: Element = .either([
        [.word(.climate)], [.text("business"), .text("climate")],
    ])

    private static let second: [Rule] = [
        Rule(
            example: "kommer näst sist", demand: .cue, meaning: .lastButOne, minds: true,
            pattern: [
                .maybe([.word([.rankVerb, .ranked]), .upTo(2, [.adverb, .by, .likeWord])]),
                .text("näst"), texts("sist", "sista", "sämst", "längst"),
                .maybe([.word(.placeNoun)]), .maybe([.text("ner")]),
            ]),
        Rule(
            example: "ranks second to last", demand: .cue, meaning: .lastButOne, minds: true,
            pattern: [
                .word([.rankVerb, .ranked, .by]), .maybe([.text("the")]),
                .either([
                    [texts("second", "next"), .text("to"), .text("last")],
                    [.text("second"), texts("last", "lowest", "worst")],
                    [.text("second"), .text("from"), .maybe([.text("the")]), .text("bottom")],
                ]),
            ]),
    ]

    private static let last: [Rule] = [
        Rule(
            example: "ligger allra sist", demand: .cue, meaning: .last, minds: true,
            pattern: [
                .word([.rankVerb, .ranked]), .upTo(3, [.adverb, .adjective, .likeWord, .by]),
                texts("sist", "jumbo", "jumboplats", "jumboplatsen", "bottenplatsen", "last"),
            ]),
        Rule(
            example: "jumbo i rankingen", demand: .cue, meaning: .last, minds: true,
            pattern: [
                texts("sist", "jumbo", "jumboplats", "jumboplatsen", "last"),
                .word(.within), .gap(4), .word([.listNoun, .nation]),
            ]),
        Rule(
            example: "på sista plats", demand: .cue, meaning: .last, minds: true,
            pattern: [
                .word(.by), .maybe([.text("allra")]), .text("sista"),
                texts("plats", "platsen", "placering"),
            ]),
        Rule(
            example: "sist av landets kommuner", demand: .cue, meaning: .last, minds: true,
            pattern: [
                texts("sist", "last"), texts("av", "bland", "among", "of"),
                .maybe([.text("alla")]), .word(.nations), .maybe([.text("290")]),
                texts("kommuner", "municipalities"),
            ]),
    ]

    /// The worst business climate of all; the worst of a county is no last place.
    private static let worst: [Rule] = [
        Rule(
            example: "Sveriges sämsta företagsklimat", demand: .nothing, meaning: .last,
            pattern: [.word(.nations), texts("sämsta", "worst"), climate]),
        Rule(
            example: "landets näst sämsta företagsklimat", demand: .nothing,
            meaning: .lastButOne,
            pattern: [.word(.nations), .text("näst"), .text("sämsta"), climate]),
        Rule(
            example: "sämst företagsklimat i hela landet", demand: .nothing, meaning: .last,
            pattern: [
                texts("sämst", "sämsta", "worst"), climate, .word(.within), .gap(1),
                .word(.nation),
            ]),
        Rule(
            example: "sämst i landet", demand: .cue, meaning: .last, minds: true,
            pattern: [
                .text("sämst"), .word(.within), .maybe([.text("hela")]),
                texts("landet", "sverige", "riket"),
            ]),
        Rule(
            example: "och det sämsta i Strängnäs", demand: .cue, meaning: .last,
            pattern: [.word([.and, .contrast]), .text("det"), .text("sämsta"), .text("i"), .name]),
    ]

    /// "ett" is an article in most places.
    private static let number: [Rule] = [
        Rule(
            example: "är nummer ett", demand: .cue, meaning: .first, minds: true,
            pattern: [
                .word([.rankVerb, .ranked, .likeWord, .name]), .upTo(2, .adverb),
                .word(.numberSign), texts("ett", "one"),
            ]),
        Rule(
            example: "plats ett", demand: .cue, meaning: .first, minds: true,
            pattern: [.text("plats"), .text("ett")]),
    ]

    /// The first places together, whose names are listed in order.
    private static let lists: [Rule] = [
        Rule(
            example: "topp tre i Svenskt Näringslivs ranking är Sollentuna", demand: .cue,
            meaning: .firstOfList,
            pattern: [
                texts("topp", "top"), .count, .gap(8),
                .either([[.text(":")], [texts("är", "blev", "består", "are", "were")]]),
                .maybe([.text("av")]), .name,
            ]),
        Rule(
            example: "medaljplatserna i rankingen går till Sollentuna", demand: .cue,
            meaning: .firstOfList,
            pattern: [
                texts("medaljplatserna", "medaljplatser", "topplaceringarna"), .gap(8),
                .either([
                    [texts("går", "gick"), .text("till")], [.text(":")],
                    [texts("tar", "tog", "intas", "knep", "tas"), .maybe([.text("av")])],
                ]), .name,
            ]),
    ]
}

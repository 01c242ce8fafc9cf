import ClimateModel
import Foundation
import Testing

@testable import Ingest

@Suite struct ClaimTests {
    @Test(arguments: [
        "claims-labelled", "claims-heldout", "claims-second", "claims-third", "claims-fourth",
        "claims-fifth", "claims-sixth", "claims-seventh", "claims-lists", "claims-indirect",
        "claims-press", "claims-weekly", "claims-mixed", "claims-brief", "claims-short",
        "claims-daily", "claims-own",
    ])
    func labelledTextsAreReadRight(file: String) throws {
        let texts = try LabelledTexts(file)
        let score = Score(texts, try Starter.gazetteer())
        print(score.summary(file, texts))
        for miss in score.misses { print("  " + miss) }
        #expect(score.precision >= 0.97)
        #expect(score.recall >= 0.90)
    }

    /// How well texts are read that no rule was made for: their mistakes are counted, never shown.
    @Test(arguments: [
        Unseen(file: "claims-unseen", precision: 0.97, recall: 0.90),
        Unseen(file: "claims-unseen-second", precision: 0.91, recall: 0.87),
        Unseen(file: "claims-unseen-third", precision: 0.95, recall: 0.88),
    ])
    func unseenTextsAreReadWell(set: Unseen) throws {
        let texts = try LabelledTexts(set.file)
        let score = Score(texts, try Starter.gazetteer())
        print(score.summary(set.file, texts))
        #expect(score.precision >= set.precision)
        #expect(score.recall >= set.recall)
    }

    /// A set and the shares that it is held to.
    struct Unseen: Sendable {
        var file: String
        var precision: Double
        var recall: Double
    }

    @Test func everyRuleMatchesItsExample() throws {
        try #require(Rule.all.count <= RuleSet.capacity)
        for (number, rule) in Rule.all.enumerated() {
            var prose = Prose(rule.example)
            for index in prose.tokens.indices
            where ["sollentuna", "strängnäs"].contains(prose.tokens[index].text) {
                prose.tokens[index].classes.insert(.name)
            }
            var matcher = Matcher(tokens: prose.tokens, sentence: prose.tokens.indices)
            let match = matcher.match(number, at: 0)
            #expect(match?.end == prose.tokens.count, "\(rule.example)")
            var tried = matcher.rules(at: 0)
            var numbers: [Int] = []
            while let next = tried.popFirst() { numbers.append(next) }
            #expect(numbers.contains(number), "\(rule.example)")
        }
    }

    /// Every rule that matches somewhere is among those tried there.
    @Test(arguments: ["claims-own", "claims-lists", "claims-labelled"])
    func noRuleThatMatchesIsLeftOut(file: String) throws {
        for text in try LabelledTexts(file).texts {
            var prose = Prose(text.text)
            for index in prose.tokens.indices where prose.tokens[index].isCapitalised {
                prose.tokens[index].classes.insert(.name)
            }
            for sentence in prose.sentences {
                var matcher = Matcher(tokens: prose.tokens, sentence: sentence)
                for position in sentence {
                    var tried = matcher.rules(at: position)
                    var numbers: Set<Int> = []
                    while let next = tried.popFirst() { numbers.insert(next) }
                    let missed = Rule.all.indices.first {
                        !numbers.contains($0) && matcher.match($0, at: position) != nil
                    }
                    #expect(missed == nil, "\(text.text)")
                }
            }
        }
    }

    @Test func ruleSetsGiveTheirNumbersInOrder() {
        let numbers = [0, 1, 62, 63, 64, 127, 128, 191, 192, RuleSet.capacity - 1]
        var (set, other) = (RuleSet(), RuleSet())
        for (index, number) in numbers.reversed().enumerated() {
            if index.isMultiple(of: 2) { set.insert(number) } else { other.insert(number) }
        }
        set.formUnion(other)
        set.insert(63)
        var found: [Int] = []
        while let next = set.popFirst() { found.append(next) }
        #expect(found == numbers)
    }
}

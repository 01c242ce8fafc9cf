import ClimateModel

/// Tells which municipality "kommunen" stands for after a sentence.
extension SubjectFinder {
    /// What a sentence makes the topic of those after it.
    enum Topic: Hashable {
        case municipality(MunicipalityCode)
        /// Several that nothing tells apart: "Malung-Sälen och Älvdalen samarbetar".
        case several([MunicipalityCode])
        /// The sentence names none but to compare with: the topic is the one before.
        case kept
    }

    /// The topic that the names in doubt and those that are `certain` make: the first one that the sentence does not merely
    /// compare with.
    ///
    /// - Complexity: O(*n*²) in the number of names, which a sentence bounds.
    func newTopic(isCertain certain: (Mention) -> Bool) -> Topic {
        let told = mentions.filter { $0.code != nil && !isCompared($0) && !isSetApart($0) }
        let hasOthers = told.count < mentions.count
        guard let first = told.first(where: certain) ?? (hasOthers ? told.first : nil),
            let code = first.code
        else { return .kept }
        var list = [code]
        var last = first
        for mention in told.drop(while: { $0.tokens != first.tokens }).dropFirst() {
            guard NameContext.isList(last, mention, clauses.tokens), let code = mention.code else {
                break
            }
            if !list.contains(code) { list.append(code) }
            last = mention
        }
        return list.count > 1 ? .several(list) : .municipality(code)
    }

    /// "Till skillnad från Karlskoga", "går om Lycksele".
    private func isSetApart(_ mention: Mention) -> Bool {
        let index = mention.tokens.lowerBound - 1
        guard index > clauses.sentence.lowerBound else { return false }
        let (before, word) = (clauses.tokens[index - 1], clauses.tokens[index])
        if word.isOne(of: .from), before.text == "skillnad" { return true }
        return word.text == "om"
            && ["går", "gick", "gått", "kört", "kör", "seglat", "seglar"].contains(before.text)
    }
}

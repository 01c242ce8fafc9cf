import ClimateModel

/// Finds the municipalities that Swedish and English text names.
///
/// A name counts in its own letters (Habo is never Håbo), with a capital, in the genitive ("Kristinehamns"), with "kommun"
/// or "stad". It doesn't count as a part of a county's name ("Kalmar län", "Kalmar och Jönköpings län"), of another
/// body's ("Kalmar FF", "Lunds universitet", "Region Uppsala") or of a person's ("Anna Lund"). A name that is also a word,
/// a first name or a surname (``DoubtfulNames``) counts only where its neighbours say so.
public struct MentionFinder: Sendable {
    private let index: NameIndex

    /// - Complexity: O(*n*) in the number of municipalities.
    public init(_ gazetteer: Gazetteer) { index = NameIndex(gazetteer) }

    /// The words that names begin with, in lower case.
    var firstWords: some Sequence<String> { index.firstWords }

    /// The municipalities that `text` names for certain, in order.
    ///
    /// - Complexity: O(*k*) in the length of the text.
    public func mentions(in text: String) -> [MunicipalityMention] {
        let prose = Prose(CleanText.block(text))
        return mentions(in: prose).compactMap { mention in
            guard mention.isCertain, let code = mention.code else { return nil }
            let first = prose.tokens[mention.tokens.lowerBound].bytes.lowerBound
            let last = prose.tokens[mention.tokens.upperBound - 1].bytes.upperBound
            return MunicipalityMention(
                municipality: code, text: prose.text(of: mention.tokens), bytes: first..<last)
        }
    }

    /// All mentions in order, those in doubt too; a name that is proven in one place is believed in others.
    func mentions(in prose: Prose) -> [Mention] {
        var found: [Mention] = []
        for sentence in prose.sentences { found += mentions(in: prose.tokens, sentence) }
        let proven = Set(found.filter(\.isCertain).map(\.owner))
        return found.map { mention in
            var mention = mention
            if !mention.isCertain, proven.contains(mention.owner) {
                mention.isCertain = mention.mayBeRepeated
            }
            return mention
        }
    }

    private func mentions(in tokens: [Token], _ sentence: Range<Int>) -> [Mention] {
        var found: [Mention] = []
        var position = sentence.lowerBound
        while position < sentence.upperBound {
            guard tokens[position].isCapitalised, let form = index.form(in: tokens, at: position),
                position + form.words.count <= sentence.upperBound
            else {
                position += 1
                continue
            }
            let span = position..<(position + form.words.count)
            if let mention = mention(form, span, in: tokens, sentence) { found.append(mention) }
            position = span.upperBound
        }
        return settled(found, in: tokens, sentence)
    }

    private func mention(
        _ form: NameIndex.Form, _ span: Range<Int>, in tokens: [Token], _ sentence: Range<Int>
    ) -> Mention? {
        let context = NameContext(tokens: tokens, sentence: sentence, span: span)
        switch form.owner {
        case .county(let code):
            return Mention(
                owner: .county(code), tokens: span, isCertain: true, isGenitive: form.isGenitive,
                hasKommun: false)
        case .municipality(let code):
            let hasKommun = context.hasKommun
            if form.needsKommun, !hasKommun { return nil }
            guard hasKommun || !context.isOther(form) else { return nil }
            let name =
                form.isGenitive ? NameContext.stem(form.words) : form.words.joined(separator: " ")
            let doubt = DoubtfulNames.other(name)
            let isCertain = hasKommun || doubt.map { context.proves($0) } ?? true
            if let doubt, !hasKommun, context.isPerson(doubt) { return nil }
            let genitive = form.isGenitive || context.hasEnglishGenitive
            return Mention(
                owner: .municipality(code),
                tokens: hasKommun ? span.lowerBound..<(span.upperBound + 1) : span,
                isCertain: isCertain, isGenitive: genitive && !hasKommun, hasKommun: hasKommun,
                mayBeRepeated: context.mayBeRepeated)
        }
    }

    /// `found` with what neighbours tell of each other: names before "län" are counties, however many are listed; a
    /// name in doubt that is listed with certain ones is certain.
    private func settled(
        _ found: [Mention], in tokens: [Token], _ sentence: Range<Int>
    ) -> [Mention] {
        guard !found.isEmpty else { return found }
        var result = found
        var isCounty = false
        for position in result.indices.reversed() {
            let end = result[position].tokens.upperBound
            if end < sentence.upperBound, ["län", "läns", "county"].contains(tokens[end].text) {
                isCounty = true
            } else if isCounty, position + 1 < result.count {
                isCounty = NameContext.isList(result[position], result[position + 1], tokens)
            } else {
                isCounty = false
            }
            if isCounty, let code = result[position].code {
                result[position].owner = .county(code.countyCode)
                result[position].isCertain = true
            }
        }
        for pass in [Array(result.indices.dropLast()), result.indices.dropLast().reversed()] {
            for left in pass where NameContext.isList(result[left], result[left + 1], tokens) {
                let certain = result[left].isCertain || result[left + 1].isCertain
                result[left].isCertain = certain
                result[left + 1].isCertain = certain
            }
        }
        return result
    }
}

/// Parts tokens into sentences.
///
/// A sentence ends at ".", "!", "?" or "…" before a capital letter, a digit, a quotation mark or the end; at a blank line;
/// before a list's mark at the beginning of a line; and before an item of a numbered list ("1. Solna 2. Danderyd").
/// "bl.a.", "nr. 5", "A. Lund" and the number of a list's item end none.
enum SentenceSplitter {
    /// A longer one is cut, so that work within a sentence is bounded.
    static let longest = 160

    /// - Complexity: O(*n*).
    static func sentences(of tokens: [Token], in utf8: [UInt8]) -> [Range<Int>] {
        var sentences: [Range<Int>] = []
        var start = 0
        var item = tokens.isEmpty ? nil : itemNumber(tokens, at: 0)
        for index in tokens.indices {
            let next = index + 1
            guard next < tokens.count else { break }
            let gap = tokens[index].bytes.upperBound..<tokens[next].bytes.lowerBound
            let breaks = gap.count > 0 && breaksLine(at: utf8[gap], before: tokens[next])
            let ends = endsSentence(tokens, at: index, from: start)
            let number = itemNumber(tokens, at: next)
            let begins = number.map { number in
                item == number - 1 && next - start <= longestItem
                    || number == 1 && tokens[index].isMark(":")
                    || beginsList(number, tokens, at: next, onNewLine: utf8[gap].contains(0x0A))
            }
            if breaks || ends || begins ?? false || next - start >= longest {
                sentences.append(start..<next)
                start = next
                item = number
            }
        }
        if start < tokens.count { sentences.append(start..<tokens.count) }
        return sentences
    }

    /// An item of a list within a paragraph ("1. Solna 2. Danderyd") is at most so many tokens long.
    private static let longestItem = 12

    /// Whether a list begins at `index`, within a sentence: the item after it follows ("1. Solna 2. Danderyd"), and the figure
    /// is not that of a place or a name before it ("på plats 1. Solna på plats 2.", "Vellinge 1. Solna 2.").
    private static func beginsList(
        _ number: Int, _ tokens: [Token], at index: Int, onNewLine: Bool
    ) -> Bool {
        guard index > 0 else { return true }
        let before = tokens[index - 1]
        if before.isOne(of: [.placeNoun, .numberSign, .rankVerb, .by]) { return false }
        if before.isCapitalised, !onNewLine { return false }
        return ((index + 3)..<max(index + 3, min(index + 3 + longestItem, tokens.count))).contains {
            itemNumber(tokens, at: $0) == number + 1
        }
    }

    /// The number of the list's item that begins at `index`: "2. Danderyd", "2) Danderyd".
    private static func itemNumber(_ tokens: [Token], at index: Int) -> Int? {
        guard index + 2 < tokens.count, tokens[index].kind == .number,
            tokens[index + 1].isMark(".") || tokens[index + 1].isMark(")"),
            tokens[index + 2].isCapitalised, index == 0 || !tokens[index - 1].isMark("("),
            tokens[index].bytes.upperBound == tokens[index + 1].bytes.lowerBound
        else { return nil }
        return tokens[index].cardinal
    }

    /// Whether a blank line, or a line that begins as a list's item, parts two tokens.
    private static func breaksLine(at gap: ArraySlice<UInt8>, before right: Token) -> Bool {
        let lines = gap.reduce(0) { $0 + ($1 == 0x0A ? 1 : 0) }
        if lines == 0 { return false }
        return lines > 1 || ["•", "*", "-", "–", "·", "#"].contains(right.text)
    }

    private static func endsSentence(_ tokens: [Token], at index: Int, from start: Int) -> Bool {
        guard tokens[index].kind == .mark else { return false }
        let token = tokens[index]
        guard [".", "!", "?", "…"].contains(token.text) else {
            // A quotation mark after the end of a sentence goes with it.
            return token.isMark("\"") && index > start
                && [".", "!", "?"].contains(tokens[index - 1].text) && opens(tokens[index + 1])
        }
        guard opens(tokens[index + 1]) else { return false }
        // The quotation mark that follows may close the sentence's own quotation.
        if tokens[index + 1].isMark("\""),
            tokens[index].bytes.upperBound == tokens[index + 1].bytes.lowerBound
        {
            return false
        }
        guard token.text == ".", index > start else { return true }
        let before = tokens[index - 1]
        if before.bytes.upperBound != token.bytes.lowerBound { return true }
        if before.kind == .number { return index - 1 > start }
        return !isAbbreviation(before)
    }

    private static func opens(_ token: Token) -> Bool {
        token.isCapitalised || token.cardinal != nil && token.kind == .number
            || token.kind == .ordinal || token.kind == .date
            || ["\"", "–", "-", "(", "•", "*", "#"].contains(token.text)
    }

    private static func isAbbreviation(_ token: Token) -> Bool {
        guard token.kind == .word else { return false }
        return token.text.count == 1 || abbreviations.contains(token.text)
    }

    private static let abbreviations: Set<String> = [
        "bl", "ex", "dvs", "nr", "ca", "kl", "fl", "resp", "jfr", "enl", "dr", "mr", "mrs", "ms",
        "no", "vs", "prof", "st", "tex", "bla", "tf", "f.d", "fd", "civ", "ing", "sr", "jr",
    ]
}

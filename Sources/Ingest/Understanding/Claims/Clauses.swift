/// The parts of a sentence: how far apart two of its words are for sense.
struct Clauses {
    let tokens: [Token]
    let sentence: Range<Int>

    /// Words from one place to another, with more for each sign and conjunction between: a year belongs to the rank it is
    /// nearest to in this sense.
    func distance(_ left: Range<Int>, _ right: Range<Int>) -> Int {
        let (first, second) = left.lowerBound <= right.lowerBound ? (left, right) : (right, left)
        guard first.upperBound < second.lowerBound else { return 0 }
        return tokens[first.upperBound..<second.lowerBound].reduce(0) { $0 + weight($1) }
    }

    private func weight(_ token: Token) -> Int {
        if token.isOne(of: .contrast) || token.isMark(";") { return 9 }
        if token.isMark(",") || token.isMark("–") || token.isOne(of: .and) { return 4 }
        return 1
    }

    /// The words around `span` up to a contrast ("men", "medan") or ";".
    func statementPart(around span: Range<Int>) -> Range<Int> {
        part(around: span) { $0.isOne(of: .contrast) || $0.isMark(";") }
    }

    /// The words around `span` up to a contrast, a comma or "och".
    func smallPart(around span: Range<Int>) -> Range<Int> {
        part(around: span) {
            $0.isOne(of: [.contrast, .and]) || [",", ";", ":", "(", ")", "–"].contains($0.text)
        }
    }

    private func part(around span: Range<Int>, parts: (Token) -> Bool) -> Range<Int> {
        let start = tokens[sentence.lowerBound..<span.lowerBound].lastIndex(where: parts)
        let end = tokens[span.upperBound..<sentence.upperBound].firstIndex(where: parts)
        return (start.map { $0 + 1 } ?? sentence.lowerBound)..<(end ?? sentence.upperBound)
    }

    /// Whether a statement at `position` begins its part of the sentence, but for small words.
    func begins(at position: Int) -> Bool {
        let before = tokens[smallPart(around: position..<position).lowerBound..<position]
        return before.count <= 3
            && before.allSatisfy { $0.isOne(of: [.by, .likeWord, .within, .adverb, .opener]) }
    }

    /// Whether `span` stands in what the sentence begins with, tells of an earlier year and has its subject at `name`: "Efter
    /// att ha legat på plats 181 förra året är Kristinehamn nu på plats 150".
    func tellsEarlier(_ span: Range<Int>, before name: Int) -> Bool {
        let before = tokens[sentence.lowerBound..<span.lowerBound]
        let opens =
            before.first?.text == "after"
            || before.starts(with: ["efter", "att", "ha"]) { $0.text == $1 }
        return opens && !before.contains { $0.kind == .mark || $0.isOne(of: [.anaphor, .name]) }
            && (sentence.lowerBound..<name).contains {
                YearFinder.pastYear(tokens, at: $0, in: sentence) != nil
            }
    }
}

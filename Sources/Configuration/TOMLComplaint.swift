import ClimateModel

/// What toml++ 3.4, the parser within TOMLKit, complains of, said in plain words.
///
/// It tells what it was reading, a colon, and what it met there, in English.
enum TOMLComplaint {
    /// What is wrong and how it is mended; the parser's own words where it is none of the usual mistakes.
    static func phrase(_ words: String) -> Phrase {
        let words = CleanText.line(words.prefix(200)).replacing("Error while parsing ", with: "")
        let parts = words.split(separator: ":", maxSplits: 1)
        let (place, found) = (parts.first ?? "", parts.last ?? "")
        if let known = known(place, found) { return known }
        return Phrase(
            sv: "skrivsättet går inte att förstå (\(words))",
            en: "the notation can’t be understood (\(words))")
    }

    private static func known(_ place: Substring, _ found: Substring) -> Phrase? {
        if found.contains("cannot redefine") { return repeated(found) }
        switch place {
        case "string", "literal string":
            // A text that its line ends before its quote meets an "unescaped" control character.
            let isEscape = found.contains("escape") && !found.contains("unescaped control")
            return isEscape ? backslash : openText
        case "unicode scalar sequence": return backslash
        case "array": return openList
        case "inline table": return openTable
        case "table header": return openHeader
        case "value", "boolean": return noText
        // What begins as a number does, or as "inf" or "nan".
        case "decimal integer", "floating-point": return found.contains("saw") ? noText : nil
        default: break
        }
        if found.contains("expected value") { return noValue }
        if found.contains("expected '='") { return noEqualsSign }
        return found.contains("expected a comment or whitespace") ? more : nil
    }

    /// "cannot redefine existing integer 'a' as table".
    private static func repeated(_ found: Substring) -> Phrase {
        let name = found.split(separator: "'").dropFirst().first ?? ""
        return Phrase(
            sv: "”\(name)” står redan tidigare: ta bort det ena",
            en: "“\(name)” is there already: remove one of them")
    }

    private static let openText = Phrase(
        sv: "en text saknar sitt avslutande citattecken", en: "a text lacks its closing quote")
    private static let backslash = Phrase(
        sv:
            #"ett omvänt snedstreck skrivs två gånger (\\), eller hela texten inom apostrofer ('…')"#,
        en: #"a backslash is written twice (\\), or the whole text within apostrophes ('…')"#)
    private static let openList = Phrase(
        sv: "i en lista saknas ett kommatecken eller den avslutande hakparentesen",
        en: "a list lacks a comma or its closing bracket")
    private static let openTable = Phrase(
        sv: "inom klamrar saknas ett kommatecken eller den avslutande klammern",
        en: "within braces a comma or the closing brace is missing")
    private static let openHeader = Phrase(
        sv: "tabellens namn ska stå inom hakparenteser: [kiosk] eller [[sources]]",
        en: "the table’s name must stand in brackets: [kiosk] or [[sources]]")
    private static let noText = Phrase(
        sv: "värdet är varken text, tal, true eller false; texter skrivs inom citattecken",
        en: "the value is no text, number, true or false; texts are written in quotes")
    private static let noValue = Phrase(
        sv: "ett värde saknas efter likhetstecknet", en: "a value is missing after the equals sign")
    private static let noEqualsSign = Phrase(
        sv: "ett likhetstecken saknas: namn = värde", en: "an equals sign is missing: name = value")
    private static let more = Phrase(
        sv: "något står efter värdet; varje inställning har en egen rad",
        en: "something stands after the value; each setting has a line of its own")
}

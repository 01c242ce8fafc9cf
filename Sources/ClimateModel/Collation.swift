/// Sort order of names by language.
///
/// Swedish: å, ä and ö are letters of their own after z, in that order; é sorts as e, ü as y (Svenska skrivregler).
/// English: diacritics are ignored.
public enum Collation {
    /// A key whose plain byte order is the language's order; stored beside names in databases.
    ///
    /// - Complexity: O(*k*) in the length of the text.
    public static func key(for text: some StringProtocol, in language: Language) -> String {
        guard language == .swedish else { return SearchKey.fold(text) }
        var result = ""
        for character in text.lowercased() {
            switch character {
            // "{", "|" and "}" are the ASCII characters after "z".
            case "å": result.append("{")
            case "ä", "æ": result.append("|")
            case "ö", "ø": result.append("}")
            case "ü": result.append("y")
            default: result.append(contentsOf: SearchKey.fold(String(character)))
            }
            if character == " " { result.append(" ") }
        }
        return result
    }
}

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
        var result = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            guard scalar.value < 0x100 else { return slowKey(for: text) }
            switch scalar {
            // "{", "|" and "}" are the ASCII characters after "z".
            case "å", "Å": result.append("{")
            case "ä", "Ä", "æ", "Æ": result.append("|")
            case "ö", "Ö", "ø", "Ø": result.append("}")
            case "ü", "Ü": result.append("y")
            default: result.append(SearchKey.base(ofLatin: scalar))
            }
        }
        return String(result)
    }

    /// Of text beyond Latin-1, where letters may be written with combining marks.
    private static func slowKey(for text: some StringProtocol) -> String {
        var result = ""
        for character in text.lowercased() {
            switch character {
            case "å": result.append("{")
            case "ä", "æ": result.append("|")
            case "ö", "ø": result.append("}")
            case "ü": result.append("y")
            case " ": result.append(" ")
            default: result.append(contentsOf: SearchKey.fold(String(character)))
            }
        }
        return result
    }
}

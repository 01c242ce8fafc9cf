import Foundation

/// Text folded for search: lower case, without diacritics, one space between words.
public enum SearchKey {
    /// "Åre  Östersund" → "are ostersund". Same folding as the store's full-text index (FTS5's `remove_diacritics 2`).
    ///
    /// - Complexity: O(*k*) in the length of the text.
    public static func fold(_ text: some StringProtocol) -> String {
        var result = String.UnicodeScalarView()
        var pendingSpace = false
        for character in text.lowercased() {
            if character.isWhitespace {
                pendingSpace = !result.isEmpty
                continue
            }
            if pendingSpace {
                result.append(" ")
                pendingSpace = false
            }
            append(character, to: &result)
        }
        return String(result)
    }

    /// The character's scalars without the marks that its canonical decomposition holds.
    private static func append(_ character: Character, to result: inout String.UnicodeScalarView) {
        if let ascii = character.asciiValue {
            result.append(Unicode.Scalar(ascii))
            return
        }
        for scalar in String(character).decomposedStringWithCanonicalMapping.unicodeScalars
        where scalar.properties.generalCategory != .nonspacingMark {
            result.append(scalar)
        }
    }
}

import Foundation

/// Text folded for search: lower case, without diacritics, one space between words.
public enum SearchKey {
    /// "Åre  Östersund" → "are ostersund". Same folding as the store's full-text index (FTS5's `remove_diacritics 2`).
    ///
    /// - Complexity: O(*k*) in the length of the text.
    public static func fold(_ text: some StringProtocol) -> String {
        latin(text) ?? any(text)
    }

    /// Text of ASCII and Latin-1 alone, as names are, scalar by scalar; nil for other text.
    private static func latin(_ text: some StringProtocol) -> String? {
        var pendingSpace = false
        var result = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            guard scalar.value < 0x100 else { return nil }
            if isSpace(scalar) {
                pendingSpace = !result.isEmpty
                continue
            }
            if pendingSpace {
                result.append(" ")
                pendingSpace = false
            }
            result.append(base(ofLatin: scalar))
        }
        return String(result)
    }

    private static func isSpace(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x09...0x0D, 0x20, 0x85, 0xA0: true
        default: false
        }
    }

    /// The lower-case letter without its mark (Unicode's canonical decompositions of U+00C0 to U+00FF); any other scalar as
    /// it is.
    public static func base(ofLatin scalar: Unicode.Scalar) -> Unicode.Scalar {
        switch scalar.value {
        case 0x41...0x5A: Unicode.Scalar(UInt8(scalar.value + 0x20))
        case 0xC0...0xC5, 0xE0...0xE5: "a"
        case 0xC7, 0xE7: "c"
        case 0xC8...0xCB, 0xE8...0xEB: "e"
        case 0xCC...0xCF, 0xEC...0xEF: "i"
        case 0xD1, 0xF1: "n"
        case 0xD2...0xD6, 0xF2...0xF6: "o"
        case 0xD9...0xDC, 0xF9...0xFC: "u"
        case 0xDD, 0xFD, 0xFF: "y"
        // Æ, Ð, Ø and Þ have no decomposition, only a lower case.
        case 0xC6, 0xD0, 0xD8, 0xDE: Unicode.Scalar(UInt8(scalar.value + 0x20))
        default: scalar
        }
    }

    private static func any(_ text: some StringProtocol) -> String {
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

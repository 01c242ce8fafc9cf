import Foundation

/// Text from outside made safe to keep and to show.
///
/// Nothing that could steer a terminal, reorder text or hide in it gets through: C0 and C1 controls but newline, the
/// bidirectional overrides, embeddings and isolates (Unicode UAX #9), and zero-width characters except the joiners where
/// a script or an emoji sequence needs them. The result is in NFC.
public enum CleanText {
    /// Keeps newlines; tabs become spaces, CR and CRLF newlines, U+2028 and U+2029 newlines.
    ///
    /// - Complexity: O(*k*) in the length of the text.
    public static func block(_ text: some StringProtocol) -> String {
        String(filtered(text)).precomposedStringWithCanonicalMapping
    }

    /// One line: every run of white space becomes one space, none at the ends.
    ///
    /// - Complexity: O(*k*) in the length of the text.
    public static func line(_ text: some StringProtocol) -> String {
        block(text).split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }

    private static func filtered(_ text: some StringProtocol) -> String.UnicodeScalarView {
        var result = String.UnicodeScalarView()
        var previous: Unicode.Scalar?
        for scalar in text.unicodeScalars {
            switch scalar.value {
            case 0x0A where previous == "\r": break
            case 0x0A, 0x0D, 0x2028, 0x2029: result.append("\n")
            case 0x09: result.append(" ")
            case 0x200C, 0x200D:
                // Joiners mean something after letters of scripts that join, and inside emoji sequences.
                if let last = result.last, needsJoiner(last) { result.append(scalar) }
            default:
                if !isUnsafe(scalar) { result.append(scalar) }
            }
            previous = scalar
        }
        return result
    }

    /// Whether a zero-width joiner or non-joiner after `scalar` can be seen.
    private static func needsJoiner(_ scalar: Unicode.Scalar) -> Bool {
        if scalar.properties.isEmojiPresentation || scalar.value == 0xFE0F { return true }
        if scalar.properties.isEmojiModifier { return true }
        // Arabic to the Indic and South-East Asian scripts, and Mongolian.
        return (0x0600...0x109F).contains(scalar.value) || (0x1780...0x18AF).contains(scalar.value)
    }

    /// Whether `scalar` may never reach a terminal.
    public static func isUnsafe(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x0A: false
        case 0x00...0x1F, 0x7F...0x9F: true
        case 0xAD: true  // soft hyphen
        case 0x061C, 0x200B, 0x200E, 0x200F, 0x202A...0x202E, 0x2060...0x206F, 0xFEFF: true
        case 0xFFF9...0xFFFB, 0xE0000...0xE0FFF: true
        default:
            scalar.properties.generalCategory == .unassigned
                || scalar.properties.generalCategory == .privateUse
                || scalar.properties.isNoncharacterCodePoint
        }
    }
}

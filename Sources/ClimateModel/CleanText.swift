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
    public static func block(_ text: String) -> String {
        if isPlain(text) { return text }
        return String(filtered(text)).precomposedStringWithCanonicalMapping
    }

    /// As `block(_:)` of the same text as a `String`.
    public static func block(_ text: some StringProtocol) -> String { block(String(text)) }

    /// Whether `text` is plainly as `block(_:)` leaves it. False says nothing: most text that is clean is plainly so.
    ///
    /// - Complexity: O(*k*) in the length of the text.
    public static func isPlainlyClean(_ text: String) -> Bool { isPlain(text) }

    /// Whether `text` is plainly as `line(_:)` leaves it. False says nothing, as with ``isPlainlyClean(_:)``.
    ///
    /// - Complexity: O(*k*) in the length of the text.
    public static func isPlainLine(_ text: String) -> Bool { isPlain(text) && isOneLine(text) }

    /// Whether `text` holds nothing but newlines, visible characters up to U+024F, dashes and quotation marks, all of them
    /// safe and in NFC: most Swedish and English text, told in one or two passes over its bytes.
    private static func isPlain(_ text: String) -> Bool {
        var text = text
        return text.withUTF8 { hasLettersOnly($0) || isPlain($0) }
    }

    /// Whether there is nothing but newlines and characters of ASCII and U+00C0–U+024F; false says nothing.
    private static func hasLettersOnly(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        !bytes.hasByte { lanes in
            lanes.marked(0x00, through: 0x09) | lanes.marked(0x0B, through: 0x1F)
                | lanes.marked(0x7F) | lanes.marked(0xC2) | lanes.marked(0xC9, through: 0xFF)
        }
    }

    private static func isPlain(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        var lead: UInt8 = 0
        for (index, byte) in bytes.enumerated() {
            switch byte {
            case 0x0A, 0x20...0x7E: break
            // The second byte of U+0080–U+00BF: C1 controls and the soft hyphen are not plain.
            case 0x80...0xBF where lead == 0xC2: if byte < 0xA0 || byte == 0xAD { return false }
            case 0x80...0xBF, 0xC2...0xC8: break
            // U+2010–U+2027, dashes and quotation marks: none composes with what is plain.
            case 0xE2:
                guard bytes[index + 1] == 0x80, (0x90...0xA7).contains(bytes[index + 2]) else {
                    return false
                }
            default: return false
            }
            lead = byte
        }
        return true
    }

    /// One line: every run of white space becomes one space, none at the ends.
    ///
    /// - Complexity: O(*k*) in the length of the text.
    public static func line(_ text: String) -> String {
        let block = block(text)
        if isOneLine(block) { return block }
        // By scalars: a space with a mark on it is no white space to a reader, and must not become any the second time.
        return block.unicodeScalars.split(whereSeparator: \.properties.isWhitespace)
            .map { String($0) }.joined(separator: " ")
    }

    /// As `line(_:)` of the same text as a `String`.
    public static func line(_ text: some StringProtocol) -> String { line(String(text)) }

    /// Whether `text` has no white space but single spaces between words; of characters past U+00FF, some are not looked
    /// into.
    private static func isOneLine(_ text: String) -> Bool {
        var text = text
        return text.withUTF8 { isOneLine($0) }
    }

    private static func isOneLine(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        var previous = UInt8(ascii: " ")
        for (index, byte) in bytes.enumerated() {
            switch byte {
            case ..<0x20, 0xE1, 0xE3: return false
            case 0x20: if previous == 0x20 { return false }
            // U+0085 and U+00A0.
            case 0xC2: if bytes[index + 1] == 0x85 || bytes[index + 1] == 0xA0 { return false }
            // U+2010–U+2027 are dashes and quotation marks; the spaces are near them.
            case 0xE2:
                guard bytes[index + 1] == 0x80, (0x90...0xA7).contains(bytes[index + 2]) else {
                    return false
                }
            default: break
            }
            previous = byte
        }
        return previous != 0x20 || bytes.isEmpty
    }

    private static func filtered(_ text: String) -> String.UnicodeScalarView {
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
        // Latin letters and common punctuation are told without a look into Unicode's tables.
        case 0x20...0x024F, 0x2010...0x2027: false
        case 0x034F, 0x061C, 0x115F, 0x1160, 0x17B4, 0x17B5, 0x180E, 0x3164, 0xFFA0: true
        case 0x200B, 0x200E, 0x200F, 0x202A...0x202E, 0x2060...0x206F, 0xFEFF: true
        case 0xFFF9...0xFFFB, 0x1D173...0x1D17A, 0xE0000...0xE0FFF: true
        default:
            scalar.properties.generalCategory == .unassigned
                || scalar.properties.generalCategory == .privateUse
                || scalar.properties.isNoncharacterCodePoint
        }
    }
}

extension Unicode.Scalar {
    /// As `properties.isWhitespace`, without the look-up for the scalars that most text is of.
    var isSpace: Bool {
        switch value {
        case 0x20, 0x09...0x0D: true
        case ..<0x80: false
        default: properties.isWhitespace
        }
    }
}

extension String {
    /// Whether `word`, of ASCII, is in it.
    ///
    /// - Complexity: O(*nm*).
    func hasASCII(_ word: StaticString) -> Bool {
        var copy = self
        return copy.withUTF8 { text in
            word.withUTF8Buffer { word in
                guard let first = word.first, text.count >= word.count else { return false }
                return (0...(text.count - word.count)).contains { start in
                    text[start] == first
                        && (1..<word.count).allSatisfy { text[start + $0] == word[$0] }
                }
            }
        }
    }
}

extension String {
    /// Whether all its white space is single spaces, as far as a look at the bytes tells: what is true is sure.
    ///
    /// - Complexity: O(*n*), a fraction of a nanosecond a byte.
    var hasSingleSpacesOnly: Bool {
        var text = self
        return text.withUTF8 { bytes in
            var wasSpace = false
            for byte in bytes {
                // Below 0x20 are the controls, and these leads begin every other white space there is.
                if byte < 0x20 || byte == 0x7F || byte == 0xC2
                    || (0xE1...0xE3).contains(byte)
                {
                    return false
                }
                let isSpace = byte == 0x20
                if isSpace, wasSpace { return false }
                wasSpace = isSpace
            }
            return true
        }
    }
}

import ClimateModel

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
    /// Whether its first and its last character are no white space, as far as a look at two bytes tells: what is true is
    /// sure.
    var hasVisibleEnds: Bool {
        guard let first = utf8.first, let last = utf8.last else { return false }
        // The letters of Latin-1 begin with C3.
        return (first &- 0x21 < 0x5E || first == 0xC3)
            && (last &- 0x21 < 0x5E || utf8.dropLast().last == 0xC3)
    }
}

extension UnsafeBufferPointer<UInt8> {
    /// Whether all white space is single spaces, as far as a look at the bytes tells: what is true is sure.
    ///
    /// - Complexity: O(*n*), many bytes at a time.
    var hasSingleSpacesOnly: Bool {
        // Below 0x20 are the controls, and these leads begin every other white space there is.
        let hasOther = hasByte { lanes in
            lanes.marked(0x00, through: 0x1F) | lanes.marked(0x7F) | lanes.marked(0xC2)
                | lanes.marked(0xE1, through: 0xE3)
        }
        guard !hasOther, count > 1 else { return !hasOther }
        // Without a way out of the loop, so that it too takes many bytes at a time.
        var pairs: UInt8 = 0
        for index in 1..<count {
            pairs |= (self[index - 1] ^ 0x20 | self[index] ^ 0x20) == 0 ? 1 : 0
        }
        return pairs == 0
    }
}

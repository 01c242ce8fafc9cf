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

import ClimateModel

/// Which addresses are kept.
enum LinkAddress {
    /// Whether it is http, https or mailto, without white space, of a sensible length.
    static func isAllowed(_ address: some StringProtocol) -> Bool {
        let start = address.prefix(8).lowercased()
        return ["http://", "https://", "mailto:"].contains { start.hasPrefix($0) }
            && address.utf8.count <= 4_096
            && !address.unicodeScalars.contains { scalar in
                scalar.isSpace
                    || ((0x21...0x7E).contains(scalar.value) ? false : CleanText.isUnsafe(scalar))
            }
    }
}

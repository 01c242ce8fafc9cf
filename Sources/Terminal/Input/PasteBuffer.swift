/// Text between the marks of a bracketed paste.
struct PasteBuffer {
    static let start = Array("\u{1B}[200~".utf8)
    static let end = Array("\u{1B}[201~".utf8)
    /// The most bytes that are kept of a paste; the rest is left out.
    static let limit = 65_536

    private var bytes: [UInt8] = []

    /// Takes what of `input` belongs to the paste.
    ///
    /// - Returns: the index after the end mark; nil where it has not come yet.
    mutating func take(_ input: ArraySlice<UInt8>) -> Int? {
        var index = input.startIndex
        while let escape = input[index...].firstIndex(of: 0x1B) {
            append(input[index..<escape])
            let rest = input[escape...]
            if rest.starts(with: Self.end) { return escape + Self.end.count }
            if Self.end.starts(with: rest) { return nil }
            index = escape + 1
        }
        append(input[index...])
        return nil
    }

    /// What of `input` may be the beginning of the end mark, to be seen again with what follows.
    func unfinishedEnd(of input: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        guard let escape = input.lastIndex(of: 0x1B), Self.end.starts(with: input[escape...])
        else { return [] }
        return input[escape...]
    }

    private mutating func append(_ more: ArraySlice<UInt8>) {
        bytes += more.prefix(Self.limit - bytes.count)
    }

    /// The text, without what is no UTF-8 and no character to see. Every kind of line end is a newline, a tab a space.
    var text: String {
        var result = String.UnicodeScalarView()
        var previous: Unicode.Scalar?
        for scalar in String(decoding: bytes, as: UTF8.self).unicodeScalars {
            switch scalar {
            case "\n" where previous == "\r": break
            case "\r", "\n", "\u{85}", "\u{2028}", "\u{2029}": result.append("\n")
            case "\t": result.append(" ")
            case "\u{FFFD}": break
            default: if Self.isSeen(scalar) { result.append(scalar) }
            }
            previous = scalar
        }
        return String(result)
    }

    private static func isSeen(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .control, .format, .surrogate, .privateUse, .unassigned: false
        default: true
        }
    }
}

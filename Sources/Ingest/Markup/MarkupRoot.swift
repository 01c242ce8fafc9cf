/// The first element of XML or HTML.
enum MarkupRoot {
    /// Its local name in lower case; "" if there is none. Reads no further than the first 100,000 bytes.
    static func name(of text: [UInt8]) -> String {
        var rest = text.prefix(100_000)
        while let open = rest.firstIndex(of: UInt8(ascii: "<")) {
            rest = rest[(open + 1)...]
            if rest.starts(with: "!--".utf8) {
                guard let end = commentEnd(rest) else { return "" }
                rest = rest[end...]
            } else if rest.first == UInt8(ascii: "!") {
                if isHTML(rest) { return "html" }
            } else if let name = name(rest) {
                return name
            }
        }
        return ""
    }

    private static func commentEnd(_ text: ArraySlice<UInt8>) -> Int? {
        text.indices.first { text[$0...].starts(with: "-->".utf8) }.map { $0 + 3 }
    }

    private static func isHTML(_ declaration: ArraySlice<UInt8>) -> Bool {
        String(decoding: declaration.prefix(13), as: UTF8.self).lowercased() == "!doctype html"
    }

    /// Nil where no name begins.
    private static func name(_ text: ArraySlice<UInt8>) -> String? {
        guard let byte = text.first, byte >= 0x40 else { return nil }
        let start = String(decoding: text.prefix(1_000), as: UTF8.self)
        guard let first = start.first, first.isLetter || first == "_" else { return nil }
        let name = start.prefix { !$0.isWhitespace && $0 != ">" && $0 != "/" }
        return (name.split(separator: ":").last ?? "").lowercased()
    }
}

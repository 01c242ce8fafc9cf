import ClimateModel

/// Bounds the HTML of one body before libxml2's HTML parser sees it, whose time grows with the square of a tag's
/// attributes and of the elements left open.
enum HTMLGuard {
    private static let depth = 500
    /// Elements that are not left open when nothing closes them.
    private static let selfClosing: Set<String> = [
        "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param",
        "source",
        "track", "wbr", "p", "li", "td", "th", "tr", "dt", "dd", "option",
    ]

    /// The bytes to parse: tags longer than ``Limits/bodyTagSize`` (pictures inside the text, mostly) are left out.
    ///
    /// Nil for a body over the limits.
    ///
    /// - Complexity: O(*n*).
    static func bounded(_ html: String) -> [UInt8]? {
        let bytes = Array(html.utf8)
        guard bytes.count <= Limits.bodySize else { return nil }
        var result: [UInt8] = []
        result.reserveCapacity(bytes.count)
        var tags = 0
        var open = 0
        var index = 0
        while index < bytes.count {
            guard bytes[index] == UInt8(ascii: "<"), let end = tagEnd(bytes, index) else {
                if bytes[index] != 0 { result.append(bytes[index]) }
                index += 1
                continue
            }
            tags += 1
            open = max(0, open + change(bytes[index...end]))
            guard tags <= Limits.bodyTags, open <= depth else { return nil }
            if end - index < Limits.bodyTagSize { result.append(contentsOf: bytes[index...end]) }
            index = end + 1
        }
        return result
    }

    /// The index of the ">" of the tag at `start`; of the last byte if it has none; nil where no tag begins.
    private static func tagEnd(_ bytes: [UInt8], _ start: Int) -> Int? {
        guard start + 1 < bytes.count else { return nil }
        switch bytes[start + 1] {
        case 0x41...0x5A, 0x61...0x7A, UInt8(ascii: "/"), UInt8(ascii: "!"), UInt8(ascii: "?"):
            return bytes[start...].firstIndex(of: UInt8(ascii: ">")) ?? bytes.count - 1
        default: return nil
        }
    }

    /// +1 for a start tag, -1 for an end tag, 0 for what leaves nothing open.
    private static func change(_ tag: ArraySlice<UInt8>) -> Int {
        let body = tag.dropFirst()
        guard let first = body.first, first != UInt8(ascii: "!"), first != UInt8(ascii: "?") else {
            return 0
        }
        let isEnd = first == UInt8(ascii: "/")
        let letters = (isEnd ? body.dropFirst() : body).prefix {
            (0x41...0x5A).contains($0) || (0x61...0x7A).contains($0) || (0x30...0x39).contains($0)
        }
        let name = String(decoding: letters.prefix(20), as: UTF8.self).lowercased()
        if selfClosing.contains(name) { return 0 }
        return isEnd ? -1 : 1
    }
}

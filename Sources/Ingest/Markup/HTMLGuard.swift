import ClimateModel

/// Bounds HTML before libxml2's HTML parser sees it, whose time grows with the square of a tag's attributes and of the
/// elements left open.
struct HTMLGuard {
    /// How much HTML may hold.
    struct Bounds {
        var size: Int
        var tags: Int
        /// Whether style sheets and data (JSON-LD) are kept for the reader; other scripts never are.
        var keepsData: Bool

        /// The body of a feed's item.
        static let body = Bounds(
            size: Limits.bodySize, tags: Limits.bodyTags, keepsData: false)
        /// A whole page or newsletter.
        static let page = Bounds(
            size: Limits.pageSize, tags: Limits.pageTags, keepsData: true)
    }

    private static let depth = 500
    private enum Kind {
        /// It is not left open when nothing closes it.
        case selfClosing
        /// Its content is no HTML.
        case raw
    }

    /// By the hashes of their names.
    private static let kinds: KeyTable<Kind> = {
        let selfClosing =
            "area base br col embed hr img input link meta param source track wbr p li td th tr dt dd option"
        var kinds: [UInt64: Kind] = [:]
        for name in selfClosing.split(separator: " ") {
            kinds[LatinBytes.hash(name.utf8)] = .selfClosing
        }
        for name in ["script", "style"] { kinds[LatinBytes.hash(name.utf8)] = .raw }
        return KeyTable(kinds, free: .raw)
    }()

    private let kinds = Self.kinds

    private let bytes: [UInt8]
    private let bounds: Bounds
    private var index = 0
    private var output: [UInt8] = []
    private var tags = 0
    private var open = 0
    /// Where the search for an end found none: there is none after it either.
    private var noCommentEnd = false

    /// The bytes to parse: comments, scripts and tags longer than ``Limits/bodyTagSize`` (pictures inside the text, mostly) are
    /// left out.
    ///
    /// Nil for HTML over the bounds.
    ///
    /// - Complexity: O(*n*).
    static func bounded(_ html: String, _ bounds: Bounds = .body) -> [UInt8]? {
        var guarding = HTMLGuard(bytes: Array(html.utf8), bounds: bounds)
        return guarding.run() ? guarding.output : nil
    }

    private init(bytes: [UInt8], bounds: Bounds) {
        self.bytes = bytes
        self.bounds = bounds
        output.reserveCapacity(min(bytes.count, bounds.size))
    }

    private mutating func run() -> Bool {
        while index < bytes.count {
            guard output.count <= bounds.size, tags <= bounds.tags, open <= Self.depth else {
                return false
            }
            if bytes[index] != UInt8(ascii: "<") {
                copyText()
            } else if starts(with: "<!--"), let end = commentEnd() {
                index = end
            } else if let end = tagEnd() {
                tag(upTo: end)
            } else {
                output.append(bytes[index])
                index += 1
            }
        }
        return output.count <= bounds.size && tags <= bounds.tags && open <= Self.depth
    }

    private mutating func copyText() {
        let start = index
        index = self.index(of: UInt8(ascii: "<")) ?? bytes.count
        let text = bytes[start..<index]
        let isText = text.withUnsafeBufferPointer { $0.firstIndex(ofByte: 0, from: 0) == nil }
        if isText {
            output.append(contentsOf: text)
        } else {
            output.append(contentsOf: text.lazy.filter { $0 != 0 })
        }
    }

    /// Where that byte next stands.
    private func index(of byte: UInt8) -> Int? {
        bytes.withUnsafeBufferPointer { $0.firstIndex(ofByte: byte, from: index) }
    }

    private func starts(with text: StaticString) -> Bool {
        text.withUTF8Buffer { wanted in
            index + wanted.count <= bytes.count
                && zip(wanted, bytes[index...]).allSatisfy { $0 == $1 }
        }
    }

    /// The index after the comment that begins here; nil for one that never ends.
    private mutating func commentEnd() -> Int? {
        guard !noCommentEnd else { return nil }
        var place = index + 2
        while place + 2 < bytes.count {
            if bytes[place] == UInt8(ascii: "-"), bytes[place + 1] == UInt8(ascii: "-"),
                bytes[place + 2] == UInt8(ascii: ">")
            {
                return place + 3
            }
            place += 1
        }
        noCommentEnd = true
        return nil
    }

    /// The index of the ">" of the tag that begins here; of the last byte if it has none; nil where no tag begins.
    private func tagEnd() -> Int? {
        guard index + 1 < bytes.count else { return nil }
        switch bytes[index + 1] {
        case 0x41...0x5A, 0x61...0x7A, UInt8(ascii: "/"), UInt8(ascii: "!"), UInt8(ascii: "?"):
            return index(of: UInt8(ascii: ">")) ?? bytes.count - 1
        default: return nil
        }
    }

    private mutating func tag(upTo end: Int) {
        let tag = index..<(end + 1)
        let (name, isEnd) = name(of: tag)
        tags += 1
        index = end + 1
        let kind = kinds[LatinBytes.hash(bytes[name])]
        if !isEnd, kind == .raw {
            raw(String(decoding: bytes[name], as: UTF8.self).lowercased(), bytes[tag])
            return
        }
        if !name.isEmpty, kind != .selfClosing {
            open = max(0, open + (isEnd ? -1 : 1))
        }
        if tag.count <= Limits.bodyTagSize { output.append(contentsOf: bytes[tag]) }
    }

    /// Copies or leaves out an element whose content is no HTML.
    private mutating func raw(_ name: String, _ tag: ArraySlice<UInt8>) {
        let start = index
        let end = contentEnd(of: name)
        index = end
        let isData =
            name == "style" || String(decoding: tag, as: UTF8.self).lowercased().hasASCII("ld+json")
        guard bounds.keepsData, isData, tag.count <= Limits.bodyTagSize,
            end - start <= Limits.bodySize
        else { return }
        output.append(contentsOf: tag)
        output.append(contentsOf: bytes[start..<end])
        output.append(contentsOf: "</\(name)>".utf8)
    }

    /// The index of the "</name" that ends the element; the end of the text if there is none.
    private func contentEnd(of name: String) -> Int {
        let wanted = Array("</\(name)".utf8)
        var place = index
        while let next = bytes[place...].firstIndex(of: UInt8(ascii: "<")) {
            let isEnd =
                next + wanted.count <= bytes.count
                && wanted.indices.allSatisfy { (bytes[next + $0] | 0x20) == (wanted[$0] | 0x20) }
            if isEnd { return next }
            place = next + 1
        }
        return bytes.count
    }

    /// Where a tag's name is, empty for a declaration, and whether it is an end tag.
    private func name(of tag: Range<Int>) -> (Range<Int>, isEnd: Bool) {
        let first = tag.lowerBound + 1
        let byte = first < tag.upperBound ? bytes[first] : UInt8(ascii: "!")
        guard byte != UInt8(ascii: "!"), byte != UInt8(ascii: "?") else {
            return (first..<first, false)
        }
        let isEnd = byte == UInt8(ascii: "/")
        let start = isEnd ? first + 1 : first
        var end = start
        while end < tag.upperBound, end < start + 20,
            (bytes[end] | 0x20) &- 0x61 < 26 || LatinBytes.isDigit(bytes[end])
        {
            end += 1
        }
        return (start..<end, isEnd)
    }
}

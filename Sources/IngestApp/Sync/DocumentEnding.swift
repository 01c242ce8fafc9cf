/// Whether a document's own bytes show that it is there to its end, as markup does that closes its outermost element.
///
/// It takes pieces of any size and remembers only the first and the last of them.
struct DocumentEnding {
    private var head: [UInt8] = []
    private var tail: [UInt8] = []

    /// Within so many bytes the outermost element begins…
    private static let headLength = 1_024
    /// … and with what may follow its end, comments most of all, it ends.
    private static let tailLength = 2_048

    /// Takes in more bytes.
    ///
    /// - Complexity: O(1), whatever their number.
    mutating func add(_ bytes: UnsafeRawBufferPointer) {
        head += bytes.prefix(Self.headLength - head.count)
        tail = (tail + bytes.suffix(Self.tailLength)).suffix(Self.tailLength)
    }

    /// True where nothing can be missing, but for what stands outside the outermost element of markup; false for all else,
    /// as for tables and other plain text, which end anywhere.
    ///
    /// JSON and archives that are cut short can't be read, so that it is enough that they end as such do.
    var isShown: Bool {
        if head.starts(with: Array("PK\u{3}\u{4}".utf8)) {
            // The end of central directory record without a comment (APPNOTE 6.3, 4.3.16).
            return tail.suffix(22).starts(with: Array("PK\u{5}\u{6}".utf8))
        }
        let (beginning, ending) = (Self.text(head), Self.text(tail))
        switch beginning.unicodeScalars.first {
        case "{": return ending.hasSuffix("}")
        case "[": return ending.hasSuffix("]")
        default: return Self.closes(ending, Self.outermost(of: beginning))
        }
    }

    /// In lower case, without the blanks and the byte order mark around it; other bytes than ASCII are of no concern here.
    private static func text(_ bytes: [UInt8]) -> Substring {
        var text = String(decoding: bytes.map { $0 < 0x80 ? $0 : 0x3F }, as: UTF8.self)
            .lowercased()[...]
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { text = text.dropFirst(3) }
        while text.last?.isWhitespace == true { text.removeLast() }
        return text.drop(while: \.isWhitespace)
    }

    /// The name of the first element; nil where it doesn't begin soon.
    private static func outermost(of text: Substring) -> Substring? {
        var rest = text
        while let end = ends.first(where: { rest.hasPrefix($0.begin) })?.end {
            guard let range = rest.firstRange(of: end) else { return nil }
            rest = rest[range.upperBound...].drop(while: \.isWhitespace)
        }
        guard rest.first == "<" else { return nil }
        let name = rest.dropFirst().prefix { !$0.isWhitespace && $0 != ">" && $0 != "/" }
        return name.isEmpty || name.endIndex == rest.endIndex ? nil : name
    }

    /// What may stand before the first element.
    private static let ends = [("<!--", "-->"), ("<?", "?>"), ("<!", ">")].map {
        (begin: $0.0, end: $0.1)
    }

    private static func closes(_ text: Substring, _ name: Substring?) -> Bool {
        guard let name else { return false }
        var rest = text
        while rest.hasSuffix("-->"), let comment = rest.ranges(of: "<!--").last {
            rest = rest[..<comment.lowerBound]
            while rest.last?.isWhitespace == true { rest.removeLast() }
        }
        guard rest.hasSuffix(">") else { return false }
        rest.removeLast()
        while rest.last?.isWhitespace == true { rest.removeLast() }
        return rest.hasSuffix("</" + name)
    }
}

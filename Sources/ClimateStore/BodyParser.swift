import ClimateModel

/// Reads what `BodyCodec` writes. Anything else ends the reading; it never traps and never goes deeper than four levels.
struct BodyParser {
    private var rest: Substring.UTF8View
    /// Whether the text may end anywhere: what stands before its end is read then.
    private let isCut: Bool

    init(_ text: String, isCut: Bool = false) {
        rest = Substring(text).utf8
        self.isCut = isCut
    }

    private var isAtCut: Bool { isCut && rest.isEmpty }

    /// Nil where the text is not a body.
    mutating func blocks() -> [StructuredText.Block]? { array { $0.block() } }

    private mutating func block() -> StructuredText.Block? {
        guard take("["), let kind = string(), take(",") else { return nil }
        var block: StructuredText.Block?
        switch kind {
        case "p": block = inlines().map { .paragraph($0) }
        case "q": block = inlines().map { .quote($0) }
        case "h":
            if let level = digit(), take(",") {
                block = inlines().map { .heading(level: level, $0) }
            }
        case "u", "o":
            block = array { $0.inlines() }.map { .list(ordered: kind == "o", items: $0) }
        default: return nil
        }
        return take("]") || isAtCut ? block : nil
    }

    private mutating func inlines() -> [StructuredText.Inline]? { array { $0.inline() } }

    private mutating func inline() -> StructuredText.Inline? {
        if rest.first == UInt8(ascii: "\"") { return string().map { .text($0) } }
        guard let parts = array({ $0.string() }), parts.count > 1 else { return nil }
        switch (parts[0], parts.count) {
        case ("e", 2): return .emphasis(parts[1])
        case ("s", 2): return .strong(parts[1])
        case ("a", 3): return .link(text: parts[1], address: parts[2])
        default: return nil
        }
    }

    private mutating func array<Element>(
        _ element: (inout BodyParser) -> Element?
    ) -> [Element]? {
        guard take("[") else { return nil }
        var elements: [Element] = []
        if take("]") { return elements }
        repeat {
            guard let next = element(&self) else { return isAtCut ? elements : nil }
            elements.append(next)
        } while take(",")
        return take("]") || isAtCut ? elements : nil
    }

    private mutating func string() -> String? {
        guard take("\"") else { return nil }
        var bytes: [UInt8] = []
        while true {
            guard let end = rest.firstIndex(where: { $0 == 0x22 || $0 == 0x5C }) else {
                return cut(bytes)
            }
            bytes.append(contentsOf: rest[..<end])
            let isEnd = rest[end] == 0x22
            rest = rest[rest.index(after: end)...]
            if isEnd { return String(decoding: bytes, as: UTF8.self) }
            guard let byte = escaped() else { return isAtCut ? cut(bytes) : nil }
            bytes.append(byte)
        }
    }

    /// A string that begins with `bytes` and has no end.
    private mutating func cut(_ bytes: [UInt8]) -> String? {
        guard isCut else { return nil }
        defer { rest = rest[rest.endIndex...] }
        return String(decoding: bytes + Array(rest), as: UTF8.self)
    }

    /// What stands after a backslash: a quote, a backslash, n, or u and four hexadecimal digits of a control.
    private mutating func escaped() -> UInt8? {
        guard let kind = rest.popFirst() else { return nil }
        switch kind {
        case 0x22, 0x5C: return kind
        case UInt8(ascii: "n"): return 0x0A
        case UInt8(ascii: "u"):
            let digits = String(decoding: rest.prefix(4), as: UTF8.self)
            rest = rest.dropFirst(4)
            return digits.utf8.count == 4 ? UInt8(digits, radix: 16) : nil
        default: return nil
        }
    }

    private mutating func digit() -> Int? {
        guard let byte = rest.first, (48...57).contains(byte) else { return nil }
        rest = rest.dropFirst()
        return Int(byte) - 48
    }

    private mutating func take(_ character: Unicode.Scalar) -> Bool {
        guard rest.first == UInt8(ascii: character) else { return false }
        rest = rest.dropFirst()
        return true
    }
}

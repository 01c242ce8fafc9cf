import ClimateModel

/// Reads JSON (RFC 8259) into a ``Tree``.
///
/// A reader of its own, because problems are told with line and column, which Foundation's decoders don't keep for
/// values, and because the depth must be bounded before anything is built. It takes raw control characters inside
/// strings, which feeds have; all else is strict.
struct JSONTree {
    private let bytes: [UInt8]
    private var index = 0
    private var nodes = 0
    private var line = 1
    /// The last place whose column was asked for, so that one long line is counted once.
    private var counted = (index: 0, column: 1)

    /// - Parameter bytes: of the text in UTF-8.
    /// - Complexity: O(*n*).
    static func read(_ bytes: [UInt8]) throws(Problem) -> Tree {
        var reader = JSONTree(bytes: bytes)
        guard reader.bytes.count <= Limits.treeFileSize else {
            throw Problem(message: .treeTooLarge)
        }
        reader.skipSpace()
        let tree = try reader.value(depth: 1)
        reader.skipSpace()
        guard reader.index == reader.bytes.count else {
            throw reader.problem(.jsonTrailing)
        }
        return tree
    }

    private init(bytes: [UInt8]) { self.bytes = bytes }

    private var current: UInt8? { index < bytes.count ? bytes[index] : nil }

    private mutating func place() -> (line: Int, column: Int) {
        for position in counted.index..<index where bytes[position] & 0xC0 != 0x80 {
            counted.column += 1
        }
        counted.index = index
        return (line, counted.column)
    }

    private mutating func problem(_ message: Phrase) -> Problem {
        let (line, column) = place()
        guard index < bytes.count else {
            return Problem(line: line, column: column, message: .jsonTruncated)
        }
        let cell = String(decoding: bytes[index..<min(index + 20, bytes.count)], as: UTF8.self)
        return Problem(line: line, column: column, cell: cell, message: message)
    }

    private mutating func newLine() {
        line += 1
        counted = (index, 1)
    }

    private mutating func skipSpace() {
        while let byte = current, byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D {
            index += 1
            if byte == 0x0A || (byte == 0x0D && current != 0x0A) { newLine() }
        }
    }

    private mutating func value(depth: Int) throws(Problem) -> Tree {
        nodes += 1
        guard depth <= Limits.depth else { throw problem(.tooDeep) }
        guard nodes <= Limits.nodes else { throw problem(.tooManyNodes) }
        let (line, column) = place()
        let value: Tree.Value
        switch current {
        case UInt8(ascii: "{"): value = .table(try table(depth: depth))
        case UInt8(ascii: "["): value = .list(try list(depth: depth))
        case UInt8(ascii: "\""): value = .scalar(try string())
        default: value = try literal()
        }
        return Tree(value: value, line: line, column: column)
    }

    private mutating func list(depth: Int) throws(Problem) -> [Tree] {
        var items: [Tree] = []
        index += 1
        skipSpace()
        if take("]") { return items }
        while true {
            items.append(try value(depth: depth + 1))
            skipSpace()
            if take("]") { return items }
            guard take(",") else { throw problem(.jsonExpected(", ]")) }
            skipSpace()
        }
    }

    private mutating func table(depth: Int) throws(Problem) -> [Tree.Entry] {
        var entries: [Tree.Entry] = []
        index += 1
        skipSpace()
        if take("}") { return entries }
        while true {
            guard current == UInt8(ascii: "\"") else { throw problem(.jsonExpected("\"")) }
            let (line, column) = place()
            let key = try string()
            skipSpace()
            guard take(":") else { throw problem(.jsonExpected(":")) }
            skipSpace()
            entries.append(
                .init(key: key, line: line, column: column, value: try value(depth: depth + 1)))
            skipSpace()
            if take("}") { return entries }
            guard take(",") else { throw problem(.jsonExpected(", }")) }
            skipSpace()
        }
    }

    private mutating func take(_ character: Unicode.Scalar) -> Bool {
        guard let byte = current, UInt32(byte) == character.value else { return false }
        index += 1
        return true
    }

    private mutating func literal() throws(Problem) -> Tree.Value {
        let start = index
        while let byte = current, Self.isLiteral(byte) { index += 1 }
        let text = String(decoding: bytes[start..<index], as: UTF8.self)
        switch text {
        case "null": return .null
        case "true", "false": return .scalar(text)
        default:
            guard text.first.map({ $0 == "-" || $0.isNumber }) ?? false, Double(text) != nil else {
                index = start
                throw problem(.jsonExpectedValue)
            }
            return .scalar(text)
        }
    }

    private static func isLiteral(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2B, 0x2D, 0x2E: true
        default: false
        }
    }

    // MARK: Strings

    private mutating func string() throws(Problem) -> String {
        var content: [UInt8] = []
        index += 1
        while true {
            let start = index
            skipPlain()
            let run = bytes[start..<index]
            guard let byte = current else { throw problem(.jsonTruncated) }
            switch byte {
            case UInt8(ascii: "\""):
                index += 1
                if content.isEmpty { return String(decoding: run, as: UTF8.self) }
                return String(decoding: content + run, as: UTF8.self)
            case UInt8(ascii: "\\"):
                content.append(contentsOf: run)
                content.append(
                    contentsOf: UTF8.encode(try escape()) ?? UTF8.encodedReplacementCharacter)
            default:
                index += 1
                newLine()
                content.append(contentsOf: run)
                content.append(byte)
            }
        }
    }

    /// Goes to the next quote, backslash or line feed, or to the end.
    private mutating func skipPlain() {
        index = bytes.withUnsafeBufferPointer { bytes in
            var index = index
            while index < bytes.count {
                let byte = bytes[index]
                if byte == 0x22 || byte == 0x5C || byte == 0x0A { break }
                index += 1
            }
            return index
        }
    }

    private mutating func escape() throws(Problem) -> Unicode.Scalar {
        index += 1
        guard let byte = current else { throw problem(.jsonTruncated) }
        index += 1
        switch Unicode.Scalar(byte) {
        case "\"", "\\", "/": return Unicode.Scalar(byte)
        case "b": return "\u{08}"
        case "f": return "\u{0C}"
        case "n": return "\n"
        case "r": return "\r"
        case "t": return "\t"
        case "u": return try unicodeEscape()
        default:
            index -= 1
            throw problem(.jsonEscape)
        }
    }

    private mutating func unicodeEscape() throws(Problem) -> Unicode.Scalar {
        let first = try hex4()
        guard (0xD800...0xDBFF).contains(first), current == UInt8(ascii: "\\"),
            index + 1 < bytes.count, bytes[index + 1] == UInt8(ascii: "u")
        else { return Unicode.Scalar(first) ?? "\u{FFFD}" }
        let mark = index
        index += 2
        let second = try hex4()
        guard (0xDC00...0xDFFF).contains(second) else {
            index = mark
            return "\u{FFFD}"
        }
        return Unicode.Scalar(0x10000 + (first - 0xD800) << 10 + (second - 0xDC00)) ?? "\u{FFFD}"
    }

    private mutating func hex4() throws(Problem) -> UInt32 {
        guard index + 4 <= bytes.count else { throw problem(.jsonEscape) }
        var value: UInt32 = 0
        for byte in bytes[index..<index + 4] {
            guard let digit = Self.hexDigit(byte) else { throw problem(.jsonEscape) }
            value = value << 4 | digit
        }
        index += 4
        return value
    }

    private static func hexDigit(_ byte: UInt8) -> UInt32? {
        switch byte {
        case 0x30...0x39: UInt32(byte - 0x30)
        case 0x41...0x46: UInt32(byte - 0x37)
        case 0x61...0x66: UInt32(byte - 0x57)
        default: nil
        }
    }
}

extension Phrase {
    static let jsonTruncated = Phrase(
        sv: "filen slutar mitt i JSON-texten", en: "the file ends in the middle of the JSON text")
    static let jsonTrailing = Phrase(
        sv: "text efter JSON-värdets slut", en: "text after the end of the JSON value")
    static let jsonExpectedValue = Phrase(
        sv: "väntade ett JSON-värde", en: "expected a JSON value")
    static let jsonEscape = Phrase(
        sv: "okänd \\-följd i strängen", en: "unknown \\ sequence in the string")

    static func jsonExpected(_ what: String) -> Phrase {
        Phrase(sv: "väntade \(what)", en: "expected \(what)")
    }
}

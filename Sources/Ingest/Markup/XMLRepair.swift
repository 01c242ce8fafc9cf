import ClimateModel

/// Makes well-formed XML of what feeds send, so that the parser never needs to guess.
///
/// libxml2's recovery drops every named entity after the first fault, and its time grows with the square of the
/// attributes of a tag. So before it sees the text:
/// - the XML declaration, the document type, comments and processing instructions are left out: with the document type goes
///   every entity of the document's own, inside or outside of the file;
/// - HTML's named entities become characters, and so do numeric ones, read as Windows-1252 where they name a control;
/// - a bare "&" or "<" is escaped, and controls are dropped;
/// - an element that isn't closed is closed with its parent, an end without a start is dropped, and an item inside an item
///   is put after it;
/// - a tag longer than ``Limits/tagSize``, one with more than 200 attributes, and more than ``Limits/depth`` levels are
///   refused.
///
/// Line breaks all stay, so that lines in the result are those of the file.
struct XMLRepair {
    private let bytes: [UInt8]
    private var index = 0
    private var line = 1
    private(set) var output: [UInt8] = []
    /// The names of the elements that are open, as they stand in the text.
    private var open: [Range<Int>] = []
    private var sawRoot = false
    /// Whether a channel has ended.
    private var sawChannel = false

    /// The repaired text, without a declaration; both are UTF-8.
    ///
    /// - Throws: a problem for text that ends before its root element does (but for RSS whose channel has ended), or is over
    ///   the limits.
    /// - Complexity: O(*n*).
    static func repair(_ bytes: [UInt8]) throws(Problem) -> [UInt8] {
        var repair = XMLRepair(bytes)
        try repair.run()
        return repair.output
    }

    private init(_ bytes: [UInt8]) {
        self.bytes = bytes
        output.reserveCapacity(bytes.count)
    }

    private static let mostAttributes = 200

    private mutating func run() throws(Problem) {
        while index < bytes.count, !(sawRoot && open.isEmpty) {
            switch bytes[index] {
            case UInt8(ascii: "<"): try markup()
            case UInt8(ascii: "&"): reference()
            default: copyRun()
            }
        }
        guard sawRoot, open.isEmpty || isWhole else {
            throw Problem(line: line, message: .xmlTruncated)
        }
        close(to: 0)
    }

    /// Whether all that is missing at the end is that of the root: an RSS channel that has ended holds all there is.
    private var isWhole: Bool { sawChannel && open.count == 1 }

    // MARK: Text

    /// Copies up to the next byte that may mean something.
    private mutating func copyRun() {
        let start = index
        index = bytes.withUnsafeBufferPointer { bytes in
            var end = start
            while end < bytes.count, plain[Int(bytes[end])] { end += 1 }
            return end
        }
        if index == start {
            copyText()
        } else if !open.isEmpty {
            output.append(contentsOf: bytes[start..<index])
        }
    }

    private let plain = Self.plainBytes

    /// Of each byte, whether it is text wherever it stands, and never part of a control or a line's end.
    private static let plainBytes: [Bool] = (UInt8.min...UInt8.max).map { byte in
        switch byte {
        case UInt8(ascii: "<"), UInt8(ascii: "&"), UInt8(ascii: "]"), 0xC2, 0xEF, 0x7F: false
        default: byte >= 0x20
        }
    }

    private mutating func copyText() {
        let byte = bytes[index]
        if isControl(at: index) {
            index += byte == 0xC2 ? 2 : byte == 0xEF ? 3 : 1
            return
        }
        if byte == 0x0A { line += 1 }
        // Text outside of the root is white space or worth nothing.
        if !open.isEmpty || byte == 0x0A { output.append(byte) }
        index += 1
    }

    /// Whether a C0 or C1 control or a non-character of the plane begins at `place`, which XML 1.0 doesn't have.
    private func isControl(at place: Int) -> Bool {
        switch bytes[place] {
        case 0x09, 0x0A, 0x0D: false
        case 0x00...0x1F, 0x7F: true
        case 0xC2: place + 1 < bytes.count && (0x80...0x9F).contains(bytes[place + 1])
        case 0xEF: place + 2 < bytes.count && bytes[place + 1] == 0xBF && bytes[place + 2] >= 0xBE
        default: false
        }
    }

    /// A reference, or an "&" that should have been one.
    private mutating func reference() {
        let limit = min(index + 34, bytes.count)
        guard let end = bytes[(index + 1)..<limit].firstIndex(of: UInt8(ascii: ";")) else {
            output.append(contentsOf: "&amp;".utf8)
            index += 1
            return
        }
        let name = String(decoding: bytes[(index + 1)..<end], as: UTF8.self)
        guard let replacement = Self.replacement(of: name) else {
            output.append(contentsOf: "&amp;".utf8)
            index += 1
            return
        }
        output.append(contentsOf: replacement.utf8)
        index = end + 1
    }

    /// What is written for a reference; nil if it is none.
    private static func replacement(of name: String) -> String? {
        if ["amp", "lt", "gt", "quot", "apos"].contains(name) { return "&\(name);" }
        if name.first == "#" { return numeric(name.dropFirst()) }
        guard name.utf8.allSatisfy({ $0 < 0x80 }), name.allSatisfy({ $0.isLetter || $0.isNumber })
        else { return nil }
        return LibXML.character(ofEntity: name).map { escaped($0) }
    }

    private static func numeric(_ digits: Substring) -> String? {
        let isHex = digits.first == "x" || digits.first == "X"
        let body = isHex ? digits.dropFirst() : digits
        guard !body.isEmpty, body.first != "+", body.first != "-",
            let value = UInt32(body, radix: isHex ? 16 : 10)
        else { return nil }
        if let byte = UInt8(exactly: value), (0x80...0x9F).contains(byte) {
            return String(Windows1252.scalar(byte))
        }
        guard let scalar = Unicode.Scalar(value), value >= 0x20 || [9, 10, 13].contains(value),
            value != 0xFFFE, value != 0xFFFF
        else { return "" }
        return escaped(scalar)
    }

    private static func escaped(_ scalar: Unicode.Scalar) -> String {
        switch scalar {
        case "&": "&amp;"
        case "<": "&lt;"
        case ">": "&gt;"
        // Within an attribute they would end it.
        case "\"": "&quot;"
        case "'": "&apos;"
        default: String(scalar)
        }
    }

    // MARK: Markup

    private mutating func markup() throws(Problem) {
        if matches("<!--") {
            try skip(past: "-->")
        } else if matches("<![CDATA[") {
            try characterData()
        } else if matches("<?") {
            try skip(past: "?>")
        } else if matches("<!") {
            try skipDeclaration()
        } else if matches("</") {
            try endTag()
        } else if index + 1 < bytes.count, Self.startsName(bytes[index + 1]) {
            try startTag()
        } else {
            if !open.isEmpty { output.append(contentsOf: "&lt;".utf8) }
            index += 1
        }
    }

    private func matches(_ text: StaticString) -> Bool {
        guard index + text.utf8CodeUnitCount <= bytes.count else { return false }
        for place in 0..<text.utf8CodeUnitCount
        where bytes[index + place] != text.utf8Start[place] {
            return false
        }
        return true
    }

    private static func startsName(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x41...0x5A, 0x61...0x7A, UInt8(ascii: "_"), UInt8(ascii: ":"), 0x80...0xFF: true
        default: false
        }
    }

    private static func isName(_ byte: UInt8) -> Bool {
        startsName(byte) || (0x30...0x39).contains(byte) || byte == UInt8(ascii: "-")
            || byte == UInt8(ascii: ".")
    }

    /// Leaves out everything up to and with `end`, but for line breaks.
    private mutating func skip(past end: StaticString) throws(Problem) {
        while index < bytes.count {
            if matches(end) {
                index += end.utf8CodeUnitCount
                return
            }
            skipByte()
        }
        throw Problem(line: line, message: .xmlTruncated)
    }

    private mutating func skipByte() {
        if bytes[index] == 0x0A {
            line += 1
            output.append(0x0A)
        }
        index += 1
    }

    /// A document type, with its subset in brackets.
    private mutating func skipDeclaration() throws(Problem) {
        var brackets = 0
        var quote: UInt8?
        while index < bytes.count {
            let byte = bytes[index]
            switch byte {
            case quote: quote = nil
            case _ where quote != nil: break
            case UInt8(ascii: "\""), UInt8(ascii: "'"): quote = byte
            case UInt8(ascii: "["): brackets += 1
            case UInt8(ascii: "]"): brackets -= 1
            case UInt8(ascii: ">") where brackets <= 0:
                index += 1
                return
            default: break
            }
            skipByte()
        }
        throw Problem(line: line, message: .xmlTruncated)
    }

    private mutating func characterData() throws(Problem) {
        let isInside = !open.isEmpty
        if isInside { output.append(contentsOf: "<![CDATA[".utf8) }
        index += 9
        while index < bytes.count {
            if matches("]]>") {
                index += 3
                if isInside { output.append(contentsOf: "]]>".utf8) }
                return
            }
            if bytes[index] == UInt8(ascii: "<") || bytes[index] == UInt8(ascii: "&") {
                copyText()
            } else {
                copyRun()
            }
        }
        throw Problem(line: line, message: .xmlTruncated)
    }

    private mutating func endTag() throws(Problem) {
        let start = index + 2
        var end = start
        while end < bytes.count, Self.isName(bytes[end]) { end += 1 }
        let name = start..<end
        index = end
        while index < bytes.count, bytes[index] != UInt8(ascii: ">") {
            guard index - end < Limits.tagSize else { throw Problem(line: line, message: .longTag) }
            skipByte()
        }
        guard index < bytes.count else { throw Problem(line: line, message: .xmlTruncated) }
        index += 1
        guard let place = open.lastIndex(where: { isSame($0, name) }) else { return }
        if place == 1, bytes[name].elementsEqual("channel".utf8) { sawChannel = true }
        close(to: place)
    }

    /// Whether the text has the same bytes in two places.
    private func isSame(_ left: Range<Int>, _ right: Range<Int>) -> Bool {
        left.count == right.count && bytes[left].elementsEqual(bytes[right])
    }

    /// Closes the elements from the innermost to the one at `place`.
    private mutating func close(to place: Int) {
        while open.count > place, let name = open.popLast() {
            output.append(UInt8(ascii: "<"))
            output.append(UInt8(ascii: "/"))
            output.append(contentsOf: bytes[name])
            output.append(UInt8(ascii: ">"))
        }
    }

    private mutating func startTag() throws(Problem) {
        let first = line
        var end = index + 1
        while end < bytes.count, Self.isName(bytes[end]) { end += 1 }
        let name = (index + 1)..<end
        if bytes[name].elementsEqual("item".utf8) || bytes[name].elementsEqual("entry".utf8),
            let place = open.lastIndex(where: { isSame($0, name) })
        {
            close(to: place)
        }
        if endsField(name) { close(to: open.count - 1) }
        guard open.count < Limits.depth else { throw Problem(line: first, message: .tooDeep) }
        output.append(contentsOf: bytes[index..<end])
        index = end
        let isEmpty = try attributes(from: first)
        sawRoot = true
        if !isEmpty { open.append(name) }
    }

    /// Whether a field of an item that holds no other is still open where `name` begins the next.
    private func endsField(_ name: Range<Int>) -> Bool {
        guard open.count > 1, let field = open.last else { return false }
        func isOne(_ name: Range<Int>, of names: [String]) -> Bool {
            names.contains { bytes[name].elementsEqual($0.utf8) }
        }
        return isOne(field, of: Self.plainFields)
            && isOne(open[open.count - 2], of: ["item", "entry"])
            && (isOne(name, of: Self.plainFields) || isOne(name, of: Self.otherFields))
    }

    private static let plainFields = ["title", "link", "guid", "pubDate", "author"]
    private static let otherFields = ["description", "category", "content:encoded", "enclosure"]

    /// Copies a tag from after its name to its end; whether it is an empty element's.
    private mutating func attributes(from first: Int) throws(Problem) -> Bool {
        let start = index
        var quote: UInt8?
        var count = 0
        var last: UInt8 = 0
        while index < bytes.count {
            guard index - start <= Limits.tagSize else {
                throw Problem(line: first, message: .longTag)
            }
            let byte = bytes[index]
            switch byte {
            case UInt8(ascii: "&"):
                reference()
                continue
            case UInt8(ascii: "<"):
                output.append(contentsOf: "&lt;".utf8)
                index += 1
                continue
            case quote: quote = nil
            case _ where quote != nil: break
            case UInt8(ascii: "\""), UInt8(ascii: "'"): quote = byte
            case UInt8(ascii: "="): count += 1
            case UInt8(ascii: ">"):
                guard count <= Self.mostAttributes else {
                    throw Problem(line: first, message: .manyAttributes)
                }
                index += 1
                output.append(byte)
                return last == UInt8(ascii: "/")
            default: break
            }
            last = byte
            copyText(inTag: true)
        }
        throw Problem(line: line, message: .xmlTruncated)
    }

    private mutating func copyText(inTag: Bool) {
        if isControl(at: index) {
            copyText()
            return
        }
        if bytes[index] == 0x0A { line += 1 }
        output.append(bytes[index])
        index += 1
    }
}

extension Phrase {
    static let xmlTruncated = Phrase(
        sv: "filen slutar mitt i: dess första element avslutas aldrig",
        en: "the file ends in the middle: its first element is never closed")
    static let longTag = Phrase(
        sv: "en tagg längre än \(Limits.tagSize >> 10) KiB",
        en: "a tag longer than \(Limits.tagSize >> 10) KiB")
    static let manyAttributes = Phrase(
        sv: "en tagg med fler än 200 attribut", en: "a tag with more than 200 attributes")
}

import ClimateModel
import Glibc

/// Looks at XML on its way to the parser, and refuses what would cost the parser more than its length.
///
/// libxml2's time grows with the square of a tag's attributes, and a document type may define entities. So a tag longer than
/// ``Limits/tagSize`` is refused, and any document type, and text in another encoding than UTF-8, whose bytes would mean
/// something else to the parser. For XML that programs write; ``XMLRepair`` is for what people and feeds write.
struct XMLGuard {
    private enum Place {
        case outside, tag, markup, declaration
        /// In a value: its quotation mark.
        case quoted(UInt8)
        /// Inside of what ends with a mark, and how much of the mark is there.
        case until(StaticString, matched: Int)
    }

    private var place = Place.outside
    private var tagLength = 0
    /// What stands after "<!".
    private var opening: [UInt8] = []
    private var isBegun = false

    /// - Complexity: O(*n*).
    mutating func check(_ chunk: UnsafeBufferPointer<UInt8>) throws(Problem) {
        guard chunk.firstIndex(ofByte: 0, from: 0) == nil else {
            throw Problem(message: .partNotUTF8)
        }
        var index = 0
        while index < chunk.count {
            if !isBegun { try begin(chunk[index]) }
            if case .outside = place {
                guard let open = chunk.firstIndex(ofByte: 0x3C, from: index) else { return }
                if !isBegun, open > index {
                    index += 1
                    continue
                }
                place = .markup
                tagLength = 1
                opening.removeAll(keepingCapacity: true)
                index = open + 1
                continue
            }
            try step(chunk[index])
            index += 1
        }
    }

    /// Before the first "<" nothing stands but white space and a byte order mark: what else there is tells of another
    /// encoding.
    private mutating func begin(_ byte: UInt8) throws(Problem) {
        guard byte == 0x3C || byte == 0xEF || byte == 0xBB || byte == 0xBF || byte <= 0x20 else {
            throw Problem(message: .partNotUTF8)
        }
        isBegun = byte == 0x3C
    }

    private mutating func step(_ byte: UInt8) throws(Problem) {
        switch place {
        case .outside: return
        case .markup:
            switch byte {
            case UInt8(ascii: "!"): place = .declaration
            case UInt8(ascii: "?"): place = .until("?>", matched: 0)
            case UInt8(ascii: ">"): place = .outside
            default: place = .tag
            }
        case .declaration: try declare(byte)
        case .tag:
            switch byte {
            case UInt8(ascii: ">"): place = .outside
            case UInt8(ascii: "\""), UInt8(ascii: "'"): place = .quoted(byte)
            default: break
            }
        case .quoted(let mark): if byte == mark { place = .tag }
        case .until(let end, let matched):
            place = Self.advance(end, matched, byte)
            return
        }
        tagLength += 1
        guard tagLength <= Limits.tagSize else { throw Problem(message: .longTag) }
    }

    private mutating func declare(_ byte: UInt8) throws(Problem) {
        opening.append(byte)
        if opening.elementsEqual("--".utf8) {
            place = .until("-->", matched: 0)
        } else if opening.elementsEqual("[CDATA[".utf8) {
            place = .until("]]>", matched: 0)
        } else if !"--".utf8.starts(with: opening), !"[CDATA[".utf8.starts(with: opening) {
            throw Problem(message: .partHasDocumentType)
        }
    }

    /// All marks but their last character repeat one, so that a character too many of it leaves as much matched.
    private static func advance(_ end: StaticString, _ matched: Int, _ byte: UInt8) -> Place {
        if byte == end.utf8Start[matched] {
            return matched + 1 == end.utf8CodeUnitCount
                ? .outside : .until(end, matched: matched + 1)
        }
        return .until(end, matched: matched > 0 && byte == end.utf8Start[0] ? matched : 0)
    }
}

extension UnsafeBufferPointer<UInt8> {
    /// Where that byte first stands; nil if it doesn't.
    func firstIndex(ofByte byte: UInt8, from start: Int) -> Int? {
        guard let baseAddress, start < count,
            let found = memchr(baseAddress + start, Int32(byte), count - start)
        else { return nil }
        return UnsafeRawPointer(found) - UnsafeRawPointer(baseAddress)
    }
}

extension Phrase {
    static let partNotUTF8 = Phrase(
        sv: "XML-texten är inte UTF-8", en: "the XML text is not UTF-8")
    static let partHasDocumentType = Phrase(
        sv: "XML-texten har en dokumenttyp, som ingen arbetsbok har",
        en: "the XML text has a document type, which no workbook has")
}

import ClimateModel
import Glibc

/// How a text's characters are written as bytes.
public enum TextEncoding: String, Codable, Sendable, CaseIterable {
    /// UTF-8, ASCII included (RFC 3629).
    case utf8 = "UTF-8"
    /// UTF-16, the low byte first (RFC 2781).
    case utf16LittleEndian = "UTF-16LE"
    /// UTF-16, the high byte first (RFC 2781).
    case utf16BigEndian = "UTF-16BE"
    /// Also stands for ISO-8859-1, as the WHATWG Encoding Standard has it: the labels mean the same table there.
    case windows1252 = "Windows-1252"
    /// Another of one byte or more a character, which the text or its server names: ISO-8859-15, say.
    case named = "8-bit"
}

/// A file's text, its byte order mark left out.
struct DecodedText {
    /// In UTF-8: the file's own bytes where they are that, so that no copy of a large file is made.
    var utf8: [UInt8]
    var encoding: TextEncoding

    /// - Complexity: O(*n*): to be asked for once.
    var text: String { String(decoding: utf8, as: UTF8.self) }

    /// Finds the encoding of `bytes` and decodes them.
    ///
    /// A byte order mark decides. Without one, zero bytes at every other place mean UTF-16; bytes that are valid UTF-8
    /// are UTF-8; all else is Windows-1252, unless most of its bytes outside ASCII do make up UTF-8: then it is
    /// damaged UTF-8, which is refused rather than shown as "Ã¶".
    ///
    /// - Parameter charset: how the server says that they are written, if it does; it goes before what the text says.
    /// - Complexity: O(*n*).
    init(_ bytes: [UInt8], charset: String? = nil) throws(ImportFailure) {
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) {
            try self.init(utf8: Array(bytes[3...]), strict: true)
        } else if bytes.starts(with: [0xFF, 0xFE]) {
            try self.init(utf16: bytes[2...], littleEndian: true)
        } else if bytes.starts(with: [0xFE, 0xFF]) {
            try self.init(utf16: bytes[2...], littleEndian: false)
        } else if let littleEndian = Self.looksLikeUTF16(bytes) {
            try self.init(utf16: bytes[...], littleEndian: littleEndian)
        } else {
            try self.init(utf8: bytes, strict: false)
            if encoding == .windows1252,
                let named = Charset.named(bytes, charset ?? Charset.declared(in: bytes))
            {
                utf8 = Array(named.utf8)
                encoding = .named
            }
        }
        if let line = Self.firstBinaryLine(utf8) {
            throw ImportFailure(Problem(line: line, message: .notText))
        }
    }

    private init(utf8 bytes: [UInt8], strict: Bool) throws(ImportFailure) {
        if Self.isUTF8(bytes) {
            utf8 = bytes
            encoding = .utf8
            return
        }
        let scan = UTF8Scan(bytes[...])
        if let invalid = scan.firstInvalid {
            guard !strict, scan.multibyte <= scan.invalid else {
                let line = bytes[..<invalid].count { $0 == 0x0A } + 1
                throw ImportFailure(Problem(line: line, message: .damagedUTF8))
            }
            utf8 = Array(Windows1252.decode(bytes[...]).utf8)
            encoding = .windows1252
        } else {
            utf8 = bytes
            encoding = .utf8
        }
    }

    private static func isUTF8(_ bytes: [UInt8]) -> Bool {
        do {
            _ = try UTF8Span(validating: bytes.span)
            return true
        } catch {
            return false
        }
    }

    private init(
        utf16 bytes: ArraySlice<UInt8>, littleEndian: Bool
    ) throws(ImportFailure) {
        guard bytes.count.isMultiple(of: 2) else { throw ImportFailure(.truncatedUTF16) }
        let start = bytes.startIndex
        let units = (0..<bytes.count / 2).lazy.map { index in
            let first = UInt16(bytes[start + 2 * index])
            let second = UInt16(bytes[start + 2 * index + 1])
            return littleEndian ? first | second << 8 : first << 8 | second
        }
        utf8 = Array(String(decoding: units, as: UTF16.self).utf8)
        encoding = littleEndian ? .utf16LittleEndian : .utf16BigEndian
    }

    /// Whether it is little-endian UTF-16 without a mark: nil if it is no UTF-16.
    private static func looksLikeUTF16(_ bytes: [UInt8]) -> Bool? {
        let sample = bytes.prefix(4_096)
        let pairs = sample.count / 2
        guard pairs >= 2 else { return nil }
        var zeros = (even: 0, odd: 0)
        for index in 0..<pairs {
            if sample[2 * index] == 0 { zeros.even += 1 }
            if sample[2 * index + 1] == 0 { zeros.odd += 1 }
        }
        if zeros.odd * 10 > pairs * 7, zeros.even * 10 < pairs { return true }
        if zeros.even * 10 > pairs * 7, zeros.odd * 10 < pairs { return false }
        return nil
    }

    /// The line of the first zero character, which no text has.
    private static func firstBinaryLine(_ bytes: [UInt8]) -> Int? {
        let place = bytes.withUnsafeBufferPointer { $0.firstIndex(ofByte: 0, from: 0) }
        return place.map { bytes[..<$0].count { $0 == 0x0A } + 1 }
    }
}

/// Whether bytes are UTF-8 (RFC 3629), and how far from it.
private struct UTF8Scan {
    var firstInvalid: Int?
    var invalid = 0
    var multibyte = 0

    init(_ bytes: ArraySlice<UInt8>) {
        var index = bytes.startIndex
        while index < bytes.endIndex {
            guard bytes[index] >= 0x80 else {
                index += 1
                continue
            }
            let length = Self.sequenceLength(bytes, at: index)
            if length == 0 {
                firstInvalid = firstInvalid ?? index
                invalid += 1
                index += 1
            } else {
                multibyte += 1
                index += length
            }
        }
    }

    /// The length of the well-formed sequence at `index` (table 3-7 of the Unicode Standard); 0 if there is none.
    private static func sequenceLength(_ bytes: ArraySlice<UInt8>, at index: Int) -> Int {
        let length: Int
        var second: ClosedRange<UInt8> = 0x80...0xBF
        switch bytes[index] {
        case 0xC2...0xDF: length = 2
        case 0xE0: (length, second) = (3, 0xA0...0xBF)
        case 0xED: (length, second) = (3, 0x80...0x9F)
        case 0xE1...0xEF: length = 3
        case 0xF0: (length, second) = (4, 0x90...0xBF)
        case 0xF1...0xF3: length = 4
        case 0xF4: (length, second) = (4, 0x80...0x8F)
        default: return 0
        }
        guard index + length <= bytes.endIndex, second.contains(bytes[index + 1]),
            bytes[(index + 2)..<(index + length)].allSatisfy({ (0x80...0xBF).contains($0) })
        else { return 0 }
        return length
    }
}

/// The encoding that Windows programs of western Europe write (WHATWG Encoding Standard, index windows-1252).
enum Windows1252 {
    private static let upper: [UInt32] = [
        0x20AC, 0x81, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
        0x2039, 0x0152, 0x8D, 0x017D, 0x8F, 0x90, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013,
        0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x9D, 0x017E, 0x0178,
    ]

    /// The character of a byte, or of a numeric reference that means this table.
    static func scalar(_ byte: UInt8) -> Unicode.Scalar {
        guard (0x80...0x9F).contains(byte) else { return Unicode.Scalar(byte) }
        return Unicode.Scalar(upper[Int(byte) - 0x80]) ?? "\u{FFFD}"
    }

    static func decode(_ bytes: ArraySlice<UInt8>) -> String {
        var view = String.UnicodeScalarView()
        view.reserveCapacity(bytes.count)
        for byte in bytes { view.append(scalar(byte)) }
        return String(view)
    }
}

extension Phrase {
    static let notText = Phrase(
        sv: "filen är inte text (den innehåller nolltecken)",
        en: "the file is not text (it has zero bytes in it)")
    static let damagedUTF8 = Phrase(
        sv: "skadad UTF-8: spara filen på nytt som UTF-8",
        en: "damaged UTF-8: save the file again as UTF-8")
    static let truncatedUTF16 = Phrase(
        sv: "filen slutar mitt i ett tecken (UTF-16 med udda antal byte)",
        en: "the file ends in the middle of a character (UTF-16 with an odd number of bytes)")
}

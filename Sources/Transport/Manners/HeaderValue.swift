/// Reads what stands in headers.
enum HeaderValue {
    /// The seconds of a year: no server is believed to know further ahead.
    static let year = 31_536_000

    /// A number of seconds as `delta-seconds` has it (RFC 9111, 1.2.2); more than a year is a year.
    static func seconds(_ text: some StringProtocol) -> Int? {
        guard !text.isEmpty, text.utf8.allSatisfy({ (48...57).contains($0) }) else { return nil }
        return min(Int(text) ?? year, year)
    }

    /// The seconds that an answer stays fresh: 0 where it may not be kept.
    static func maxAge(cacheControl: [String], age: String?) -> Int? {
        var found: Int?
        for directive in cacheControl.flatMap({ $0.split(separator: ",") }) {
            let parts = directive.split(separator: "=", maxSplits: 1).map(\.trimmingHTTPSpace)
            guard let name = parts.first?.lowercased() else { continue }
            switch name {
            case "no-cache", "no-store": return 0
            case "max-age" where parts.count == 2:
                found = found ?? seconds(parts[1].trimming { $0 == UInt8(ascii: "\"") })
            default: break
            }
        }
        let passed = age.flatMap { seconds($0.trimmingHTTPSpace) } ?? 0
        return found.map { max(0, $0 - passed) }
    }

    /// The media type and the charset of a `Content-Type` (RFC 9110, 8.3), in lower case.
    static func contentType(_ text: String) -> (mediaType: String?, charset: String?) {
        let parts = text.split(separator: ";").map(\.trimmingHTTPSpace)
        let charset = parts.dropFirst().lazy.compactMap { parameter -> String? in
            let pair = parameter.split(separator: "=", maxSplits: 1).map(\.trimmingHTTPSpace)
            guard pair.count == 2, pair[0].lowercased() == "charset" else { return nil }
            return pair[1].trimming { $0 == UInt8(ascii: "\"") || $0 == UInt8(ascii: "'") }
        }.first
        return (parts.first.flatMap(token), charset.flatMap(token))
    }

    /// A validator, unless it is too long to keep or could not stand in a header.
    static func validator(_ text: String?) -> String? {
        guard let text, (1...1_024).contains(text.unicodeScalars.count),
            text.unicodeScalars.allSatisfy({ $0 == "\t" || (0x20...0xFF).contains($0.value) }),
            !text.unicodeScalars.contains("\u{7F}")
        else { return nil }
        return text
    }

    /// An address as its server means it: UTF-8 where it is, else the bytes as they are, written in hexadecimal.
    static func link(_ text: String) -> String {
        let bytes = text.unicodeScalars.map { UInt8(truncatingIfNeeded: $0.value) }
        if let decoded = String(validating: bytes, as: UTF8.self) { return decoded }
        return bytes.reduce(into: "") { link, byte in
            if byte < 0x80 {
                link.unicodeScalars.append(Unicode.Scalar(byte))
            } else {
                link += "%" + String(byte, radix: 16, uppercase: true)
            }
        }
    }

    private static func token(_ text: String) -> String? {
        guard (1...100).contains(text.utf8.count),
            text.utf8.allSatisfy({ (0x21...0x7E).contains($0) })
        else { return nil }
        return text.lowercased()
    }
}

extension StringProtocol {
    /// Without the blanks that may stand around a header's value.
    var trimmingHTTPSpace: String {
        trimming { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") }
    }

    /// Without the bytes at both ends that `drop` tells.
    func trimming(_ drop: (UInt8) -> Bool) -> String {
        let start = utf8.drop(while: drop)
        let end = start.reversed().drop(while: drop)
        return String(decoding: end.reversed(), as: UTF8.self)
    }
}

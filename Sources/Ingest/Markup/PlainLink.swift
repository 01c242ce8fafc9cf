/// The addresses that most links are: of visible ASCII alone, whole or from the root of their host. What they mean is told
/// without taking them apart.
enum PlainLink {
    /// As long as ``LinkAddress`` allows.
    private static let longest = 4_096

    /// Whether it is a whole address as ``LinkAddress`` allows it; false says nothing.
    ///
    /// - Complexity: O(*k*) in the length of the address.
    static func isAbsolute(_ link: String) -> Bool {
        var link = link
        return link.withUTF8 { bytes in
            hasScheme(bytes) && bytes.count <= longest && bytes.allSatisfy { $0 &- 0x21 < 0x5E }
        }
    }

    /// The address on the host of `base` that a link from its root ("/nyheter/1.html") means; nil where either has anything
    /// that RFC 3986 says more of than that it stays as it is.
    ///
    /// - Complexity: O(*k*) in the length of both.
    static func resolve(_ link: String, base: String) -> String? {
        var link = link
        var base = base
        let host = base.withUTF8 { originLength($0) }
        guard let host, link.withUTF8(isRooted), host + link.utf8.count <= longest else {
            return nil
        }
        return String(decoding: base.utf8.prefix(host), as: UTF8.self) + link
    }

    private static func hasScheme(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        begins(bytes, "https://") || begins(bytes, "http://") || begins(bytes, "mailto:")
    }

    private static func begins(
        _ bytes: UnsafeBufferPointer<UInt8>, _ scheme: StaticString
    ) -> Bool {
        scheme.withUTF8Buffer { scheme in
            bytes.count >= scheme.count
                && scheme.indices.allSatisfy { index in
                    let byte = bytes[index]
                    return (byte &- 0x41 < 26 ? byte | 0x20 : byte) == scheme[index]
                }
        }
    }

    /// The length of "https://host" or "https://host:8000" that `base` begins with; nil for a host of more than small
    /// letters, digits, "-" and ".".
    private static func originLength(_ base: UnsafeBufferPointer<UInt8>) -> Int? {
        guard base.count > 8, base.allSatisfy(isPlain),
            begins(base, "https://") || begins(base, "http://"), base[0] == UInt8(ascii: "h")
        else { return nil }
        let start = base[4] == UInt8(ascii: "s") ? 8 : 7
        let rest = base[start...]
        let end = rest.firstIndex(of: UInt8(ascii: "/")) ?? rest.endIndex
        let colon = rest[..<end].firstIndex(of: UInt8(ascii: ":"))
        let isHost = rest[..<(colon ?? end)].allSatisfy {
            isSmall($0) || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: ".")
        }
        let port = colon.map { rest[($0 + 1)..<end] }
        let isPort = port.map { (1...5).contains($0.count) && $0.allSatisfy(LatinBytes.isDigit) }
        return isHost && isPort ?? true && rest.first.map(isSmall) ?? false ? end : nil
    }

    private static func isRooted(_ link: UnsafeBufferPointer<UInt8>) -> Bool {
        guard link.count > 1, link[0] == UInt8(ascii: "/") else { return false }
        return link.indices.dropFirst().allSatisfy { index in
            let byte = link[index]
            let isSegment = byte != UInt8(ascii: ".") && byte != UInt8(ascii: "/")
            return isPlain(byte) && (isSegment || link[index - 1] != UInt8(ascii: "/"))
        }
    }

    /// Small letters and digits.
    private static func isSmall(_ byte: UInt8) -> Bool {
        byte &- 0x61 < 26 || LatinBytes.isDigit(byte)
    }

    /// Unreserved characters (section 2.3), and those that part a path and a query.
    private static func isPlain(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
        case UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"), UInt8(ascii: "~"): true
        case UInt8(ascii: "/"), UInt8(ascii: "?"), UInt8(ascii: "="), UInt8(ascii: "&"),
            UInt8(ascii: ":"):
            true
        default: false
        }
    }
}

import CCurl
import Glibc

/// An address that a connection goes to: 4 bytes of IPv4 or 16 of IPv6.
struct NetworkAddress: Hashable, Sendable {
    private let bytes: [UInt8]

    /// Reads `192.0.2.1`, `2001:db8::1` and `[2001:db8::1]`, without or with a zone; nil for a name.
    init?(_ text: some StringProtocol) {
        var text = String(text.prefix { $0 != "%" })
        if text.hasPrefix("["), text.hasSuffix("]") { text = String(text.dropFirst().dropLast()) }
        if text.hasPrefix("[") { text.removeFirst() }
        var v4 = in_addr()
        var v6 = in6_addr()
        if inet_pton(AF_INET, text, &v4) == 1 {
            bytes = withUnsafeBytes(of: v4) { Array($0) }
        } else if inet_pton(AF_INET6, text, &v6) == 1 {
            bytes = withUnsafeBytes(of: v6) { Array($0) }
        } else {
            return nil
        }
    }

    /// The address of a socket; nil for another family than IPv4 and IPv6.
    init?(_ address: UnsafePointer<sockaddr>, length: Int) {
        let raw = UnsafeRawPointer(address)
        switch Int32(address.pointee.sa_family) {
        case AF_INET where length >= MemoryLayout<sockaddr_in>.size:
            let v4 = raw.loadUnaligned(as: sockaddr_in.self).sin_addr
            bytes = withUnsafeBytes(of: v4) { Array($0) }
        case AF_INET6 where length >= MemoryLayout<sockaddr_in6>.size:
            let v6 = raw.loadUnaligned(as: sockaddr_in6.self).sin6_addr
            bytes = withUnsafeBytes(of: v6) { Array($0) }
        default: return nil
        }
    }

    /// The address that curl is about to connect to.
    init?(_ address: UnsafeMutablePointer<curl_sockaddr>) {
        let length = Int(address.pointee.addrlen)
        let found = withUnsafePointer(to: &address.pointee.addr) {
            NetworkAddress($0, length: length)
        }
        guard let found else { return nil }
        self = found
    }

    /// Whether it leads back to this computer.
    var isLoopback: Bool {
        bytes.count == 4 ? bytes[0] == 127 : bytes == Array(repeating: 0, count: 15) + [1]
    }

    /// Whether anybody on the internet may have it: nothing of the loopback, link-local, private, shared, reserved and
    /// multicast ranges of IANA's special-purpose registries (RFC 6890), also where IPv6 wraps such an IPv4 address.
    var isPublic: Bool {
        if bytes.count == 4 { return Self.isPublic(bytes[...]) }
        // NAT64 (RFC 6052) and 6to4 (RFC 3056) lead to the IPv4 address within.
        if begins([0, 0x64, 0xFF, 0x9B, 0, 0, 0, 0, 0, 0, 0, 0]) {
            return Self.isPublic(bytes[12...])
        }
        if begins([0x20, 0x02]) { return Self.isPublic(bytes[2..<6]) }
        // Protocol assignments with Teredo, and documentation; all else that is public lies in 2000::/3.
        if begins([0x20, 0x01]), bytes[2] < 2 { return false }
        if begins([0x20, 0x01, 0x0D, 0xB8]) || begins([0x3F, 0xFF]) && bytes[2] < 0x10 {
            return false
        }
        return bytes[0] & 0xE0 == 0x20
    }

    private func begins(_ prefix: [UInt8]) -> Bool { bytes.starts(with: prefix) }

    private static func isPublic(_ v4: ArraySlice<UInt8>) -> Bool {
        let address = v4.reduce(UInt32(0)) { $0 << 8 | UInt32($1) }
        return !reserved.contains { address >> (32 - $0.bits) == $0.prefix >> (32 - $0.bits) }
    }

    private static let reserved: [(prefix: UInt32, bits: UInt32)] = [
        (0x0000_0000, 8),  // this network
        (0x0A00_0000, 8),  // private
        (0x6440_0000, 10),  // shared by carriers
        (0x7F00_0000, 8),  // loopback
        (0xA9FE_0000, 16),  // link-local, and the metadata of clouds
        (0xAC10_0000, 12),  // private
        (0xC000_0000, 24),  // protocol assignments
        (0xC000_0200, 24),  // documentation
        (0xC058_6300, 24),  // 6to4 relays
        (0xC0A8_0000, 16),  // private
        (0xC612_0000, 15),  // benchmarks
        (0xC633_6400, 24),  // documentation
        (0xCB00_7100, 24),  // documentation
        (0xE000_0000, 3),  // multicast, reserved and broadcast
    ]

    /// Whether the first `bits` bits are those of `other`.
    func shares(_ bits: Int, with other: NetworkAddress) -> Bool {
        guard bytes.count == other.bytes.count, (0...bytes.count * 8).contains(bits) else {
            return false
        }
        return (0..<bits).allSatisfy {
            (bytes[$0 / 8] ^ other.bytes[$0 / 8]) & (0x80 >> UInt8($0 % 8)) == 0
        }
    }
}

/// Addresses of web pages, without what only tells where a reader came from.
public enum LinkKey {
    /// The address without parameters that campaigns add (utm_*, fbclid, gclid, mc_*), and without "#…": what an item is
    /// known again by.
    ///
    /// - Complexity: O(*k*) in the length of the address.
    public static func withoutCampaign(_ link: String) -> String {
        let utf8 = link.utf8
        guard let sign = utf8.firstIndex(where: { $0 == 0x23 || $0 == 0x3F }) else { return link }
        let path = String(link[..<sign])
        guard utf8[sign] == 0x3F else { return path }
        let query = link[link.index(after: sign)...].prefix { $0 != "#" }
        let kept = query.split(separator: "&").filter { field in
            let name = field.prefix { $0 != "=" }.lowercased()
            return !name.hasPrefix("utm_")
                && !["fbclid", "gclid", "mc_cid", "mc_eid"].contains(name)
        }
        return kept.isEmpty ? path : path + "?" + kept.joined(separator: "&")
    }

    /// What two spellings of one page's address share: host and path without scheme, "www.", campaign parameters and a last
    /// slash. Nil for a host alone, which is the address of many things.
    ///
    /// - Complexity: O(*k*) in the length of the address.
    public static func canonical(_ link: String) -> String? {
        let address = Array(withoutCampaign(link).utf8)
        guard address.first.map({ $0 | 0x20 }) == UInt8(ascii: "h"),
            let start = afterScheme(address),
            let slash = address[start...].firstIndex(of: UInt8(ascii: "/"))
        else { return nil }
        var host = address[start..<slash]
        host = host.contains { $0 >= 0x80 } ? lowercased(host) : lowercased(ascii: host)
        if host.starts(with: "www.".utf8) { host = host.dropFirst(4) }
        var path = address[slash...]
        while path.last == UInt8(ascii: "/") { path = path.dropLast() }
        return path.isEmpty ? nil : String(decoding: host + path, as: UTF8.self)
    }

    /// The place behind "://"; nil where there is none.
    private static func afterScheme(_ address: [UInt8]) -> Int? {
        address.indices.first { address[$0...].starts(with: "://".utf8) }.map { $0 + 3 }
    }

    private static func lowercased(ascii host: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        ArraySlice(host.map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 })
    }

    private static func lowercased(_ host: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        ArraySlice(String(decoding: host, as: UTF8.self).lowercased().utf8)
    }
}

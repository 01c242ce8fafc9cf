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
        var rest = withoutCampaign(link)[...]
        guard let scheme = rest.firstRange(of: "://"), rest.utf8.first.map({ $0 | 0x20 }) == 0x68
        else {
            return nil
        }
        rest = rest[scheme.upperBound...]
        guard let slash = rest.utf8.firstIndex(of: 0x2F) else { return nil }
        var host = rest[..<slash].lowercased()[...]
        if host.hasPrefix("www.") { host = host.dropFirst(4) }
        var path = rest[slash...]
        while path.utf8.last == 0x2F { path = path.dropLast() }
        return path.isEmpty ? nil : String(host + path)
    }
}

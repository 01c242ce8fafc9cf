import ClimateModel
import Foundation

/// Addresses in feeds: made absolute, and without what only tells where a reader came from.
enum RelativeLink {
    /// The address that `link` means on a page at `base` (RFC 3986, section 5); nil unless it is http, https or mailto.
    static func resolve(_ link: some StringProtocol, base: String?) -> String? {
        let link = CleanText.line(link.prefix(4_096))
            .replacing(" ", with: "%20")
        guard !link.isEmpty else { return nil }
        if LinkAddress.isAllowed(link) { return link }
        guard let base, let root = URL(string: base),
            let absolute = URL(string: link, relativeTo: root)?.absoluteString,
            LinkAddress.isAllowed(absolute)
        else { return nil }
        return absolute
    }

    /// The address without parameters that campaigns add (utm_*, fbclid, gclid, mc_*), and without "#…": what an item is
    /// known again by.
    static func identity(of link: String) -> String {
        let body = link.prefix { $0 != "#" }
        guard let mark = body.firstIndex(of: "?") else { return String(body) }
        let kept = body[body.index(after: mark)...].split(separator: "&").filter { field in
            let name = field.prefix { $0 != "=" }.lowercased()
            return !name.hasPrefix("utm_")
                && !["fbclid", "gclid", "mc_cid", "mc_eid"].contains(name)
        }
        let path = String(body[..<mark])
        return kept.isEmpty ? path : path + "?" + kept.joined(separator: "&")
    }

    /// The host of an address in lower case, without "www.".
    static func host(of address: String) -> String? {
        guard let host = URL(string: address)?.host()?.lowercased() else { return nil }
        return host.hasPrefix("www.") ? String(host.dropFirst(4)) : host
    }
}

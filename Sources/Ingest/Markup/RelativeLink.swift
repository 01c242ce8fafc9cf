import ClimateModel
import Foundation

/// Addresses in feeds: made absolute, and without what only tells where a reader came from.
enum RelativeLink {
    /// The address that `link` means on a page at `base` (RFC 3986, section 5); nil unless it is http, https or mailto.
    static func resolve(_ link: String, base: String?) -> String? {
        if PlainLink.isAbsolute(link) { return link }
        if let base, let absolute = PlainLink.resolve(link, base: base) { return absolute }
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

    /// What an item is known again by.
    static func identity(of link: String) -> String { LinkKey.withoutCampaign(link) }

    /// The host of an address in lower case, without "www.".
    static func host(of address: String) -> String? {
        guard let host = URL(string: address)?.host()?.lowercased() else { return nil }
        return host.hasPrefix("www.") ? String(host.dropFirst(4)) : host
    }
}

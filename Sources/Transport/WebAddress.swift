import CCurl
import ClimateModel

/// An address of the web, taken apart by the same code that will connect to it, so that what is checked is what is used.
///
/// Numbers in unusual forms have become plain addresses (`http://0x7f.1/` has the host `127.0.0.1`), characters that may
/// not stand in an address are encoded, and the fragment is left out.
public struct WebAddress: Hashable, Sendable {
    /// All of it, as it is asked for; may hold a user name and a password.
    public let text: String
    /// "http", "https", "file" … in lower case.
    public let scheme: String
    /// The host's name or address in lower case, IPv6 in square brackets; empty where there is none.
    public let host: String
    /// The port, also where it is the scheme's own; nil for a scheme without any.
    public let port: Int?

    /// Nil unless `text` is an absolute address with a scheme.
    public init?(_ text: String) {
        self.init(text, relativeTo: nil)
    }

    /// Where a link on the page at this address leads; nil where it is no address.
    ///
    /// A name and password for this host are kept on it and never taken along to another.
    public func resolving(_ link: String) -> WebAddress? {
        WebAddress(link, relativeTo: self)
    }

    /// Whether it is one of HTTP.
    public var isWeb: Bool { scheme == "http" || scheme == "https" }

    /// The path with its escapes resolved, "/" at the least.
    let path: String

    /// Whether the host is this computer by its very name.
    var isLoopback: Bool { NetworkAddress(host)?.isLoopback ?? namesLocalhost }

    /// Whether the host is called "localhost" (RFC 6761).
    var namesLocalhost: Bool { host == "localhost" || host.hasSuffix(".localhost") }

    /// The host with its port, which connections are counted by.
    public var endpoint: String { "\(host):\(port ?? 0)" }

    /// The host as users read it.
    var shownHost: String { CleanText.line(host.isEmpty ? scheme : host) }

    private init?(_ text: String, relativeTo base: WebAddress?) {
        guard text.utf8.count <= 8_192, let url = curl_url() else { return nil }
        defer { curl_url_cleanup(url) }
        let flags = UInt32(CURLU_URLENCODE | CURLU_NON_SUPPORT_SCHEME)
        if let base {
            guard curl_url_set(url, CURLUPART_URL, base.text, flags) == CURLUE_OK else {
                return nil
            }
        }
        guard curl_url_set(url, CURLUPART_URL, text, flags) == CURLUE_OK,
            let scheme = Self.part(CURLUPART_SCHEME, of: url)?.lowercased()
        else { return nil }
        var host = Self.part(CURLUPART_HOST, of: url)?.lowercased() ?? ""
        if host.hasSuffix(".") { host.removeLast() }
        let port = Self.part(CURLUPART_PORT, of: url, UInt32(CURLU_DEFAULT_PORT)).flatMap(Int.init)
        if let base, (base.scheme, base.host, base.port ?? 0) != (scheme, host, port ?? 0) {
            for part in [CURLUPART_USER, CURLUPART_PASSWORD] { curl_url_set(url, part, nil, 0) }
        }
        curl_url_set(url, CURLUPART_FRAGMENT, nil, 0)
        guard let whole = Self.part(CURLUPART_URL, of: url) else { return nil }
        self.text = whole
        self.scheme = scheme
        self.host = host
        self.port = port
        path = Self.part(CURLUPART_PATH, of: url, UInt32(CURLU_URLDECODE)) ?? "/"
    }

    private static func part(
        _ part: CURLUPart, of url: OpaquePointer, _ flags: UInt32 = 0
    ) -> String? {
        var text: UnsafeMutablePointer<CChar>?
        guard curl_url_get(url, part, &text, flags) == CURLUE_OK, let text else { return nil }
        defer { curl_free(text) }
        return String(cString: text)
    }
}

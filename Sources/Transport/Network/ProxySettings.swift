/// The proxies that the environment names, as curl understands it (curl's manual, "Environment").
///
/// They are read here and given to each transfer, rather than left to the library, since what addresses a connection may go
/// to depends on whether it goes to a proxy.
public struct ProxySettings: Hashable, Sendable {
    private var http: String?
    private var https: String?
    private var exceptions: [String]

    /// No proxy at all.
    public init() { exceptions = [] }

    /// Reads `http_proxy`, `https_proxy`, `all_proxy` and `no_proxy`, also in capitals but for `HTTP_PROXY`, which a server
    /// may set from a request.
    public init(environment: [String: String]) {
        func value(_ names: String...) -> String? {
            names.lazy.compactMap { environment[$0] }.first { !$0.isEmpty }
        }
        http = value("http_proxy", "all_proxy", "ALL_PROXY")
        https = value("https_proxy", "HTTPS_PROXY", "all_proxy", "ALL_PROXY")
        exceptions = (value("no_proxy", "NO_PROXY") ?? "").lowercased()
            .split { $0 == "," || $0 == " " || $0 == "\t" }.map(String.init)
    }

    /// The proxy for `address`; nil where it is reached directly.
    func proxy(for address: WebAddress) -> String? {
        let isPlain = address.scheme == "http"
        guard let proxy = isPlain ? http : https, !isException(address.host) else { return nil }
        return proxy
    }

    /// A proxy as errors name it: without scheme, name and password.
    static func shown(_ proxy: String) -> String {
        let start = proxy.range(of: "://")?.upperBound ?? proxy.startIndex
        let place = proxy[start...].prefix { $0 != "/" }
        return place.lastIndex(of: "@").map { String(place[place.index(after: $0)...]) }
            ?? String(place)
    }

    private func isException(_ host: String) -> Bool {
        let address = NetworkAddress(host)
        return exceptions.contains { exception in
            if exception == "*" { return true }
            if let address { return Self.matches(address, exception) }
            let domain = exception.drop { $0 == "." }
            return !domain.isEmpty && (host == domain || host.hasSuffix("." + domain))
        }
    }

    /// Whether `exception` is `address` or a network that it is in ("10.0.0.0/8").
    private static func matches(_ address: NetworkAddress, _ exception: String) -> Bool {
        let parts = exception.split(separator: "/", maxSplits: 1)
        guard let first = parts.first, let network = NetworkAddress(first) else { return false }
        guard parts.count == 2 else { return network == address }
        return Int(parts[1]).map { address.shares($0, with: network) } ?? false
    }
}

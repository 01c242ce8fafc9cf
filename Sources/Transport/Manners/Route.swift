/// Where a request has got to through redirects.
struct Route {
    /// The address to ask next.
    private(set) var address: WebAddress
    /// How many redirects led there.
    private(set) var redirects = 0
    /// Where to ask from now on, if it differs from the address of the request.
    private(set) var movedTo: String?
    private var isPermanent = true
    private let privateHost: String?
    private let limit: Int

    init(_ request: WebRequest, limits: WebLimits) throws(WebError) {
        guard let address = WebAddress(request.url) else { throw .notWeb(scheme: nil) }
        guard address.isWeb, !address.host.isEmpty else { throw .notWeb(scheme: address.scheme) }
        self.address = address
        privateHost = request.allowsPrivateHost ? address.host : nil
        limit = limits.redirects
    }

    /// Whether the host that is asked next may have a private address.
    var allowsPrivateAddress: Bool { address.host == privateHost }

    /// Goes on to where `link` leads.
    mutating func follow(_ link: String, isPermanent: Bool) throws(WebError) {
        guard redirects < limit else { throw .tooManyRedirects(limit: limit) }
        guard let next = address.resolving(link) else { throw .broken(.malformed) }
        guard next.isWeb, !next.host.isEmpty else { throw .redirectScheme(next.scheme) }
        redirects += 1
        self.isPermanent = self.isPermanent && isPermanent
        address = next
        if self.isPermanent { movedTo = next.text }
    }
}

import CCurl

/// What all requests of a client have in common, and how a request becomes a transfer.
struct HTTPSettings: Sendable {
    private let userAgent: String
    private let limits: WebLimits
    private let authorities: String?
    private let proxies: ProxySettings
    private let folder: String

    init(
        userAgent: String, limits: WebLimits, authorities: String?, environment: [String: String]
    ) {
        self.userAgent = userAgent
        self.limits = limits
        self.authorities = authorities
        proxies = ProxySettings(environment: environment)
        folder = TemporaryFile.folder(environment)
    }

    /// The transfer that asks for the next address on `route`.
    func plan(
        for request: WebRequest, on route: Route, within time: Duration
    ) throws(WebError) -> TransferPlan {
        let address = route.address
        let proxy = proxies.proxy(for: address)
        // A proxy finds the host: only what is private by its very address can be told from here.
        if proxy != nil, !route.allowsPrivateAddress, address.namesPrivateHost {
            throw .privateAddress(host: address.shownHost, byRedirect: route.redirects > 0)
        }
        return TransferPlan(
            endpoint: address.endpoint,
            options: manners + times(within: time) + [
                .text(CURLOPT_URL, address.text),
                .text(CURLOPT_PROXY, proxy ?? ""),
                .lines(CURLOPT_HTTPHEADER, headers(of: request)),
                .number(CURLOPT_MAXFILESIZE, request.sizeLimit),
            ],
            allowsPrivateAddress: proxy != nil || route.allowsPrivateAddress,
            sizeLimit: request.sizeLimit, headerLimit: limits.headers, memoryLimit: limits.memory,
            folder: folder, headers: Answer.headers)
    }

    /// Whom the next request on `route` goes to.
    func peer(on route: Route) -> WebError.Peer {
        WebError.Peer(
            host: route.address.shownHost, byRedirect: route.redirects > 0,
            proxy: proxies.proxy(for: route.address).map(ProxySettings.shown), limits: limits)
    }

    private var manners: [TransferPlan.Option] {
        [
            .text(CURLOPT_PROTOCOLS_STR, "http,https"),
            .text(CURLOPT_NOPROXY, ""),
            .text(CURLOPT_USERAGENT, userAgent),
            .text(CURLOPT_ACCEPT_ENCODING, "gzip, br"),
            .number(CURLOPT_HTTP_VERSION, Int(CURL_HTTP_VERSION_2TLS)),
            .number(CURLOPT_SUPPRESS_CONNECT_HEADERS, 1),
            // Signals belong to the program, and a slow search for a name must not hold up the thread.
            .number(CURLOPT_NOSIGNAL, 1), .number(CURLOPT_QUICK_EXIT, 1),
        ] + (authorities.map { [.text(CURLOPT_CAINFO, $0), .text(CURLOPT_CAPATH, nil)] } ?? [])
    }

    private func times(within time: Duration) -> [TransferPlan.Option] {
        let left = max(1, time.milliseconds)
        return [
            .number(CURLOPT_TIMEOUT_MS, left),
            .number(CURLOPT_CONNECTTIMEOUT_MS, min(left, limits.connect.milliseconds)),
            .number(CURLOPT_LOW_SPEED_LIMIT, limits.lowestSpeed),
            .number(CURLOPT_LOW_SPEED_TIME, limits.lowestSpeedTime.milliseconds / 1_000),
        ]
    }

    private func headers(of request: WebRequest) -> [String] {
        var lines = ["Accept: \(request.accept)"]
        if let etag = HeaderValue.validator(request.validators.etag) {
            lines.append("If-None-Match: \(etag)")
        }
        if let moment = HeaderValue.validator(request.validators.lastModified) {
            lines.append("If-Modified-Since: \(moment)")
        }
        return lines
    }
}

extension WebAddress {
    /// Whether the host is private by its very name: an address as such, or this computer.
    public var namesPrivateHost: Bool {
        if let address = NetworkAddress(host) { return !address.isPublic }
        return namesLocalhost
    }
}

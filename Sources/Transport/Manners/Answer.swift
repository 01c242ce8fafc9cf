import CCurl

/// What a transfer that asked for a page means.
enum Answer {
    case content(WebResponse)
    case redirect(String, isPermanent: Bool)

    /// The headers that are looked at.
    static let headers = [
        "etag", "last-modified", "cache-control", "age", "retry-after", "content-type", "location",
        "content-length", "transfer-encoding",
    ]

    /// The answer in `result`; nil where the transfer failed before there was any.
    init?(_ result: TransferResult, to request: WebRequest, on route: Route) throws(WebError) {
        guard Self.isUsable(result) else { return nil }
        let retryAfter = result.header("retry-after").flatMap { RetryAfter($0) }
        if [301, 302, 303, 307, 308].contains(result.status),
            let location = result.header("location")
        {
            let link = HeaderValue.link(location)
            self = .redirect(link, isPermanent: [301, 308].contains(result.status))
            return
        }
        switch result.status {
        case 304 where request.validators.isEmpty: throw .broken(.unexpectedlyUnchanged)
        // Part of a document (206) was not asked for.
        case 200...205, 207..<300, 304:
            self = .content(WebResponse(result, route: route, retryAfter: retryAfter))
        default: throw .status(result.status, retryAfter: retryAfter)
        }
    }

    /// A status that tells all there is to know stands, however the text that came with it ended.
    private static func isUsable(_ result: TransferResult) -> Bool {
        switch result.stop {
        case nil: result.code == CURLE_OK || result.status >= 300
        case .useless: true
        default: false
        }
    }
}

extension TransferResult {
    /// The first value of a header.
    func header(_ name: String) -> String? { headers[name]?.first }
}

extension WebResponse {
    init(_ result: TransferResult, route: Route, retryAfter: RetryAfter?) {
        let type = HeaderValue.contentType(result.header("content-type") ?? "")
        status = result.status
        url = route.address
        movedTo = route.movedTo
        validators = Validators(
            etag: HeaderValue.validator(result.header("etag")),
            lastModified: HeaderValue.validator(result.header("last-modified")))
        maxAge = HeaderValue.maxAge(
            cacheControl: result.headers["cache-control"] ?? [], age: result.header("age"))
        self.retryAfter = retryAfter
        mediaType = type.mediaType
        charset = type.charset
        isSurelyWhole =
            result.version >= Int(CURL_HTTP_VERSION_2_0) || result.status == 304
            || result.header("content-length") != nil || result.header("transfer-encoding") != nil
        body = result.status == 304 ? WebBody([]) : result.body
    }
}

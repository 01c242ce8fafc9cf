import CCurl

extension WebError {
    /// What went wrong with a transfer that gave no answer.
    init(_ result: TransferResult, sizeLimit: Int, to peer: Peer, timeLeft: Duration) {
        switch result.stop {
        case .cancelled: self = .cancelled
        case .tooLarge: self = .tooLarge(limit: sizeLimit)
        case .headers: self = .broken(.headers)
        case .privateAddress: self = .privateAddress(host: peer.host, byRedirect: peer.byRedirect)
        case .storage: self = .storage
        case .useless: self = .status(result.status, retryAfter: nil)
        case nil: self.init(code: result.code, result, sizeLimit, peer, timeLeft)
        }
    }

    /// Whom a transfer was to talk to.
    struct Peer {
        var host: String
        var byRedirect = false
        /// The proxy on the way, if any.
        var proxy: String?
        var limits: WebLimits
    }

    private init(
        code: CURLcode, _ result: TransferResult, _ sizeLimit: Int, _ peer: Peer,
        _ timeLeft: Duration
    ) {
        if let proxy = peer.proxy, result.proxyStatus >= 300 {
            self = .proxy(proxy)
            return
        }
        switch code {
        case CURLE_COULDNT_RESOLVE_HOST: self = .nameNotFound(host: peer.host)
        case CURLE_COULDNT_CONNECT:
            self = peer.proxy.map { .proxy($0) } ?? .refused(host: peer.host)
        case CURLE_COULDNT_RESOLVE_PROXY, CURLE_PROXY: self = .proxy(peer.proxy ?? peer.host)
        case CURLE_OPERATION_TIMEDOUT: self = Self.timeout(result, peer, timeLeft)
        case CURLE_FILESIZE_EXCEEDED: self = .tooLarge(limit: sizeLimit)
        case CURLE_PEER_FAILED_VERIFICATION:
            self = .certificate(CertificateProblem(number: result.certificate), host: peer.host)
        case CURLE_SSL_CONNECT_ERROR, CURLE_SSL_CIPHER: self = .encryption(host: peer.host)
        case CURLE_BAD_CONTENT_ENCODING, CURLE_WRITE_ERROR: self = .broken(.compression)
        // A line of a header that is longer than curl takes.
        case CURLE_OUT_OF_MEMORY: self = .broken(.headers)
        case CURLE_PARTIAL_FILE, CURLE_GOT_NOTHING, CURLE_RECV_ERROR, CURLE_SEND_ERROR,
            CURLE_HTTP2_STREAM, CURLE_HTTP2:
            self = .broken(.cutShort)
        case CURLE_WEIRD_SERVER_REPLY, CURLE_UNSUPPORTED_PROTOCOL, CURLE_HTTP_RETURNED_ERROR:
            self = .broken(.malformed)
        default: self = .other(code: Int(code.rawValue))
        }
    }

    private static func timeout(
        _ result: TransferResult, _ peer: Peer, _ timeLeft: Duration
    ) -> WebError {
        let limits = peer.limits
        if timeLeft <= .milliseconds(5) {
            return .timeout(seconds: Int(limits.total.components.seconds))
        }
        if result.didConnect {
            return .tooSlow(seconds: Int(limits.lowestSpeedTime.components.seconds))
        }
        let seconds = Int(limits.connect.components.seconds)
        return peer.proxy.map { .proxy($0) } ?? .connectTimeout(host: peer.host, seconds: seconds)
    }
}

extension WebError.CertificateProblem {
    /// By the number of OpenSSL's verification (`X509_V_ERR_…`). Curl itself compares the name, once that went well, and
    /// then leaves the number at 1, which it began with.
    fileprivate init(number: Int) {
        switch number {
        case 10: self = .expired
        case 9: self = .notYetValid
        case 18, 19, 20, 21: self = .unknownIssuer
        case 0, 1, 62, 64: self = .wrongName
        default: self = .invalid
        }
    }
}

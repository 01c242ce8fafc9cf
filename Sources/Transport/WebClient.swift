import CCurl
import ClimateModel
import Foundation

/// Fetches from the web, politely and within bounds.
///
/// - Requests are told what was fetched before, ask for compressed content (gzip, Brotli), share connections and use HTTP/2
///   where the server does. No cookie is kept, no password file is read, no script is run.
/// - Every server must show who it is by a certificate that this computer trusts, where the address is `https:`.
/// - A request never reaches a host of a loopback, link-local or private address unless it says so. What is checked is the
///   address that the connection goes to, on every connection and redirect, whatever names lead there.
/// - Proxies are those of the environment. Then the proxy finds the host, and only addresses that stand in the URL as such
///   (`http://10.0.0.1/`, `http://localhost/`) can be refused here.
/// - Nothing takes longer or grows larger than `WebLimits` and the request allow.
///
/// One thread does all of it; `get(_:)` may be called from any number of tasks.
public final class WebClient: Sendable {
    /// The bounds of every request.
    public let limits: WebLimits
    private let loop: CurlLoop?
    private let settings: HTTPSettings

    /// A client with a thread of its own, which ends with the client.
    ///
    /// - Parameters:
    ///   - contact: The URL by which a server's keeper reaches whoever asks; it is part of `User-Agent`.
    ///   - authorities: A file of certificates to trust (PEM); nil for those that this computer trusts.
    ///   - environment: Where proxies are found, and `TMPDIR`, the folder for content that is too large for memory.
    public init(
        contact: String? = nil, limits: WebLimits = WebLimits(),
        authorities: String? = nil,
        environment: [String: String] = ProcessInfo.processInfo.environment
    ) {
        self.limits = limits
        loop = CurlLoop(limits: limits)
        settings = HTTPSettings(
            userAgent: "Utkik/1.0" + (contact.map { " (+\(CleanText.line($0)))" } ?? ""),
            limits: limits,
            authorities: authorities, environment: environment)
    }

    deinit { loop?.stop() }

    /// Ends what is under way with `WebError.cancelled`; later requests end so at once.
    public func close() { loop?.stop() }

    /// Fetches what `request` asks for, following redirects.
    ///
    /// - Throws: What went wrong. A task that is cancelled has `WebError.cancelled` at once, and its connection is dropped.
    public func get(_ request: WebRequest) async throws(WebError) -> WebResponse {
        var time = limits.total
        return try await get(request, within: &time)
    }

    /// Fetches as `get(_:)` for one of several requests that together have a time.
    ///
    /// - Parameter time: What is left of it; what the request took is gone from it afterwards, waiting for a free connection
    ///   aside. Nothing is asked where none is left.
    public func get(
        _ request: WebRequest, within time: inout Duration
    ) async throws(WebError) -> WebResponse {
        guard let loop else { throw .other(code: Int(CURLE_FAILED_INIT.rawValue)) }
        var route = try Route(request, limits: limits)
        let patience = min(request.patience ?? limits.total, limits.total)
        // Curl counts in whole milliseconds, and may end a transfer a little early.
        guard time > .milliseconds(5) else {
            throw .timeout(seconds: Int(patience.components.seconds))
        }
        let allotted = min(patience, time)
        var left = allotted
        defer { time -= allotted - left }
        while true {
            let plan = try settings.plan(for: request, on: route, within: left)
            let result = await loop.perform(plan)
            left -= result.elapsed
            guard let answer = try Answer(result, to: request, on: route) else {
                var peer = settings.peer(on: route)
                peer.limits.total = patience
                throw WebError(result, sizeLimit: request.sizeLimit, to: peer, timeLeft: left)
            }
            switch answer {
            case .content(let response): return response
            case .redirect(let link, let isPermanent):
                try route.follow(link, isPermanent: isPermanent)
            }
        }
    }
}

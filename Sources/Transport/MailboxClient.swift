import CCurl
import ClimateModel
import Foundation

/// Reads mailboxes over IMAP (RFC 9051), and leaves them as they are: nothing is marked as read, moved or removed.
///
/// The server must show who it is, and everything is encrypted, the password first of all. What is told of addresses, times
/// and sizes in `WebClient` holds here too; proxies of the web are not used.
public struct MailboxClient: Sendable {
    /// The bounds of every reading: connecting and logging in take at most `total`, all of it four times that.
    public let limits: WebLimits
    private let authorities: String?
    private let folder: String

    /// Makes nothing yet; each reading has a thread of its own.
    ///
    /// - Parameters:
    ///   - authorities: A file of certificates to trust (PEM); nil for those that this computer trusts.
    ///   - environment: Where `TMPDIR` is found, the folder for messages that are too large for memory.
    public init(
        limits: WebLimits = WebLimits(), authorities: String? = nil,
        environment: [String: String] = ProcessInfo.processInfo.environment
    ) {
        self.limits = limits
        self.authorities = authorities
        folder = TemporaryFile.folder(environment)
    }

    /// Reads the messages that `request` asks for.
    ///
    /// - Throws: What went wrong before any message was read; what does later is told in the reading.
    public func read(_ request: MailboxRequest) async throws(WebError) -> MailboxReading {
        guard CurlLoop.isReady else { throw .other(code: Int(CURLE_FAILED_INIT.rawValue)) }
        guard let address = WebAddress(request.url), !address.host.isEmpty,
            ["imap", "imaps"].contains(address.scheme)
        else { throw .notMail }
        let gate = MailConnection.Gate(allowsPrivateAddress: request.allowsPrivateHost)
        let result = await withTaskCancellationHandler {
            await withCheckedContinuation { continuation in
                let thread = Thread {
                    CurlLoop.blockSignals()
                    continuation.resume(returning: read(request, at: address, gate))
                }
                thread.name = "utkik-mail"
                thread.start()
            }
        } onCancel: {
            gate.isCancelled.store(true, ordering: .relaxed)
        }
        return try result.get()
    }

    private func read(
        _ request: MailboxRequest, at address: WebAddress, _ gate: MailConnection.Gate
    ) -> Result<MailboxReading, WebError> {
        Result { () throws(WebError) in
            let connection = try MailConnection(
                options(for: request, at: address), gate: gate, limits: limits,
                host: address.shownHost)
            var session = MailSession(
                connection, request,
                keepingIn: .init(memoryLimit: limits.memory, path: folder))
            let path = address.path.drop { $0 == "/" }
            return try session.read(path.isEmpty ? "INBOX" : String(path))
        }
    }

    private func options(
        for request: MailboxRequest, at address: WebAddress
    ) -> [TransferPlan.Option] {
        let isLocal = request.allowsPrivateHost && address.isLoopback
        return [
            .text(CURLOPT_URL, "\(address.scheme)://\(address.endpoint)/"),
            .text(CURLOPT_PROTOCOLS_STR, "imap,imaps"),
            .text(CURLOPT_PROXY, ""), .text(CURLOPT_USERNAME, request.user),
            .text(CURLOPT_PASSWORD, request.password),
            .number(CURLOPT_CONNECT_ONLY, 1),
            .number(
                CURLOPT_USE_SSL, Int((isLocal ? CURLUSESSL_TRY : CURLUSESSL_ALL).rawValue)),
            .number(CURLOPT_NOPROGRESS, 0), .number(CURLOPT_NOSIGNAL, 1),
            .number(CURLOPT_QUICK_EXIT, 1),
            .number(CURLOPT_TIMEOUT_MS, limits.total.milliseconds),
            .number(CURLOPT_CONNECTTIMEOUT_MS, limits.connect.milliseconds),
            .number(
                CURLOPT_SERVER_RESPONSE_TIMEOUT, max(1, limits.lowestSpeedTime.milliseconds / 1_000)
            ),
        ] + (authorities.map { [.text(CURLOPT_CAINFO, $0), .text(CURLOPT_CAPATH, nil)] } ?? [])
    }
}

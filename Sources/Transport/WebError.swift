import ClimateModel

/// Why there is no answer to use.
public enum WebError: Error, Hashable, Sendable {
    /// It is no address, or one that is not of the web; nil where it has no scheme that can be told.
    case notWeb(scheme: String?)
    /// The host's name is not known.
    case nameNotFound(host: String)
    /// Nobody listens, or there is no way to the host.
    case refused(host: String)
    /// There was no connection in time.
    case connectTimeout(host: String, seconds: Int)
    /// The whole took too long.
    case timeout(seconds: Int)
    /// Too few bytes came for too long.
    case tooSlow(seconds: Int)
    /// The content is larger than it may be, in bytes after decompression.
    case tooLarge(limit: Int)
    /// More redirects than are followed.
    case tooManyRedirects(limit: Int)
    /// A redirect leads out of the web, as to `file:`.
    case redirectScheme(String)
    /// The host has a loopback, link-local or private address, and may not.
    case privateAddress(host: String, byRedirect: Bool)
    /// The server could not show who it is.
    case certificate(CertificateProblem, host: String)
    /// Both ends found no way to talk in secret.
    case encryption(host: String)
    /// The server answered, and not with content.
    case status(Int, retryAfter: RetryAfter?)
    /// What came is no whole answer.
    case broken(BrokenAnswer)
    /// The proxy of the environment, by host and port, can't be reached or does not help.
    case proxy(String)
    /// It is no address of a mailbox.
    case notMail
    /// The mail server does not know the name or the password.
    case login(host: String)
    /// The mail server offers no encryption.
    case unencrypted(host: String)
    /// The mail server has no such folder.
    case noMailbox(name: String)
    /// There is no room, or no right, to keep what comes.
    case storage
    /// The task was cancelled, or the client was closed.
    case cancelled
    /// What else may go wrong below: the library's number for it.
    case other(code: Int)

    /// What is wrong with a server's certificate.
    public enum CertificateProblem: Hashable, Sendable {
        /// It is no longer valid.
        case expired
        /// It is not valid yet.
        case notYetValid
        /// It is for another name.
        case wrongName
        /// It was issued by somebody who is not known here, or by itself.
        case unknownIssuer
        /// Anything else.
        case invalid
    }

    /// What is wrong with an answer.
    public enum BrokenAnswer: Hashable, Sendable {
        /// The connection ended in the middle.
        case cutShort
        /// The compressed content can't be decompressed.
        case compression
        /// The headers are larger than they may be.
        case headers
        /// It follows no rule of HTTP.
        case malformed
        /// It follows no rule of IMAP.
        case mail
        /// "Not modified", to a request that named no version.
        case unexpectedlyUnchanged
    }
}

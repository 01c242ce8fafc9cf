import CCurl

/// What one transfer is to do: a value, made anywhere and carried out on the loop's thread.
struct TransferPlan: Sendable {
    /// What transfers that share the limit of a host have in common.
    var endpoint: String
    /// The library's options, in order.
    var options: [Option]
    /// Whether a connection may go to an address that is not public.
    var allowsPrivateAddress: Bool
    /// The most bytes of content.
    var sizeLimit: Int
    /// The most bytes of headers.
    var headerLimit: Int
    /// The most bytes of content in memory.
    var memoryLimit: Int
    /// Where content that is larger is kept.
    var folder: String
    /// The headers of the answer to hand back, in lower case.
    var headers: [String]

    /// An option of curl with its value.
    enum Option: Sendable {
        case number(CURLoption, Int)
        case text(CURLoption, String?)
        /// Lines of headers, each of one byte a character.
        case lines(CURLoption, [String])
    }
}

/// How a transfer ended.
struct TransferResult: Sendable {
    /// `CURLE_OK` where all went well.
    var code: CURLcode
    /// Why it was ended from here; nil where it was not.
    var stop: Stop?
    /// The status of the answer, 0 where there was none.
    var status = 0
    /// The status that a proxy answered the wish for a way through with, 0 where there was none.
    var proxyStatus = 0
    /// The version of HTTP by the library's numbers: 1.0, 1.1, 2.
    var version = 0
    /// The values of the headers that were asked for, one byte a character.
    var headers: [String: [String]] = [:]
    /// The content.
    var body = WebBody([])
    /// The time that it took, without waiting for its turn.
    var elapsed = Duration.zero
    /// Whether it got as far as to ask.
    var didConnect = false
    /// The library's number for what is wrong with the certificate, 0 for nothing.
    var certificate = 0

    /// Why a transfer was ended from here.
    enum Stop: Sendable {
        case cancelled
        case tooLarge
        case headers
        case privateAddress
        case storage
        /// The content of an answer that is of no use was not waited for.
        case useless
    }
}

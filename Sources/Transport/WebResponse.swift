/// What a server answered: content (2xx), or that nothing has changed (304).
public struct WebResponse: Sendable {
    /// 200 … 299, or 304 where the request had validators.
    public let status: Int
    /// The address that answered, after all redirects.
    public let url: WebAddress
    /// Where to ask from now on: what the redirects led to as long as every one so far was permanent (301, 308). Nil where
    /// the address holds.
    public let movedTo: String?
    /// What to ask with the next time.
    public let validators: Validators
    /// How many seconds the answer stays fresh, by `Cache-Control: max-age` less `Age`; nil where that is not told.
    public let maxAge: Int?
    /// When to ask again at the earliest, where the server told.
    public let retryAfter: RetryAfter?
    /// The media type in lower case, without parameters: "text/html"; nil where none was told.
    public let mediaType: String?
    /// The character encoding that the server told, in lower case: "iso-8859-1".
    public let charset: String?
    /// Whether all that the server sent is known to have come: false where only the end of the connection ended it (HTTP/1
    /// without a length), as then it may have been cut short. Compressed content that the server itself holds only a part of
    /// can't be told from whole content; that is left to whoever reads it.
    public let isSurelyWhole: Bool
    /// The content, decompressed; empty where nothing has changed.
    public let body: WebBody

    /// Whether what was fetched before still holds.
    public var isUnchanged: Bool { status == 304 }
}

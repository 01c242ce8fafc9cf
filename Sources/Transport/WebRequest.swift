/// What to fetch, and what may come.
public struct WebRequest: Hashable, Sendable {
    /// The address, `http:` or `https:`.
    public var url: String
    /// Whether the host of `url`, and it alone, may have a private address: for an intranet. A redirect from there to
    /// another private host is refused all the same.
    public var allowsPrivateHost: Bool
    /// What an earlier answer was known by: the server then tells whether anything has changed.
    public var validators: Validators
    /// The kinds of content that are wanted (RFC 9110, 12.5.1).
    public var accept: String
    /// The most bytes that the body may have, after decompression.
    public var sizeLimit: Int
    /// The time for the request with all its redirects, where it is to be less than the client gives.
    public var patience: Duration?

    /// The most bytes that a body may have, unless told otherwise: 15 MiB.
    public static let defaultSizeLimit = 15 << 20

    /// A request with no conditions for whatever there is, unless told otherwise.
    public init(
        url: String, allowsPrivateHost: Bool = false, validators: Validators = Validators(),
        accept: String = "*/*", sizeLimit: Int = defaultSizeLimit, patience: Duration? = nil
    ) {
        self.url = url
        self.allowsPrivateHost = allowsPrivateHost
        self.validators = validators
        self.accept = accept
        self.sizeLimit = sizeLimit
        self.patience = patience
    }
}

/// What a server knows a version of its content by (RFC 9110, 8.8), exactly as it sent it.
///
/// The bytes of a header need be in no encoding: each is kept as the character of its number, and sent back as that byte.
public struct Validators: Hashable, Sendable {
    /// `ETag`; nil where there was none.
    public var etag: String?
    /// `Last-Modified`; nil where there was none.
    public var lastModified: String?

    /// Nothing is known of earlier answers, unless told otherwise.
    public init(etag: String? = nil, lastModified: String? = nil) {
        self.etag = etag
        self.lastModified = lastModified
    }

    /// Whether there is nothing to compare by.
    public var isEmpty: Bool { etag == nil && lastModified == nil }
}

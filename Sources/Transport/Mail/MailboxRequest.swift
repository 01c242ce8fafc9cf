import ClimateModel

/// Which messages of a mailbox to read.
public struct MailboxRequest: Hashable, Sendable {
    /// The server and its folder: `imaps://mail.example/INBOX`, or `imap:` for encryption that begins after the greeting
    /// (STARTTLS), which is then required. Without a folder it is `INBOX`.
    public var url: String
    /// The name to log in with.
    public var user: String
    /// The password to log in with.
    public var password: String
    /// Whether the host of `url` may have a private address. An `imap:` server at an address of the loopback may then also
    /// do without encryption, as nobody is between.
    public var allowsPrivateHost: Bool
    /// How far it was read; nil for the first time.
    public var position: MailboxPosition?
    /// The first day whose messages are wanted; nil for all.
    public var since: CalendarDate?
    /// The most messages to read.
    public var countLimit: Int
    /// The most bytes of a message; larger ones are passed over.
    public var sizeLimit: Int

    /// The newest 50 messages, 15 MiB each, unless told otherwise.
    public init(
        url: String, user: String, password: String, allowsPrivateHost: Bool = false,
        position: MailboxPosition? = nil, since: CalendarDate? = nil, countLimit: Int = 50,
        sizeLimit: Int = WebRequest.defaultSizeLimit
    ) {
        self.url = url
        self.user = user
        self.password = password
        self.allowsPrivateHost = allowsPrivateHost
        self.position = position
        self.since = since
        self.countLimit = countLimit
        self.sizeLimit = sizeLimit
    }
}

/// How far a mailbox was read (RFC 9051, 2.3.1.1).
public struct MailboxPosition: Hashable, Codable, Sendable {
    /// The numbering that `last` belongs to: another one means that the mailbox is to be read anew.
    public var validity: UInt32
    /// The highest number of a message that was read or passed over.
    public var last: UInt32

    /// Takes the numbers as they are.
    public init(validity: UInt32, last: UInt32) {
        self.validity = validity
        self.last = last
    }
}

/// What was read of a mailbox.
public struct MailboxReading: Sendable {
    /// The messages, oldest first.
    public internal(set) var messages: [MailboxMessage] = []
    /// Where to go on the next time.
    public internal(set) var position: MailboxPosition
    /// How many messages were larger than they may be.
    public internal(set) var tooLarge = 0
    /// Whether more messages wait after these.
    public internal(set) var hasMore = false
    /// What ended the reading early, after these messages; nil where nothing did.
    public internal(set) var failure: WebError?
}

/// A message as it was sent (RFC 5322).
public struct MailboxMessage: Sendable {
    /// Its number in the mailbox.
    public let uid: UInt32
    /// Headers and body.
    public let body: WebBody
}

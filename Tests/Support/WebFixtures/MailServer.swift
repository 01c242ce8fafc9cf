import Synchronization

/// An IMAP server on the loopback for tests, with one mailbox, which a test can let misbehave. Of the protocol it knows what a
/// reader of new messages needs (RFC 9051).
public final class MailServer: Sendable {
    /// What is in the mailbox, and what the server does.
    public struct Mailbox: Sendable {
        /// The folder's name, as IMAP writes it.
        public var folder = "INBOX"
        /// The validity of its numbers.
        public var validity = 7
        /// The messages by their numbers.
        public var messages: [Int: String] = [:]
        /// What to log in with.
        public var password = "secret"
        /// What to send instead of an answer to a command that holds the key; the connection ends after it.
        public var tricks: [String: String] = [:]
        /// What to send before the answer to a command that holds the key.
        public var interjections: [String: String] = [:]

        /// Bytes to go on with for ever, one now and then, instead of an answer to a command that holds the key.
        public var drips: [String: String] = [:]

        /// What to send for ever, as quick as it is taken, instead of an answer to a command that holds the key.
        public var floods: [String: String] = [:]

        /// An empty mailbox.
        public init() {}
    }

    private let core: ServerCore
    private let box: Box

    private final class Box: Sendable {
        let state: Mutex<(mailbox: Mailbox, commands: [String])>

        init(_ mailbox: Mailbox) { state = Mutex((mailbox, [])) }
    }

    /// Listens at once; with an `identity` it speaks TLS from the start.
    public init(_ mailbox: Mailbox = Mailbox(), identity: ServerIdentity? = nil) throws {
        let box = Box(mailbox)
        self.box = box
        core = try ServerCore(identity: identity) { connection in
            connection.send("* OK ready\r\n")
            while let line = connection.readLine() {
                let mailbox = box.state.withLock { state in
                    state.commands.append(line)
                    return state.mailbox
                }
                guard mailbox.answer(line, on: connection) else { return }
            }
        }
    }

    deinit { core.stop() }

    /// The address of a folder on this server.
    public func url(_ folder: String = "INBOX") -> String {
        "\(core.identity == nil ? "imap" : "imaps")://127.0.0.1:\(core.port)/\(folder)"
    }

    /// Every command so far, without its tag.
    public var commands: [String] {
        box.state.withLock { $0.commands.map { String($0.drop { $0 != " " }.dropFirst()) } }
    }

    /// Changes what is in the mailbox.
    public func change(_ change: (inout Mailbox) -> Void) {
        box.state.withLock { change(&$0.mailbox) }
    }

    /// How many connections were made.
    public var connectionsMade: Int { core.connections.withLock { $0.made } }
}

extension MailServer.Mailbox {
    /// Answers a command; tells whether the connection goes on.
    fileprivate func answer(_ line: String, on connection: ServerConnection) -> Bool {
        for (key, text) in tricks where line.contains(key) {
            connection.send(text)
            return false
        }
        for (key, text) in drips where line.contains(key) {
            connection.send(text)
            while connection.pause(.milliseconds(100)) {
                if !text.isEmpty { connection.send("x") }
            }
            return false
        }
        for (key, text) in floods where line.contains(key) {
            let bytes = Array(text.utf8)
            while connection.send(bytes) {}
            return false
        }
        for (key, text) in interjections where line.contains(key) { connection.send(text) }
        let words = line.split(separator: " ").map(String.init)
        guard words.count >= 2 else { return false }
        let tag = words[0]
        switch words[1].uppercased() {
        case "CAPABILITY": connection.send("* CAPABILITY IMAP4rev1\r\n")
        case "LOGIN":
            guard words.last?.contains(password) == true else {
                return connection.send("\(tag) NO [AUTHENTICATIONFAILED] no\r\n")
            }
        case "EXAMINE":
            guard line.hasSuffix("EXAMINE \"\(folder)\"") else {
                return connection.send("\(tag) NO no such folder\r\n")
            }
            connection.send(
                "* \(messages.count) EXISTS\r\n* OK [UIDVALIDITY \(validity)] valid\r\n")
        case "UID": connection.send(answer(toUID: words))
        case "LOGOUT":
            connection.send("* BYE\r\n\(tag) OK bye\r\n")
            return false
        default: return connection.send("\(tag) BAD unknown\r\n")
        }
        return connection.send("\(tag) OK done\r\n")
    }

    private func answer(toUID words: [String]) -> String {
        if words[2].uppercased() == "SEARCH" {
            let first = Int(words[4].prefix { $0 != ":" }) ?? 1
            let last = messages.keys.max() ?? 0
            let found = messages.keys.filter { $0 >= first || $0 == last }.sorted()
            return "* SEARCH" + found.map { " \($0)" }.joined() + "\r\n"
        }
        guard let uid = Int(words[3]), let message = messages[uid] else { return "" }
        let size = message.utf8.count
        return words.last == "RFC822.SIZE)"
            ? "* 1 FETCH (UID \(uid) RFC822.SIZE \(size))\r\n"
            : "* 1 FETCH (UID \(uid) BODY[] {\(size)}\r\n\(message))\r\n"
    }
}

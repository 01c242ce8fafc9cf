import ClimateModel

/// Reads new messages of a folder, without changing anything there (RFC 9051: EXAMINE, and BODY.PEEK).
struct MailSession {
    private let connection: MailConnection
    private let request: MailboxRequest
    private let folder: TransferFolder
    private var tags = 0

    /// Where and in what size messages are kept.
    struct TransferFolder {
        var memoryLimit: Int
        var path: String
    }

    /// What a server says to a command before it is done.
    private struct Reply {
        var text = ""
        var literal: WebBody?
    }

    /// The most bytes of all messages of one reading.
    private static let mostBytes = 64 << 20
    /// The most numbers that a search may find.
    private static let mostFound = 500_000

    init(_ connection: MailConnection, _ request: MailboxRequest, keepingIn folder: TransferFolder)
    {
        self.connection = connection
        self.request = request
        self.folder = folder
    }

    /// Reads what is new in the folder `name`.
    mutating func read(_ name: String) throws(WebError) -> MailboxReading {
        let validity = try examine(name)
        let known = request.position.flatMap { $0.validity == validity ? $0.last : nil }
        var reading = MailboxReading(
            position: MailboxPosition(validity: validity, last: known ?? 0))
        var numbers = try search(after: known)
        if numbers.count > request.countLimit {
            // The first time the newest are wanted, later on the next ones.
            if known == nil {
                numbers = Array(numbers.suffix(request.countLimit))
            } else {
                numbers = Array(numbers.prefix(request.countLimit))
                reading.hasMore = true
            }
        }
        do throws(WebError) {
            try fetch(numbers, into: &reading)
            try? connection.send("\(nextTag()) LOGOUT")
        } catch {
            if reading.position.last == known ?? 0 { throw error }
            reading.failure = error
            reading.hasMore = true
        }
        return reading
    }

    // MARK: Commands

    /// Opens the folder for reading only; gives the validity of its numbers.
    private mutating func examine(_ name: String) throws(WebError) -> UInt32 {
        guard let quoted = MailText.quoted(MailText.folder(name)) else {
            throw .noMailbox(name: CleanText.line(name))
        }
        var validity: UInt32?
        let isGood = try command("EXAMINE \(quoted)") { reply in
            guard let range = reply.text.range(of: "[UIDVALIDITY ") else { return }
            validity = UInt32(reply.text[range.upperBound...].prefix { $0.isNumber })
        }
        guard isGood else { throw .noMailbox(name: CleanText.line(name)) }
        guard let validity else { throw .broken(.mail) }
        return validity
    }

    /// The numbers of the messages after `last`, in order.
    private mutating func search(after last: UInt32?) throws(WebError) -> [UInt32] {
        let first = (last ?? 0).addingReportingOverflow(1)
        guard !first.overflow else { return [] }
        let since = request.since.map { " SINCE \(Self.day($0))" } ?? ""
        var numbers: Set<UInt32> = []
        let isGood = try command("UID SEARCH UID \(first.partialValue):*\(since)") {
            reply throws(WebError) in
            guard reply.text.prefix(9).uppercased() == "* SEARCH " else { return }
            // Word by word, as all at once would take many times what the line does.
            var rest = reply.text.utf8.dropFirst(9)
            while !rest.isEmpty {
                let word = rest.prefix { $0 != UInt8(ascii: " ") }
                if let number = UInt32(Substring(word)) { numbers.insert(number) }
                guard numbers.count <= Self.mostFound else { throw .broken(.mail) }
                rest = rest.dropFirst(word.count + 1)
            }
        }
        guard isGood else { throw .broken(.mail) }
        // "*" is the last message also where its number is lower (RFC 9051, 6.4.9).
        return numbers.filter { $0 >= first.partialValue }.sorted()
    }

    private mutating func fetch(
        _ numbers: [UInt32], into reading: inout MailboxReading
    ) throws(WebError) {
        var bytes = 0
        for number in numbers {
            let size = try size(of: number)
            if let size, size > request.sizeLimit {
                reading.tooLarge += 1
            } else if size != nil {
                guard bytes + (size ?? 0) <= Self.mostBytes else {
                    reading.hasMore = true
                    return
                }
                if let body = try message(number) {
                    bytes += body.count
                    reading.messages.append(MailboxMessage(uid: number, body: body))
                }
            }
            reading.position.last = number
        }
    }

    /// The size of a message; nil where it is gone.
    private mutating func size(of number: UInt32) throws(WebError) -> Int? {
        var size: Int?
        let isGood = try command("UID FETCH \(number) (UID RFC822.SIZE)") { reply in
            guard Self.value("UID", in: reply.text) == Int(number) else { return }
            size = Self.value("RFC822.SIZE", in: reply.text) ?? size
        }
        guard isGood else { throw .broken(.mail) }
        return size
    }

    private mutating func message(_ number: UInt32) throws(WebError) -> WebBody? {
        var body: WebBody?
        let isGood = try command("UID FETCH \(number) (UID BODY.PEEK[])") { reply in
            guard Self.value("UID", in: reply.text) == Int(number) else { return }
            body = reply.literal ?? body
        }
        guard isGood else { throw .broken(.mail) }
        return body
    }

    // MARK: Replies

    private mutating func nextTag() -> String {
        tags += 1
        return "U\(tags)"
    }

    /// Sends a command and hands each untagged reply to `use`; tells whether the server did it.
    private mutating func command(
        _ text: String, _ use: (Reply) throws(WebError) -> Void
    ) throws(WebError) -> Bool {
        let tag = nextTag()
        try connection.send("\(tag) \(text)")
        // No command has more replies than a search has numbers of messages that come in the meantime.
        for _ in 0..<100_000 {
            let reply = try nextReply()
            if reply.text.hasPrefix("* ") {
                if reply.text.prefix(5).uppercased() == "* BYE" { throw .broken(.cutShort) }
                try use(reply)
            } else if reply.text.hasPrefix(tag + " ") {
                return reply.text.dropFirst(tag.utf8.count + 1).prefix(2).uppercased() == "OK"
            } else {
                throw .broken(.mail)
            }
        }
        throw .broken(.mail)
    }

    /// One reply: lines, which together are no longer than one may be, joined by literals of so many bytes as the line before
    /// tells.
    private func nextReply() throws(WebError) -> Reply {
        var reply = Reply()
        for _ in 0..<100 {
            let line = String(decoding: try connection.readLine(), as: UTF8.self)
            reply.text += line
            guard reply.text.utf8.count <= MailConnection.longestLine else { throw .broken(.mail) }
            guard let length = Self.literalLength(line) else { return reply }
            guard length <= request.sizeLimit else { throw .tooLarge(limit: request.sizeLimit) }
            var collector = BodyCollector(
                limit: length, memoryLimit: folder.memoryLimit, folder: folder.path)
            try connection.read(length) { bytes throws(WebError) in
                if collector.take(bytes) != nil { throw .storage }
            }
            reply.literal = collector.body
        }
        throw .broken(.mail)
    }

    /// The number at the end of a line that a literal follows: "… {123}".
    private static func literalLength(_ line: String) -> Int? {
        guard line.hasSuffix("}"), let start = line.lastIndex(of: "{") else { return nil }
        let digits = line[line.index(after: start)...].dropLast()
        guard (1...18).contains(digits.utf8.count),
            digits.utf8.allSatisfy({ (48...57).contains($0) })
        else { return nil }
        return Int(digits)
    }

    /// The number after `name` in a reply such as "* 4 FETCH (UID 123 RFC822.SIZE 4711)".
    private static func value(_ name: String, in text: String) -> Int? {
        let words = text.split { " ()".contains($0) }
        guard let index = words.firstIndex(where: { $0.uppercased() == name }) else { return nil }
        return words.dropFirst(index + 1).first.flatMap { Int($0) }
    }

    private static func day(_ date: CalendarDate) -> String {
        let months = [
            "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
        ]
        return "\(date.day)-\(months[date.month - 1])-\(date.year)"
    }
}

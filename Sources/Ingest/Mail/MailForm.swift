import ClimateModel

/// Tells mail from other files by its first lines.
enum MailForm {
    /// One message (RFC 5322), or a file of many (mbox, RFC 4155).
    case message, mailbox

    /// Nil for bytes that are no mail.
    ///
    /// A mailbox begins with "From " and a name; a message with header fields, three of which are those that mail has, and
    /// one of which only mail has.
    ///
    /// - Parameter isExpected: whether the bytes are of a source of newsletters: then one field is enough.
    /// - Complexity: O(1): no more than the first 64 KiB are looked at.
    init?(_ bytes: [UInt8], isExpected: Bool = false) {
        var names: Set<String> = []
        for (index, line) in Self.lines(bytes).enumerated() {
            if index == 0, line.starts(with: "From ".utf8), line.count > 5 {
                self = .mailbox
                return
            }
            if line.isEmpty { break }
            if line.first == 0x20 || line.first == 0x09, index > 0 { continue }
            guard let name = Self.name(of: line) else {
                if isExpected { break }
                return nil
            }
            names.insert(name)
        }
        if isExpected, !names.isDisjoint(with: Self.known) {
            self = .message
            return
        }
        guard names.intersection(Self.known).count >= 3, !names.isDisjoint(with: Self.telling)
        else { return nil }
        self = .message
    }

    private static let telling: Set<String> = [
        "message-id", "received", "return-path", "mime-version", "delivered-to", "x-mailer",
    ]
    private static let known: Set<String> = telling.union([
        "from", "to", "subject", "date", "content-type", "content-transfer-encoding", "reply-to",
        "sender", "cc", "dkim-signature", "list-unsubscribe", "list-id", "authentication-results",
    ])

    /// The lines of the first 64 KiB, without their ends; each is found when it is asked for.
    private static func lines(_ bytes: [UInt8]) -> some Sequence<ArraySlice<UInt8>> {
        var start = bytes[...]
        if start.starts(with: [0xEF, 0xBB, 0xBF]) { start = start.dropFirst(3) }
        start = start.drop { $0 == 0x0A || $0 == 0x0D }
        return sequence(state: Optional(start.prefix(64 << 10))) { rest in
            guard let text = rest else { return nil }
            let length = text.withUnsafeBufferPointer { $0.firstIndex(ofByte: 0x0A, from: 0) }
            let end = length.map { text.startIndex + $0 }
            rest = end.map { text[($0 + 1)...] }
            let line = text[..<(end ?? text.endIndex)]
            return line.last == 0x0D ? line.dropLast() : line
        }
    }

    /// The name of a header field in lower case; nil for a line that is none.
    private static func name(of line: ArraySlice<UInt8>) -> String? {
        guard let colon = line.prefix(80).firstIndex(of: UInt8(ascii: ":")), colon > line.startIndex
        else { return nil }
        let name = line[..<colon]
        guard name.allSatisfy({ (0x21...0x7E).contains($0) }) else { return nil }
        return String(decoding: name, as: UTF8.self).lowercased()
    }
}

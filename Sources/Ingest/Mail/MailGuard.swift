import ClimateModel

/// Bounds mail before GMime sees it, which takes in as many parts and header fields as there are: a file of 15 MiB can hold
/// three million parts of a kibibyte each.
struct MailGuard {
    private let bytes: [UInt8]
    private let isMailbox: Bool
    private var line = 1
    private var inHeader = true
    private var headerSize = 0
    private var fieldSize = 0
    private var fields = 0
    /// Whether the header's last line that wasn't folded is a field, which folded lines then belong to.
    private var isInField = false
    private var parts = 0
    private var messages = 0
    /// Whether the header told that a message follows, whose header begins after the blank line.
    private var holdsMessage = false

    /// Throws a problem for more than a message may hold: a line that begins as a boundary does counts as one.
    ///
    /// - Complexity: O(*n*).
    static func check(_ bytes: [UInt8], _ form: MailForm) throws(Problem) {
        var guarding = MailGuard(bytes: bytes, isMailbox: form == .mailbox)
        try guarding.run()
    }

    private init(bytes: [UInt8], isMailbox: Bool) {
        self.bytes = bytes
        self.isMailbox = isMailbox
    }

    private mutating func run() throws(Problem) {
        var start = 0
        while start < bytes.count {
            let end = bytes[start...].firstIndex(of: 0x0A) ?? bytes.count
            var text = bytes[start..<end]
            if text.last == 0x0D { text = text.dropLast() }
            try take(text)
            start = end + 1
            line += 1
        }
    }

    private mutating func take(_ text: ArraySlice<UInt8>) throws(Problem) {
        if isMailbox, text.starts(with: "From ".utf8) {
            messages += 1
            parts = 0
            beginHeader()
            guard messages <= Limits.mailMessages else { throw problem(.tooManyMessages) }
        } else if text.starts(with: "--".utf8) {
            parts += 1
            beginHeader()
            guard parts <= Limits.mailParts else { throw problem(.tooManyParts) }
        } else if inHeader {
            try header(text)
        }
    }

    private mutating func beginHeader() {
        inHeader = true
        (headerSize, fieldSize, fields) = (0, 0, 0)
        isInField = false
        holdsMessage = false
    }

    private mutating func header(_ text: ArraySlice<UInt8>) throws(Problem) {
        if text.isEmpty {
            let nested = holdsMessage
            if nested {
                parts += 1
                beginHeader()
                guard parts <= Limits.mailParts else { throw problem(.tooManyParts) }
            }
            inHeader = nested
            return
        }
        if text.first != 0x20 && text.first != 0x09 {
            // GMime passes by lines that are no fields, and reads on: text after a line that only looks like a boundary.
            isInField = Self.isField(text)
            if isInField { fields += 1 }
            fieldSize = 0
        }
        guard isInField else { return }
        fieldSize += text.count
        headerSize += text.count
        guard fieldSize <= Limits.mailField, headerSize <= Limits.mailHeader,
            fields <= Limits.mailFields
        else { throw problem(.mailHeaderTooLong) }
        if text.count < 200 {
            let lowered = String(decoding: text, as: UTF8.self).lowercased()
            if lowered.hasPrefix("content-type:"), lowered.hasASCII("message/") {
                holdsMessage = true
            }
        }
    }

    /// Whether GMime takes a line for a field: a name without blanks or controls, and a colon.
    private static func isField(_ text: ArraySlice<UInt8>) -> Bool {
        guard let colon = text.firstIndex(of: 0x3A) else { return false }
        let name = text[..<colon]
        let end = name.lastIndex { $0 != 0x20 && $0 != 0x09 } ?? name.startIndex
        return name[..<end].allSatisfy { $0 > 0x20 && $0 != 0x7F }
    }

    private func problem(_ message: Phrase) -> Problem { Problem(line: line, message: message) }
}

extension Phrase {
    static let tooManyMessages = Phrase(
        sv: "fler än \(Limits.mailMessages) brev i en fil",
        en: "more than \(Limits.mailMessages) messages in one file")
    static let tooManyParts = Phrase(
        sv: "ett brev med fler än \(Limits.mailParts) delar",
        en: "a message of more than \(Limits.mailParts) parts")
    static let mailHeaderTooLong = Phrase(
        sv: "ett brevhuvud som är för långt", en: "a mail header that is too long")
}

/// Writes names and texts as IMAP has them.
enum MailText {
    /// `text` in quotes; nil where it can't stand in them (RFC 9051, 4.3).
    static func quoted(_ text: String) -> String? {
        guard text.unicodeScalars.allSatisfy({ (0x20...0x7E).contains($0.value) }) else {
            return nil
        }
        let escaped = text.map { "\"\\".contains($0) ? "\\\($0)" : "\($0)" }
        return "\"" + escaped.joined() + "\""
    }

    /// The name of a folder in the modified UTF-7 of RFC 3501, 5.1.3, which every server understands.
    static func folder(_ name: String) -> String {
        var result = ""
        var pending: [UInt16] = []
        func flush() {
            guard !pending.isEmpty else { return }
            result += "&" + base64(pending.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }) + "-"
            pending = []
        }
        for unit in name.utf16 {
            if (0x20...0x7E).contains(unit) {
                flush()
                result += unit == 0x26 ? "&-" : String(UnicodeScalar(UInt8(unit)))
            } else {
                pending.append(unit)
            }
        }
        flush()
        return result
    }

    private static func base64(_ bytes: [UInt8]) -> String {
        let digits = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+,")
        var result = ""
        var (bits, count) = (UInt32(0), 0)
        for byte in bytes + (bytes.count % 3 == 0 ? [] : [0]) {
            (bits, count) = (bits << 8 | UInt32(byte), count + 8)
            while count >= 6 {
                count -= 6
                result.append(digits[Int(bits >> UInt32(count) & 63)])
            }
        }
        // The added byte only fills up the last digit.
        let length = (bytes.count * 8 + 5) / 6
        return String(result.prefix(length))
    }
}

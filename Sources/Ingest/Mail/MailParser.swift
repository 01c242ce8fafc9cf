import CMime
import ClimateModel

/// Reads messages through GMime (RFC 5322, 2045–2047, 2231).
///
/// Nothing is fetched: what a message names outside of itself, such as pictures, is never asked for.
struct MailParser {
    /// Hands over each message of `bytes` in turn; only one at a time is held.
    ///
    /// - Returns: how many could not be read.
    /// - Throws: what ``MailGuard`` finds, or `body` throws.
    /// - Complexity: O(*n*).
    static func forEach(
        _ bytes: [UInt8], _ form: MailForm, progress: (Double) -> Void,
        _ body: (Mail) throws(Problem) -> Void
    ) throws(Problem) -> Int {
        try MailGuard.check(bytes, form)
        MIME.prepare()
        guard let stream = memoryStream(bytes), let parser = g_mime_parser_new_with_stream(stream)
        else { throw Problem(message: .mailUnreadable) }
        g_object_unref(stream)
        defer { g_object_unref(parser) }
        let isMailbox = form == .mailbox
        g_mime_parser_set_format(
            parser, isMailbox ? GMIME_FORMAT_MBOX : GMIME_FORMAT_MESSAGE)
        let options = options()
        defer { g_mime_parser_options_free(options) }
        var unread = 0
        repeat {
            guard let message = g_mime_parser_construct_message(parser, options) else {
                unread += 1
                break
            }
            defer { g_object_unref(message) }
            try body(MailContent(message).mail)
            progress(Double(g_mime_parser_tell(parser)) / Double(max(bytes.count, 1)))
        } while isMailbox && g_mime_parser_eos(parser) == 0
        return unread
    }

    private static func memoryStream(_ bytes: [UInt8]) -> UnsafeMutablePointer<GMimeStream>? {
        bytes.withUnsafeBytes { buffer in
            g_mime_stream_mem_new_with_buffer(
                buffer.baseAddress?.assumingMemoryBound(to: CChar.self), buffer.count)
        }
    }

    /// What headers without a told encoding are tried as, in place of what the machine's locale says.
    private static func options() -> OpaquePointer? {
        let options = g_mime_parser_options_new()
        "utf-8".withCString { utf8 in
            "windows-1252".withCString { windows in
                var charsets: [UnsafePointer<CChar>?] = [utf8, windows, nil]
                g_mime_parser_options_set_fallback_charsets(options, &charsets)
            }
        }
        return options
    }
}

extension Phrase {
    static let mailUnreadable = Phrase(
        sv: "filen kan inte läsas som e-post", en: "the file can't be read as mail")
}

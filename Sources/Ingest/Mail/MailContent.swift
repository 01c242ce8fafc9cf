import CMime
import ClimateModel

/// Takes out of GMime's message what is read of it.
struct MailContent {
    private(set) var mail = Mail()
    private var parts = 0

    private static let depth = 20

    /// - Complexity: O(*n*) in the length of the message.
    init(_ message: UnsafeMutablePointer<GMimeMessage>) {
        mail.subject = CleanText.line(Self.string(g_mime_message_get_subject(message)) ?? "")
        if let id = Self.string(g_mime_message_get_message_id(message)) {
            let clean = CleanText.line(id)
            if (1...500).contains(clean.utf8.count) { mail.messageID = clean }
        }
        readSender(of: message)
        if let object = utkik_mime_object(message) { readHeaders(of: object) }
        if let body = g_mime_message_get_mime_part(message) {
            mail.texts = texts(of: body, depth: 0)
        }
    }

    static func string(_ pointer: UnsafePointer<CChar>?) -> String? {
        pointer.map { String(cString: $0) }
    }

    // MARK: Header

    private mutating func readSender(of message: UnsafeMutablePointer<GMimeMessage>) {
        for list in [g_mime_message_get_from(message), g_mime_message_get_sender(message)] {
            guard let list, internet_address_list_length(list) > 0,
                let first = internet_address_list_get_address(list, 0)
            else { continue }
            let name = CleanText.line(Self.string(internet_address_get_name(first)) ?? "")
            var address = ""
            if let mailbox = utkik_mime_mailbox(first) {
                address = CleanText.line(
                    Self.string(internet_address_mailbox_get_addr(mailbox)) ?? "")
            }
            guard !name.isEmpty || !address.isEmpty else { continue }
            let host = address.split(separator: "@").last.map { $0.lowercased() }
            mail.host = host.flatMap { $0.contains(".") ? $0 : nil }
            mail.sender = name.isEmpty || name.contains("@") ? mail.host ?? address : name
            return
        }
    }

    private mutating func readHeaders(of object: UnsafeMutablePointer<GMimeObject>) {
        mail.date = Self.string(g_mime_object_get_header(object, "Date"))
        if mail.date == nil,
            let received = Self.string(g_mime_object_get_header(object, "Received"))
        {
            mail.date = received.split(separator: ";").last.map(String.init)
        }
        mail.language = Self.string(g_mime_object_get_header(object, "Content-Language"))
    }

    // MARK: Parts

    private mutating func texts(
        of object: UnsafeMutablePointer<GMimeObject>, depth: Int
    ) -> [Mail.Text] {
        parts += 1
        guard depth <= Self.depth, parts <= Limits.mailParts else { return [] }
        if let multipart = utkik_mime_multipart(object) {
            return texts(of: multipart, object, depth: depth)
        }
        guard let part = utkik_mime_part(object) else { return [] }
        let type = g_mime_object_get_content_type(object)
        let name = Self.string(g_mime_part_get_filename(part)).map { CleanText.line($0) } ?? ""
        let isHTML = g_mime_content_type_is_type(type, "text", "html") != 0
        let isText = isHTML || g_mime_content_type_is_type(type, "text", "plain") != 0
        guard isText, g_mime_part_is_attachment(part) == 0 else {
            let isPicture = g_mime_content_type_is_type(type, "image", "*") != 0
            if !name.isEmpty, !isPicture, mail.attachments.count < 20 {
                mail.attachments.append(String(name.prefix(200)))
            }
            return []
        }
        return text(of: part, type, isHTML: isHTML).map { [$0] } ?? []
    }

    private mutating func texts(
        of multipart: UnsafeMutablePointer<GMimeMultipart>,
        _ object: UnsafeMutablePointer<GMimeObject>, depth: Int
    ) -> [Mail.Text] {
        let type = g_mime_object_get_content_type(object)
        let subtype = Self.string(g_mime_content_type_get_media_subtype(type))?.lowercased() ?? ""
        let children = (0..<g_mime_multipart_get_count(multipart)).compactMap {
            g_mime_multipart_get_part(multipart, $0)
        }
        switch subtype {
        case "alternative":
            return best(of: children.map { texts(of: $0, depth: depth + 1) })
        case "related":
            let start = Self.string(g_mime_content_type_get_parameter(type, "start"))?
                .trimming("<>")
            let root = children.first {
                start != nil && Self.string(g_mime_object_get_content_id($0)) == start
            }
            return (root ?? children.first).map { texts(of: $0, depth: depth + 1) } ?? []
        case "signed":
            return children.first.map { texts(of: $0, depth: depth + 1) } ?? []
        case "encrypted": return []
        default: return children.flatMap { texts(of: $0, depth: depth + 1) }
        }
    }

    /// Of several forms of the same text the one with structure; else the last, which its sender likes best (RFC 2046,
    /// section 5.1.4).
    private func best(of forms: [[Mail.Text]]) -> [Mail.Text] {
        let filled = forms.filter { form in form.contains { !$0.isBlank } }
        return filled.last { form in form.contains { $0.isHTML && !$0.isBlank } } ?? filled.last
            ?? []
    }

    private mutating func text(
        of part: UnsafeMutablePointer<GMimePart>, _ type: UnsafeMutablePointer<GMimeContentType>?,
        isHTML: Bool
    ) -> Mail.Text? {
        guard let wrapper = g_mime_part_get_content(part),
            let stream = g_mime_data_wrapper_get_stream(wrapper)
        else { return nil }
        guard g_mime_stream_length(stream) <= Limits.mailText else {
            mail.isTooLarge = true
            return nil
        }
        func parameter(_ name: String) -> String? {
            Self.string(g_mime_content_type_get_parameter(type, name))?.lowercased()
        }
        let bytes = Self.decoded(wrapper)
        let label = parameter("charset") ?? (isHTML ? Charset.declared(inHTML: bytes) : nil)
        return Mail.Text(
            text: Charset.decode(bytes, label: label), isHTML: isHTML,
            isFlowed: parameter("format") == "flowed", deletesSpace: parameter("delsp") == "yes")
    }

    /// The content without its transfer encoding.
    private static func decoded(_ wrapper: UnsafeMutablePointer<GMimeDataWrapper>) -> [UInt8] {
        guard let memory = g_mime_stream_mem_new() else { return [] }
        defer { g_object_unref(memory) }
        g_mime_data_wrapper_write_to_stream(wrapper, memory)
        guard let array = utkik_mime_bytes(memory), let data = array.pointee.data else { return [] }
        return Array(UnsafeBufferPointer(start: data, count: Int(array.pointee.len)))
    }
}

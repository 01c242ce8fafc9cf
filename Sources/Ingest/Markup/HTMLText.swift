import CXML
import ClimateModel

/// Turns a fragment of HTML into structured text through libxml2's HTML parser.
enum HTMLText {
    /// Paragraphs, headings, lists, quotes, emphasis, and links to http, https and mailto addresses; all else becomes its
    /// text or, as scripts, styles, forms and pictures, nothing.
    ///
    /// Nil for HTML over the limits.
    ///
    /// - Parameter base: what relative links are relative to.
    /// - Complexity: O(*n*).
    static func structured(_ html: String, base: String? = nil) -> StructuredText? {
        guard html.utf8.contains(where: { $0 == UInt8(ascii: "<") || $0 == UInt8(ascii: "&") })
        else { return paragraphs(html) }
        guard let bytes = HTMLGuard.bounded(html) else { return nil }
        let builder = BlockBuilder(base: base)
        parse(bytes, into: builder)
        return builder.finished()
    }

    /// Plain text: blank lines part paragraphs.
    static func paragraphs(_ text: String) -> StructuredText {
        var blocks: [StructuredText.Block] = []
        var lines: [String] = []
        func flush() {
            guard !lines.isEmpty else { return }
            blocks.append(.paragraph([.text(lines.joined(separator: "\n"))]))
            lines = []
        }
        for line in CleanText.block(text).split(separator: "\n", omittingEmptySubsequences: false) {
            let clean = CleanText.line(line)
            if clean.isEmpty { flush() } else { lines.append(clean) }
        }
        flush()
        return StructuredText(blocks)
    }

    /// One line of text without tags and entities, as titles should be.
    static func line(_ html: String) -> String {
        guard html.utf8.contains(where: { $0 == UInt8(ascii: "<") || $0 == UInt8(ascii: "&") }),
            let text = structured(html)
        else { return CleanText.line(html) }
        return CleanText.line(text.plain)
    }

    private static func parse(_ bytes: [UInt8], into builder: BlockBuilder) {
        LibXML.prepare()
        var handler = handler()
        let pointer = Unmanaged.passUnretained(builder).toOpaque()
        guard
            let context = htmlCreatePushParserCtxt(
                &handler, pointer, nil, 0, nil, XML_CHAR_ENCODING_UTF8)
        else { return }
        defer {
            xmlFreeDoc(context.pointee.myDoc)
            context.pointee.myDoc = nil
            htmlFreeParserCtxt(context)
        }
        let options =
            HTML_PARSE_RECOVER.rawValue | HTML_PARSE_NONET.rawValue | HTML_PARSE_NOERROR.rawValue
            | HTML_PARSE_NOWARNING.rawValue
        htmlCtxtUseOptions(context, Int32(options))
        withExtendedLifetime(builder) {
            bytes.withUnsafeBytes { buffer in
                let base = buffer.baseAddress?.assumingMemoryBound(to: CChar.self)
                _ = htmlParseChunk(context, base, Int32(buffer.count), 0)
                _ = htmlParseChunk(context, nil, 0, 1)
            }
        }
    }

    private static func builder(_ pointer: UnsafeMutableRawPointer?) -> BlockBuilder? {
        pointer.map { Unmanaged<BlockBuilder>.fromOpaque($0).takeUnretainedValue() }
    }

    private static func handler() -> htmlSAXHandler {
        var handler = htmlSAXHandler()
        handler.startElement = { pointer, name, attributes in
            guard let name = LibXML.string(name) else { return }
            HTMLText.builder(pointer)?.start(
                name.lowercased(), href: HTMLText.href(attributes))
        }
        handler.endElement = { pointer, name in
            guard let name = LibXML.string(name) else { return }
            HTMLText.builder(pointer)?.end(name.lowercased())
        }
        handler.characters = { pointer, start, count in
            HTMLText.builder(pointer)?.text(LibXML.string(start, count: count))
        }
        handler.ignorableWhitespace = handler.characters
        return handler
    }

    /// The value of "href" in libxml2's list of names and values.
    private static func href(
        _ attributes: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?
    ) -> String? {
        guard var field = attributes else { return nil }
        while let name = LibXML.string(field[0]) {
            if name.lowercased() == "href" { return LibXML.string(field[1]) }
            field += 2
        }
        return nil
    }
}

import CXML

/// Takes what the HTML parser finds, in the order of the text. Names are in lower case.
protocol HTMLEventTaking: AnyObject {
    func start(_ name: String, _ attributes: some HTMLAttributes)
    /// A piece of text in UTF-8, valid during the call alone: one text may come in several.
    func text(_ bytes: UnsafeBufferPointer<UInt8>)
    func end(_ name: String)
}

/// The attributes of a tag.
protocol HTMLAttributes {
    /// The value of an attribute, named in lower case; "" for one without a value, nil for one that isn't there.
    subscript(name: String) -> String? { get }
}

extension [String: String]: HTMLAttributes {}

/// Runs libxml2's HTML parser: no network, no entity but HTML's own.
enum HTMLEvents {
    /// - Parameter bytes: UTF-8 within the bounds of ``HTMLGuard``.
    /// - Complexity: O(*n*).
    static func parse(_ bytes: [UInt8], into taker: some HTMLEventTaking) {
        LibXML.prepare()
        let box = Box(taker)
        var handler = handler()
        let pointer = Unmanaged.passUnretained(box).toOpaque()
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
        withExtendedLifetime(box) {
            bytes.withUnsafeBytes { buffer in
                let base = buffer.baseAddress?.assumingMemoryBound(to: CChar.self)
                // All at once: the parser then doesn't look ahead for the end of each piece before it reads it.
                _ = htmlParseChunk(context, base, Int32(buffer.count), 1)
            }
        }
    }

    /// What the C callbacks are handed.
    private final class Box {
        let taker: any HTMLEventTaking

        init(_ taker: any HTMLEventTaking) { self.taker = taker }

        static func at(_ pointer: UnsafeMutableRawPointer?) -> Box? {
            pointer.map { Unmanaged<Box>.fromOpaque($0).takeUnretainedValue() }
        }
    }

    /// libxml2's list of names and values, which lasts as long as the call it came with.
    private struct Attributes: HTMLAttributes {
        let first: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?

        subscript(name: String) -> String? {
            guard var field = first else { return nil }
            while let found = field[0] {
                if name.withCString({
                    xmlStrcasecmp(found, UnsafeRawPointer($0).assumingMemoryBound(to: xmlChar.self))
                }) == 0 {
                    return LibXML.string(field[1]) ?? ""
                }
                field += 2
            }
            return nil
        }
    }

    /// The library hands over the names of HTML in lower case, however they are written.
    private static func handler() -> htmlSAXHandler {
        var handler = htmlSAXHandler()
        handler.startElement = { pointer, name, attributes in
            guard let name = LibXML.string(name) else { return }
            Box.at(pointer)?.taker.start(name, Attributes(first: attributes))
        }
        handler.endElement = { pointer, name in
            guard let name = LibXML.string(name) else { return }
            Box.at(pointer)?.taker.end(name)
        }
        handler.characters = { pointer, start, count in
            Box.at(pointer)?.taker.text(UnsafeBufferPointer(start: start, count: Int(count)))
        }
        handler.ignorableWhitespace = handler.characters
        return handler
    }
}

import CXML
import ClimateModel

/// An element's name or attribute, with the address of its name space ("" for none).
struct XMLName: Hashable {
    var local: String
    var space: String

    init(_ local: String, space: String = "") {
        self.local = local
        self.space = space
    }
}

/// Takes what a parser finds, in the order of the text.
protocol XMLEventTaking: AnyObject {
    func start(_ name: XMLName, _ attributes: [XMLName: String], line: Int)
    func text(_ text: String)
    func end(_ name: XMLName)
}

/// Runs libxml2's push parser over repaired text.
///
/// No network, no entity is loaded or replaced but the five of XML, and the library's own limits hold: 10 MB for a text, 256
/// levels. Recovery is on, so that what the repair can't know of, such as an undeclared prefix, does no harm.
enum XMLEvents {
    private static let chunk = 64 << 10

    /// - Complexity: O(*n*).
    static func parse(
        _ bytes: [UInt8], into taker: some XMLEventTaking, progress: (Double) -> Void
    ) throws(Problem) {
        LibXML.prepare()
        let box = Box(taker)
        var handler = handler()
        let pointer = Unmanaged.passUnretained(box).toOpaque()
        guard let context = xmlCreatePushParserCtxt(&handler, pointer, nil, 0, nil) else {
            throw Problem(message: .xmlUnreadable)
        }
        box.context = context
        defer {
            xmlFreeDoc(context.pointee.myDoc)
            context.pointee.myDoc = nil
            xmlFreeParserCtxt(context)
        }
        let options =
            XML_PARSE_RECOVER.rawValue | XML_PARSE_NONET.rawValue | XML_PARSE_NOERROR.rawValue
            | XML_PARSE_NOWARNING.rawValue
        xmlCtxtUseOptions(context, Int32(options))
        withExtendedLifetime(box) {
            feed(bytes, to: context, progress)
        }
        guard box.sawElement, context.pointee.disableSAX == 0 else {
            let line = Int(context.pointee.lastError.line)
            throw Problem(line: line > 0 ? line : nil, message: .xmlUnreadable)
        }
    }

    private static func feed(
        _ bytes: [UInt8], to context: xmlParserCtxtPtr, _ progress: (Double) -> Void
    ) {
        bytes.withUnsafeBytes { buffer in
            var start = 0
            while start < buffer.count {
                let count = min(chunk, buffer.count - start)
                let base = buffer.baseAddress?.advanced(by: start)
                    .assumingMemoryBound(to: CChar.self)
                _ = xmlParseChunk(context, base, Int32(count), 0)
                start += count
                progress(Double(start) / Double(buffer.count))
            }
            _ = xmlParseChunk(context, nil, 0, 1)
        }
    }

    /// What the C callbacks are handed.
    private final class Box {
        let taker: any XMLEventTaking
        var context: xmlParserCtxtPtr?
        var sawElement = false

        init(_ taker: any XMLEventTaking) { self.taker = taker }

        static func at(_ pointer: UnsafeMutableRawPointer?) -> Box? {
            pointer.map { Unmanaged<Box>.fromOpaque($0).takeUnretainedValue() }
        }
    }

    private static func handler() -> xmlSAXHandler {
        var handler = xmlSAXHandler()
        handler.initialized = XML_SAX2_MAGIC
        handler.startElementNs = { pointer, local, _, space, _, _, count, _, attributes in
            guard let box = Box.at(pointer) else { return }
            box.sawElement = true
            let line = box.context.map { Int(xmlSAX2GetLineNumber(UnsafeMutableRawPointer($0))) }
            box.taker.start(
                XMLEvents.name(local, space), XMLEvents.attributes(attributes, count),
                line: line ?? 0)
        }
        handler.endElementNs = { pointer, local, _, space in
            Box.at(pointer)?.taker.end(XMLEvents.name(local, space))
        }
        handler.characters = { pointer, start, count in
            Box.at(pointer)?.taker.text(LibXML.string(start, count: count))
        }
        handler.ignorableWhitespace = handler.characters
        handler.cdataBlock = handler.characters
        return handler
    }

    private static func name(
        _ local: UnsafePointer<xmlChar>?, _ space: UnsafePointer<xmlChar>?
    ) -> XMLName {
        XMLName(LibXML.string(local) ?? "", space: LibXML.string(space) ?? "")
    }

    /// libxml2 gives five pointers an attribute: name, prefix, name space, value, its end.
    private static func attributes(
        _ pointer: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?, _ count: Int32
    ) -> [XMLName: String] {
        guard let pointer, count > 0 else { return [:] }
        var result: [XMLName: String] = [:]
        for index in 0..<Int(count) {
            let field = pointer + 5 * index
            guard let start = field[3], let end = field[4] else { continue }
            // Every "&" of a value comes as "&#38;", since no entities are replaced.
            result[name(field[0], field[2])] = LibXML.string(start, count: Int32(end - start))
                .replacing("&#38;", with: "&")
        }
        return result
    }
}

extension Phrase {
    static let xmlUnreadable = Phrase(
        sv: "filen kan inte läsas som XML", en: "the file can't be read as XML")
}

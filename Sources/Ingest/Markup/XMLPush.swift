import CXML
import ClimateModel

/// Takes what the parser finds, in the order of the text. What it is handed is valid during the call alone.
protocol XMLPushTaking: AnyObject {
    func start(_ element: XMLElement)
    /// A piece of text: one text may come in several.
    func text(_ bytes: UnsafeBufferPointer<UInt8>)
    func end(_ element: XMLElement)
}

/// An element as libxml2 hands it over: names and attributes are read from its memory, so that what nobody asks for costs
/// nothing.
struct XMLElement {
    fileprivate(set) var local: UnsafePointer<xmlChar>?
    fileprivate(set) var space: UnsafePointer<xmlChar>?
    fileprivate(set) var prefix: UnsafePointer<xmlChar>?
    fileprivate var attributes: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?
    fileprivate var count = 0

    /// Whether its local name, case and all, is `name`.
    func isNamed(_ name: StaticString) -> Bool { LibXML.equal(local, name) }

    /// The value of the first attribute of that local name.
    subscript(name: StaticString) -> String? {
        for index in 0..<count where LibXML.equal(attributes?[5 * index], name) {
            return value(at: index)
        }
        return nil
    }

    /// All attributes; libxml2 gives five pointers each: name, prefix, name space, value, its end.
    func forEachAttribute(
        _ body: (
            _ local: UnsafePointer<xmlChar>?, _ space: UnsafePointer<xmlChar>?,
            _ prefix: UnsafePointer<xmlChar>?, String
        ) -> Void
    ) {
        for index in 0..<count {
            guard let value = value(at: index) else { continue }
            body(
                attributes?[5 * index], attributes?[5 * index + 2], attributes?[5 * index + 1],
                value)
        }
    }

    private func value(at index: Int) -> String? {
        guard let start = attributes?[5 * index + 3], let end = attributes?[5 * index + 4] else {
            return nil
        }
        let value = LibXML.string(start, count: Int32(end - start))
        // Every "&" of a value comes as "&#38;", since no entities are replaced.
        return value.utf8.contains(0x26) ? value.replacing("&#38;", with: "&") : value
    }
}

/// libxml2's push parser, fed with UTF-8 a chunk at a time.
///
/// No network, no entity is loaded or replaced but the five of XML, and the library's own limits hold: 10 MB for a text, 256
/// levels. How long a tag may be is up to whoever feeds it.
final class XMLPush {
    private let taker: any XMLPushTaking
    private var context: xmlParserCtxtPtr?
    /// Whether any element was met.
    private(set) var sawElement = false

    /// - Parameter recovering: whether what is not well-formed is read as well as it can be.
    init(_ taker: any XMLPushTaking, recovering: Bool) throws(Problem) {
        LibXML.prepare()
        self.taker = taker
        var handler = Self.handler()
        let pointer = Unmanaged.passUnretained(self).toOpaque()
        guard let context = xmlCreatePushParserCtxt(&handler, pointer, nil, 0, nil) else {
            throw Problem(message: .xmlUnreadable)
        }
        var options =
            XML_PARSE_NONET.rawValue | XML_PARSE_NOERROR.rawValue | XML_PARSE_NOWARNING.rawValue
            | XML_PARSE_IGNORE_ENC.rawValue
        if recovering { options |= XML_PARSE_RECOVER.rawValue }
        xmlCtxtUseOptions(context, Int32(options))
        self.context = context
    }

    deinit {
        guard let context else { return }
        xmlFreeDoc(context.pointee.myDoc)
        context.pointee.myDoc = nil
        xmlFreeParserCtxt(context)
    }

    /// - Complexity: O(*n*), unless a tag is long: see ``XMLGuard``.
    func push(_ chunk: UnsafeBufferPointer<UInt8>) {
        guard let context, let base = chunk.baseAddress, !chunk.isEmpty else { return }
        _ = base.withMemoryRebound(to: CChar.self, capacity: chunk.count) {
            xmlParseChunk(context, $0, Int32(chunk.count), 0)
        }
    }

    /// To be called once after the last chunk.
    func finish() {
        if let context { _ = xmlParseChunk(context, nil, 0, 1) }
    }

    /// The line that the parser is at, from 1.
    var line: Int {
        context.map { Int(xmlSAX2GetLineNumber(UnsafeMutableRawPointer($0))) } ?? 0
    }

    /// The line of the first fault; nil where there is none.
    var faultLine: Int? {
        guard let context, context.pointee.wellFormed == 0 else { return nil }
        return max(1, Int(context.pointee.lastError.line))
    }

    /// Whether the parser gave up.
    var isStopped: Bool { context.map { $0.pointee.disableSAX != 0 } ?? true }

    /// How many different names it remembers.
    var nameCount: Int { context.map { Int(xmlDictSize($0.pointee.dict)) } ?? 0 }

    private static func at(_ pointer: UnsafeMutableRawPointer?) -> XMLPush? {
        pointer.map { Unmanaged<XMLPush>.fromOpaque($0).takeUnretainedValue() }
    }

    private static func handler() -> xmlSAXHandler {
        var handler = xmlSAXHandler()
        handler.initialized = XML_SAX2_MAGIC
        handler.startElementNs = { pointer, local, prefix, space, _, _, count, _, attributes in
            guard let push = XMLPush.at(pointer) else { return }
            push.sawElement = true
            push.taker.start(
                XMLElement(
                    local: local, space: space, prefix: prefix, attributes: attributes,
                    count: Int(count)))
        }
        handler.endElementNs = { pointer, local, prefix, space in
            XMLPush.at(pointer)?.taker.end(
                XMLElement(local: local, space: space, prefix: prefix))
        }
        handler.characters = { pointer, start, count in
            XMLPush.at(pointer)?.taker.text(
                UnsafeBufferPointer(start: start, count: Int(count)))
        }
        handler.ignorableWhitespace = handler.characters
        handler.cdataBlock = handler.characters
        return handler
    }
}

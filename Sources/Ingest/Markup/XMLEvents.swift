import CXML
import ClimateModel

/// An element's name or attribute, with the address of its name space: "" for none, the prefix itself for one that nobody
/// declared and that is none of the usual ones.
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

/// Reads repaired text as XML. Recovery is on, so that what the repair can't know of, such as an undeclared prefix, does no
/// harm.
enum XMLEvents {
    private static let chunk = 64 << 10

    /// - Complexity: O(*n*).
    static func parse(
        _ bytes: [UInt8], into taker: some XMLEventTaking, progress: (Double) -> Void
    ) throws(Problem) {
        let adapter = Adapter(taker)
        let push = try XMLPush(adapter, recovering: true)
        adapter.line = { [unowned push] in push.line }
        bytes.withUnsafeBufferPointer { buffer in
            var start = 0
            while start < buffer.count {
                let end = min(start + chunk, buffer.count)
                push.push(UnsafeBufferPointer(rebasing: buffer[start..<end]))
                start = end
                progress(Double(start) / Double(buffer.count))
            }
        }
        push.finish()
        guard push.sawElement, !push.isStopped else {
            throw Problem(line: push.faultLine, message: .xmlUnreadable)
        }
    }

    /// Makes values of what the parser hands over.
    private final class Adapter: XMLPushTaking {
        private let taker: any XMLEventTaking
        var line: () -> Int = { 0 }
        private var lastSpace: (place: UnsafePointer<xmlChar>?, text: String) = (nil, "")

        init(_ taker: any XMLEventTaking) { self.taker = taker }

        func start(_ element: XMLElement) {
            var attributes: [XMLName: String] = [:]
            element.forEachAttribute { attributes[name($0, $1, $2)] = $3 }
            taker.start(name(of: element), attributes, line: line())
        }

        func text(_ bytes: UnsafeBufferPointer<UInt8>) {
            taker.text(String(decoding: bytes, as: UTF8.self))
        }

        func end(_ element: XMLElement) { taker.end(name(of: element)) }

        private func name(of element: XMLElement) -> XMLName {
            name(element.local, element.space, element.prefix)
        }

        private func name(
            _ local: UnsafePointer<xmlChar>?, _ space: UnsafePointer<xmlChar>?,
            _ prefix: UnsafePointer<xmlChar>?
        ) -> XMLName {
            if space == nil, let prefix = LibXML.string(prefix) {
                return XMLName(
                    LibXML.string(local) ?? "", space: FeedSpace.byPrefix[prefix] ?? prefix)
            }
            // Most names have the space of the one before, and the library keeps each space's text in one place.
            if let space, space != lastSpace.place {
                lastSpace = (space, String(cString: space))
            }
            return XMLName(
                LibXML.string(local) ?? "", space: space == nil ? "" : lastSpace.text)
        }
    }
}

extension Phrase {
    static let xmlUnreadable = Phrase(
        sv: "filen kan inte läsas som XML", en: "the file can't be read as XML")
}

import CXML

/// The C library's one-time set-up, which must not run twice at once.
enum LibXML {
    private static let isReady: Bool = {
        xmlInitParser()
        return true
    }()

    /// To be called before anything else of the library; only the first call does something.
    static func prepare() { _ = isReady }

    /// The character of an HTML 4 entity's name ("ouml"); nil for one that HTML doesn't have.
    static func character(ofEntity name: String) -> Unicode.Scalar? {
        prepare()
        guard let entity = htmlEntityLookup(name) else { return nil }
        return Unicode.Scalar(entity.pointee.value)
    }

    /// The text at `pointer`; nil for NULL.
    static func string(_ pointer: UnsafePointer<xmlChar>?) -> String? {
        pointer.map { String(cString: $0) }
    }

    static func string(_ start: UnsafePointer<xmlChar>?, count: Int32) -> String {
        guard let start, count > 0 else { return "" }
        return String(decoding: UnsafeBufferPointer(start: start, count: Int(count)), as: UTF8.self)
    }

    /// Whether `pointer` is the text `name`.
    static func equal(_ pointer: UnsafePointer<xmlChar>?, _ name: StaticString) -> Bool {
        xmlStrEqual(pointer, name.utf8Start) != 0
    }
}

public import EmbeddedData

extension EmbeddedFile {
    /// Its content, which is UTF-8.
    public var text: String {
        String(decoding: UnsafeRawBufferPointer(start: bytes, count: count), as: UTF8.self)
    }

    /// The themes that are compiled in, by name.
    public static var themes: [String: EmbeddedFile] {
        let files = (0..<embedded_theme_count()).map { embedded_theme_file($0) }
        return Dictionary(
            files.map { (String(cString: $0.name), $0) }, uniquingKeysWith: { first, _ in first })
    }

    /// The names of the files of starter content.
    static var starterNames: [String] {
        (0..<embedded_starter_count()).map { String(cString: embedded_starter_file($0).name) }
    }

    /// The file of starter content of that name.
    static func starter(_ name: String) -> EmbeddedFile? {
        (0..<embedded_starter_count()).lazy.map { embedded_starter_file($0) }
            .first { String(cString: $0.name) == name }
    }
}

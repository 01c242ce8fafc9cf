import Glibc

/// The programs that are built with the tests.
public enum BuiltProduct {
    /// The path of the executable of that name, beside the running test program.
    public static func path(_ name: String) -> String {
        var buffer = [CChar](repeating: 0, count: Int(PATH_MAX) + 1)
        guard readlink("/proc/self/exe", &buffer, Int(PATH_MAX)) > 0 else { return name }
        let bytes = buffer.prefix { $0 != 0 }.map(UInt8.init(bitPattern:))
        let own = String(decoding: bytes, as: UTF8.self)
        return String(own[..<(own.lastIndex(of: "/") ?? own.startIndex)]) + "/" + name
    }
}

import Glibc

/// A port of the loopback where connections are made and nobody ever says anything.
public final class SilentListener: Sendable {
    /// The port of 127.0.0.1.
    public let port: Int
    private let descriptor: Int32

    /// Listens at once.
    public init() throws {
        (descriptor, port) = try Loopback.listen(at: "127.0.0.1")
    }

    deinit { close(descriptor) }

    /// A port where nobody listens: one that was free a moment ago.
    public static func closedPort() throws -> Int {
        try SilentListener().port
    }
}

/// Sockets of the loopback.
enum Loopback {
    struct Failure: Error {
        let call: String
        let code = errno
    }

    /// Listens at a free port of `address`.
    static func listen(at address: String) throws -> (descriptor: Int32, port: Int) {
        let listener = socket(AF_INET, Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue), 0)
        guard listener >= 0 else { throw Failure(call: "socket") }
        var place = sockaddr_in()
        place.sin_family = sa_family_t(AF_INET)
        inet_pton(AF_INET, address, &place.sin_addr)
        var length = socklen_t(MemoryLayout<sockaddr_in>.size)
        let isListening = withUnsafeMutableBytes(of: &place) { bytes -> Bool in
            guard let base = bytes.baseAddress?.assumingMemoryBound(to: sockaddr.self) else {
                return false
            }
            return bind(listener, base, length) == 0 && Glibc.listen(listener, 128) == 0
                && getsockname(listener, base, &length) == 0
        }
        guard isListening else {
            close(listener)
            throw Failure(call: "listen")
        }
        return (listener, Int(UInt16(bigEndian: place.sin_port)))
    }
}

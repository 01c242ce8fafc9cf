import Glibc

/// The server's end of TLS, through the OpenSSL that curl brings along.
///
/// Its functions are looked up by name when they are used, so that the tests need no package of headers more.
final class ServerTLS {
    private typealias Make = @convention(c) (UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer?
    private typealias Method = @convention(c) () -> UnsafeMutableRawPointer?
    private typealias Use = @convention(c) (UnsafeMutableRawPointer?) -> Int32
    private typealias Release = @convention(c) (UnsafeMutableRawPointer?) -> Void
    private typealias SetDescriptor = @convention(c) (UnsafeMutableRawPointer?, Int32) -> Int32
    private typealias LoadChain =
        @convention(c) (UnsafeMutableRawPointer?, UnsafePointer<CChar>)
        -> Int32
    private typealias LoadKey =
        @convention(c) (
            UnsafeMutableRawPointer?, UnsafePointer<CChar>, Int32
        ) -> Int32
    private typealias Move =
        @convention(c) (
            UnsafeMutableRawPointer?, UnsafeMutableRawPointer?, Int32
        ) -> Int32

    private let library: UnsafeMutableRawPointer
    private let session: UnsafeMutableRawPointer
    private let moveIn: Move
    private let moveOut: Move

    /// Agrees with the other end on a key; nil where that fails.
    init?(_ descriptor: Int32, _ identity: ServerIdentity) {
        guard let library = dlopen("libssl.so.3", RTLD_NOW) else { return nil }
        func function<T>(_ name: String, _ type: T.Type) -> T? {
            dlsym(library, name).map { unsafeBitCast($0, to: type) }
        }
        guard let method = function("TLS_server_method", Method.self),
            let makeContext = function("SSL_CTX_new", Make.self),
            let loadChain = function("SSL_CTX_use_certificate_chain_file", LoadChain.self),
            let loadKey = function("SSL_CTX_use_PrivateKey_file", LoadKey.self),
            let makeSession = function("SSL_new", Make.self),
            let setDescriptor = function("SSL_set_fd", SetDescriptor.self),
            let accept = function("SSL_accept", Use.self),
            let release = function("SSL_CTX_free", Release.self),
            let read = function("SSL_read", Move.self),
            let write = function("SSL_write", Move.self),
            let context = makeContext(method())
        else { return nil }
        // The session keeps the context alive.
        defer { release(context) }
        guard loadChain(context, identity.path) == 1, loadKey(context, identity.path, 1) == 1,
            let session = makeSession(context), setDescriptor(session, descriptor) == 1
        else { return nil }
        (self.library, self.session, moveIn, moveOut) = (library, session, read, write)
        guard accept(session) == 1 else { return nil }
    }

    deinit {
        let release = dlsym(library, "SSL_free").map { unsafeBitCast($0, to: Release.self) }
        release?(session)
    }

    func read(_ buffer: UnsafeMutableRawBufferPointer) -> Int {
        Int(moveIn(session, buffer.baseAddress, Int32(buffer.count)))
    }

    func write(_ bytes: UnsafeRawBufferPointer) -> Int {
        Int(
            moveOut(
                session, UnsafeMutableRawPointer(mutating: bytes.baseAddress), Int32(bytes.count)))
    }

    /// Says goodbye.
    func end() {
        let end = dlsym(library, "SSL_shutdown").map { unsafeBitCast($0, to: Use.self) }
        _ = end?(session)
    }
}

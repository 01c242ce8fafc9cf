import Foundation
import Glibc
import Synchronization

/// What the threads of a server share; it outlives the server until they have ended.
final class ServerCore: Sendable {
    struct Connections {
        var open: Set<Int32> = []
        var made = 0
        var most = 0
        var isStopped = false
    }

    let port: Int
    let identity: ServerIdentity?
    let connections = Mutex(Connections())
    private let listener: Int32
    private let talk: @Sendable (ServerConnection) -> Void

    /// Listens at a free port of `address`, and lets `talk` speak on each connection.
    init(
        address: String = "127.0.0.1", identity: ServerIdentity?,
        talk: @escaping @Sendable (ServerConnection) -> Void
    ) throws {
        (listener, port) = try Loopback.listen(at: address)
        self.identity = identity
        self.talk = talk
        Self.spawn { [self] in acceptAll() }
    }

    /// Closes all connections and takes no more.
    func stop() {
        connections.withLock { connections in
            guard !connections.isStopped else { return }
            connections.isStopped = true
            shutdown(listener, Int32(SHUT_RDWR))
            // Their threads close them.
            for connection in connections.open { shutdown(connection, Int32(SHUT_RDWR)) }
        }
    }

    private static func spawn(_ work: @escaping @Sendable () -> Void) {
        let thread = Thread {
            // OpenSSL writes without a flag against the signal of a connection that is gone.
            var broken = sigset_t()
            sigemptyset(&broken)
            sigaddset(&broken, SIGPIPE)
            pthread_sigmask(SIG_BLOCK, &broken, nil)
            work()
        }
        thread.stackSize = 512 << 10
        thread.start()
    }

    private func acceptAll() {
        while true {
            let connection = accept(listener, nil, nil)
            if connection >= 0 {
                _ = fcntl(connection, F_SETFD, FD_CLOEXEC)
                serve(connection)
            } else if errno != EINTR {
                break
            }
        }
        close(listener)
    }

    private func serve(_ descriptor: Int32) {
        let number = connections.withLock { connections -> Int? in
            guard !connections.isStopped else { return nil }
            connections.open.insert(descriptor)
            connections.made += 1
            connections.most = max(connections.most, connections.open.count)
            return connections.made
        }
        guard let number else {
            close(descriptor)
            return
        }
        Self.spawn { [self] in
            if let connection = ServerConnection(descriptor, number: number, identity: identity) {
                talk(connection)
                connection.end()
            }
            connections.withLock {
                $0.open.remove(descriptor)
                _ = close(descriptor)
            }
        }
    }
}

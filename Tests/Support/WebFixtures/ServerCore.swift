import Foundation
import Glibc
import Synchronization

/// What the server's threads share; it outlives the server until they have ended.
final class ServerCore: Sendable {
    struct State {
        var routes: [String: Behaviour]
        var requests: [ServedRequest] = []
        var connections: Set<Int32> = []
        var connectionsMade = 0
        var mostConnections = 0
        var isStopped = false
    }

    let identity: ServerIdentity?
    let state: Mutex<State>
    private let listener: Int32

    init(listener: Int32, identity: ServerIdentity?, routes: [String: Behaviour]) {
        self.listener = listener
        self.identity = identity
        state = Mutex(State(routes: routes))
    }

    /// Starts a thread.
    static func spawn(_ work: @escaping @Sendable () -> Void) {
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

    func acceptAll() {
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

    func stop() {
        state.withLock { state in
            guard !state.isStopped else { return }
            state.isStopped = true
            shutdown(listener, Int32(SHUT_RDWR))
            // Their threads close them.
            for connection in state.connections { shutdown(connection, Int32(SHUT_RDWR)) }
        }
    }

    private func serve(_ descriptor: Int32) {
        let number = state.withLock { state -> Int? in
            guard !state.isStopped else { return nil }
            state.connections.insert(descriptor)
            state.connectionsMade += 1
            state.mostConnections = max(state.mostConnections, state.connections.count)
            return state.connectionsMade
        }
        guard let number else {
            close(descriptor)
            return
        }
        Self.spawn { [self] in
            if let connection = ServerConnection(descriptor, number: number, identity: identity) {
                talk(connection)
            }
            state.withLock {
                $0.connections.remove(descriptor)
                _ = close(descriptor)
            }
        }
    }

    private func talk(_ connection: ServerConnection) {
        while let request = connection.readRequest() {
            let behaviour = state.withLock { state in
                state.requests.append(request)
                return state.routes[request.route]
            }
            guard (behaviour ?? .status(404)).answer(request, connection) else { break }
        }
        connection.end()
    }
}

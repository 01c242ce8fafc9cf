import Synchronization

/// An HTTP server on the loopback for tests, which does at each path what a test wants it to, well or badly.
///
/// It speaks with a thread a connection, over plain sockets, since a library would not misbehave. All of it ends with
/// `stop()` or the last use, and no connection lives longer than a minute.
public final class WebServer: Sendable {
    private let core: ServerCore
    private let log: Log

    /// What it does and what it was asked, for its threads too.
    private final class Log: Sendable {
        let state: Mutex<(routes: [String: Behaviour], requests: [ServedRequest])>

        init(_ routes: [String: Behaviour]) { state = Mutex((routes, [])) }

        func talk(_ connection: ServerConnection) {
            while let request = connection.readRequest() {
                let behaviour = state.withLock { state in
                    state.requests.append(request)
                    return state.routes[request.route] ?? state.routes["*"]
                }
                guard (behaviour ?? .status(404)).answer(request, connection) else { break }
            }
        }
    }

    /// Listens at once.
    ///
    /// - Parameters:
    ///   - routes: What to do at each path, such as "/feed", without the query. Other paths do what "*" does, or are not
    ///     found (404).
    ///   - address: An address of the loopback, 127.0.0.1 … 127.255.255.255.
    ///   - identity: What to prove who it is with, for `https:`; nil for plain `http:`.
    public init(
        _ routes: [String: Behaviour] = [:], address: String = "127.0.0.1",
        identity: ServerIdentity? = nil
    ) throws {
        let log = Log(routes)
        self.log = log
        core = try ServerCore(address: address, identity: identity) { log.talk($0) }
    }

    deinit { core.stop() }

    /// The port that it listens at.
    public var port: Int { core.port }

    /// The address of `path` on this server.
    public func url(_ path: String, host: String = "127.0.0.1") -> String {
        "\(core.identity == nil ? "http" : "https")://\(host):\(port)\(path)"
    }

    /// Does `behaviour` at `path` from now on.
    public func set(_ path: String, _ behaviour: Behaviour) {
        log.state.withLock { $0.routes[path] = behaviour }
    }

    /// Every request so far, in the order that they came.
    public var requests: [ServedRequest] { log.state.withLock { $0.requests } }

    /// How many connections were made.
    public var connectionsMade: Int { core.connections.withLock { $0.made } }

    /// How many connections were open at a time, at most.
    public var mostConnections: Int { core.connections.withLock { $0.most } }

    /// Closes all connections and takes no more.
    public func stop() { core.stop() }
}

/// A request as it came.
public struct ServedRequest: Sendable {
    /// "GET".
    public var method: String
    /// The path with its query.
    public var target: String
    /// Headers by their names in lower case.
    public var headers: [String: String]
    /// When it came.
    public var moment: ContinuousClock.Instant
    /// Which connection it came on, from 1.
    public var connection: Int

    /// The path without its query; of a request to a proxy, all of the address.
    var route: String { String(target.prefix { $0 != "?" }) }
}

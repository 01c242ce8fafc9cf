/// How long, how many and how large: what keeps a slow or hostile server from costing more than itself.
public struct WebLimits: Hashable, Sendable {
    /// The time to find the host, connect to it and agree on a key.
    public var connect: Duration
    /// The time for a request with all its redirects; waiting for a free connection does not count.
    public var total: Duration
    /// The fewest bytes of content a second…
    public var lowestSpeed: Int
    /// … over this time, in whole seconds; a server that sends headers only, or nothing, has no speed at all.
    public var lowestSpeedTime: Duration
    /// The most redirects that are followed.
    public var redirects: Int
    /// The most requests to a host and port at a time.
    public var perHost: Int
    /// The most requests at a time.
    public var inAll: Int
    /// The most bytes that all headers of an answer may have.
    public var headers: Int
    /// The most bytes of a body that are kept in memory; a larger one goes to a file without a name.
    public var memory: Int

    /// Connect in 10 s, all in 30 s, at least 100 bytes a second over 10 s, five redirects, two connections a host and 20
    /// in all, unless told otherwise.
    public init(
        connect: Duration = .seconds(10), total: Duration = .seconds(30), lowestSpeed: Int = 100,
        lowestSpeedTime: Duration = .seconds(10), redirects: Int = 5, perHost: Int = 2,
        inAll: Int = 20, headers: Int = 256 << 10, memory: Int = 256 << 10
    ) {
        self.connect = connect
        self.total = total
        self.lowestSpeed = lowestSpeed
        self.lowestSpeedTime = lowestSpeedTime
        self.redirects = redirects
        self.perHost = perHost
        self.inAll = inAll
        self.headers = headers
        self.memory = memory
    }
}

extension Duration {
    /// Rounded down.
    var milliseconds: Int {
        Int(components.seconds * 1_000 + components.attoseconds / 1_000_000_000_000_000)
    }
}

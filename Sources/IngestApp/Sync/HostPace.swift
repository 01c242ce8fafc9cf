import Transport

/// Keeps the requests to each host apart, whichever sources they are for.
actor HostPace {
    private let limit: RateLimit
    private var limits: [String: RateLimit] = [:]

    /// - Parameter limit: how many requests each host takes.
    init(_ limit: RateLimit) { self.limit = limit }

    /// Books the earliest moment at which a request to `host` may begin.
    func book(_ host: String) -> ContinuousClock.Instant {
        limits[host, default: limit].book(at: .now)
    }

    /// Leaves `host` alone for a while, as it has asked for.
    func pause(_ host: String, for time: Duration) {
        limits[host, default: limit].pause(until: .now + time)
    }
}

/// At most so many requests in any stretch of time.
///
/// A value without a clock: whoever asks tells the time, and waits until the moment that is given.
public struct RateLimit: Sendable {
    /// How many requests may begin in any `period`.
    public let count: Int
    /// The stretch of time.
    public let period: Duration
    /// The moments given out last, in order; at most `count`.
    private var given: [ContinuousClock.Instant] = []
    private var earliest: ContinuousClock.Instant?

    /// At most `count` requests, at least one, in any `period`.
    public init(_ count: Int, per period: Duration = .seconds(1)) {
        self.count = max(1, count)
        self.period = period
    }

    /// Books the earliest moment, not before `now`, at which a request may begin.
    ///
    /// - Complexity: O(*count*)
    public mutating func book(at now: ContinuousClock.Instant) -> ContinuousClock.Instant {
        var moment = max(now, earliest ?? now, given.last ?? now)
        if given.count >= count { moment = max(moment, given.removeFirst() + period) }
        given.append(moment)
        return moment
    }

    /// Books nothing before `moment`, as a server has asked with `Retry-After`.
    public mutating func pause(until moment: ContinuousClock.Instant) {
        earliest = max(moment, earliest ?? moment)
    }
}

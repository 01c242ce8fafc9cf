import ClimateModel

/// Which failures are worth another try at once, and after what pause.
///
/// Only what often passes within seconds is tried again: a connection that broke, a server that was busy. What has already
/// cost its full time, or will fail again, is left to the next sync.
public struct RetryPolicy: Hashable, Sendable {
    /// How many tries there are at most, the first one included.
    public var attempts: Int
    /// The pause before the second try; it doubles with each further one.
    public var pause: Duration
    /// The longest pause that is waited for, also where the server asks for it.
    public var longestPause: Duration

    /// Two tries with about a second between them, and never more than ten, unless told otherwise.
    public init(
        attempts: Int = 2, pause: Duration = .seconds(1), longestPause: Duration = .seconds(10)
    ) {
        self.attempts = attempts
        self.pause = pause
        self.longestPause = longestPause
    }

    /// How long to wait before another try; nil where there should be none.
    ///
    /// The pause varies by half of itself, so that many clients do not come back together.
    ///
    /// - Parameters:
    ///   - attempt: How many tries there have been, from 1.
    ///   - now: The time, to which a server's moment is compared.
    public func pause(
        after error: WebError, attempt: Int, now: Timestamp,
        using generator: inout some RandomNumberGenerator
    ) -> Duration? {
        guard attempt >= 1, attempt < attempts else { return nil }
        var wait =
            pause * (1 << min(attempt - 1, 20)) * Double.random(in: 0.5...1.5, using: &generator)
        switch error {
        case .broken(.cutShort), .refused: break
        case .status(let status, let retryAfter) where [429, 502, 503, 504].contains(status):
            guard let retryAfter else {
                if status == 429 { return nil }
                break
            }
            wait = max(wait, .seconds(retryAfter.seconds(from: now)))
        default: return nil
        }
        return wait <= longestPause ? wait : nil
    }
}

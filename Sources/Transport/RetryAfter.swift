import CCurl
import ClimateModel

/// When a server wants to be asked again (`Retry-After`, RFC 9110, 10.2.3).
public enum RetryAfter: Hashable, Sendable {
    /// After this many seconds.
    case seconds(Int)
    /// At a moment of the server's clock.
    case moment(Timestamp)

    /// Reads a number of seconds or a date of HTTP; nil for anything else. More than a year counts as a year.
    public init?(_ text: String) {
        let text = text.trimmingHTTPSpace
        if let seconds = HeaderValue.seconds(text) {
            self = .seconds(seconds)
        } else {
            let moment = curl_getdate(text, nil)
            guard moment >= 0, text.contains(":") else { return nil }
            self = .moment(Timestamp(seconds: Int64(moment)))
        }
    }

    /// How many seconds are left at `now`, never below 0 nor above a year.
    public func seconds(from now: Timestamp) -> Int {
        switch self {
        case .seconds(let seconds): min(max(0, seconds), HeaderValue.year)
        case .moment(let moment):
            Int(min(max(0, moment.seconds - now.seconds), Int64(HeaderValue.year)))
        }
    }
}

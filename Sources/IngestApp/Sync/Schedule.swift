import ClimateModel

/// When sources are read again: often while they change often, seldom while they don't, and ever more seldom while they
/// fail.
struct Schedule: Sendable {
    /// Seconds between two readings: at first, at least, at most.
    struct Range: Hashable, Sendable {
        var first: Int
        var least: Int
        var most: Int
    }

    private static let minute = 60
    private static let hour = 3_600
    private static let day = 86_400

    /// News come by the hour, figures by the month.
    static func range(_ kind: Source.Kind) -> Range {
        switch kind {
        case .feed, .newsletter: Range(first: hour, least: 15 * minute, most: day)
        case .document, .projects: Range(first: 6 * hour, least: hour, most: 2 * day)
        case .table, .kolada, .starter: Range(first: day, least: 6 * hour, most: 7 * day)
        }
    }

    /// What a publisher asks for.
    struct Wish: Hashable, Sendable {
        /// Seconds for which its answer stays fresh (`Cache-Control: max-age`, RFC 9111); nil where it does not say.
        var freshFor: Int?
        /// When it may be asked again at the earliest (`Retry-After`, RFC 9110, 10.2.3); nil where it does not say.
        var leftAloneUntil: Timestamp?
        /// Whether it says that there will never be anything again (410, RFC 9110, 15.5.11).
        var isGone = false
    }

    /// The state after a reading that succeeded: half the interval after a change, half as much again without one.
    static func succeeded(
        _ state: FetchState, _ subscription: Subscription, kind: Source.Kind, hasChanged: Bool,
        wish: Wish, now: Timestamp
    ) -> FetchState {
        let range = range(kind)
        let before = state.interval ?? range.first
        let isFirst = state.interval == nil
        let step = isFirst ? before : hasChanged ? before / 2 : before * 3 / 2
        var next = state
        next.interval = min(max(step, range.least), range.most)
        next.failures = 0
        next.leftAloneUntil = nil
        next.lastAttempt = now
        if hasChanged { next.lastChange = now }
        let fresh = min(wish.freshFor ?? 0, range.most)
        let wait =
            subscription.settings.interval ?? max(next.interval ?? range.first, fresh)
        next.nextAttempt = now.adding(seconds: spread(wait, subscription.id))
        return next
    }

    /// The state after a reading that failed: five minutes, then twice as long each time, up to a day; a week where the
    /// source is gone for good.
    static func failed(
        _ state: FetchState, _ subscription: Subscription, wish: Wish, now: Timestamp
    ) -> FetchState {
        var next = state
        next.failures += 1
        next.lastAttempt = now
        let doublings = min(next.failures - 1, 10)
        let pause = wish.isGone ? 7 * day : min(5 * minute << doublings, day)
        next.leftAloneUntil = wish.leftAloneUntil.map { min($0, now.adding(seconds: 7 * day)) }
        let asked = next.leftAloneUntil.map { Int($0.seconds - now.seconds) }
        let wait = max(pause, asked ?? 0)
        next.nextAttempt = now.adding(seconds: spread(wait, subscription.id))
        return next
    }

    /// Up to a tenth more, so that sources of one host are not always asked at once; the same for the same source.
    private static func spread(_ seconds: Int, _ id: Source.ID) -> Int {
        let tenth = max(1, seconds / 10)
        return seconds + Int(NewsItem.ID(identity: id.rawValue).rawValue % Int64(tenth))
    }
}

extension FetchState {
    /// Whether it is to be read now.
    func isDue(_ now: Timestamp) -> Bool { mayBeRead(now) && nextAttempt.map { $0 <= now } ?? true }

    /// Whether its server may be asked now, should somebody want that.
    func mayBeRead(_ now: Timestamp) -> Bool { leftAloneUntil.map { $0 <= now } ?? true }
}

import ClimateModel

/// Sources that a sync reads, in every state that one can be in.
extension Fixture {
    static let subscriptions =
        [
            Subscription(
                id: feed.id,
                settings: SourceSettings(address: "https://example.org/feed", kind: .feed),
                state: FetchState(
                    lastAttempt: feed.lastSuccess, lastChange: feed.lastSuccess,
                    nextAttempt: Timestamp(date(2021, 11, 20), hour: 9, minute: 30),
                    interval: 21_600)),
            Subscription(
                id: broken.id,
                settings: SourceSettings(address: "https://example.org/arjang", kind: .feed),
                origin: .config,
                state: FetchState(
                    lastAttempt: Timestamp(date(2021, 11, 20), hour: 6),
                    lastChange: broken.lastSuccess,
                    nextAttempt: Timestamp(date(2021, 11, 20), hour: 12), failures: 3,
                    interval: 43_200)
            ),
        ] + more.map(\.subscription)

    /// Sources that only the list of sources is shown with.
    static let more: [(source: Source, subscription: Subscription)] = [
        another(
            "unchanged", .feed, "Sunne kommun", read: 7, changed: 3, interval: 1_800),
        another("paused", .newsletter, "Nyhetsbrev från Värmland", isPaused: true, read: 5),
        another("never", .document, "Karlstads kommuns näringslivssidor med mycket långt namn"),
        another("kolada", .kolada, "Kolada", read: 8, changed: 8, origin: .config),
    ]

    private static func another(
        _ id: String, _ kind: Source.Kind, _ title: String, isPaused: Bool = false,
        read hour: Int? = nil, changed: Int? = nil, interval: Int? = nil,
        origin: Subscription.Origin = .database
    ) -> (source: Source, subscription: Subscription) {
        let moment = { (hour: Int) in Timestamp(date(2021, 11, 20), hour: hour) }
        let address = "https://example.org/\(id)"
        return (
            Source(
                id: .init(rawValue: id), kind: kind, title: title, address: address,
                lastSuccess: hour.map(moment)),
            Subscription(
                id: .init(rawValue: id),
                settings: SourceSettings(address: address, kind: kind, interval: interval),
                origin: origin, isPaused: isPaused,
                state: FetchState(
                    lastAttempt: hour.map(moment), lastChange: changed.map(moment),
                    nextAttempt: hour.map { moment($0 + 4) }, interval: interval))
        )
    }
}

import ClimateModel
import Transport

/// Gives subscriptions their turns, so that a slow host keeps only its own sources waiting.
struct TurnQueue {
    /// How many sources of one host are read at a time, and how many in all.
    static let perHost = 2
    static let inAll = 40

    private var waiting: [String: [Subscription]]
    /// The hosts that have something waiting and a place free, the one that waited longest first.
    private var ready: [String]
    private var running: [String: Int] = [:]
    /// The host of each that is running.
    private var hosts: [Source.ID: String] = [:]

    /// Those that were read well the last time come first, so that they need not wait for one that never answers.
    ///
    /// - Complexity: O(*n*).
    init(_ subscriptions: [Subscription]) {
        let subscriptions =
            subscriptions.filter(\.state.isReliable) + subscriptions.filter { !$0.state.isReliable }
        waiting = [:]
        var hosts: [String] = []
        // The last is taken first, so that taking is quick.
        for subscription in subscriptions.reversed() {
            let host = Self.host(of: subscription)
            waiting[host, default: []].append(subscription)
            hosts.append(host)
        }
        var seen: Set<String> = []
        ready = hosts.reversed().filter { seen.insert($0).inserted }.reversed()
    }

    /// The next that may begin; nil where none may before another has ended.
    ///
    /// - Complexity: amortised O(1), but for the hosts that are put back at the end of the line.
    mutating func next() -> Subscription? {
        guard hosts.count < Self.inAll, let host = ready.popLast(),
            let subscription = waiting[host]?.popLast()
        else { return nil }
        hosts[subscription.id] = host
        running[host, default: 0] += 1
        lineUp(host)
        return subscription
    }

    /// To be told when a subscription has ended.
    mutating func ended(_ subscription: Subscription) {
        guard let host = hosts.removeValue(forKey: subscription.id) else { return }
        let wasFull = running[host] == Self.perHost
        running[host, default: 1] -= 1
        if wasFull { lineUp(host) }
    }

    /// Puts one more at the end of the line of its host.
    mutating func add(_ subscription: Subscription) {
        let host = Self.host(of: subscription)
        let wasEmpty = waiting[host, default: []].isEmpty
        waiting[host, default: []].insert(subscription, at: 0)
        if wasEmpty { lineUp(host) }
    }

    /// Takes away what waits of the sources.
    ///
    /// - Returns: how many subscriptions that were.
    mutating func remove(_ sources: Set<Source.ID>) -> Int {
        guard !sources.isEmpty else { return 0 }
        var count = 0
        for (host, line) in waiting {
            let left = line.filter { !sources.contains($0.id) }
            count += line.count - left.count
            waiting[host] = left
        }
        ready.removeAll { waiting[$0]?.isEmpty ?? true }
        return count
    }

    private mutating func lineUp(_ host: String) {
        guard waiting[host]?.isEmpty == false, running[host, default: 0] < Self.perHost else {
            return
        }
        ready.insert(host, at: 0)
    }

    private static func host(of subscription: Subscription) -> String {
        let address = subscription.state.movedTo ?? subscription.settings.address
        guard let web = WebAddress(address) else { return "" }
        return "\(web.host):\(web.port.map(String.init) ?? web.scheme)"
    }
}

extension FetchState {
    /// Whether it was read before, and well.
    fileprivate var isReliable: Bool { lastAttempt != nil && failures == 0 }
}

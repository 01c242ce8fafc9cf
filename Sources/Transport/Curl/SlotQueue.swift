/// Who goes next: first come, first served at each endpoint, endpoints in turn, with bounds on how many go to one endpoint
/// and in all.
struct SlotQueue<Element> {
    private struct Endpoint {
        var waiting: [Element] = []
        var next = 0
        var busy = 0
        var isReady = false
        var isIdle: Bool { busy == 0 && next == waiting.count }
    }

    private let perEndpoint: Int
    private let inAll: Int
    private var endpoints: [String: Endpoint] = [:]
    /// The endpoints with someone waiting and a place free.
    private var ready: [String] = []
    private var nextReady = 0
    private var busy = 0

    init(perEndpoint: Int, inAll: Int) {
        self.perEndpoint = max(1, perEndpoint)
        self.inAll = max(1, inAll)
    }

    /// Queues `element` up.
    ///
    /// - Complexity: O(1)
    mutating func add(_ element: Element, at endpoint: String) {
        endpoints[endpoint, default: Endpoint()].waiting.append(element)
        settle(endpoint)
    }

    /// Takes whoever goes next and gives it a place; nil where no one waits or no place is free.
    ///
    /// - Complexity: O(1), amortised
    mutating func next() -> Element? {
        while busy < inAll, let name = nextReadyEndpoint() {
            if let element = takeFirst(at: name) { return element }
        }
        return nil
    }

    private mutating func nextReadyEndpoint() -> String? {
        guard nextReady < ready.count else { return nil }
        defer {
            nextReady += 1
            if nextReady > 64, nextReady * 2 > ready.count {
                ready.removeFirst(nextReady)
                nextReady = 0
            }
        }
        return ready[nextReady]
    }

    /// The first who waits at the endpoint `name`; nil where those who waited were taken out since it was ready.
    private mutating func takeFirst(at name: String) -> Element? {
        guard var endpoint = endpoints.removeValue(forKey: name) else { return nil }
        defer { if !endpoint.isIdle { endpoints[name] = endpoint } }
        endpoint.isReady = false
        guard endpoint.next < endpoint.waiting.count, endpoint.busy < perEndpoint else {
            return nil
        }
        let element = endpoint.waiting[endpoint.next]
        endpoint.next += 1
        if endpoint.next == endpoint.waiting.count {
            endpoint.waiting = []
            endpoint.next = 0
        }
        endpoint.busy += 1
        busy += 1
        if endpoint.next < endpoint.waiting.count, endpoint.busy < perEndpoint {
            endpoint.isReady = true
            ready.append(name)
        }
        return element
    }

    /// Gives back a place at `endpoint`.
    ///
    /// - Complexity: O(1)
    mutating func release(_ endpoint: String) {
        busy -= 1
        endpoints[endpoint]?.busy -= 1
        if endpoints[endpoint]?.isIdle == true {
            endpoints[endpoint] = nil
        } else {
            settle(endpoint)
        }
    }

    /// Takes out those at `endpoint` that still wait and of which `condition` holds.
    ///
    /// - Complexity: O(*n*) in how many wait there.
    mutating func remove(at endpoint: String, where condition: (Element) -> Bool) -> [Element] {
        guard var changed = endpoints.removeValue(forKey: endpoint) else { return [] }
        let waiting = changed.waiting[changed.next...]
        let removed = waiting.filter(condition)
        changed.waiting = waiting.filter { !condition($0) }
        changed.next = 0
        if !changed.isIdle { endpoints[endpoint] = changed }
        return removed
    }

    /// Takes out all that wait.
    mutating func removeAll() -> [Element] {
        let all = endpoints.values.flatMap { $0.waiting[$0.next...] }
        for name in endpoints.keys {
            endpoints[name]?.waiting = []
            endpoints[name]?.next = 0
        }
        return all
    }

    private mutating func settle(_ name: String) {
        guard let endpoint = endpoints[name], !endpoint.isReady,
            endpoint.next < endpoint.waiting.count, endpoint.busy < perEndpoint
        else { return }
        endpoints[name]?.isReady = true
        ready.append(name)
    }
}

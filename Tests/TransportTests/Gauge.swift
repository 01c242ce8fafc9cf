import Synchronization
import WebFixtures

/// Counts how many are at it at a time.
final class Gauge: Sendable {
    private let counts = Mutex((now: 0, most: 0))

    var most: Int { counts.withLock { $0.most } }

    func begin() {
        counts.withLock {
            $0.now += 1
            $0.most = max($0.most, $0.now)
        }
    }

    func end() { counts.withLock { $0.now -= 1 } }
}

extension Behaviour {
    /// Answers with an empty page after `time`, counted by `gauge` in the meantime.
    static func gauged(_ gauge: Gauge, for time: Duration) -> Behaviour {
        Behaviour { _, connection in
            gauge.begin()
            let isThere = connection.pause(time)
            gauge.end()
            return isThere && connection.sendAnswer(200, body: [])
        }
    }
}

import ClimateModel
import Testing

@testable import IngestApp

/// Whose turn it is.
@Suite struct TurnQueueTests {
    private func subscription(_ host: String, _ number: Int = 0, state: FetchState = FetchState())
        -> Subscription
    {
        let address = "https://\(host)/\(number)"
        return Subscription(
            id: .feed(address: address), settings: SourceSettings(address: address), state: state)
    }

    private let known = FetchState(lastAttempt: Timestamp(seconds: 1))

    /// Whatever ends when: everyone has one turn, and no host more than two at a time.
    @Test(arguments: 0..<50) func everyoneHasATurn(seed: UInt64) {
        var generator = Seeded(seed)
        let all = (0..<200).map {
            subscription("h\(Int.random(in: 0..<30, using: &generator)).se", $0)
        }
        var queue = TurnQueue(all)
        var running: [Subscription] = []
        var ended: [Source.ID] = []
        while ended.count < all.count {
            while let next = queue.next() { running.append(next) }
            #expect(!running.isEmpty && running.count <= TurnQueue.inAll)
            let hosts = Dictionary(grouping: running) {
                $0.settings.address.split(separator: "/")[1]
            }
            #expect(hosts.values.allSatisfy { $0.count <= TurnQueue.perHost })
            let index = running.indices.randomElement(using: &generator) ?? 0
            let one = running.remove(at: index)
            queue.ended(one)
            ended.append(one.id)
        }
        #expect(queue.next() == nil)
        #expect(Set(ended) == Set(all.map(\.id)))
    }

    /// Whatever is taken away meanwhile: of that which had no turn yet none has one, and all others have theirs.
    @Test(arguments: 0..<50) func whatIsTakenAwayHasNoTurn(seed: UInt64) {
        var generator = Seeded(seed)
        let all = (0..<100).map {
            subscription("h\(Int.random(in: 0..<20, using: &generator)).se", $0)
        }
        let removed = Set(all.shuffled(using: &generator).prefix(50).map(\.id))
        let time = Int.random(in: 0..<100, using: &generator)
        var queue = TurnQueue(all)
        var running: [Subscription] = []
        var begun: Set<Source.ID> = []
        var left = all.count
        var early: Set<Source.ID> = []
        for step in 0... {
            if step == time {
                early = begun
                left -= queue.remove(removed)
                #expect(queue.remove(removed) == 0)
            }
            while let next = queue.next() {
                running.append(next)
                begun.insert(next.id)
            }
            guard let one = running.popLast() else { break }
            queue.ended(one)
            left -= 1
        }
        #expect(left == 0)
        if begun.count < all.count {
            #expect(begun == Set(all.map(\.id)).subtracting(removed).union(early))
        }
    }

    @Test func oneHostKeepsOnlyItsOwnWaiting() {
        let slow = (0..<100).map { subscription("slow.se", $0) }
        var queue = TurnQueue(slow + [subscription("a.se"), subscription("b.se")])
        var turns: [String] = []
        while let next = queue.next() { turns.append(next.settings.address) }
        #expect(
            Set(turns) == [
                "https://slow.se/0", "https://slow.se/1", "https://a.se/0", "https://b.se/0",
            ])
    }

    @Test func ofOneHostTheReliableComeFirst() {
        var failing = known
        failing.failures = 1
        let unread = (0..<3).map { subscription("a.se", $0) }
        let bad = (3..<6).map { subscription("a.se", $0, state: failing) }
        let good = (6..<9).map { subscription("a.se", $0, state: known) }
        var queue = TurnQueue(bad + unread + good)
        var turns: [Source.ID] = []
        while let next = queue.next() {
            turns.append(next.id)
            queue.ended(next)
        }
        #expect(Set(turns.prefix(3)) == Set(good.map(\.id)))
        #expect(turns.count == 9)
    }

    @Test func whatIsLeftOfASourceComesLast() {
        var queue = TurnQueue([
            subscription("a.se", 0), subscription("a.se", 1), subscription("a.se", 2),
        ])
        let first = queue.next()
        _ = queue.next()
        #expect(queue.next() == nil)
        if let first {
            queue.ended(first)
            queue.add(first)
        }
        #expect(queue.next()?.settings.address == "https://a.se/2")
        #expect(queue.next() == nil)
    }

    /// A host is where a source has moved to, and another port is another host.
    @Test func aSourceCountsWhereItIsNow() {
        var moved = subscription("b.se", 0)
        moved.state.movedTo = "https://a.se/x"
        var queue = TurnQueue([
            subscription("a.se", 0), subscription("a.se", 1), moved, subscription("a.se:8443", 3),
        ])
        var count = 0
        while queue.next() != nil { count += 1 }
        #expect(count == 3)
    }
}

import ClimateFixtures
import Testing

@testable import Transport

/// The bounds of connections, whatever the order of events; only here is it certain that a bound is not passed for a moment.
@Suite struct SlotQueueTests {
    @Test(arguments: 0..<40)
    func boundsHoldAndNobodyIsForgotten(seed: UInt64) {
        var generator = SeededGenerator(seed: seed)
        var queue = SlotQueue<Int>(perEndpoint: 2, inAll: 5)
        let endpoints = ["a", "b", "c", "d"]
        var waiting: [String: [Int]] = [:]
        var busy: [String] = []
        for number in 0..<600 {
            let name = endpoints[Int.random(in: 0..<4, using: &generator)]
            switch Int.random(in: 0..<10, using: &generator) {
            case 0..<4:
                queue.add(number, at: name)
                waiting[name, default: []].append(number)
            case 4..<7:
                guard let element = queue.next() else { continue }
                // First come, first served, at one of the endpoints with room.
                let taken = waiting.first { $0.value.first == element }?.key
                guard let taken else {
                    Issue.record("\(element) was not the first")
                    return
                }
                waiting[taken]?.removeFirst()
                busy.append(taken)
            case 7..<9:
                guard let released = busy.indices.randomElement(using: &generator) else { continue }
                queue.release(busy.remove(at: released))
            default:
                let removed = queue.remove(at: name) { $0.isMultiple(of: 3) }
                #expect(removed == waiting[name, default: []].filter { $0.isMultiple(of: 3) })
                waiting[name]?.removeAll { $0.isMultiple(of: 3) }
            }
            #expect(busy.count <= 5)
            for name in endpoints { #expect(busy.count { $0 == name } <= 2) }
        }
        var left = Set(waiting.values.joined())
        while true {
            if let element = queue.next() {
                left.remove(element)
                busy.append(waiting.first { $0.value.contains(element) }?.key ?? "")
            } else if let name = busy.popLast() {
                queue.release(name)
            } else {
                break
            }
        }
        #expect(left.isEmpty)
    }

    @Test func endpointsTakeTurns() {
        var queue = SlotQueue<String>(perEndpoint: 1, inAll: 10)
        for _ in 1...3 { for name in ["a", "b"] { queue.add(name, at: name) } }
        var order: [String] = []
        while let first = queue.next(), let second = queue.next() {
            order += [first, second]
            queue.release(first)
            queue.release(second)
        }
        #expect(order == ["a", "b", "a", "b", "a", "b"])
    }
}

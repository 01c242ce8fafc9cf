import ClimateModel
import Testing

@testable import IngestApp

/// When sources are read again.
@Suite struct ScheduleTests {
    private let now = Timestamp(seconds: 1_700_000_000)

    private func subscription(
        _ state: FetchState = FetchState(), interval: Int? = nil, address: String = "https://a.se/"
    ) -> Subscription {
        Subscription(
            id: .feed(address: address),
            settings: SourceSettings(address: address, interval: interval), state: state)
    }

    private func succeeded(
        _ state: FetchState, kind: Source.Kind = .feed, hasChanged: Bool,
        wish: Schedule.Wish = Schedule.Wish(), interval: Int? = nil
    ) -> FetchState {
        Schedule.succeeded(
            state, subscription(state, interval: interval), kind: kind, hasChanged: hasChanged,
            wish: wish, now: now)
    }

    private func wait(_ state: FetchState) -> Int {
        Int((state.nextAttempt?.seconds ?? 0) - now.seconds)
    }

    /// Whatever a source does, its interval stays within its bounds, and it is asked the sooner the more it changes.
    @Test(arguments: Source.Kind.allCases, 0..<20)
    func intervalsStayWithinTheirBounds(kind: Source.Kind, seed: UInt64) {
        var generator = Seeded(seed)
        let range = Schedule.range(kind)
        var state = FetchState()
        for _ in 0..<60 {
            let before = state.interval
            let hasChanged = Bool.random(using: &generator)
            if Int.random(in: 0..<5, using: &generator) == 0 {
                state = Schedule.failed(
                    state, subscription(state), wish: Schedule.Wish(), now: now)
                #expect(state.interval == before)
                continue
            }
            state = succeeded(state, kind: kind, hasChanged: hasChanged)
            let interval = state.interval ?? 0
            #expect((range.least...range.most).contains(interval))
            if let before {
                #expect(hasChanged ? interval <= before : interval >= before)
                #expect(interval != before || before == range.least || before == range.most)
            }
            #expect((interval...interval + interval / 10 + 1).contains(wait(state)))
            #expect(state.failures == 0 && state.lastAttempt == now)
        }
    }

    @Test(arguments: Source.Kind.allCases) func seldomChangedIsSeldomAsked(kind: Source.Kind) {
        var (quiet, busy) = (FetchState(), FetchState())
        for _ in 0..<40 {
            quiet = succeeded(quiet, kind: kind, hasChanged: false)
            busy = succeeded(busy, kind: kind, hasChanged: true)
        }
        #expect(quiet.interval == Schedule.range(kind).most)
        #expect(busy.interval == Schedule.range(kind).least)
        #expect(quiet.lastChange == nil && busy.lastChange == now)
    }

    @Test func failuresBackOff() {
        var state = FetchState(interval: 3_600)
        var waits: [Int] = []
        for count in 1...15 {
            state = Schedule.failed(
                state, subscription(state), wish: Schedule.Wish(), now: now)
            #expect(state.failures == count)
            waits.append(wait(state))
        }
        #expect((300...330).contains(waits[0]))
        #expect(zip(waits, waits.dropFirst()).allSatisfy { $0 <= $1 })
        #expect((86_400...95_040).contains(waits[14]))
        #expect(succeeded(state, hasChanged: false).failures == 0)
    }

    @Test func failuresNeverOverflow() {
        let state = FetchState(failures: .max - 1)
        let next = Schedule.failed(state, subscription(state), wish: Schedule.Wish(), now: now)
        #expect((86_400...95_040).contains(wait(next)))
    }

    @Test func thePublishersWishesHold() {
        let fresh = succeeded(
            FetchState(), hasChanged: true, wish: Schedule.Wish(freshFor: 20_000))
        #expect(wait(fresh) >= 20_000)
        // An hour, which a shorter wish does not shorten; and no publisher is left alone for a year.
        let brief = succeeded(FetchState(), hasChanged: true, wish: Schedule.Wish(freshFor: 5))
        #expect((3_600...3_960).contains(wait(brief)))
        let year = succeeded(
            FetchState(), hasChanged: true, wish: Schedule.Wish(freshFor: 31_536_000))
        #expect(wait(year) <= 95_040)
        let busy = Schedule.failed(
            FetchState(), subscription(),
            wish: Schedule.Wish(leftAloneUntil: now.adding(seconds: 10_000)), now: now)
        #expect((10_000...11_000).contains(wait(busy)))
        #expect(!busy.mayBeRead(now.adding(seconds: 9_999)))
        #expect(busy.mayBeRead(now.adding(seconds: 10_000)))
        #expect(succeeded(busy, hasChanged: true).mayBeRead(now))
        let long = Schedule.failed(
            FetchState(), subscription(),
            wish: Schedule.Wish(leftAloneUntil: now.adding(seconds: 31_536_000)), now: now)
        #expect(long.mayBeRead(now.adding(seconds: 7 * 86_400)))
        // What it asked for may be over by the time that it is written.
        let over = Schedule.failed(
            FetchState(), subscription(),
            wish: Schedule.Wish(leftAloneUntil: now.adding(seconds: -10)), now: now)
        #expect((300...330).contains(wait(over)))
        let gone = Schedule.failed(
            FetchState(), subscription(), wish: Schedule.Wish(isGone: true), now: now)
        #expect((7 * 86_400...8 * 86_400).contains(wait(gone)))
    }

    @Test func theUsersIntervalHolds() {
        let state = succeeded(
            FetchState(), hasChanged: false, wish: Schedule.Wish(freshFor: 50_000), interval: 60)
        #expect((60...66).contains(wait(state)))
    }

    @Test func sourcesOfOneHostAreSpread() {
        let waits = (0..<100).map { number in
            wait(
                Schedule.succeeded(
                    FetchState(), subscription(address: "https://a.se/\(number)"), kind: .feed,
                    hasChanged: true, wish: Schedule.Wish(), now: now))
        }
        #expect(Set(waits).count > 50)
    }

    @Test func dueIsFromItsMomentOn() {
        #expect(FetchState().isDue(now))
        #expect(FetchState(nextAttempt: now).isDue(now))
        #expect(!FetchState(nextAttempt: now.adding(seconds: 1)).isDue(now))
    }
}

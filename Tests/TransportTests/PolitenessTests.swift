import ClimateModel
import Testing
import Transport

@Suite struct PolitenessTests {
    @Test(arguments: [1, 2, 5, 17])
    func noPeriodHasMoreThanItMay(count: Int) {
        var generator = SystemRandomNumberGenerator()
        var limit = RateLimit(count, per: .seconds(1))
        var now = ContinuousClock.now
        var moments: [ContinuousClock.Instant] = []
        for _ in 0..<300 {
            let moment = limit.book(at: now)
            #expect(moment >= now)
            moments.append(moment)
            now += .milliseconds(Int.random(in: 0...400, using: &generator))
        }
        #expect(moments == moments.sorted())
        for (first, last) in zip(moments, moments.dropFirst(count)) {
            #expect(last - first >= .seconds(1))
        }
    }

    @Test func asManyAsAllowedGoAtOnce() {
        var limit = RateLimit(5)
        let now = ContinuousClock.now
        let moments = (0..<6).map { _ in limit.book(at: now) }
        #expect(moments == Array(repeating: now, count: 5) + [now + .seconds(1)])
    }

    @Test func afterAPauseThePaceIsTheSame() {
        var limit = RateLimit(2)
        let now = ContinuousClock.now
        _ = limit.book(at: now)
        limit.pause(until: now + .seconds(30))
        let moments = (0..<3).map { _ in limit.book(at: now) }
        #expect(moments == [30, 30, 31].map { now + .seconds($0) })
    }

    private func pause(
        after error: WebError, attempt: Int = 1, policy: RetryPolicy = RetryPolicy()
    ) -> Duration? {
        var generator = SystemRandomNumberGenerator()
        let now = Timestamp(seconds: 1_000_000)
        return policy.pause(after: error, attempt: attempt, now: now, using: &generator)
    }

    @Test(arguments: [
        WebError.refused(host: "a"), .broken(.cutShort), .status(503, retryAfter: nil),
        .status(502, retryAfter: nil),
    ])
    func whatMayPassIsTriedOnceMore(error: WebError) throws {
        let pause = try #require(self.pause(after: error))
        #expect(pause >= .milliseconds(500) && pause <= .milliseconds(1_500))
        #expect(self.pause(after: error, attempt: 2) == nil)
    }

    @Test(arguments: [
        WebError.tooSlow(seconds: 10), .timeout(seconds: 30), .nameNotFound(host: "a"), .cancelled,
        .connectTimeout(host: "a", seconds: 10), .tooLarge(limit: 1), .storage,
        .status(404, retryAfter: nil), .status(429, retryAfter: nil), .broken(.compression),
        .privateAddress(host: "a", byRedirect: false), .certificate(.expired, host: "a"),
    ])
    func whatWillNotPassIsLeft(error: WebError) {
        #expect(pause(after: error) == nil)
    }

    @Test func aServersWishIsWaitedForUnlessItIsTooLong() throws {
        let soon = WebError.status(429, retryAfter: .seconds(5))
        #expect(try #require(self.pause(after: soon)) >= .seconds(5))
        #expect(pause(after: .status(503, retryAfter: .seconds(60))) == nil)
        let moment = RetryAfter.moment(Timestamp(seconds: 1_000_004))
        #expect(try #require(self.pause(after: .status(503, retryAfter: moment))) >= .seconds(4))
    }

    @Test func pausesDouble() throws {
        let policy = RetryPolicy(attempts: 10, longestPause: .seconds(100))
        let pause = try #require(self.pause(after: .broken(.cutShort), attempt: 4, policy: policy))
        #expect(pause >= .seconds(4) && pause <= .seconds(12))
        #expect(self.pause(after: .broken(.cutShort), attempt: 9, policy: policy) == nil)
    }
}

import ClimateModel
import ClimateStore
import Foundation
import Testing
import WebFixtures

/// How Kolada is asked, and what is made of answers that would lead on for ever or elsewhere.
extension KoladaSyncTests {
    @Test func aServerThatHasHadEnoughIsLeftAlone() async throws {
        let turns = Turns()
        let kolada = try FakeKolada(
            .init(
                indicators: [Self.companies],
                figures: { _, _, year in year == 2021 ? [.init(value: 3)] : [] },
                interception: { request in
                    request.target.contains("/data/") && turns.next() < 2
                        ? .tooMany(retryAfter: "1") : nil
                }))
        _ = try subscribe(kolada, "N00999")
        #expect(try await program.syncAside()[kolada.address]?.new == 3)
        let data = kolada.server.requests.filter { $0.target.contains("/data/") }.map(\.moment)
        try #require(data.count == 3)
        #expect(data[0].duration(to: data[1]) >= .seconds(1))
        #expect(data[1].duration(to: data[2]) >= .seconds(1))
    }

    @Test func aServerThatHasHadEnoughForLongIsAskedLater() async throws {
        let kolada = try FakeKolada(
            .init(
                indicators: [Self.companies],
                interception: { $0.target.contains("/data/") ? .tooMany(retryAfter: "7200") : nil }
            ))
        let id = try subscribe(kolada, "N00999")
        let start = Timestamp.now()
        let line = try await program.syncAside(status: 1)[kolada.address]
        #expect(line?.error?.contains("429") == true)
        let next = try #require(try program.subscription(id).state.nextAttempt)
        #expect(next >= start.adding(seconds: 7_200))
        #expect(try observations("N00999").isEmpty)
    }

    /// Whatever is asked for, by however many sources.
    @Test func noMoreThanFiveRequestsASecond() async throws {
        let kolada = try FakeKolada(
            .init(
                indicators: [Self.companies],
                figures: { _, _, year in year > 2010 ? [.init(value: 3)] : [] }, pageSize: 6))
        _ = try subscribe(kolada, "N00999")
        try program.subscribe(kolada.address + "/") {
            $0.kind = .kolada
            $0.indicators = ["N00999"]
        }
        _ = try await program.syncAside()
        let moments = kolada.server.requests.map(\.moment).sorted()
        #expect(moments.count > 10)
        for (first, sixth) in zip(moments, moments.dropFirst(5)) {
            // What the server sees may be some milliseconds closer than what was sent.
            #expect(first.duration(to: sixth) > .milliseconds(900))
        }
    }

    @Test(arguments: [
        "http://127.0.0.2:1/v3/more", "https://127.0.0.1/v3/more", "http://127.0.0.1:1/x",
        "file:///etc/passwd",
    ])
    func aPageElsewhereIsNotRead(_ elsewhere: String) async throws {
        let kolada = try FakeKolada(
            .init(
                indicators: [Self.companies],
                interception: { request in
                    guard request.target.contains("/data/") else { return nil }
                    return .page("{\"values\":[],\"count\":0,\"next_url\":\"\(elsewhere)\"}")
                }))
        _ = try subscribe(kolada, "N00999")
        let line = try await program.syncAside(status: 1)[kolada.address]
        #expect(line?.error == "Koladas svar pekar på en annan värd; adressen läses inte")
    }

    @Test func anEndlessAnswerEnds() async throws {
        let kolada = try FakeKolada(
            .init(
                indicators: [Self.companies],
                interception: { request in
                    request.target.contains("/data/")
                        ? .page("{\"values\":[],\"next_url\":\"\(request.target)\"}") : nil
                }))
        _ = try subscribe(kolada, "N00999")
        let line = try await program.syncAside(status: 1)[kolada.address]
        #expect(line?.error == "Koladas svar tar inte slut: för många sidor")
        #expect(kolada.server.requests.count < 10)
    }

    /// Late years of many indicators are as much as all years of a few: they too come in parts, and the next sync goes on.
    @Test func lateYearsOfManyIndicatorsAreReadInParts() async throws {
        let ids = (0..<50).map { "U9\(9_000 + $0)" }
        let broken = Turns()
        let kolada = try FakeKolada(
            .init(
                indicators: ids.map { ($0, "Nyckeltal \($0)", false) },
                figures: { _, _, year in year == Self.thisYear ? [.init(value: 3)] : [] },
                interception: { request in
                    request.target.contains("/data/kpi/\(ids[40])") && broken.next() == 0
                        ? .status(400) : nil
                }))
        let id = try program.subscribe(kolada.address) {
            $0.kind = .kolada
            $0.indicators = ids
        }[0]
        let today = Timestamp.now().clock().date.description
        _ = try program.withWriter {
            try $0.write([Delivery(subscription: id, state: FetchState(cursor: today))])
        }
        let first = try await program.syncAside(status: 1)[kolada.address]
        #expect(first?.result == "failed")
        #expect(try observations(ids[39]).count == 3)
        #expect(try observations(ids[40]).isEmpty)
        #expect(try program.subscription(id).state.cursor == today + " 40 recent")
        let count = kolada.paths.count
        let second = try await program.syncAside("--all")[kolada.address]
        #expect(second?.new == 30)
        #expect(kolada.paths.dropFirst(count).allSatisfy { !$0.contains(ids[0]) })
        #expect(kolada.paths.allSatisfy { !$0.contains("2003") })
        #expect(try program.subscription(id).state.cursor == today)
    }
}

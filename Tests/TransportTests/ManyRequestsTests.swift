import Testing
import Transport
import WebFixtures

/// How many at a time, and what ends them.
@Suite struct ManyRequestsTests {
    @Test func aHostHasTwoConnectionsAtMost() async throws {
        let server = try WebServer(["/": .slow(.milliseconds(20), .page("there"))])
        let client = WebClient.testing()
        try await withThrowingTaskGroup(of: Int.self) { group in
            for _ in 1...12 {
                group.addTask { try await client.get(.own(server.url("/"))).status }
            }
            for try await status in group { #expect(status == 200) }
        }
        #expect(server.requests.count == 12)
        #expect(server.connectionsMade == 2)
    }

    @Test func allHostsShareABound() async throws {
        let gauge = Gauge()
        let behaviour = Behaviour.gauged(gauge, for: .milliseconds(30))
        let servers = try (1...8).map { _ in try WebServer(["/": behaviour]) }
        let client = WebClient.testing(WebLimits(inAll: 3))
        try await withThrowingTaskGroup(of: Int.self) { group in
            for server in servers + servers {
                group.addTask { try await client.get(.own(server.url("/"))).status }
            }
            for try await status in group { #expect(status == 200) }
        }
        #expect(gauge.most == 3)
    }

    /// Asked one after the other, hosts have as many connections open as they may, to be used again.
    @Test func connectionsAreUsedAgain() async throws {
        let servers = try (1...12).map { _ in try WebServer(["/": .page("there")]) }
        let client = WebClient.testing()
        let start = ContinuousClock.now
        for server in servers + servers + servers {
            #expect(try await client.get(.own(server.url("/"))).status == 200)
        }
        // The servers themselves close what is a minute old, which tells nothing of the client.
        guard .now - start < .seconds(50) else { return }
        #expect(servers.allSatisfy { $0.connectionsMade == 1 })
    }

    @Test func aSlowHostKeepsNoOtherFromBeingAsked() async throws {
        let slow = try WebServer(["/": .hang])
        let quick = try WebServer(["/": .page("there")])
        let client = WebClient.testing(WebLimits(inAll: 3))
        let waiting = (1...10).map { _ in
            Task { await client.failure(.own(slow.url("/"))) }
        }
        #expect(try await client.get(.own(quick.url("/"))).status == 200)
        client.close()
        for task in waiting { #expect(await task.value == .cancelled) }
    }

    @Test func waitingForOnesTurnCostsNoTime() async throws {
        let server = try WebServer(["/": .slow(.milliseconds(1_300), .page("there"))])
        let client = WebClient.testing(WebLimits(total: .seconds(5), perHost: 1))
        let tasks = (1...4).map { _ in Task { try await client.get(.own(server.url("/"))).status } }
        for task in tasks { #expect(try await task.value == 200) }
    }

    @Test func aCancelledTaskHasItsAnswerAtOnce() async throws {
        let asked = AsyncStream.makeStream(of: Void.self)
        let gone = AsyncStream.makeStream(of: Void.self)
        let server = try WebServer([
            "/": Behaviour { _, connection in
                asked.continuation.yield()
                while connection.pause(.seconds(1)) {}
                gone.continuation.yield()
                return false
            }
        ])
        // No bound of time may end what is to be cancelled.
        let client = WebClient.testing(
            WebLimits(total: .seconds(3_600), lowestSpeedTime: .seconds(3_600)))
        let tasks = (1...3).map { _ in Task { await client.failure(.own(server.url("/"))) } }
        var requests = asked.stream.makeAsyncIterator()
        await requests.next()
        for task in tasks { task.cancel() }
        for task in tasks { #expect(await task.value == .cancelled) }
        // The connection is dropped, and the client goes on.
        var ends = gone.stream.makeAsyncIterator()
        await ends.next()
        server.set("/", .page("there"))
        #expect(try await client.get(.own(server.url("/"))).status == 200)
    }

    @Test func afterManyCancellationsAllGoesOn() async throws {
        let server = try WebServer(["/": .slow(.milliseconds(3), .page("there"))])
        let client = WebClient.testing()
        var tasks: [Task<WebError?, Never>] = []
        for round in 0..<40 {
            tasks += (0..<3).map { _ in Task { await client.failure(.own(server.url("/"))) } }
            if round.isMultiple(of: 3) {
                for task in tasks.suffix(4) { task.cancel() }
            }
            _ = await tasks[round].value
        }
        for task in tasks {
            let failure = await task.value
            #expect(failure == nil || failure == .cancelled)
        }
        #expect(try await client.get(.own(server.url("/"))).status == 200)
    }

    @Test func aTaskThatIsCancelledAlreadyAsksNobody() async throws {
        let server = try WebServer(["/": .page("there")])
        let client = WebClient.testing()
        let task = Task {
            withUnsafeCurrentTask { $0?.cancel() }
            return await client.failure(.own(server.url("/")))
        }
        #expect(await task.value == .cancelled)
        #expect(server.requests.isEmpty)
    }

    @Test func aClosedClientTakesNoMore() async throws {
        let server = try WebServer(["/": .page("there")])
        let client = WebClient.testing()
        client.close()
        client.close()
        #expect(await client.failure(.own(server.url("/"))) == .cancelled)
    }

    @Test func hundredsOfRequestsAllHaveTheirOwnAnswer() async throws {
        let server = try WebServer()
        for number in 0..<400 { server.set("/\(number)", .page("page \(number)")) }
        let client = WebClient.testing()
        try await withThrowingTaskGroup(of: Bool.self) { group in
            for number in 0..<400 {
                group.addTask {
                    try await client.get(.own(server.url("/\(number)"))).body.text
                        == "page \(number)"
                }
            }
            for try await isRight in group { #expect(isRight) }
        }
        #expect(server.connectionsMade == 2)
    }
}

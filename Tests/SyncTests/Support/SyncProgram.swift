import ClimateModel
import ClimateStore
import Foundation
import TerminalDriver
import Testing

/// The real `utkik-ingest` of a user with a home folder of their own.
final class SyncProgram {
    let home: TemporaryFolder

    init() throws { home = try TemporaryFolder() }

    var database: String { home.path + "/.local/share/utkik/content.sqlite" }

    var location: StoreLocation {
        StoreLocation(content: database, state: home.path + "/state.sqlite")
    }

    var environment: [String: String] {
        [
            "HOME": home.path, "PATH": "/usr/bin:/bin",
            "TERM": "xterm-256color",
            "LC_ALL": "C.UTF-8", "TZ": "UTC", "TMPDIR": home.path,
        ]
    }

    /// Has every sync read `address`, on the loopback too.
    @discardableResult
    func subscribe(_ addresses: String..., change: (inout SourceSettings) -> Void = { _ in })
        throws -> [Source.ID]
    {
        let subscriptions = addresses.map { address in
            var settings = SourceSettings(address: address, allowsPrivateHost: true)
            change(&settings)
            return Subscription(id: .feed(address: address), settings: settings)
        }
        try withWriter { try $0.subscribe(subscriptions) }
        return subscriptions.map(\.id)
    }

    /// Writes in place of the program.
    func withWriter<Result>(_ body: (ContentWriter) throws -> Result) throws -> Result {
        try body(try ContentWriter.open(at: location, now: .now()))
    }

    /// As ``withWriter(_:)``, once whoever writes now lets others write.
    func withWriterInTurn<Result>(_ body: (ContentWriter) throws -> Result) throws -> Result {
        let request = WriterLockRequest(path: location.lock)
        defer { withExtendedLifetime(request) {} }
        let start = ContinuousClock.now
        while true {
            do {
                return try withWriter(body)
            } catch StoreError.locked where .now - start < .seconds(60) {
                sched_yield()
            }
        }
    }

    /// What is in the database, with the marks of a user.
    func store() throws -> ContentStore { try ContentStore.open(location) }

    /// Runs `utkik-ingest` to its end.
    func run(_ arguments: String...) throws -> ProgramRun { try run(arguments) }

    func run(_ arguments: [String]) throws -> ProgramRun {
        try ProgramRun(BuiltProduct.path("utkik-ingest"), arguments, environment: environment)
    }

    /// Syncs, and tells what became of each source by its address.
    func sync(
        _ arguments: String..., language: String = "sv", status: Int32 = 0,
        sourceLocation: SourceLocation = #_sourceLocation
    ) throws -> [String: SyncLine] {
        let run = try run(["sync", "--json", "--language", language] + arguments)
        return try lines(of: run, status, sourceLocation)
    }

    private func lines(
        of run: ProgramRun, _ status: Int32, _ sourceLocation: SourceLocation
    ) throws -> [String: SyncLine] {
        #expect(run.status == status, "\(run.errors)", sourceLocation: sourceLocation)
        #expect(!run.wasSignalled, sourceLocation: sourceLocation)
        let lines = try run.lines.map {
            try JSONDecoder().decode(SyncLine.self, from: Data($0.utf8))
        }
        #expect(lines.map(\.done) == Array(1...max(1, lines.count)).prefix(lines.count).map { $0 })
        return Dictionary(lines.map { ($0.address, $0) }, uniquingKeysWith: { first, _ in first })
    }

    /// As ``sync``, on a thread of its own, so that a sync that waits keeps no other test from running.
    func syncAside(
        _ arguments: String..., language: String = "sv", status: Int32 = 0,
        sourceLocation: SourceLocation = #_sourceLocation
    ) async throws -> [String: SyncLine] {
        let (executable, environment) = (BuiltProduct.path("utkik-ingest"), environment)
        let all = ["sync", "--json", "--language", language] + arguments
        let run = try await withCheckedThrowingContinuation { continuation in
            Thread.detachNewThread {
                continuation.resume(
                    with: Result {
                        try ProgramRun(executable, all, environment: environment)
                    })
            }
        }
        return try lines(of: run, status, sourceLocation)
    }

    /// How the readings of a source went.
    func subscription(_ id: Source.ID) throws -> Subscription {
        let overview = try store().sourceOverviews().first { $0.id == id }
        return try #require(overview?.subscription)
    }

    /// The titles of all news that came through `source`, in order.
    func titles(_ source: Source.ID) throws -> [String] {
        try store().news(NewsQuery(source: source), in: Window(offset: 0, count: 10_000))
            .compactMap(\.title.swedish).sorted()
    }

    /// The one item of that title.
    func item(_ title: String) throws -> NewsSummary {
        let all = try store().news(NewsQuery(), in: Window(offset: 0, count: 10_000))
        return try #require(all.first { $0.title.swedish == title })
    }
}

/// What `sync --json` tells of one source.
struct SyncLine: Decodable {
    var source: String
    var title: String
    var address: String
    var result: String
    var new: Int
    var changed: Int
    var unchanged: Int
    var error: String?
    var problems: [String]
    var next: String?
    var milliseconds: Int
    var done: Int
    var total: Int
}

extension Timestamp {
    static func now() -> Timestamp { Timestamp(seconds: Int64(Date().timeIntervalSince1970)) }
}

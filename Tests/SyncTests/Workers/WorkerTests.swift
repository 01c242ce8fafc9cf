import ClimateModel
import Foundation
import Ingest
import TerminalDriver
import Testing

@testable import IngestApp

/// What starts workers within the test's own process, one test after the other, as some look at which processes there are.
@Suite(.serialized) enum OneAtATime {}

extension OneAtATime {
    /// The processes that read documents.
    @Suite struct WorkerTests {
        private func failure(
            _ pool: ParserPool, _ bytes: [UInt8]
        ) async -> Phrase? {
            do {
                _ = try await pool.read(bytes)
                return nil
            } catch {
                return (error as? ImportFailure)?.problems.first?.message
            }
        }

        private var workers: [pid_t] { ProcessTable.workers(of: getpid()) }

        @Test func oneWorkerReadsManyDocuments() async throws {
            let pool = try ParserPool.testing()
            var seen: Set<pid_t> = []
            for number in 0..<5 {
                let file = try await pool.read(SampleFeed.of("Nyhet \(number)").text)
                #expect(file.batch.news.map(\.title.swedish) == ["Nyhet \(number)"])
                seen.formUnion(workers)
            }
            #expect(seen.count == 1)
            withExtendedLifetime(pool) {}
        }

        @Test func badContentCostsNoWorker() async throws {
            let pool = try ParserPool.testing()
            _ = try await pool.read(SampleFeed.of("Ett").text)
            let before = workers
            #expect(await failure(pool, Array("<rss><channel>".utf8)) != nil)
            _ = try await pool.read(SampleFeed.of("Två").text)
            #expect(workers == before)
        }

        /// As when a document breaks the parser.
        @Test func aWorkerThatDiesIsReplaced() async throws {
            let pool = try ParserPool.testing()
            _ = try await pool.read(SampleFeed.of("Ett").text)
            let first = try #require(workers.first)
            kill(first, SIGSEGV)
            #expect(eventually { !ProcessTable.isAlive(first) })
            #expect(await failure(pool, Array(SampleFeed.of("Två").text.utf8)) == .brokeTheReader)
            #expect(workers.isEmpty, "no zombie is left")
            #expect(try await pool.read(SampleFeed.of("Tre").text).batch.news.count == 1)
            #expect(workers.count == 1 && workers != [first])
        }

        @Test func aWorkerThatNeverAnswersIsKilled() async throws {
            let pool = try ParserPool.testing(ParseLimits(time: .milliseconds(500)))
            _ = try await pool.read(SampleFeed.of("Ett").text)
            let first = try #require(workers.first)
            kill(first, SIGSTOP)
            let start = ContinuousClock.now
            let message = await failure(pool, Array(SampleFeed.of("Två").text.utf8))
            #expect(message == .tookTooLong(.milliseconds(500)))
            #expect(.now - start < .seconds(3))
            #expect(workers.isEmpty)
            #expect(try await pool.read(SampleFeed.of("Tre").text).batch.news.count == 1)
        }

        @Test func aDocumentThatNeedsTooMuchMemoryFailsAlone() async throws {
            let pool = try ParserPool.testing(ParseLimits(memory: 2 << 20))
            let large = SampleFeed.of(title: "Stor").text.replacing(
                "</channel>",
                with: (0..<20_000).map { "<item><title>Nyhet \($0)</title></item>" }.joined()
                    + "</channel>")
            #expect(await failure(pool, Array(large.utf8)) == .brokeTheReader)
            #expect(try await pool.read(SampleFeed.of("Liten").text).batch.news.count == 1)
        }

        @Test func workersAreBounded() async throws {
            let pool = try ParserPool.testing()
            _ = try await pool.read(SampleFeed.of("Ett").text)
            let worker = try #require(workers.first)
            let data = try #require(ProcessTable.limit("Max data size", of: worker))
            #expect((64 << 20...256 << 20).contains(data))
            #expect(ProcessTable.limit("Max core file size", of: worker) == 0)
            #expect(ProcessTable.limit("Max file size", of: worker) == 0)
            let time = try #require(ProcessTable.limit("Max cpu time", of: worker))
            #expect((15...30).contains(time))
            withExtendedLifetime(pool) {}
        }

        @Test func workersEndWithThePool() async throws {
            var pool: ParserPool? = try ParserPool.testing(workers: 2)
            _ = try await pool?.read(SampleFeed.of("Ett").text)
            let before = workers
            #expect(before.count == 1)
            pool = nil
            #expect(eventually { !before.contains(where: ProcessTable.isAlive) })
        }

        @Test func aMissingProgramIsToldInPlainWords() async throws {
            let pool = try ParserPool(.testing, program: "/nonexistent/utkik-ingest", workers: 1)
            let message = await failure(pool, [1])
            #expect(message?.sv.hasPrefix("läsaren kunde inte startas") == true)
            #expect(message?.en.hasPrefix("the reader could not be started") == true)
        }
    }
}

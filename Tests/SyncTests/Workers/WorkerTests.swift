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

        /// Those of the test before may be on their way out.
        init() throws { try #require(eventually { ProcessTable.workers(of: getpid()).isEmpty }) }

        @Test func oneWorkerReadsManyDocuments() async throws {
            let pool = ParserPool.testing()
            var seen: Set<pid_t> = []
            for number in 0..<5 {
                let file = try await pool.read(SampleFeed.of("Nyhet \(number)").text)
                #expect(file.batch.news.map(\.title.swedish) == ["Nyhet \(number)"])
                seen.formUnion(workers)
            }
            #expect(seen.count == 1)
            withExtendedLifetime(pool) {}
        }

        @Test func workersCanBeStartedBeforeTheyAreNeeded() async throws {
            let pool = ParserPool.testing(workers: 2)
            pool.start(1)
            #expect(eventually { workers.count == 1 })
            let first = workers
            _ = try await pool.read(SampleFeed.of("Ett").text)
            #expect(workers == first)
            pool.start(7)
            #expect(eventually { workers.count == 2 })
        }

        @Test func badContentCostsNoWorker() async throws {
            let pool = ParserPool.testing()
            _ = try await pool.read(SampleFeed.of("Ett").text)
            let before = workers
            #expect(await failure(pool, Array("<rss><channel>".utf8)) != nil)
            _ = try await pool.read(SampleFeed.of("Två").text)
            #expect(workers == before)
        }

        /// What ended it may have been too little memory; then the document is read once more, alone.
        @Test func aWorkerThatDiesIsReplaced() async throws {
            let pool = ParserPool.testing()
            _ = try await pool.read(SampleFeed.of("Ett").text)
            let first = try #require(workers.first)
            kill(first, SIGSEGV)
            #expect(eventually { !ProcessTable.isAlive(first) })
            #expect(try await pool.read(SampleFeed.of("Två").text).batch.news.count == 1)
            #expect(workers.isEmpty, "no zombie is left")
            #expect(try await pool.read(SampleFeed.of("Tre").text).batch.news.count == 1)
            #expect(workers.count == 1 && workers != [first])
        }

        /// A large document has all the memory there is, and no other worker holds any meanwhile.
        @Test func aLargeDocumentIsReadAlone() async throws {
            let pool = ParserPool.testing(workers: 2)
            let large = SampleFeed(
                items: (0..<2_000).map {
                    .init(
                        id: "urn:\($0)", title: "Nyhet \($0)",
                        body: String(repeating: "Text ", count: 150))
                }
            ).text
            try #require(large.utf8.count > ParseLimits.standard.besideOthers)
            let texts = (0..<12).map { number in
                number % 4 == 1 ? large : SampleFeed.of("Nyhet \(number)").text
            }
            let counts = try await pool.counts(texts, workers: 2)
            // The small ones did not wait for the large ones.
            #expect(counts == Array(repeating: 1, count: 9) + [2_000, 2_000, 2_000])
            #expect(workers.isEmpty)
        }

        /// Everything that figures can have comes through as it was.
        @Test func figuresComeThroughWhole() async throws {
            let pool = ParserPool.testing()
            var text = "kommun,år,indikator,värde\n"
            for year in 1990..<2020 { text += "Solna,\(year),NKI,\(Double(year) / 7)\n" }
            text += "Kil,2020,NKI,..\nÅre,2020,NKI,-3.5\n"
            let file = try await pool.read(text)
            let figures = try #require(file.batch.observations.first?.observations)
            #expect(figures.count == 32)
            #expect(figures.first { $0.period.year == 1995 }?.value == 1995.0 / 7)
            #expect(figures.first { $0.municipality.rawValue == "1715" }?.status == .notReported)
            #expect(figures.contains { $0.value == -3.5 })
            #expect(figures.allSatisfy { $0.provenance != nil })
        }

        @Test func aWorkerThatNeverAnswersIsKilled() async throws {
            let pool = ParserPool.testing(ParseLimits(time: .seconds(6)))
            _ = try await pool.read(SampleFeed.of("Ett").text)
            let first = try #require(workers.first)
            kill(first, SIGSTOP)
            let start = ContinuousClock.now
            let message = await failure(pool, Array(SampleFeed.of("Två").text.utf8))
            #expect(message == .tookTooLong(.seconds(6)))
            #expect(.now - start < .seconds(60))
            #expect(workers.isEmpty)
            #expect(try await pool.read(SampleFeed.of("Tre").text).batch.news.count == 1)
        }

        @Test func aDocumentThatNeedsTooMuchMemoryFailsAlone() async throws {
            let pool = ParserPool.testing(ParseLimits(memory: 2 << 20))
            let large = SampleFeed.of(title: "Stor").text.replacing(
                "</channel>",
                with: (0..<20_000).map { "<item><title>Nyhet \($0)</title></item>" }.joined()
                    + "</channel>")
            #expect(await failure(pool, Array(large.utf8)) == .brokeTheReader)
            #expect(try await pool.read(SampleFeed.of("Liten").text).batch.news.count == 1)
        }

        @Test func workersAreBounded() async throws {
            let pool = ParserPool.testing()
            _ = try await pool.read(SampleFeed.of("Ett").text)
            let worker = try #require(workers.first)
            let data = try #require(ProcessTable.limit("Max data size", of: worker))
            #expect((64 << 20...256 << 20).contains(data))
            #expect(ProcessTable.limit("Max core file size", of: worker) == 0)
            #expect(ProcessTable.limit("Max file size", of: worker) == 0)
            let time = try #require(ProcessTable.limit("Max cpu time", of: worker))
            #expect((10...30).contains(time))
            withExtendedLifetime(pool) {}
        }

        @Test func workersEndWithThePool() async throws {
            var pool: ParserPool? = ParserPool.testing(workers: 2)
            _ = try await pool?.read(SampleFeed.of("Ett").text)
            let before = workers
            #expect(before.count == 1)
            pool = nil
            #expect(eventually { !before.contains(where: ProcessTable.isAlive) })
        }

        @Test func aMissingProgramIsToldInPlainWords() async throws {
            let pool = ParserPool(.testing, program: "/nonexistent/utkik-ingest", workers: 1)
            let message = await failure(pool, [1])
            #expect(message?.sv.hasPrefix("läsaren kunde inte startas") == true)
            #expect(message?.en.hasPrefix("the reader could not be started") == true)
        }
    }
}

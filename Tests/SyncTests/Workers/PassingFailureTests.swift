import ClimateModel
import Foundation
import TerminalDriver
import Testing
import Transport
import WebFixtures

@testable import IngestApp

extension OneAtATime {
    /// What fails for a reason of this computer is read another time; nothing is passed over for it.
    @Suite struct PassingFailureTests {
        private let folder: TemporaryFolder
        private let program = BuiltProduct.path("utkik-ingest")

        init() throws { folder = try TemporaryFolder() }

        private func pool(
            _ program: String? = nil, _ limits: ParseLimits = .standard
        ) -> ParserPool {
            ParserPool(.testing, program: program ?? self.program, limits: limits, workers: 1)
        }

        private func read(
            _ settings: SourceSettings, _ state: FetchState, _ pool: ParserPool
        ) async throws(SourceFailure) -> Reading {
            let subscription = Subscription(
                id: .feed(address: settings.address), settings: settings, state: state)
            let web = WebClient(environment: [:])
            defer { web.close() }
            return try await SourceReader.read(
                subscription,
                ReadingTools(web: web, parser: pool, knowledge: .testing, now: .now()))
        }

        private func titles(_ reading: Reading) -> Set<String> {
            Set(reading.file?.batch.news.compactMap(\.title.swedish) ?? [])
        }

        private func title(_ number: Int) -> String { "Nyhetsbrev nr \(number) för företag" }

        private func mailbox(_ server: MailServer) -> SourceSettings {
            SourceSettings(
                address: server.url(), allowsPrivateHost: true, user: "anna",
                passwordCommand: "echo secret")
        }

        private func letters(_ numbers: Int...) throws -> SourceSettings {
            let path = try folder.makeFolder("Brev")
            for number in numbers {
                try folder.write(MailboxSyncTests.message(number), to: "Brev/\(number).eml")
            }
            return SourceSettings(address: path)
        }

        @Test func withoutAWorkerNoMessageIsPassedOver() async throws {
            let server = try MailServer(MailServer.Mailbox())
            server.change { $0.messages = [1: MailboxSyncTests.message(1)] }
            let first = try await read(mailbox(server), FetchState(), pool())
            server.change { mailbox in
                for number in 2...3 { mailbox.messages[number] = MailboxSyncTests.message(number) }
            }
            let failure = await #expect(throws: SourceFailure.self) {
                _ = try await read(mailbox(server), first.state, pool("/nonexistent/utkik-ingest"))
            }
            #expect(failure?.message.en.hasPrefix("the reader could not be started") == true)
            let next = try await read(mailbox(server), first.state, pool())
            #expect(titles(next) == [title(2), title(3)])
        }

        @Test func withoutAWorkerNoFileIsPassedOver() async throws {
            let settings = try letters(1)
            let first = try await read(settings, FetchState(), pool())
            _ = try letters(2, 3)
            let failure = await #expect(throws: SourceFailure.self) {
                _ = try await read(settings, first.state, pool("/nonexistent/utkik-ingest"))
            }
            #expect(failure?.message.en.hasPrefix("the reader could not be started") == true)
            let next = try await read(settings, first.state, pool())
            #expect(titles(next).isSuperset(of: [title(2), title(3)]))
        }

        /// The second breaks its worker, after which there is no other: what came before it is kept.
        @Test func aPartEndsBeforeWhatFoundNoWorker() async throws {
            let worker = folder.path + "/worker"
            #expect(symlink(program, worker) == 0)
            let pool = pool(worker, ParseLimits(memory: 4 << 20))
            _ = try await pool.read(SampleFeed.of("Ett").text)
            #expect(unlink(worker) == 0)
            let server = try MailServer(MailServer.Mailbox())
            let long =
                MailboxSyncTests.message(2) + String(repeating: "Lång text.\r\n\r\n", count: 60_000)
            server.change {
                $0.messages = [
                    1: MailboxSyncTests.message(1), 2: long, 3: MailboxSyncTests.message(3),
                ]
            }
            let settings = try letters(1)
            try folder.write(long, to: "Brev/2.eml")
            try folder.write(MailboxSyncTests.message(3), to: "Brev/3.eml")
            for settings in [settings, mailbox(server)] {
                try #require(symlink(program, worker) == 0)
                _ = try await pool.read(SampleFeed.of("Ett").text)
                #expect(unlink(worker) == 0)
                let part = try await read(settings, FetchState(), pool)
                #expect(titles(part) == [title(1)])
                #expect(part.isPartial && part.problems.isEmpty)
                let rest = try await read(settings, part.state, self.pool())
                #expect(titles(rest) == [title(2), title(3)])
            }
        }

        /// On a busy computer a message may take long once, without any fault of its own.
        @Test func whatTakesTooLongIsReadOnceMore() async throws {
            let worker = folder.path + "/worker"
            try folder.write(
                """
                #!/bin/sh
                if [ ! -e '\(folder.path)/once' ]; then
                    : > '\(folder.path)/once'
                    exec sleep 60
                fi
                exec '\(program)' "$@"
                """, to: "worker")
            #expect(chmod(worker, 0o700) == 0)
            let reading = try await read(
                try letters(1), FetchState(), pool(worker, ParseLimits(time: .seconds(6))))
            #expect(titles(reading) == [title(1)])
            #expect(reading.problems.isEmpty)
        }
    }
}

import ClimateModel
import Foundation
import Testing

@testable import IngestApp

/// The user's command for a password.
@Suite struct PasswordCommandTests {
    private func failure(_ command: String, time: Duration = .seconds(10)) async -> Phrase? {
        do {
            _ = try await PasswordCommand.password(command, time: time)
            return nil
        } catch {
            return error.message
        }
    }

    @Test(arguments: [
        ("printf 'hemligt\\nandra raden\\n'", "hemligt"), ("echo 'å ”x” $HOME'", "å ”x” $HOME"),
        ("printf 'utan radslut'", "utan radslut"), ("printf 'dos\\r\\n'", "dos"),
        // What it starts may live on and hold its output open.
        ("echo hemligt; (sleep 5 &)", "hemligt"),
        ("echo hemligt; head -c 1000000 /dev/zero", "hemligt"),
    ])
    func theFirstLineIsThePassword(command: String, password: String) async throws {
        #expect(try await PasswordCommand.password(command) == password)
    }

    @Test func failuresTellNothingOfThePassword() async {
        #expect(await failure("echo hemligt; exit 3") == .failedPassword(3))
        #expect(await failure("echo hemligt; kill -9 $$") == .failedPassword(137))
        #expect(await failure("true") == .noPassword)
        #expect(await failure("printf '\\nhemligt\\n'") == .noPassword)
        #expect(await failure("nonexistent-command-of-utkik") == .failedPassword(127))
    }

    @Test func aCommandThatNeverEndsIsEndedWithWhatItStarted() async throws {
        let folder = try TemporaryFolder()
        let time = Duration.milliseconds(300)
        let message = await failure(
            "sleep 1000 & echo $! > '\(folder.path)/child'; echo hemligt; wait", time: time)
        #expect(message == .latePassword(time))
        let text = try String(contentsOfFile: folder.path + "/child", encoding: .utf8)
        let child = try #require(pid_t(text.trimmingCharacters(in: .whitespacesAndNewlines)))
        #expect(eventually { !ProcessTable.isAlive(child) })
    }

    /// What it prints does not count as an end, however much that is.
    @Test func aCommandThatNeverStopsPrintingIsEnded() async throws {
        let folder = try TemporaryFolder()
        let time = Duration.milliseconds(300)
        let message = await failure(
            """
            (sleep 8; : > '\(folder.path)/late') &
            for i in 1 2 3 4; do timeout 20 yes s & done; wait
            """, time: time)
        #expect(message == .latePassword(time))
        #expect(!FileManager.default.fileExists(atPath: folder.path + "/late"))
    }

    /// It has ended, and what it started prints on.
    @Test func whatIsPrintedAfterItsEndIsNotWaitedFor() async throws {
        #expect(
            try await PasswordCommand.password(
                "echo hemligt; for i in 1 2 3 4; do timeout 20 yes s & done; sleep 0.2",
                time: .seconds(15)) == "hemligt")
    }
}

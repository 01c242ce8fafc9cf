import ClimateModel
import Dispatch
import Foundation

/// Asks the user's own command for a password, so that none stands in a config file or the database.
enum PasswordCommand {
    /// How long a command may take: it may ask the user in a window of its own.
    static let time = Duration.seconds(30)
    private static let longest = 4_096

    /// The first line that `command` prints, run by the shell with nothing to read. What else it prints is thrown away.
    ///
    /// - Throws: `SourceFailure`, which never tells anything that the command printed.
    static func password(
        _ command: String, time: Duration = time
    ) async throws(SourceFailure) -> String {
        let outcome = await withCheckedContinuation { continuation in
            DispatchQueue.global().async {
                continuation.resume(returning: run(command, until: .now + time))
            }
        }
        switch outcome {
        case .line(let password) where !password.isEmpty: return password
        case .line: throw SourceFailure(.noPassword)
        case .late: throw SourceFailure(.latePassword(time))
        case .failed(let status): throw SourceFailure(.failedPassword(status))
        }
    }

    private enum Outcome: Sendable {
        case line(String)
        case late
        case failed(Int)
    }

    private static func run(_ command: String, until end: ContinuousClock.Instant) -> Outcome {
        var ends: [CInt] = [-1, -1]
        guard pipe(&ends) == 0 else { return .failed(Int(errno)) }
        for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
        defer { close(ends[0]) }
        let process = spawn(command, output: ends[1])
        close(ends[1])
        guard let process else { return .failed(127) }
        guard let (bytes, status) = follow(process, ends[0], until: end) else {
            kill(-process, SIGKILL)
            var status: CInt = 0
            while waitpid(process, &status, 0) < 0, errno == EINTR {}
            return .late
        }
        let line = bytes.prefix { $0 != UInt8(ascii: "\n") && $0 != UInt8(ascii: "\r") }
        return status == 0 ? .line(String(decoding: line, as: UTF8.self)) : .failed(status)
    }

    /// Runs it as the leader of a group of its own, so that whatever it starts can be ended with it.
    private static func spawn(_ command: String, output: CInt) -> pid_t? {
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0)
        posix_spawn_file_actions_adddup2(&actions, output, STDOUT_FILENO)
        posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0)
        var attributes = posix_spawnattr_t()
        posix_spawnattr_init(&attributes)
        defer { posix_spawnattr_destroy(&attributes) }
        var none = sigset_t()
        sigemptyset(&none)
        posix_spawnattr_setsigmask(&attributes, &none)
        posix_spawnattr_setflags(
            &attributes, Int16(POSIX_SPAWN_SETPGROUP | POSIX_SPAWN_SETSIGMASK))
        var process: pid_t = 0
        let status = CStrings.with(["sh", "-c", command]) {
            posix_spawn(&process, "/bin/sh", &actions, &attributes, $0, environ)
        }
        return status == 0 ? process : nil
    }

    /// What it writes until it has ended, and its exit code, that of a shell for a signal; nil where that takes too long.
    ///
    /// What it has started may hold its output open, and print, for as long as it likes.
    private static func follow(
        _ process: pid_t, _ output: CInt, until end: ContinuousClock.Instant
    ) -> (bytes: [UInt8], status: Int)? {
        var bytes: [UInt8] = []
        var (status, hasEnded, hasOutput) = (CInt(0), false, true)
        while ContinuousClock.now < end {
            hasEnded = hasEnded || waitpid(process, &status, WNOHANG) == process
            let piece = hasOutput ? piece(of: output, milliseconds: hasEnded ? 0 : 10) : nil
            bytes += (piece ?? []).prefix(max(0, longest - bytes.count))
            if piece?.isEmpty == true { hasOutput = false }
            let hasMore = piece?.isEmpty == false && bytes.count < longest
            if hasEnded, !hasMore {
                return (bytes, Int(status & 0x7F == 0 ? status >> 8 & 0xFF : 128 + (status & 0x7F)))
            }
            if !hasOutput { usleep(5_000) }
        }
        return nil
    }

    /// What there is to read, empty at the end; nil where there is nothing within that time.
    private static func piece(of file: CInt, milliseconds: CInt) -> [UInt8]? {
        var interest = pollfd(fd: file, events: Int16(POLLIN), revents: 0)
        guard poll(&interest, 1, milliseconds) > 0 else { return nil }
        var chunk = [UInt8](repeating: 0, count: 4_096)
        let count = read(file, &chunk, chunk.count)
        return count >= 0 ? Array(chunk[..<count]) : nil
    }
}

extension Phrase {
    static let noPassword = Phrase(
        sv: "password-command skrev inget lösenord på sin första rad",
        en: "password-command printed no password on its first line")

    static func latePassword(_ time: Duration) -> Phrase {
        let seconds = time.components.seconds
        return Phrase(
            sv: "password-command gav inget lösenord på \(seconds) s",
            en: "password-command gave no password within \(seconds) s")
    }

    static func failedPassword(_ status: Int) -> Phrase {
        Phrase(
            sv: "password-command misslyckades (slutkod \(status))",
            en: "password-command failed (exit code \(status))")
    }
}

import Foundation
import Synchronization

/// Ends the process when a user (SIGINT) or the system (SIGTERM) wants that: first what is left to be said and cleaned up, for
/// a second at most, then by the signal itself, so that a shell knows.
final class Interruption: Sendable {
    /// That of this process; nil where signals end it at once.
    @TaskLocal static var current: Interruption?

    private let farewell = Mutex<(@Sendable () async -> Void)?>(nil)
    private static let time = DispatchTimeInterval.seconds(1)

    /// Takes over the signals that are not ignored, as those of a command in the background may be; nil where the system has
    /// nothing to hear of them by.
    init?() {
        guard SignalPipe.ends.read >= 0 else { return nil }
        for number in [SIGINT, SIGTERM] where !Self.isIgnored(number) {
            signal(number) { SignalPipe.tell($0) }
        }
        let thread = Thread { self.wait() }
        thread.stackSize = 128 << 10
        thread.start()
    }

    /// Does `body`; where a signal comes meanwhile, `farewell` before the process ends.
    static func during(
        farewell: @escaping @Sendable () async -> Void, doing body: () async throws -> Void
    ) async rethrows {
        guard let current else { return try await body() }
        current.farewell.withLock { $0 = farewell }
        defer { current.farewell.withLock { $0 = nil } }
        try await body()
    }

    private func wait() {
        guard let number = SignalPipe.next() else { return }
        if let farewell = farewell.withLock({ $0 }) {
            let done = DispatchSemaphore(value: 0)
            Task {
                await farewell()
                done.signal()
            }
            _ = done.wait(timeout: .now() + Self.time)
        } else {
            StatusLine.clearLine()
        }
        signal(number, SIG_DFL)
        kill(getpid(), number)
    }

    private static func isIgnored(_ number: CInt) -> Bool {
        var action = sigaction()
        sigaction(number, nil, &action)
        // `SIG_IGN`, which C has as the number 1 made a pointer.
        return unsafeBitCast(action.__sigaction_handler.sa_handler, to: Int.self) == 1
    }
}

/// Where a handler of signals, which may do next to nothing, leaves their numbers.
private enum SignalPipe {
    /// Negative where there is none.
    static let ends: (read: CInt, write: CInt) = {
        var ends: [CInt] = [-1, -1]
        guard pipe(&ends) == 0 else { return (-1, -1) }
        for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
        _ = fcntl(ends[1], F_SETFL, O_NONBLOCK)
        return (ends[0], ends[1])
    }()

    static func tell(_ number: CInt) {
        let reason = errno
        var byte = UInt8(truncatingIfNeeded: number)
        _ = write(ends.write, &byte, 1)
        errno = reason
    }

    /// Waits for a signal.
    static func next() -> CInt? {
        var byte: UInt8 = 0
        var count = 0
        repeat { count = read(ends.read, &byte, 1) } while count < 0 && errno == EINTR
        return count == 1 ? CInt(byte) : nil
    }
}

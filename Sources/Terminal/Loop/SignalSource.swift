import CNcurses
import Glibc

/// Signals as something to read, instead of something that happens in between.
///
/// They are blocked from `init` on, in this thread and in all that it starts later; so make one before there is another
/// thread. Child processes get them unblocked: see `ChildProcess`.
final class SignalSource {
    let descriptor: Int32
    private var earlierMask = sigset_t()

    /// What a full-screen program must hear of.
    static let signals = [SIGTERM, SIGHUP, SIGINT, SIGQUIT, SIGTSTP, SIGCONT, SIGWINCH]

    /// - Throws: `TerminalError.system`.
    init() throws(TerminalError) {
        var set = Self.set(of: Self.signals)
        pthread_sigmask(SIG_BLOCK, &set, &earlierMask)
        descriptor = utkik_signal_descriptor(&set)
        guard descriptor >= 0 else { throw .system(String(cString: strerror(errno))) }
    }

    deinit {
        close(descriptor)
        pthread_sigmask(SIG_SETMASK, &earlierMask, nil)
    }

    static func set(of signals: [Int32]) -> sigset_t {
        var set = sigset_t()
        sigemptyset(&set)
        for signal in signals { sigaddset(&set, signal) }
        return set
    }

    /// Those that have come since the last time.
    func pending() -> [Int32] {
        var signals: [Int32] = []
        while case let signal = utkik_next_signal(descriptor), signal != 0 {
            signals.append(signal)
        }
        return signals
    }

    /// Whether one waits that ends the program.
    var isEnding: Bool {
        var waiting = sigset_t()
        sigpending(&waiting)
        return [SIGTERM, SIGHUP, SIGQUIT].contains { sigismember(&waiting, $0) == 1 }
    }

    /// Forgets the signals that keys sent while another program had the terminal.
    func discardTyped() { discard([SIGINT, SIGQUIT, SIGTSTP, SIGCONT]) }

    /// Stops the process as Ctrl-Z does, until the shell continues it.
    ///
    /// Returns at once where no one could continue it, as in a session without job control.
    func stop() {
        var set = Self.set(of: [SIGTSTP])
        var mask = sigset_t()
        raise(SIGTSTP)
        pthread_sigmask(SIG_UNBLOCK, &set, &mask)
        pthread_sigmask(SIG_SETMASK, &mask, nil)
        discard([SIGCONT])
    }

    private func discard(_ signals: [Int32]) {
        var set = Self.set(of: signals)
        var none = timespec()
        while sigtimedwait(&set, nil, &none) > 0 {}
    }
}

/// Becomes readable at the beginning of every minute of the wall clock, after a sleep of the machine, and when the clock is
/// set.
final class MinuteTimer {
    let descriptor: Int32

    /// - Throws: `TerminalError.system`.
    init() throws(TerminalError) {
        descriptor = utkik_clock_timer()
        guard descriptor >= 0 else { throw .system(String(cString: strerror(errno))) }
        rearm()
    }

    deinit { close(descriptor) }

    /// Seconds since 1970.
    static var now: Int64 {
        var now = timespec()
        clock_gettime(CLOCK_REALTIME, &now)
        return Int64(now.tv_sec)
    }

    /// Waits for the next minute.
    func rearm() {
        var expirations: UInt64 = 0
        _ = read(descriptor, &expirations, 8)
        utkik_clock_timer_set(descriptor, (Self.now / 60 + 1) * 60)
    }
}

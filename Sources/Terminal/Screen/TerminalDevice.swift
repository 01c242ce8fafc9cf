import CNcurses
import Glibc
import TextGrid

/// The terminal as a file: its modes, its size, bytes in and out without ever waiting longer than asked.
///
/// What can't be written at once is kept and written when the terminal is ready for it, so a terminal that stopped reading
/// never stops the program.
final class TerminalDevice {
    let descriptor: Int32
    private let isOwn: Bool
    private var shellModes = termios()
    private var unwritten: ArraySlice<UInt8> = []

    /// What `read` found.
    enum Input {
        case bytes([UInt8])
        case nothing
        /// The terminal is gone.
        case closed
    }

    /// Opens the terminal that standard output is.
    ///
    /// A description of its own can be made non-blocking without changing the shell's. Where none can be had (another
    /// user's terminal after `su`, without a controlling one) standard output itself serves.
    ///
    /// - Throws: `TerminalError`.
    init() throws(TerminalError) {
        guard isatty(STDOUT_FILENO) == 1 else { throw .notATerminal }
        let flags = O_RDWR | O_NOCTTY | O_NONBLOCK | O_CLOEXEC
        let opened = Self.opened("/dev/tty", flags) ?? Self.opened("/proc/self/fd/1", flags)
        isOwn = opened != nil
        descriptor = opened ?? STDOUT_FILENO
        // With all properties set `deinit` runs where this throws, and closes what was opened.
        guard tcgetattr(descriptor, &shellModes) == 0 else {
            throw .system(String(cString: strerror(errno)))
        }
    }

    deinit {
        if isOwn { close(descriptor) }
    }

    /// The file of `path`, if it is the terminal of standard output.
    private static func opened(_ path: String, _ flags: Int32) -> Int32? {
        let descriptor = open(path, flags)
        guard descriptor >= 0 else { return nil }
        if utkik_is_same_terminal(descriptor, STDOUT_FILENO) { return descriptor }
        close(descriptor)
        return nil
    }

    /// The modes that the shell had.
    var modesOfShell: termios { shellModes }

    // Not TCSADRAIN: it waits for ever for a terminal that doesn't read.

    /// Every key as it is pressed, none of them a signal.
    func enterRawMode() {
        var raw = shellModes
        cfmakeraw(&raw)
        tcsetattr(descriptor, TCSANOW, &raw)
    }

    /// The shell's modes, as they were.
    func leaveRawMode() {
        var modes = shellModes
        tcsetattr(descriptor, TCSANOW, &modes)
    }

    /// The size now; 80×24 from a terminal that doesn't tell.
    var size: Size {
        var window = winsize()
        guard ioctl(descriptor, UInt(TIOCGWINSZ), &window) == 0, window.ws_col > 0,
            window.ws_row > 0
        else { return Size(width: 80, height: 24) }
        // A pseudo-terminal can claim 65,535 × 65,535 cells.
        return Size(width: min(Int(window.ws_col), 1_000), height: min(Int(window.ws_row), 500))
    }

    /// What has been typed, at most 4 KiB at a time.
    func read() -> Input {
        guard isReady(for: POLLIN) else { return .nothing }
        var buffer = [UInt8](repeating: 0, count: 4_096)
        let count = Glibc.read(descriptor, &buffer, buffer.count)
        if count > 0 { return .bytes(Array(buffer.prefix(count))) }
        return count < 0 && (errno == EAGAIN || errno == EINTR) ? .nothing : .closed
    }

    /// Whether something waits to be written.
    var isBusy: Bool { !unwritten.isEmpty }

    /// Writes `bytes` after what waits already, as far as the terminal takes them now.
    func write(_ bytes: [UInt8]) {
        unwritten += bytes
        flush()
    }

    /// Writes what waits, as far as the terminal takes it now.
    func flush() {
        // The shell's own description blocks: there, little is written at a time.
        let chunk = isOwn ? unwritten.count : 256
        while !unwritten.isEmpty, isReady(for: POLLOUT) {
            let count = unwritten.prefix(chunk).withUnsafeBytes {
                Glibc.write(descriptor, $0.baseAddress, $0.count)
            }
            if count > 0 {
                unwritten = unwritten.dropFirst(count)
            } else if errno != EINTR {
                // Whatever is wrong beside a full buffer, `read` will tell it as a closed terminal.
                if errno != EAGAIN { unwritten = [] }
                return
            }
        }
    }

    /// Writes what waits, for at most `milliseconds`.
    func drain(milliseconds: Int32) {
        let end = Monotonic.milliseconds + Int64(milliseconds)
        while isBusy {
            let left = end - Monotonic.milliseconds
            guard left > 0 else { return }
            var wanted = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
            if poll(&wanted, 1, Int32(left)) > 0 { flush() }
            if Int32(wanted.revents) & (POLLHUP | POLLERR | POLLNVAL) != 0 { return }
        }
    }

    private func isReady(for events: Int32) -> Bool {
        var wanted = pollfd(fd: descriptor, events: Int16(events), revents: 0)
        return poll(&wanted, 1, 0) > 0
    }
}

/// A clock that only goes forward.
enum Monotonic {
    static var milliseconds: Int64 {
        var now = timespec()
        clock_gettime(CLOCK_MONOTONIC, &now)
        return Int64(now.tv_sec) * 1_000 + Int64(now.tv_nsec) / 1_000_000
    }
}

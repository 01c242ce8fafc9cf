import CVTerm
import Glibc

/// A program on a terminal of its own, with someone who types and looks.
///
/// Nothing here sleeps for a fixed time: every wait is for something to be seen, and has a deadline.
public final class PseudoTerminal {
    public struct Failure: Error, CustomStringConvertible {
        public let description: String

        public init(description: String) { self.description = description }
    }

    /// How a process ended.
    public enum Exit: Hashable {
        case code(Int32)
        case signal(Int32)
    }

    public let process: pid_t
    public let screen: VirtualScreen
    /// When the program was started and when it last wrote, in seconds of a clock that only goes forward.
    public let started: Double
    public private(set) var lastOutput: Double
    private var master: Int32
    private let processDescriptor: Int32
    private var exit: Exit?

    /// Starts `executable` as the leader of a session with a terminal of the given size.
    ///
    /// - Parameter environment: all of the program's environment.
    public init(
        _ executable: String, _ arguments: [String] = [], environment: [String: String],
        columns: Int = 120, rows: Int = 40
    ) throws {
        var ends: (master: Int32, slave: Int32) = (-1, -1)
        var name = [CChar](repeating: 0, count: 64)
        var window = winsize(
            ws_row: UInt16(rows), ws_col: UInt16(columns), ws_xpixel: 0, ws_ypixel: 0)
        guard openpty(&ends.master, &ends.slave, &name, nil, &window) == 0 else {
            throw Failure(description: "no pseudo-terminal")
        }
        defer { close(ends.slave) }
        master = ends.master
        for end in [ends.master, ends.slave] { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
        screen = VirtualScreen(columns: columns, rows: rows)
        started = Self.now
        lastOutput = started
        process = try ProgramStart.start(
            executable, arguments, environment: environment, isLeader: true
        ) { actions in
            // The first terminal that a session leader opens becomes the session's.
            posix_spawn_file_actions_addopen(actions, 0, name, O_RDWR, 0)
            posix_spawn_file_actions_adddup2(actions, 0, 1)
            posix_spawn_file_actions_adddup2(actions, 0, 2)
        }
        processDescriptor = utkik_process_descriptor(process)
    }

    deinit {
        close(processDescriptor)
        closeMaster()
        if exit == nil {
            kill(process, SIGKILL)
            waitpid(process, nil, 0)
        }
    }

    // MARK: Typing

    /// Sends what a terminal sends when `text` is typed.
    public func type(_ text: String) { send(Array(text.utf8)) }

    public func send(_ bytes: [UInt8]) {
        _ = bytes.withUnsafeBytes { write(master, $0.baseAddress, $0.count) }
    }

    /// Gives the terminal's window another size.
    public func resize(columns: Int, rows: Int) {
        screen.resize(columns: columns, rows: rows)
        var window = winsize(
            ws_row: UInt16(rows), ws_col: UInt16(columns), ws_xpixel: 0, ws_ypixel: 0)
        _ = ioctl(master, UInt(TIOCSWINSZ), &window)
    }

    public func signal(_ number: Int32) { kill(process, number) }

    /// Closes the terminal's window.
    public func closeMaster() {
        if master >= 0 { close(master) }
        master = -1
    }

    // MARK: Looking

    /// Shows what the program writes until `condition` holds.
    ///
    /// - Returns: false where it doesn't within `seconds`.
    public func wait(seconds: Double = 20, until condition: (VirtualScreen) -> Bool) -> Bool {
        let end = Self.now + seconds
        while true {
            if condition(screen) { return true }
            guard pump(until: end) else { return condition(screen) }
        }
    }

    /// Waits until `text` stands in one row of the screen.
    public func wait(for text: String, seconds: Double = 20) -> Bool {
        wait(seconds: seconds) { $0.shows(text) }
    }

    /// Shows what the program writes until it has written nothing for `quiet` seconds; `lastOutput` is when it was done.
    ///
    /// - Returns: false where it is not done within `seconds`.
    public func waitUntilDone(quiet: Double, seconds: Double = 20) -> Bool {
        let begun = Self.now
        while Self.now < begun + seconds {
            let end = max(begun, lastOutput) + quiet
            guard Self.now < end else { return true }
            guard pump(until: end) else { return Self.now >= end }
        }
        return false
    }

    /// Shows what the program writes in the next `seconds`: for seeing that it writes nothing.
    public func watch(seconds: Double) {
        let end = Self.now + seconds
        while pump(until: end) {}
    }

    /// Waits for output and shows it.
    ///
    /// - Returns: false when the time is over or the program has closed the terminal.
    private func pump(until end: Double) -> Bool {
        let left = end - Self.now
        guard left > 0, master >= 0 else { return false }
        var file = pollfd(fd: master, events: Int16(POLLIN), revents: 0)
        guard poll(&file, 1, Int32(left * 1_000) + 1) > 0 else { return Self.now < end }
        return readOnce()
    }

    /// - Returns: false when the program has closed the terminal.
    private func readOnce() -> Bool {
        var buffer = [UInt8](repeating: 0, count: 65_536)
        let count = read(master, &buffer, buffer.count)
        guard count > 0 else { return false }
        lastOutput = Self.now
        screen.write(Array(buffer.prefix(count)))
        let replies = screen.takeReplies()
        if !replies.isEmpty { send(replies) }
        return true
    }

    /// Waits for the end of the program, showing what it writes.
    ///
    /// - Parameter reading: whether the terminal takes what the program writes.
    /// - Returns: nil where it goes on for longer than `seconds`.
    public func waitForExit(seconds: Double = 20, reading: Bool = true) -> Exit? {
        let end = Self.now + seconds
        while exit == nil, Self.now < end {
            var files = [
                pollfd(fd: processDescriptor, events: Int16(POLLIN), revents: 0),
                pollfd(fd: reading ? master : -1, events: Int16(POLLIN), revents: 0),
            ]
            poll(&files, 2, Int32((end - Self.now) * 1_000) + 1)
            if files[0].revents != 0 { reap() }
            if files[1].revents != 0, !readOnce(), exit == nil {
                // The terminal has been closed; only the process is left to wait for.
                poll(&files, 1, Int32(max(0, end - Self.now) * 1_000) + 1)
                reap()
            }
        }
        // What it wrote last is in the terminal still.
        while reading, isReadable, readOnce() {}
        return exit
    }

    private func reap() {
        var status: Int32 = 0
        guard exit == nil, waitpid(process, &status, WNOHANG) == process else { return }
        exit = status & 0x7F == 0 ? .code(status >> 8 & 0xFF) : .signal(status & 0x7F)
    }

    private var isReadable: Bool {
        var file = pollfd(fd: master, events: Int16(POLLIN), revents: 0)
        return master >= 0 && poll(&file, 1, 0) > 0
    }

    /// Whether the terminal's modes are those that a shell leaves: lines, echo, and keys that are signals.
    public var hasShellModes: Bool {
        var modes = termios()
        guard tcgetattr(master, &modes) == 0 else { return false }
        let wanted = tcflag_t(ICANON | ECHO | ISIG)
        return modes.c_lflag & wanted == wanted && modes.c_oflag & tcflag_t(OPOST) != 0
    }

    /// Processor time that the program has used, in seconds.
    public var processorTime: Double {
        var clock = clockid_t()
        var time = timespec()
        guard clock_getcpuclockid(process, &clock) == 0, clock_gettime(clock, &time) == 0 else {
            return 0
        }
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }

    /// How often the program has gone to sleep, and so how often it has been woken.
    public var contextSwitches: Int { status("voluntary_ctxt_switches") }

    /// Memory that the program holds, in KiB.
    public var residentMemory: Int { status("VmRSS") }

    /// A number from proc(5)'s status of the process.
    private func status(_ field: String) -> Int {
        guard let file = fopen("/proc/\(process)/status", "r") else { return 0 }
        defer { fclose(file) }
        var line = [CChar](repeating: 0, count: 256)
        while fgets(&line, 256, file) != nil {
            let text = String(
                decoding: line.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
            guard text.hasPrefix(field + ":") else { continue }
            return Int(text.filter(\.isNumber)) ?? 0
        }
        return 0
    }

    /// The time now, by the clock of `lastOutput`.
    public static var now: Double {
        var time = timespec()
        clock_gettime(CLOCK_MONOTONIC, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }
}

import CNcurses
import Glibc

/// A program that runs beside this one, its output to be read as it comes.
///
/// It starts with no signal blocked or ignored, with no descriptor but the standard three, and with nothing to read. Watch
/// `output` in the event loop and `read` when it is readable. It is ended when the object goes away.
public final class ChildProcess {
    /// How a process ended.
    public enum Exit: Hashable, Sendable {
        /// It ended by itself with this code, 0–255; 0 is success.
        case code(Int32)
        /// A signal of this number ended it.
        case signal(Int32)
    }

    /// What `read` found.
    public enum Output: Hashable, Sendable {
        /// What it has written since, 1 to 16,384 bytes.
        case bytes([UInt8])
        /// Nothing new for now.
        case nothing
        /// The child has closed its output, usually by ending: stop watching it, and `wait`.
        case ended
    }

    /// The process id; another process may have it once `wait` has returned.
    public let identifier: pid_t
    /// Its standard output and error, non-blocking.
    public let output: Int32
    /// Readable once it has ended: to be watched where nothing may wait. -1 where the system has no such descriptor.
    public let ending: Int32
    private var exit: Exit?

    /// Starts `executable` (a path) with `arguments`.
    ///
    /// - Parameter environment: all of its environment; this process's if nil.
    /// - Throws: `SpawnError`.
    public init(
        _ executable: String, _ arguments: [String], environment: [String: String]? = nil
    ) throws(SpawnError) {
        var ends: [Int32] = [-1, -1]
        guard utkik_pipe(&ends) == 0 else { throw SpawnError(executable, errno) }
        defer { close(ends[1]) }
        output = ends[0]
        _ = fcntl(output, F_SETFL, O_NONBLOCK)
        do {
            identifier = try Spawn.start(
                executable, arguments, environment, output: ends[1], keepsTerminal: false)
        } catch {
            close(ends[0])
            throw error
        }
        ending = utkik_process_descriptor(identifier)
    }

    deinit {
        close(output)
        if ending >= 0 { close(ending) }
        guard exit == nil else { return }
        terminate()
        _ = wait()
    }

    /// What it has written, at most 16 KiB at a time.
    public func read() -> Output {
        var buffer = [UInt8](repeating: 0, count: 16_384)
        let count = Glibc.read(output, &buffer, buffer.count)
        if count > 0 { return .bytes(Array(buffer.prefix(count))) }
        return count < 0 && (errno == EAGAIN || errno == EINTR) ? .nothing : .ended
    }

    /// Asks it to end (SIGTERM).
    public func terminate() {
        if exit == nil { Glibc.kill(identifier, SIGTERM) }
    }

    /// Ends it at once (SIGKILL).
    public func kill() {
        if exit == nil { Glibc.kill(identifier, SIGKILL) }
    }

    /// How it ended; nil while it runs. Never waits.
    public func exitIfEnded() -> Exit? {
        if let exit { return exit }
        var status: Int32 = 0
        guard waitpid(identifier, &status, WNOHANG) == identifier else { return nil }
        exit = Spawn.exit(status)
        return exit
    }

    /// Waits for its end: at most two seconds after the first call, then it is killed.
    public func wait() -> Exit {
        if let exit { return exit }
        let ended = Spawn.wait(for: identifier, atMost: 2_000)
        exit = ended
        return ended
    }
}

/// A program could not be started.
public struct SpawnError: Error, Hashable, CustomStringConvertible {
    /// The program, as it was to be started.
    public let executable: String
    /// The system's words.
    public let reason: String

    init(_ executable: String, _ code: Int32) {
        self.executable = executable
        reason = String(cString: strerror(code))
    }

    /// "PROGRAM: the system's words".
    public var description: String { "\(executable): \(reason)" }
}

import ClimateModel
import Foundation

/// One worker process and the socket to it.
final class ParseWorker {
    private let process: pid_t
    private let channel: MessageChannel
    private let limits: ParseLimits
    /// The bytes of its last answer, whose memory the next one has.
    private var answer: [UInt8] = []
    /// How many bytes its last answer had.
    private(set) var answerSize = 0

    /// How many bytes are kept for the next answer.
    private static let mostKept = 256 << 10

    /// Why a worker gave no answer.
    enum Failure: Error {
        /// The worker can't be started; the system's reason.
        case notStarted(String)
        /// The document took longer than it may.
        case late
        /// The document ended the worker: it needed too much memory, or broke it.
        case died
    }

    /// Starts a worker and tells it what it has to know.
    ///
    /// - Parameter program: the path of `utkik-ingest`.
    init(_ program: String, _ knowledge: [UInt8], _ limits: ParseLimits) throws(Failure) {
        var ends: [CInt] = [-1, -1]
        let type = CInt(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue)
        guard socketpair(AF_UNIX, type, 0, &ends) == 0 else {
            throw .notStarted(String(cString: strerror(errno)))
        }
        defer { close(ends[1]) }
        do {
            process = try Self.spawn(program, limits, socket: ends[1])
        } catch {
            close(ends[0])
            throw error
        }
        channel = MessageChannel(descriptor: ends[0])
        self.limits = limits
        do {
            try channel.send(knowledge, deadline: .now + limits.time)
        } catch {
            throw .died
        }
    }

    deinit {
        close(channel.descriptor)
        kill(process, SIGKILL)
        var status: CInt = 0
        while waitpid(process, &status, 0) < 0, errno == EINTR {}
    }

    /// Has a document read; after a failure the worker is of no more use.
    func parse(_ request: ParseRequest, _ body: ParseBody) throws(Failure) -> ParseAnswer {
        let deadline = ContinuousClock.now + limits.time
        do {
            try channel.send(
                request.packed, size: body.count, deadline: deadline, chunks: body.forEachChunk)
            let body = try channel.receive(
                into: &answer, headLimit: limits.answer, deadline: deadline)
            guard body != nil else { throw Failure.died }
            answerSize = answer.count
            defer { if answer.count > Self.mostKept { answer = [] } }
            return try ParseAnswer(packed: answer)
        } catch MessageChannel.Failure.late {
            throw .late
        } catch {
            throw .died
        }
    }

    private static func spawn(
        _ program: String, _ limits: ParseLimits, socket: CInt
    ) throws(Failure) -> pid_t {
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_adddup2(&actions, socket, STDIN_FILENO)
        for stream in [STDOUT_FILENO, STDERR_FILENO] {
            posix_spawn_file_actions_addopen(&actions, stream, "/dev/null", O_WRONLY, 0)
        }
        let arguments = [
            "utkik-ingest", ParseWorkerCommand.name, "--memory", String(limits.memory), "--seconds",
            String(limits.time.components.seconds),
        ]
        // A worker that breaks is expected; finding out where would take the runtime seconds.
        let environment = ["SWIFT_BACKTRACE=enable=no", "MALLOC_ARENA_MAX=1"]
        var identifier: pid_t = 0
        let status = CStrings.with(arguments) { arguments in
            CStrings.with(environment) { environment in
                posix_spawn(&identifier, program, &actions, nil, arguments, environment)
            }
        }
        guard status == 0 else { throw .notStarted(String(cString: strerror(status))) }
        return identifier
    }
}

/// A document's bytes, wherever they are.
struct ParseBody: Sendable {
    /// How many bytes there are.
    var count: Int
    /// Gives them piece by piece.
    var forEachChunk: @Sendable ((UnsafeRawBufferPointer) throws -> Void) throws -> Void

    /// Bytes in memory.
    init(_ bytes: [UInt8]) {
        count = bytes.count
        forEachChunk = { body in try bytes.withUnsafeBytes { try body($0) } }
    }
}

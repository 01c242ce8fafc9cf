import CVTerm
import Foundation

/// Starts programs that a test goes on beside, with no signal blocked, as they are in threads of tests.
public enum ProgramStart {
    /// Why a program could not be started.
    public struct Failure: Error, CustomStringConvertible {
        public let description: String
    }

    /// Starts the program at `path`.
    ///
    /// - Parameters:
    ///   - environment: all of the program's environment; nil for that of this process.
    ///   - isLeader: whether it leads a session of its own.
    ///   - open: has its streams opened before it starts.
    public static func start(
        _ path: String, _ arguments: [String], environment: [String: String]? = nil,
        isLeader: Bool = false,
        open: (UnsafeMutablePointer<posix_spawn_file_actions_t>) -> Void
    ) throws -> pid_t {
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        open(&actions)
        var attributes = posix_spawnattr_t()
        posix_spawnattr_init(&attributes)
        defer { posix_spawnattr_destroy(&attributes) }
        var none = sigset_t()
        sigemptyset(&none)
        posix_spawnattr_setsigmask(&attributes, &none)
        posix_spawnattr_setflags(
            &attributes,
            Int16(POSIX_SPAWN_SETSIGMASK) | (isLeader ? utkik_spawn_new_session : 0))
        let variables = environment ?? ProcessInfo.processInfo.environment
        var process = pid_t()
        let result = withCStrings([path] + arguments) { words in
            withCStrings(variables.map { "\($0.key)=\($0.value)" }) {
                posix_spawn(&process, path, &actions, &attributes, words, $0)
            }
        }
        guard result == 0 else {
            throw Failure(description: "\(path): \(String(cString: strerror(result)))")
        }
        return process
    }

    private static func withCStrings<Result>(
        _ strings: [String], _ body: ([UnsafeMutablePointer<CChar>?]) -> Result
    ) -> Result {
        let copies = strings.map { strdup($0) } + [nil]
        defer { for copy in copies { free(copy) } }
        return body(copies)
    }
}

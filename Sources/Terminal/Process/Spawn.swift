import CNcurses
import Glibc

/// Starting processes, and waiting for them.
enum Spawn {
    /// - Parameters:
    ///   - output: what standard output and error become; this process's own if nil.
    ///   - keepsTerminal: whether standard input stays; if not, it is empty.
    static func start(
        _ executable: String, _ arguments: [String], _ environment: [String: String]?,
        output: Int32?, keepsTerminal: Bool
    ) throws(SpawnError) -> pid_t {
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        if !keepsTerminal {
            posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
        }
        if let output {
            posix_spawn_file_actions_adddup2(&actions, output, 1)
            posix_spawn_file_actions_adddup2(&actions, output, 2)
        }
        utkik_spawn_close_from(&actions, 3)
        var attributes = posix_spawnattr_t()
        posix_spawnattr_init(&attributes)
        defer { posix_spawnattr_destroy(&attributes) }
        var none = sigset_t()
        sigemptyset(&none)
        var all = sigset_t()
        sigfillset(&all)
        posix_spawnattr_setsigmask(&attributes, &none)
        posix_spawnattr_setsigdefault(&attributes, &all)
        posix_spawnattr_setflags(
            &attributes, Int16(POSIX_SPAWN_SETSIGMASK) | Int16(POSIX_SPAWN_SETSIGDEF))
        var process = pid_t()
        let result = withCStrings([executable] + arguments) { argv in
            guard let environment else {
                return posix_spawnp(&process, executable, &actions, &attributes, argv, environ)
            }
            return withCStrings(environment.map { "\($0.key)=\($0.value)" }) {
                posix_spawnp(&process, executable, &actions, &attributes, argv, $0)
            }
        }
        guard result == 0 else { throw SpawnError(executable, result) }
        return process
    }

    private static func withCStrings<Result>(
        _ strings: [String], _ body: ([UnsafeMutablePointer<CChar>?]) -> Result
    ) -> Result {
        let copies = strings.map { strdup($0) } + [nil]
        defer { for copy in copies { free(copy) } }
        return body(copies)
    }

    /// Waits for a process that is about to end, and kills one that is not within `milliseconds`.
    static func wait(for process: pid_t, atMost milliseconds: Int32) -> ChildProcess.Exit {
        var status: Int32 = 0
        let descriptor = utkik_process_descriptor(process)
        if descriptor >= 0 {
            var file = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
            if poll(&file, 1, milliseconds) == 0 { kill(process, SIGKILL) }
            close(descriptor)
        }
        while waitpid(process, &status, 0) < 0, errno == EINTR {}
        return exit(status)
    }

    static func exit(_ status: Int32) -> ChildProcess.Exit {
        status & 0x7F == 0 ? .code(status >> 8 & 0xFF) : .signal(status & 0x7F)
    }
}

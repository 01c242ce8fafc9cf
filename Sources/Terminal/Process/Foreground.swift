import Glibc

extension TerminalSession {
    /// Gives the terminal to another program (a pager, a browser), waits for its end, and takes the screen back.
    ///
    /// Ctrl-C there ends that program alone. When it is stopped with Ctrl-Z this one stops too, and both go on together.
    ///
    /// - Parameter executable: a path, or a name to look for in PATH.
    /// - Throws: `SpawnError`.
    public func runInForeground(
        _ executable: String, _ arguments: [String] = [], environment: [String: String]? = nil
    ) throws(SpawnError) -> ChildProcess.Exit {
        let result = outside { () -> Result<ChildProcess.Exit, SpawnError> in
            Result { () throws(SpawnError) in
                let process = try Spawn.start(
                    executable, arguments, environment, output: nil, keepsTerminal: true)
                return waitStopping(for: process)
            }
        }
        return try result.get()
    }

    private func waitStopping(for process: pid_t) -> ChildProcess.Exit {
        var status: Int32 = 0
        while true {
            let waited = waitpid(process, &status, WUNTRACED)
            if waited < 0 && errno != EINTR { return .code(127) }
            if waited == process {
                guard status & 0xFF == 0x7F else { break }
                signals.stop()
                kill(process, SIGCONT)
            }
        }
        signals.discardTyped()
        return Spawn.exit(status)
    }
}

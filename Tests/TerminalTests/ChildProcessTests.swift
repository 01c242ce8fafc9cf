import Glibc
import Testing

@testable import Terminal

@Suite struct ChildProcessTests {
    /// All that a child writes, and how it ends.
    private func run(
        _ script: String, environment: [String: String]? = nil
    ) throws -> (text: String, exit: ChildProcess.Exit) {
        let child = try ChildProcess("/bin/sh", ["-c", script], environment: environment)
        var bytes: [UInt8] = []
        while true {
            var file = pollfd(fd: child.output, events: Int16(POLLIN), revents: 0)
            guard poll(&file, 1, 20_000) > 0 else { break }
            switch child.read() {
            case .bytes(let more): bytes += more
            case .nothing: continue
            case .ended: return (String(decoding: bytes, as: UTF8.self), child.wait())
            }
        }
        return (String(decoding: bytes, as: UTF8.self), child.wait())
    }

    @Test("output, errors and the exit code come back")
    func output() throws {
        let result = try run("echo one; echo two >&2; exit 75")
        #expect(result.text == "one\ntwo\n")
        #expect(result.exit == .code(75))
        #expect(try run("kill -KILL $$").exit == .signal(SIGKILL))
    }

    @Test("arguments and environment arrive as they are")
    func environment() throws {
        #expect(
            try run("echo \"$NAME\"", environment: ["NAME": "två ord; $x"]).text == "två ord; $x\n")
    }

    @Test("a child has no signal blocked, nothing to read, and no descriptor of ours")
    func isolation() throws {
        let source = try SignalSource()
        let result = try withExtendedLifetime(source) {
            try run("cat; grep -E '^SigBlk|^SigIgn' /proc/self/status; ls /proc/self/fd | wc -l")
        }
        let lines = result.text.split(separator: "\n")
        // 32 and 33 are the C library's own.
        let masks = lines.prefix(2).compactMap { UInt64($0.suffix(16), radix: 16) }
        #expect(masks.map { $0 & 0x7FFF_FFFF } == [0, 0])
        // Three, and the one that `ls` reads the folder with.
        #expect(lines.last == "4")
    }

    @Test("a program that is not there is an error with its name")
    func missing() {
        let error = #expect(throws: SpawnError.self) {
            try ChildProcess("/nowhere/utkik-ingest", [])
        }
        #expect(error?.executable == "/nowhere/utkik-ingest")
        #expect(error?.reason.isEmpty == false)
    }

    @Test("its end is heard of without waiting")
    func heardOf() throws {
        let child = try ChildProcess("/bin/sh", ["-c", "trap '' TERM; echo ready; exec sleep 100"])
        var file = pollfd(fd: child.output, events: Int16(POLLIN), revents: 0)
        #expect(poll(&file, 1, 20_000) == 1)
        child.terminate()
        #expect(child.exitIfEnded() == nil)
        child.kill()
        file = pollfd(fd: child.ending, events: Int16(POLLIN), revents: 0)
        #expect(poll(&file, 1, 20_000) == 1)
        #expect(child.exitIfEnded() == .signal(SIGKILL))
        #expect(child.wait() == .signal(SIGKILL))
    }

    @Test("a child ends with the object that stands for it")
    func ended() throws {
        var child: ChildProcess? = try ChildProcess("/bin/sleep", ["100"])
        let identifier = try #require(child?.identifier)
        #expect(kill(identifier, 0) == 0)
        child = nil
        #expect(kill(identifier, 0) == -1)
    }
}

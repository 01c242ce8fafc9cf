import ClimateModel
import Foundation
import Terminal

/// The program that writes: `utkik-ingest`, which comes with this one.
struct Companion {
    static let name = "utkik-ingest"

    /// Where it is.
    let path: String

    /// Looks beside the running program, then in its libexec folder, then in PATH; nil where it is nowhere.
    static func find(_ surroundings: Surroundings) -> Companion? {
        var folders: [String] = []
        if let own = try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe") {
            let folder = (own as NSString).deletingLastPathComponent
            folders = [folder, folder + "/../libexec/utkik"]
        }
        folders += (surroundings["PATH"] ?? "").split(separator: ":").map(String.init)
        let path = folders.lazy.map { $0 + "/" + name }
            .first { FileManager.default.isExecutableFile(atPath: $0) }
        return path.map { Companion(path: $0) }
    }

    /// What it did.
    struct Result {
        var exit: ChildProcess.Exit
        /// What it printed, line by line, safe to show.
        var lines: [String]
    }

    /// Runs it to its end.
    ///
    /// - Throws: `SpawnError`.
    func run(_ arguments: [String]) throws -> Result {
        let child = try ChildProcess(path, arguments)
        var bytes: [UInt8] = []
        reading: while true {
            switch child.read() {
            case .bytes(let more): if bytes.count < 1 << 16 { bytes += more }
            case .nothing: child.waitForOutput()
            case .ended: break reading
            }
        }
        let lines = String(decoding: bytes, as: UTF8.self).split(whereSeparator: \.isNewline)
            .map { CleanText.line($0) }
        return Result(exit: child.wait(), lines: lines)
    }

    /// Becomes it: what called this program gets its exit status and output.
    ///
    /// - Throws: `Failure` where it can't be started.
    func become(_ arguments: [String]) throws -> Never {
        let words = ([path] + arguments).map { strdup($0) } + [nil]
        execv(path, words)
        let reason = String(cString: strerror(errno))
        throw Failure(.failure, Phrase(same: "\(path): \(reason)"))
    }
}

extension ChildProcess {
    /// Sleeps until there is something to read.
    func waitForOutput() {
        var file = pollfd(fd: output, events: Int16(POLLIN), revents: 0)
        _ = poll(&file, 1, -1)
    }
}

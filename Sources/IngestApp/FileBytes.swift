import ClimateModel
import Foundation
import Ingest

/// Reads files without trusting their size.
enum FileBytes {
    /// Why a file could not be read.
    struct Failure: Error {
        var reason: Phrase
        /// Whether the system lacked something that it may have the next time.
        var isPassing = false
    }

    /// All bytes of the file at `path`, or of standard input for "-". Reading stops one byte over ``Limits/fileSize``, so
    /// that whoever parses can tell; an endless stream ends there too.
    static func read(_ path: String) throws(Failure) -> [UInt8] {
        if path == "-" { return try read(STDIN_FILENO) }
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw systemFailure() }
        defer { close(descriptor) }
        return try read(descriptor)
    }

    /// Whether there is a file or folder at `path`.
    static func isThere(_ path: String) -> Bool { FileManager.default.fileExists(atPath: path) }

    private static func read(_ descriptor: CInt) throws(Failure) -> [UInt8] {
        let most = Limits.fileSize + 1
        var bytes: [UInt8] = []
        var chunk = [UInt8](repeating: 0, count: 1 << 16)
        while bytes.count < most {
            let count = Glibc.read(descriptor, &chunk, min(chunk.count, most - bytes.count))
            if count == 0 { break }
            if count < 0 {
                guard errno == EINTR else { throw systemFailure() }
                continue
            }
            bytes.append(contentsOf: chunk[..<count])
        }
        return bytes
    }

    private static func systemFailure() -> Failure {
        let reason: Phrase
        let error = errno
        switch error {
        case ENOENT: reason = Phrase(sv: "filen finns inte", en: "there is no such file")
        case EACCES, EPERM:
            reason = Phrase(sv: "filen får inte läsas", en: "permission to read is missing")
        case EISDIR: reason = Phrase(sv: "det är en mapp", en: "this is a folder")
        default: reason = Phrase(same: String(cString: strerror(error)))
        }
        return Failure(
            reason: reason, isPassing: [EMFILE, ENFILE, ENOMEM, EAGAIN].contains(error))
    }
}

import ClimateModel
import Foundation

/// Files that a user wrote, read with bounds.
public enum UserFile {
    /// The UTF-8 text of the regular file at `path`, with an optional byte order mark left out; nil where there is no file.
    ///
    /// A device or pipe is refused, so that reading never waits.
    ///
    /// - Throws: a problem that says why it can't be read, or that it holds more than `limit` bytes.
    public static func text(at path: String, limit: Int) throws(FileProblem) -> String? {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY)
        guard descriptor >= 0 else {
            let code = errno
            if code == ENOENT || code == ENOTDIR { return nil }
            throw FileProblem(path: path, message: unreadable(code))
        }
        defer { close(descriptor) }
        var status = stat()
        guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
            throw FileProblem(
                path: path, message: Phrase(sv: "är ingen vanlig fil", en: "is not a regular file"))
        }
        let bytes = try bytes(from: descriptor, limit: limit, path: path)
        guard let text = String(validating: bytes, as: UTF8.self) else {
            throw FileProblem(
                path: path,
                message: Phrase(
                    sv: "är inte UTF-8: spara filen som UTF-8", en: "is not UTF-8: save it as UTF-8"
                ))
        }
        return text.hasPrefix("\u{FEFF}") ? String(text.dropFirst()) : text
    }

    private static func bytes(
        from descriptor: Int32, limit: Int, path: String
    ) throws(FileProblem) -> [UInt8] {
        var bytes = [UInt8](repeating: 0, count: limit + 1)
        var count = 0
        while count < bytes.count {
            let result = bytes.withUnsafeMutableBytes { buffer in
                read(descriptor, buffer.baseAddress?.advanced(by: count), buffer.count - count)
            }
            if result < 0, errno == EINTR { continue }
            guard result >= 0 else { throw FileProblem(path: path, message: unreadable(errno)) }
            if result == 0 { break }
            count += result
        }
        guard count <= limit else {
            throw FileProblem(
                path: path,
                message: Phrase(
                    sv: "är större än \(limit / 1024) KiB", en: "is larger than \(limit / 1024) KiB"
                ))
        }
        return Array(bytes.prefix(count))
    }

    private static func unreadable(_ code: Int32) -> Phrase {
        let reason = String(cString: strerror(code))
        return Phrase(sv: "kan inte läsas: \(reason)", en: "can’t be read: \(reason)")
    }
}

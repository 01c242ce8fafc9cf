import Glibc

/// The content of an answer: in memory where it is small, else in a file without a name, which is gone with the last use.
public struct WebBody: Sendable {
    /// The bytes there are.
    public let count: Int
    private let storage: Storage

    enum Storage: Sendable {
        case memory([UInt8])
        case file(TemporaryFile)
    }

    init(_ bytes: [UInt8]) {
        count = bytes.count
        storage = .memory(bytes)
    }

    init(_ file: TemporaryFile, count: Int) {
        self.count = count
        storage = .file(file)
    }

    /// Whether there is nothing.
    public var isEmpty: Bool { count == 0 }

    /// Whether it is held in a file rather than in memory.
    public var isInFile: Bool { if case .file = storage { true } else { false } }

    /// Hands out all bytes in order, in pieces of at most `size`. It can be read any number of times.
    ///
    /// - Throws: What `use` throws, or `WebError.storage` where the file can't be read.
    /// - Complexity: O(*n*) time and O(*size*) memory.
    public func forEachChunk(
        of size: Int = 64 << 10, _ use: (UnsafeRawBufferPointer) throws -> Void
    ) throws {
        switch storage {
        case .memory(let bytes):
            try bytes.withUnsafeBytes { all in
                for start in stride(from: 0, to: all.count, by: max(1, size)) {
                    try use(.init(rebasing: all[start..<min(all.count, start + max(1, size))]))
                }
            }
        case .file(let file):
            let piece = UnsafeMutableRawBufferPointer.allocate(
                byteCount: max(1, size), alignment: 1)
            defer { piece.deallocate() }
            var offset = 0
            while offset < count {
                let read = try file.read(into: piece, at: offset)
                try use(.init(rebasing: piece[..<read]))
                offset += read
            }
        }
    }

    /// All bytes in memory.
    ///
    /// - Throws: `WebError.storage` where the file can't be read.
    public func bytes() throws(WebError) -> [UInt8] {
        switch storage {
        case .memory(let bytes): return bytes
        case .file(let file):
            do {
                return try [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
                    while filled < count {
                        let rest = UnsafeMutableRawBufferPointer(
                            rebasing: UnsafeMutableRawBufferPointer(buffer)[filled..<count])
                        filled += try file.read(into: rest, at: filled)
                    }
                }
            } catch {
                throw .storage
            }
        }
    }
}

/// A file without a name: nothing is left of it when the process ends, however it ends.
final class TemporaryFile: Sendable {
    private let descriptor: Int32

    /// Linux's `O_TMPFILE`, which the C library hides behind a feature macro.
    private static let unnamed = 0o20000000 | O_DIRECTORY

    /// The folder that the environment names (`TMPDIR`), else `/var/tmp`, which is not held in memory.
    static func folder(_ environment: [String: String]) -> String {
        environment["TMPDIR"].flatMap { $0.isEmpty ? nil : $0 } ?? "/var/tmp"
    }

    /// Makes it in `folder`.
    init(in folder: String) throws(WebError) {
        var descriptor = open(folder, Self.unnamed | O_RDWR | O_CLOEXEC, 0o600)
        if descriptor < 0 {
            // Not every file system has files without names.
            var path = Array("\(folder)/utkik-XXXXXX".utf8CString)
            descriptor = mkstemp(&path)
            if descriptor >= 0 {
                unlink(path)
                _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
            }
        }
        guard descriptor >= 0 else { throw .storage }
        self.descriptor = descriptor
    }

    deinit { close(descriptor) }

    /// Writes all of `bytes` at `offset`.
    func write(_ bytes: UnsafeRawBufferPointer, at offset: Int) throws(WebError) {
        var done = 0
        while done < bytes.count {
            let rest = UnsafeRawBufferPointer(rebasing: bytes[done...])
            let written = pwrite(descriptor, rest.baseAddress, rest.count, off_t(offset + done))
            if written < 0, errno == EINTR { continue }
            guard written > 0 else { throw .storage }
            done += written
        }
    }

    /// Reads at least one byte from `offset` on.
    func read(into buffer: UnsafeMutableRawBufferPointer, at offset: Int) throws(WebError) -> Int {
        while true {
            let count = pread(descriptor, buffer.baseAddress, buffer.count, off_t(offset))
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { throw .storage }
            return count
        }
    }
}

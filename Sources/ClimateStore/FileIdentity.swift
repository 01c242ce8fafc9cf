import Glibc

/// Tells one file from another that later has its name.
struct FileIdentity: Hashable {
    private var device: UInt
    private var node: UInt

    /// Nil where there is no file.
    init?(path: String) {
        guard let status = fileStatus(path) else { return nil }
        self.init(status)
    }

    /// How many bytes the file at `path` has; nil where there is none.
    static func size(path: String) -> Int? { fileStatus(path).map { Int($0.st_size) } }

    fileprivate init(_ status: stat) {
        device = UInt(status.st_dev)
        node = UInt(status.st_ino)
    }
}

/// A database that nobody writes to and that this user can't write beside, as it was when it was opened.
///
/// Without its write-ahead log SQLite opens such a file only as an immutable one (sqlite.org/wal.html, "Read-Only
/// Databases"), and then looks neither for a log nor for changes: so `isPast` has to be asked.
struct FrozenFile: Hashable {
    private let path: String
    private let identity: FileIdentity
    private let size: Int64
    private let changed: [Int]

    /// Nil where there is no file, where a writer has left or is leaving changes beside it, or where SQLite can make what it
    /// needs beside it.
    init?(path: String) {
        guard let status = fileStatus(path), !Self.hasLog(path), !Self.canWriteBeside(path) else {
            return nil
        }
        self.path = path
        identity = FileIdentity(status)
        size = Int64(status.st_size)
        changed = Self.time(status)
    }

    /// Whether somebody has written to it, or begun to.
    var isPast: Bool {
        guard let status = fileStatus(path) else { return true }
        return Self.hasLog(path) || Int64(status.st_size) != size || Self.time(status) != changed
            || FileIdentity(status) != identity
    }

    private static func time(_ status: stat) -> [Int] {
        [status.st_mtim.tv_sec, status.st_mtim.tv_nsec]
    }

    private static func hasLog(_ path: String) -> Bool {
        (fileStatus(path + "-wal")?.st_size ?? 0) > 0 || access(path + "-shm", F_OK) == 0
    }

    private static func canWriteBeside(_ path: String) -> Bool {
        let slash = path.lastIndex(of: "/")
        let folder = slash.map { $0 == path.startIndex ? "/" : String(path[..<$0]) } ?? "."
        return access(folder, W_OK) == 0
    }
}

private func fileStatus(_ path: String) -> stat? {
    var status = stat()
    return stat(path, &status) == 0 ? status : nil
}

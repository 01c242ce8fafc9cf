import Foundation

/// Tells when the writer may have changed the content database: a file descriptor that `poll` can wait on.
public final class ContentWatch {
    private let watch: FileWatch

    /// Readable when `drain` should be called.
    public var fileDescriptor: CInt { watch.fileDescriptor }

    /// Watches the folder of the content database, which must exist; the database itself need not.
    public init(_ location: StoreLocation) throws(StoreError) {
        let path = location.content as NSString
        let folder = path.deletingLastPathComponent
        let name = path.lastPathComponent
        watch = try FileWatch(
            folder: folder.isEmpty ? "." : folder, names: [name, name + "-wal"])
    }

    /// Reads all that was told since the last call.
    ///
    /// - Returns: whether the database, or the write-ahead log that its changes go to first, was among it. Then
    ///   `ContentStore.condition()` says whether anything changed.
    public func drain() -> Bool { watch.drain() }
}

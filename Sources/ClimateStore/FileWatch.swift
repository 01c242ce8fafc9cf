import Glibc

/// Tells when somebody changed certain files of a folder: a file descriptor that `poll` can wait on.
///
/// The system's inotify watches the folder; nothing wakes up while nothing is written there.
public final class FileWatch {
    /// Readable when `drain` should be called.
    public let fileDescriptor: CInt
    private let names: Set<String>

    /// Watches the files called `names` in `folder`, which must exist; the files need not.
    public init(folder: String, names: Set<String>) throws(StoreError) {
        let opened = inotify_init1(CInt(IN_NONBLOCK | IN_CLOEXEC))
        guard opened >= 0 else {
            throw .inaccessible(path: folder, reason: SystemReason.phrase(errno))
        }
        let events = UInt32(IN_MODIFY | IN_CREATE | IN_MOVED_TO | IN_MOVED_FROM | IN_DELETE)
        guard inotify_add_watch(opened, folder, events) >= 0 else {
            let reason = errno
            close(opened)
            throw .inaccessible(path: folder, reason: SystemReason.phrase(reason))
        }
        // Last: see ``WriterLock/init(path:)``.
        fileDescriptor = opened
        self.names = names
    }

    deinit { close(fileDescriptor) }

    /// Reads all that was told since the last call.
    ///
    /// - Returns: whether one of the files was among it.
    public func drain() -> Bool {
        var concerns = false
        withUnsafeTemporaryAllocation(byteCount: 16_384, alignment: 8) { buffer in
            while true {
                let count = read(fileDescriptor, buffer.baseAddress, buffer.count)
                guard count > 0 else { return }
                if isConcerned(by: UnsafeRawBufferPointer(buffer), count) { concerns = true }
            }
        }
        return concerns
    }

    private func isConcerned(by buffer: UnsafeRawBufferPointer, _ count: Int) -> Bool {
        let header = MemoryLayout<inotify_event>.size
        var offset = 0
        while offset + header <= count {
            let event = buffer.loadUnaligned(fromByteOffset: offset, as: inotify_event.self)
            // Events were lost: anything may have happened.
            if event.mask & UInt32(IN_Q_OVERFLOW) != 0 { return true }
            let end = min(count, offset + header + Int(event.len))
            let bytes = buffer[(offset + header)..<end].prefix { $0 != 0 }
            if names.contains(String(decoding: bytes, as: UTF8.self)) { return true }
            offset = end
        }
        return false
    }
}

import Glibc

/// The lock that makes its holder the only writer of a content database: `flock` on a file beside it.
///
/// The system gives it up when the process ends, however it ends.
public final class WriterLock {
    private let descriptor: CInt

    /// Takes the lock at `path`, making the file where it is missing.
    ///
    /// - Throws: `StoreError.locked` at once where another process holds it; it never waits.
    public init(path: String) throws(StoreError) {
        descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o644)
        guard descriptor >= 0 else {
            throw .inaccessible(path: path, reason: SystemReason.phrase(errno))
        }
        guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
            let reason = errno
            close(descriptor)
            throw reason == EWOULDBLOCK
                ? .locked(path: path)
                : .inaccessible(path: path, reason: SystemReason.phrase(reason))
        }
    }

    deinit {
        // A process that another thread is just starting has the descriptor too until it becomes its program: closing it
        // here alone would leave the lock with that one.
        flock(descriptor, LOCK_UN)
        close(descriptor)
    }
}

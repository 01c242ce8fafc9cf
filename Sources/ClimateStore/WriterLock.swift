import Glibc

/// The lock that makes its holder the only writer of a content database: `flock` on a file beside it.
///
/// The system gives it up when the process ends, however it ends. Who holds it for long can see that another process waits
/// for it (``WriterLockRequest``), and let that one have it for a while.
public final class WriterLock {
    private let descriptor: CInt
    private let path: String
    /// Whether this process may write.
    private(set) var isHeld = true

    /// Takes the lock at `path`, making the file where it is missing.
    ///
    /// - Throws: `StoreError.locked` at once where another process holds it; it never waits.
    public init(path: String) throws(StoreError) {
        let opened = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o644)
        guard opened >= 0 else {
            throw .inaccessible(path: path, reason: SystemReason.phrase(errno))
        }
        guard flock(opened, LOCK_EX | LOCK_NB) == 0 else {
            let reason = errno
            close(opened)
            throw reason == EWOULDBLOCK
                ? .locked(path: path)
                : .inaccessible(path: path, reason: SystemReason.phrase(reason))
        }
        // Last, as an initialiser that throws with all its properties set runs `deinit`, which would close it once more.
        descriptor = opened
        self.path = path
    }

    deinit {
        // A process that another thread is just starting has the descriptor too until it becomes its program: closing it
        // here alone would leave the lock with that one.
        for mark in LockMark.allCases { mark.clear(descriptor) }
        flock(descriptor, LOCK_UN)
        close(descriptor)
    }

    /// Whether another process waits for it.
    public var isWanted: Bool { LockMark.wanted.isSet(byOthersThan: descriptor) }

    /// Lets another process have it, until ``retake()``.
    public func release() {
        isHeld = false
        flock(descriptor, LOCK_UN)
    }

    /// Takes it back.
    ///
    /// - Returns: false where another process has it now.
    public func retake() -> Bool {
        isHeld = isHeld || flock(descriptor, LOCK_EX | LOCK_NB) == 0
        return isHeld
    }

    /// Makes this the only one that holds the lock for long: it keeps this while it lets others have the lock.
    ///
    /// - Throws: `StoreError.locked` where another process does so already.
    public func beginRound() throws(StoreError) {
        guard LockMark.round.set(descriptor, F_WRLCK) else { throw .locked(path: path) }
    }
}

/// Tells the holder of a ``WriterLock`` that this process waits for it, for as long as this lives.
public final class WriterLockRequest {
    private let descriptor: CInt

    /// Asks for the lock at `path`; nil where the file can't be opened.
    public init?(path: String) {
        let opened = open(path, O_RDWR | O_CLOEXEC)
        guard opened >= 0 else { return nil }
        guard LockMark.wanted.set(opened, F_RDLCK) else {
            close(opened)
            return nil
        }
        descriptor = opened
    }

    deinit {
        LockMark.wanted.clear(descriptor)
        close(descriptor)
    }
}

/// What processes tell each other by locking a byte of the lock file (fcntl(2), "Open file description locks"), which need
/// not be there. The lock itself is of another kind and has nothing to do with these.
private enum LockMark: off_t, CaseIterable {
    /// Shared by all that wait.
    case wanted
    /// Of the one that holds the lock for long, also while another has it.
    case round

    // Linux's `F_OFD_GETLK` and `F_OFD_SETLK`, which the C library hides behind a feature macro.
    private static let get: CInt = 36
    private static let put: CInt = 37

    private func range(_ type: CInt) -> flock {
        var range = flock()
        range.l_type = Int16(type)
        range.l_whence = Int16(SEEK_SET)
        range.l_start = rawValue
        range.l_len = 1
        return range
    }

    /// - Returns: false where another one's mark is in the way.
    func set(_ descriptor: CInt, _ type: CInt) -> Bool {
        var range = range(type)
        return fcntl(descriptor, Self.put, &range) == 0
    }

    func clear(_ descriptor: CInt) {
        var range = range(F_UNLCK)
        _ = fcntl(descriptor, Self.put, &range)
    }

    func isSet(byOthersThan descriptor: CInt) -> Bool {
        var range = range(F_WRLCK)
        return fcntl(descriptor, Self.get, &range) == 0 && range.l_type != Int16(F_UNLCK)
    }
}

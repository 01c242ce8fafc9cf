import Glibc

/// Has the windows of a user open their database one after the other: each would find what another has half made.
enum FolderTurn {
    /// How long others may take.
    private static let patience = Duration.seconds(5)

    /// Runs `body` while no other process does so for the same folder, or has taken longer than it may.
    static func alone<Result>(
        in folder: String, _ body: () throws -> Result
    ) rethrows -> Result {
        let descriptor = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        defer { if descriptor >= 0 { close(descriptor) } }
        let end = ContinuousClock.now + patience
        while descriptor >= 0, flock(descriptor, LOCK_EX | LOCK_NB) != 0, errno == EWOULDBLOCK,
            .now < end
        {
            usleep(5_000)
        }
        return try body()
    }
}

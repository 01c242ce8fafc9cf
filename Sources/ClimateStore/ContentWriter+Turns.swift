import ClimateModel
import GRDB

/// How one that writes for long lets others write in between. There is never more than one that may write.
extension ContentWriter {
    /// Makes this the only one that writes for long, until it ends.
    ///
    /// - Throws: `StoreError.locked` where another process does so already, even if it lets others write just now.
    public func beginRound() throws(StoreError) { try lock?.beginRound() }

    /// Whether another process waits to write.
    public var isWanted: Bool { lock?.isWanted ?? false }

    /// Lets another process write. Until ``resume(_:)`` has succeeded nothing can be written here.
    ///
    /// - Throws: `StoreError`.
    public func pause() throws(StoreError) -> WriterPause {
        let pause = WriterPause(version: try dataVersion())
        lock?.release()
        return pause
    }

    /// Goes on writing.
    ///
    /// - Returns: whether others have written meanwhile; nil where one still does.
    /// - Throws: `StoreError` where the database can't be written any more: another file has its name, or a newer version
    ///   of Utkik has changed it.
    public func resume(_ pause: WriterPause) throws(StoreError) -> Bool? {
        guard lock?.retake() ?? true else { return nil }
        if opened != nil, FileIdentity(path: path) != file {
            throw .inaccessible(path: path, reason: SystemReason.replaced)
        }
        guard try dataVersion() != pause.version else { return false }
        let isNewer = try StoreError.wrapping(path) {
            try queue.read { try ContentMigrations.migrator.hasBeenSuperseded($0) }
        }
        if isNewer { throw .newer(path: path) }
        return true
    }

    /// A number that changes when others write (sqlite.org/pragma.html, "data_version").
    private func dataVersion() throws(StoreError) -> Int64 {
        try StoreError.wrapping(path) {
            try queue.inDatabase { try Int64.fetchOne($0, sql: "PRAGMA data_version") ?? 0 }
        }
    }
}

/// What a writer has to know when it goes on.
public struct WriterPause {
    fileprivate let version: Int64
}

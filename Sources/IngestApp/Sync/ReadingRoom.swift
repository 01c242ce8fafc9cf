import ClimateModel
import Synchronization

/// Bounds what was read and waits to be written: while that is much, no other document is read.
///
/// What counts is what documents were made into, as a small one may give much. Only what was read to its end counts. All of that is
/// written without anything else being read, so nobody waits for ever.
final class ReadingRoom: Sendable {
    private struct State {
        /// What was made of documents of sources that are being read, in bytes.
        var making: [Source.ID: Int] = [:]
        /// What waits to be written, in bytes.
        var waiting: [Source.ID: Int] = [:]
        var total = 0
        var isClosed = false
        var readers: [CheckedContinuation<Void, Never>] = []

        mutating func free(_ size: Int) -> [CheckedContinuation<Void, Never>] {
            guard total < size || isClosed else { return [] }
            defer { readers = [] }
            return readers
        }
    }

    private let size: Int
    private let state = Mutex(State())

    /// - Parameter size: when so many bytes wait, nothing more is read. The usual is more than a transaction is begun for.
    init(size: Int = 8 << 20) { self.size = size }

    /// Whether nothing is to be read before some of it is written.
    var isFull: Bool { state.withLock { $0.total >= size && !$0.isClosed } }

    /// Waits until something may be read.
    func wait() async {
        guard isFull else { return }
        await withCheckedContinuation { continuation in
            let isFree = state.withLock { state in
                state.readers.append(continuation)
                return state.free(size)
            }
            for reader in isFree { reader.resume() }
        }
    }

    /// To be told what a document of `source` was made into.
    func note(_ bytes: Int, of source: Source.ID) {
        state.withLock { $0.making[source, default: 0] += bytes }
    }

    /// To be told when a source has been read.
    ///
    /// - Parameter isKept: whether what it gave waits to be written.
    func ended(_ source: Source.ID, isKept: Bool) {
        state.withLock { state in
            guard let bytes = state.making.removeValue(forKey: source), isKept else { return }
            state.waiting[source, default: 0] += bytes
            state.total += bytes
        }
    }

    /// To be told what was written.
    func written(_ sources: [Source.ID]) {
        let readers = state.withLock { state in
            for source in sources { state.total -= state.waiting.removeValue(forKey: source) ?? 0 }
            return state.free(size)
        }
        for reader in readers { reader.resume() }
    }

    /// Keeps nobody waiting from now on.
    func close() {
        let readers = state.withLock { state in
            state.isClosed = true
            return state.free(size)
        }
        for reader in readers { reader.resume() }
    }
}

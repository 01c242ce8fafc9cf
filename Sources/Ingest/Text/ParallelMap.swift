import Dispatch
import Synchronization

extension RandomAccessCollection where Self: Sendable, Element: Sendable, Index == Int {
    /// What `transform` makes of each element, in order; of many elements on all processors.
    ///
    /// - Parameters:
    ///   - length: so many elements are worth another thread.
    ///   - transform: called from several threads at a time.
    /// - Complexity: O(*n*) calls.
    func parallelMap<Result: Sendable>(
        inPartsOf length: Int, _ transform: @Sendable (Element) -> Result
    ) -> [Result] {
        let parts = (count + length - 1) / length
        guard parts > 1 else { return map(transform) }
        let results = Mutex<[[Result]]>([[Result]](repeating: [], count: parts))
        DispatchQueue.concurrentPerform(iterations: parts) { part in
            let start = startIndex + part * length
            let made = self[start..<Swift.min(endIndex, start + length)].map(transform)
            results.withLock { $0[part] = made }
        }
        return results.withLock { $0.flatMap(\.self) }
    }
}

/// Values by keys that are hashes already, or words of up to eight bytes: no key is hashed anew, and a look-up is a few
/// instructions.
struct KeyTable<Value> {
    /// 0 for a free slot; at least half of the slots are free, so that a search soon meets one.
    private var keys: [UInt64]
    private var values: [Value]
    private let mask: Int

    /// The key 0 finds nothing.
    ///
    /// - Parameter free: what fills slots without a key.
    /// - Complexity: O(*n*).
    init(_ entries: [UInt64: Value], free: Value) {
        var size = 16
        while size < 2 * entries.count { size *= 2 }
        keys = [UInt64](repeating: 0, count: size)
        values = [Value](repeating: free, count: size)
        mask = size - 1
        for (key, value) in entries where key != 0 {
            let slot = slot(of: key)
            keys[slot] = key
            values[slot] = value
        }
    }

    /// - Complexity: O(1).
    subscript(key: UInt64) -> Value? {
        guard key != 0 else { return nil }
        let slot = slot(of: key)
        return keys[slot] == key ? values[slot] : nil
    }

    /// Where the key is, or would be.
    private func slot(of key: UInt64) -> Int {
        // Fibonacci hashing: the high bits of the product depend on all of the key.
        var slot = Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> 32) & mask
        while keys[slot] != 0, keys[slot] != key { slot = (slot + 1) & mask }
        return slot
    }
}

extension KeyTable: Sendable where Value: Sendable {}

/// Fowler, Noll and Vo's 64-bit hash FNV-1a (www.isthe.com/chongo/tech/comp/fnv): quick, the same everywhere, and no guard
/// against whoever wants two contents to have the same.
public struct FowlerHash: Hashable, Sendable {
    @usableFromInline var state: UInt64 = 0xcbf2_9ce4_8422_2325

    /// The hash of nothing.
    @inlinable public init() {}

    /// Takes in more bytes.
    ///
    /// - Complexity: O(*n*).
    @inlinable public mutating func add(_ bytes: some Sequence<UInt8>) {
        var hash = self
        for byte in bytes { hash.add(byte) }
        self = hash
    }

    /// Takes in one more byte.
    @inlinable public mutating func add(_ byte: UInt8) {
        state = (state ^ UInt64(byte)) &* 0x0000_0100_0000_01b3
    }

    /// The hash of what it has taken in.
    public var value: Int64 { Int64(bitPattern: state) }
}

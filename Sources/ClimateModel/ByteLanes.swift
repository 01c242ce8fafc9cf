/// Eight bytes of a text, looked at together.
public struct ByteLanes: Sendable {
    @usableFromInline let bytes: UInt64

    @inlinable init(_ bytes: UInt64) { self.bytes = bytes }

    @inlinable static var ones: UInt64 { 0x0101_0101_0101_0101 }

    /// Marks the bytes from `low` to `high`, which are both below 0x80 or both not: 0 where there are none.
    @inlinable public func marked(_ low: UInt8, through high: UInt8) -> UInt64 {
        // Without their eighth bits bytes can be added to without a carry into the next, and the sum's eighth bit tells.
        let small = bytes & (Self.ones &* 0x7F)
        let isAtLeast = small &+ Self.ones &* UInt64(0x80 - (low & 0x7F))
        let isAbove = small &+ Self.ones &* UInt64(0x7F - (high & 0x7F))
        let half = low < 0x80 ? ~bytes : bytes
        return isAtLeast & ~isAbove & half & (Self.ones &* 0x80)
    }

    /// Marks the bytes that are `byte`.
    @inlinable public func marked(_ byte: UInt8) -> UInt64 { marked(byte, through: byte) }
}

extension UnsafeBufferPointer<UInt8> {
    /// Whether any byte is marked.
    ///
    /// - Parameter marks: the marks of ``ByteLanes`` for what is sought, which the letter "a" is not.
    /// - Complexity: O(*n*), a few instructions a byte.
    @inlinable public func hasByte(_ marks: (ByteLanes) -> UInt64) -> Bool {
        let raw = UnsafeRawBufferPointer(self)
        var start = 0
        while start + 8 <= raw.count {
            let lanes = ByteLanes(raw.loadUnaligned(fromByteOffset: start, as: UInt64.self))
            if marks(lanes) != 0 { return true }
            start += 8
        }
        guard start < raw.count else { return false }
        var last = ByteLanes.ones &* 0x61
        for byte in raw[start...] { last = last << 8 | UInt64(byte) }
        return marks(ByteLanes(last)) != 0
    }
}

/// Fowler, Noll and Vo's hash FNV-1a over a sequence of texts (www.isthe.com/chongo/tech/comp/fnv).
struct FowlerHash {
    private var hash: UInt64 = 0xcbf2_9ce4_8422_2325

    @inline(__always)
    mutating func add(_ byte: UInt8) { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01b3 }

    mutating func add(scalar: Unicode.Scalar) {
        add(UInt8(truncatingIfNeeded: scalar.value))
        if scalar.value > 0xFF {
            add(UInt8(truncatingIfNeeded: scalar.value >> 8))
            add(UInt8(truncatingIfNeeded: scalar.value >> 16))
        }
    }

    mutating func add(_ text: String?) {
        var text = text
        text?.withUTF8 { bytes in
            for byte in bytes { add(byte) }
        }
        // Bytes that UTF-8 never has end a text and stand for a missing one.
        add(text == nil ? 0xFE : 0xFF)
    }

    var value: Int64 { Int64(bitPattern: hash) }
}

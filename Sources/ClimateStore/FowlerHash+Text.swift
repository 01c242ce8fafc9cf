import ClimateModel

extension FowlerHash {
    /// Takes in a text, or that there is none, so that two texts and their joint are told apart.
    mutating func add(_ text: String?) {
        var text = text
        text?.withUTF8 { add($0) }
        end(isMissing: text == nil)
    }

    /// As the same text as a `String`.
    mutating func add(utf8: [UInt8]?) {
        utf8?.withUnsafeBufferPointer { add($0) }
        end(isMissing: utf8 == nil)
    }

    /// Bytes that UTF-8 never has end a text and stand for a missing one.
    private mutating func end(isMissing: Bool) { add(isMissing ? 0xFE : 0xFF) }

    mutating func add(scalar: Unicode.Scalar) {
        add(UInt8(truncatingIfNeeded: scalar.value))
        if scalar.value > 0xFF {
            add(UInt8(truncatingIfNeeded: scalar.value >> 8))
            add(UInt8(truncatingIfNeeded: scalar.value >> 16))
        }
    }
}

import ClimateModel

extension FowlerHash {
    /// Takes in a text, or that there is none, so that two texts and their joint are told apart.
    mutating func add(_ text: String?) {
        var text = text
        text?.withUTF8 { add($0) }
        // Bytes that UTF-8 never has end a text and stand for a missing one.
        add(CollectionOfOne(text == nil ? 0xFE : 0xFF))
    }

    mutating func add(scalar: Unicode.Scalar) {
        add(CollectionOfOne(UInt8(truncatingIfNeeded: scalar.value)))
        if scalar.value > 0xFF {
            add(CollectionOfOne(UInt8(truncatingIfNeeded: scalar.value >> 8)))
            add(CollectionOfOne(UInt8(truncatingIfNeeded: scalar.value >> 16)))
        }
    }
}

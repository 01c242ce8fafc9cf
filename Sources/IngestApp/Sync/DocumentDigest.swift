import ClimateModel

/// A hash of a document's bytes, by which it is known again.
///
/// Eight hashes go through it side by side, as each has to be done with one byte before it can take the next.
struct DocumentDigest {
    private var hashes = [FowlerHash](repeating: FowlerHash(), count: 8)
    private var count = 0

    /// Takes in more bytes, in whatever pieces they come.
    ///
    /// - Complexity: O(*n*).
    mutating func add(_ bytes: UnsafeRawBufferPointer) {
        var rest = bytes[...]
        while !rest.isEmpty, !count.isMultiple(of: 8) { addOne(rest.removeFirst()) }
        let whole = rest.count & ~7
        addWhole(UnsafeRawBufferPointer(rebasing: rest.prefix(whole)))
        for byte in rest.dropFirst(whole) { addOne(byte) }
    }

    private mutating func addOne(_ byte: UInt8) {
        hashes[count & 7].add(byte)
        count += 1
    }

    private mutating func addWhole(_ bytes: UnsafeRawBufferPointer) {
        hashes.withUnsafeMutableBufferPointer { hashes in
            for start in stride(from: 0, to: bytes.count, by: 8) {
                for lane in 0..<8 { hashes[lane].add(bytes[start + lane]) }
            }
        }
        count += bytes.count
    }

    /// The hash of what it has taken in.
    var value: Int64 {
        var hash = FowlerHash()
        for value in hashes.map(\.value) + [Int64(count)] {
            withUnsafeBytes(of: value.littleEndian) { hash.add($0) }
        }
        return hash.value
    }
}

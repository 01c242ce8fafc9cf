/// Lines out of bytes that come in pieces; a line that grows beyond all measure is left out.
struct LineSplitter {
    /// The longest line that is kept, in bytes.
    static let limit = 65_536

    private var pending: [UInt8] = []
    private var isSkipping = false

    /// - Returns: the lines that `bytes` bring to their end, without their line feeds.
    /// - Complexity: O(*n*) in the number of bytes; holds no more than ``limit`` of them.
    mutating func feed(_ bytes: some Sequence<UInt8>) -> [[UInt8]] {
        var lines: [[UInt8]] = []
        for byte in bytes {
            if byte == 0x0A {
                if !isSkipping { lines.append(pending) }
                pending.removeAll(keepingCapacity: true)
                isSkipping = false
            } else if pending.count < Self.limit {
                pending.append(byte)
            } else {
                isSkipping = true
            }
        }
        return lines
    }

    /// What came after the last line feed, once no more will come.
    mutating func finish() -> [UInt8]? {
        defer { pending = [] }
        return isSkipping || pending.isEmpty ? nil : pending
    }
}

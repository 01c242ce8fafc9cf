/// Makes gzip (RFC 1952) without a library: content as it is, or a run of one byte that is as small as it can be.
public enum Gzip {
    private static let header: [UInt8] = [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 255]

    /// `bytes` in blocks that are not compressed (RFC 1951, 3.2.4).
    public static func wrap(_ bytes: [UInt8]) -> [UInt8] {
        var result = header
        var start = 0
        repeat {
            let end = min(bytes.count, start + 65_535)
            let length = UInt16(end - start)
            result.append(end == bytes.count ? 1 : 0)
            result += little(length) + little(~length) + bytes[start..<end]
            start = end
        } while start < bytes.count
        return result + little(checksum(bytes)) + little(UInt32(truncatingIfNeeded: bytes.count))
    }

    /// Sends gzip that becomes about `size` bytes of zero, 13 bytes for each 2,064, until `send` tells that nobody takes it.
    @discardableResult
    public static func bomb(_ size: Int, _ send: ([UInt8]) -> Bool) -> Bool {
        var bits = BitWriter()
        // The last block, with fixed codes; a zero; then runs of 258 bytes from one byte before.
        bits.put([1, 1, 0])
        bits.put([0, 0, 1, 1, 0, 0, 0, 0])
        guard send(header) else { return false }
        for run in 0..<size / 258 {
            bits.put([1, 1, 0, 0, 0, 1, 0, 1] + [0, 0, 0, 0, 0])
            if run % 8_000 == 7_999, !send(bits.takeWhole()) { return false }
        }
        bits.put([0, 0, 0, 0, 0, 0, 0])
        bits.fill()
        return send(bits.takeWhole())
    }

    private static func little(_ number: some FixedWidthInteger) -> [UInt8] {
        withUnsafeBytes(of: number.littleEndian) { Array($0) }
    }

    private static func checksum(_ bytes: [UInt8]) -> UInt32 {
        ~bytes.reduce(~0) { sum, byte in
            (0..<8).reduce(sum ^ UInt32(byte)) { sum, _ in
                sum & 1 == 1 ? sum >> 1 ^ 0xEDB8_8320 : sum >> 1
            }
        }
    }

    private struct BitWriter {
        private var bytes: [UInt8] = []
        private var current: UInt8 = 0
        private var count: UInt8 = 0

        mutating func put(_ bits: [UInt8]) {
            for bit in bits {
                current |= bit << count
                count += 1
                if count == 8 {
                    bytes.append(current)
                    (current, count) = (0, 0)
                }
            }
        }

        mutating func fill() { while count != 0 { put([0]) } }

        mutating func takeWhole() -> [UInt8] {
            defer { bytes = [] }
            return bytes
        }
    }
}

import ClimateModel

/// Which news this user has read and starred.
///
/// Items are numbered by arrival, so what is read is one bit an item: 125 kB for a million, whatever was read of them. The
/// number of an item that is gone counts as read.
final class ReadMarks {
    /// Bits of a stored piece.
    static let bitsOfChunk = 8_192
    private static let wordsOfChunk = bitsOfChunk / 64

    private(set) var words: [UInt64] = []
    private(set) var readCount = 0
    /// Pieces that changed since they were stored.
    private(set) var changedChunks: Set<Int> = []
    var starred: Set<NewsItem.ID> = []

    func isRead(_ arrival: Int64) -> Bool {
        let index = Int(arrival >> 6)
        return index < words.count && words[index] & (1 << UInt64(arrival & 63)) != 0
    }

    /// - Returns: whether that changed anything.
    @discardableResult
    func set(_ arrival: Int64, read: Bool) -> Bool {
        guard arrival >= 0, isRead(arrival) != read else { return false }
        let index = Int(arrival >> 6)
        grow(to: index + 1)
        words[index] ^= 1 << UInt64(arrival & 63)
        readCount += read ? 1 : -1
        changedChunks.insert(index / Self.wordsOfChunk)
        return true
    }

    /// Marks all arrivals from 1 to `last` as read.
    func setAll(upTo last: Int64) {
        guard last >= 1 else { return }
        let end = Int(last >> 6)
        grow(to: end + 1)
        for index in 0...end {
            var mask = UInt64.max
            if index == 0 { mask &= ~1 }
            let bits = UInt64(last & 63) + 1
            if index == end, bits < 64 { mask &= (1 << bits) - 1 }
            guard words[index] | mask != words[index] else { continue }
            readCount += (mask & ~words[index]).nonzeroBitCount
            words[index] |= mask
            changedChunks.insert(index / Self.wordsOfChunk)
        }
    }

    /// Forgets everything.
    func reset() {
        words = []
        readCount = 0
        changedChunks = []
        starred = []
    }

    /// The arrivals up to `last` that are read, or that are not.
    func arrivals(read: Bool, upTo last: Int64) -> [Int64] {
        guard last >= 1 else { return [] }
        var found: [Int64] = []
        for index in 0...Int(last >> 6) {
            var bits = index < words.count ? words[index] : 0
            if !read { bits = ~bits }
            while bits != 0 {
                let arrival = Int64(index * 64 + bits.trailingZeroBitCount)
                bits &= bits - 1
                if arrival >= 1, arrival <= last { found.append(arrival) }
            }
        }
        return found
    }

    /// The piece as it is stored: little-endian words.
    func chunk(_ number: Int) -> [UInt8] {
        let start = number * Self.wordsOfChunk
        return (start..<start + Self.wordsOfChunk).flatMap { index in
            let word = index < words.count ? words[index] : 0
            return (0..<8).map { UInt8(truncatingIfNeeded: word >> (8 * UInt64($0))) }
        }
    }

    /// Takes in a stored piece.
    func load(chunk number: Int, _ bytes: [UInt8]) {
        let start = number * Self.wordsOfChunk
        grow(to: start + Self.wordsOfChunk)
        for offset in 0..<min(Self.wordsOfChunk, bytes.count / 8) {
            var word: UInt64 = 0
            for byte in (0..<8).reversed() { word = word << 8 | UInt64(bytes[offset * 8 + byte]) }
            readCount += word.nonzeroBitCount - words[start + offset].nonzeroBitCount
            words[start + offset] = word
        }
    }

    func stored() { changedChunks = [] }

    private func grow(to count: Int) {
        if words.count < count {
            words.append(contentsOf: repeatElement(0, count: count - words.count))
        }
    }
}

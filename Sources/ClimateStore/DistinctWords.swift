import ClimateModel

/// The words of a text, each once, in their order: what an index without positions needs to be told.
///
/// Half the words of a text are there more than once, and the index would go through each of them again.
struct DistinctWords {
    private var bytes: [UInt8] = []
    /// Hashes of the words so far, at the place that their low bits name or the next free one; 0 is free.
    private var seen: [UInt64]
    private var count = 0

    init() {
        seen = [UInt64](repeating: 0, count: 256)
        bytes.reserveCapacity(1_024)
    }

    /// - Complexity: O(*k*) in the length of the text.
    mutating func add(_ text: String) {
        var text = text
        text.withUTF8 { add($0) }
    }

    /// - Complexity: O(*k*) in the length of the text.
    mutating func add(_ body: StructuredText) {
        var plain: [UInt8] = []
        plain.reserveCapacity(2_048)
        for block in body.blocks {
            switch block {
            case .paragraph(let inlines), .heading(_, let inlines), .quote(let inlines):
                plain.append(line: inlines)
            case .list(_, let items): for item in items { plain.append(line: item) }
            }
        }
        plain.withUnsafeBufferPointer { add($0) }
    }

    /// The words in UTF-8, a space after each.
    var utf8: [UInt8] { bytes }

    /// Words are parted at what is no letter or digit in ASCII; the index parts further what is beyond it.
    private mutating func add(_ text: UnsafeBufferPointer<UInt8>) {
        var index = 0
        while index < text.count {
            let start = index
            var hash = FowlerHash()
            while index < text.count, Self.isOfWord(text[index]) {
                hash.add(text[index])
                index += 1
            }
            if start < index, insert(UInt64(bitPattern: hash.value)) {
                bytes.append(contentsOf: UnsafeBufferPointer(rebasing: text[start..<index]))
                bytes.append(0x20)
            }
            index += 1
        }
    }

    @inline(__always)
    private static func isOfWord(_ byte: UInt8) -> Bool {
        (byte | 0x20) &- 0x61 < 26 || byte >= 0x80 || byte &- 0x30 < 10
    }

    /// Whether it was not there.
    private mutating func insert(_ hash: UInt64) -> Bool {
        let hash = max(hash, 1)
        if count * 2 >= seen.count { grow() }
        var place = Int(truncatingIfNeeded: hash) & (seen.count - 1)
        while seen[place] != 0 {
            if seen[place] == hash { return false }
            place = (place + 1) & (seen.count - 1)
        }
        seen[place] = hash
        count += 1
        return true
    }

    private mutating func grow() {
        let hashes = seen.filter { $0 != 0 }
        seen = [UInt64](repeating: 0, count: seen.count * 2)
        count = 0
        for hash in hashes { _ = insert(hash) }
    }
}

extension [UInt8] {
    /// One line of text, which no word goes beyond.
    fileprivate mutating func append(line inlines: [StructuredText.Inline]) {
        for inline in inlines {
            var text = inline.plain
            text.withUTF8 { append(contentsOf: $0) }
        }
        append(0x0A)
    }
}

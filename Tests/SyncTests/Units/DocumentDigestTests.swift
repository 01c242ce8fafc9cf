import Testing

@testable import IngestApp

/// What a document is known again by.
@Suite struct DocumentDigestTests {
    private func digest(_ bytes: [UInt8], in pieces: [Int] = []) -> Int64 {
        var digest = DocumentDigest()
        var rest = bytes[...]
        for length in pieces {
            rest.prefix(length).withUnsafeBytes { digest.add($0) }
            rest = rest.dropFirst(length)
        }
        rest.withUnsafeBytes { digest.add($0) }
        return digest.value
    }

    @Test(arguments: 0..<20) func piecesMakeNoDifference(seed: UInt64) {
        var generator = Seeded(seed)
        let bytes = (0..<Int.random(in: 0...200, using: &generator)).map { _ in
            UInt8.random(in: 0...255, using: &generator)
        }
        for _ in 0..<20 {
            let pieces = (0..<4).map { _ in Int.random(in: 0...60, using: &generator) }
            #expect(digest(bytes, in: pieces) == digest(bytes))
        }
    }

    @Test func everyChangeMakesADifference() {
        let bytes = (0..<100).map { UInt8($0 * 7 % 256) }
        var seen: Set<Int64> = [digest(bytes)]
        for index in bytes.indices {
            var changed = bytes
            changed[index] ^= 1
            #expect(seen.insert(digest(changed)).inserted)
            changed.remove(at: index)
            #expect(seen.insert(digest(changed)).inserted)
            changed = bytes
            changed.swapAt(index, (index + 1) % bytes.count)
            #expect(seen.insert(digest(changed)).inserted)
        }
        #expect(digest([]) != digest([0]) && digest([0]) != digest([0, 0]))
    }
}

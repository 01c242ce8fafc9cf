import Testing

@testable import IngestApp

/// Which documents show by themselves that nothing of them is missing.
@Suite struct DocumentEndingTests {
    private func isShown(_ bytes: [UInt8], pieces: Int = 1 << 20) -> Bool {
        var ending = DocumentEnding()
        for start in stride(from: 0, to: bytes.count, by: pieces) {
            bytes[start..<min(bytes.count, start + pieces)].withUnsafeBytes { ending.add($0) }
        }
        return ending.isShown
    }

    private static let comment = "<!-- gjord på 0,3 s -->"
    private static let documents = [
        "<?xml version=\"1.0\"?>\n<rss version=\"2.0\"><channel><title>å</title></channel></rss>\n",
        "\u{FEFF}\n<!-- < > --><feed xmlns=\"x\"><entry/></feed >",
        "<!DOCTYPE html>\n<html lang=\"sv\"><body>Hej</body></HTML>\n\(comment)\n\(comment)\n",
        "<rdf:RDF xmlns:rdf=\"x\"><item></item></rdf:RDF>", "{\"a\": [1, 2]}", "\n[1, [2]]\n",
    ]

    @Test(arguments: documents) func wholeOnesDo(document: String) {
        for pieces in [1, 7, 1_000_000] { #expect(isShown(Array(document.utf8), pieces: pieces)) }
        let long = document.replacing("Hej", with: String(repeating: "Hej ", count: 5_000))
        #expect(isShown(Array(long.utf8), pieces: 1_000))
    }

    /// Of JSON what ends as JSON does is left to its reader, which takes no part of one.
    @Test(arguments: documents.prefix(4)) func cutMarkupDoesNot(document: String) throws {
        let end = try #require(document.ranges(of: "</").last).lowerBound
        let bytes = document.utf8.prefix(upTo: end)
        for count in 0...bytes.count { #expect(!isShown(Array(bytes.prefix(count)))) }
    }

    @Test(arguments: [
        "", "Kommun;År;Rank\nSolna;2009;12\n", "<", "<rss", "<rss>", "<!--", "<a></b>",
        "<rss></rss", "Text </rss>", "<rss></rss><x", "{", "[1, 2", "{\"a\": [1, 2]",
    ])
    func othersDoNot(document: String) {
        #expect(!isShown(Array(document.utf8)))
    }

    @Test func archivesDoByTheRecordAtTheirEnd() {
        let record = Array("PK\u{5}\u{6}".utf8) + [UInt8](repeating: 0, count: 18)
        let archive = Array("PK\u{3}\u{4}".utf8) + [UInt8](repeating: 7, count: 5_000) + record
        #expect(isShown(archive, pieces: 999))
        for count in 1...22 { #expect(!isShown(Array(archive.dropLast(count)))) }
    }
}

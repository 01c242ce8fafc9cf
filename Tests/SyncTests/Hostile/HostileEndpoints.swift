import Foundation
import WebFixtures

/// A server that misbehaves, or content that does, with a piece of what a user is told of it.
struct HostileEndpoint: Sendable {
    var name: String
    var behaviour: Behaviour
    var swedish: String
    var english: String

    /// Every kind there is.
    static let all: [HostileEndpoint] = slow + broken + astray + content

    /// Those that take as long as they may.
    static let slow = [
        HostileEndpoint(
            name: "hang", behaviour: .hang, swedish: "nästan ingenting på",
            english: "next to nothing for"),
        HostileEndpoint(
            name: "drip-body", behaviour: .dripBody(), swedish: "nästan ingenting på",
            english: "next to nothing for"),
        HostileEndpoint(
            name: "drip-header", behaviour: .dripHeader(), swedish: "nästan ingenting på",
            english: "next to nothing for"),
    ]

    static let broken = [
        HostileEndpoint(
            name: "gzip-bomb", behaviour: .gzipBomb(200 << 20), swedish: "15 MiB", english: "15 MiB"
        ),
        HostileEndpoint(
            name: "endless", behaviour: .endless, swedish: "15 MiB", english: "15 MiB"),
        HostileEndpoint(
            name: "huge-headers", behaviour: .hugeHeaders(), swedish: "rubriker är orimligt stora",
            english: "headers are unreasonably large"),
        HostileEndpoint(
            name: "half-close", behaviour: .halfClose("<rss><channel>"),
            swedish: "svaret bröts mitt i", english: "the answer broke off"),
        HostileEndpoint(
            name: "wrong-length",
            behaviour: .halfClose(SampleFeed.of("Kapad").text, announced: 1_000_000),
            swedish: "svaret bröts mitt i",
            english: "the answer broke off"),
        HostileEndpoint(
            name: "too-many", behaviour: .tooMany(retryAfter: "3600"), swedish: "429",
            english: "429"),
        HostileEndpoint(
            name: "error", behaviour: .status(500), swedish: "500", english: "500"),
    ]

    /// Redirects to where nothing is fetched from.
    static let astray = [
        HostileEndpoint(
            name: "loop", behaviour: .redirectLoop, swedish: "mer än 5 gånger",
            english: "more than 5 times"),
        HostileEndpoint(
            name: "to-file", behaviour: .redirect(to: "file:///etc/passwd"),
            swedish: "file:, som inte hör till webben",
            english: "file:, which is not of the web"),
        HostileEndpoint(
            name: "to-private", behaviour: .redirect(to: "http://10.0.0.1/feed"),
            swedish: "10.0.0.1, som har en privat adress",
            english: "10.0.0.1, which has a private address"),
        HostileEndpoint(
            name: "to-loopback", behaviour: .redirect(to: "http://127.0.0.9:9/feed"),
            swedish: "127.0.0.9, som har en privat adress",
            english: "127.0.0.9, which has a private address"),
    ]

    static let content = [
        HostileEndpoint(
            name: "deep-json",
            behaviour: .page(
                [UInt8](repeating: UInt8(ascii: "["), count: 1_000_000), type: "application/json"),
            swedish: "fler än 64 nivåer", english: "more than 64 levels"),
        HostileEndpoint(
            name: "attributes",
            behaviour: .page(
                "<rss " + (0..<200_000).map { "a\($0)=\"\" " }.joined() + "><channel/></rss>",
                type: "application/rss+xml"), swedish: "en tagg längre än 64 KiB",
            english: "a tag longer than 64 KiB"),
        HostileEndpoint(
            name: "entities", behaviour: .page(entityBomb, type: "application/rss+xml"),
            swedish: "flödet har inga nyheter", english: "the feed has no items"),
        HostileEndpoint(
            name: "large-cell",
            behaviour: .page(
                Array("Kommun;År;Rank\nSolna;2009;".utf8)
                    + [UInt8](repeating: UInt8(ascii: "1"), count: 14_000_000), type: "text/csv"),
            swedish: "cellen är längre än 1 MiB", english: "the cell is longer than 1 MiB"),
        HostileEndpoint(
            name: "larger-cell",
            behaviour: .page(
                Array("Kommun;År;Rank\nSolna;2009;".utf8)
                    + [UInt8](repeating: UInt8(ascii: "1"), count: 20 << 20), type: "text/csv"),
            swedish: "15 MiB", english: "15 MiB"),
        HostileEndpoint(
            name: "zip-bomb", behaviour: .page(ZipFixture.bomb(), type: "application/zip"),
            swedish: "ZIP", english: "ZIP"),
        HostileEndpoint(
            name: "deep-xml",
            behaviour: .page(
                String(repeating: "<a>", count: 1_000_000), type: "application/rss+xml"),
            swedish: "fler än 64 nivåer", english: "more than 64 levels"),
    ]

    private static let entityBomb: String = {
        var text = "<!DOCTYPE rss [<!ENTITY a0 \"ha ha ha ha ha ha\">"
        for level in 1...12 {
            let lines = String(repeating: "&a\(level - 1);", count: 12)
            text += "<!ENTITY a\(level) \"\(lines)\">"
        }
        return text + "]><rss><channel><title>&a12;</title></channel></rss>"
    }()
}

/// Archives made by hand (PKWARE's APPNOTE).
enum ZipFixture {
    /// A workbook whose sheet becomes far more than a sheet may.
    static func bomb() -> [UInt8] {
        var packed: [UInt8] = []
        Gzip.bomb(600 << 20) {
            packed += $0
            return packed.count < 14 << 20
        }
        let types = Array("<Types/>".utf8)
        let book = Array(
            "<workbook><sheets><sheet name=\"S\" r:id=\"r\"/></sheets></workbook>".utf8)
        let links = Array(
            "<Relationships><Relationship Id=\"r\" Target=\"worksheets/sheet1.xml\"/></Relationships>"
                .utf8)
        return archive([
            ("[Content_Types].xml", types, nil), ("xl/workbook.xml", book, nil),
            ("xl/_rels/workbook.xml.rels", links, nil),
            ("xl/worksheets/sheet1.xml", Array(packed.dropFirst(10)), 600 << 20),
        ])
    }

    /// - Parameter entries: names and bytes, packed where the unpacked size is told.
    private static func archive(_ entries: [(name: String, bytes: [UInt8], unpacked: Int?)])
        -> [UInt8]
    {
        var (body, directory): ([UInt8], [UInt8]) = ([], [])
        for entry in entries {
            let name = Array(entry.name.utf8)
            let common =
                little(20, 2) + little(0, 2) + little(entry.unpacked == nil ? 0 : 8, 2)
                + little(0, 4) + little(entry.unpacked == nil ? Int(checksum(entry.bytes)) : 0, 4)
                + little(entry.bytes.count, 4) + little(entry.unpacked ?? entry.bytes.count, 4)
                + little(name.count, 2) + little(0, 2)
            directory +=
                [0x50, 0x4B, 1, 2] + little(20, 2) + common + little(0, 10)
                + little(body.count, 4) + name
            body += [0x50, 0x4B, 3, 4] + common + name + entry.bytes
        }
        return body + directory + [0x50, 0x4B, 5, 6] + little(0, 4) + little(entries.count, 2)
            + little(entries.count, 2) + little(directory.count, 4) + little(body.count, 4)
            + little(0, 2)
    }

    private static func little(_ number: Int, _ count: Int) -> [UInt8] {
        (0..<count).map { $0 < 8 ? UInt8(truncatingIfNeeded: number >> (8 * $0)) : 0 }
    }

    private static func checksum(_ bytes: [UInt8]) -> UInt32 {
        ~bytes.reduce(~0) { sum, byte in
            (0..<8).reduce(sum ^ UInt32(byte)) { sum, _ in
                sum & 1 == 1 ? sum >> 1 ^ 0xEDB8_8320 : sum >> 1
            }
        }
    }
}

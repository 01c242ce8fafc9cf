import ClimateModel
import Testing

@testable import Ingest

/// Workbooks made to hurt: every one is refused within its bounds, or harmless.
@Suite(.timeLimit(.minutes(1))) struct HostileWorkbookTests {
    private static let row =
        "<row>\(ArchiveFixture.text("Solna"))<c><v>1</v></c><c><v>2</v></c></row>"

    private func message(_ bytes: [UInt8]) -> Phrase? { failure(bytes)?.problems.first?.message }

    private func message(sheet body: String) -> Phrase? {
        message(ArchiveFixture.workbook(sheet: ArchiveFixture.sheet(body)))
    }

    /// What the tests below are made of is read where nothing is wrong with it.
    @Test func theFixtureIsRead() throws {
        let bytes = ArchiveFixture.workbook(sheet: ArchiveFixture.sheet(Self.row))
        let file = try FileReader.read(bytes, context: Fixture.context())
        #expect(file.figures == ["0184 2020 1.0", "0184 2021 2.0"])
    }

    @Test func bombs() {
        let spaces = String(repeating: " ", count: 6 << 20)
        #expect(message(sheet: spaces + Self.row) == .zipBomb)
        let rows = String(repeating: "<row></row>", count: 600_000)
        #expect(message(sheet: rows + Self.row) == .zipBomb)
        let texts = "<sst>" + String(repeating: "<si><t/></si>", count: 1_000_001) + "</sst>"
        let bytes = ArchiveFixture.workbook(
            sheet: ArchiveFixture.sheet(Self.row), [("xl/sharedStrings.xml", texts)])
        #expect([.zipBomb, .tooManySharedTexts].contains(message(bytes)))
    }

    /// Names are looked up and never followed.
    @Test func namesThatLeadOut() throws {
        let slips = [
            "../../../../tmp/utkik-slip", "/tmp/utkik-slip", "..\\..\\utkik-slip", "C:\\x",
        ]
        let bytes = ArchiveFixture.workbook(
            sheet: ArchiveFixture.sheet(Self.row), slips.map { ($0, "x") })
        #expect(try FileReader.read(bytes, context: Fixture.context()).records == 2)
        for target in ["../../../../etc/passwd", "/etc/passwd", "file:///etc/passwd"] {
            let part = ArchiveFixture.relationships([("s", "worksheet", target)])
            let bytes = ArchiveFixture.workbook(
                sheet: ArchiveFixture.sheet(Self.row), [("xl/_rels/workbook.xml.rels", part)])
            #expect(message(bytes) == .missingSheet("Blad"))
        }
    }

    @Test func sharedTextsThatAreNotThere() {
        for index in ["1", "-1", "99999999999999999999", "x"] {
            let bytes = ArchiveFixture.workbook(
                sheet: ArchiveFixture.sheet(
                    "<row><c t=\"s\"><v>\(index)</v></c><c><v>1</v></c></row>"),
                [("xl/sharedStrings.xml", "<sst><si><t>Solna</t></si></sst>")])
            #expect(message(bytes) == .missingSharedText(1))
        }
    }

    @Test func hugeCells() {
        // Longer than the window of deflate, so that it stays within the ratio.
        var random = SeededGenerator(seed: 31)
        let block = String(
            (0..<40_000).map { _ in "abcdefgh".randomElement(using: &random) ?? "a" })
        let huge = String(repeating: block, count: 500)
        #expect(message(sheet: "<row>\(ArchiveFixture.text(huge))</row>") == .sharedTextTooLong)
        let long = String(repeating: "lång", count: 200_000)
        let cells = String(repeating: "<c t=\"s\"><v>0</v></c>", count: 1_000)
        let bytes = ArchiveFixture.workbook(
            sheet: ArchiveFixture.sheet("<row>\(cells)</row>"),
            [("xl/sharedStrings.xml", "<sst><si><t>\(long)</t></si></sst>")])
        #expect(message(bytes) == .sheetTooLarge)
    }

    @Test func manyColumnsAndRows() {
        #expect(message(sheet: "<row><c r=\"BDWGN2\"><v>1</v></c></row>") == .tooManyColumns)
        let cells = String(repeating: "<c><v>1</v></c>", count: 100_000)
        #expect(message(sheet: "<row>\(cells)</row>") == .tooManyColumns)
        for row in ["0", "-1", "99999999"] {
            #expect(message(sheet: "<row r=\"\(row)\"><c><v>1</v></c></row>") == .tooManyRows)
        }
    }

    @Test func longTagsAndDeepTrees() {
        let many = (0..<200_000).map { " a\($0)=\">\"" }.joined()
        #expect(message(sheet: "<row\(many)/>") == .longTag)
        #expect(message(sheet: "<!-- ' --><row a='\"'\(many)/>") == .longTag)
        #expect(message(sheet: "<![CDATA[ <a b=' ]]><row\(many)/>") == .longTag)
        let deep = String(repeating: "<a>", count: 10_000)
        #expect(message(sheet: deep) == .tooDeep)
        let names = (0..<20_000).map { "<n\($0)/>" }.joined()
        #expect(message(sheet: names) == .partUnreadable)
    }

    @Test func documentTypesAndOtherEncodings() {
        let sheet = ArchiveFixture.sheet(Self.row)
        let bomb = "<!DOCTYPE a [<!ENTITY b \"c\">]>" + sheet
        #expect(message(ArchiveFixture.workbook(sheet: bomb)) == .partHasDocumentType)
        let zero = "<?xml version=\"1.0\"?>\0" + sheet
        #expect(message(ArchiveFixture.workbook(sheet: zero)) == .partNotUTF8)
        #expect(message(ArchiveFixture.workbook(sheet: "L" + sheet)) == .partNotUTF8)
        #expect(message(ArchiveFixture.workbook(sheet: "")) == .partUnreadable)
        #expect(message(ArchiveFixture.workbook(sheet: "<a>")) == .partUnreadable)
        #expect(message(sheet: "<row>&unknown;</row></a>") == .partUnreadable)
    }

    @Test func otherArchives() {
        #expect(message(ArchiveFixture.archive([("a.txt", "a")])) == .zipFile)
        #expect(message(ArchiveFixture.archive([("word/document.xml", "a")])) == .wordDocument)
        #expect(message(ArchiveFixture.archive([("META-INF/manifest.xml", "a")])) == .openDocument)
        #expect(message(ArchiveFixture.archive([("xl/workbook.bin", "a")])) == .binaryWorkbook)
        let old: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1]
        #expect(message(old) == .oldDocument)
        #expect(message(old + encoded("Workbook", .utf16LittleEndian, mark: false)) == .oldWorkbook)
        #expect(
            message(old + encoded("EncryptedPackage", .utf16LittleEndian, mark: false))
                == .encryptedWorkbook)
    }

    /// The number of entries is looked at before libzip makes a record of each.
    @Test func directoriesThatLie() {
        let bytes = ArchiveFixture.workbook(sheet: ArchiveFixture.sheet(Self.row))
        let end = bytes.count - 22
        var many = bytes
        (many[end + 10], many[end + 11]) = (0xFF, 0xFF)
        #expect(message(many) == .archiveDirectory)
        var large = bytes
        large[end + 15] = 0x7F
        #expect(message(large) == .archiveDirectory)
        #expect(message(Array(bytes[..<end])) == .archiveDirectory)
        var encrypted = bytes
        for start in bytes.indices.dropLast(4) {
            if bytes[start...].starts(with: [0x50, 0x4B, 0x03, 0x04]) { encrypted[start + 6] |= 1 }
            if bytes[start...].starts(with: [0x50, 0x4B, 0x01, 0x02]) { encrypted[start + 8] |= 1 }
        }
        #expect(message(encrypted) == .archiveEncrypted)
    }

    /// Cut or changed anywhere, a workbook is refused or read, and never crashes.
    @Test func cutAndChanged() throws {
        let bytes = try workbook("kinds")
        for count in stride(from: 0, to: bytes.count, by: 11) {
            #expect(failure(Array(bytes[..<count])) != nil)
        }
        var random = SeededGenerator(seed: 23)
        for _ in 0..<300 {
            var changed = bytes
            for _ in 0..<Int.random(in: 1...4, using: &random) {
                let place = Int.random(in: bytes.indices, using: &random)
                changed[place] = UInt8.random(in: 0...255, using: &random)
            }
            _ = failure(changed)
        }
    }

    /// A sheet whose bytes were changed inside of the archive is changed XML.
    @Test func changedXML() {
        let sheet = Array(ArchiveFixture.sheet(Self.row).utf8)
        var random = SeededGenerator(seed: 29)
        for _ in 0..<500 {
            var changed = sheet
            for _ in 0..<Int.random(in: 1...3, using: &random) {
                let place = Int.random(in: changed.indices, using: &random)
                changed[place] = UInt8.random(in: 1...127, using: &random)
            }
            _ = failure(
                ArchiveFixture.workbook(sheet: String(decoding: changed, as: UTF8.self)))
        }
    }
}

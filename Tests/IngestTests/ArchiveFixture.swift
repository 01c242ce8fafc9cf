import CZip
import Foundation

/// Workbooks made to hurt, which no library for workbooks would write: archives of any parts.
enum ArchiveFixture {
    static let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    static let links = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"

    /// A workbook of one sheet; parts of the same name take the place of its own.
    static func workbook(sheet: String, _ others: [(String, String)] = []) -> [UInt8] {
        var parts: [(String, String)] = [
            ("_rels/.rels", relationships([("r", "officeDocument", "xl/workbook.xml")])),
            (
                "xl/workbook.xml",
                """
                <workbook xmlns="\(main)" xmlns:r="\(links)"><sheets><sheet name="Blad" sheetId="1" r:id="s"/>\
                </sheets></workbook>
                """
            ),
            (
                "xl/_rels/workbook.xml.rels",
                relationships([
                    ("s", "worksheet", "worksheets/sheet1.xml"),
                    ("t", "sharedStrings", "sharedStrings.xml"),
                ])
            ),
            ("xl/worksheets/sheet1.xml", sheet),
        ]
        parts.removeAll { part in others.contains { $0.0 == part.0 } }
        return archive(parts + others)
    }

    /// A sheet with a heading and the rows of `body`.
    static func sheet(_ body: String) -> String {
        """
        <worksheet xmlns="\(main)"><sheetData><row>\(text("Kommun"))\(text("2020"))\(text("2021"))</row>\
        \(body)</sheetData></worksheet>
        """
    }

    /// A cell with a text of its own.
    static func text(_ text: String) -> String {
        "<c t=\"inlineStr\"><is><t>\(text)</t></is></c>"
    }

    static func relationships(_ all: [(id: String, type: String, target: String)]) -> String {
        let list = all.map {
            "<Relationship Id=\"\($0.id)\" Type=\"\(links)/\($0.type)\" Target=\"\($0.target)\"/>"
        }
        return "<Relationships>\(list.joined())</Relationships>"
    }

    /// A zip archive; empty if libzip can't make it.
    static func archive(_ parts: [(String, String)]) -> [UInt8] {
        guard let target = zip_source_buffer_create(nil, 0, 0, nil),
            let archive = zip_open_from_source(target, ZIP_CREATE | ZIP_TRUNCATE, nil)
        else { return [] }
        zip_source_keep(target)
        defer { zip_source_free(target) }
        let contents = parts.map { Array($0.1.utf8) }
        // The bytes are read when the archive is closed.
        let pointers = contents.map { content in
            let copy = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: max(1, content.count))
            _ = copy.initialize(from: content)
            return copy
        }
        defer { for pointer in pointers { pointer.deallocate() } }
        for (index, part) in parts.enumerated() {
            let source = zip_source_buffer(
                archive, pointers[index].baseAddress, UInt64(contents[index].count), 0)
            _ = zip_file_add(archive, part.0, source, 0)
        }
        guard zip_close(archive) == 0 else { return [] }
        return bytes(of: target)
    }

    private static func bytes(of source: OpaquePointer) -> [UInt8] {
        var status = zip_stat_t()
        guard zip_source_stat(source, &status) == 0, zip_source_open(source) == 0 else { return [] }
        defer { zip_source_close(source) }
        var bytes = [UInt8](repeating: 0, count: Int(status.size))
        let count = bytes.withUnsafeMutableBytes {
            zip_source_read(source, $0.baseAddress, UInt64($0.count))
        }
        return Int(count) == bytes.count ? bytes : []
    }
}

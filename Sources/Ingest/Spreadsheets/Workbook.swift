import ClimateModel

/// A workbook of Office Open XML (ECMA-376): its sheets, and what their cells refer to.
struct Workbook {
    /// A sheet of cells, by its name and the part that holds it.
    struct Sheet {
        var name: String
        fileprivate var part: String
    }

    /// In the order of their tabs.
    private(set) var sheets: [Sheet] = []
    private let archive: ZipArchive
    private let texts = SharedStrings()
    private let formats = CellFormats()
    private var numbers = CellNumber()

    /// Reads all but the sheets.
    ///
    /// - Complexity: O(*n*) in the length of the shared texts.
    init(_ archive: ZipArchive) throws(Problem) {
        self.archive = archive
        let main = try Self.mainPart(archive)
        let index = WorkbookIndex()
        guard try Self.parse(main, of: archive, index) else {
            throw Problem(message: Self.otherContent(archive))
        }
        let targets = Relationships(of: main)
        _ = try Self.parse(targets.part, of: archive, targets)
        numbers.isFrom1904 = index.isFrom1904
        sheets = index.sheets.compactMap { sheet in
            targets.all.first { $0.id == sheet.id && $0.type == "worksheet" }
                .map { Sheet(name: sheet.name, part: $0.target) }
        }
        guard !sheets.isEmpty else { throw Problem(message: .noSheets) }
        if let part = targets.all.first(where: { $0.type == "sharedStrings" })?.target {
            _ = try Self.parse(part, of: archive, texts)
        }
        if let part = targets.all.first(where: { $0.type == "styles" })?.target {
            _ = try Self.parse(part, of: archive, formats)
        }
    }

    /// The rows of a sheet, from the first.
    ///
    /// - Complexity: O(*n*) in the length of the sheet, which is unpacked once to look for merged cells.
    func rows(of sheet: Sheet) throws(Problem) -> SheetRows {
        let taker = SheetTaker(texts, formats, numbers)
        return SheetRows(
            try PartParser(try stream(sheet), taker), taker, try mergedCells(of: sheet))
    }

    private func stream(_ sheet: Sheet) throws(Problem) -> ZipStream {
        guard let stream = try archive.stream(sheet.part) else {
            throw Problem(message: .missingSheet(sheet.name))
        }
        return stream
    }

    /// Merged cells are told after the rows, so that a sheet that has any is read twice.
    private func mergedCells(of sheet: Sheet) throws(Problem) -> MergedCells {
        let cells = MergedCells()
        var search = ByteSearch(Array("mergeCell ".utf8))
        let stream = try stream(sheet)
        while !search.isFound, try stream.next({ search.look(in: $0) }) {}
        guard search.isFound else { return cells }
        var parser = try PartParser(try self.stream(sheet), cells)
        try parser.run()
        return cells
    }

    /// False if there is no such part.
    private static func parse(
        _ part: String, of archive: ZipArchive, _ taker: some PartTaking
    ) throws(Problem) -> Bool {
        guard let stream = try archive.stream(part) else { return false }
        var parser = try PartParser(stream, taker)
        try parser.run()
        return true
    }

    private static func mainPart(_ archive: ZipArchive) throws(Problem) -> String {
        let root = Relationships(of: "")
        guard try parse(root.part, of: archive, root),
            let main = root.all.first(where: { $0.type == "officeDocument" })
        else { throw Problem(message: otherContent(archive)) }
        return main.target
    }

    /// What to do with an archive that is no workbook of this form.
    private static func otherContent(_ archive: ZipArchive) -> Phrase {
        let known: [(String, Phrase)] = [
            ("xl/workbook.bin", .binaryWorkbook), ("META-INF/manifest.xml", .openDocument),
            ("word/document.xml", .wordDocument),
        ]
        return known.first { archive.has($0.0) }?.1 ?? .zipFile
    }
}

/// The sheets that the main part of a workbook lists.
private final class WorkbookIndex: PartTaking {
    var problem: Problem?
    private(set) var sheets: [(name: String, id: String)] = []
    private(set) var isFrom1904 = false

    func start(_ element: XMLElement) {
        if element.isNamed("workbookPr") {
            isFrom1904 = ["1", "true"].contains(element["date1904"])
        } else if element.isNamed("sheet"), let id = element["id"] {
            let name = CleanText.line((element["name"] ?? "").prefix(Limits.titleLength))
            sheets.append((name, id))
            if sheets.count > Limits.sheets { problem = Problem(message: .tooManySheets) }
        }
    }

    func text(_ bytes: UnsafeBufferPointer<UInt8>) {}
    func end(_ element: XMLElement) {}
}

/// Which parts a part refers to (ECMA-376, part 2, section 9.3).
private final class Relationships: PartTaking {
    var problem: Problem?
    private(set) var all: [(id: String, type: String, target: String)] = []
    private let folder: [Substring]
    /// Where they are told.
    let part: String

    init(of source: String) {
        let path = source.split(separator: "/")
        folder = path.dropLast()
        part = (folder + ["_rels", (path.last ?? "") + ".rels"]).joined(separator: "/")
    }

    func start(_ element: XMLElement) {
        guard element.isNamed("Relationship"), element["TargetMode"] != "External",
            let id = element["Id"], let type = element["Type"], let target = element["Target"]
        else { return }
        let kind = type.split(separator: "/").last.map(String.init) ?? ""
        all.append((id, kind, resolve(target)))
        if all.count > 2 * Limits.sheets { problem = Problem(message: .tooManySheets) }
    }

    /// The name in the archive; what leads out of it is a name that nothing has.
    private func resolve(_ target: String) -> String {
        var path = target.hasPrefix("/") ? [] : folder
        for step in target.split(separator: "/") where step != "." {
            if step == ".." { _ = path.popLast() } else { path.append(step) }
        }
        return path.joined(separator: "/")
    }

    func text(_ bytes: UnsafeBufferPointer<UInt8>) {}
    func end(_ element: XMLElement) {}
}

/// Looks for a few bytes in text that comes in chunks.
struct ByteSearch {
    private(set) var isFound = false
    private let wanted: [UInt8]
    private var matched = 0

    /// The first byte of what is wanted must not come again in it, unless with a zero alone between.
    init(_ wanted: [UInt8]) { self.wanted = wanted }

    mutating func look(in chunk: UnsafeBufferPointer<UInt8>) {
        var index = 0
        while !isFound, index < chunk.count {
            if matched == 0 {
                guard let start = chunk.firstIndex(ofByte: wanted[0], from: index) else { return }
                index = start
            }
            let byte = chunk[index]
            matched = byte == wanted[matched] ? matched + 1 : byte == wanted[0] ? 1 : 0
            isFound = matched == wanted.count
            index += 1
        }
    }
}

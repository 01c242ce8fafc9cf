import ClimateModel

/// Reads the first sheet of a workbook that holds figures or projects, or the one that the user tells.
enum WorkbookReader {
    /// Whether bytes are those of a zip archive, as workbooks are.
    static func recognises(_ bytes: [UInt8]) -> Bool {
        bytes.starts(with: [0x50, 0x4B, 0x03, 0x04])
            || bytes.starts(with: [0x50, 0x4B, 0x05, 0x06])
    }

    /// - Complexity: O(*n*) in the unpacked length of what is read. The sheet is never in memory whole.
    static func read(
        _ bytes: [UInt8], _ context: ImportContext
    ) throws(ImportFailure) -> ImportedFile {
        try ZipArchive.open(bytes) { archive throws(ImportFailure) in
            do throws(Problem) {
                return try read(try Workbook(archive), context)
            } catch {
                throw ImportFailure(error)
            }
        }.get()
    }

    private static func read(
        _ workbook: Workbook, _ context: ImportContext
    ) throws(Problem) -> Result<ImportedFile, ImportFailure> {
        let sheets = try sheets(of: workbook, context)
        for sheet in sheets {
            var rows = try rows(of: sheet, workbook, context)
            guard let content = try TableReader.content(of: rows.head, context) else {
                if let problem = rows.problem { throw problem }
                continue
            }
            return result(&rows, sheet, content, context)
        }
        guard sheets.count == 1 || !context.mapping.columns.isEmpty, let sheet = sheets.first else {
            return .failure(ImportFailure(.noTableInSheets(sheets.map(\.name))))
        }
        var rows = try rows(of: sheet, workbook, context)
        return result(&rows, sheet, TableReader.fallback(context), context)
    }

    private static func sheets(
        of workbook: Workbook, _ context: ImportContext
    ) throws(Problem) -> [Workbook.Sheet] {
        guard let wanted = context.mapping.sheet else { return workbook.sheets }
        let folded = SearchKey.fold(CleanText.line(wanted))
        let found = workbook.sheets.filter { SearchKey.fold($0.name) == folded }
        guard !found.isEmpty else {
            throw Problem(message: .noSuchSheet(wanted, workbook.sheets.map(\.name)))
        }
        return found
    }

    private static func rows(
        of sheet: Workbook.Sheet, _ workbook: Workbook, _ context: ImportContext
    ) throws(Problem) -> HeadedRows<SheetRows> {
        HeadedRows(try workbook.rows(of: sheet), headingRow: context.mapping.headingRow)
    }

    private static func result(
        _ rows: inout HeadedRows<SheetRows>, _ sheet: Workbook.Sheet,
        _ content: TableReader.Content, _ context: ImportContext
    ) -> Result<ImportedFile, ImportFailure> {
        let form = TableForm(name: "XLSX (\(sheet.name))", encoding: .utf8)
        return Result { () throws(ImportFailure) in
            try TableReader.read(&rows, as: content, form, context)
        }
    }
}

extension Phrase {
    static func noTableInSheets(_ sheets: [String]) -> Phrase {
        let list = sheets.prefix(12).map { Problem.shown($0) }.joined(separator: ", ")
        return Phrase(
            sv:
                "inget blad (\(list)) har en rubrikrad: väntade kommun och år, placering eller värde, eller projekt",
            en:
                "no sheet (\(list)) has a heading row: expected municipality and year, rank or value, or projects"
        )
    }
}

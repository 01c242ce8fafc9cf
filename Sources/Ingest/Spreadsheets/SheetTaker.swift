import ClimateModel

/// Makes rows of the cells of a sheet (ECMA-376, part 1, section 18.3.1).
final class SheetTaker: PartTaking {
    var problem: Problem?
    /// The rows that aren't blank, in their order.
    private(set) var rows: [Row] = []

    private let texts: SharedStrings
    private let formats: CellFormats
    private let numbers: CellNumber

    private var row = Row(line: 0, cells: [])
    private var rowCount = 0
    private var cellCount = 0
    private var textSize = 0
    private var column = -1
    private var kind = Kind.number
    private var format = CellFormat.plain
    private var content: [UInt8] = []
    private var isInContent = false
    private var isInReading = false

    private enum Kind {
        case number, shared, inline, formulaText, truth, error, date
    }

    init(_ texts: SharedStrings, _ formats: CellFormats, _ numbers: CellNumber) {
        self.texts = texts
        self.formats = formats
        self.numbers = numbers
    }

    /// Hands over what was made.
    func takeRows() -> [Row] {
        defer {
            rows.removeAll(keepingCapacity: true)
            textSize = 0
        }
        return rows
    }

    // MARK: Elements

    func start(_ element: XMLElement) {
        if element.isNamed("c") {
            startCell(element)
        } else if element.isNamed("v") {
            isInContent = kind != .inline
        } else if element.isNamed("row") {
            startRow(element)
        } else if element.isNamed("t") {
            isInContent = kind == .inline && !isInReading
        } else if element.isNamed("rPh") {
            isInReading = true
        }
    }

    func text(_ bytes: UnsafeBufferPointer<UInt8>) {
        guard isInContent else { return }
        content.append(contentsOf: bytes)
        if content.count > Limits.cellSize {
            problem = Problem(line: row.line, column: column + 1, message: .sharedTextTooLong)
        }
    }

    func end(_ element: XMLElement) {
        if element.isNamed("v") || element.isNamed("t") {
            isInContent = false
        } else if element.isNamed("c") {
            endCell()
        } else if element.isNamed("rPh") {
            isInReading = false
        } else if element.isNamed("row") {
            rowCount += 1
            if rowCount > Limits.sheetRows { problem = Problem(message: .tooManyRows) }
            if !row.isBlank { rows.append(row) }
        }
    }

    private func startRow(_ element: XMLElement) {
        let number = element["r"].flatMap { Int($0) } ?? row.line + 1
        row.line = number
        row.cells.removeAll()
        column = -1
        if number <= 0 || number > Limits.sheetRows { problem = Problem(message: .tooManyRows) }
    }

    private func startCell(_ element: XMLElement) {
        column = element["r"].flatMap { CellPlace($0)?.column } ?? column + 1
        format = element["s"].flatMap { Int($0) }.map { formats[$0] } ?? .plain
        content.removeAll(keepingCapacity: true)
        kind =
            switch element["t"] {
            case "s": .shared
            case "inlineStr": .inline
            case "str": .formulaText
            case "b": .truth
            case "e": .error
            case "d": .date
            default: .number
            }
    }

    // MARK: Cells

    private func endCell() {
        guard !content.isEmpty, let text = text() else { return }
        guard column < Limits.columns else {
            problem = Problem(line: row.line, column: column + 1, message: .tooManyColumns)
            return
        }
        let missing = column - row.cells.count
        if missing > 0 {
            row.cells.append(
                contentsOf: repeatElement(Cell(text: "", line: row.line), count: missing))
        }
        let cell = Cell(text: text, line: row.line)
        if column < row.cells.count { row.cells[column] = cell } else { row.cells.append(cell) }
        cellCount += max(0, missing) + 1
        textSize += text.utf8.count
        // A text that many cells share must not become many texts.
        if cellCount > Limits.sheetCells || textSize > Limits.sharedStringsSize {
            problem = Problem(line: row.line, column: column + 1, message: .sheetTooLarge)
        }
    }

    /// What the cell shows; nil if its shared text doesn't exist.
    private func text() -> String? {
        switch kind {
        case .number: return numbers.text(content, format)
        case .shared:
            guard let index = Int(String(decoding: content, as: UTF8.self)),
                let text = texts[index]
            else {
                problem = Problem(
                    line: row.line, column: column + 1,
                    cell: String(decoding: content.prefix(20), as: UTF8.self),
                    message: .missingSharedText(texts.count))
                return nil
            }
            return EscapedText.decode(text)
        case .inline, .formulaText: return EscapedText.decode(content)
        case .truth: return content == [UInt8(ascii: "1")] ? "true" : "false"
        case .error: return String(decoding: content, as: UTF8.self)
        case .date:
            let text = String(decoding: content.prefix(40), as: UTF8.self)
            return text.hasSuffix("T00:00:00") ? String(text.prefix(10)) : text
        }
    }
}

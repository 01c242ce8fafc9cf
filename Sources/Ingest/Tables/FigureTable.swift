import ClimateModel

/// Reads tables of figures: ranks or values by municipality and year.
///
/// **Long** tables have one row for each municipality and year, **wide** ones a column for each year; headings in Swedish
/// or English (``ColumnRole``), on one of the first 30 rows. Rows about a county, the country or a mean are skipped and
/// counted, and so are notes below the table. A year of a series without one figure is left out; a gap within it is an
/// observation with its status.
struct FigureTable {
    /// The years that figures may be of.
    static let years = 1900...2100

    private let context: ImportContext
    private let delimiter: Delimiter
    private var reader: DelimitedReader
    private var problems = ProblemList()
    private var series: SeriesTable
    private var figures: [RawFigure] = []
    private var skippedAreas = 0
    private var skippedNotes = 0

    init(_ bytes: [UInt8], delimiter: Delimiter, context: ImportContext) {
        self.context = context
        self.delimiter = delimiter
        reader = DelimitedReader(
            bytes, delimiter: delimiter.byte, from: delimiter.start, line: delimiter.line)
        series = SeriesTable(context: context)
    }

    /// The heading row of a table of figures among the first 30 rows; nil if there is none.
    static func layout(in reader: inout DelimitedReader) throws(Problem) -> TableLayout? {
        for _ in 0..<30 {
            guard let row = try reader.next() else { return nil }
            let layout = TableLayout(heading: row)
            if layout.isFigureTable { return layout }
        }
        return nil
    }

    /// What the table says.
    ///
    /// - Complexity: O(*n*) in the length of the text.
    static func read(
        _ bytes: [UInt8], delimiter: Delimiter, encoding: TextEncoding, context: ImportContext
    ) throws(ImportFailure) -> ImportedFile {
        var table = FigureTable(bytes, delimiter: delimiter, context: context)
        let layout: TableLayout
        do throws(Problem) {
            guard let found = try Self.layout(in: &table.reader) else {
                throw Problem(line: 1, message: .noFigureHeading)
            }
            layout = found
            try table.readRows(layout)
        } catch {
            table.problems.add(error)
            throw table.problems.failure
        }
        return try table.finished(layout, encoding: encoding)
    }

    private mutating func readRows(_ layout: TableLayout) throws(Problem) {
        var columns = FigureColumns(layout, options: context.options)
        guard columns.canTellYear else {
            throw Problem(line: layout.line, message: .noYear)
        }
        var count = 0
        while let row = try reader.next() {
            read(row, &columns)
            count += 1
            if count % 256 == 0 { context.progress(reader.progress) }
            guard figures.count <= Limits.figures else {
                throw Problem(line: row.line, message: .tooManyFigures)
            }
        }
    }

    private mutating func read(_ row: Row, _ columns: inout FigureColumns) {
        if let extra = row.cells.indices.dropFirst(columns.layout.columns.count).first(where: {
            !row.cells[$0].isBlank
        }) {
            problems.add(
                Problem(
                    line: row[extra].line, column: extra + 1, cell: row[extra].text,
                    message: .moreCellsThanHeadings(columns.layout.columns.count)))
            return
        }
        let code: MunicipalityCode
        let suggesting = problems.total < ImportFailure.mostProblems
        switch columns.municipality(of: row, context.municipalities, suggesting: suggesting) {
        case .code(let found): code = found
        case .area:
            skippedAreas += 1
            return
        case .note:
            skippedNotes += 1
            return
        case .problem(let problem):
            problems.add(problem)
            return
        }
        let key = columns.seriesName(of: row)
        let index = series.index(of: key, isRankColumn: columns.rankHint)
        let detail: FigureDetail
        do throws(Problem) {
            detail = try columns.detail(of: row)
        } catch {
            problems.add(error)
            return
        }
        for cell in columns.figureCells(of: row, kind: series[index].knownKind) {
            append(cell, of: code, series: index, detail: detail, in: row)
        }
    }

    private mutating func append(
        _ cell: FigureColumns.FigureCell, of code: MunicipalityCode, series index: Int,
        detail: FigureDetail, in row: Row
    ) {
        let place = row[cell.column]
        switch cell.year {
        case .success(let year):
            figures.append(
                RawFigure(
                    line: place.line, column: cell.column, municipality: code, year: year,
                    series: index, text: CleanText.line(place.text), detail: detail))
        case .failure(let problem): problems.add(problem)
        }
    }

    private mutating func finished(
        _ layout: TableLayout, encoding: TextEncoding
    ) throws(ImportFailure) -> ImportedFile {
        var builder = FigureBuilder(
            figures: figures, series: series, context: context, delimiter: delimiter.byte,
            problems: problems)
        let content = try builder.build()
        guard content.count > 0 else {
            throw ImportFailure(Problem(line: layout.line, message: .noRows))
        }
        var notes: [Phrase] = []
        if skippedAreas > 0 { notes.append(.skippedAreas(skippedAreas)) }
        if skippedNotes > 0 { notes.append(.skippedNotes(skippedNotes)) }
        let ignored = layout.ignored(except: FigureColumns.used(of: layout))
        if !ignored.isEmpty { notes.append(.ignoredColumns(ignored)) }
        return ImportedFile(
            type: content.type, format: delimiter.formatName, encoding: encoding,
            batch: content.batch, records: content.count, title: content.title, notes: notes)
    }
}

/// One cell with a figure, before its meaning is known.
struct RawFigure {
    var line: Int
    /// From 0.
    var column: Int
    var municipality: MunicipalityCode
    var year: Int
    var series: Int
    var text: String
    var detail: FigureDetail

    func problem(_ message: Phrase) -> Problem {
        Problem(line: line, column: column + 1, cell: text, message: message)
    }
}

/// What a row tells of its figures besides themselves.
struct FigureDetail: Hashable {
    /// Nil where it does not say.
    var certainty: Certainty?
    var source: String?
    var publisher: String?
    var responses: Int?
    var responseRate: Double?
}

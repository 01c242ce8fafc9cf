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
    private let form: TableForm
    private var problems = ProblemList()
    private var series: SeriesTable
    private var skippedAreas = 0
    private var skippedNotes = 0

    private init(_ form: TableForm, _ layout: TableLayout, _ context: ImportContext) {
        self.context = context
        self.form = form
        series = SeriesTable(layout: layout, context: context)
    }

    /// The heading of a table of figures among its first rows, and which of them it is; nil if there is none.
    ///
    /// - Throws: a problem for a mapping that has a name of no column.
    static func heading(
        in rows: [Row], _ context: ImportContext
    ) throws(Problem) -> (index: Int, layout: TableLayout)? {
        let mapping = try ColumnMapping(
            context.mapping.columns, names: ColumnRole.names, role: ColumnRole.init(heading:))
        for (index, row) in rows.enumerated() {
            let layout = TableLayout(
                heading: row, mapping, municipalityIsTold: context.toldMunicipality != nil)
            if let told = context.mapping.headingRow {
                guard row.line == told else { throw Problem(line: told, message: .noSuchRow(told)) }
                return layout.isFigureTable ? (index, layout) : nil
            }
            if layout.isFigureTable { return (index, layout) }
        }
        return nil
    }

    /// What the table says.
    ///
    /// - Complexity: O(*n*) in the length of the text.
    static func read(
        _ rows: inout HeadedRows<some RowSource>, _ form: TableForm, _ context: ImportContext
    ) throws(ImportFailure) -> ImportedFile {
        var table: FigureTable
        let layout: TableLayout
        do throws(Problem) {
            guard let found = try heading(in: rows.head, context) else {
                if let problem = rows.problem { throw problem }
                throw try noHeading(in: rows.head, context)
            }
            rows.skip(through: found.index)
            layout = found.layout
            table = FigureTable(form, layout, context)
        } catch {
            throw ImportFailure(error)
        }
        do throws(Problem) {
            try table.readRows(&rows, layout)
        } catch {
            table.problems.add(error)
            throw table.problems.failure
        }
        return try table.finished(layout)
    }

    private static func noHeading(
        in rows: [Row], _ context: ImportContext
    ) throws(Problem) -> Problem {
        let mapping = try ColumnMapping(
            context.mapping.columns, names: ColumnRole.names, role: ColumnRole.init(heading:))
        return mapping.problem(in: rows) ?? UnknownHeadings(in: rows, context).ofFigures
    }

    private mutating func readRows(
        _ rows: inout HeadedRows<some RowSource>, _ layout: TableLayout
    ) throws(Problem) {
        var columns = FigureColumns(layout, context)
        guard columns.canTellYear else {
            throw Problem(line: layout.line, message: .noYear)
        }
        var count = 0
        while let row = try rows.next() {
            try read(row, &columns)
            count += 1
            if count % 256 == 0 { context.progress(rows.progress) }
        }
    }

    private mutating func read(_ row: Row, _ columns: inout FigureColumns) throws(Problem) {
        if let extra = row.cells.indices.dropFirst(columns.layout.columns.count).first(where: {
            !row.cells[$0].isBlank
        }) {
            problems.add(
                Problem(
                    line: row[extra].line, column: extra + 1, cell: row[extra].text,
                    message: .moreCellsThanHeadings(columns.layout.columns.count)))
            return
        }
        let suggesting = problems.total < ImportFailure.mostProblems
        switch columns.municipality(of: row, context.municipalities, suggesting: suggesting) {
        case .code(let code): try readFigures(of: code, row, columns)
        case .area: skippedAreas += 1
        case .note: skippedNotes += 1
        case .problem(let problem): problems.add(problem)
        }
    }

    private mutating func readFigures(
        of code: MunicipalityCode, _ row: Row, _ columns: FigureColumns
    ) throws(Problem) {
        let index = try series.index(
            of: columns.seriesName(of: row), isRankColumn: columns.rankHint)
        let detail: FigureDetail
        do throws(Problem) {
            detail = try columns.detail(of: row)
        } catch {
            problems.add(error)
            return
        }
        for cell in columns.figureCells(of: row, kind: series[index].knownKind) {
            let place = row[cell.column]
            switch cell.year {
            case .success(let year):
                try series.add(
                    place, column: cell.column, to: index, of: code, year: year, detail: detail)
            case .failure(let problem): problems.add(problem)
            }
        }
    }

    private mutating func finished(_ layout: TableLayout) throws(ImportFailure) -> ImportedFile {
        var builder = FigureBuilder(
            series: series, context: context, form: form, problems: problems)
        series = SeriesTable(layout: layout, context: context)
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
            type: content.type, format: form.name, encoding: form.encoding,
            batch: content.batch, records: content.count, title: content.title, notes: notes)
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

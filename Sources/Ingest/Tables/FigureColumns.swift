import ClimateModel

/// Reads the cells of one row of a table of figures by its layout.
struct FigureColumns {
    let layout: TableLayout
    private let type: ContentType?
    private let toldYear: Int?
    private let toldMunicipality: MunicipalityCode?
    private let code: Int?
    private let name: Int?
    private let year: Int?
    private let rank: Int?
    private let value: Int?
    private let years: [(index: Int, year: Int, isRank: Bool?)]
    private let hasArea: Bool
    /// What cells were found to mean: the same few hundred come again and again.
    private var matches: [String: MunicipalityFinder.Match] = [:]

    /// What a row is about.
    enum Subject {
        case code(MunicipalityCode)
        /// A county, the country, a mean.
        case area
        /// A line below the table.
        case note
        case problem(Problem)
    }

    /// The index of a cell with a figure, and the year it is of.
    struct FigureCell {
        var column: Int
        var year: Result<Int, Problem>
    }

    init(_ layout: TableLayout, _ context: ImportContext) {
        self.layout = layout
        type = context.options.type
        toldYear = context.toldYear
        toldMunicipality = layout.hasMunicipality ? nil : context.toldMunicipality?.code
        code = layout.first(.code)
        name = layout.first(.name)
        year = layout.first(.year)
        rank = layout.first(.rank)
        value = layout.first(.value)
        hasArea = layout.first(.area) != nil
        let all = layout.yearColumns
        let wantsValues = type == .indicator
        let preferred = all.filter { $0.isRank == !wantsValues }
        years = preferred.isEmpty || !all.contains { $0.isRank == wantsValues } ? all : preferred
    }

    var canTellYear: Bool { !years.isEmpty || year != nil || toldYear != nil }

    /// Whether the headings say that figures are ranks.
    var rankHint: Bool? {
        if let first = years.first { return first.isRank }
        return rank != nil && value != nil ? nil : rank != nil
    }

    /// The columns that something is made of.
    static func used(of layout: TableLayout) -> Set<Int> {
        Set(layout.columns.indices.filter { layout.columns[$0] != nil })
    }

    // MARK: The municipality

    /// - Parameter suggesting: whether a problem is to say which names were likely meant.
    mutating func municipality(
        of row: Row, _ finder: MunicipalityFinder, suggesting: Bool
    ) -> Subject {
        if let toldMunicipality { return .code(toldMunicipality) }
        let codeText = code.map { CleanText.line(row[$0].text) } ?? ""
        let nameText = name.map { CleanText.line(row[$0].text) } ?? ""
        guard !codeText.isEmpty || !nameText.isEmpty else {
            if hasArea { return .area }
            let column = code ?? name ?? 0
            return row.cells.count { !$0.isBlank } == 1
                ? .note
                : .problem(problem(row, column, .missingMunicipality))
        }
        let byCode = codeText.isEmpty ? nil : match(codeText, finder, suggesting)
        let byName = nameText.isEmpty ? nil : match(nameText, finder, suggesting)
        if isNote(row, byCode ?? byName) { return .note }
        return combine(row, byCode, byName)
    }

    private mutating func match(
        _ text: String, _ finder: MunicipalityFinder, _ suggesting: Bool
    ) -> MunicipalityFinder.Match {
        if let known = matches[text] { return known }
        // A table of a thousand names that mean nothing is not one of municipalities: looking for likenesses takes time.
        let hasRoom = matches.count < 1_000
        let match = finder.find(text, suggesting: suggesting && hasRoom)
        if hasRoom { matches[text] = match }
        return match
    }

    /// A lone text that is like no municipality's name: "Källa: …".
    private func isNote(_ row: Row, _ match: MunicipalityFinder.Match?) -> Bool {
        match == .unknown(suggestions: []) && layout.columns.count > 1
            && row.cells.count { !$0.isBlank } == 1
    }

    private func combine(
        _ row: Row, _ byCode: MunicipalityFinder.Match?, _ byName: MunicipalityFinder.Match?
    ) -> Subject {
        switch (byCode, byName) {
        case (.aggregate, nil), (nil, .aggregate), (.aggregate, .aggregate): return .area
        case (.unknown, .aggregate): return .area
        case (.municipality(let found), nil), (nil, .municipality(let found)):
            return .code(found.code)
        case (.municipality(let coded), .municipality(let named)):
            return coded.code == named.code
                ? .code(coded.code)
                : .problem(problem(row, name ?? 0, .codeAndNameDiffer(coded, named)))
        case (_, .unknown(let suggestions)):
            let column = name ?? 0
            return .problem(
                problem(row, column, .unknownMunicipality(row[column].text, suggestions)))
        default:
            let column = code ?? 0
            return .problem(problem(row, column, .unknownCode(row[column].text)))
        }
    }

    // MARK: The rest of the row

    /// What the row's figures are of; nil where the table doesn't say.
    func seriesName(of row: Row) -> String? {
        let parts = (layout.all(.indicator) + layout.all(.series))
            .map { CleanText.line(row[$0].text) }
        var distinct: [String] = []
        for part in parts where !part.isEmpty && !distinct.contains(part) { distinct.append(part) }
        return distinct.isEmpty
            ? nil : String(distinct.joined(separator: " – ").prefix(Limits.titleLength))
    }

    /// Where the figures stand: one cell in a long table, one a year in a wide one.
    ///
    /// - Parameter kind: of the indicator, where it is known before; it chooses between a column of ranks and one of
    ///   values.
    func figureCells(of row: Row, kind: Indicator.Kind?) -> [FigureCell] {
        if !years.isEmpty {
            return years.map { FigureCell(column: $0.index, year: .success($0.year)) }
        }
        let wantsValue = kind.map { $0 == .value } ?? (type == .indicator)
        guard let column = wantsValue ? value ?? rank : rank ?? value else { return [] }
        return [FigureCell(column: column, year: year(of: row))]
    }

    private func year(of row: Row) -> Result<Int, Problem> {
        guard let column = year else {
            if let year = toldYear { return .success(year) }
            return .failure(Problem(line: row.line, message: .noYear))
        }
        let text = CleanText.line(row[column].text)
        guard let number = NumberText.number(text), number.value == number.value.rounded(),
            FigureTable.years.contains(Int(clamped: number.value)), text.first != "-"
        else { return .failure(problem(row, column, .badYear)) }
        return .success(Int(clamped: number.value))
    }

    func detail(of row: Row) throws(Problem) -> FigureDetail {
        var detail = FigureDetail()
        detail.source = text(.source, row)
        detail.publisher = text(.publisher, row)
        if let column = layout.first(.certainty), let text = text(.certainty, row) {
            guard let certainty = Certainty(word: text) else {
                throw problem(row, column, .badCertainty)
            }
            detail.certainty = certainty
        }
        if let column = layout.first(.responses), let text = text(.responses, row),
            NumberText.missing(text) == nil
        {
            guard let number = NumberText.number(text), number.value >= 0,
                number.value < 1_000_000_000, number.value == number.value.rounded()
            else { throw problem(row, column, .badCount) }
            detail.responses = Int(number.value)
        }
        if let column = layout.first(.responseRate), let text = text(.responseRate, row),
            NumberText.missing(text) == nil
        {
            guard let number = NumberText.number(text), (0...100).contains(number.value) else {
                throw problem(row, column, .badShare)
            }
            let isPercent = number.value > 1 || text.hasSuffix("%")
            detail.responseRate = isPercent ? number.value / 100 : number.value
        }
        return detail
    }

    private func text(_ role: ColumnRole, _ row: Row) -> String? {
        guard let column = layout.first(role) else { return nil }
        let text = CleanText.line(row[column].text)
        return text.isEmpty ? nil : text
    }

    private func problem(_ row: Row, _ column: Int, _ message: Phrase) -> Problem {
        Problem(
            line: row[column].line, column: column + 1, cell: row[column].text, message: message)
    }
}

extension Int {
    /// `value` as a whole number; 0 if it is far outside of what anything here counts.
    init(clamped value: Double) { self = abs(value) < 1e15 ? Int(value) : 0 }
}

extension Certainty {
    /// In Swedish or English; nil for another word.
    init?(word: String) {
        switch SearchKey.fold(word) {
        case "high", "hog": self = .high
        case "medium", "medel": self = .medium
        case "low", "lag": self = .low
        default: return nil
        }
    }
}

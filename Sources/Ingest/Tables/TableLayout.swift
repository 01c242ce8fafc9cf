import ClimateModel

/// Which columns of a table of figures hold what.
struct TableLayout {
    var columns: [ColumnRole?]
    var headings: [String]
    /// The headings' row.
    var line: Int
    private let mapping: ColumnMapping<ColumnRole>
    private let municipalityIsTold: Bool

    /// Never nil; whether it is a table of figures is another question.
    init(heading row: Row, _ mapping: ColumnMapping<ColumnRole>, municipalityIsTold: Bool = false) {
        headings = row.cells.map { CleanText.line($0.text) }
        let figureIsTold = mapping.covers(.rank) || mapping.covers(.value)
        columns = headings.map { heading in
            if let told = mapping.role(of: heading) { return told }
            guard let role = ColumnRole(heading: heading), !mapping.covers(role) else { return nil }
            if case .figures = role, figureIsTold { return nil }
            return role
        }
        line = row.line
        self.mapping = mapping
        self.municipalityIsTold = municipalityIsTold
    }

    /// The first column of that role.
    func first(_ role: ColumnRole) -> Int? { columns.firstIndex(of: role) }

    func all(_ role: ColumnRole) -> [Int] { columns.indices.filter { columns[$0] == role } }

    /// The columns of figures by year, in a wide table.
    var yearColumns: [(index: Int, year: Int, isRank: Bool?)] {
        columns.enumerated().compactMap { index, role in
            guard case .figures(let year, let isRank) = role else { return nil }
            return (index, year, isRank)
        }
    }

    var hasMunicipality: Bool { first(.code) != nil || first(.name) != nil }

    /// A column of ranks or values, in a long table.
    var hasFigure: Bool { first(.rank) != nil || first(.value) != nil }

    /// One column a year.
    var isWide: Bool { !yearColumns.isEmpty }

    /// Whether it can be the heading of a table of figures, its year told or not.
    ///
    /// Where the user has told whom all of it is about, something else must show that it is a heading.
    var isFigureTable: Bool {
        guard isWide || hasFigure else { return false }
        let isOfOne = municipalityIsTold && (first(.indicator) != nil || first(.year) != nil)
        return (hasMunicipality || isOfOne) && mapping.missing(among: headings).isEmpty
    }

    /// Headings that no use was made of.
    func ignored(except used: Set<Int>) -> [String] {
        headings.indices.filter { !used.contains($0) && !headings[$0].isEmpty }.map {
            headings[$0]
        }
    }
}

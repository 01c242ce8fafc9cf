import ClimateModel

/// Reads a table as what it is: figures or projects.
enum TableReader {
    /// What the first rows of a table show it to be.
    enum Content {
        case figures, projects
    }

    /// Nil where nothing tells. What the user has said of the source decides between the two.
    ///
    /// - Throws: what is wrong with the user's mapping, or that projects lack their municipality.
    static func content(of head: [Row], _ context: ImportContext) throws(Problem) -> Content? {
        let wanted = wanted(context)
        if wanted != .figures,
            let mapping = try projectMapping(context),
            try ProjectTable.heading(in: head, mapping, context) != nil
        {
            return .projects
        }
        if wanted != .projects, figuresMayBe(context),
            try FigureTable.heading(in: head, context) != nil
        {
            return .figures
        }
        if wanted != .figures, let mapping = try projectMapping(context) {
            try ProjectTable.requireMunicipality(in: head, mapping)
        }
        return nil
    }

    /// What the user wants it read as; nil where that is to be found.
    static func wanted(_ context: ImportContext) -> Content? {
        switch context.options.type {
        case .ranking, .indicator: .figures
        case .projects: .projects
        default:
            switch context.source?.settings.kind {
            case .table: .figures
            case .projects: .projects
            default: nil
            }
        }
    }

    /// - Complexity: O(*n*).
    static func read(
        _ rows: inout HeadedRows<some RowSource>, as content: Content, _ form: TableForm,
        _ context: ImportContext
    ) throws(ImportFailure) -> ImportedFile {
        do throws(ImportFailure) {
            switch content {
            case .figures: return try FigureTable.read(&rows, form, context)
            case .projects: return try ProjectTable.read(&rows, form, context)
            }
        } catch {
            throw error.reading(
                as: content == .projects ? .projects : context.options.type ?? .ranking)
        }
    }

    /// What to tell of a table that is neither, where it must be one.
    static func fallback(_ context: ImportContext) -> Content {
        wanted(context) ?? (figuresMayBe(context) ? .figures : .projects)
    }

    /// Whether the user's mapping has names of figures' columns alone.
    private static func figuresMayBe(_ context: ImportContext) -> Bool {
        wanted(context) == .figures
            || context.mapping.columns.keys.allSatisfy { ColumnRole(heading: $0) != nil }
    }

    /// Nil for a mapping that is of figures.
    private static func projectMapping(
        _ context: ImportContext
    ) throws(Problem) -> ProjectMapping? {
        let isOfFigures =
            wanted(context) == nil && figuresMayBe(context)
            && !context.mapping.columns.keys.allSatisfy {
                FieldName($0, among: ProjectField.byName) != nil
            }
        return isOfFigures ? nil : try ProjectMapping(context.mapping)
    }
}

import ClimateModel

/// What the user says of a list of projects that names its fields and phases in its own way.
struct ProjectMapping {
    /// Which headings are which fields.
    let columns: ColumnMapping<FieldName<ProjectField>>
    /// What the list's own words for phases stand for, the words folded.
    let phases: [String: Project.Phase]

    /// The name of each field that a mapping may give a heading.
    static let names = ProjectField.allCases.map(\.rawValue)

    /// - Throws: a problem for a name of no field, and for a phase that there is not.
    init(_ mapping: TableMapping) throws(Problem) {
        columns = try ColumnMapping(mapping.columns, names: Self.names) {
            FieldName($0, among: ProjectField.byName)
        }
        var phases: [String: Project.Phase] = [:]
        for (word, phase) in mapping.phases {
            guard let phase = Project.Phase(word: phase) else {
                throw Problem(cell: phase, message: .badPhase)
            }
            phases[SearchKey.fold(CleanText.line(word))] = phase
        }
        self.phases = phases
    }

    /// The field of a heading; nil for one that means nothing here.
    func field(of heading: String) -> FieldName<ProjectField>? {
        if let told = columns.role(of: heading) { return told }
        let detected = FieldName(heading, among: ProjectField.byName)
        return detected.flatMap { columns.covers($0) ? nil : $0 }
    }

    /// The same fields under the names that they have here; what the user has told another heading for is left out.
    func renamed(_ entries: [Tree.Entry]) -> [Tree.Entry] {
        guard !columns.isEmpty else { return entries }
        return entries.compactMap { entry in
            var entry = entry
            if let told = columns.role(of: entry.key) {
                entry.key = told.field.rawValue + (told.language.map { "_" + $0.rawValue } ?? "")
            } else if let detected = FieldName(entry.key, among: ProjectField.byName),
                columns.covers(detected)
            {
                return nil
            }
            return entry
        }
    }

    /// Whether fields are those of a project: with a title, a municipality unless the user has told it, and something more.
    func describeProject(_ headings: [String], municipalityIsTold: Bool, atLeast: Int) -> Bool {
        let fields = Set(headings.compactMap { field(of: $0)?.field })
        let isOfOne = municipalityIsTold && !fields.isDisjoint(with: ProjectField.ofProjectsAlone)
        return fields.contains(.title) && (isOfOne || fields.contains(.municipality))
            && fields.count >= atLeast && columns.missing(among: headings).isEmpty
    }
}

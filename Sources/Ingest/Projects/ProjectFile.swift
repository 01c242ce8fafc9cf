import ClimateModel

/// Reads projects from the tree of a YAML or JSON file. Their form is documented with the program, under Import formats.
enum ProjectFile {
    /// - Complexity: O(*n*).
    static func read(
        _ root: Tree, format: String, encoding: TextEncoding, context: ImportContext
    ) throws(ImportFailure) -> ImportedFile {
        let items = items(of: root)
        guard !items.isEmpty else {
            throw ImportFailure(
                Problem(line: root.line, column: root.column, message: .noProjects))
        }
        var reader = ProjectReader(context)
        for (index, item) in items.enumerated() {
            reader.read(item)
            if index % 64 == 0 { context.progress(Double(index) / Double(items.count)) }
        }
        return try reader.finished(format: format, encoding: encoding)
    }

    /// Whether it holds projects: something with a title and a municipality.
    static func recognises(_ root: Tree) -> Bool {
        guard let first = items(of: root).first else { return false }
        let fields = Set(
            (first.entries ?? []).compactMap {
                FieldName($0.key, among: ProjectField.byName)?.field
            })
        return fields.contains(.title)
            && (fields.contains(.municipality) || fields.contains(.phase))
    }

    /// A list, a table with a list under "projects", or one project.
    private static func items(of root: Tree) -> [Tree] {
        if let list = root.list { return list }
        let named = root.entries?.first {
            ["projects", "projekt"].contains(SearchKey.fold($0.key)) && $0.value.list != nil
        }
        if let named { return named.value.list ?? [] }
        return root.entries.map { $0.isEmpty ? [] : [root] } ?? []
    }
}

import ClimateModel

/// Reads projects from the tree of a YAML or JSON file. Their form is documented with the program, under Import formats.
enum ProjectFile {
    /// - Complexity: O(*n*).
    static func read(
        _ root: Tree, format: String, encoding: TextEncoding, context: ImportContext
    ) throws(ImportFailure) -> ImportedFile {
        var reader = try ProjectReader(context)
        let items = items(of: root, reader.mapping, context)
        guard !items.isEmpty else {
            throw ImportFailure(
                Problem(line: root.line, column: root.column, message: .noProjects))
        }
        try checkMapping(of: items, reader.mapping)
        for (index, item) in items.enumerated() {
            reader.read(item)
            if index % 64 == 0 { context.progress(Double(index) / Double(items.count)) }
        }
        return try reader.finished(format: format, encoding: encoding)
    }

    /// Whether it holds projects: something with a title and a municipality or a phase.
    static func recognises(_ root: Tree, _ context: ImportContext) -> Bool {
        guard let mapping = try? ProjectMapping(context.mapping) else { return false }
        return items(of: root, mapping, context).first.map {
            isProject($0, mapping, context)
        } ?? false
    }

    private static func isProject(
        _ tree: Tree, _ mapping: ProjectMapping, _ context: ImportContext
    ) -> Bool {
        let fields = Set((tree.entries ?? []).compactMap { mapping.field(of: $0.key)?.field })
        let telling: Set<ProjectField> =
            context.toldMunicipality == nil
            ? [.municipality, .phase] : ProjectField.ofProjectsAlone
        return fields.contains(.title) && !fields.isDisjoint(with: telling)
    }

    /// A list, a list under any key, or one project; each project may stand one level down, as in GeoJSON's "properties".
    ///
    /// A list under "projects" goes before others; of those, the first that looks like projects, outer levels first.
    private static func items(
        of root: Tree, _ mapping: ProjectMapping, _ context: ImportContext
    ) -> [Tree] {
        if let list = root.list { return unwrapped(list, mapping, context) }
        let named = root.entries?.first {
            ["projects", "projekt"].contains(SearchKey.fold($0.key)) && $0.value.list != nil
        }
        if let list = named?.value.list { return unwrapped(list, mapping, context) }
        if isProject(root, mapping, context) { return [root] }
        var level = [root]
        while !level.isEmpty {
            let values = level.flatMap { $0.entries ?? [] }.map(\.value)
            for list in values.compactMap(\.list) {
                let items = unwrapped(list, mapping, context)
                if let first = items.first, isProject(first, mapping, context) { return items }
            }
            level = values.filter { $0.entries != nil }
        }
        return root.entries.map { $0.isEmpty ? [] : [root] } ?? []
    }

    private static func unwrapped(
        _ list: [Tree], _ mapping: ProjectMapping, _ context: ImportContext
    ) -> [Tree] {
        guard let first = list.first, !isProject(first, mapping, context),
            let key = first.entries?.first(where: { isProject($0.value, mapping, context) })?.key
        else { return list }
        return list.map { $0[key] ?? $0 }
    }

    /// A key that the user told of must be there in some project.
    private static func checkMapping(
        of items: [Tree], _ mapping: ProjectMapping
    ) throws(ImportFailure) {
        guard !mapping.columns.isEmpty else { return }
        var keys: [String] = []
        var seen: Set<String> = []
        for key in items.lazy.flatMap({ $0.entries ?? [] }).map(\.key)
        where seen.insert(key).inserted && keys.count < Limits.columns {
            keys.append(key)
        }
        guard let missing = mapping.columns.missing(among: keys).first else { return }
        throw ImportFailure(Problem(line: items[0].line, message: .missingHeading(missing, keys)))
    }
}

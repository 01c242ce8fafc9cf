import ClimateModel

/// Reads projects from a table: one row a project, headings as the fields of ``ProjectField``, and in cells of several
/// parts one part a line, or parted by "|", each in the form of ``PartText``.
enum ProjectTable {
    private static let listFields: Set<ProjectField> = [
        .strands, .milestones, .decisions, .outcomes, .people, .links, .updates,
    ]

    /// The heading of a table of projects among its first rows, and which of them it is: with a title, a municipality unless the
    /// user has told it, and something more of a project. Nil if there is none.
    static func heading(
        in rows: [Row], _ mapping: ProjectMapping, _ context: ImportContext
    ) throws(Problem) -> Int? {
        let isTold = context.toldMunicipality != nil
        for (index, row) in rows.enumerated() {
            let isHeading = mapping.describeProject(
                row.cells.map(\.text), municipalityIsTold: isTold, atLeast: 3)
            if let told = context.mapping.headingRow {
                guard row.line == told else { throw Problem(line: told, message: .noSuchRow(told)) }
                return isHeading ? index : nil
            }
            if isHeading { return index }
        }
        return nil
    }

    /// Refuses what would be a table of projects, did it say whose they are.
    static func requireMunicipality(
        in rows: [Row], _ mapping: ProjectMapping
    ) throws(Problem) {
        for row in rows
        where mapping.describeProject(
            row.cells.map(\.text), municipalityIsTold: true, atLeast: 3)
        {
            throw Problem(line: row.line, message: .projectsWithoutMunicipality)
        }
    }

    /// - Complexity: O(*n*).
    static func read(
        _ rows: inout HeadedRows<some RowSource>, _ form: TableForm, _ context: ImportContext
    ) throws(ImportFailure) -> ImportedFile {
        var reader = try ProjectReader(context)
        var count = 0
        do throws(Problem) {
            guard let index = try heading(in: rows.head, reader.mapping, context) else {
                throw rows.problem ?? reader.mapping.columns.problem(in: rows.head)
                    ?? UnknownHeadings(in: rows.head, context).ofProjects
            }
            let heading = rows.head[index]
            rows.skip(through: index)
            count = try readRows(&rows, heading, into: &reader, context)
        } catch {
            reader.add(error)
        }
        let file = try reader.finished(format: form.name, encoding: form.encoding)
        guard count > 0 else { throw ImportFailure(.noProjects) }
        return file
    }

    private static func readRows(
        _ rows: inout HeadedRows<some RowSource>, _ heading: Row,
        into reader: inout ProjectReader, _ context: ImportContext
    ) throws(Problem) -> Int {
        var count = 0
        var size = 0
        while let row = try rows.next() {
            if let extra = row.cells.indices.dropFirst(heading.cells.count).first(where: {
                !row.cells[$0].isBlank
            }) {
                throw Problem(
                    line: row[extra].line, column: extra + 1, cell: row[extra].text,
                    message: .moreCellsThanHeadings(heading.cells.count))
            }
            size += row.cells.reduce(0) { $0 + $1.text.utf8.count }
            guard size <= Limits.treeFileSize else {
                throw Problem(line: row.line, message: .projectsTooLarge)
            }
            reader.read(tree(of: row, heading, reader.mapping))
            count += 1
            if count % 64 == 0 { context.progress(rows.progress) }
        }
        return count
    }

    /// The row as a table of fields; empty cells say nothing.
    private static func tree(of row: Row, _ heading: Row, _ mapping: ProjectMapping) -> Tree {
        var entries: [Tree.Entry] = []
        for (index, cell) in row.cells.enumerated() where !cell.isBlank {
            let key = heading[index].text
            guard !CleanText.line(key).isEmpty else { continue }
            let name = mapping.field(of: key)
            let isList = name.map { listFields.contains($0.field) } ?? false
            let value: Tree.Value =
                isList
                ? .list(parts(of: cell, column: index + 1)) : .scalar(CleanText.line(cell.text))
            entries.append(
                .init(
                    key: key, line: heading[index].line, column: index + 1,
                    value: Tree(value: value, line: cell.line, column: index + 1)))
        }
        return Tree(value: .table(entries), line: row.line, column: 1)
    }

    private static func parts(of cell: Cell, column: Int) -> [Tree] {
        CleanText.block(cell.text).split(whereSeparator: { $0 == "\n" || $0 == "|" })
            .map { CleanText.line($0) }.filter { !$0.isEmpty }
            .map { Tree(value: .scalar($0), line: cell.line, column: column) }
    }
}

extension Phrase {
    static let projectHeadings = Phrase(
        sv: "titel, kommun och fler av projektens fält",
        en: "title, municipality and more of a project's fields")
    static let noProjectHeading = Phrase(
        sv: "ingen rubrikrad: väntade \(projectHeadings.sv)",
        en: "no heading row: expected \(projectHeadings.en)")
    static let projectsWithoutMunicipality = Phrase(
        sv:
            "projekten har ingen kolumn för kommun: lägg till en, eller ange kommunen för hela källan (--municipality, i inställningsfilen municipality)",
        en:
            "the projects have no column of the municipality: add one, or give the whole source its municipality (--municipality, in the config file municipality)"
    )
    static let projectsTooLarge = Phrase(
        sv:
            "tabellens text är större än \(Limits.treeFileSize >> 20) MiB, det mesta som läses av projekt",
        en:
            "the table's text is larger than \(Limits.treeFileSize >> 20) MiB, the most that is read of projects"
    )
}

import ClimateModel

/// Reads projects from a table: one row a project, headings as the fields of ``ProjectField``, and in cells of several
/// parts one part a line, or parted by "|", each in the form of ``PartText``.
enum ProjectTable {
    private static let listFields: Set<ProjectField> = [
        .strands, .milestones, .decisions, .outcomes, .people, .links, .updates,
    ]

    /// The heading row of a table of projects among the first 30 rows: with a title, a municipality and something more
    /// of a project. Nil if there is none.
    static func heading(in reader: inout DelimitedReader) throws(Problem) -> Row? {
        for _ in 0..<30 {
            guard let row = try reader.next() else { return nil }
            let fields = Set(
                row.cells.compactMap { FieldName($0.text, among: ProjectField.byName)?.field })
            if fields.contains(.title), fields.contains(.municipality), fields.count > 2 {
                return row
            }
        }
        return nil
    }

    /// - Complexity: O(*n*).
    static func read(
        _ bytes: [UInt8], delimiter: Delimiter, encoding: TextEncoding, context: ImportContext
    ) throws(ImportFailure) -> ImportedFile {
        var rows = DelimitedReader(
            bytes, delimiter: delimiter.byte, from: delimiter.start, line: delimiter.line)
        var reader = ProjectReader(context)
        var count = 0
        do throws(Problem) {
            guard let heading = try heading(in: &rows) else {
                throw Problem(line: 1, message: .noProjectHeading)
            }
            while let row = try rows.next() {
                if let extra = row.cells.indices.dropFirst(heading.cells.count).first(where: {
                    !row.cells[$0].isBlank
                }) {
                    throw Problem(
                        line: row[extra].line, column: extra + 1, cell: row[extra].text,
                        message: .moreCellsThanHeadings(heading.cells.count))
                }
                reader.read(tree(of: row, heading))
                count += 1
                if count % 64 == 0 { context.progress(rows.progress) }
            }
        } catch {
            reader.add(error)
        }
        let file = try reader.finished(format: delimiter.formatName, encoding: encoding)
        guard count > 0 else { throw ImportFailure(.noProjects) }
        return file
    }

    /// The row as a table of fields; empty cells say nothing.
    private static func tree(of row: Row, _ heading: Row) -> Tree {
        var entries: [Tree.Entry] = []
        for (index, cell) in row.cells.enumerated() where !cell.isBlank {
            let key = heading[index].text
            guard !CleanText.line(key).isEmpty else { continue }
            let name = FieldName(key, among: ProjectField.byName)
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
    static let noProjectHeading = Phrase(
        sv: "ingen rubrikrad: väntade titel, kommun och fler av projektens fält",
        en: "no heading row: expected title, municipality and more of a project's fields")
}

import ClimateModel

/// Which headings the user has told the meaning of.
struct ColumnMapping<Role: Hashable> {
    private let columns: [(role: Role, heading: String)]

    /// - Throws: a problem for a name of no role, telling those that there are.
    init(
        _ columns: [String: String], names: [String], role: (String) -> Role?
    ) throws(Problem) {
        var result: [(role: Role, heading: String)] = []
        for (key, heading) in columns.sorted(by: { $0.key < $1.key }) {
            guard let role = role(key) else {
                let near = nearest(to: SearchKey.fold(key.prefix(60)), among: names)
                throw Problem(message: .unknownMapping(key, near, names))
            }
            result.append((role, heading))
        }
        self.columns = result
    }

    var isEmpty: Bool { columns.isEmpty }

    /// The role that a heading was given; nil for one that the user says nothing of.
    ///
    /// Case, diacritics and spaces at the ends don't count.
    func role(of heading: String) -> Role? {
        let folded = SearchKey.fold(CleanText.line(heading))
        return columns.first { SearchKey.fold(CleanText.line($0.heading)) == folded }?.role
    }

    /// Whether the user has told of a heading for that role, so that no other is to be taken for it.
    func covers(_ role: Role) -> Bool { columns.contains { $0.role == role } }

    /// The headings that were told of and aren't among these.
    func missing(among headings: [String]) -> [String] {
        let present = Set(headings.map { SearchKey.fold(CleanText.line($0)) })
        return columns.map(\.heading).filter {
            !present.contains(SearchKey.fold(CleanText.line($0)))
        }
    }

    /// What is wrong where the headings that were told of aren't in any of `rows`: told of the row with most of them, or
    /// with most cells.
    func problem(in rows: [Row]) -> Problem? {
        guard !isEmpty else { return nil }
        let best = rows.max { left, right in
            let missing = (
                self.missing(among: left.cells.map(\.text)).count,
                self.missing(among: right.cells.map(\.text)).count
            )
            return missing.0 != missing.1
                ? missing.0 > missing.1 : left.cells.count < right.cells.count
        }
        let headings = (best?.cells ?? []).map { CleanText.line($0.text) }.filter { !$0.isEmpty }
        guard let missing = self.missing(among: headings).first else { return nil }
        return Problem(line: best?.line, message: .missingHeading(missing, headings))
    }
}

extension Phrase {
    static func unknownMapping(_ key: String, _ near: String?, _ names: [String]) -> Phrase {
        let key = Problem.shown(key)
        let list = names.joined(separator: ", ")
        return Phrase(
            sv: "mappningen har ett okänt namn, ”\(key)”"
                + (near.map { " – menade du \($0)?" } ?? ": väntade \(list)"),
            en: "the mapping has an unknown name, “\(key)”"
                + (near.map { " – did you mean \($0)?" } ?? ": expected \(list)"))
    }

    static func missingHeading(_ heading: String, _ headings: [String]) -> Phrase {
        let folded = headings.map { SearchKey.fold($0.prefix(60)) }
        let near = nearest(to: SearchKey.fold(heading.prefix(60)), among: folded)
            .flatMap { folded.firstIndex(of: $0) }.map { Problem.shown(headings[$0]) }
        let shown = headings.prefix(12).map { Problem.shown($0) }.joined(separator: ", ")
        let list = shown + (headings.count > 12 ? " …" : "")
        let heading = Problem.shown(heading)
        return Phrase(
            sv: "tabellen har ingen kolumn ”\(heading)”, som mappningen säger"
                + (near.map { " – menade du \($0)?" } ?? ": den har \(list)"),
            en: "the table has no column “\(heading)”, as the mapping says"
                + (near.map { " – did you mean \($0)?" } ?? ": it has \(list)"))
    }

    static func noSuchRow(_ row: Int) -> Phrase {
        Phrase(
            sv: "rad \(row), där mappningen säger att rubrikerna står, är tom eller finns inte",
            en: "row \(row), where the mapping says that the headings are, is empty or not there")
    }

    static func noSuchSheet(_ sheet: String, _ sheets: [String]) -> Phrase {
        let near = nearest(to: sheet, among: sheets)
        let list = sheets.prefix(12).map { Problem.shown($0) }.joined(separator: ", ")
        let sheet = Problem.shown(sheet)
        return Phrase(
            sv: "arbetsboken har inget blad ”\(sheet)”"
                + (near.map { " – menade du \($0)?" } ?? ": den har \(list)"),
            en: "the workbook has no sheet “\(sheet)”"
                + (near.map { " – did you mean \($0)?" } ?? ": it has \(list)"))
    }
}

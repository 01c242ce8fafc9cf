import ClimateModel

/// Reads the fields of one table of a tree by name, in either language, and collects what is wrong with them.
struct FieldReader<Field: Hashable> {
    var problems: ProblemList
    /// Names that mean nothing here and are like none that do.
    private(set) var ignored: [String] = []
    private var values: [FieldName<Field>: Tree] = [:]

    /// A name that is nearly a known one is a problem, since what it says would be lost for a slip of the pen; unless
    /// `ignoringNear`, for a list that names its fields in its own way.
    init(
        _ entries: [Tree.Entry], names: [String: Field], problems: ProblemList,
        ignoringNear: Bool = false
    ) {
        self.problems = problems
        for entry in entries {
            if let name = FieldName(entry.key, among: names) {
                if !entry.value.isNull { values[name] = entry.value }
            } else if !ignoringNear,
                let near = nearest(
                    to: SearchKey.fold(entry.key.prefix(60)), among: names.keys)
            {
                self.problems.add(
                    Problem(
                        line: entry.line, column: entry.column, cell: entry.key,
                        message: .unknownField(entry.key, near)))
            } else {
                ignored.append(entry.key)
            }
        }
    }

    func has(_ field: Field) -> Bool {
        values[FieldName(field)] != nil
            || Language.allCases.contains { values[FieldName(field, $0)] != nil }
    }

    /// A text, which may be given by language: `{sv: …, en: …}`, or as two fields `title_sv` and `title_en`.
    mutating func localized(_ field: Field) -> LocalizedText? {
        var text = LocalizedText()
        if let tree = values[FieldName(field)] {
            text.swedish = (tree.text ?? tree["sv"]?.text).flatMap(clean)
            text.english = tree["en"]?.text.flatMap(clean)
            if text.isEmpty, tree.text == nil { problems.add(tree.problem(.expectedText)) }
        }
        if let line = values[FieldName(field, .swedish)]?.text.flatMap(clean) {
            text.swedish = line
        }
        if let line = values[FieldName(field, .english)]?.text.flatMap(clean) {
            text.english = line
        }
        return text.isEmpty ? nil : text
    }

    private func clean(_ text: String) -> String? {
        let line = CleanText.line(text)
        return line.isEmpty ? nil : line
    }

    /// A text in no language: a name, an address.
    mutating func line(_ field: Field) -> String? {
        word(field, .expectedText) { $0 }.flatMap(clean)
    }

    /// What `read` makes of a text; what it makes nothing of is a problem.
    mutating func word<Value>(
        _ field: Field, _ expected: Phrase, _ read: (String) -> Value?
    ) -> Value? {
        guard let tree = values[FieldName(field)] else { return nil }
        guard let text = tree.text, let value = read(text) else {
            problems.add(tree.problem(expected))
            return nil
        }
        return value
    }

    /// Nil also for what a list writes where there is none. A quarter ends with its last month.
    mutating func date(_ field: Field, isEnd: Bool = false) -> PartialDate? {
        if let text = values[FieldName(field)]?.text, PlannedDate.isNone(text) { return nil }
        return word(field, .badDate) { PlannedDate.partial($0, isEnd: isEnd) }
    }

    /// Adds what is wrong with the value of `field`.
    mutating func report(_ field: Field, _ message: Phrase) {
        if let tree = values[FieldName(field)] { problems.add(tree.problem(message)) }
    }

    mutating func number(_ field: Field) -> Double? {
        word(field, .badNumber) { NumberText.number($0)?.value }
    }

    mutating func truth(_ field: Field) -> Bool {
        word(field, .badTruth) { text in
            switch SearchKey.fold(text) {
            case "true", "yes", "ja", "x", "1", "klar", "klart", "done": true
            case "false", "no", "nej", "0", "": false
            default: nil
            }
        } ?? false
    }

    mutating func municipality(_ field: Field, _ finder: MunicipalityFinder) -> Municipality? {
        guard let tree = values[FieldName(field)] else { return nil }
        guard let text = tree.text else {
            problems.add(tree.problem(.expectedText))
            return nil
        }
        switch finder.find(text) {
        case .municipality(let found): return found
        case .aggregate: problems.add(tree.problem(.unknownMunicipality(text, [])))
        case .unknown(let near): problems.add(tree.problem(.unknownMunicipality(text, near)))
        }
        return nil
    }

    /// The parts of a list; one part alone need not be in a list.
    mutating func parts<Part>(_ field: Field, _ read: PartReader.Reading<Part>) -> [Part] {
        guard let tree = values[FieldName(field)] else { return [] }
        var parts: [Part] = []
        for item in tree.list ?? [tree] {
            do throws(Problem) {
                parts.append(try read(item, &problems))
            } catch {
                problems.add(error)
            }
        }
        return parts
    }
}

extension Phrase {
    static let expectedText = Phrase(
        sv: "väntade en text, eller sv: och en: med var sin",
        en: "expected a text, or sv: and en: with one each")
    static let badDate = Phrase(
        sv: "väntade ett datum som 2021, 2021-11 eller 2021-11-01",
        en: "expected a date like 2021, 2021-11 or 2021-11-01")
    static let badTruth = Phrase(sv: "väntade ja eller nej", en: "expected yes or no")

    static func unknownField(_ name: String, _ near: String) -> Phrase {
        let name = Problem.shown(name)
        return Phrase(
            sv: "okänt fält ”\(name)” – menade du \(near)?",
            en: "unknown field “\(name)” – did you mean \(near)?")
    }
}

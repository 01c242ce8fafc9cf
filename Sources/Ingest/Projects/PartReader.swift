import ClimateModel

/// Reads the parts of a project: each is a table of fields, or one line in the form of ``PartText``.
enum PartReader {
    /// Reads one part. What is wrong inside it is added to the problems; it throws where there is no part at all.
    typealias Reading<Part> = (Tree, inout ProblemList) throws(Problem) -> Part

    static func milestone(
        _ tree: Tree, _ problems: inout ProblemList
    ) throws(Problem) -> Project.Milestone {
        if let part = line(tree) {
            return .init(
                title: LocalizedText(swedish: part.text), date: part.date, isDone: part.isDone)
        }
        return try fields(tree, &problems) { fields throws(Problem) in
            .init(
                title: try title(&fields, tree), date: fields.date(.date),
                isDone: fields.truth(.done))
        }
    }

    /// As a list has it in one cell: "2026-03 Samråd", "Samråd mars 2026", "Samråd (2026-03-01)", "Q2 2026: samråd", "Samråd
    /// under våren 2026", or the date alone.
    static func nextMilestone(
        _ tree: Tree, _ problems: inout ProblemList
    ) throws(Problem) -> Project.Milestone {
        guard let text = tree.text else { return try milestone(tree, &problems) }
        if let date = PlannedDate.partial(text) { return nextMilestone(date) }
        let part = PartText(text).dated
        return .init(
            title: LocalizedText(swedish: part.text), date: part.date, isDone: part.isDone)
    }

    /// One that nothing but the date is known of.
    static func nextMilestone(_ date: PartialDate) -> Project.Milestone {
        .init(
            title: LocalizedText(swedish: "Nästa milstolpe", english: "Next milestone"),
            date: date)
    }

    static func decision(
        _ tree: Tree, _ problems: inout ProblemList
    ) throws(Problem) -> Project.Decision {
        if let part = line(tree, takesNote: true) {
            return .init(
                title: LocalizedText(swedish: part.text), date: part.date,
                body: part.note.map { LocalizedText(swedish: $0) })
        }
        return try fields(tree, &problems) { fields throws(Problem) in
            .init(
                title: try title(&fields, tree), date: fields.date(.date),
                body: fields.localized(.body))
        }
    }

    static func outcome(
        _ tree: Tree, _ problems: inout ProblemList
    ) throws(Problem) -> Project.Outcome {
        if let part = line(tree) { return part.outcome }
        return try fields(tree, &problems) { fields throws(Problem) in
            .init(
                title: try title(&fields, tree), figure: fields.number(.figure),
                unit: fields.localized(.unit), qualifier: fields.localized(.qualifier))
        }
    }

    static func person(
        _ tree: Tree, _ problems: inout ProblemList
    ) throws(Problem) -> Project.Person {
        if let part = line(tree, takesNote: true) {
            return .init(name: part.text, role: part.note.map { LocalizedText(swedish: $0) })
        }
        return try fields(tree, &problems) { fields throws(Problem) in
            guard let name = fields.line(.name) ?? fields.line(.title) else {
                throw tree.problem(.missingPartField("name", "namn"))
            }
            return .init(name: name, role: fields.localized(.role))
        }
    }

    static func link(
        _ tree: Tree, _ problems: inout ProblemList
    ) throws(Problem) -> Project.Link {
        if let part = line(tree) {
            guard let link = part.link else { throw tree.problem(.badAddress) }
            return link
        }
        return try fields(tree, &problems) { fields throws(Problem) in
            guard let address = fields.line(.address), LinkAddress.isAllowed(address) else {
                throw tree.problem(.badAddress)
            }
            return .init(
                title: fields.localized(.title) ?? LocalizedText(swedish: address),
                address: address)
        }
    }

    static func strand(
        _ tree: Tree, _ problems: inout ProblemList
    ) throws(Problem) -> Project.Strand {
        if let part = line(tree) {
            guard let (title, text) = part.halves else {
                return .init(title: LocalizedText(swedish: part.text))
            }
            return .init(title: LocalizedText(swedish: title), text: LocalizedText(swedish: text))
        }
        return try fields(tree, &problems) { fields throws(Problem) in
            .init(title: try title(&fields, tree), text: fields.localized(.text))
        }
    }

    static func update(
        _ tree: Tree, _ problems: inout ProblemList
    ) throws(Problem) -> Project.Update {
        if let part = line(tree) {
            return .init(date: part.date, text: LocalizedText(swedish: part.text))
        }
        return try fields(tree, &problems) { fields throws(Problem) in
            guard let text = fields.localized(.text) ?? fields.localized(.title) else {
                throw tree.problem(.missingPartField("text", "text"))
            }
            return .init(date: fields.date(.date), text: text)
        }
    }

    private static func line(_ tree: Tree, takesNote: Bool = false) -> PartText? {
        tree.text.map { PartText($0, takesNote: takesNote) }
    }

    private static func title(
        _ fields: inout FieldReader<PartField>, _ tree: Tree
    ) throws(Problem) -> LocalizedText {
        guard let title = fields.localized(.title) ?? fields.localized(.text) else {
            throw tree.problem(.missingPartField("title", "titel"))
        }
        return title
    }

    private static func fields<Part>(
        _ tree: Tree, _ problems: inout ProblemList,
        _ build: (inout FieldReader<PartField>) throws(Problem) -> Part
    ) throws(Problem) -> Part {
        guard var entries = tree.entries else { throw tree.problem(.expectedText) }
        if tree["sv"] != nil || tree["en"] != nil {
            // A part that is just {sv: …, en: …} is its title.
            entries = [.init(key: "title", line: tree.line, column: tree.column, value: tree)]
        }
        var fields = FieldReader(entries, names: PartField.byName, problems: problems)
        defer { problems = fields.problems }
        return try build(&fields)
    }
}

extension Phrase {
    static let badAddress = Phrase(
        sv: "väntade en adress som börjar med https://, http:// eller mailto:",
        en: "expected an address that begins with https://, http:// or mailto:")

    static func missingPartField(_ english: String, _ swedish: String) -> Phrase {
        let name = english == swedish ? english : "\(english)/\(swedish)"
        return Phrase(sv: "”\(name)” saknas", en: "“\(name)” is missing")
    }
}

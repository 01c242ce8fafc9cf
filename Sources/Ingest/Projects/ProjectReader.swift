import ClimateModel

/// Makes projects of tables of fields, and collects what is wrong with them.
struct ProjectReader {
    private let context: ImportContext
    private let source: Source.ID
    private var problems = ProblemList()
    private var ignored: [String] = []
    private var projects: [Project] = []
    /// Where each id was first met: two projects of one id would overwrite each other.
    private var lines: [Project.ID: Int] = [:]

    init(_ context: ImportContext) {
        self.context = context
        source = .imported(.projects, context)
    }

    /// Reads one project; what is wrong with it is told when all are read.
    mutating func read(_ tree: Tree) {
        guard let entries = tree.entries else {
            problems.add(tree.problem(.expectedProject))
            return
        }
        var fields = FieldReader(entries, names: ProjectField.byName, problems: problems)
        if let project = project(&fields, tree) {
            if let line = lines[project.id] {
                fields.problems.add(
                    Problem(
                        line: tree.line, column: tree.column, cell: project.id.rawValue,
                        message: .sameProject(line: line)))
            } else {
                lines[project.id] = tree.line
                projects.append(project)
            }
        }
        problems = fields.problems
        for name in fields.ignored where !ignored.contains(name) { ignored.append(name) }
    }

    /// Adds a problem that was found outside of the fields.
    mutating func add(_ problem: Problem) { problems.add(problem) }

    /// What was read, if all of it is well.
    func finished(format: String, encoding: TextEncoding) throws(ImportFailure) -> ImportedFile {
        try problems.check()
        let record = Source(
            id: source, kind: .projects, title: CleanText.line(context.fileName),
            address: context.address, lastSuccess: context.now)
        return ImportedFile(
            type: .projects, format: format, encoding: encoding,
            batch: ContentBatch(sources: [record], projects: projects), records: projects.count,
            notes: ignored.isEmpty ? [] : [.ignoredFields(ignored)])
    }

    private func project(
        _ fields: inout FieldReader<ProjectField>, _ tree: Tree
    ) -> Project? {
        let title = fields.localized(.title)
        let municipality = fields.municipality(.municipality, context.municipalities)
        for (field, message) in [
            (ProjectField.title, Phrase.missingField("title", "titel")),
            (.municipality, .missingField("municipality", "kommun")),
        ] where !fields.has(field) {
            fields.problems.add(Problem(line: tree.line, column: tree.column, message: message))
        }
        guard let title, let municipality else { return nil }
        let id =
            fields.line(.id).map { slug($0) }
            ?? slug(municipality.name + " " + title.text(in: .swedish))
        return build(&fields, Project.ID(rawValue: id), title, municipality.code)
    }

    private func build(
        _ fields: inout FieldReader<ProjectField>, _ id: Project.ID, _ title: LocalizedText,
        _ municipality: MunicipalityCode
    ) -> Project {
        let start = fields.date(.start)
        let end = fields.date(.end)
        if let start, let end, end.latest < start.earliest {
            fields.report(.end, .endsBeforeStart(start))
        }
        return Project(
            id: id, title: title, municipality: municipality,
            summary: fields.localized(.summary) ?? LocalizedText(),
            phase: fields.word(.phase, .badPhase) { Project.Phase(word: $0) } ?? .ongoing,
            status: fields.word(.status, .badStatus) { Project.Status(word: $0) },
            owner: fields.localized(.owner), start: start, end: end,
            strands: fields.parts(.strands, PartReader.strand),
            milestones: fields.parts(.milestones, PartReader.milestone),
            decisions: fields.parts(.decisions, PartReader.decision),
            outcomes: fields.parts(.outcomes, PartReader.outcome),
            people: fields.parts(.people, PartReader.person),
            links: fields.parts(.links, PartReader.link),
            updates: fields.parts(.updates, PartReader.update),
            provenance: provenance(&fields))
    }

    private func provenance(_ fields: inout FieldReader<ProjectField>) -> Provenance {
        let publisher = fields.line(.publisher) ?? context.options.publisher
        return Provenance(
            source: source, publisher: publisher ?? context.unknownPublisher,
            fetched: context.now,
            certainty: fields.word(.certainty, .badCertainty) { Certainty(word: $0) }
                ?? context.certainty(ofPublisher: publisher),
            detail: fields.line(.source))
    }
}

extension Phrase {
    static let noProjects = Phrase(
        sv: "inga projekt: väntade en lista av projekt, eller en lista under ”projekt”",
        en: "no projects: expected a list of projects, or a list under “projects”")
    static let expectedProject = Phrase(
        sv: "väntade ett projekt med fält som titel och kommun",
        en: "expected a project with fields like title and municipality")
    static let badPhase = Phrase(
        sv: "väntade en fas: pågående, planerad, idé, pausad, avslutad eller avbruten",
        en: "expected a phase: ongoing, planned, idea, paused, completed or cancelled")
    static func endsBeforeStart(_ start: PartialDate) -> Phrase {
        Phrase(
            sv: "projektet slutar före starten \(start)",
            en: "the project ends before its start \(start)")
    }

    static let badStatus = Phrase(
        sv: "väntade en status: grön, gul eller röd",
        en: "expected a status: green, amber or red")

    static func missingField(_ english: String, _ swedish: String) -> Phrase {
        Phrase(
            sv: "projektet saknar ”\(swedish)” (\(english))",
            en: "the project has no “\(english)” (\(swedish))")
    }

    static func sameProject(line: Int) -> Phrase {
        Phrase(
            sv: "samma projekt som på rad \(line): ge dem olika ”id”",
            en: "the same project as on line \(line): give them different “id”")
    }

    static func ignoredFields(_ names: [String]) -> Phrase {
        let shown = names.prefix(8).map { Problem.shown($0) }.joined(separator: ", ")
        let more = names.count > 8 ? " …" : ""
        return Phrase(
            sv: "fält som inte används: \(shown)\(more)", en: "fields not used: \(shown)\(more)")
    }
}

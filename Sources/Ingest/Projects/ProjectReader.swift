import ClimateModel

/// Makes projects of tables of fields, and collects what is wrong with them.
struct ProjectReader {
    /// How the list names its fields and phases.
    let mapping: ProjectMapping
    private let context: ImportContext
    private let source: Source.ID
    private var problems = ProblemList()
    private var ignored: [String] = []
    private var projects: [Project] = []
    /// Where each id was first met: two projects of one id would overwrite each other.
    private var lines: [Project.ID: Int] = [:]

    /// - Throws: what is wrong with the user's mapping.
    init(_ context: ImportContext) throws(ImportFailure) {
        self.context = context
        source = .imported(.projects, context)
        do throws(Problem) {
            mapping = try ProjectMapping(context.mapping)
        } catch {
            throw ImportFailure(error)
        }
    }

    /// Reads one project; what is wrong with it is told when all are read.
    mutating func read(_ tree: Tree) {
        guard let entries = tree.entries else {
            problems.add(tree.problem(.expectedProject))
            return
        }
        guard projects.count < Limits.projects else {
            problems.add(tree.problem(.tooManyProjects))
            return
        }
        var fields = FieldReader(
            mapping.renamed(entries), names: ProjectField.byName, problems: problems,
            ignoringNear: !mapping.columns.isEmpty)
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
        let record = context.record(source, .projects)
        return ImportedFile(
            type: .projects, format: format, encoding: encoding,
            batch: ContentBatch(sources: [record], projects: projects), records: projects.count,
            notes: ignored.isEmpty ? [] : [.ignoredFields(ignored)])
    }

    private func project(
        _ fields: inout FieldReader<ProjectField>, _ tree: Tree
    ) -> Project? {
        let title = fields.localized(.title)
        let named = fields.municipality(.municipality, context.municipalities)
        let told = fields.has(.municipality) ? nil : context.toldMunicipality
        let missing: [(Bool, Phrase)] = [
            (!fields.has(.title), .missingField("title", "titel")),
            (!fields.has(.municipality) && told == nil, .missingField("municipality", "kommun")),
        ]
        for (isMissing, message) in missing where isMissing {
            fields.problems.add(Problem(line: tree.line, column: tree.column, message: message))
        }
        guard let title, let municipality = named ?? told else { return nil }
        let caseNumber = fields.line(.caseNumber)
        let id = id(&fields, caseNumber, title, municipality)
        var project = build(&fields, id, title, municipality.code)
        project.caseNumber = caseNumber
        return project
    }

    /// The same in every reading of the list, wherever the project stands in it: its own id; else its number in the registry or
    /// the list, which is its municipality's own; else its title.
    private func id(
        _ fields: inout FieldReader<ProjectField>, _ caseNumber: String?, _ title: LocalizedText,
        _ municipality: Municipality
    ) -> Project.ID {
        if let id = fields.line(.id) { return Project.ID(rawValue: slug(id)) }
        let name = caseNumber ?? title.text(in: .swedish)
        return Project.ID(rawValue: slug(municipality.name + " " + name))
    }

    private func build(
        _ fields: inout FieldReader<ProjectField>, _ id: Project.ID, _ title: LocalizedText,
        _ municipality: MunicipalityCode
    ) -> Project {
        let start = fields.date(.start)
        let end = fields.date(.end, isEnd: true)
        if let start, let end, end.latest < start.earliest {
            fields.report(.end, .endsBeforeStart(start))
        }
        let progress = progress(&fields)
        return Project(
            id: id, title: title, municipality: municipality,
            summary: fields.localized(.summary) ?? LocalizedText(),
            phase: progress.phase, stage: progress.stage, status: progress.status,
            owner: fields.localized(.owner), start: start, end: end,
            strands: fields.parts(.strands, PartReader.strand),
            milestones: milestones(&fields),
            decisions: fields.parts(.decisions, PartReader.decision),
            outcomes: fields.parts(.outcomes, PartReader.outcome),
            people: fields.parts(.people, PartReader.person),
            links: fields.parts(.links, PartReader.link),
            updates: fields.parts(.updates, PartReader.update),
            provenance: provenance(&fields))
    }

    // MARK: How far it has come

    /// A list may tell it in a column of phases, of stages or of states, or in several. A phase goes before what a stage
    /// comes to.
    private func progress(
        _ fields: inout FieldReader<ProjectField>
    ) -> (phase: Project.Phase, stage: LocalizedText?, status: Project.Status?) {
        let mapping = mapping
        let phase = fields.word(.phase, .badPhase.withPhaseWords(context)) {
            PhaseReading($0, mapping)
        }
        let own = fields.localized(.stage)
        let status = fields.word(.status, .badStatus.withPhaseWords(context)) {
            StatusReading($0, mapping)
        }
        var readings = [phase]
        var light: Project.Status?
        switch status {
        case .light(let found): light = found
        case .phase(let found): readings.append(found)
        case nil: break
        }
        readings.append(own.flatMap { PhaseReading($0.text(in: .swedish), mapping) })
        let all = readings.compactMap(\.self)
        return (
            (all.first { $0.stage == nil } ?? all.first)?.phase ?? .ongoing,
            own ?? all.compactMap(\.stage).first, light
        )
    }

    /// Those of the list, and the next one where it has a column for that.
    private func milestones(
        _ fields: inout FieldReader<ProjectField>
    ) -> [Project.Milestone] {
        var milestones = fields.parts(.milestones, PartReader.milestone)
        let date = fields.date(.nextMilestoneDate)
        var next = fields.parts(.nextMilestone, PartReader.nextMilestone)
            .filter { $0.date != nil || !PlannedDate.isNone($0.title.text(in: .swedish)) }
        if next.isEmpty, let date { next = [PartReader.nextMilestone(date)] }
        for var milestone in next where !milestones.contains(where: { $0.title == milestone.title })
        {
            milestone.date = milestone.date ?? date
            milestones.append(milestone)
        }
        return milestones
    }

    private func provenance(_ fields: inout FieldReader<ProjectField>) -> Provenance {
        let publisher = fields.line(.publisher) ?? context.toldPublisher
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
        sv: """
            väntade en fas: pågående, planerad, idé, pausad, avslutad eller avbruten, eller ett planskede: planbesked, \
            samråd, granskning, antagande, laga kraft eller överklagad
            """,
        en: """
            expected a phase: ongoing, planned, idea, paused, completed or cancelled, or a stage of planning: \
            planbesked, samråd, granskning, antagande, laga kraft or överklagad
            """)
    static let tooManyProjects = Phrase(
        sv: "fler än \(Limits.projects) projekt", en: "more than \(Limits.projects) projects")

    static func endsBeforeStart(_ start: PartialDate) -> Phrase {
        Phrase(
            sv: "projektet slutar före starten \(start)",
            en: "the project ends before its start \(start)")
    }

    static let badStatus = Phrase(
        sv: "väntade en status: grön, gul eller röd, eller en fas",
        en: "expected a status: green, amber or red, or a phase")

    /// A word of its own can be told the meaning of where the file is a source's.
    func withPhaseWords(_ context: ImportContext) -> Phrase {
        guard context.source != nil else { return self }
        return Phrase(
            sv: sv + ". Säg vad ett annat ord betyder: --phase ORD=ongoing",
            en: en + ". Say what another word means: --phase WORD=ongoing")
    }

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

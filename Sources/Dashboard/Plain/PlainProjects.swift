import ClimateModel

extension PlainText {
    /// The projects by phase.
    func writeProjects(_ query: ProjectQuery) throws {
        let counts = try reader.projectCounts(query)
        try heading(Phrases.projects(counts.total, formats))
        var phase: Project.Phase?
        var offset = 0
        while true {
            let window = Window(offset: offset, count: Self.windowLength)
            let projects = try reader.projects(query, in: window)
            if projects.isEmpty { return }
            for project in projects {
                if project.phase != phase {
                    phase = project.phase
                    try heading(project.phase.title(language))
                }
                offset += 1
                try line("\(offset). " + summary(of: project))
            }
        }
    }

    /// A project in one line.
    func summary(of project: Project) -> String {
        let next = project.nextMilestone(after: state.today).map { milestone in
            "\(Phrases.next(language)) "
                + list(text(milestone.title), milestone.date.map { formats.date($0) })
        }
        return list(
            project.title.text(in: language), name(project.municipality),
            project.status.map { PlainPhrases.status($0)(language) }, time(of: project), next)
    }

    private func time(of project: Project) -> String? {
        guard project.start != nil || project.end != nil else { return nil }
        return formats.range(from: project.start, to: project.end)
    }

    /// All that is known of one.
    func writeProject(_ project: Project) throws {
        try line(project.title.text(in: language))
        try fact(Phrases.municipality, name(project.municipality))
        let phase = [project.phase.singular(language), text(project.stage)].compactMap(\.self)
        try fact(Phrases.phase, phase.joined(separator: ", "))
        try fact(PlainPhrases.statusLabel, project.status?.title(language))
        try fact(Phrases.owner, text(project.owner))
        try fact(Phrases.time, time(of: project))
        try fact(Phrases.caseNumber, project.caseNumber)
        try fact(Phrases.source, project.provenance.publisher)
        if let summary = text(project.summary) { try heading(summary) }
        try writeParts(Phrases.strands, project.strands) { strand in
            [text(strand.title), text(strand.text)].compactMap(\.self).joined(separator: ": ")
        }
        try writeParts(Phrases.milestones, project.milestones) {
            list(
                $0.date.map { formats.date($0) }, text($0.title),
                $0.isDone ? PlainPhrases.done(language) : nil)
        }
        try writeParts(Phrases.decisionsTitle, project.decisions) {
            list($0.date.map { formats.date($0) }, text($0.title), text($0.body))
        }
        try writeParts(Phrases.outcomesTitle, project.outcomes) { outcome in
            let figure = outcome.figure.map {
                $0 == $0.rounded() ? formats.decimal($0, decimals: 0) : formats.decimal($0)
            }
            let amount = [text(outcome.qualifier), figure, text(outcome.unit)]
                .compactMap(\.self).joined(separator: " ")
            return list(text(outcome.title), figure == nil ? nil : amount)
        }
        try writeParts(Phrases.updates, project.updates) {
            list($0.date.map { formats.date($0) }, text($0.text))
        }
        try writeParts(Phrases.people, project.people) { list($0.name, text($0.role)) }
        try writeParts(Phrases.links, project.links) { list(text($0.title), $0.address) }
    }

    func writeParts<Part>(
        _ title: Phrase, _ parts: [Part], _ describe: (Part) -> String
    ) throws {
        guard !parts.isEmpty else { return }
        try heading(title(language))
        for (index, part) in parts.enumerated() { try line("\(index + 1). " + describe(part)) }
    }
}

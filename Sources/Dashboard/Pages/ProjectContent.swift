import ClimateModel
import TextGrid

/// A project's page: what it is, where it stands, what was decided, what came of it, who to ask.
struct ProjectContent {
    private var builder: PageBuilder
    private let project: Project
    private var context: PageContext { builder.context }
    private var language: Language { context.language }

    var content: PageContent { builder.content }

    init(_ project: Project, context: PageContext, width: Int) {
        self.project = project
        let name = context.municipality(project.municipality)?.name
        builder = PageBuilder(
            context, width: width,
            trail: [AppState.Pane.projects.title(context.language), name].compactMap(\.self),
            measure: 90)
        builder.paragraph(project.title.text(in: context.language), .strong)
        addFacts()
        if !project.summary.isEmpty {
            builder.gap()
            builder.paragraph(project.summary.text(in: context.language))
        }
        addStrands()
        addMilestones()
        addAgenda()
        addDecisions()
        addOutcomes()
        addUpdates()
        addPeople()
        addLinks()
    }

    private mutating func addFacts() {
        let labels = [
            Phrases.municipality, Phrases.phase, Phrases.owner, Phrases.time, Phrases.caseNumber,
            Phrases.source,
        ]
        let width = labels.map { DisplayWidth.of($0(language)) }.max() ?? 0
        if let municipality = context.municipality(project.municipality) {
            let tag = builder.target(.municipality(project.municipality))
            builder.fact(
                Phrases.municipality(language),
                [
                    builder.span(municipality.name, .link, tag: tag),
                    builder.span(", " + municipality.county.shortName, .dim),
                ], labelWidth: width)
        }
        let light = Painter(context.state).statusLight(project)
        var phase = [builder.span(project.phase.singular(language))]
        if let stage = project.stage, !stage.isEmpty {
            phase.append(builder.span("  " + stage.text(in: language), .dim))
        }
        if let status = project.status {
            phase += [
                builder.span("   " + light.text + " ", light.role),
                builder.span(status.title(language)),
            ]
        }
        builder.fact(Phrases.phase(language), phase, labelWidth: width)
        if let owner = project.owner, !owner.isEmpty {
            builder.fact(
                Phrases.owner(language), [builder.span(owner.text(in: language))],
                labelWidth: width)
        }
        let time = context.formats.range(from: project.start, to: project.end)
        if !time.isEmpty {
            builder.fact(Phrases.time(language), [builder.span(time)], labelWidth: width)
        }
        if let number = project.caseNumber {
            builder.fact(Phrases.caseNumber(language), [builder.span(number)], labelWidth: width)
        }
        builder.fact(
            Phrases.source(language), [builder.span(project.provenance.publisher, .dim)],
            labelWidth: width)
    }

    private mutating func addStrands() {
        guard !project.strands.isEmpty else { return }
        builder.section(Phrases.strands)
        for strand in project.strands {
            var spans = [builder.span(strand.title.text(in: language), .strong)]
            if let text = strand.text, !text.isEmpty {
                spans.append(builder.span("  " + text.text(in: language)))
            }
            builder.bullet(spans)
        }
    }

    private mutating func addMilestones() {
        guard !project.milestones.isEmpty else { return }
        builder.section(Phrases.milestones)
        let next = project.nextMilestone(after: context.state.today)
        for milestone in project.milestones {
            let mark =
                milestone.isDone ? context.glyphs.milestoneDone : context.glyphs.milestonePlanned
            var spans = [
                builder.span(mark + " ", milestone.isDone ? .statusNone : .projectsMilestone),
                builder.span(dateText(milestone.date), .dim),
                builder.span(
                    milestone.title.text(in: language), milestone == next ? .strong : .text),
            ]
            if milestone == next, let date = milestone.date {
                spans.append(
                    builder.span(
                        "  " + context.formats.relative(date, today: context.state.today), .dim))
            }
            builder.paragraph(spans, indent: " ", rest: "                ")
        }
    }

    /// What news that name the project say of days ahead; what is over by now is dim.
    private mutating func addAgenda() {
        guard let agenda = context.state.content.agendas[project.id], !agenda.isEmpty else {
            return
        }
        builder.section(Phrases.aheadInNews)
        let glyphs = context.glyphs
        for record in agenda {
            let isOver = record.content.latest < context.state.today
            builder.paragraph(
                [
                    builder.span(
                        glyphs.claimed + " ", isOver ? .statusNone : .projectsMilestone),
                    builder.span(context.date(of: record.content, width: 13), .dim),
                    builder.span(record.content.quote, isOver ? .dim : .text),
                ], indent: " ", rest: "                ")
            let tag = builder.target(.newsItem(record.item))
            let facts = [record.provenance.publisher, context.date(record.published)]
            builder.paragraph(
                [
                    builder.span(record.title.text(in: language), .link, tag: tag),
                    builder.span(
                        "  "
                            + facts.filter { !$0.isEmpty }
                            .joined(separator: " \(glyphs.separator) "), .dim),
                ], indent: "                ", rest: "                ")
        }
    }

    /// In a column, so that dates stand under each other.
    private func dateText(_ date: PartialDate?) -> String {
        TextLayout.pad(context.formats.date(date), to: 13)
    }

    private mutating func addDecisions() {
        guard !project.decisions.isEmpty else { return }
        builder.section(Phrases.decisionsTitle)
        for decision in project.decisions {
            var spans = [
                builder.span(dateText(decision.date), .dim),
                builder.span(decision.title.text(in: language)),
            ]
            if let body = decision.body, !body.isEmpty {
                spans.append(builder.span("  (\(body.text(in: language)))", .dim))
            }
            builder.paragraph(spans, indent: " ", rest: "              ")
        }
    }

    private mutating func addOutcomes() {
        guard !project.outcomes.isEmpty else { return }
        builder.section(Phrases.outcomesTitle)
        let figures = project.outcomes.map { figureText($0) }
        let width = min(24, figures.map { DisplayWidth.of($0) }.max() ?? 0)
        for (outcome, figure) in zip(project.outcomes, figures) {
            let padded = TextLayout.pad(figure, to: width, alignment: .trailing)
            builder.paragraph(
                [
                    builder.span(padded + (width > 0 ? "  " : ""), .strong),
                    builder.span(outcome.title.text(in: language)),
                ], indent: " ", rest: String(repeating: " ", count: width + (width > 0 ? 3 : 1)))
        }
    }

    /// "omkring 400 personer"; "" where the outcome has no figure.
    private func figureText(_ outcome: Project.Outcome) -> String {
        guard let figure = outcome.figure else { return "" }
        let number =
            figure == figure.rounded() && abs(figure) < 1e15
            ? context.formats.whole(Int(figure)) : context.formats.decimal(figure)
        return [outcome.qualifier?.text(in: language), number, outcome.unit?.text(in: language)]
            .compactMap(\.self).filter { !$0.isEmpty }.joined(separator: " ")
    }

    private mutating func addUpdates() {
        guard !project.updates.isEmpty else { return }
        builder.section(Phrases.updates)
        for update in project.updates {
            builder.paragraph(
                [
                    builder.span(dateText(update.date), .dim),
                    builder.span(update.text.text(in: language)),
                ], indent: " ", rest: "              ")
        }
    }

    private mutating func addPeople() {
        guard !project.people.isEmpty else { return }
        builder.section(Phrases.people)
        for person in project.people {
            var spans = [builder.span(person.name)]
            if let role = person.role, !role.isEmpty {
                spans.append(builder.span("  " + role.text(in: language), .dim))
            }
            builder.paragraph(spans, indent: " ", rest: "   ")
        }
    }

    private mutating func addLinks() {
        guard !project.links.isEmpty else { return }
        builder.section(Phrases.links)
        for (index, link) in project.links.enumerated() {
            let tag = builder.target(.link(link.address))
            builder.paragraph(
                [
                    builder.span("[\(index + 1)] ", .dim, tag: tag),
                    builder.span(link.title.text(in: language), .link, tag: tag),
                    builder.span("  " + link.address, .dim, tag: tag),
                ], indent: " ", rest: "     ")
        }
    }
}

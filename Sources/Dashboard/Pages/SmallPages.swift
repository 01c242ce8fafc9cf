import ClimateModel
import TextGrid

/// Every key, by where it works.
struct HelpPageContent {
    private(set) var content: PageContent

    init(_ place: Action.Context, context: PageContext, width: Int) {
        let formats = context.formats
        let isRestricted = context.state.environment.isRestricted
        let sections = context.state.environment.keyMap.help(
            for: place, isRestricted: isRestricted, formats: formats)
        let keyWidth = min(18, sections.flatMap(\.rows).map { DisplayWidth.of($0.keys) }.max() ?? 0)
        var builder = PageBuilder(context, width: width, trail: [Phrases.help(context.language)])
        for section in sections {
            builder.gap()
            builder.line(section.title, .heading)
            for row in section.rows {
                let refusal = row.refusal.map { " (\($0))" } ?? ""
                builder.fact(
                    row.keys, [builder.span(row.help + refusal)], labelWidth: keyWidth)
            }
        }
        content = builder.content
    }
}

/// Where something comes from: who published it, when it was fetched, how sure it is.
struct ProvenanceContent {
    private var builder: PageBuilder
    private var context: PageContext { builder.context }
    private var language: Language { context.language }

    var content: PageContent { builder.content }

    init(_ subject: Page.ProvenanceSubject, context: PageContext, width: Int) {
        builder = PageBuilder(
            context, width: width, trail: [Phrases.provenance(context.language)])
        switch subject {
        case .project(let title, let provenance):
            builder.paragraph(title.text(in: language), .strong)
            add(provenance)
        case .newsItem(let title, let provenance, let others):
            builder.paragraph(title.text(in: language), .strong)
            add(provenance)
            for copy in others { add(copy) }
        case .ranking(let code): addRanking(of: code)
        }
    }

    private mutating func addRanking(of code: MunicipalityCode) {
        guard let table = context.state.content.table,
            let municipality = context.municipality(code),
            let period = context.state.rankings.period
        else { return }
        let indicator = table.indicator
        builder.paragraph(
            "\(municipality.name), \(indicator.title.text(in: language)) \(period)", .strong)
        let observation = table.observation(of: code, in: period)
        let rank = table.rank(of: code, in: period)
        fact(
            Phrases.rankLabel,
            context.formats.place(rank, of: context.state.content.gazetteer.all.count))
        fact(Phrases.statusLabel, (observation?.status.title ?? Phrases.notInList)(language))
        if let responses = observation?.responses {
            fact(Phrases.answersLabel, context.formats.whole(responses))
        }
        if let rate = observation?.responseRate {
            fact(Phrases.responseRateLabel, context.formats.percent(rate))
        }
        if observation == nil {
            fact(Phrases.publisher, indicator.publisher)
        } else {
            add(
                observation?.provenance
                    ?? Provenance(source: indicator.source, publisher: indicator.publisher))
        }
        addClaims(of: code, in: period, table)
        for mark in indicator.breaks {
            let note = mark.note.text(in: language)
            fact(
                Phrases.newMethod,
                "\(mark.period): \(note)"
                    + (mark.comparable ? "" : " " + Phrases.notComparable(language)))
        }
    }

    /// What news say of the same figure, the surest first.
    private mutating func addClaims(
        of code: MunicipalityCode, in period: Period, _ table: ObservationTable
    ) {
        let records = context.state.content.claims.claims(of: code, in: period)
        guard !records.isEmpty else { return }
        let formats = context.formats
        builder.section(Phrases.fromNews)
        for group in context.state.together(records).prefix(5) {
            let claim = group.record.content
            let rank = table.rank(of: code, in: period)
            let relation: Phrase? =
                claim.rank.map { told in
                    rank.map { $0 == told ? Phrases.claimAgrees : differing($0) }
                        ?? Phrases.claimMissing
                }
            let sureness =
                claim.certainty == .low ? Phrases.claimUncertain(language) : nil
            let facts = [
                Phrases.claim(claim.rank, claim.change, formats) + formats.glyphs.claimed,
                relation?(language), sureness,
                group.count > 1 ? Phrases.inNews(group.count, formats) : nil,
            ]
            builder.paragraph(
                facts.compactMap(\.self).joined(separator: " \(formats.glyphs.separator) "),
                .strong)
            builder.paragraph(
                [builder.span(formats.quoted(claim.quote), .quote)], indent: "  ", rest: "  ")
            for record in ([group.record] + group.others).prefix(4) {
                let origin = [
                    record.provenance.publisher, context.date(record.published),
                    record.title.text(in: language),
                ]
                builder.paragraph(
                    origin.filter { !$0.isEmpty }
                        .joined(separator: " \(formats.glyphs.separator) "),
                    .dim, indent: "  ", rest: "  ")
            }
        }
    }

    private func differing(_ rank: Int) -> Phrase {
        let listed = Phrases.claim(rank, nil, context.formats)
        let mark = context.glyphs.differs + " "
        let text = Phrases.claimDiffers(listed)
        return Phrase(sv: mark + text.sv, en: mark + text.en)
    }

    /// Another source that a news item came through.
    private mutating func add(_ copy: NewsItem.Copy) {
        builder.section(Phrases.alsoFrom)
        fact(Phrases.publisher, copy.provenance.publisher)
        let source = context.state.content.sources[copy.provenance.source]
        fact(Phrases.source, source?.title ?? copy.provenance.source.rawValue)
        if let link = copy.link { fact(Phrases.link, link) }
        fact(Phrases.fetchedLabel, fetchedText(copy.provenance.fetched ?? source?.lastSuccess))
    }

    private mutating func add(_ provenance: Provenance) {
        fact(Phrases.publisher, provenance.publisher)
        let source = context.state.content.sources[provenance.source]
        fact(Phrases.source, source?.title ?? provenance.source.rawValue)
        if let detail = provenance.detail { fact(Phrases.detail, detail) }
        // A guest need not know where files lie on the host.
        if let source, let address = source.address,
            !context.state.environment.isRestricted || source.isOnWeb
        {
            fact(Phrases.address, address)
        }
        if let terms = source?.terms { fact(Phrases.terms, terms) }
        let fetched = provenance.fetched ?? source?.lastSuccess
        fact(Phrases.fetchedLabel, fetchedText(fetched))
        let isImported = provenance.certainty == .medium && source?.title == provenance.publisher
        fact(
            Phrases.certainty,
            (isImported ? Phrases.importedFile : provenance.certainty.title)(language))
        if let error = source?.lastError { fact(Phrases.lastError, error.text(in: language)) }
    }

    private func fetchedText(_ moment: Timestamp?) -> String {
        guard let moment else { return Phrases.builtIn(language) }
        let state = context.state
        return context.formats.fetched(
            moment, today: state.today, offset: state.environment.localOffset(moment))
    }

    private mutating func fact(_ label: Phrase, _ text: String) {
        builder.fact(label(language), [builder.span(text)], labelWidth: 14)
    }
}

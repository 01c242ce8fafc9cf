import ClimateModel

/// Content made safe before it is kept: every text goes through `CleanText`, every address is one that may be opened.
///
/// This is the boundary: what the database holds is clean, whoever brought it.
extension ContentBatch {
    /// With clean text but for the news: of these there can be very many, so each is cleaned when it is written.
    func cleaned() -> ContentBatch {
        var batch = self
        batch.sources = sources.map(\.cleaned)
        batch.municipalities = municipalities.map(\.cleaned)
        batch.indicators = indicators.map(\.cleaned)
        batch.observations = observations.map { series in
            var series = series
            for index in series.observations.indices {
                series.observations[index].provenance?.clean()
            }
            return series
        }
        batch.projects = projects.map(\.cleaned)
        batch.awards = awards.map(\.cleaned)
        return batch
    }
}

/// An address that may be kept and opened: http, https or mailto, of clean text without white space; nil for anything else.
func safeAddress(_ address: String?) -> String? {
    guard let address, address.utf8.count <= 4_096 else { return nil }
    guard CleanText.isPlainLine(address) || CleanText.line(address) == address,
        !address.utf8.contains(0x20)
    else { return nil }
    return ["https://", "http://", "mailto:"].contains { address.begins(withScheme: $0) }
        ? address : nil
}

extension String {
    /// Whether it begins with `scheme`, which is in lower case, and goes on.
    fileprivate func begins(withScheme scheme: String) -> Bool {
        guard utf8.count > scheme.utf8.count else { return false }
        return zip(utf8, scheme.utf8).allSatisfy { byte, expected in
            let isUpper = (0x41...0x5A).contains(byte)
            return (isUpper ? byte | 0x20 : byte) == expected
        }
    }
}

extension LocalizedText {
    fileprivate var isPlainlyClean: Bool {
        swedish.map(CleanText.isPlainLine) ?? true && english.map(CleanText.isPlainLine) ?? true
    }

    fileprivate mutating func clean() {
        swedish = swedish.map { CleanText.line($0) }
        english = english.map { CleanText.line($0) }
    }

    var cleaned: LocalizedText {
        LocalizedText(
            swedish: swedish.map { CleanText.line($0) }, english: english.map { CleanText.line($0) }
        )
    }
}

extension Provenance {
    fileprivate mutating func clean() {
        publisher = CleanText.line(publisher)
        detail = detail.map { CleanText.line($0) }
    }
}

extension Source {
    fileprivate var cleaned: Source {
        var source = self
        source.title = CleanText.line(title)
        source.address = address.map { CleanText.line($0) }
        source.terms = terms.map { CleanText.line($0) }
        source.lastError = lastError?.cleaned
        return source
    }
}

extension Municipality {
    fileprivate var cleaned: Municipality {
        var municipality = self
        municipality.name = CleanText.line(name)
        municipality.county.name = CleanText.line(county.name)
        municipality.group.name.clean()
        return municipality
    }
}

extension Indicator {
    fileprivate var cleaned: Indicator {
        var indicator = self
        indicator.title.clean()
        indicator.publisher = CleanText.line(publisher)
        indicator.unit?.clean()
        for index in breaks.indices { indicator.breaks[index].note.clean() }
        return indicator
    }
}

extension Project {
    fileprivate var cleaned: Project {
        var project = self
        project.title.clean()
        project.summary.clean()
        project.stage?.clean()
        project.caseNumber = caseNumber.map { CleanText.line($0) }
        project.owner?.clean()
        project.strands = strands.map { Strand(title: $0.title.cleaned, text: $0.text?.cleaned) }
        project.milestones = milestones.map {
            Milestone(title: $0.title.cleaned, date: $0.date, isDone: $0.isDone)
        }
        project.decisions = decisions.map {
            Decision(title: $0.title.cleaned, date: $0.date, body: $0.body?.cleaned)
        }
        project.outcomes = outcomes.map {
            Outcome(
                title: $0.title.cleaned, figure: $0.figure, unit: $0.unit?.cleaned,
                qualifier: $0.qualifier?.cleaned)
        }
        project.people = people.map {
            Person(name: CleanText.line($0.name), role: $0.role?.cleaned)
        }
        project.links = links.compactMap { link in
            safeAddress(link.address).map { Link(title: link.title.cleaned, address: $0) }
        }
        project.updates = updates.map { Update(date: $0.date, text: $0.text.cleaned) }
        project.provenance.clean()
        return project
    }
}

extension Award {
    fileprivate var cleaned: Award {
        var award = self
        award.title.clean()
        award.criterion?.clean()
        award.nominees = nominees.map {
            Nominee(
                municipality: $0.municipality, strength: $0.strength?.cleaned,
                improvement: $0.improvement?.cleaned,
                spokesperson: $0.spokesperson.map { CleanText.line($0) })
        }
        award.provenance.clean()
        return award
    }
}

extension NewsItem {
    /// Most items are clean, and are kept without being built anew.
    var cleaned: NewsItem { isPlainlyClean ? self : thoroughlyCleaned }

    private var isPlainlyClean: Bool {
        title.isPlainlyClean && summary.isPlainlyClean
            && CleanText.isPlainLine(provenance.publisher)
            && provenance.detail.map(CleanText.isPlainLine) ?? true
            && author.map(CleanText.isPlainLine) ?? true
            && (link == nil || safeAddress(link) == link)
            && claims.isEmpty && agenda.isEmpty && body.swedish?.isPlainlyClean ?? true
            && body.english?.isPlainlyClean ?? true
    }

    private var thoroughlyCleaned: NewsItem {
        var item = self
        item.title.clean()
        item.summary.clean()
        item.body.swedish = body.swedish?.cleaned
        item.body.english = body.english?.cleaned
        item.author = author.map { CleanText.line($0) }
        item.link = safeAddress(link)
        item.provenance.clean()
        for index in claims.indices { item.claims[index].clean() }
        for index in agenda.indices {
            item.agenda[index].quote = CleanText.line(agenda[index].quote)
        }
        return item
    }
}

extension RankingClaim {
    fileprivate mutating func clean() {
        name = CleanText.line(name)
        ranking = CleanText.line(ranking)
        quote = CleanText.line(quote)
    }
}

extension StructuredText {
    /// Most bodies are clean, and are kept without being built anew.
    fileprivate var isPlainlyClean: Bool { blocks.allSatisfy(\.isPlainlyClean) }

    fileprivate var cleaned: StructuredText {
        if isPlainlyClean { return self }
        return StructuredText(
            blocks.map { block in
                switch block {
                case .paragraph(let inlines): .paragraph(inlines.map(\.cleaned))
                case .quote(let inlines): .quote(inlines.map(\.cleaned))
                case .heading(let level, let inlines):
                    .heading(level: min(max(level, 1), 6), inlines.map(\.cleaned))
                case .list(let ordered, let items):
                    .list(ordered: ordered, items: items.map { $0.map(\.cleaned) })
                }
            })
    }
}

extension StructuredText.Block {
    fileprivate var isPlainlyClean: Bool {
        switch self {
        case .paragraph(let inlines), .quote(let inlines): inlines.allSatisfy(\.isPlainlyClean)
        case .heading(let level, let inlines):
            (1...6).contains(level) && inlines.allSatisfy(\.isPlainlyClean)
        case .list(_, let items): items.allSatisfy { $0.allSatisfy(\.isPlainlyClean) }
        }
    }
}

extension StructuredText.Inline {
    fileprivate var isPlainlyClean: Bool {
        switch self {
        case .text(let text), .emphasis(let text), .strong(let text):
            CleanText.isPlainlyClean(text)
        case .link(let text, let address):
            CleanText.isPlainlyClean(text) && safeAddress(address) == address
        }
    }

    fileprivate var cleaned: StructuredText.Inline {
        switch self {
        case .text(let text): .text(CleanText.block(text))
        case .emphasis(let text): .emphasis(CleanText.block(text))
        case .strong(let text): .strong(CleanText.block(text))
        case .link(let text, let address):
            safeAddress(address).map { .link(text: CleanText.block(text), address: $0) }
                ?? .text(CleanText.block(text))
        }
    }
}

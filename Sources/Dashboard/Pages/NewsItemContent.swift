import ClimateModel
import TextGrid

/// A news item as the reader shows it.
struct NewsItemContent {
    /// The widest a line of running text may be.
    static let measure = 78

    private var builder: PageBuilder
    private let item: NewsItem
    private var context: PageContext { builder.context }
    private var linkCount = 0

    var lines: [StyledLine] { builder.content.lines }
    var content: PageContent { builder.content }

    /// - Parameter lineLimit: for a preview: lays out no more blocks than make so many lines and a few, and leaves the
    ///   footer out.
    init(_ item: NewsItem, context: PageContext, width: Int, lineLimit: Int? = nil) {
        self.item = item
        let name = item.municipalities.first.flatMap { context.municipality($0)?.name }
        builder = PageBuilder(
            context, width: width,
            trail: [AppState.Pane.news.title(context.language), name ?? item.provenance.publisher],
            measure: Self.measure)
        builder.paragraph(item.title.text(in: context.language), .strong)
        addByline()
        let body = item.body.text(in: context.language)
        if body.isEmpty, !item.summary.isEmpty {
            builder.gap()
            builder.paragraph(item.summary.text(in: context.language))
        }
        for block in body.blocks {
            if let lineLimit, lines.count > lineLimit { return }
            add(block)
        }
        if lineLimit == nil {
            addAgenda()
            addClaims()
            addFooter()
        }
    }

    private mutating func addByline() {
        let language = context.language
        let parts = [
            item.provenance.publisher, item.kind.title(language).lowercased(), item.author,
            context.date(item.published), readingTime,
        ]
        builder.paragraph(
            parts.compactMap(\.self).filter { !$0.isEmpty }
                .joined(separator: " \(context.glyphs.separator) "), .dim)
    }

    /// At 200 words a minute; nil under a minute.
    private var readingTime: String? {
        let words = item.body.text(in: context.language).plain.split(whereSeparator: \.isWhitespace)
        let minutes = (words.count + 100) / 200
        return minutes > 0 ? "\(minutes) min" : nil
    }

    private mutating func add(_ block: StructuredText.Block) {
        builder.gap()
        switch block {
        case .paragraph(let inlines): builder.paragraph(spans(inlines))
        case .heading(_, let inlines): builder.paragraph(spans(inlines, .heading))
        case .list(let isOrdered, let items):
            for (index, inlines) in items.enumerated() {
                let mark = isOrdered ? " \(index + 1). " : " \(context.glyphs.bullet) "
                let rest = String(repeating: " ", count: mark.count)
                builder.paragraph(spans(inlines), indent: mark, rest: rest)
            }
        case .quote(let inlines):
            let bar = " \(context.glyphs.quoteBar) "
            builder.paragraph(spans(inlines, .quote), indent: bar, rest: bar)
        }
    }

    private mutating func spans(_ inlines: [StructuredText.Inline], _ role: Role = .text) -> [Span]
    {
        inlines.flatMap { inline -> [Span] in
            switch inline {
            case .text(let text): return marked(text, role)
            case .emphasis(let text):
                return [Span(text, style: context.style(role).with(.italic))]
            case .strong(let text): return [Span(text, style: context.style(role).with(.bold))]
            case .link(let text, let address):
                linkCount += 1
                let tag = builder.target(.link(address))
                return [
                    builder.span(text, .link, tag: tag),
                    builder.span("[\(linkCount)]", .dim, tag: tag),
                ]
            }
        }
    }

    /// The text with what is searched for standing out.
    private func marked(_ text: String, _ role: Role) -> [Span] {
        let words = SearchKey.fold(context.state.news.search).split(separator: " ")
        guard !words.isEmpty else { return [builder.span(text, role)] }
        var spans: [Span] = []
        var rest = Substring(text)
        while !rest.isEmpty {
            let isWord = rest.first.map { $0.isLetter || $0.isNumber } ?? false
            let end =
                rest.firstIndex { ($0.isLetter || $0.isNumber) != isWord } ?? rest.endIndex
            let piece = rest[..<end]
            let folded = isWord ? SearchKey.fold(piece) : ""
            let isMatch = isWord && words.contains { folded.hasPrefix($0) }
            spans.append(builder.span(String(piece), isMatch ? .match : role))
            rest = rest[end...]
        }
        return spans
    }

    /// What it says will happen, or would where all of it is over by now.
    private mutating func addAgenda() {
        guard !item.agenda.isEmpty else { return }
        let today = context.state.today
        let isOver = item.agenda.allSatisfy { $0.latest < today }
        builder.section(isOver ? Phrases.datesNamed : Phrases.ahead)
        for entry in item.agenda {
            let isOver = entry.latest < today
            builder.paragraph(
                [
                    builder.span(
                        context.date(of: entry, width: 14), isOver ? .dim : .strong),
                    builder.span(entry.quote, isOver ? .dim : .text),
                ], indent: " ", rest: "               ")
        }
    }

    /// What it claims of places in rankings.
    private mutating func addClaims() {
        guard !item.claims.isEmpty else { return }
        builder.section(Phrases.claimed)
        for claim in item.claims {
            let said = Phrases.claim(claim.rank, claim.change, context.formats)
            let year = claim.year.map { " (\($0))" } ?? ""
            let doubt =
                claim.certainty == .low ? [Phrases.claimUncertain(context.language)] : []
            builder.bullet([
                builder.span("\(claim.name): \(said)\(context.glyphs.claimed)\(year)"),
                builder.span(
                    "  "
                        + ([context.state.rankingTitle(of: claim)] + doubt)
                        .joined(separator: " \(context.glyphs.separator) "), .dim),
            ])
        }
    }

    /// What it is about, and where it stands on the web.
    private mutating func addFooter() {
        builder.gap()
        for code in item.municipalities.prefix(8) {
            guard let municipality = context.municipality(code) else { continue }
            let tag = builder.target(.municipality(code))
            var spans = [builder.span(municipality.name, .link, tag: tag)]
            if let standing = context.state.standing(of: code) {
                let formats = context.formats
                spans.append(
                    builder.span(
                        "  \(formats.whole(standing.rank)) \(formats.outOf(standing.total)) "
                            + "\(formats.change(standing.change)) (\(standing.period))", .dim))
            }
            builder.line(spans)
        }
        if let link = item.link { addLink(link) }
        guard !item.alsoFrom.isEmpty else { return }
        builder.gap()
        builder.line(Phrases.alsoFrom(context.language) + ":", .dim)
        for copy in item.alsoFrom {
            let source = context.state.content.sources[copy.provenance.source]?.title
            let names = [copy.provenance.publisher, source].compactMap(\.self)
            builder.line(
                Array(names.prefix(names.first == names.last ? 1 : 2))
                    .joined(separator: " \(context.glyphs.separator) "))
            if let link = copy.link, link != item.link { addLink(link) }
        }
    }

    private mutating func addLink(_ link: String) {
        linkCount += 1
        let tag = builder.target(.link(link))
        builder.line([
            builder.span("[\(linkCount)] ", .dim, tag: tag),
            builder.span(link, .link, tag: tag),
        ])
    }
}

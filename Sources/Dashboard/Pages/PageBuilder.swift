import ClimateModel
import TextGrid

/// What a page's text is made with: the language, the look, and what is known.
struct PageContext {
    let state: AppState
    let language: Language
    let formats: Formats
    let glyphs: GlyphSet
    /// What lies behind the text.
    let surface: Surface

    init(_ state: AppState, surface: Surface = .screen) {
        self.surface = surface
        self.state = state
        language = state.language
        formats = state.formats
        glyphs = state.glyphs
    }

    func style(_ role: Role) -> Style { state.theme.style(role, on: surface) }

    func municipality(_ code: MunicipalityCode) -> Municipality? { state.content.gazetteer[code] }

    /// When something is ahead, in a column of `width`: a date, or a time between two, which may go beyond it.
    func date(of entry: AgendaEntry, width: Int) -> String {
        let text =
            entry.end.map { formats.range(from: entry.date, to: $0) } ?? formats.date(entry.date)
        return DisplayWidth.of(text) < width ? TextLayout.pad(text, to: width) : text + "  "
    }

    /// The day something was published, in full.
    func date(_ date: PublicationDate) -> String {
        guard case .moment(let moment) = date else { return formats.longDate(date.date()) }
        return formats.longDate(date.date(offset: state.environment.localOffset(moment)))
    }
}

/// Lays a page out line by line.
struct PageBuilder {
    let context: PageContext
    let width: Int
    private(set) var content = PageContent()

    init(_ context: PageContext, width: Int, trail: [String] = [], measure: Int? = nil) {
        self.context = context
        self.width = max(1, measure.map { min(width, $0) } ?? width)
        content.trail = trail
        content.measure = measure
    }

    /// An empty line; never two in a row, none at the top.
    mutating func gap() {
        guard let last = content.lines.last, !last.spans.isEmpty else { return }
        content.lines.append(StyledLine())
    }

    mutating func line(_ spans: [Span]) {
        let folded = spans.map { fold($0) }
        content.lines.append(
            StyledLine(folded).truncated(to: width, ellipsis: context.glyphs.ellipsis))
    }

    mutating func line(_ text: String, _ role: Role = .text) {
        line([Span(text, style: context.style(role))])
    }

    /// Wrapped text, its first line indented by `indent` and the others by `rest`.
    mutating func paragraph(_ spans: [Span], indent: String = "", rest: String = "") {
        content.lines += TextLayout.wrap(
            spans.map { fold($0) }, width: width, firstPrefix: StyledLine([fold(span(indent))]),
            restPrefix: StyledLine([fold(span(rest))]))
    }

    mutating func paragraph(
        _ text: String, _ role: Role = .text, indent: String = "", rest: String = ""
    ) {
        paragraph([Span(text, style: context.style(role))], indent: indent, rest: rest)
    }

    /// A section's heading with a line of air above it.
    mutating func section(_ phrase: Phrase) {
        gap()
        line(phrase(context.language), .heading)
    }

    /// "•  text", wrapped under itself.
    mutating func bullet(_ spans: [Span]) {
        paragraph(spans, indent: " \(context.glyphs.bullet) ", rest: "   ")
    }

    /// A label in a column of its own, and what it says.
    mutating func fact(_ label: String, _ spans: [Span], labelWidth: Int) {
        guard width - labelWidth - 2 >= Self.factRoom else {
            line(label, .dim)
            paragraph(spans, indent: "  ", rest: "  ")
            return
        }
        let padded = TextLayout.fit(
            context.glyphs.text(label), to: labelWidth, ellipsis: context.glyphs.ellipsis)
        let blank = String(repeating: " ", count: labelWidth + 2)
        let head = Span(padded + "  ", style: context.style(.dim))
        let body = TextLayout.wrap(
            spans.map { fold($0) }, width: max(8, width - labelWidth - 2))
        for (index, line) in body.enumerated() {
            content.lines.append(
                StyledLine(
                    [index == 0 ? head : Span(blank, style: context.style(.text))] + line.spans))
        }
    }

    /// Where there is less room than this beside a label, what it says stands below it.
    private static let factRoom = 20

    /// Makes something that can be opened.
    ///
    /// - Returns: the tag for its spans.
    mutating func target(_ target: PageTarget) -> Int {
        content.targets.append(target)
        return content.targets.count - 1
    }

    func span(_ text: String, _ role: Role = .text, tag: Int? = nil) -> Span {
        Span(text, style: context.style(role), tag: tag)
    }

    private func fold(_ span: Span) -> Span {
        Span(context.glyphs.text(span.text), style: span.style, tag: span.tag)
    }
}

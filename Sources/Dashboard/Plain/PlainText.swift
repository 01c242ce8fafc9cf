import ClimateModel
import TextGrid

/// What a screen shows as text that is read from top to bottom: headings, then one line a row, in words.
///
/// For screen readers and pipes: no columns, no box drawing, no charts, nothing told by colour or place alone.
public struct PlainText<Reader: ClimateReading> {
    let state: AppState
    let reader: Reader
    let output: (String) throws -> Void

    var language: Language { state.language }
    var formats: Formats { state.formats }

    /// How many rows of a list are held at a time.
    static var windowLength: Int { 200 }
    /// How many news items the home view lists.
    static var newsOfHome: Int { 50 }

    /// - Parameters:
    ///   - state: a dashboard that has read what its first screen shows.
    ///   - output: takes the text line by line, each with its end of line.
    public init(state: AppState, reader: Reader, output: @escaping (String) throws -> Void) {
        self.state = state
        self.reader = reader
        self.output = output
    }

    /// Writes what `destination` shows.
    ///
    /// - Throws: what the reader or the output throws.
    public func write(_ destination: Destination) throws {
        switch destination {
        case .home:
            try writeTitle()
            try writeStanding()
            try writeRankings()
            try writeProjects(state.projectQuery)
            try writeNews(state.newsQuery, limit: Self.newsOfHome)
        case .pane(.rankings): try writeRankings()
        case .pane(.projects): try writeProjects(state.projectQuery)
        case .pane(.news): try writeNews(state.newsQuery)
        case .municipality(let code): try writeMunicipality(code)
        case .project(let project): try writeProject(project)
        case .newsItem(let id): try writeNewsItem(id)
        case .sources: try writeSources()
        case .help: try writeHelp()
        }
    }

    // MARK: Lines

    /// A line, as far as the terminal can show it. Its spaces are plain ones, so that words are found.
    func line(_ text: String) throws {
        let shown = DisplayWidth.shown(state.glyphs.text(text))
        try output(shown.replacing("\u{A0}", with: " ") + "\n")
    }

    /// An empty line, then the heading of a part.
    func heading(_ text: String) throws {
        try output("\n")
        try line(text)
    }

    /// "label: text"; nothing where there is no text.
    func fact(_ label: Phrase, _ text: String?) throws {
        guard let text, !text.isEmpty else { return }
        try line("\(label(language)): \(text)")
    }

    /// The parts that are there, with commas between them.
    func list(_ parts: String?...) -> String {
        parts.compactMap(\.self).filter { !$0.isEmpty }.joined(separator: ", ")
    }

    func text(_ text: LocalizedText?) -> String? {
        text.flatMap { $0.isEmpty ? nil : $0.text(in: language) }
    }

    func name(_ code: MunicipalityCode) -> String {
        state.content.gazetteer[code]?.name ?? code.rawValue
    }

    private func writeTitle() throws {
        let clock = state.now.clock(offset: state.environment.localOffset(state.now))
        try line("Utkik, \(formats.weekdayDate(clock.date)) \(formats.clock(clock))")
    }

    func writeHelp() throws {
        let sections = state.environment.keyMap.help(
            for: state.context, isRestricted: state.environment.isRestricted, formats: formats)
        try line(Phrases.help(language))
        for section in sections {
            try heading(section.title)
            for row in section.rows {
                let refusal = row.refusal.map { " (\($0))" } ?? ""
                try line("\(row.keys): \(row.help)\(refusal)")
            }
        }
    }
}

import ClimateModel

/// What a file may hold.
public enum ContentType: String, Codable, Sendable, CaseIterable {
    /// Places in a ranking, by municipality and year.
    case ranking
    /// Values of an indicator, by municipality and year.
    case indicator
    /// Projects of municipalities.
    case projects
    /// News items.
    case news
    /// A list of sources.
    case sources

    /// What a user calls it.
    public var name: Phrase {
        switch self {
        case .ranking: Phrase(sv: "ranking", en: "ranking")
        case .indicator: Phrase(sv: "nyckeltal", en: "indicator")
        case .projects: Phrase(sv: "projekt", en: "projects")
        case .news: Phrase(sv: "nyheter", en: "news")
        case .sources: Phrase(sv: "källor", en: "sources")
        }
    }
}

/// What the user says about a file, where its content doesn't.
public struct ImportOptions: Hashable, Sendable {
    /// Read as this, whatever it looks like.
    public var type: ContentType?
    /// The indicator that figures are of, by id or title.
    public var indicator: String?
    /// The year of figures in a table that doesn't tell.
    public var year: Int?
    /// Who published it.
    public var publisher: String?
    /// Which way is better, for an indicator not known before.
    public var direction: Indicator.Direction?

    /// What is left out is found in the file, else the file is refused or a default holds.
    public init(
        type: ContentType? = nil, indicator: String? = nil, year: Int? = nil,
        publisher: String? = nil, direction: Indicator.Direction? = nil
    ) {
        self.type = type
        self.indicator = indicator
        self.year = year
        self.publisher = publisher
        self.direction = direction
    }
}

/// What a parser needs to know besides the bytes.
public struct ImportContext {
    /// Finds municipalities by name and code.
    public var municipalities: MunicipalityFinder
    /// The indicators known before.
    public var indicators: [Indicator]
    /// When the file is read.
    public var now: Timestamp
    /// The file's name without folders: "ranking.csv".
    public var fileName: String
    /// Where it was read from: its path.
    public var address: String?
    /// What the user says about the file.
    public var options: ImportOptions
    /// The source that the bytes were fetched from; nil for a file that somebody imports.
    public var source: KnownSource?
    /// Called now and then with the share of the file that is read, 0–1.
    public var progress: (Double) -> Void

    /// Knows no indicators, tells no progress and has no options unless told otherwise.
    public init(
        municipalities: MunicipalityFinder, indicators: [Indicator] = [], now: Timestamp,
        fileName: String, address: String? = nil,
        options: ImportOptions = ImportOptions(), source: KnownSource? = nil,
        progress: @escaping (Double) -> Void = { _ in }
    ) {
        self.municipalities = municipalities
        self.indicators = indicators
        self.now = now
        self.fileName = fileName
        self.address = address
        self.options = options
        self.source = source
        self.progress = progress
    }

    /// What stands for the publisher of what nobody tells the publisher of: the file's name.
    var unknownPublisher: String { CleanText.line(fileName) }

    /// How sure something is that does not say so itself, from the publisher that is told.
    func certainty(ofPublisher publisher: String?) -> Certainty {
        publisher == nil ? .medium : .high
    }

    /// The extension of the file's name in lower case: "md"; "" where it has none.
    var fileExtension: String {
        guard let dot = fileName.lastIndex(of: "."), dot != fileName.startIndex else { return "" }
        return fileName[fileName.index(after: dot)...].lowercased()
    }

    /// The file's name without its last extension: "ranking".
    var stem: String {
        guard let dot = fileName.lastIndex(of: "."), dot != fileName.startIndex else {
            return fileName
        }
        return String(fileName[..<dot])
    }
}

/// What a file says, ready to be written.
public struct ImportedFile: Codable, Sendable {
    /// What it was read as.
    public var type: ContentType
    /// How it was written: "CSV ;", "RSS 2.0", "YAML".
    public var format: String
    /// How its characters were written.
    public var encoding: TextEncoding
    /// Its content, ready to be written.
    public var batch: ContentBatch
    /// How many records of its type it holds.
    public var records: Int
    /// What it is of: the titles of the indicators, the title of the feed. Nil where nothing has one.
    public var title: Phrase?
    /// Things the user should know, though they stopped nothing.
    public var notes: [Phrase]
    /// The sources that a list of sources names, for syncs to read; empty for anything else.
    public var subscriptions: [SourceSettings]
    /// The addresses of the feeds that a web page names, the best first; empty for anything else.
    public var feedLinks: [String]

    /// Takes what was read as it is.
    public init(
        type: ContentType, format: String, encoding: TextEncoding, batch: ContentBatch,
        records: Int, title: Phrase? = nil, notes: [Phrase] = [],
        subscriptions: [SourceSettings] = [], feedLinks: [String] = []
    ) {
        self.type = type
        self.format = format
        self.encoding = encoding
        self.batch = batch
        self.records = records
        self.title = title
        self.notes = notes
        self.subscriptions = subscriptions
        self.feedLinks = feedLinks
    }
}

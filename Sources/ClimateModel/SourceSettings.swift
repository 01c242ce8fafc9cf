/// What a user says about a source that a sync reads.
public struct SourceSettings: Hashable, Codable, Sendable {
    /// Where it is: a URL (`https:`, `http:`, `imaps:`, `imap:`) or the absolute path of a file or folder.
    public var address: String
    /// What it is; nil where that is to be found from what is read.
    public var kind: Source.Kind?
    /// What lists call it; nil for the title that it gives itself.
    public var title: String?
    /// Who publishes it; nil for whom it names itself.
    public var publisher: String?
    /// The municipality that all of it is about.
    public var municipality: MunicipalityCode?
    /// What the user wrote in place of a municipality, where none is called that: then the source is not read.
    public var unknownMunicipality: String?
    /// Whether the host of `address` may have a loopback, link-local or private address: for an intranet.
    public var allowsPrivateHost: Bool
    /// Seconds between two readings; nil for an interval that follows how often it changes.
    public var interval: Int?
    /// How a table or a list is laid out, where that can't be found from it.
    public var mapping: TableMapping
    /// The indicators to fetch, by id; empty for the ready-made set.
    public var indicators: [String]
    /// The name to log in to a mailbox with.
    public var user: String?
    /// A command that prints the mailbox's password on its first line.
    public var passwordCommand: String?

    /// What is left out is found from what is read.
    public init(
        address: String, kind: Source.Kind? = nil, title: String? = nil, publisher: String? = nil,
        municipality: MunicipalityCode? = nil, unknownMunicipality: String? = nil,
        allowsPrivateHost: Bool = false, interval: Int? = nil,
        mapping: TableMapping = TableMapping(), indicators: [String] = [],
        user: String? = nil, passwordCommand: String? = nil
    ) {
        self.address = address
        self.kind = kind
        self.title = title
        self.publisher = publisher
        self.municipality = municipality
        self.unknownMunicipality = unknownMunicipality
        self.allowsPrivateHost = allowsPrivateHost
        self.interval = interval
        self.mapping = mapping
        self.indicators = indicators
        self.user = user
        self.passwordCommand = passwordCommand
    }
}

/// How a table or a list of projects is laid out.
public struct TableMapping: Hashable, Codable, Sendable {
    /// The sheet to read, by name; nil for the first that holds what is looked for.
    public var sheet: String?
    /// The row of the heading, from 1; nil where it is to be found.
    public var headingRow: Int?
    /// The heading of each column that is to be read, by what it holds: `["phase": "Fas", "start": "Startdatum"]`.
    public var columns: [String: String]
    /// What the list's own words for phases and stages stand for, in lower case: `["samråd": "planned"]`.
    public var phases: [String: String]
    /// The indicator that the figures of a table are of, by id or title.
    public var indicator: String?
    /// The year of figures in a table that doesn't tell.
    public var year: Int?
    /// Which way is better, for an indicator not known before.
    public var direction: Indicator.Direction?

    /// What is left out is found from the table.
    public init(
        sheet: String? = nil, headingRow: Int? = nil, columns: [String: String] = [:],
        phases: [String: String] = [:], indicator: String? = nil, year: Int? = nil,
        direction: Indicator.Direction? = nil
    ) {
        self.sheet = sheet
        self.headingRow = headingRow
        self.columns = columns
        self.phases = phases
        self.indicator = indicator
        self.year = year
        self.direction = direction
    }
}

import ClimateModel
import TextGrid

/// All that the dashboard knows and shows. Changed by `update` alone.
public struct AppState: Sendable {
    public let environment: Environment
    public internal(set) var language: Language
    public internal(set) var theme: Theme
    public internal(set) var size: Size
    public internal(set) var now: Timestamp

    /// What the content holds.
    public internal(set) var content = Content()

    /// The municipality whose standing is shown.
    public internal(set) var chosen: MunicipalityCode?
    public internal(set) var followed: Set<MunicipalityCode>
    /// When set, all three panes are about this one.
    public internal(set) var filter: MunicipalityCode?

    public internal(set) var focus = Pane.rankings
    public internal(set) var isZoomed = false
    public internal(set) var rankings = RankingsPane()
    public internal(set) var projects = ProjectsPane()
    public internal(set) var news = NewsPane()

    /// Pages and dialogs over the panes, the one with the keys last.
    public internal(set) var layers: [Layer] = []
    public internal(set) var notice: Notice?
    /// What was marked read (true) or unread in the reader, to be kept when it closes.
    var heldMarks: [NewsItem.ID: Bool] = [:]
    /// Counts the times that content came in, so that pages know when to be laid out anew.
    var revision = 0
    /// Whether a wait for the preview may begin; once for what happened outside.
    var mayWait = false
    /// How often each missing stretch was asked for since the last thing that happened outside.
    var asked: [ReadRequest: Int] = [:]

    /// The three panes, in order of their number keys.
    public enum Pane: Int, Hashable, Sendable, CaseIterable {
        case rankings, projects, news

        /// What it is called in preferences and on command lines.
        public var name: String {
            switch self {
            case .rankings: "rankings"
            case .projects: "projects"
            case .news: "news"
            }
        }
    }

    /// A line at the bottom, until the next key.
    public struct Notice: Hashable, Sendable {
        public var text: String
        public var isProblem: Bool
    }

    public init(
        environment: Environment, language: Language, theme: Theme, size: Size, now: Timestamp,
        chosen: MunicipalityCode? = nil, followed: Set<MunicipalityCode> = []
    ) {
        self.environment = environment
        self.language = language
        self.theme = theme
        self.size = size
        self.now = now
        self.chosen = chosen
        self.followed = followed
    }

    /// What to do first.
    public static let startEffects: [Effect] = [.read(.base)]

    /// The day it is here.
    var today: CalendarDate { now.clock(offset: environment.localOffset(now)).date }

    var glyphs: GlyphSet { environment.usesUnicode ? .unicode : .ascii }
}

/// The part of the content that is held in memory.
public struct Content: Sendable {
    public internal(set) var gazetteer = Gazetteer([])
    public internal(set) var indicators: [Indicator] = []
    public internal(set) var sources: [Source.ID: Source] = [:]
    /// The figures of the indicator on screen.
    public internal(set) var table: ObservationTable?
    /// What is known of the chosen municipality beside its figures.
    public internal(set) var profile: Profile?
    /// When a source was last read without error.
    public var lastFetched: Timestamp? { sources.values.compactMap(\.lastSuccess).max() }
}

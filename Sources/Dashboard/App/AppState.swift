import ClimateModel
import TextGrid

/// All that the dashboard knows and shows. Changed by `update` alone.
public struct AppState: Sendable {
    /// What stays the same while the session runs.
    public let environment: Environment
    /// The language of all that is shown.
    public internal(set) var language: Language
    /// The colours, fitted to the terminal.
    public internal(set) var theme: Theme
    /// The terminal's size in cells.
    public internal(set) var size: Size
    /// The last full minute that was told, or the start.
    public internal(set) var now: Timestamp

    /// What the content holds.
    public internal(set) var content = Content()

    /// The municipality whose standing is shown.
    public internal(set) var chosen: MunicipalityCode?
    /// Those the user follows.
    public internal(set) var followed: Set<MunicipalityCode>
    /// When set, all three panes are about this one.
    public internal(set) var filter: MunicipalityCode?

    /// The pane that has the keys when nothing lies over the panes.
    public internal(set) var focus = Pane.rankings
    /// Whether the focused pane takes the whole screen.
    public internal(set) var isZoomed = false
    /// Which ranking is shown, and where in it.
    public internal(set) var rankings = RankingsPane()
    /// Which projects are shown, and where in the list.
    public internal(set) var projects = ProjectsPane()
    /// Which news are shown, and where in the list.
    public internal(set) var news = NewsPane()

    /// Pages and dialogs over the panes, the one with the keys last.
    public internal(set) var layers: [Layer] = []
    /// What is being fetched, and what was fetched last.
    public internal(set) var sync = SyncState()
    /// What is told at the bottom; nil most of the time.
    public internal(set) var notice: Notice?
    /// The notice that was there when the last minute began.
    var noticeOfMinute: Notice?
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
        /// The order in which the focus goes round.
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
        /// One line in the user's language.
        public var text: String
        /// Whether something went wrong; then it stands out.
        public var isProblem: Bool
    }

    /// A state that knows no content yet; ``startEffects`` asks for it.
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
    /// The municipalities.
    public internal(set) var gazetteer = Gazetteer([])
    /// Those that have observations, in the store's order.
    public internal(set) var indicators: [Indicator] = []
    /// Where the content comes from.
    public internal(set) var sources: [Source.ID: Source] = [:]
    /// How many of the sources fail.
    public internal(set) var failingSources = 0
    /// The figures of the indicator on screen.
    public internal(set) var table: ObservationTable?
    /// What news claim of the ranking on screen.
    public internal(set) var claims = ClaimTable()
    /// What news say of days ahead for the projects whose pages were opened.
    var agendas: [Project.ID: [AgendaRecord]] = [:]
    /// What is known of the chosen municipality beside its figures.
    public internal(set) var profile: Profile?
    /// When a source was last read without error.
    public var lastFetched: Timestamp? { sources.values.compactMap(\.lastSuccess).max() }
}

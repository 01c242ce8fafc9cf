import ClimateModel
import TextGrid

/// All that a kiosk knows and shows. Changed by `update` alone.
///
/// A kiosk runs for months: everything here is bounded, and every number that counts wraps.
public struct KioskState: ProgramState {
    /// What stays the same while the kiosk runs.
    public let environment: Environment
    /// The language of all that is shown.
    public let language: Language
    /// What is shown in turn.
    public let plan: KioskPlan
    /// The municipality that the kiosk is of.
    public let chosen: MunicipalityCode?
    /// The colours, fitted to the terminal.
    public internal(set) var theme: Theme
    /// The terminal's size in cells.
    public internal(set) var size: Size
    /// The last full minute that was told, or the start.
    public internal(set) var now: Timestamp

    var content = KioskContent()
    /// What is being read now; nil when nothing is.
    var reading: KioskReading?
    /// Whether the last reading failed. The content is then the last good one.
    var isFailing = false
    /// Whether the content can't be read any more.
    var isLost = false
    /// Whether the content on screen may be older than what there is.
    var isStale: Bool { isFailing || isLost }
    /// The index in the plan of the scene on screen; nil when there is nothing to show.
    var position: Int?
    /// Counts scenes, for where on the screen they stand.
    var shift = KioskShift()

    /// A state that knows no content yet; `start()` asks for it.
    public init(
        environment: Environment, language: Language, theme: Theme, size: Size, now: Timestamp,
        plan: KioskPlan = KioskPlan(), chosen: MunicipalityCode? = nil
    ) {
        self.environment = environment
        self.language = language
        self.theme = theme
        self.size = size
        self.now = now
        self.plan = plan
        self.chosen = chosen
    }

    /// The scene on screen; nil when there is nothing to show.
    public var scene: KioskScene? { position.map { plan.scenes[$0] } }

    /// The places in the plan whose scenes have something to show, in order.
    var playable: [Int] { plan.scenes.indices.filter { content.has(plan.scenes[$0]) } }

    /// The day it is here.
    var today: CalendarDate { now.clock(offset: environment.localOffset(now)).date }

    var glyphs: GlyphSet { environment.usesUnicode ? .unicode : .ascii }
}

/// Moves the picture by a cell from scene to scene, so that nothing burns into the screen.
struct KioskShift: Hashable, Sendable {
    private var step = 0

    /// A ring, so that a move is never more than a cell. Seven steps share no factor with up to six scenes, so every scene
    /// comes to stand everywhere.
    private static let ring = [(0, 0), (1, 0), (1, 1), (0, 1), (-1, 1), (-1, 0), (-1, -1)]

    mutating func advance() { step = (step + 1) % Self.ring.count }

    var dx: Int { Self.ring[step].0 }
    var dy: Int { Self.ring[step].1 }
}

/// What a kiosk shows in turn. The raw value is its name in the configuration.
public enum KioskScene: String, Hashable, Sendable, CaseIterable {
    /// Where the chosen municipality stands.
    case home
    /// Those that rose most.
    case climbers
    /// Projects: the chosen municipality's own where it has any.
    case projects
    /// What was published last.
    case news
}

/// Which scenes a kiosk shows, in which order, and for how long.
public struct KioskPlan: Hashable, Sendable {
    /// In the order they are shown; one to twelve.
    public let scenes: [KioskScene]
    /// How long a scene is shown.
    public let seconds: Int

    /// From a glance to an hour.
    public static let allowedSeconds = 3...3_600
    /// Long enough to read seven lines.
    public static let usualSeconds = 20
    /// More turns than anybody follows.
    static let mostScenes = 12

    /// Without scenes it shows all; more than twelve are left out. Seconds out of range become the nearest in it.
    public init(scenes: [KioskScene] = [], seconds: Int = usualSeconds) {
        self.scenes = scenes.isEmpty ? KioskScene.allCases : Array(scenes.prefix(Self.mostScenes))
        let allowed = Self.allowedSeconds
        self.seconds = min(max(seconds, allowed.lowerBound), allowed.upperBound)
    }
}

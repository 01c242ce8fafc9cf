import ClimateModel
import TextGrid

/// What does not change while a session runs.
public struct Environment: Sendable {
    /// Whether the session may write nothing and start nothing.
    public var isRestricted: Bool
    /// Whether the terminal shows more than ASCII.
    public var usesUnicode: Bool
    /// How many colours the terminal shows.
    public var colorDepth: ColorDepth
    /// How far east of UTC clocks are here at a moment, in seconds.
    public var localOffset: @Sendable (Timestamp) -> Int
    /// What the keys do.
    public var keyMap: KeyMap

    /// A full terminal whose clocks show UTC, unless told otherwise.
    public init(
        isRestricted: Bool = false, usesUnicode: Bool = true, colorDepth: ColorDepth = .trueColor,
        localOffset: @escaping @Sendable (Timestamp) -> Int = { _ in 0 },
        keyMap: KeyMap
    ) {
        self.isRestricted = isRestricted
        self.usesUnicode = usesUnicode
        self.colorDepth = colorDepth
        self.localOffset = localOffset
        self.keyMap = keyMap
    }
}

/// A colour: the terminal's own, or 24 bits of sRGB.
public struct Color: Hashable, Sendable {
    /// 0 is the terminal's default; else 0xFF in the top byte, then red, green, blue.
    let packed: UInt32

    /// The terminal's own foreground or background.
    public static let terminal = Color(packed: 0)

    private init(packed: UInt32) { self.packed = packed }

    /// A colour of sRGB, each part 0–255.
    public init(red: UInt8, green: UInt8, blue: UInt8) {
        packed = 0xFF00_0000 | UInt32(red) << 16 | UInt32(green) << 8 | UInt32(blue)
    }

    /// Red, green and blue; nil for the terminal's own colour.
    public var components: (red: UInt8, green: UInt8, blue: UInt8)? {
        guard packed != 0 else { return nil }
        return (
            UInt8(truncatingIfNeeded: packed >> 16), UInt8(truncatingIfNeeded: packed >> 8),
            UInt8(truncatingIfNeeded: packed)
        )
    }
}

/// How a cell looks.
public struct Style: Hashable, Sendable {
    /// What a cell's text looks like besides its colours.
    public struct Attributes: OptionSet, Hashable, Sendable {
        /// One bit for each attribute.
        public let rawValue: UInt8
        /// Bits without a meaning are kept as they are.
        public init(rawValue: UInt8) { self.rawValue = rawValue }

        /// Heavier, or brighter where the terminal has no bold font.
        public static let bold = Attributes(rawValue: 1)
        /// Fainter.
        public static let dim = Attributes(rawValue: 2)
        /// Slanted, where the terminal can.
        public static let italic = Attributes(rawValue: 4)
        /// With a line below.
        public static let underline = Attributes(rawValue: 8)
        /// Foreground and background change places.
        public static let reverse = Attributes(rawValue: 16)
    }

    /// The colour of the text.
    public var foreground: Color
    /// The colour behind it.
    public var background: Color
    /// Bold, underlined and so on.
    public var attributes: Attributes

    /// The terminal's own look unless told otherwise.
    public init(
        foreground: Color = .terminal, background: Color = .terminal, attributes: Attributes = []
    ) {
        self.foreground = foreground
        self.background = background
        self.attributes = attributes
    }

    /// The terminal's own look.
    public static let plain = Style()

    /// The same on another background.
    public func on(_ background: Color) -> Style {
        Style(foreground: foreground, background: background, attributes: attributes)
    }

    /// The same with more attributes.
    public func with(_ more: Attributes) -> Style {
        Style(
            foreground: foreground, background: background, attributes: attributes.union(more))
    }
}

/// What a terminal can show.
public enum ColorDepth: String, Hashable, Sendable, CaseIterable {
    /// No colours, 8, 16, 256, or 24 bits of sRGB.
    case mono, ansi8, ansi16, palette256, trueColor
}

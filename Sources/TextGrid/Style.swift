/// A colour: the terminal's own, or 24 bits of sRGB.
public struct Color: Hashable, Sendable {
    /// 0 is the terminal's default; else 0xFF in the top byte, then red, green, blue.
    let packed: UInt32

    /// The terminal's own foreground or background.
    public static let terminal = Color(packed: 0)

    private init(packed: UInt32) { self.packed = packed }

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
    public struct Attributes: OptionSet, Hashable, Sendable {
        public let rawValue: UInt8
        public init(rawValue: UInt8) { self.rawValue = rawValue }

        public static let bold = Attributes(rawValue: 1)
        public static let dim = Attributes(rawValue: 2)
        public static let italic = Attributes(rawValue: 4)
        public static let underline = Attributes(rawValue: 8)
        public static let reverse = Attributes(rawValue: 16)
    }

    public var foreground: Color
    public var background: Color
    public var attributes: Attributes

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
    case mono, ansi8, ansi16, palette256, trueColor
}

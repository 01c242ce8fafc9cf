import TextGrid

/// A theme before it is fitted to a terminal: a scheme, and what it says of single roles.
public struct ThemeDefinition: Hashable, Sendable {
    /// The name it is chosen by: the file's, without its ending.
    public var name: String
    /// The colours that roles and surfaces draw on.
    public var scheme: Base16Scheme
    /// What it says of single roles; the defaults hold for the others.
    public var roles: [Role: ThemeRule]
    /// What it says of single surfaces; the defaults hold for the others.
    public var surfaces: [Surface: ThemeRule]

    /// The defaults hold for all roles and surfaces unless told otherwise.
    public init(
        name: String, scheme: Base16Scheme, roles: [Role: ThemeRule] = [:],
        surfaces: [Surface: ThemeRule] = [:]
    ) {
        self.name = name
        self.scheme = scheme
        self.roles = roles
        self.surfaces = surfaces
    }
}

/// How a role or surface looks; what is nil comes from the default, or from the role around it.
public struct ThemeRule: Hashable, Sendable {
    /// The colour of the text.
    public var foreground: ThemeColor?
    /// The colour behind it.
    public var background: ThemeColor?
    /// Bold, underlined and so on; an empty set takes all away.
    public var attributes: Style.Attributes?

    /// A rule that says nothing unless told otherwise.
    public init(
        foreground: ThemeColor? = nil, background: ThemeColor? = nil,
        attributes: Style.Attributes? = nil
    ) {
        self.foreground = foreground
        self.background = background
        self.attributes = attributes
    }

    /// This rule, with `other` where it says nothing.
    func filled(from other: ThemeRule) -> ThemeRule {
        ThemeRule(
            foreground: foreground ?? other.foreground, background: background ?? other.background,
            attributes: attributes ?? other.attributes)
    }
}

/// A colour of the scheme, or one of its own.
public enum ThemeColor: Hashable, Sendable {
    /// A colour of the theme's scheme.
    case slot(Base16Scheme.Slot)
    /// A fixed colour of sRGB, the same whatever the scheme.
    case rgb(Color)
}

import TextGrid

/// A theme before it is fitted to a terminal: a scheme, and what it says of single roles.
public struct ThemeDefinition: Hashable, Sendable {
    /// The name it is chosen by: the file's, without its ending.
    public var name: String
    public var scheme: Base16Scheme
    public var roles: [Role: ThemeRule]
    public var surfaces: [Surface: ThemeRule]

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
    public var foreground: ThemeColor?
    public var background: ThemeColor?
    public var attributes: Style.Attributes?

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
    case slot(Base16Scheme.Slot)
    case rgb(Color)
}

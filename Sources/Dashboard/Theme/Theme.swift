import TextGrid

/// A theme fitted to a terminal: how every role looks on every surface.
public struct Theme: Hashable, Sendable {
    /// The name it was chosen by.
    public let name: String
    /// The colours of the terminal that it is fitted to.
    public let depth: ColorDepth
    private let surfaces: [Surface: Style]
    private let styles: [Surface: [Role: Style]]

    /// Resolves every role for a terminal of `depth`.
    ///
    /// With 24-bit colour and with 256, a text colour of the scheme that has less than 4.5:1 contrast on what lies behind it
    /// (WCAG 2.2, 1.4.3) is moved towards the scheme's text until it has that much; a colour that the theme gives a role
    /// by itself stays as it is. With 16 and 8 colours the terminal's own are used, on its own background, since nothing is
    /// known of either; without colour, attributes alone.
    public init(_ definition: ThemeDefinition, depth: ColorDepth) {
        name = definition.name
        self.depth = depth
        let rules = RuleResolver(definition)
        switch depth {
        case .trueColor, .palette256:
            (surfaces, styles) = PaintedResolver(rules, depth: depth).resolve()
        case .ansi16, .ansi8, .mono:
            (surfaces, styles) = TerminalColorResolver(rules, depth: depth).resolve()
        }
    }

    /// How `role` looks on `surface`, the surface's background included.
    ///
    /// - Complexity: O(1).
    public func style(_ role: Role, on surface: Surface = .screen) -> Style {
        styles[surface]?[role] ?? .plain
    }

    /// What a surface is filled with.
    ///
    /// - Complexity: O(1).
    public func fill(_ surface: Surface = .screen) -> Style { surfaces[surface] ?? .plain }

    /// The terminal's own colours, with attributes alone: what is shown when no theme can be read.
    public static let plain = Theme(name: "plain", rules: RuleResolver.plain)

    private init(name: String, rules: RuleResolver) {
        self.name = name
        depth = .mono
        (surfaces, styles) = TerminalColorResolver(rules, depth: .mono).resolve()
    }
}

/// What the definition, then the defaults, then the role around it say of each role.
struct RuleResolver {
    /// nil when there is no scheme: then nothing has a colour.
    let scheme: Base16Scheme?
    private let roles: [Role: ThemeRule]
    private let surfaces: [Surface: ThemeRule]

    static let plain = RuleResolver(scheme: nil, roles: [:], surfaces: [:])

    init(_ definition: ThemeDefinition) {
        self.init(
            scheme: definition.scheme, roles: definition.roles, surfaces: definition.surfaces)
    }

    private init(scheme: Base16Scheme?, roles: [Role: ThemeRule], surfaces: [Surface: ThemeRule]) {
        self.scheme = scheme
        self.roles = roles
        self.surfaces = surfaces
    }

    func rule(for role: Role) -> ThemeRule {
        let own = (roles[role] ?? ThemeRule()).filled(from: DefaultRules.rule(for: role))
        return role.parent.map { own.filled(from: rule(for: $0)) } ?? own
    }

    func rule(for surface: Surface) -> ThemeRule {
        (surfaces[surface] ?? ThemeRule()).filled(from: DefaultRules.rule(for: surface))
    }

    /// Whether the theme itself chose the role's colour.
    func isExplicit(_ role: Role) -> Bool {
        if case .rgb = roles[role]?.foreground { true } else { false }
    }

    /// Whether the theme itself chose the role's attributes.
    func hasOwnAttributes(_ role: Role) -> Bool { roles[role]?.attributes != nil }

    func color(_ color: ThemeColor?) -> Color {
        switch color {
        case .slot(let slot): scheme?[slot] ?? .terminal
        case .rgb(let color): color
        case nil: .terminal
        }
    }
}

import TextGrid

/// Resolves a theme for terminals of 16 or 8 colours, which are their user's own, and of none.
///
/// The background stays the terminal's, and so does the colour of plain text: what they look like is not known, only that the
/// user can read one on the other. What is selected is shown in reverse.
struct TerminalColorResolver {
    private let rules: RuleResolver
    private let depth: ColorDepth
    private let isDark: Bool

    init(_ rules: RuleResolver, depth: ColorDepth) {
        self.rules = rules
        self.depth = depth
        isDark = rules.scheme?.variant != .light
    }

    func resolve() -> (surfaces: [Surface: Style], styles: [Surface: [Role: Style]]) {
        var fills: [Surface: Style] = [:]
        var styles: [Surface: [Role: Style]] = [:]
        let plain = Role.allCases.map { ($0, style(of: $0)) }
        for surface in Surface.allCases {
            let attributes = Self.attributes(of: surface)
            fills[surface] = Style(attributes: attributes)
            for (role, style) in plain {
                styles[surface, default: [:]][role] = Self.style(style, on: attributes)
            }
        }
        return (fills, styles)
    }

    private static func attributes(of surface: Surface) -> Style.Attributes {
        switch surface {
        case .screen, .bar, .panel: []
        case .selection: [.underline]
        case .selectionFocus: [.reverse]
        }
    }

    /// In reverse, a colour would become a background of its own and dimness illegible, so both are left out.
    private static func style(_ style: Style, on surface: Style.Attributes) -> Style {
        guard surface.contains(.reverse) else { return style.with(surface) }
        return Style(attributes: style.attributes.subtracting([.dim, .reverse]).union(surface))
    }

    private func style(of role: Role) -> Style {
        let rule = rules.rule(for: role)
        var attributes = rule.attributes ?? []
        let color = depth == .mono ? .terminal : self.color(rule.foreground)
        if color == .terminal, !rules.hasOwnAttributes(role) {
            attributes.formUnion(DefaultRules.attributesWithoutColor(for: role))
        }
        if rule.background != nil { attributes.insert(.reverse) }
        return Style(foreground: color, attributes: attributes)
    }

    private func color(_ color: ThemeColor?) -> Color {
        switch color {
        case .slot(let slot): index(of: slot).map(Color.init(paletteIndex:)) ?? .terminal
        case .rgb(let color): color.nearest(in: depth)
        case nil: .terminal
        }
    }

    /// The number of the terminal's colour that means what the slot means; nil for backgrounds and text.
    ///
    /// On a dark background the bright ones are used, since many terminals' plain blue can't be read there; with 8 colours,
    /// cyan for blue.
    private func index(of slot: Base16Scheme.Slot) -> Int? {
        let hue: Int
        switch slot {
        case .base08, .base12: hue = 1
        case .base0B, .base14: hue = 2
        case .base09, .base0A, .base0F, .base13: hue = 3
        case .base0D, .base16: hue = isDark && depth == .ansi8 ? 6 : 4
        case .base0E, .base17: hue = 5
        case .base0C, .base15: hue = 6
        default: return nil
        }
        return isDark && depth == .ansi16 ? hue + 8 : hue
    }
}

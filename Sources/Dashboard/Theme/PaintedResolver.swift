import TextGrid

/// Resolves a theme in colours of its own, for terminals with 24-bit colour or 256 colours.
struct PaintedResolver {
    private let rules: RuleResolver
    private let depth: ColorDepth
    private let backgrounds: [Surface: Color]

    /// What text needs (WCAG 2.2, success criterion 1.4.3).
    static let contrast = 4.5

    init(_ rules: RuleResolver, depth: ColorDepth) {
        self.rules = rules
        self.depth = depth
        backgrounds = Self.backgrounds(rules, depth: depth)
    }

    func resolve() -> (surfaces: [Surface: Style], styles: [Surface: [Role: Style]]) {
        var fills: [Surface: Style] = [:]
        var styles: [Surface: [Role: Style]] = [:]
        let resolved = Role.allCases.map { ($0, rules.rule(for: $0)) }
        for surface in Surface.allCases {
            let own = rules.rule(for: surface).foreground.map { rules.color($0) }
            var legible = LegibleColors(
                background: backgrounds[surface] ?? .terminal, depth: depth,
                text: own.map { [$0] } ?? inks, isMixed: own == nil)
            for (role, rule) in resolved {
                styles[surface, default: [:]][role] = style(role, rule, legible: &legible)
            }
            fills[surface] = Style(
                foreground: styles[surface]?[.text]?.foreground ?? .terminal,
                background: backgrounds[surface] ?? .terminal)
        }
        return (fills, styles)
    }

    private func style(_ role: Role, _ rule: ThemeRule, legible: inout LegibleColors) -> Style {
        let color = rules.color(rule.foreground)
        if let own = rule.background {
            return Style(
                foreground: color, background: rules.color(own), attributes: rule.attributes ?? [])
        }
        let isLeft = !role.isRead || rules.isExplicit(role)
        return Style(
            foreground: isLeft ? color : legible.color(for: color), background: legible.background,
            attributes: rule.attributes ?? [])
    }

    /// What text may be moved towards.
    private var inks: [Color] {
        [.base05, .base06, .base07, .base00].map { rules.color(.slot($0)) }
    }

    /// The surfaces' colours. With 256 colours, one that would come out as the screen's, or as that of the selection without
    /// the focus, is moved on until it differs.
    private static func backgrounds(
        _ rules: RuleResolver, depth: ColorDepth
    ) -> [Surface: Color] {
        let text = rules.color(.slot(.base05))
        var result: [Surface: Color] = [:]
        for surface in Surface.allCases {
            let wanted = rules.color(rules.rule(for: surface).background)
            guard depth == .palette256 else {
                result[surface] = wanted
                continue
            }
            let below: [Surface] = surface == .selectionFocus ? [.screen, .selection] : [.screen]
            let taken = below.compactMap { result[$0] }
            result[surface] =
                stride(from: 0, through: 0.5, by: 0.05).lazy
                .map { wanted.mixed(with: text, amount: $0).nearest(in: depth) }
                .first { !taken.contains($0) } ?? wanted
        }
        return result
    }
}

/// Colours moved just as far as they must to be read on a background.
struct LegibleColors {
    let background: Color
    private let depth: ColorDepth
    private let shownBackground: Color
    private let ink: Color
    private let isMixed: Bool
    private var known: [Color: Color] = [:]

    /// - Parameter text: colours to move towards; the first that can be read is taken, else black or white.
    /// - Parameter isMixed: whether a colour moves only as far as it must; else all the way.
    init(background: Color, depth: ColorDepth, text: [Color], isMixed: Bool = true) {
        self.background = background
        self.isMixed = isMixed
        self.depth = depth
        shownBackground = background.nearest(in: depth)
        let shown = shownBackground
        func contrast(_ color: Color) -> Double {
            color.nearest(in: depth).contrast(with: shown) ?? 21
        }
        let black = Color(red: 0, green: 0, blue: 0)
        let white = Color(red: 255, green: 255, blue: 255)
        ink =
            text.first { contrast($0) >= PaintedResolver.contrast }
            ?? (contrast(black) > contrast(white) ? black : white)
    }

    /// `color`, mixed with as little of the text colour as gives it enough contrast.
    mutating func color(for color: Color) -> Color {
        if let answer = known[color] { return answer }
        let answer = moved(color)
        known[color] = answer
        return answer
    }

    private func moved(_ color: Color) -> Color {
        if isLegible(color) { return color }
        guard isMixed else { return ink }
        // The least of 32 steps that is enough; contrast grows with the amount once it is on the ink's side.
        let steps = 32
        var low = 0
        var high = steps
        while high - low > 1 {
            let middle = (low + high) / 2
            let candidate = color.mixed(with: ink, amount: Double(middle) / Double(steps))
            if isLegible(candidate) { high = middle } else { low = middle }
        }
        let found = color.mixed(with: ink, amount: Double(high) / Double(steps))
        return isLegible(found) ? found : ink
    }

    private func isLegible(_ color: Color) -> Bool {
        (color.nearest(in: depth).contrast(with: shownBackground) ?? 21) >= PaintedResolver.contrast
    }
}
